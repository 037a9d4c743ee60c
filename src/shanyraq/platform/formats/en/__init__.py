"""English forms where they differ from Django's."""
