"""Shanyraq: run a consultative assembly by its own law."""

__version__ = "0.1.0"
