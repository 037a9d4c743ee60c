"""How the charter's tables came about."""
