"""What the chapters above tell this one, and what they add to its pages.

How much work is open where a post passes on; whether a body has met; parts of the pages of a person
and of a body.
"""

from datetime import date
from typing import Protocol

from django.http import HttpRequest
from django.utils.safestring import SafeString

from shanyraq.people.models import Organization, Person


class OpenWork(Protocol):
    """Counts what a body has still to carry out."""

    def __call__(self, *, body: Organization, on: date) -> int:
        """Assignments of a body that are open on a day."""
        ...


open_work: list[OpenWork] = []
"""Asked when a post passes on; while nothing is registered the handover leaves the number out."""


class HasMet(Protocol):
    """Says whether a body has been called together; its first composition stands from then on."""

    def __call__(self, *, body: Organization) -> bool:
        """Whether the record has a sitting of a body, be it only prepared."""
        ...


has_met: list[HasMet] = []
"""Asked before the composition with which the record begins is added to."""


class PersonPart(Protocol):
    """A part of a person's page that a chapter above draws; empty where it has nothing to say."""

    def __call__(self, *, person: Person, request: HttpRequest) -> SafeString:
        """The part as HTML for the reader of a request."""
        ...


class BodyPart(Protocol):
    """A part of a body's page that a chapter above draws; empty where it has nothing to say."""

    def __call__(self, *, body: Organization, request: HttpRequest) -> SafeString:
        """The part as HTML for the reader of a request."""
        ...


person_parts: list[PersonPart] = []
body_parts: list[BodyPart] = []
"""Drawn in the order in which the chapters register them."""
