"""Execution control: from a decision to assignments, reports, acceptance; answers of addressees."""
