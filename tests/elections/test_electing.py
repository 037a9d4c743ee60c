"""The Council nominates, the Session elects by paper secret ballot, the law decides who is in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.elections.builders import (
    DAY,
    a_house,
    a_protocol,
    announced,
    counted,
    listed,
    needed,
    nominated,
    opened,
    prepared,
    voted,
)
from tests.voting.builders import actor_of, an_item, by

from shanyraq.charter.queries import ask, verdict_again
from shanyraq.elections.actions import (
    announce,
    list_nominees,
    open_election,
    prepare,
    record_count,
)
from shanyraq.elections.actions.announcing import BallotsNotCounted, NotUnderWay
from shanyraq.elections.actions.counting import (
    CandidateUncounted,
    MoreFoundThanIssued,
    MoreInvalidThanFound,
    MoreIssuedThanPresent,
    MoreMarksThanBallots,
    NotBeingCounted,
)
from shanyraq.elections.actions.nominating import ListedTwice, ListSettled, NotANomination
from shanyraq.elections.actions.opening import OpenedAlready
from shanyraq.elections.actions.preparing import (
    ElectionUnderWay,
    ItemIsOver,
    NoCandidates,
    NominationUsed,
    NoNomination,
    NotAnElection,
    SeatsOutOfLaw,
)
from shanyraq.elections.models import CandidateResult, Election, Nominee, PaperBallotCount
from shanyraq.elections.permissions import ElectedBySecretBallot, ElectionIsOpen
from shanyraq.elections.queries import (
    candidates_of,
    elected_by,
    election_pack,
    nominations,
    placed,
    results_of,
)
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import close_session, finish_item
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import NotYours
from shanyraq.voting.actions import open_vote
from shanyraq.voting.actions.opening import ItemNotTakenUp, NoQuorumForVote
from shanyraq.voting.enums import LegalEffect
from shanyraq.voting.permissions import NotTheCounter, RunsNoVotes

pytestmark = pytest.mark.django_db


def elected_places(election: Election) -> list[int]:
    """Places on the ballot of those elected."""
    found = results_of(election).filter(elected=True)
    return sorted(found.values_list("candidate__number", flat=True))


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


# Opening.


def test_opening_keeps_how_many_may_vote_and_nobody_by_name() -> None:
    house = a_house(members=24, present=20)
    election = opened(house, 2)
    assert (election.roll, election.members) == (20, 24)
    facts = entries_of(election.public_id)[-1].facts
    assert facts == {"roll": 20, "members": 24}
    related = {field.related_model for field in Election._meta.get_fields()}
    assert not {"Membership", "Voter", "Attendance"} & {
        one.__name__ for one in related if one is not None and not isinstance(one, str)
    }


@pytest.mark.parametrize("lacking", [1, 0])
def test_an_election_opens_with_a_quorum_only(lacking: int) -> None:
    least = ask("session_quorum", on=DAY, facts={"members": 24, "present": 0}).needed or 0
    house = a_house(members=24, present=least - lacking)
    election = prepared(house, 2)
    if lacking:
        with pytest.raises(NoQuorumForVote):
            open_election(occasion=by(house.hall.chair), election=election)
    else:
        assert open_election(occasion=by(house.hall.chair), election=election).is_open


def test_an_election_opens_once_under_its_question_by_who_presides() -> None:
    house = a_house()
    election = prepared(house, 2)
    with pytest.raises(RunsNoVotes):
        open_election(occasion=by(actor_of(house.hall.members[0])), election=election)
    AgendaItem.objects.filter(pk=house.item.pk).update(state=ItemState.WAITING)
    with pytest.raises(ItemNotTakenUp):
        open_election(occasion=by(house.hall.chair), election=election)
    AgendaItem.objects.filter(session=house.hall.session).update(state=ItemState.FINISHED)
    AgendaItem.objects.filter(pk=house.hall.question.pk).update(state=ItemState.DISCUSSED)
    assert open_election(occasion=by(house.hall.clerk), election=election).is_open
    with pytest.raises(OpenedAlready):
        open_election(occasion=by(house.hall.chair), election=election)


def test_nothing_ends_while_ballots_are_out_and_an_open_vote_elects_nobody() -> None:
    house = a_house()
    with pytest.raises(ElectedBySecretBallot):
        open_vote(occasion=by(house.hall.chair), item=house.item)
    election = opened(house, 2)
    item = AgendaItem.objects.get(pk=election.item_id)
    with pytest.raises(ElectionIsOpen):
        finish_item(occasion=by(house.hall.chair), item=item)
    AgendaItem.objects.filter(pk=item.pk).update(state=ItemState.FINISHED)
    with pytest.raises(ElectionIsOpen):
        close_session(occasion=by(house.hall.chair), session=house.hall.session)
    AgendaItem.objects.filter(pk=item.pk).update(state=ItemState.DISCUSSED)
    announced(house, election, [24, 24])
    assert finish_item(occasion=by(house.hall.chair), item=item).state == ItemState.FINISHED


# Counting.


def test_the_working_organ_enters_the_protocol_and_may_correct_it() -> None:
    house = a_house()
    election = opened(house, 2)
    with pytest.raises(NotTheCounter):
        record_count(
            occasion=by(actor_of(house.hall.members[0])),
            election=election,
            protocol=a_protocol(election, [1, 1]),
        )
    counted(house, election, [20, 3])
    counted(house, election, [20, 4])
    assert PaperBallotCount.objects.count() == 2
    announce(occasion=by(house.hall.chair), election=election)
    votes = CandidateResult.objects.order_by("candidate__number").values_list("votes", flat=True)
    assert list(votes) == [20, 4]


@pytest.mark.parametrize(
    ("numbers", "refusal"),
    [
        ({"issued": 25}, MoreIssuedThanPresent),
        ({"issued": 20, "found": 21}, MoreFoundThanIssued),
        ({"found": 20, "invalid": 21}, MoreInvalidThanFound),
        ({"found": 20, "invalid": 3}, MoreMarksThanBallots),
    ],
)
def test_numbers_that_do_not_add_up_are_refused(
    numbers: dict[str, int], refusal: type[Exception]
) -> None:
    house = a_house()
    election = opened(house, 2)
    with pytest.raises(refusal):
        record_count(
            occasion=by(house.hall.clerk),
            election=election,
            protocol=a_protocol(election, [18, 2], **numbers),
        )
    right = a_protocol(election, [18, 2], issued=23, found=20, invalid=2)
    record_count(occasion=by(house.hall.clerk), election=election, protocol=right)
    count = PaperBallotCount.objects.get()
    assert (count.issued, count.found, count.valid) == (23, 20, 18)


def test_every_candidate_is_counted_and_nobody_else() -> None:
    house = a_house()
    election = opened(house, 2)
    protocol = a_protocol(election, [3, 3])
    for votes in ({}, {**protocol.votes, "somebody": 1}):
        changed = type(protocol)(issued=24, found=24, invalid=0, votes=votes, file=protocol.file)
        with pytest.raises(CandidateUncounted):
            record_count(occasion=by(house.hall.clerk), election=election, protocol=changed)


def test_ballots_are_counted_between_opening_and_result() -> None:
    house = a_house()
    election = prepared(house, 1)
    with pytest.raises(NotBeingCounted):
        record_count(
            occasion=by(house.hall.clerk), election=election, protocol=a_protocol(election, [0])
        )
    with pytest.raises(NotUnderWay):
        announce(occasion=by(house.hall.chair), election=election)
    open_election(occasion=by(house.hall.chair), election=election)
    with pytest.raises(BallotsNotCounted):
        announce(occasion=by(house.hall.chair), election=election)
    announced(house, election, [24])
    with pytest.raises(NotBeingCounted):
        counted(house, election, [23])
    with pytest.raises(NotUnderWay):
        announce(occasion=by(house.hall.chair), election=election)


# The result; the votes here are made up.


def test_as_many_pass_as_there_are_seats_and_the_result_binds() -> None:
    house = a_house()
    least = needed(24)
    election = opened(house, house.seats)
    announced(house, election, [least] * house.seats)
    election.refresh_from_db()
    assert elected_places(election) == list(range(1, house.seats + 1))
    assert (election.unfilled, election.legal_effect) == (0, LegalEffect.BINDING)
    assert election.effect is not None
    assert election.effect.clause.startswith("R3")
    assert not Election.objects.filter(repeats=election).exists()
    first = verdict_again(results_of(election)[0].verdict)
    assert (first.rule, first.clause, first.needed) == ("candidate_elected", "E9.1", least)


def test_exactly_half_is_not_enough() -> None:
    house = a_house()
    election = opened(house, 2)
    announced(house, election, [12, needed(24)])
    assert elected_places(election) == [2]


def test_ten_pass_for_nine_seats_and_the_first_nine_by_votes_get_them() -> None:
    house = a_house()
    many = house.seats + 1
    election = opened(house, many)
    announced(house, election, [24 - number for number in range(many)])
    assert elected_places(election) == list(range(1, many))
    last = results_of(election).get(candidate__number=many)
    assert last.verdict.outcome == "met"
    assert not last.elected
    assert not Election.objects.filter(repeats=election).exists()


def test_a_tie_for_the_last_seat_is_voted_again_and_more_votes_win() -> None:
    house = a_house()
    many = house.seats + 1
    election = opened(house, many)
    announced(house, election, [*[20] * (many - 2), 15, 15])
    assert elected_places(election) == list(range(1, many - 1))
    again = Election.objects.get(repeats=election)
    assert (again.seats, again.round, candidates_of(again).count()) == (1, 2, 2)
    open_election(occasion=by(house.hall.chair), election=again)
    announced(house, again, [5, 6])
    assert elected_places(again) == [2]
    verdict = verdict_again(results_of(again)[0].verdict)
    assert verdict.rule == "candidate_elected_in_repeat_vote"
    assert elected_by(election.nomination).count() == house.seats


def test_a_repeat_vote_that_is_tied_is_voted_again() -> None:
    house = a_house()
    election = opened(house, house.seats + 1)
    announced(house, election, [*[20] * (house.seats - 1), 15, 15])
    again = Election.objects.get(repeats=election)
    open_election(occasion=by(house.hall.chair), election=again)
    announced(house, again, [12, 12])
    assert elected_places(again) == []
    third = Election.objects.get(repeats=again)
    assert (third.seats, third.round, candidates_of(third).count()) == (1, 3, 2)


def test_eight_pass_and_the_ninth_needs_the_majority_where_nobody_stands_against() -> None:
    house = a_house()
    election = opened(house, house.seats)
    announced(house, election, [*[20] * (house.seats - 1), 12])
    again = Election.objects.get(repeats=election)
    assert (again.seats, candidates_of(again).count()) == (1, 1)
    open_election(occasion=by(house.hall.chair), election=again)
    announced(house, again, [needed(24) - 1])
    third = Election.objects.get(repeats=again)
    open_election(occasion=by(house.hall.chair), election=third)
    announced(house, third, [needed(24)])
    assert elected_places(third) == [1]


def test_seats_without_candidates_stay_empty() -> None:
    house = a_house()
    election = opened(house, house.seats - 1)
    announced(house, election, [24] * (house.seats - 1))
    election.refresh_from_db()
    assert election.unfilled == 1
    assert not Election.objects.filter(repeats=election).exists()


def test_the_law_of_the_day_before_elections_were_known_gives_no_result() -> None:
    before = dt.date(2007, 6, 18)
    facts = {"took_part": 24, "for": 24}
    pack = election_pack(DAY)
    assert ask("candidate_elected", on=before, facts=facts, layers=(pack,)).needed is None
    assert ask("candidate_elected", on=DAY, facts=facts, layers=(pack,)).met


# Small numbers, every order.


@given(
    votes=st.lists(st.integers(0, 6), min_size=1, max_size=6),
    seats=st.integers(1, 4),
    least=st.integers(1, 6),
)
def test_seats_go_to_the_most_votes_and_never_past_a_tie(
    votes: list[int], seats: int, least: int
) -> None:
    by_key = dict(enumerate(votes))
    passed = [one for one, own in by_key.items() if own >= least]
    outcome = placed(by_key, passed=passed, seats=seats, rivals_beyond_seats=1)
    assert len(outcome.elected) + outcome.unfilled == seats
    assert set(outcome.elected) <= set(passed)
    out = [one for one in passed if one not in outcome.elected]
    assert all(by_key[won] > by_key[lost] for won in outcome.elected for lost in out)
    if not outcome.unfilled:
        assert outcome.contenders == ()
    rest = [one for one in by_key if one not in outcome.elected]
    assert set(outcome.contenders) <= set(rest)
    assert bool(outcome.contenders) == bool(outcome.unfilled and rest)
    if out and outcome.unfilled:
        tied = {by_key[one] for one in out}
        assert len(out) > outcome.unfilled
        assert max(tied) in {by_key[one] for one in outcome.contenders}
