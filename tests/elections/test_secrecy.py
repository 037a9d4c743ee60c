"""After a secret ballot nothing kept joins a voter to a ballot, a tracker or a credential."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import pytest
from django.contrib.sessions.models import Session as SignedIn
from django.db import connection
from django.test import Client
from django_tasks_db.models import DBTaskResult
from tests.elections.builders import a_house
from tests.elections.commission import Commission, an_open_box
from tests.elections.dumping import Row, backup, rows
from tests.elections.motions import a_sealed_motion, a_voting_hall, closed, marks, put
from tests.people.builders import an_account
from tests.voting.builders import by

from shanyraq.elections.actions import announce
from shanyraq.elections.models import BoardRecord, PublicCredential, ReceivedBallot, RollEntry
from shanyraq.elections.queries import ballots_on_board, result_of, tracker_of
from shanyraq.people.models import Person, User
from shanyraq.sittings.models import Attendance
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Vote, Voter

#: On PostgreSQL every act is a transaction of its own, as it is in earnest.
pytestmark = (
    [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("committed")]
    if connection.vendor == "postgresql"
    else [pytest.mark.django_db]
)
VOTERS = 30
#: Of thirty guesses one is right by chance, twelve or more are in one of 12! trials or so; some
#: thousand pairs of orders are tried, so that an innocent election fails once in 100 000.
MOST_BY_CHANCE = 11


@dataclass
class Held:
    """An election that is over, with what its voters and its registrar alone know.

    Attributes:
        persons: the members in the order of the list.
        ballots: the hash of each one's ballot.
        credentials: the hash of each one's public credential.
        order: who voted in which order, by place in the list.
        log: everything that was logged.
    """

    commission: Commission
    persons: list[Person]
    ballots: list[str]
    credentials: list[str]
    order: list[int]
    log: str = ""


@dataclass(frozen=True)
class Kind:
    """What is decided: how its box is opened, how a ballot is marked, how it ends."""

    opened: Callable[[], Commission]
    marked: Callable[[random.Random], list[int]]
    ended: Callable[[Commission], object]


def a_motion_open() -> Commission:
    """A secret vote on a motion under way."""
    commission = a_sealed_motion(a_voting_hall(members=VOTERS))
    put(commission)
    return commission


ELECTION = Kind(
    lambda: an_open_box(a_house(members=VOTERS), 2),
    lambda chance: [chance.randrange(2), chance.randrange(2)],
    lambda commission: announce(
        occasion=by(commission.house.hall.chair), election=commission.election
    ),
)
MOTION = Kind(
    a_motion_open,
    lambda chance: marks(chance.choice(list(Choice))),
    lambda commission: closed(commission, Vote.objects.get(ballot_box=commission.box)),
)
BOTH = pytest.mark.parametrize("kind", [ELECTION, MOTION], ids=["election", "motion"])


def an_election(
    caplog: pytest.LogCaptureFixture,
    *,
    signs_in: str,
    counts: Callable[[int], bool],
    kind: Kind = ELECTION,
) -> Held:
    """Thirty members vote by chance, each one once.

    They sign in when they come (`"first"`), or each just before casting (`"just before"`); the
    worker counts after the ballots of which `counts` says so.
    """
    caplog.set_level("DEBUG")
    chance = random.Random(7)  # noqa: S311 - tests must repeat
    commission = kind.opened()
    seats = commission.box.roll.select_related("membership__person").order_by("number")
    persons = [one.membership.person for one in seats]
    if signs_in == "first":
        for person in persons:
            sign_in(person)
    order = list(range(VOTERS))
    chance.shuffle(order)
    ballots = {}
    for place, voter in enumerate(order):
        if signs_in == "just before":
            sign_in(persons[voter])
        ballots[voter] = commission.vote(voter, kind.marked(chance))
        if counts(place):
            commission.count()
    finish(commission)
    kind.ended(commission)
    return Held(
        commission,
        persons,
        [ballots[voter].sha256 for voter in range(VOTERS)],
        [ballots[voter].credential for voter in range(VOTERS)],
        order,
        caplog.text,
    )


def sign_in(person: Person) -> None:
    """A member signs in on the own device, as a browser does."""
    account = an_account(email=f"{person.public_id}@example.kz", person=person)
    Client().force_login(account)


def finish(commission: Commission) -> None:
    """Closed, opened and counted."""
    commission.close()
    commission.decrypt(*commission.devices[:2])
    commission.conclude()


# What is kept.


@BOTH
def test_no_row_joins_a_person_to_a_ballot_and_nothing_holds_a_secret(
    caplog: pytest.LogCaptureFixture, kind: Kind
) -> None:
    held = an_election(caplog, signs_in="first", counts=lambda place: place % 4 == 0, kind=kind)
    assert result_of(held.commission.box) is not None
    persons, signs = signs_of_persons(held), signs_of_ballots(held)
    kept = list(rows())
    seen = {row.table for row in kept}
    assert {"platform_journalentry", "django_session", Attendance._meta.db_table} <= seen
    assert DBTaskResult._meta.db_table not in seen
    assert [row.table for row in kept if joins(row, persons, signs)] == []
    assert joins(Row("a leak", {"person": persons[0], "tracker": signs[0]}), persons, signs)
    everything = ["\n".join(row.text for row in kept), held.log, backup()]
    for secret in held.commission.credentials:
        for written in (secret, secret.replace("-", ""), secret.encode().hex()):
            assert not any(written in text for text in everything)
    assert not any(joins(Row("log", {"line": line}), persons, signs) for line in lines(held.log))


def joins(row: Row, persons: Sequence[str], marks: Sequence[str]) -> bool:
    """Whether a row holds signs of a person and signs of a ballot."""
    text = row.text
    return any(one in text for one in marks) and any(one in text for one in persons)


def lines(log: str) -> Iterator[str]:
    """The lines of a log, as many as a reader would look through."""
    return islice(log.splitlines(), 100_000)


def signs_of_persons(held: Held) -> list[str]:
    """By what a row can name a voter in text."""
    accounts = User.objects.filter(person__in=held.persons)
    return [
        *(person.public_id for person in held.persons),
        *accounts.values_list("email", flat=True),
        *SignedIn.objects.values_list("session_key", flat=True),
    ]


def signs_of_ballots(held: Held) -> list[str]:
    """By what a row can name a ballot: its hash, its tracker, its credential."""
    values = PublicCredential.objects.values_list("value", flat=True)
    return [
        *held.ballots,
        *map(tracker_of, held.ballots),
        *held.credentials,
        *values,
    ]


def test_no_table_of_the_ballot_knows_a_person_a_time_or_a_request() -> None:
    for model in (ReceivedBallot, PublicCredential):
        kinds = {
            (field.name, field.get_internal_type())
            for field in model._meta.local_concrete_fields
            if field.get_internal_type() in {"DateTimeField", "DateField", "ForeignKey"}
        }
        assert kinds == {("box", "ForeignKey")}
    board = {field.name for field in BoardRecord._meta.local_concrete_fields}
    assert board == {"id", "box", "position", "kind", "event", "sha256", "body"}


# The attack: two tables put side by side, each in every order that it can be read in.


def orders(found: Sequence[dict[str, object]], key: str) -> dict[str, list[object]]:
    """The keys of rows in the order of each of their columns."""
    columns = found[0] if found else {}
    return {
        name: [row[key] for row in sorted(found, key=lambda row: _sortable(row[name]))]
        for name in columns
        if name != key
    }


def _sortable(value: object) -> tuple[bool, float, str]:
    """Numbers as numbers, places on a page as such, everything else as text."""
    text = str(value).strip("()")
    try:
        parts = [float(part) for part in text.split(",")]
    except ValueError:
        return True, 0.0, str(value)
    return False, sum(part * 1e4**-at for at, part in enumerate(parts)), ""


def columns_of(table: str, key: str, *, of: str) -> list[dict[str, object]]:
    """The rows of a table by the voter (place in the list) that a column leads to."""
    found = [dict(row.values) for row in rows() if row.table == table]
    return [{**row, key: row[of]} for row in found]


def persons_in_order(held: Held) -> dict[str, list[object]]:
    """Every order in which the database can name the voters."""
    place = {person.pk: number for number, person in enumerate(held.persons)}
    seats: dict[object, int] = dict(
        RollEntry.objects.values_list("membership_id", "membership__person_id")
    )
    voters: dict[object, int] = dict(
        Voter.objects.filter(vote__ballot_box=held.commission.box).values_list(
            "pk", "membership__person_id"
        )
    )
    users = dict(User.objects.values_list("pk", "person_id"))
    sessions: dict[object, int] = {
        one.session_key: users[int(one.get_decoded()["_auth_user_id"])]
        for one in SignedIn.objects.all()
    }
    tables: dict[str, tuple[str, Mapping[object, int]]] = {
        RollEntry._meta.db_table: ("membership_id", seats),
        Attendance._meta.db_table: ("membership_id", seats),
        User._meta.db_table: ("person_id", {pk: pk for pk in place}),
        Person._meta.db_table: ("id", {pk: pk for pk in place}),
        SignedIn._meta.db_table: ("session_key", sessions),
        Voter._meta.db_table: ("id", voters),
    }
    return {
        f"{table}.{name}": order
        for table, (column, leads) in tables.items()
        for name, order in orders(
            [
                {**row, "voter": place[leads[row["voter"]]]}
                for row in columns_of(table, "voter", of=column)
                if leads.get(row["voter"]) in place
            ],
            "voter",
        ).items()
    }


def ballots_in_order(held: Held) -> dict[str, list[object]]:
    """Every order in which the database can name the ballots."""
    hashes: dict[object, str] = {sha256: sha256 for sha256 in held.ballots}
    credentials: dict[object, str] = dict(zip(held.credentials, held.ballots, strict=True))
    tables: dict[str, tuple[str, Mapping[object, str]]] = {
        ReceivedBallot._meta.db_table: ("sha256", hashes),
        BoardRecord._meta.db_table: ("sha256", hashes),
        PublicCredential._meta.db_table: ("sha256", credentials),
    }
    return {
        f"{table}.{name}": order
        for table, (column, leads) in tables.items()
        for name, order in orders(
            [
                {**row, "ballot": leads[row["ballot"]]}
                for row in columns_of(table, "ballot", of=column)
                if row["ballot"] in leads
            ],
            "ballot",
        ).items()
    }


def recovered(held: Held, persons: Sequence[object], ballots: Sequence[object]) -> int:
    """How many ballots the attacker gives to their voters by laying two orders side by side."""
    pairs = zip(persons, ballots, strict=True)
    return sum(held.ballots[int(str(voter))] == ballot for voter, ballot in pairs)


def most_recovered(held: Held) -> tuple[int, str]:
    """The best that the attacker does, forwards or backwards, and by which orders."""
    ballots = ballots_in_order(held)
    return max(
        (recovered(held, one[::step], other), f"{name} x {other_name}")
        for name, one in persons_in_order(held).items()
        for other_name, other in ballots.items()
        for step in (1, -1)
    )


@BOTH
def test_the_attack_finds_every_voter_where_the_order_is_known(
    caplog: pytest.LogCaptureFixture, kind: Kind
) -> None:
    held = an_election(caplog, signs_in="first", counts=lambda place: place % 4 == 0, kind=kind)
    told = [held.ballots[voter] for voter in held.order]
    assert recovered(held, held.order, told) == VOTERS
    most, by_which = most_recovered(held)
    assert most <= MOST_BY_CHANCE, by_which


@pytest.mark.parametrize("every", [1, 4, VOTERS])
def test_signing_in_just_before_casting_tells_nothing_however_soon_the_worker_counts(
    caplog: pytest.LogCaptureFixture, every: int
) -> None:
    held = an_election(
        caplog, signs_in="just before", counts=lambda place: place % every == every - 1
    )
    most, by_which = most_recovered(held)
    assert most <= MOST_BY_CHANCE, by_which
    assert ballots_on_board(held.commission.box).count() == VOTERS
