"""The charter: packs and texts of the law in the database, verdicts that were given under it."""
