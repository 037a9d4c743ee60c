"""Thresholds in whole persons, counting methods, results."""

from shanyraq.tally.results import MiscountedVote, Result
from shanyraq.tally.thresholds import Threshold

__all__ = ["MiscountedVote", "Result", "Threshold"]
