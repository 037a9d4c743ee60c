"""A poll of the Council: the Working Organ opens it and reminds of it (R9.3a, reading A14)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import council, members_in_office
from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Verdict
from shanyraq.people.models import Organization, Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.enums import ItemKind, Kind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import require_met, require_power
from shanyraq.voting.actions._motion import NO_WORDING
from shanyraq.voting.actions._steps import running_poll
from shanyraq.voting.actions.opening import OutsideCompetence
from shanyraq.voting.enums import Method, Purpose
from shanyraq.voting.models import Reminder, Vote, Voter
from shanyraq.voting.permissions import POLLING
from shanyraq.voting.queries import (
    council_competence,
    nomination_warning,
    opening_time,
    poll_majority,
    poll_subject,
    unanswered_of,
)


class NothingAsked(Refusal):
    """A poll asks something."""

    code = "nothing-asked"
    status = 422
    message = _("The poll has no question.")
    remedy = _("Write at least one.")


class QuestionWithoutTitle(Refusal):
    """A question of a poll is put in Kazakh and in Russian."""

    code = "question-without-title"
    status = 422
    message = _("A question has no title in Kazakh or in Russian.")
    remedy = _("Write each question in both languages.")


class EndsBeforeItOpens(Refusal):
    """A poll ends after it has begun."""

    code = "ends-before-it-opens"
    status = 422
    message = _("The poll would end on {ends}, and it is {now} now.")
    remedy = _("Choose a later moment.")


class NeedsMeeting(Refusal):
    """What the Regulation has considered at a meeting is not decided by a poll (R14.2a)."""

    code = "needs-meeting"
    message = _("“{kind}”: this is done at a meeting only, not by a poll.")
    remedy = _("Put it on the agenda of a meeting.")


class NobodyToAsk(Refusal):
    """The Council has no members on the day."""

    code = "nobody-to-ask"
    message = _("Nobody can be asked: {council} has no members on {on}.")
    remedy = _("The Chair names the members first.")


class NobodyToRemind(Refusal):
    """Every member has answered."""

    code = "nobody-to-remind"
    message = _("Every member has answered.")
    remedy = _("Close the poll.")


class RemindedToday(Refusal):
    """Members are reminded of a poll once a day at most."""

    code = "reminded-today"
    message = _("Letters were already sent today, on {reminded}.")
    remedy = _("Remind them again tomorrow, or telephone.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PollQuestion:
    """A question of a poll: which power of the Council it uses, its title, the decision's wording.

    Attributes:
        about: public identifier of what it concerns; may be empty.
    """

    kind: ItemKind
    title: Wording
    text: Wording = NO_WORDING
    about: str = ""


@action("voting.open_poll", powers=("conduct_council_polls",))
def open_poll(
    *, occasion: Occasion, ends_at: dt.datetime, questions: Sequence[PollQuestion]
) -> Done[Session]:
    """Ask every member of the Council by a sheet of his own (R9.3a, reading A14).

    The poll begins at once; each member gets a letter with the way to his sheet. A poll that is
    shorter than the reading has it, or that nominates candidates, is warned of and not refused.

    Raises:
        NotYours: the actor is not of the Working Organ.
        NotEstablished: there is no Council in the record.
        NothingAsked: no question.
        QuestionWithoutTitle: a question lacks Kazakh or Russian.
        NeedsMeeting: a question may be considered at a meeting only.
        OutsideCompetence: a question is not within the Council's powers.
        EndsBeforeItOpens: it would be over before it begins.
        NobodyToAsk: the Council has no members.
        LawSilent: the law gives no answer.
    """
    power = require_power(POLLING, occasion)
    subjects = _require_questions(questions, occasion)
    if ends_at <= occasion.at:
        raise EndsBeforeItOpens(ends=ends_at, now=occasion.at)
    body = council()
    members = list(members_in_office(body, occasion.on))
    if not members:
        raise NobodyToAsk(on=occasion.on)
    poll = _announced(body, ends_at=ends_at, occasion=occasion)
    for number, question in enumerate(questions, start=1):
        _put(poll, question, number=number, members=members, subject=subjects[number - 1])
    after_commit("voting.send_sheets", poll=poll.public_id)
    warnings = [
        opening_time(poll, closed_on=None, on=occasion.on),
        *(nomination_warning(one.kind, on=occasion.on) for one in questions),
    ]
    kept = [StoredVerdict.objects.keep(one) for one in (power, *subjects, *warnings)]
    return Done(poll, facts=_facts(poll, questions, len(members)), verdicts=kept)


def _require_questions(questions: Sequence[PollQuestion], occasion: Occasion) -> list[Verdict]:
    if not questions:
        raise NothingAsked
    return [_require_fit(question, occasion) for question in questions]


def _require_fit(question: PollQuestion, occasion: Occasion) -> Verdict:
    """The law's yes to a question of a poll."""
    if not (question.title.kk.strip() and question.title.ru.strip()):
        raise QuestionWithoutTitle
    subject = poll_subject(question.kind, on=occasion.on)
    require_met(subject, NeedsMeeting, kind=question.kind.label)
    require_met(council_competence(question.kind, on=occasion.on), OutsideCompetence)
    return subject


