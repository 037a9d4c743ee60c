"""Steps that several acts on votes and polls share, and the refusals they raise."""

from django.utils.translation import gettext_lazy as _

from shanyraq.law import Outcome, Verdict
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import SILENCE, LawSilent
from shanyraq.voting.enums import Purpose
from shanyraq.voting.models import Vote


class AskedByPoll(Refusal):
    """A question of a poll is answered on the sheet of the poll and ends with it."""

    code = "asked-by-poll"
    message = _("This question belongs to poll No. {number}.")
    remedy = _("Answer on the sheet of the poll; {working_organ} closes the poll as a whole.")


class PollIsClosed(Refusal):
    """The poll has been closed: its result stands."""

    code = "poll-is-closed"
    message = _("The poll was closed on {closed}; its result stands.")


class PollTimeOver(Refusal):
    """The time of the poll has run out."""

    code = "poll-time-over"
    message = _("The time of the poll ended on {ended}.")
    remedy = _("{working_organ:first} closes it; the result is computed from the answers received.")


def answered(verdict: Verdict) -> Verdict:
    """A yes or a no; anything else is no result.

    Raises:
        LawSilent: the law gives no answer.
    """
    if verdict.outcome not in {Outcome.MET, Outcome.NOT_MET}:
        raise LawSilent(verdict=verdict, on=verdict.on, why=SILENCE[verdict.outcome])
    return verdict


def require_not_asked_by_poll(vote: Vote) -> None:
    """Let a vote pass that is held by itself.

    Raises:
        AskedByPoll: it is a question of a poll.
    """
    if vote.purpose == Purpose.POLL:
        raise AskedByPoll(number=vote.session.number)


def held_poll(poll: Session) -> Session:
    """The poll, held fast until the act is done.

    Raises:
        PollIsClosed: it is over.
    """
    held = Session.objects.select_for_update(of=("self",)).get(pk=poll.pk, kind=Kind.POLL)
    if held.state != SessionState.OPEN:
        raise PollIsClosed(closed=held.closed_at)
    publish(f"poll:{held.public_id}")
    return held


def running_poll(poll: Session, occasion: Occasion) -> Session:
    """The same while it can be answered.

    Raises:
        PollIsClosed: it is over.
        PollTimeOver: its time has run out.
    """
    held = held_poll(poll)
    if held.ends_at is not None and occasion.at >= held.ends_at:
        raise PollTimeOver(ended=held.ends_at)
    return held
