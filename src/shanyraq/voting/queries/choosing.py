"""Reads of the methods of voting: which the charter offers, which the Session chose."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import law_on
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.enums import BUILT, Method, Purpose
from shanyraq.voting.models import Vote

NOT_BUILT_REASONS: dict[Method, Promise] = {
    Method.ROLL_CALL: _("Voting by roll call comes in a later version."),
    Method.SECRET_PAPER: _("Secret voting on paper comes in a later version."),
}


@dataclass(frozen=True, slots=True)
class OfferedMethod:
    """A method of voting the Session may choose by law, and whether it can be held here.

    Attributes:
        reason: why it cannot; empty when it can.
    """

    method: Method
    available: bool
    reason: str | Promise = ""

    @property
    def label(self) -> str:
        """What it is called in the reader's language."""
        return str(self.method.label)


def methods(on: dt.date) -> list[OfferedMethod]:
    """Methods of voting which the charter offers on a date, those built here first."""
    words = law_on(on).parameter("A10", "methods")
    offered = [Method(str(word)) for word in (words if isinstance(words, Iterable) else ())]
    return [
        OfferedMethod(method, method in BUILT, NOT_BUILT_REASONS.get(method, ""))
        for method in sorted(offered, key=lambda one: one not in BUILT)
    ]


def method_vote(session: Session, item: AgendaItem | None = None) -> Vote | None:
    """The adopted vote by which the method for a question was chosen (R8.3c, reading A10).

    A question's own choice goes before the Session's; of several the latest counts.
    """
    adopted = Vote.objects.filter(session=session, purpose=Purpose.METHOD, adopted=True)
    own = None if item is None else adopted.filter(item=item).first()
    return own or adopted.filter(item__kind=ItemKind.CHOOSE_VOTING_METHOD).first()


def chosen_method(session: Session, item: AgendaItem | None = None) -> Method | None:
    """How a Session votes, or how it votes on one question; None while it has not chosen."""
    vote = method_vote(session, item)
    return None if vote is None else Method(vote.proposed_method)
