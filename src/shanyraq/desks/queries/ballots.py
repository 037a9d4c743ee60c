"""Electronic secret ballots at the desks: who has something to do, and where one votes now."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from shanyraq.desks.queries.asks import Ask
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    box_of_question,
    elections_on,
    questions_in_boxes,
    waits_for_a_box,
)
from shanyraq.elections.queries.deeds import Deed, deeds_on, deeds_on_question
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.enums import Method


def asks_of_ballots(occasion: Occasion) -> Iterator[Ask]:
    """What electronic ballots under way ask of the one who acts: commission, Chair or staff."""
    for item in questions_in_boxes():
        for deed in _deeds(item, occasion):
            if not deed.second:
                yield _ask(item, deed, occasion)


def open_boxes(session: Session) -> QuerySet[BallotBox]:
    """The ballot boxes of a sitting that take ballots now."""
    return BallotBox.objects.filter(item__session=session, state=BoxState.OPEN)


def _deeds(item: AgendaItem, occasion: Occasion) -> list[Deed]:
    """What can be done about the elections on a question, or about its secret vote."""
    if item.kind == ItemKind.ELECT_DEPUTIES:
        running = elections_on(item).filter(method=Method.SECRET_ELECTRONIC, announced_at=None)
        return [deed for election in running for deed in deeds_on(election, occasion)]
    wanted = box_of_question(item) is not None or waits_for_a_box(item)
    return deeds_on_question(item, occasion) if wanted else []


def _ask(item: AgendaItem, deed: Deed, occasion: Occasion) -> Ask:
    return Ask(
        key=f"ballot_{deed.key}",
        on=occasion.on,
        under_way=_("secret ballot"),
        title=f"{deed.label}: {item.title}",
        why=deed.why,
        label=deed.label,
        href=deed.href,
        posts=deed.posts,
    )
