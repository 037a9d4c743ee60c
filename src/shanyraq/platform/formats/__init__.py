"""How Django writes and reads dates and numbers in our three languages (FORMAT_MODULE_PATH)."""
