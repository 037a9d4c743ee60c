"""Opening a vote: the roll and its base are frozen at that moment."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import require_met, rules_of
from shanyraq.sittings.queries import members_of, present
from shanyraq.voting.actions._motion import Motion, motion_columns
from shanyraq.voting.enums import BUILT, HELD_OPENLY, Method, Purpose
from shanyraq.voting.hooks import before_opening, secret_votes
from shanyraq.voting.models import Vote, Voter
from shanyraq.voting.permissions import require_not_voting, require_opener
from shanyraq.voting.queries import (
    NOT_BUILT_REASONS,
    chosen_method,
    competence_of,
    majority_of,
    method_verdict,
    quorum_of,
    sealed_columns,
)


class SessionNotOpen(Refusal):
    """Votes are held in an open Session only."""

    code = "session-not-open"
    message = _("The sitting is not open, so nothing can be put to the vote.")
    remedy = _("Open the sitting first.")


class ItemNotTakenUp(Refusal):
    """A question is voted on while it is under discussion."""

    code = "item-not-taken-up"
    message = _("Item {number} of the agenda is not under discussion.")
    remedy = _("Take it up first.")


class NoQuorumForVote(Refusal):
    """Fewer members are present than the Regulation asks, so nothing can be decided."""

    code = "no-quorum"
    message = _(
        "The vote cannot be opened: {present} of {members} members are present, "
        "{needed} are needed."
    )
    remedy = _("Wait until enough members are registered as present, then open the vote again.")


class MethodNotChosen(Refusal):
    """The Session has not yet chosen how to vote."""

    code = "method-not-chosen"
    message = _("The method of voting has not been chosen yet.")
    remedy = _("Put the method of voting to the vote first.")


class MethodNotOffered(Refusal):
    """The charter does not know the method."""

    code = "method-not-offered"
    message = _("This method of voting is not among those offered.")
    remedy = _("Choose one of those offered.")


class MethodNotBuilt(Refusal):
    """The charter offers the method, but it cannot be held here yet."""

    code = "method-not-built"
    message = "{reason}"
    remedy = _("Choose one of the methods available.")


class HeldOpenly(Refusal):
    """How to vote is itself voted on openly, and no provision lets another body vote secretly."""

    code = "held-openly"
    message = _("This vote is held openly: by show of hands or by name from the members’ devices.")
    remedy = _("Choose one of the open methods.")


class NoSealedBox(Refusal):
    """A secret electronic vote opens with a sealed box, whose voting codes are given out."""

    code = "no-sealed-box"
    message = _("There is no sealed ballot box for this question.")
    remedy = _(
        "{working_organ:first} sets it up: its commission, its key and its voting codes; then it "
        "is sealed and the vote opens."
    )


class WordingSealed(Refusal):
    """Ballots and archive ask what was sealed; nothing else can be decided by them."""

    code = "wording-sealed"
    message = _("The ballot box was sealed for another question or wording.")
    remedy = _("Put the sealed wording to the vote, or give the box up and set up another.")


class ProceduralItem(Refusal):
    """The item is decided by a vote on the method, not by a decision."""

    code = "procedural-item"
    message = _("This item is decided by a vote on the method of voting.")
    remedy = _("Open a vote on the method.")


class OutsideCompetence(Refusal):
    """The body that sits has no power over the question."""

    code = "outside-competence"
    message = _("The question is not within the powers of the body that sits.")
    remedy = _("Read which powers the body has on this date.")


class DecidesWithoutVotes(Refusal):
    """An advisory body gives opinions; no provision says how it would decide (R11, R12.6)."""

    code = "decides-without-votes"
    message = _("This body gives opinions: no provision says by how many votes it would decide.")
    remedy = _("Record the conclusion of the discussion instead.")


@action(
    "voting.open_method_vote",
    powers=("open_vote", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def open_method_vote(
    *,
    occasion: Occasion,
    item: AgendaItem,
    proposed_method: Method,
    method: Method = Method.OPEN_SHOW_OF_HANDS,
) -> Done[Vote]:
    """Put the method of voting to an open vote (R8.3c, reading A10).

    Under the agenda's item on the method it is chosen for the whole Session, under another item
    for that question alone.

    Raises:
        RunsNoVotes: the actor does not open votes.
        NotPresiding: somebody else presides (A16).
        SessionNotOpen: the Session is not open.
        ItemNotTakenUp: the item is not under discussion.
        VoteIsOpen: another vote is open.
        MethodNotOffered: the charter does not offer the method proposed.
        MethodNotBuilt: it cannot be held here yet.
        HeldOpenly: this vote itself would be secret.
        OutsideCompetence: the Session has no power to choose it on the date.
        NoQuorumForVote: too few members are present.
        LawSilent: the law gives no answer.
    """
    power = require_opener(occasion, item.session)
    session = _session_in_order(item)
    offered = _require_offered(proposed_method, occasion)
    _require_offered(method, occasion)
    _require_open_method(method)
    competence = require_met(_choosing(session, occasion), OutsideCompetence)
    vote = _opened(
        occasion,
        session,
        item=item,
        purpose=Purpose.METHOD,
        method=method,
        proposed_method=proposed_method,
        **motion_columns(item, None),
    )
    return _done(vote, verdicts=[power, offered, competence])


@action(
    "voting.open_vote",
    powers=("open_vote", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def open_vote(
    *,
    occasion: Occasion,
    item: AgendaItem,
    motion: Motion | None = None,
    method: Method = Method.OPEN_SHOW_OF_HANDS,
) -> Done[Vote]:
    """Put a question of the agenda to the vote; without a motion its own title is the question.

    A Session votes by the method it has chosen; at a meeting of another body who presides chooses
    the `method`, for no provision gives the choice to the meeting (A10).

    Raises:
        RunsNoVotes: the actor does not open votes.
        NotPresiding: somebody else presides (A16).
        SessionNotOpen: the Session is not open.
        ItemNotTakenUp: the item is not under discussion.
        VoteIsOpen: another vote is open.
        ProceduralItem: the item is the choice of the method.
        MethodNotChosen: the Session has not chosen how to vote.
        MethodNotBuilt: the method cannot be held here yet.
        HeldOpenly: another body than the Session would vote secretly.
        NoSealedBox: the vote is secret, and its box is not sealed.
        WordingSealed: the box was sealed for another motion.
        KeysNotChecked: too few trustees have shown that their key is at hand.
        CredentialsNotCompared: the registrar has not looked at the sealed list of codes.
        RollOutdated: those present are not those for whom voting codes were made.
        DecidesWithoutVotes: the body gives opinions and holds no votes.
        OutsideCompetence: the question is not within the body's powers.
        NoQuorumForVote: too few members are present.
        LawSilent: the law gives no answer.
    """
    power = require_opener(occasion, item.session)
    session = _session_in_order(item)
    if item.kind == ItemKind.CHOOSE_VOTING_METHOD:
        raise ProceduralItem
    for may_object in before_opening:
        may_object(item)
    if not rules_of(session.body, occasion.on).procedure.votes:
        raise DecidesWithoutVotes
    by, chosen = _way(session, item, method=method, occasion=occasion)
    competence = require_met(competence_of(item, on=occasion.on), OutsideCompetence)
    vote = _opened(
        occasion,
        session,
        item=item,
        purpose=Purpose.QUESTION,
        method=by,
        **_asked(item, motion, by),
    )
    box = secret_votes[0].open(vote, occasion) if vote.is_secret else {}
    return _done(vote, verdicts=[power, *chosen, competence], box=box)


def _way(
    session: Session, item: AgendaItem, *, method: Method, occasion: Occasion
) -> tuple[Method | None, list[Verdict]]:
    """How a question is voted on, with what the law says of the choice."""
    verdict = method_verdict(session, item, on=occasion.on)
    if verdict is not None:
        return chosen_method(session, item), [require_met(verdict, MethodNotChosen)]
    if method not in BUILT:
        raise MethodNotBuilt(reason=NOT_BUILT_REASONS[method])
    _require_open_method(method)
    return method, []


def _require_open_method(method: Method) -> None:
    if method not in HELD_OPENLY:
        raise HeldOpenly


def _asked(item: AgendaItem, motion: Motion | None, method: Method | None) -> Mapping[str, str]:
    """The columns of what is put to the vote; in a secret vote what was sealed with its box."""
    if method != Method.SECRET_ELECTRONIC:
        return motion_columns(item, motion)
    sealed = sealed_columns(item)
    if sealed is None:
        raise NoSealedBox
    if motion is not None and motion_columns(item, motion) != sealed:
        raise WordingSealed
    return sealed


def _session_in_order(item: AgendaItem) -> Session:
    """The item's Session, held fast until the act is done: no two votes open at once."""
    session = Session.objects.select_for_update().get(pk=item.session_id)
    if session.state != SessionState.OPEN:
        raise SessionNotOpen
    item.refresh_from_db(fields=["state"])
    if item.state != ItemState.DISCUSSED:
        raise ItemNotTakenUp(number=item.number)
    require_not_voting(session)
    return session


