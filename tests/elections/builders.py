"""An institution whose Council has nominated candidates and whose Session elects from them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tests.sittings.builders import a_file
from tests.voting.builders import Hall, a_hall, an_item, by, present_at, some_people, some_seats

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask
from shanyraq.elections.actions import (
    Protocol,
    announce,
    list_nominees,
    open_election,
    prepare,
    record_count,
)
from shanyraq.elections.models import Election
from shanyraq.elections.queries import candidates_of, election_pack, lawful_seats
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.actions import close_vote, count_hands, open_vote
from shanyraq.voting.models import Decision, Vote

DAY = dt.date(2008, 10, 20)


@dataclass(frozen=True)
class House:
    """An open Session with the election taken up, and the Council's question of nomination."""

    hall: Hall
    item: AgendaItem
    nomination_item: AgendaItem
    council: Sequence[Membership]

    @property
    def seats(self) -> int:
        """How many the election law lets be elected."""
        return lawful_seats(election_pack(DAY))


def a_house(*, members: int = 24, present: int | None = None, council: int = 6) -> House:
    """A Session of so many members and a meeting of the Council on the same day, both open."""
    hall = a_hall(members=members, present=present, kind=ItemKind.ELECT_DEPUTIES)
    body = hall.session.body
    small = type(body).objects.create(
        classification=Classification.COUNCIL,
        name_kk="Кеңес",
        name_ru="Совет",
        name_en="Council",
        parent=body,
    )
    seats = some_seats(small, council)
    session = hall.session
    meeting = Session.objects.create(
        body=small,
        number=3,
        kind=Kind.MEETING,
        state=State.OPEN,
        starts_at=session.starts_at,
        place_kk="Астана",
        place_ru="Астана",
        place_en="Astana",
        announced_at=session.announced_at,
        opened_at=session.opened_at,
        presiding=session.presiding,
    )
    question = an_item(meeting, 1, kind=ItemKind.MAZHILIS_CANDIDATES, state=ItemState.DISCUSSED)
    present_at(meeting, seats)
    return House(hall, hall.item, question, seats)


def listed(house: House, many: int) -> list[Person]:
    """So many persons on the list of the nomination."""
    persons = some_people(many)
    list_nominees(occasion=by(house.hall.clerk), item=house.nomination_item, persons=persons)
    return persons


def voted(house: House, *, votes_for: int | None = None) -> Vote:
    """The Council has voted on the nomination by hands; all for unless told."""
    vote = open_vote(occasion=by(house.hall.chair), item=house.nomination_item)
    count_hands(
        occasion=by(house.hall.clerk),
        vote=vote,
        votes_for=vote.base if votes_for is None else votes_for,
        against=0,
        abstained=0,
    )
    return close_vote(occasion=by(house.hall.chair), vote=vote)


def nominated(house: House, many: int) -> Decision:
    """So many candidates nominated by the whole Council."""
    listed(house, many)
    return voted(house).decision


def prepared(house: House, many: int, *, seats: int | None = None) -> Election:
    """An election of so many candidates, prepared."""
    return prepare(
        occasion=by(house.hall.clerk),
        item=house.item,
        nomination=nominated(house, many),
        seats=seats,
    )


def opened(house: House, many: int, *, seats: int | None = None) -> Election:
    """The same, opened by who presides."""
    return open_election(occasion=by(house.hall.chair), election=prepared(house, many, seats=seats))


def a_protocol(
    election: Election,
    votes: Sequence[int],
    *,
    issued: int | None = None,
    found: int | None = None,
    invalid: int = 0,
) -> Protocol:
    """The commission's protocol: votes in the order of the ballot; all ballots cast and valid."""
    keys = [one.public_id for one in candidates_of(election)]
    out = (election.roll or 0) if issued is None else issued
    return Protocol(
        issued=out,
        found=out if found is None else found,
        invalid=invalid,
        votes=dict(zip(keys, votes, strict=True)),
        file=a_file(),
    )


def counted(house: House, election: Election, votes: Sequence[int]) -> Election:
    """The protocol entered by the Working Organ."""
    election.refresh_from_db()
    protocol = a_protocol(election, votes)
    return record_count(occasion=by(house.hall.clerk), election=election, protocol=protocol)


def announced(house: House, election: Election, votes: Sequence[int]) -> Election:
    """The votes counted and the result announced."""
    counted(house, election, votes)
    return announce(occasion=by(house.hall.chair), election=election)


def needed(took_part: int, *, on: dt.date = DAY) -> int:
    """The votes a candidate needs by the election law."""
    facts = {"took_part": took_part, "for": 0}
    verdict = ask("candidate_elected", on=on, facts=facts, layers=(election_pack(on),))
    assert verdict.needed is not None
    return verdict.needed
