"""Provisions in time, rules of closed kinds, verdicts and their explanations."""
