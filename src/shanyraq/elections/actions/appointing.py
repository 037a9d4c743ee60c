"""The counting commission of an electronic ballot, and the list of those who may vote (A47)."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.actions._commission import appointed, appointment_facts
from shanyraq.elections.enums import BoxState, State
from shanyraq.elections.models import BallotBox, Election, RollEntry
from shanyraq.elections.permissions import require_box_keeper
from shanyraq.elections.queries import box_of_election
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.permissions import require_met
from shanyraq.sittings.queries import members_of, present, quorum_verdict
from shanyraq.voting.actions.opening import NoQuorumForVote, SessionNotOpen


class HeldOnPaper(Refusal):
    """Only an electronic ballot has keys and credentials."""

    code = "held-on-paper"
    message = _("This election is held on paper; it has no electronic ballot box.")
    remedy = _("Enter the protocol of the counting commission once the ballots are counted.")


class BoxInUse(Refusal):
    """An election, or a question, has one ballot box at a time."""

    code = "box-in-use"
    message = _("There is a ballot box for this already.")
    remedy = _("Abandon it first if its commission cannot finish; what was written in it stays.")


class RollSettled(Refusal):
    """Credentials were made for the list as it stands."""

    code = "roll-settled"
    message = _("The voting codes were made for the list as it stands; it changes no more.")
    remedy = _("Abandon this ballot box and set up another if the list has to change.")


@action("elections.appoint_commission", powers=("run_votes",))
def appoint_commission(
    *, occasion: Occasion, election: Election, registrar: Person, trustees: Sequence[Person]
) -> Done[BallotBox]:
    """Name who gives out the credentials and who shares the key of an electronic ballot (A47).

    Raises:
        NotYours: the actor does not run votes.
        LawSilent: the law gives no answer.
        HeldOnPaper: the election is not electronic.
        BoxInUse: it has a box already, or is open or over.
        TrusteesMiscounted: there are more or fewer trustees than the reading says.
        TrusteeTwice: somebody was named twice.
        RolesJoined: the registrar is a trustee; a demonstration lets it pass and says so.
    """
    power = require_box_keeper(occasion, election.item)
    held = Election.objects.select_for_update(of=("self",)).get(pk=election.pk)
    _require_boxless(held)
    box = appointed(occasion, item=held.item, election=held, registrar=registrar, trustees=trustees)
    facts = appointment_facts(box) | {"election": held.public_id}
    return Done(told(box), facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


@action("elections.draw_up_roll", powers=("run_votes",))
def draw_up_roll(*, occasion: Occasion, box: BallotBox) -> Done[BallotBox]:
    """List who may vote: the members registered as present now (A7, A11); none is told a ballot.

    The list may be drawn up anew until the credentials made for it arrive.

    Raises:
        NotYours: the actor does not run votes.
        LawSilent: the law gives no answer.
        NotAtThisStage: the box is sealed already, or abandoned.
        RollSettled: the credentials are there.
        SessionNotOpen: the Session is not open.
        NoQuorumForVote: too few members are present.
    """
    power = require_box_keeper(occasion, box.item)
    held = held_box(box, BoxState.PREPARING)
    if held.credentials.exists():
        raise RollSettled
    session = held.item.session
    if session.state != SessionState.OPEN:
        raise SessionNotOpen
    there = list(present(session).values_list("pk", flat=True))
    members = members_of(session, session.day).count()
    quorum = quorum_verdict(session, members=members, present=len(there), on=session.day)
    require_met(quorum, NoQuorumForVote, present=len(there), members=members, needed=quorum.needed)
    RollEntry.objects.filter(box=held).delete()
    RollEntry.objects.bulk_create(
        RollEntry(box=held, membership_id=pk, number=number)
        for number, pk in enumerate(there, start=1)
    )
    held.roll_drawn_at = occasion.at
    held.save()
    kept = [StoredVerdict.objects.keep(one) for one in (power, quorum)]
    return Done(told(held), facts={"roll": len(there), "members": members}, verdicts=kept)


def _require_boxless(election: Election) -> None:
    """Let an electronic election pass that waits for its first box, or for another."""
    if not election.is_electronic:
        raise HeldOnPaper
    if box_of_election(election) is not None or election.state != State.PREPARED:
        raise BoxInUse
