"""How the tables of elections came to be."""
