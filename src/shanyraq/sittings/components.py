"""Live parts of pages: the quorum and the item under discussion."""
