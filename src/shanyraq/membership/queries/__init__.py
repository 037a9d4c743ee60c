"""Reads of how people come and go."""