def _announced(body: Organization, *, ends_at: dt.datetime, occasion: Occasion) -> Session:
    polls = Session.objects.filter(body=body, kind=Kind.POLL)
    last = polls.aggregate(last=Max("number"))["last"] or 0
    return Session.objects.create(
        body=body,
        kind=Kind.POLL,
        number=last + 1,
        state=SessionState.OPEN,
        starts_at=occasion.at,
        announced_at=occasion.at,
        opened_at=occasion.at,
        ends_at=ends_at,
    )


def _put(
    poll: Session,
    question: PollQuestion,
    *,
    number: int,
    members: Sequence[Membership],
    subject: Verdict,
) -> None:
    """Put one question to every member of the Council."""
    item = AgendaItem.objects.create(
        session=poll,
        number=number,
        kind=question.kind,
        about=question.about,
        opened_at=poll.opened_at,
        **question.title.columns("title"),
    )
    total = len(members)
    vote = Vote.objects.create(
        session=poll,
        item=item,
        purpose=Purpose.POLL,
        method=Method.OPEN_ELECTRONIC,
        opened_at=poll.starts_at,
        members=total,
        present=total,
        base=total,
        needed=poll_majority(poll, members=total, votes_for=0, on=poll.day).needed or 0,
        quorum=StoredVerdict.objects.keep(subject),
        **question.title.columns("question"),
        **question.text.columns("text"),
    )
    Voter.objects.bulk_create(Voter(vote=vote, membership=member) for member in members)


def _facts(poll: Session, questions: Sequence[PollQuestion], members: int) -> dict[str, Json]:
    return {
        "number": poll.number,
        "ends_at": poll.ends_at.isoformat() if poll.ends_at else None,
        "members": members,
        "questions": [
            {"kind": str(one.kind), "title": {"kk": one.title.kk, "ru": one.title.ru}}
            for one in questions
        ],
    }


@action("voting.remind_of_poll", powers=("conduct_council_polls",))
def remind_of_poll(*, occasion: Occasion, poll: Session) -> Done[Reminder]:
    """Write to the members of the Council who have not answered yet (R9.3a, reading A14).

    Raises:
        NotYours: the actor is not of the Working Organ.
        PollIsClosed: it is over.
        PollTimeOver: nobody can answer any more.
        NobodyToRemind: everybody has answered.
        RemindedToday: letters went out today.
        LawSilent: the law gives no answer.
    """
    power = require_power(POLLING, occasion)
    held = running_poll(poll, occasion)
    earlier = Reminder.objects.filter(session=held, day=occasion.on).first()
    if earlier is not None:
        raise RemindedToday(reminded=earlier.reminded_at)
    waiting = unanswered_of(held, occasion.on).count()
    if not waiting:
        raise NobodyToRemind
    reminder = Reminder.objects.create(session=held, day=occasion.on, reminded_at=occasion.at)
    after_commit("voting.send_reminders", poll=held.public_id)
    facts: dict[str, Json] = {"poll": held.public_id, "unanswered": waiting}
    return Done(reminder, facts=facts, verdicts=[StoredVerdict.objects.keep(power)])
