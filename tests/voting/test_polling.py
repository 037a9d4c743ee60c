"""A poll of the Council: who may do what, what counts, and that nothing shows before the end."""

import datetime as dt

import pytest
from django.core import mail
from tests.bodies.builders import a_holding, a_post, a_seat
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
    sheet,
)

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, law_on, verdict_again
from shanyraq.law import Outcome
from shanyraq.people.models import Person, Wording
from shanyraq.platform import clock
from shanyraq.platform.journal import entries_of, verify
from shanyraq.platform.models import JournalEntry
from shanyraq.platform.occasion import Actor
from shanyraq.platform.tasks import TASKS
from shanyraq.sittings.enums import ItemKind, ItemState, Kind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Invitation, Session
from shanyraq.sittings.permissions import LawSilent, NotYours
from shanyraq.voting.actions import answer_poll, close_poll, open_poll, remind_of_poll
from shanyraq.voting.actions.answering import AnsweredAlready, NotOfTheCouncil, SheetIncomplete
from shanyraq.voting.actions.concluding import PollStillRuns
from shanyraq.voting.actions.opening import OutsideCompetence
from shanyraq.voting.actions.polling import (
    EndsBeforeItOpens,
    NeedsMeeting,
    NobodyToAsk,
    NobodyToRemind,
    NothingAsked,
    PollIsClosed,
    PollTimeOver,
    QuestionWithoutTitle,
    RemindedToday,
)
from shanyraq.voting.enums import Choice, LegalEffect
from shanyraq.voting.models import Ballot, Decision, Reminder, Sheet, Vote
from shanyraq.voting.queries import (
    answers_of,
    council_competence,
    open_from,
    open_polls,
    own_answers,
    poll_subject,
    poll_votes,
    possible_kinds,
    standing_of,
    unanswered,
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


# Closing.


def test_two_thirds_of_all_members_adopt_and_a_decision_is_made() -> None:
    house = a_council()
    poll = a_poll(house)
    needed = vote_of(poll).needed
    answer(poll, house.members[:needed])
    concluded(house, poll)
    vote = vote_of(poll)
    assert (vote.adopted, vote.votes_for) == (True, needed)
    assert vote.result is not None
    assert (vote.result.outcome, vote.result.clause) == (Outcome.MET, "R9.3a")
    decision = vote.decision
    assert decision.number == f"P{poll.number}/1"
    assert decision.legal_effect == LegalEffect.RECOMMENDATORY
    assert verdict_again(decision.verdict).met
    assert vote.item.state == ItemState.FINISHED
    assert verify() == []


def test_one_short_of_two_thirds_lapses_with_its_explanation() -> None:
    house = a_council()
    poll = a_poll(house)
    needed = vote_of(poll).needed
    answer(poll, house.members[: needed - 1])
    concluded(house, poll)
    vote = vote_of(poll)
    assert vote.adopted is False
    assert not Decision.objects.exists()
    assert vote.result is not None
    told = verdict_again(vote.result)
    assert (told.outcome, told.needed) == (Outcome.NOT_MET, needed)


def test_each_question_has_its_own_result() -> None:
    house = a_council(members=3)
    poll = a_poll(house, questions=2)
    first, second = sheet(poll)
    for member in house.members:
        answers = {first: Choice.FOR, second: Choice.AGAINST}
        answer_poll(occasion=by(actor_of(member)), poll=poll, answers=answers)
    close_poll(occasion=by(house.clerk), poll=poll)
    assert [vote.adopted for vote in poll_votes(poll)] == [True, False]


def test_a_poll_closes_when_its_time_is_over_or_everybody_has_answered() -> None:
    house = a_council(members=2)
    early, timely = a_poll(house), a_poll(house)
    answer(early, house.members[:1])
    with pytest.raises(PollStillRuns):
        close_poll(occasion=by(house.clerk), poll=early)
    answer(early, house.members[1:])
    assert close_poll(occasion=by(house.clerk), poll=early).state == SessionState.CLOSED
    with pytest.raises(PollStillRuns):
        close_poll(occasion=by(house.clerk), poll=timely)
    assert concluded(house, timely).state == SessionState.CLOSED


def test_only_the_working_organ_closes_and_once() -> None:
    house = a_council(members=2)
    poll = a_poll(house)
    answer(poll, house.members)
    with pytest.raises(NotYours):
        close_poll(occasion=by(actor_of(house.members[0])), poll=poll)
    close_poll(occasion=by(house.clerk), poll=poll)
    with pytest.raises(PollIsClosed):
        close_poll(occasion=by(house.clerk), poll=poll)


# Who comes and goes while it runs.


def test_who_leaves_before_the_end_is_out_of_the_total_and_the_answer_lapses() -> None:
    house = a_council(members=6)
    poll = a_poll(house)
    answer(poll, house.members[:3])
    answer(poll, house.members[3:4], Choice.AGAINST)
    leaves(house.members[0], NEXT)
    leaves(house.members[3], NEXT)
    poll = concluded(house, poll)
    vote = vote_of(poll)
    assert (vote.base, vote.votes_for, vote.votes_against) == (4, 2, 0)
    assert [one.lapsed for one in answers_of(poll)].count(True) == 2


def test_a_resignation_can_bring_what_is_needed_within_reach() -> None:
    house = a_council(members=6)
    poll, other = a_poll(house), a_poll(house)
    short = vote_of(poll).needed - 1
    for one in (poll, other):
        answer(one, house.members[:short])
    assert not council_adopts(votes_for=short, members=6)
    assert council_adopts(votes_for=short, members=4)
    for member in house.members[4:]:
        leaves(member, NEXT)
    assert vote_of(concluded(house, poll)).adopted is council_adopts(votes_for=short, members=4)


def council_adopts(*, votes_for: int, members: int) -> bool:
    return ask("council_poll", on=DAY, facts={"members": members, "for": votes_for}).met


def test_who_comes_while_it_runs_is_in_the_total_and_gets_a_sheet() -> None:
    house = a_council(members=3)
    poll = a_poll(house)
    newcomer = a_seat(house.body, name="Жаңа мүше", start=NEXT)
    answer(poll, [newcomer], on=NEXT)
    silent = a_seat(house.body, name="Екінші жаңа мүше", start=NEXT)
    poll = concluded(house, poll)
    vote = vote_of(poll)
    assert (vote.base, vote.votes_for) == (5, 1)
    assert silent.person in [one.person for one in answers_of(poll)]


def test_the_day_on_which_the_poll_ended_counts_and_not_the_day_it_was_closed() -> None:
    house = a_council(members=3)
    poll = a_poll(house, days=1)
    answer(poll, house.members)
    late = DAY + dt.timedelta(days=4)
    leaves(house.members[0], DAY + dt.timedelta(days=2))
    close_poll(occasion=by(house.clerk, on=late), poll=poll)
    assert vote_of(poll).base == 3


# Reads.


def test_it_is_told_which_polls_await_somebodys_answer() -> None:
    house = a_council(members=2)
    poll = a_poll(house)
    at = by(house.clerk).at
    member = actor_of(house.members[0])
    assert unanswered(member, at) == [poll]
    assert unanswered(house.clerk, at) == []
    assert list(open_polls(DAY)) == [poll]
    answer(poll, house.members[:1])
    assert unanswered(member, at) == []
    concluded(house, poll)
    assert list(open_polls(DAY)) == []
    assert unanswered(actor_of(house.members[1]), poll_ends()) == []


@pytest.mark.parametrize("members", range(1, 13))
def test_adopted_exactly_when_the_law_says_so(members: int) -> None:
    """Every number of answers for, in every Council up to twelve."""
    house = a_council(members=members)
    for votes_for in range(members + 1):
        poll = a_poll(house)
        answer(poll, house.members[:votes_for])
        answer(poll, house.members[votes_for:], Choice.ABSTAIN)
        close_poll(occasion=by(house.clerk), poll=poll)
        vote = vote_of(poll)
        assert vote.adopted is (3 * votes_for >= 2 * members)
        assert vote.adopted is (votes_for >= vote.needed)
        assert hasattr(vote, "decision") is vote.adopted


def test_the_poll_must_ask_for_what_the_reading_excludes() -> None:
    excluded = law_on(DAY).parameter("A14", "excluded")
    assert isinstance(excluded, (list, tuple))
    assert all(poll_subject(str(kind), on=DAY).stands_in_the_way for kind in excluded)
