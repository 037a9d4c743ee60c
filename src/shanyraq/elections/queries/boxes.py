"""Reads of ballot boxes: their commission, their list, how many ballots came; never who voted."""

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import canonical
from shanyraq.elections.enums import BallotState, BoxState, KeyStep
from shanyraq.elections.models import (
    BallotBox,
    Election,
    KeyMessage,
    ReceivedBallot,
    RollEntry,
    Trustee,
)
from shanyraq.elections.queries.secret import BoxLaw, box_law
from shanyraq.elections.queries.trackers import hash_of
from shanyraq.people.models import Person
from shanyraq.platform.clock import date_of
from shanyraq.sittings.models import AgendaItem

#: Characters of the fingerprint of a list of voters.
FINGERPRINT_LENGTH = 16


def box_of(public_id: str) -> BallotBox:
    """The ballot box of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(_boxes(), public_id=public_id)


def box_of_election(election: Election) -> BallotBox | None:
    """The box that an election is held with; None while there is none, or it was abandoned."""
    return _boxes().filter(election=election).exclude(state=BoxState.ABANDONED).first()


def boxes_on(item: AgendaItem) -> QuerySet[BallotBox]:
    """Every box on a question, abandoned ones included, in their order."""
    return _boxes().filter(item=item)


def boxes_kept_by(person: Person) -> QuerySet[BallotBox]:
    """Boxes under way of which a person is the registrar or a trustee."""
    own = Q(registrar=person) | Q(trustees__person=person)
    over = {BoxState.CONCLUDED, BoxState.ABANDONED}
    return _boxes().filter(own).exclude(state__in=over).distinct()


def trustees_of(box: BallotBox) -> QuerySet[Trustee]:
    """The trustees of a box by number."""
    return Trustee.objects.filter(box=box).select_related("person")


def trustee_of(box: BallotBox, person: Person) -> Trustee | None:
    """A person as a trustee of a box; None if the person is none."""
    return trustees_of(box).filter(person=person).first()


def messages_of(box: BallotBox, step: KeyStep) -> list[KeyMessage]:
    """What the trustees sent in a step, by number; shorter than the trustees until all have."""
    found = KeyMessage.objects.filter(trustee__box=box, step=step).select_related("trustee")
    return list(found.order_by("trustee__number"))


def current_step(box: BallotBox) -> KeyStep | None:
    """The step that the making of the key has come to; None once every trustee sent everything."""
    trustees = trustees_of(box).count()
    return next((one for one in KeyStep if len(messages_of(box, one)) < trustees), None)


def roll_of(box: BallotBox) -> QuerySet[RollEntry]:
    """Those who may vote, in the order of the list."""
    return RollEntry.objects.filter(box=box).select_related("membership__person")


def fingerprint_of_roll(box: BallotBox) -> str:
    """By what the registrar names the list of voters that codes were made for: 16 characters.

    It changes with any other member on the list and with any other order.
    """
    listed = roll_of(box).values_list("number", "membership__person__public_id")
    return hex_hash(canonical([list(one) for one in listed]))[:FINGERPRINT_LENGTH]


def accepted_in(box: BallotBox) -> QuerySet[ReceivedBallot]:
    """Ballots whose proofs hold, those included that a later one of theirs replaced."""
    return ReceivedBallot.objects.filter(box=box, state=BallotState.ACCEPTED)


def held_in(box: BallotBox) -> QuerySet[ReceivedBallot]:
    """Accepted ballots that wait for others to go to the board with, the earliest first."""
    return accepted_in(box).exclude(body=b"").order_by("pk")


def turnout_of(box: BallotBox) -> int:
    """From how many credentials a ballot lies in the box; a later ballot replaces an earlier."""
    return accepted_in(box).values("credential").distinct().count()


def waiting_in(box: BallotBox) -> QuerySet[ReceivedBallot]:
    """Ballots received and not checked yet, the earliest first."""
    return ReceivedBallot.objects.filter(box=box, state=BallotState.RECEIVED).order_by("pk")


def ballot_tracked(box: BallotBox, tracker: str) -> ReceivedBallot | None:
    """The ballot of a tracker, in whatever state; None if none was received."""
    sha256 = hash_of(tracker)
    return ReceivedBallot.objects.filter(box=box, sha256=sha256).first() if sha256 else None


def roles_joined(box: BallotBox) -> bool:
    """Whether the registrar holds a share of the key too; only a demonstration lets it be."""
    return trustees_of(box).filter(person=box.registrar).exists()


def may_reveal(box: BallotBox) -> bool:
    """Whether so few voted that a unanimous result would tell how each of them did (A47)."""
    return turnout_of(box) < law_of_box(box).minimum_electorate


def law_of_box(box: BallotBox) -> BoxLaw:
    """The reading of the day on which the commission of a box was appointed (A47)."""
    return box_law(date_of(box.appointed_at))


def _boxes() -> QuerySet[BallotBox]:
    return BallotBox.objects.select_related("item__session__body", "election", "vote", "registrar")
