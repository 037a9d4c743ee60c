"""Reads of polls of the Council: which run, who has answered, what the law says of them (R9.3a)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from shanyraq.bodies.models import Membership, MembershipQuerySet
from shanyraq.bodies.queries import members_in_office
from shanyraq.charter.queries import ask, law_on
from shanyraq.law import UnknownRule, Verdict
from shanyraq.people.models import Person
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import Language, active
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session
from shanyraq.tally import Result
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Ballot, Sheet, Vote, Voter

#: How the charter calls the body whose powers the questions of a poll use.
COUNCIL = "council"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a poll stands: whose answers count, how many have answered; never how.

    Attributes:
        seats: members of the Council in office on the day on which it ended, or now.
    """

    seats: MembershipQuerySet
    members: int
    answered: int

    @property
    def unanswered(self) -> int:
        """Members without an answer."""
        return self.members - self.answered

    @property
    def all_answered(self) -> bool:
        """Whether nobody's answer is awaited any more."""
        return self.members > 0 and not self.unanswered


@dataclass(frozen=True, slots=True)
class Answers:
    """How one member of the roll answered the questions of a closed poll, in their order.

    Attributes:
        choices: None where there is no answer.
        lapsed: the member left the Council before the poll ended, so the answers do not count.
    """

    person: Person
    choices: list[Choice | None]
    lapsed: bool


def polls() -> QuerySet[Session]:
    """Every poll of the Council, the latest first."""
    return Session.objects.filter(kind=Kind.POLL).select_related("body")


def poll_of(public_id: str) -> Session:
    """The poll of a public identifier.

    Raises:
        Http404: there is none.
    """
    return get_object_or_404(polls(), public_id=public_id)


def open_polls(on: dt.date) -> QuerySet[Session]:
    """Polls that have begun by a date and are not closed, the one that ends first before others."""
    begun = polls().filter(state=SessionState.OPEN)
    return begun.filter(starts_at__date__lte=on).order_by("ends_at", "pk")


def unanswered(actor: Actor, at: dt.datetime) -> list[Session]:
    """Polls that still await an actor's answer at a moment."""
    on = date_of(at)
    running = open_polls(on).filter(ends_at__gt=at)
    return [
        poll
        for poll in running
        if unanswered_of(poll, on).filter(person__public_id=actor.public_id).exists()
    ]


def poll_votes(poll: Session) -> QuerySet[Vote]:
    """The questions of a poll in their order."""
    votes = Vote.objects.filter(session=poll).order_by("item__number")
    return votes.select_related(
        "session__body", "item", "decision__verdict__pack_version", "result__pack_version"
    )


def sheet_of(poll: Session, seat: Membership) -> Sheet | None:
    """What a member has handed in."""
    return Sheet.objects.filter(session=poll, membership=seat).first()


def own_answers(sheet: Sheet) -> dict[int, Choice]:
    """A member's own answers by the key of the vote; for that member's eyes."""
    ballots = Ballot.objects.filter(
        voter__membership=sheet.membership_id, voter__vote__session=sheet.session_id
    )
    return {key: Choice(choice) for key, choice in ballots.values_list("voter__vote_id", "choice")}


def roll_day(poll: Session, at: dt.datetime) -> dt.date:
    """The day whose members of the Council count: the day the poll ended, or now."""
    moment = min(poll.closed_at or at, at)
    return date_of(min(moment, poll.ends_at or moment))


def standing_of(poll: Session, at: dt.datetime) -> Standing:
    """How many of the members whose answers count have answered by a moment."""
    seats = members_in_office(poll.body, roll_day(poll, at))
    answered = Sheet.objects.filter(session=poll, membership__in=seats.order_by()).count()
    return Standing(seats, seats.count(), answered)


def unanswered_of(poll: Session, on: dt.date) -> MembershipQuerySet:
    """Members of the Council on a date who have not answered a poll."""
    return members_in_office(poll.body, on).exclude(sheets__session=poll)


def poll_result(vote: Vote, seats: Collection[Membership]) -> Result:
    """The answers of those whose answers count to one question of a poll."""
    ballots = Ballot.objects.filter(voter__vote=vote, voter__membership__in=seats)
    counts = dict(ballots.values_list("choice").annotate(Count("pk")))
    return Result(
        base=len(seats),
        votes_for=counts.get(Choice.FOR, 0),
        against=counts.get(Choice.AGAINST, 0),
        abstained=counts.get(Choice.ABSTAIN, 0),
    )


