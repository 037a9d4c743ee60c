"""Who may open, run and close votes, and what must not happen while one is open.

Opening and closing belong to the presiding person; the Working Organ's staff records that word
(reading A16). Counting hands belongs to the Working Organ (R12.1).
"""

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries import may
from shanyraq.law import Verdict
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import NotAllowed, Refusal
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import (
    CLOSING_VOTES,
    COUNTING,
    OPENING_VOTES,
    leads,
    require_met,
    require_presiding,
    rules_of,
)
from shanyraq.voting.enums import State
from shanyraq.voting.models import Decision, Vote

OPINION = "free_opinion_even_after_decision"
#: To conduct polls of the Council (R9.3a), and to answer one as its member (R9.2c).
POLLING, ANSWERING = "conduct_council_polls", "vote_in_council"


class RunsNoVotes(NotAllowed):
    """Somebody who neither presides nor records for the one who does wants to run a vote."""

    code = "runs-no-votes"
    message = _(
        "A vote is opened and closed by the one who presides, or by {working_organ}, which "
        "records it."
    )
    remedy = _("Ask the one who presides.")


class NotTheCounter(NotAllowed):
    """Hands are counted by the staff of the Working Organ."""

    code = "not-the-counter"
    message = _("{working_organ:first} counts the hands.")
    remedy = _("The count is entered by {working_organ}.")


class NotAMember(NotAllowed):
    """This belongs to members of the Assembly."""

    code = "not-a-member"
    message = _("Only a member may do this.")


class NotOfTheCouncil(NotAllowed):
    """A poll asks members of the Council."""

    code = "not-of-the-council"
    message = _("Only members of the body that is asked answer a poll.")


class VoteIsOpen(Refusal):
    """Something cannot end, or begin, while a vote is open."""

    code = "vote-is-open"
    message = _("A vote is open since {since}.")
    remedy = _("Close it first.")


class DecidedAlready(Refusal):
    """One writes on a question before it is decided; afterwards one adds an opinion (R20.1)."""

    code = "decided-already"
    message = _("The question was decided on {decided}.")
    remedy = _("Add an opinion to the decision: that is possible at any time.")


def require_opener(occasion: Occasion, session: Session) -> Verdict:
    """Let pass who opens votes at a Session.

    Raises:
        RunsNoVotes: the law gives it to somebody else.
        NotPresiding: somebody else presides (A16).
        LawSilent: the law gives no answer.
    """
    return _require_leader(OPENING_VOTES, occasion, session)


def require_closer(occasion: Occasion, session: Session) -> Verdict:
    """Let pass who closes votes at a Session.

    Raises:
        RunsNoVotes: the law gives it to somebody else.
        NotPresiding: somebody else presides (A16).
        LawSilent: the law gives no answer.
    """
    return _require_leader(CLOSING_VOTES, occasion, session)


def require_counter(occasion: Occasion, session: Session) -> Verdict:
    """Let pass who counts hands at a sitting.

    Raises:
        NotTheCounter: the law gives it to somebody else.
        LawSilent: the law gives no answer.
    """
    rules = rules_of(session.body, occasion.on)
    return require_met(rules.may(COUNTING, occasion.actor), NotTheCounter)


def require_opinion(occasion: Occasion) -> Verdict:
    """Let pass whom the law lets express an opinion on a decision (R20.2).

    Raises:
        NotAMember: the law gives the right to members.
        LawSilent: the law gives no answer.
    """
    return require_met(may(OPINION, actor=occasion.actor, on=occasion.on), NotAMember)


def require_answerer(occasion: Occasion) -> Verdict:
    """Let pass whom the law lets vote in the Council (R9.2c).

    Raises:
        NotOfTheCouncil: the actor is no member of it.
        LawSilent: the law gives no answer.
    """
    verdict = may(ANSWERING, actor=occasion.actor, on=occasion.on)
    return require_met(verdict, NotOfTheCouncil)


def may_by_post(power: str, occasion: Occasion) -> bool:
    """Whether the actor's posts give a power or a right on the date, or let him record its use."""
    return may(power, actor=occasion.actor, on=occasion.on).met


def is_conductor(occasion: Occasion, session: Session) -> bool:
    """Whether the actor opens and closes votes at a Session, presiding or by recording it."""
    return leads(session, OPENING_VOTES, occasion)


def is_counter(occasion: Occasion, session: Session) -> bool:
    """Whether to show the actor the way to entering a count of hands."""
    return rules_of(session.body, occasion.on).holds(COUNTING, occasion)


def require_not_voting(session: Session) -> None:
    """Let a Session go on when none of its votes is open.

    Raises:
        VoteIsOpen: one is.
    """
    vote = Vote.objects.filter(session=session, state=State.OPEN).first()
    if vote is not None:
        raise VoteIsOpen(since=vote.opened_at)


def require_item_not_voting(item: AgendaItem) -> None:
    """Let an item be finished when no vote on it is open.

    Raises:
        VoteIsOpen: one is.
    """
    vote = Vote.objects.filter(item=item, state=State.OPEN).first()
    if vote is not None:
        raise VoteIsOpen(since=vote.opened_at)


def _require_leader(power: str, occasion: Occasion, session: Session) -> Verdict:
    rules = rules_of(session.body, occasion.on)
    verdict = require_met(rules.may(power, occasion.actor), RunsNoVotes)
    require_presiding(session, verdict, occasion)
    return verdict


def require_undecided(item: AgendaItem) -> None:
    """Let a member write on an item on which nothing was decided.

    Raises:
        DecidedAlready: a decision was adopted on it.
    """
    decision = Decision.objects.filter(vote__item=item).first()
    if decision is not None:
        raise DecidedAlready(decided=decision.adopted_on)
