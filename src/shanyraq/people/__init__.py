"""Persons, accounts and sign-in, organisations, regions."""
