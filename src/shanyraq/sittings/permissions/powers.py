"""Who may do what at a Session, and what happens when the law does not say yes.

Every power is the charter's: the actions ask by the names below and never look at a post.
"""

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import may
from shanyraq.law import Outcome, Verdict
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Fact, NotAllowed, Refusal
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.models import Session

#: The power by which a Session of a kind is convened (R8.1a, R8.2a).
CONVENING = {
    Kind.ORDINARY: "convene_session",
    Kind.EXTRAORDINARY: "convene_extraordinary_session_on_own_initiative",
}
#: To sign a request of members for an extraordinary Session (R8.2a).
SIGNING = "sign_extraordinary_request"
#: To convene an extraordinary Session on such a request, or to decline it (R8.2a, A4).
ANSWERING = "convene_extraordinary_session_on_request"
#: To take part in the discussion of a question (R20.1).
DISCUSSING = "discuss"
#: To record the convening act that the Chair has signed (A16).
RECORDING = "record_convening_act"
#: To prepare a Session, its agenda and papers (R12.1).
PREPARING = "prepare_agenda"
#: To register who is in the hall (R12.1).
REGISTERING = "register_attendance"
#: To open a Session and so to preside at it; the Working Organ notes what is announced (A16).
PRESIDING = "open_session"
#: To close it.
CLOSING = "close_session"
#: To convene a meeting of a body whose convening is one person's act (R16.2, R12.6).
CONVENING_MEETING = "convene_meeting"
#: To open and to close a vote, for who presides (R22, R23.1).
OPENING_VOTES, CLOSING_VOTES = "open_vote", "close_vote"
#: To run votes and count them (R12.1), and to cast one (R2.2).
COUNTING, VOTING = "run_votes", "vote_in_session"
#: To convene a meeting of the Council and to consent to it (R9.3b); the Chair alone (A15).
CONVENING_COUNCIL = "jointly_convene_council"
CONSENTING = "consent_to_council_meeting"
CONVENING_COUNCIL_ALONE = "convene_council_without_deputies"
#: How the charter's answer names one who acts with the power itself, not for its holder.
IN_PERSON = "in_person"

SILENCE = {
    Outcome.NO_PROVISION: _("no provision on this is in force"),
    Outcome.TEXT_UNKNOWN: _("the provision is in force, but its wording is not at hand"),
    Outcome.UNDETERMINED: _("a fact that the provision asks for is missing"),
    Outcome.CONFLICT: _("two provisions of equal force contradict each other"),
}


class LawSilent(Refusal):
    """The law of the day says neither yes nor no."""

    code = "law-silent"
    message = _("The law gives no answer on {on}: {why}.")
    remedy = _(
        "Read what was the law on this date; no act can rest on a provision that is not known."
    )


class NotYours(NotAllowed):
    """The charter gives the act to the holder of another post."""

    code = "not-yours"
    message = _("The law gives this act to somebody else.")
    remedy = _("The clause names who may: that person signs in and does it.")


class NotPresiding(NotAllowed):
    """A deputy leads a Session at which somebody else presides (A16)."""

    code = "not-presiding"
    message = _("{presiding} presides at this sitting, and only who presides leads it.")
    remedy = _(
        "Ask the one who presides; when that person has left the hall, a deputy present takes "
        "the chair."
    )


def require_met(verdict: Verdict, refusal: type[Refusal], **facts: Fact) -> Verdict:
    """Let a verdict through unless it stands in the way; a warning does not.

    Raises:
        Refusal: of the class given, when the law says no.
        LawSilent: when the law gives no answer.
    """
    if not verdict.stands_in_the_way:
        return verdict
    if verdict.outcome is Outcome.NOT_MET:
        raise refusal(verdict=verdict, **facts)
    raise LawSilent(verdict=verdict, on=verdict.on, why=SILENCE[verdict.outcome])


def require_power(power: str, occasion: Occasion, *, in_person: bool = True) -> Verdict:
    """Let the holder of a power pass; with `in_person=False` also who records the holder's word.

    Raises:
        NotYours: the power is another's, or has to be used in person.
        LawSilent: when the law gives no answer.
    """
    verdict = require_met(may(power, actor=occasion.actor, on=occasion.on), NotYours)
    if in_person and verdict.value != IN_PERSON:
        raise NotYours(verdict=verdict)
    return verdict


def holds_power(power: str, occasion: Occasion, *, in_person: bool = True) -> bool:
    """Whether to show somebody the way to an act, in person or for its holder."""
    verdict = may(power, actor=occasion.actor, on=occasion.on)
    return verdict.met and (verdict.value == IN_PERSON or not in_person)


def require_presiding(session: Session, power: Verdict, occasion: Occasion) -> None:
    """Let pass who presides, or who records the word of the one who does (A16).

    While nobody presides yet, the state of the Session itself stands in the way of every act.

    Raises:
        NotPresiding: the power is used in person by somebody who does not preside.
    """
    presiding = Person.objects.filter(sessions_presided=session).first()
    if presiding is None or presiding.actor == occasion.actor or power.value != IN_PERSON:
        return
    raise NotPresiding(verdict=power, presiding=presiding.name)