def answers_of(poll: Session, alphabet: Language | None = None) -> list[Answers]:
    """How each member answered a closed poll, by name; nothing while it is open.

    The names follow the alphabet given, or that of the reader's language.
    """
    if poll.closed_at is None:
        return []
    votes = [vote.pk for vote in poll_votes(poll)]
    ballots = Ballot.objects.filter(voter__vote__session=poll).values_list(
        "voter__membership_id", "voter__vote_id", "choice"
    )
    choices = {(member, vote): Choice(choice) for member, vote, choice in ballots}
    day = roll_day(poll, poll.closed_at)
    counted = set(members_in_office(poll.body, day).order_by().values_list("pk", flat=True))
    asked = Voter.objects.filter(vote__session=poll).values("membership")
    seats = Membership.objects.filter(pk__in=asked).select_related("person")
    return [
        Answers(
            seat.person, [choices.get((seat.pk, vote)) for vote in votes], seat.pk not in counted
        )
        for seat in seats.order_by(f"person__name_{alphabet or active()}_sort", "pk")
    ]


def poll_subject(kind: str, *, on: dt.date) -> Verdict:
    """Whether a question may be put to a poll or asks for a meeting (R14.2a, reading A14)."""
    return ask("council_poll_subject", on=on, facts={"decision": str(kind)})


def nomination_warning(kind: str, *, on: dt.date) -> Verdict:
    """A warning when candidates are nominated by a poll (R9.2b, reading A14)."""
    return ask("nomination_by_poll", on=on, facts={"decision": str(kind)})


def opening_time(poll: Session, *, closed_on: dt.date | None, on: dt.date) -> Verdict:
    """A warning when a poll is, or would be, open for a shorter time than reading A14 has it."""
    ends_at = poll.ends_at or poll.starts_at
    closed = closed_on or date_of(ends_at)
    return open_from(date_of(poll.starts_at), closed, on=on, source=f"session:{poll.public_id}")


def open_from(opened: dt.date, closed: dt.date, *, on: dt.date, source: str = "") -> Verdict:
    """The same for two days; before a poll is opened there is no record to name."""
    facts = {"opened": opened, "closed": closed}
    return ask(
        "council_poll_open",
        on=on,
        facts=facts,
        sources=dict.fromkeys(facts, source) if source else {},
    )


def council_competence(kind: str, *, on: dt.date) -> Verdict:
    """The law's answer on whether a question is within the Council's powers (R9.2)."""
    return law_on(on).can(str(kind), {COUNCIL})


def poll_majority(poll: Session, *, members: int, votes_for: int, on: dt.date) -> Verdict:
    """The law's answer on so many answers for, of all members of the Council (R9.3a, R9.2c)."""
    return ask(
        "council_poll",
        on=on,
        facts={"members": members, "for": votes_for},
        sources={
            "members": f"membership:{poll.body.public_id}",
            "for": f"session:{poll.public_id}",
        },
    )


def may_close_poll(poll: Session, at: dt.datetime, *, on: dt.date) -> tuple[Verdict, Standing]:
    """Whether a poll may be closed at a moment, and how it stands (R9.3a, reading A14)."""
    standing = standing_of(poll, at)
    time_over = poll.ends_at is not None and at >= poll.ends_at
    facts = {"all_answered": standing.all_answered, "time_over": time_over}
    sources = dict.fromkeys(facts, f"session:{poll.public_id}")
    return ask("poll_may_close", on=on, facts=facts, sources=sources), standing


def possible_kinds(on: dt.date) -> list[ItemKind]:
    """Powers of the Council a question of a poll may use on a date, the general one first."""
    kinds = [kind for kind in ItemKind if _is_possible(kind, on)]
    return sorted(kinds, key=lambda kind: kind != ItemKind.IMPORTANT_QUESTIONS)


def _is_possible(kind: ItemKind, on: dt.date) -> bool:
    try:
        competence = council_competence(kind, on=on)
    except UnknownRule:  # the charter in force calls no power of anybody by this name
        return False
    return competence.met and not poll_subject(kind, on=on).stands_in_the_way
