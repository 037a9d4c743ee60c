"""Electronic secret ballots at the desks: who has something to do, and where one votes now."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from shanyraq.desks.queries.asks import Ask
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox, Election
from shanyraq.elections.queries.deeds import Deed, deeds_on
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.models import Session
from shanyraq.voting.enums import Method


def asks_of_ballots(occasion: Occasion) -> Iterator[Ask]:
    """What electronic ballots under way ask of the one who acts: commission, Chair or staff."""
    running = Election.objects.filter(method=Method.SECRET_ELECTRONIC, announced_at=None)
    for election in running.select_related("item__session__body", "item__session__presiding"):
        for deed in deeds_on(election, occasion):
            if not deed.second:
                yield _ask(election, deed, occasion)


def open_boxes(session: Session) -> QuerySet[BallotBox]:
    """The ballot boxes of a sitting that take ballots now."""
    return BallotBox.objects.filter(item__session=session, state=BoxState.OPEN)


def _ask(election: Election, deed: Deed, occasion: Occasion) -> Ask:
    return Ask(
        key=f"ballot_{deed.key}",
        on=occasion.on,
        under_way=_("secret ballot"),
        title=f"{deed.label}: {election.item.title}",
        why=deed.why,
        label=deed.label,
        href=deed.href,
        posts=deed.posts,
    )
