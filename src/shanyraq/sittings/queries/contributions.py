"""Reads of what members wrote on a question before their own body (R20.1)."""

from django.db.models import QuerySet

from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import AgendaItem, Contribution
from shanyraq.sittings.permissions import DISCUSSING, rules_of
from shanyraq.sittings.queries.roll import membership_of

#: A question is written on from the announcement of its sitting until it is finished.
UNDER_WAY = frozenset({State.ANNOUNCED, State.OPEN})
UNDECIDED = frozenset({ItemState.WAITING, ItemState.DISCUSSED})


def contributions_to(item: AgendaItem) -> QuerySet[Contribution]:
    """What members wrote on a question, in the order in which it came."""
    written = Contribution.objects.filter(item=item).select_related("membership__person")
    return written.order_by("added_at", "pk")


def is_under_way(item: AgendaItem) -> bool:
    """Whether a question is before its body: announced, not finished, not taken off."""
    return item.session.state in UNDER_WAY and item.state in UNDECIDED


def may_contribute(item: AgendaItem, occasion: Occasion) -> bool:
    """Whether to offer somebody to write on a question: a member of the body, while it lasts."""
    if not is_under_way(item) or not rules_of(item.session.body, occasion.on).holds(
        DISCUSSING, occasion
    ):
        return False
    return membership_of(item.session, occasion.actor, occasion.on) is not None
