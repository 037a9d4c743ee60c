"""Votes at meetings: the Council counts all its members, a small assembly goes by its statute."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.bodies.builders import a_body
from tests.conftest import an_occasion
from tests.sittings.builders import an_institution, arrived
from tests.sittings.meeting_builders import (
    SOON,
    STATUTE,
    a_convened_meeting,
    a_council,
    a_meeting_plan,
    a_small_assembly,
)

from shanyraq.charter.queries import ask, verdict_again
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.actions import (
    begin_item,
    convene_meeting,
    open_session,
    prepare_meeting,
)
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import NotPresiding
from shanyraq.voting.actions import (
    cast_ballot,
    close_vote,
    count_hands,
    open_method_vote,
    open_vote,
)
from shanyraq.voting.actions.casting import CountsDoNotAddUp, NotRegisteredWhenOpened
from shanyraq.voting.actions.opening import (
    DecidesWithoutVotes,
    MethodNotBuilt,
    NoQuorumForVote,
    OutsideCompetence,
)
from shanyraq.voting.enums import Choice, LegalEffect, Method
from shanyraq.voting.models import Vote
from shanyraq.voting.permissions import NotTheCounter, RunsNoVotes


def by(person: Person, *, hour: int = 11) -> Occasion:
    """A person acts on the day of the meeting."""
    return an_occasion(actor=person.actor, on=SOON, hour=hour)


def council_needs(members: int) -> int:
    """How many votes for a decision of the Council needs by the law."""
    found = ask("council_decision", on=SOON, facts={"members": members, "for": 0}).needed
    assert found is not None
    return found


class CouncilRoom:
    """A meeting of the Council that discusses its question, with so many members present."""

    def __init__(self, *, members: int = 6, present: int | None = None) -> None:
        self.council = a_council(members=members)
        self.chair = self.council.second
        self.clerk = self.council.house.secretary
        self.session = a_convened_meeting(self.council)
        self.there = self.council.seats[: members if present is None else present]
        arrived(self.session, self.there)
        open_session(occasion=by(self.chair), session=self.session)
        self.item = begin_item(occasion=by(self.chair), item=self.session.items.get())

    def vote(self, method: Method = Method.OPEN_SHOW_OF_HANDS) -> Vote:
        """The question put to the vote by who presides."""
        return open_vote(occasion=by(self.chair), item=self.item, method=method)

    def hands(self, vote: Vote, votes_for: int) -> Vote:
        """So many hands counted, the vote closed."""
        count_hands(occasion=by(self.clerk), vote=vote, votes_for=votes_for, against=0, abstained=0)
        return close_vote(occasion=by(self.chair), vote=vote)


@pytest.mark.django_db
def test_the_council_counts_from_all_its_members() -> None:
    room = CouncilRoom(members=6, present=5)
    vote = room.vote()
    assert (vote.members, vote.present, vote.base, vote.needed) == (6, 5, 6, council_needs(6))
    vote = room.hands(vote, council_needs(6))
    assert vote.adopted
    assert (vote.decision.number, vote.decision.legal_effect) == (
        "C1/1",
        LegalEffect.RECOMMENDATORY,
    )
    rules = [child.rule for child in verdict_again(vote.decision.verdict).children]
    assert "council_decision" in rules


@pytest.mark.django_db
def test_one_vote_short_of_the_council_decides_nothing() -> None:
    room = CouncilRoom(members=6)
    vote = room.hands(room.vote(), council_needs(6) - 1)
    assert vote.adopted is False
    assert not hasattr(vote, "decision")


@pytest.mark.django_db
def test_members_of_the_council_vote_from_their_devices() -> None:
    room = CouncilRoom(members=4, present=3)
    vote = room.vote(Method.OPEN_ELECTRONIC)
    with pytest.raises(NotRegisteredWhenOpened):
        cast_ballot(occasion=by(room.council.seats[3].person), vote=vote, choice=Choice.FOR)
    for seat in room.there:
        cast_ballot(occasion=by(seat.person), vote=vote, choice=Choice.FOR)
    vote = close_vote(occasion=by(room.chair), vote=vote)
    assert (vote.votes_for, vote.adopted) == (3, council_needs(4) <= 3)


@pytest.mark.django_db
def test_no_more_hands_than_members_in_the_room() -> None:
    room = CouncilRoom(members=6, present=4)
    vote = room.vote()
    with pytest.raises(CountsDoNotAddUp):
        room.hands(vote, 5)
    assert room.hands(vote, 4).votes_for == 4


@pytest.mark.django_db
def test_only_who_presides_opens_and_the_working_organ_records() -> None:
    room = CouncilRoom()
    with pytest.raises(NotPresiding):
        open_vote(occasion=by(room.council.house.deputy), item=room.item)
    with pytest.raises(RunsNoVotes):
        open_vote(occasion=by(room.there[0].person), item=room.item)
    assert open_vote(occasion=by(room.clerk), item=room.item).is_open


@pytest.mark.django_db
def test_the_council_does_not_vote_on_how_to_vote() -> None:
    room = CouncilRoom()
    with pytest.raises(OutsideCompetence):
        open_method_vote(
            occasion=by(room.chair),
            item=room.item,
            proposed_method=Method.OPEN_ELECTRONIC,
        )
    with pytest.raises(MethodNotBuilt):
        room.vote(Method.ROLL_CALL)


class RegionRoom:
    """A meeting of a small assembly that discusses its question."""

    def __init__(self, *, members: int = 6, present: int | None = None) -> None:
        self.region = a_small_assembly(members=members)
        plan = a_meeting_plan(ItemKind.SMALL_ASSEMBLY_QUESTION)
        draft = prepare_meeting(
            occasion=an_occasion(actor=self.region.clerk.actor), body=self.region.body, plan=plan
        )
        occasion = an_occasion(actor=self.region.chair.actor)
        self.session: Session = convene_meeting(occasion=occasion, session=draft)
        self.there = self.region.seats[: members if present is None else present]
        arrived(self.session, self.there)
        open_session(occasion=by(self.region.chair), session=self.session)
        self.item: AgendaItem = begin_item(
            occasion=by(self.region.chair), item=self.session.items.get()
        )


@pytest.mark.django_db
def test_a_small_assembly_decides_by_its_statute() -> None:
    room = RegionRoom(members=6, present=5)
    vote = open_vote(occasion=by(room.region.chair), item=room.item)
    facts = {"present": 5, "for": 0}
    rule = "small_assembly_decision"
    assert vote.needed == ask(rule, on=SOON, facts=facts, layers=[STATUTE]).needed
    with pytest.raises(NotTheCounter):
        count_hands(
            occasion=by(room.there[0].person), vote=vote, votes_for=5, against=0, abstained=0
        )
    count_hands(occasion=by(room.region.clerk), vote=vote, votes_for=5, against=0, abstained=0)
    vote = close_vote(occasion=by(room.region.clerk), vote=vote)
    area = room.region.body.area
    assert area is not None
    assert vote.decision.number == f"{area.iso}-1/1"


@pytest.mark.django_db
def test_a_small_assembly_left_by_its_quorum_puts_nothing_to_the_vote() -> None:
    room = RegionRoom(members=6)
    room.session.attendances.filter(membership__in=room.region.seats[1:]).delete()
    with pytest.raises(NoQuorumForVote):
        open_vote(occasion=by(room.region.chair), item=room.item)


@pytest.mark.django_db
def test_an_advisory_body_holds_no_votes() -> None:
    house = an_institution()
    body = a_body(Classification.ADVISORY_BODY, name="Орталық")
    plan = a_meeting_plan(ItemKind.OPINION)
    session = prepare_meeting(occasion=house.by(house.secretary), body=body, plan=plan)
    session = convene_meeting(occasion=house.by(house.secretary), session=session)
    open_session(occasion=by(house.secretary), session=session)
    item = begin_item(occasion=by(house.secretary), item=session.items.get())
    with pytest.raises(RunsNoVotes):
        open_vote(occasion=by(house.chair), item=item)
    with pytest.raises(DecidesWithoutVotes):
        open_vote(occasion=by(house.secretary), item=item)


class TestAdoption(TestCase):
    """R9.2c measures adopters against the total, whoever is in the room (A13)."""

    @settings(max_examples=12, deadline=None)
    @given(st.data())
    def test_presence_never_changes_what_adopts(self, data: st.DataObject) -> None:
        members = data.draw(st.integers(1, 7))
        present = data.draw(st.integers(1, members))
        votes_for = data.draw(st.integers(0, present))
        room = CouncilRoom(members=members, present=present)
        vote = room.hands(room.vote(), votes_for)
        assert vote.needed == council_needs(members)
        assert vote.adopted is (votes_for >= council_needs(members))
