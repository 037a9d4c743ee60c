"""Pages of bodies: what everybody reads, and how the record is kept."""
