"""Reads of the desks, each put together from the chapters below."""
