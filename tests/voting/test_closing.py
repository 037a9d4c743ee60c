"""Closing asks the law; what is adopted becomes a decision whose effect the law sets."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from tests.bodies.builders import a_holding, a_post, a_region
from tests.conftest import an_occasion
from tests.people.builders import a_person
from tests.voting.builders import (
    DAY,
    Hall,
    a_decision,
    a_hall,
    a_question_open,
    actor_of,
    by,
    cast,
    choose,
    counted,
)

from shanyraq.bodies.enums import Category, Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask
from shanyraq.law import Outcome
from shanyraq.people.enums import Gender, Language
from shanyraq.people.models import Person
from shanyraq.platform.journal import entries_of, verify
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import LawSilent, NotPresiding
from shanyraq.voting.actions import close_vote, open_method_vote, open_vote
from shanyraq.voting.actions.closing import AlreadyClosed, HandsNotCounted
from shanyraq.voting.enums import Choice, LegalEffect, Method, State
from shanyraq.voting.models import Decision, Vote
from shanyraq.voting.permissions import RunsNoVotes
from shanyraq.voting.queries import chosen_method, decisions_of, presence_by_category, roll

pytestmark = pytest.mark.django_db

HANDS = Method.OPEN_SHOW_OF_HANDS


def by_hands(hall: Hall, *, votes_for: int, against: int = 0, abstained: int = 0) -> Vote:
    vote = a_question_open(hall, HANDS)
    counted(hall, vote, votes_for=votes_for, against=against, abstained=abstained)
    return close_vote(occasion=by(hall.chair), vote=vote)


def test_more_than_half_of_those_present_adopts() -> None:
    vote = by_hands(a_hall(), votes_for=7, against=5)
    assert (vote.adopted, vote.needed, vote.base) == (True, 7, 12)
    assert vote.result is not None
    assert (vote.result.outcome, vote.result.clause) == (Outcome.MET, "R8.3b")


def test_a_tie_is_not_adopted() -> None:
    vote = by_hands(a_hall(), votes_for=6, against=6)
    assert vote.adopted is False
    assert not Decision.objects.exists()
    assert vote.result is not None
    assert vote.result.outcome == Outcome.NOT_MET


def test_those_who_abstain_or_do_not_vote_count_in_the_base() -> None:
    assert by_hands(a_hall(), votes_for=6, abstained=1).adopted is False


def test_ballots_are_counted_by_themselves() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    cast(vote, hall.members[:7])
    cast(vote, hall.members[7:9], Choice.AGAINST)
    cast(vote, hall.members[9:10], Choice.ABSTAIN)
    closed = close_vote(occasion=by(hall.clerk), vote=vote)
    assert (closed.votes_for, closed.votes_against, closed.votes_abstained) == (7, 2, 1)
    assert closed.state == State.CLOSED
    assert closed.adopted


def test_an_adopted_question_is_a_recommendatory_decision() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    assert (decision.number, decision.legal_effect) == ("15/1", LegalEffect.RECOMMENDATORY)
    assert (decision.title_kk, decision.adopted_on) == ("Тұжырымдама туралы", DAY)
    assert decision.effect.clause == "R3"
    _root, *conditions = decision.verdict.trace["nodes"]
    assert [node["rule"] for node in conditions] == [
        "session_quorum",
        "method_before_vote",
        "discuss_and_submit_concepts_and_programmes",
        "session_decision",
    ]
    assert decision.verdict.outcome == Outcome.MET
    assert list(decisions_of(hall.session)) == [decision]


def test_no_decision_takes_the_word_of_a_person_for_its_effect() -> None:
    verdict = ask("legal_effect", on=DAY, facts={"decision": str(ItemKind.ELECT_DEPUTIES)})
    assert verdict.value == LegalEffect.BINDING


def test_decisions_are_numbered_within_the_session() -> None:
    hall = a_hall()
    first = a_decision(hall)
    again = open_vote(occasion=by(hall.chair), item=hall.item)
    counted(hall, again, votes_for=12)
    second = close_vote(occasion=by(hall.chair), vote=again).decision
    assert [first.number, second.number] == ["15/1", "15/2"]


def test_an_adopted_method_is_chosen_and_makes_no_decision() -> None:
    hall = a_hall()
    choose(hall)
    assert chosen_method(hall.session) == Method.OPEN_ELECTRONIC
    assert not Decision.objects.exists()


def test_only_who_presides_or_records_it_closes() -> None:
    hall = a_hall()
    vote = a_question_open(hall)
    with pytest.raises(RunsNoVotes):
        close_vote(occasion=by(actor_of(hall.members[0])), vote=vote)
    assert not close_vote(occasion=by(hall.clerk), vote=vote).is_open


def test_a_deputy_does_not_run_votes_while_the_chair_presides() -> None:
    hall = a_hall()
    deputy = a_person(name="Орынбасар")
    a_holding(a_post(Role.DEPUTY_CHAIR, body=hall.session.body), person=deputy)
    with pytest.raises(NotPresiding) as refused:
        open_method_vote(
            occasion=by(deputy.actor), item=hall.method_item, proposed_method=Method.OPEN_ELECTRONIC
        )
    assert hall.session.presiding
    assert refused.value.facts == {"presiding": hall.session.presiding.name}
    vote = a_question_open(hall)
    with pytest.raises(NotPresiding):
        close_vote(occasion=by(deputy.actor), vote=vote)
    Session.objects.update(presiding=deputy)
    vote.refresh_from_db()
    assert not close_vote(occasion=by(deputy.actor), vote=vote).is_open


def test_a_vote_closes_once() -> None:
    hall = a_hall()
    vote = by_hands(hall, votes_for=7)
    with pytest.raises(AlreadyClosed):
        close_vote(occasion=by(hall.chair), vote=vote)
    assert Decision.objects.count() == 1


def test_closing_asked_for_twice_by_one_request_is_done_once() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    counted(hall, vote, votes_for=7)
    occasion = by(hall.chair, request_key="k")
    assert close_vote(occasion=occasion, vote=vote) == close_vote(occasion=occasion, vote=vote)


def test_hands_are_counted_before_closing() -> None:
    hall = a_hall()
    vote = a_question_open(hall, HANDS)
    with pytest.raises(HandsNotCounted):
        close_vote(occasion=by(hall.chair), vote=vote)
    counted(hall, vote, votes_for=0)
    assert close_vote(occasion=by(hall.chair), vote=vote).adopted is False


def test_the_entry_names_every_verdict_and_the_chain_is_whole() -> None:
    hall = a_hall()
    decision = a_decision(hall)
    entry = entries_of(decision.vote.public_id)[-1]
    assert entry.action == "voting.close_vote"
    assert decision.verdict.sha256 in entry.verdicts
    assert entry.facts["number"] == "15/1"
    assert verify() == []


def test_decisions_are_never_changed() -> None:
    a_decision(a_hall())
    with pytest.raises(DatabaseError, match="what happened stays"), transaction.atomic():
        Decision.objects.update(legal_effect=LegalEffect.BINDING)
    assert Decision.objects.get().legal_effect == LegalEffect.RECOMMENDATORY


def test_who_was_present_is_told_by_category_and_by_name() -> None:
    hall = a_hall(present=10)
    vote = a_question_open(hall)
    cast(vote, hall.members[:1], Choice.AGAINST)
    rows = presence_by_category(vote)
    assert [(row.members, row.present) for row in rows] == [(3, 3), (3, 3), (3, 2), (3, 2)]
    names = roll(vote)
    assert len(names) == 10
    assert (names[0].name, names[0].choice) == ("Мүше 000", Choice.AGAINST)
    assert names[1].choice is None


@pytest.mark.parametrize("votes_for", range(13))
def test_every_count_of_a_small_hall_is_decided_as_the_arithmetic_says(votes_for: int) -> None:
    assert by_hands(a_hall(), votes_for=votes_for).adopted is (2 * votes_for > 12)


REAL = [
    pytest.param(446, 372, 369, dt.date(2016, 4, 26), id="2016, moved to 2008"),
    pytest.param(504, 351, 351, dt.date(2021, 4, 28), id="2021, moved to 2008"),
]


@pytest.mark.parametrize(("members", "present", "votes_for", "own_day"), REAL)
def test_figures_of_real_sessions_run_through_quorum_and_result(
    *, members: int, present: int, votes_for: int, own_day: dt.date
) -> None:
    """The figures are real, the date is not: they are moved to 20 October 2008."""
    hall = a_hall(members=members, present=present)
    vote = by_hands(hall, votes_for=votes_for)
    assert (vote.members, vote.base, vote.needed) == (members, present, present // 2 + 1)
    assert vote.adopted
    for rule, facts in (
        ("session_quorum", {"members": members, "present": present}),
        ("session_decision", {"present": present, "for": votes_for}),
    ):
        assert ask(rule, on=own_day, facts=facts).outcome is Outcome.NO_PROVISION


@pytest.mark.parametrize(("members", "present", "votes_for", "own_day"), REAL)
def test_on_their_own_dates_no_vote_opens(
    *, members: int, present: int, votes_for: int, own_day: dt.date
) -> None:
    del votes_for
    hall = a_hall(members=members, present=present, day=own_day)
    with pytest.raises(LawSilent) as refused:
        open_method_vote(
            occasion=an_occasion(actor=hall.chair, on=own_day),
            item=hall.method_item,
            proposed_method=HANDS,
        )
    assert refused.value.verdict is not None
    assert refused.value.verdict.outcome is Outcome.NO_PROVISION


def told(vote: Vote) -> tuple[object, ...]:
    """What is decided, with every verdict's outcome and working; no names or identifiers."""
    numbers = (vote.base, vote.needed, vote.votes_for, vote.votes_against, vote.adopted)
    decision = Decision.objects.filter(vote=vote).first()
    nodes = decision.verdict.trace["nodes"] if decision else []
    return (*numbers, [(node["rule"], node["outcome"], node.get("computed")) for node in nodes])


def run_with(order: list[int], *, spread: bool) -> tuple[object, ...]:
    """One whole vote in which persons differ in everything that must not matter."""
    hall = a_hall(members=12)
    if spread:
        regions = [a_region(iso=f"KZ-{place}") for place in range(3)]
        for place, seat in zip(order, hall.members, strict=True):
            Person.objects.filter(pk=seat.person_id).update(
                gender=list(Gender)[place % 2], preferred_language=list(Language)[place % 3]
            )
            category = list(Category)[place % 4]
            Membership.objects.filter(pk=seat.pk).update(category=category, area=regions[place % 3])
    vote = a_question_open(hall)
    voters = [hall.members[place] for place in order]
    cast(vote, voters[:7])
    cast(vote, voters[7:10], Choice.AGAINST)
    return told(close_vote(occasion=by(hall.chair), vote=vote))


@pytest.mark.parametrize("step", [1, 5, 7, 11])
def test_who_the_voters_are_changes_no_result(step: int) -> None:
    with transaction.atomic():
        plain = run_with(list(range(12)), spread=False)
        transaction.set_rollback(True)
    permuted = run_with([(place * step) % 12 for place in range(12)], spread=True)
    assert permuted == plain