def _require_offered(method: Method, occasion: Occasion) -> Verdict:
    verdict = ask("voting_method", on=occasion.on, facts={"method": str(method)})
    require_met(verdict, MethodNotOffered)
    if method not in BUILT:
        raise MethodNotBuilt(reason=NOT_BUILT_REASONS[method])
    return verdict


def _choosing(session: Session, occasion: Occasion) -> Verdict:
    """Whether the Session may choose the method on the date (R8.3c)."""
    method = AgendaItem(kind=ItemKind.CHOOSE_VOTING_METHOD, session=session)
    return competence_of(method, on=occasion.on)


def _opened(
    occasion: Occasion,
    session: Session,
    **columns: Any,  # noqa: ANN401 -- columns of a vote
) -> Vote:
    """Freeze the roll: those registered as present now are the voters, their number the base."""
    there = list(present(session).values_list("pk", flat=True))
    members = members_of(session, session.day).count()
    counts_all = rules_of(session.body, occasion.on).procedure.base == "members"
    vote = Vote(
        session=session,
        opened_at=occasion.at,
        members=members,
        present=len(there),
        base=members if counts_all else len(there),
        **columns,
    )
    quorum = quorum_of(vote)
    facts = {"present": len(there), "members": members, "needed": quorum.needed}
    require_met(quorum, NoQuorumForVote, **facts)
    vote.needed = majority_of(vote, votes_for=0, on=occasion.on).needed or 0
    vote.quorum = StoredVerdict.objects.keep(quorum)
    vote.save()
    Voter.objects.bulk_create(Voter(vote=vote, membership_id=pk) for pk in there)
    publish(session.topic)
    return vote


def _done(
    vote: Vote, *, verdicts: list[Verdict], box: Mapping[str, str] | None = None
) -> Done[Vote]:
    kept = [StoredVerdict.objects.keep(verdict) for verdict in verdicts]
    return Done(
        vote,
        facts={
            "session": vote.session.public_id,
            "item": vote.item.public_id,
            "purpose": str(vote.purpose),
            "method": str(vote.method),
            "proposed_method": str(vote.proposed_method),
            "members": vote.members,
            "base": vote.base,
            "needed": vote.needed,
            **(box or {}),
        },
        verdicts=[vote.quorum, *kept],
    )
