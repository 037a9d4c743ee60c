"""The Council nominates; an election is prepared from its adopted decision only (R9.2b)."""

import pytest
from tests.elections.builders import (
    DAY,
    a_house,
    listed,
    nominated,
    prepared,
    voted,
)
from tests.voting.builders import (
    a_council,
    actor_of,
    an_item,
    answer,
    asked,
    by,
    poll_ends,
    some_people,
)

from shanyraq.charter.queries import ask
from shanyraq.elections.actions import (
    list_nominees,
    prepare,
)
from shanyraq.elections.actions.nominating import ListedTwice, ListSettled, NotANomination
from shanyraq.elections.actions.preparing import (
    ElectionUnderWay,
    ItemIsOver,
    NoCandidates,
    NominationUsed,
    NoNomination,
    NotAnElection,
    SeatsOutOfLaw,
)
from shanyraq.elections.models import Nominee
from shanyraq.elections.queries import (
    candidates_of,
    nominations,
    nominees_of,
)
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import NotYours
from shanyraq.voting.actions import open_poll, open_vote

pytestmark = pytest.mark.django_db


# Nominating.


def test_the_working_organ_writes_the_list_and_rewrites_it() -> None:
    house = a_house()
    listed(house, 3)
    persons = listed(house, 2)
    assert list(Nominee.objects.values_list("person_id", flat=True)) == [one.pk for one in persons]
    facts = entries_of(house.nomination_item.public_id)[-1].facts
    assert facts["nominees"] == [one.public_id for one in persons]


def test_a_member_writes_no_list() -> None:
    house = a_house()
    with pytest.raises(NotYours):
        list_nominees(
            occasion=by(actor_of(house.council[0])), item=house.nomination_item, persons=[]
        )


def test_nobody_is_listed_twice_or_on_another_question() -> None:
    house = a_house()
    persons = listed(house, 1)
    with pytest.raises(ListedTwice):
        list_nominees(
            occasion=by(house.hall.clerk), item=house.nomination_item, persons=persons * 2
        )
    other = an_item(
        house.nomination_item.session,
        2,
        kind=ItemKind.IMPORTANT_QUESTIONS,
        state=ItemState.WAITING,
    )
    with pytest.raises(NotANomination):
        list_nominees(occasion=by(house.hall.clerk), item=other, persons=persons)


def test_the_list_stands_once_it_is_voted_on() -> None:
    house = a_house()
    listed(house, 2)
    open_vote(occasion=by(house.hall.chair), item=house.nomination_item)
    with pytest.raises(ListSettled):
        listed(house, 1)


def test_a_list_that_was_not_adopted_may_be_written_anew() -> None:
    house = a_house()
    listed(house, 2)
    assert not voted(house, votes_for=0).adopted
    assert len(listed(house, 1)) == 1
    assert voted(house).adopted
    with pytest.raises(ListSettled):
        listed(house, 1)


# Preparing.


def test_the_candidates_are_those_whom_the_council_nominated() -> None:
    house = a_house()
    decision = nominated(house, 4)
    assert list(nominations()) == [decision]
    election = prepare(occasion=by(house.hall.clerk), item=house.item, nomination=decision)
    names = [one.person_id for one in candidates_of(election)]
    assert names == list(Nominee.objects.values_list("person_id", flat=True))
    assert (election.seats, election.round) == (house.seats, 1)
    assert not nominations().exists()


def test_one_vote_short_in_the_council_nominates_nobody() -> None:
    house = a_house()
    listed(house, 2)
    least = ask("council_decision", on=DAY, facts={"members": 6, "for": 0}).needed or 0
    assert not voted(house, votes_for=least - 1).adopted
    with pytest.raises(NoNomination) as refused:
        prepare(occasion=by(house.hall.clerk), item=house.item, nomination=nominations().first())
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R9.2b"
    assert refused.value.remedy
    assert voted(house, votes_for=least).adopted
    nomination = nominations().first()
    assert prepare(occasion=by(house.hall.clerk), item=house.item, nomination=nomination).pk


def test_a_decision_on_something_else_nominates_nobody() -> None:
    house = a_house()
    decision = nominated(house, 1)
    AgendaItem.objects.filter(pk=house.nomination_item.pk).update(kind=ItemKind.IMPORTANT_QUESTIONS)
    decision.refresh_from_db()
    with pytest.raises(NoNomination):
        prepare(occasion=by(house.hall.clerk), item=house.item, nomination=decision)


def test_a_decision_that_names_nobody_makes_no_election() -> None:
    house = a_house()
    decision = voted(house).decision
    with pytest.raises(NoCandidates):
        prepare(occasion=by(house.hall.clerk), item=house.item, nomination=decision)


def test_no_second_election_from_one_decision_or_under_one_question() -> None:
    house = a_house()
    election = prepared(house, 2)
    with pytest.raises(ElectionUnderWay):
        prepare(occasion=by(house.hall.clerk), item=house.item, nomination=election.nomination)
    other = an_item(house.hall.session, 3, kind=ItemKind.ELECT_DEPUTIES, state=ItemState.WAITING)
    with pytest.raises(NominationUsed):
        prepare(occasion=by(house.hall.clerk), item=other, nomination=election.nomination)


def test_only_an_election_that_is_not_over_elects() -> None:
    house = a_house()
    decision = nominated(house, 1)
    with pytest.raises(NotAnElection):
        prepare(occasion=by(house.hall.clerk), item=house.hall.method_item, nomination=decision)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.FINISHED)
    with pytest.raises(ItemIsOver):
        prepare(occasion=by(house.hall.clerk), item=house.hall.question, nomination=decision)


def test_a_by_election_fills_as_many_seats_as_the_law_has_and_no_more() -> None:
    house = a_house()
    decision = nominated(house, 1)
    for seats in (0, house.seats + 1):
        with pytest.raises(SeatsOutOfLaw):
            prepare(
                occasion=by(house.hall.clerk), item=house.item, nomination=decision, seats=seats
            )
    one = prepare(occasion=by(house.hall.clerk), item=house.item, nomination=decision, seats=1)
    assert one.seats == 1


def test_a_member_prepares_no_election() -> None:
    house = a_house()
    decision = nominated(house, 1)
    with pytest.raises(NotYours):
        prepare(occasion=by(actor_of(house.hall.members[0])), item=house.item, nomination=decision)


def test_the_list_of_a_poll_stands_once_a_member_has_answered() -> None:
    council = a_council()
    poll = open_poll(
        occasion=by(council.clerk, hour=9),
        ends_at=poll_ends(),
        questions=[asked(kind=ItemKind.MAZHILIS_CANDIDATES)],
    )
    item, persons = poll.items.get(), some_people(2)
    list_nominees(occasion=by(council.clerk), item=item, persons=persons)
    answer(poll, council.members[:1])
    with pytest.raises(ListSettled):
        list_nominees(occasion=by(council.clerk), item=item, persons=persons[:1])
    assert nominees_of(item).count() == 2
