"""Russian forms where they differ from Django's."""
