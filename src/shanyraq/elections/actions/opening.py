"""Opening an election: the number of those who may receive a ballot is frozen."""

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._boxes import ready_box
from shanyraq.elections.enums import BoxState, State
from shanyraq.elections.models import Election
from shanyraq.elections.permissions import require_not_electing
from shanyraq.elections.queries import box_of_election, quorum_of
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.platform.tasks import after_commit
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import require_met
from shanyraq.sittings.queries import members_of, present
from shanyraq.voting.actions.opening import ItemNotTakenUp, NoQuorumForVote, SessionNotOpen
from shanyraq.voting.permissions import require_not_voting, require_opener


class OpenedAlready(Refusal):
    """An election opens once."""

    code = "opened-already"
    message = _("This election opened at {opened}.")
    remedy = _("Enter the count of the ballots.")


class BoxNotSealed(Refusal):
    """An electronic ballot opens with a sealed box."""

    code = "box-not-sealed"
    message = _("The electronic ballot box is not sealed yet.")
    remedy = _("Its commission finishes the key and the voting codes; then it is sealed.")


@action("elections.open", powers=("open_vote",))
def open_election(*, occasion: Occasion, election: Election) -> Done[Election]:
    """Open the secret ballot; only the number of members who may vote is kept (A12).

    Raises:
        RunsNoVotes: the actor does not open votes.
        NotPresiding: somebody else presides (A16).
        LawSilent: the law gives no answer.
        OpenedAlready: it was opened before.
        SessionNotOpen: the Session is not open.
        ItemNotTakenUp: the question is not under discussion.
        VoteIsOpen: an open vote is under way.
        ElectionIsOpen: another ballot is under way.
        NoQuorumForVote: too few members are present.
        BoxNotSealed: it is electronic, and its box is not ready.
        KeysNotChecked: too few trustees have shown that their key is at hand.
        CredentialsNotCompared: the registrar has not looked at the sealed list of voting codes.
    """
    session = Session.objects.select_for_update(of=("self",)).get(pk=election.item.session_id)
    power = require_opener(occasion, session)
    held = Election.objects.select_for_update(of=("self",)).get(pk=election.pk)
    if held.state != State.PREPARED:
        raise OpenedAlready(opened=held.opened_at)
    _require_order(session, held.item)
    quorum = _freeze_roll(held, session)
    if held.is_electronic:
        held.roll = _open_box(held, occasion)
    held.state, held.opened_at = State.OPEN, occasion.at
    held.save()
    publish(session.topic)
    kept = [StoredVerdict.objects.keep(power), quorum]
    return Done(held, facts={"roll": held.roll, "members": held.members}, verdicts=kept)


def _freeze_roll(election: Election, session: Session) -> StoredVerdict:
    """Keep how many may vote and how many are in office, if there are enough in the hall."""
    election.roll = present(session).count()
    election.members = members_of(session, session.day).count()
    quorum = quorum_of(election, present=election.roll)
    facts = {"present": election.roll, "members": election.members, "needed": quorum.needed}
    require_met(quorum, NoQuorumForVote, **facts)
    election.quorum = StoredVerdict.objects.keep(quorum)
    return election.quorum


def _open_box(election: Election, occasion: Occasion) -> int:
    """Let ballots into the sealed box; as many may vote as there are credentials."""
    box = box_of_election(election)
    if box is None or box.state != BoxState.SEALED:
        raise BoxNotSealed
    held = ready_box(box)
    held.state, held.opened_at = BoxState.OPEN, occasion.at
    held.save()
    after_commit("elections.verify_ballots", box=held.public_id)
    return held.roll.count()


def _require_order(session: Session, item: AgendaItem) -> None:
    """Let a ballot open in an open Session, under its question, with nothing else under way."""
    if session.state != SessionState.OPEN:
        raise SessionNotOpen
    if item.state != ItemState.DISCUSSED:
        raise ItemNotTakenUp(number=item.number)
    require_not_voting(session)
    require_not_electing(session)
