"""A member's sheet: once, whole, and hidden from everybody until the poll is closed."""

import datetime as dt

import pytest
from tests.bodies.builders import a_seat
from tests.voting.builders import (
    DAY,
    a_council,
    a_poll,
    actor_of,
    answer,
    by,
    concluded,
    sheet,
)

from shanyraq.bodies.models import Membership
from shanyraq.platform.journal import entries_of, verify
from shanyraq.platform.models import JournalEntry
from shanyraq.platform.occasion import Actor
from shanyraq.sittings.models import Session
from shanyraq.voting.actions import answer_poll
from shanyraq.voting.actions._steps import PollIsClosed, PollTimeOver
from shanyraq.voting.actions.answering import AnsweredAlready, SheetIncomplete
from shanyraq.voting.enums import Choice
from shanyraq.voting.models import Ballot, Sheet, Vote
from shanyraq.voting.permissions import NotOfTheCouncil
from shanyraq.voting.queries import (
    answers_of,
    own_answers,
    poll_votes,
    standing_of,
)

pytestmark = pytest.mark.django_db

NEXT = DAY + dt.timedelta(days=1)


def vote_of(poll: Session) -> Vote:
    return poll_votes(poll).get()


def leaves(member: Membership, on: dt.date) -> None:
    Membership.objects.filter(pk=member.pk).update(end_date=on)


# Answering.


def test_a_member_answers_all_questions_at_once_and_once() -> None:
    house = a_council()
    poll = a_poll(house, questions=3)
    member = house.members[0]
    answers = dict(zip(sheet(poll), [Choice.FOR, Choice.AGAINST, Choice.ABSTAIN], strict=True))
    handed = answer_poll(occasion=by(actor_of(member)), poll=poll, answers=answers)
    assert sorted(own_answers(handed).values()) == sorted(answers.values())
    with pytest.raises(AnsweredAlready) as refused:
        answer_poll(occasion=by(actor_of(member)), poll=poll, answers=sheet(poll))
    assert refused.value.verdict is not None
    assert refused.value.verdict.rule == "one_member_one_vote"
    assert (Sheet.objects.count(), Ballot.objects.count()) == (1, 3)


def test_the_same_request_twice_is_one_answer() -> None:
    house = a_council()
    poll = a_poll(house)
    occasion = by(actor_of(house.members[0]), request_key="once")
    first, again = (
        answer_poll(occasion=occasion, poll=poll, answers=sheet(poll)) for _ in range(2)
    )
    assert first == again


def test_half_a_sheet_is_not_taken() -> None:
    house = a_council()
    poll = a_poll(house, questions=2)
    one = dict(list(sheet(poll).items())[:1])
    with pytest.raises(SheetIncomplete) as refused:
        answer_poll(occasion=by(actor_of(house.members[0])), poll=poll, answers=one)
    assert dict(refused.value.facts) == {"answered": 1, "questions": 2}
    assert not Ballot.objects.exists()
    answer(poll, house.members[:1])


def test_only_members_of_the_council_answer() -> None:
    house = a_council()
    poll = a_poll(house)
    assembly = house.body.parent
    assert assembly is not None
    outsider = a_seat(assembly, name="Ассамблея мүшесі")
    for actor in (house.clerk, outsider.person.actor, Actor("")):
        with pytest.raises(NotOfTheCouncil):
            answer_poll(occasion=by(actor), poll=poll, answers=sheet(poll))
    answer(poll, house.members[:1])


def test_no_answer_comes_after_the_end() -> None:
    house = a_council()
    poll = a_poll(house, days=1)
    member = actor_of(house.members[0])
    with pytest.raises(PollTimeOver):
        answer_poll(occasion=by(member, on=NEXT, hour=12), poll=poll, answers=sheet(poll))
    answer_poll(occasion=by(member, on=NEXT, hour=11), poll=poll, answers=sheet(poll))
    concluded(house, poll, days=1)
    with pytest.raises(PollIsClosed):
        answer(poll, house.members[1:2])


def test_until_the_end_the_journal_does_not_tell_how_anybody_answered() -> None:
    house = a_council(members=2)
    poll = a_poll(house)
    answer(poll, house.members[:1], Choice.AGAINST)
    told = b"".join(bytes(body) for body in JournalEntry.objects.values_list("body", flat=True))
    assert b"against" not in told
    entry = entries_of(Sheet.objects.get().public_id)[0]
    assert entry.facts == {"poll": poll.public_id, "questions": 1}
    assert verify() == []
    concluded(house, poll)
    counts = entries_of(poll.public_id)[-1].facts["questions"][0]
    assert (counts["for"], counts["against"]) == (0, 1)


def test_until_the_end_no_read_tells_how_anybody_answered() -> None:
    house = a_council()
    poll = a_poll(house)
    answer(poll, house.members[:3], Choice.AGAINST)
    assert answers_of(poll) == []
    standing = standing_of(poll, by(house.clerk).at)
    assert (standing.answered, standing.unanswered) == (3, len(house.members) - 3)
    concluded(house, poll)
    poll.refresh_from_db()
    given = [one.choices[0] for one in answers_of(poll)]
    assert given.count(Choice.AGAINST) == 3
    assert given.count(None) == len(house.members) - 3
