"""The Working Organ alone opens a poll of the Council, and reminds those who are silent."""

import datetime as dt

import pytest
from django.core import mail
from tests.bodies.builders import a_holding, a_post
from tests.voting.builders import (
    DAY,
    a_council,
    a_poll,
    actor_of,
    answer,
    asked,
    by,
    concluded,
    poll_ends,
)

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, law_on, verdict_again
from shanyraq.law import Outcome
from shanyraq.people.models import Person, Wording
from shanyraq.platform import clock
from shanyraq.platform.journal import verify
from shanyraq.platform.occasion import Actor
from shanyraq.platform.tasks import TASKS
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Invitation, Session
from shanyraq.sittings.permissions import LawSilent, NotYours
from shanyraq.voting.actions import close_poll, open_poll, remind_of_poll
from shanyraq.voting.actions._steps import PollIsClosed, PollTimeOver
from shanyraq.voting.actions.opening import OutsideCompetence
from shanyraq.voting.actions.polling import (
    EndsBeforeItOpens,
    NeedsMeeting,
    NobodyToAsk,
    NobodyToRemind,
    NothingAsked,
    QuestionWithoutTitle,
    RemindedToday,
)
from shanyraq.voting.models import Decision, Reminder, Vote
from shanyraq.voting.queries import (
    council_competence,
    open_from,
    poll_subject,
    poll_votes,
    possible_kinds,
)
from shanyraq.voting.tasks import send_reminders, send_sheets

pytestmark = pytest.mark.django_db

NEXT = DAY + dt.timedelta(days=1)


def vote_of(poll: Session) -> Vote:
    return poll_votes(poll).get()


def leaves(member: Membership, on: dt.date) -> None:
    Membership.objects.filter(pk=member.pk).update(end_date=on)


# Opening.


def test_the_working_organ_asks_every_member_of_the_council() -> None:
    house = a_council()
    poll = a_poll(house, questions=2)
    assert (poll.kind, poll.state, poll.number) == (Kind.POLL, SessionState.OPEN, 1)
    total = len(house.members)
    needed = ask("council_poll", on=DAY, facts={"members": total, "for": 0}).needed
    for vote in poll_votes(poll):
        assert (vote.members, vote.present, vote.base, vote.needed) == (*[total] * 3, needed)
        assert vote.voters.count() == total
    assert a_poll(house).number == poll.number + 1
    assert verify() == []


@pytest.mark.parametrize("role", [Role.CHAIR, Role.DEPUTY_CHAIR])
def test_nobody_else_opens_a_poll(role: Role) -> None:
    house = a_council()
    other = a_holding(a_post(role, body=house.body.parent)).person.actor
    for actor in (other, actor_of(house.members[0]), Actor("")):
        with pytest.raises(NotYours):
            open_poll(occasion=by(actor), ends_at=poll_ends(), questions=[asked()])
    assert not Session.objects.exists()


def test_candidates_for_membership_are_considered_at_a_meeting_only() -> None:
    house = a_council()
    admission = asked(kind=ItemKind.MEMBERSHIP_CANDIDATES)
    with pytest.raises(NeedsMeeting) as refused:
        open_poll(occasion=by(house.clerk), ends_at=poll_ends(), questions=[asked(), admission])
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R14.2a"
    assert not Session.objects.exists()
    proposal = asked(kind=ItemKind.DEPUTY_CHAIRS)
    assert open_poll(occasion=by(house.clerk), ends_at=poll_ends(), questions=[proposal])


def test_a_nomination_of_candidates_is_warned_of_and_let_through() -> None:
    house = a_council()
    nomination = asked(kind=ItemKind.MAZHILIS_CANDIDATES)
    poll = open_poll(occasion=by(house.clerk), ends_at=poll_ends(), questions=[nomination])
    answer(poll, house.members)
    concluded(house, poll)
    told = verdict_again(Decision.objects.get().verdict)
    warning = next(one for one in told.children if one.rule == "nomination_by_poll")
    assert (warning.outcome, warning.stands_in_the_way) == (Outcome.NOT_MET, False)


def test_what_is_the_sessions_is_not_the_councils() -> None:
    house = a_council()
    with pytest.raises(OutsideCompetence):
        open_poll(
            occasion=by(house.clerk),
            ends_at=poll_ends(),
            questions=[asked(kind=ItemKind.AMENDMENTS)],
        )
    assert council_competence(asked().kind, on=DAY).met


