"""Filters of the desks' pages."""
