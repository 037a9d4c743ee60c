"""Thresholds in whole persons, counting methods, results."""