def test_every_kind_offered_can_be_asked() -> None:
    house = a_council()
    offered = possible_kinds(DAY)
    assert offered[0] == ItemKind.IMPORTANT_QUESTIONS
    assert ItemKind.MEMBERSHIP_CANDIDATES not in offered
    questions = [asked(kind=kind) for kind in offered]
    assert open_poll(occasion=by(house.clerk), ends_at=poll_ends(), questions=questions)


def test_a_poll_asks_something_in_both_languages_and_ends_later() -> None:
    house = a_council()
    occasion = by(house.clerk)
    with pytest.raises(NothingAsked):
        open_poll(occasion=occasion, ends_at=poll_ends(), questions=[])
    untitled = asked()
    nameless = type(untitled)(kind=untitled.kind, title=Wording(kk="Сұрақ", ru=" ", en=""))
    with pytest.raises(QuestionWithoutTitle):
        open_poll(occasion=occasion, ends_at=poll_ends(), questions=[nameless])
    with pytest.raises(EndsBeforeItOpens):
        open_poll(occasion=occasion, ends_at=occasion.at, questions=[asked()])
    assert open_poll(occasion=occasion, ends_at=poll_ends(), questions=[asked()])


def test_a_council_without_members_cannot_be_asked() -> None:
    house = a_council(members=1)
    leaves(house.members[0], DAY)
    with pytest.raises(NobodyToAsk):
        a_poll(house)


def test_a_short_poll_is_warned_of_and_not_refused() -> None:
    house = a_council(members=1)
    poll = a_poll(house, days=1)
    assert not open_from(DAY, NEXT, on=DAY).met
    answer(poll, house.members)
    close_poll(occasion=by(house.clerk), poll=poll)
    told = verdict_again(Decision.objects.get().verdict)
    warning = next(one for one in told.children if one.rule == "council_poll_open")
    assert (told.met, warning.outcome) == (True, Outcome.NOT_MET)


def test_after_the_repeal_no_poll_can_rest_on_the_regulation() -> None:
    house = a_council()
    late = dt.date(2012, 1, 10)
    with pytest.raises(LawSilent):
        open_poll(occasion=by(house.clerk, on=late), ends_at=poll_ends(late), questions=[asked()])


def test_the_poll_must_ask_for_what_the_reading_excludes() -> None:
    excluded = law_on(DAY).parameter("A14", "excluded")
    assert isinstance(excluded, (list, tuple))
    assert all(poll_subject(str(kind), on=DAY).stands_in_the_way for kind in excluded)


# Reminding.


def test_those_without_an_answer_are_reminded_once_a_day() -> None:
    house = a_council()
    poll = a_poll(house)
    remind_of_poll(occasion=by(house.clerk), poll=poll)
    with pytest.raises(RemindedToday):
        remind_of_poll(occasion=by(house.clerk, hour=15), poll=poll)
    remind_of_poll(occasion=by(house.clerk, on=NEXT), poll=poll)
    assert Reminder.objects.count() == 2


def test_only_the_working_organ_reminds_and_only_while_somebody_can_answer() -> None:
    house = a_council(members=1)
    poll = a_poll(house, days=1)
    with pytest.raises(NotYours):
        remind_of_poll(occasion=by(actor_of(house.members[0])), poll=poll)
    with pytest.raises(PollTimeOver):
        remind_of_poll(occasion=by(house.clerk, on=NEXT, hour=13), poll=poll)
    answer(poll, house.members)
    with pytest.raises(NobodyToRemind):
        remind_of_poll(occasion=by(house.clerk), poll=poll)
    close_poll(occasion=by(house.clerk), poll=poll)
    with pytest.raises(PollIsClosed):
        remind_of_poll(occasion=by(house.clerk), poll=poll)


def test_letters_lead_to_the_sheet_in_each_members_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "now", lambda: by(Actor("")).at)
    house = a_council(members=3)
    languages = ("kk", "ru", "en")
    for number, member in enumerate(house.members):
        Person.objects.filter(pk=member.person_id).update(
            email=f"m{number}@example.kz", preferred_language=languages[number]
        )
    poll = a_poll(house)
    assert {"voting.send_sheets", "voting.send_reminders"} <= set(TASKS)
    for _ in range(2):
        send_sheets.call(poll=poll.public_id)
    assert [letter.to[0][:2] for letter in mail.outbox] == ["m0", "m1", "m2"]
    assert Invitation.objects.count() == 3
    assert all(poll.public_id in letter.body for letter in mail.outbox)
    assert "On the plan" in mail.outbox[2].body
    assert "О плане" in mail.outbox[1].body
    answer(poll, house.members[:1])
    mail.outbox.clear()
    send_reminders.call(poll=poll.public_id)
    assert [letter.to[0][:2] for letter in mail.outbox] == ["m1", "m2"]
