"""Giving up a ballot box that cannot be finished; what was written in it stays."""

from contextlib import suppress

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._boxes import told
from shanyraq.elections.actions._result import TallyNotOpened, TooFewDecryptions, opened
from shanyraq.elections.enums import BoxState, State
from shanyraq.elections.models import BallotBox, Election
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.platform.tasks import forget
from shanyraq.voting.actions import void_vote
from shanyraq.voting.permissions import require_closer


class BoxFinished(Refusal):
    """A box that was counted, or given up, is given up no more."""

    code = "box-finished"
    message = _("This ballot box is finished: {stage}.")


class ResultKnown(Refusal):
    """Whoever could read a result in the public archive must not be able to throw it away."""

    code = "result-known"
    message = _("Enough parts of the decryption are public: anybody can reckon the result now.")
    remedy = _("Have the votes counted; the result stands.")


@action("elections.abandon", powers=("close_vote",))
def abandon(*, occasion: Occasion, box: BallotBox, reason: str) -> Done[BallotBox]:
    """Give up a ballot box, such as one whose key is lost; its election can be set up anew.

    No ballot in it is opened, and when ballots were checked is forgotten. The election is as if
    it had not opened; a vote on a motion ends without a result. The Session may vote again, or in
    another way.

    Raises:
        RunsNoVotes: the actor does not close votes.
        NotPresiding: somebody else presides (A16).
        LawSilent: the law gives no answer.
        BoxFinished: it was counted, or given up before.
        ResultKnown: the parts that were given open it already.
    """
    power = require_closer(occasion, box.item.session)
    held = BallotBox.objects.select_for_update(of=("self",)).get(pk=box.pk)
    if held.state in {BoxState.CONCLUDED, BoxState.ABANDONED}:
        raise BoxFinished(stage=BoxState(held.state).label)
    _require_unknown(held)
    stage, held.state = held.state, BoxState.ABANDONED
    held.save()
    Election.objects.filter(boxes=held, state=State.OPEN).update(
        state=State.PREPARED, opened_at=None, roll=None, members=None, quorum=None
    )
    if held.vote is not None:
        void_vote(occasion=occasion, vote=held.vote)
    forget("elections.verify_ballots", box=held.public_id)
    facts = {"stage": stage, "reason": reason}
    return Done(told(held), facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


def _require_unknown(box: BallotBox) -> None:
    """Let a box pass whose result nobody can reckon from what is public, or nobody ever can.

    Raises:
        ResultKnown: anybody can.
    """
    if box.state != BoxState.CLOSED:
        return
    with suppress(TooFewDecryptions, TallyNotOpened):
        opened(box)
        raise ResultKnown
