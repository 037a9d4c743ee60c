"""Reading official consolidated texts into provisions, amendment events and a report of doubts."""

from shanyraq.law.statute.reading import Statute, UnknownLanguageError, read_statute

__all__ = ["Statute", "UnknownLanguageError", "read_statute"]
