"""The public halves of the credentials, from the registrar (reading A47)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.credentials import read_credentials, write_credentials
from shanyraq.ballots.groups import Group
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.records import MalformedRecord
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox, PublicCredential
from shanyraq.elections.permissions import require_registrar
from shanyraq.elections.queries import fingerprint_of_roll, group_of, roll_of
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, Done, action


class NoRoll(Refusal):
    """Credentials are made for a list of those who may vote."""

    code = "no-roll"
    message = _("The list of those who may vote is not drawn up yet.")
    remedy = _("It is drawn up once the members are registered as present.")


class CredentialsSent(Refusal):
    """The list of credentials arrives once."""

    code = "credentials-sent"
    message = _("The voting codes of this ballot box have arrived already.")
    remedy = _("Abandon this ballot box and set up another if they were lost.")


class RollRedrawn(Refusal):
    """Codes belong to the list that they were made for; another of the same length is another."""

    code = "roll-redrawn"
    message = _(
        "The voting codes were made for another list of voters than the one that stands now."
    )
    remedy = _("Take the list as it stands now and make the codes anew: fingerprint {standing}.")


class CredentialsUnfit(Refusal):
    """The file is no list of public credentials as the registrar's tool writes it."""

    code = "credentials-unfit"
    status = 422
    message = _("The file is not the public list of voting codes that the registrar’s tool makes.")
    remedy = _("Send the public list, never the list with the names.")


class CredentialsWeighted(Refusal):
    """Members are equal: every ballot counts once (R2.2)."""

    code = "credentials-weighted"
    status = 422
    message = _("A voting code of the list counts more than once; members have equal votes.")
    remedy = _("Make the voting codes anew without weights.")


class CredentialsMiscounted(Refusal):
    """Everybody on the list gets one credential, and nobody else."""

    code = "credentials-miscounted"
    status = 422
    message = _("The file holds {credentials} voting codes, and {roll} members may vote.")
    remedy = _("Make one voting code for each member on the list.")


@action("elections.submit_credentials", powers=(CONCERNED,), in_person=True)
def submit_credentials(
    *, occasion: Occasion, box: BallotBox, record: bytes, roll: str
) -> Done[BallotBox]:
    """Send the public credentials, in the order of their numbers, which tells of no voter.

    With them comes the fingerprint of the list of voters that they were made for.

    Raises:
        NotTheRegistrar: the actor is somebody else.
        NotAtThisStage: the box is sealed already, or abandoned.
        NoRoll: nobody is on the list yet.
        CredentialsSent: they arrived before.
        RollRedrawn: the list of voters was drawn up anew, with others on it.
        CredentialsUnfit: it is no such list.
        CredentialsWeighted: one counts more than once (R2.2).
        CredentialsMiscounted: they are more or fewer than the members on the list.
    """
    require_registrar(occasion, box)
    held = held_box(box, BoxState.PREPARING)
    if held.credentials.exists():
        raise CredentialsSent
    _require_same_roll(held, roll)
    public, voters = _read(group_of(held), record), roll_of(held).count()
    if len(public) != voters:
        raise CredentialsMiscounted(credentials=len(public), roll=voters)
    PublicCredential.objects.bulk_create(
        PublicCredential(box=held, value=str(one), sha256=hex_hash(str(one).encode()))
        for one in sorted(public)
    )
    facts: dict[str, Json] = {"credentials": len(public), "list": hex_hash(record), "roll": roll}
    return Done(told(held), facts=facts)


def _require_same_roll(box: BallotBox, roll: str) -> None:
    """Let credentials pass that were made for the list of voters as it stands."""
    if not roll_of(box).exists():
        raise NoRoll
    standing = fingerprint_of_roll(box)
    if roll != standing:
        raise RollRedrawn(standing=standing)


def _read(group: Group, record: bytes) -> list[int]:
    try:
        weights = read_credentials(group, record)
    except MalformedRecord:
        raise CredentialsUnfit from None
    if set(weights.values()) - {1}:
        raise CredentialsWeighted
    if write_credentials(weights) != record or not all(map(group.is_member, weights)):
        raise CredentialsUnfit
    return list(weights)
