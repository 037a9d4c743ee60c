"""Reads of minutes: a Session or a decision as a document."""
