"""Kazakh forms, which Django lacks: year first, week from Monday."""
