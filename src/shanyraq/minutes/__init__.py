"""Minutes, extracts and decisions as documents, composed from the journal."""
