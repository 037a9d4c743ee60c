"""The registrar's look at the sealed list: are these the voting codes that were made?"""

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.hashing import hex_hash
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.permissions import require_registrar
from shanyraq.elections.queries import credentials_record
from shanyraq.platform.journal import Json
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, Done, action


class CredentialsSwapped(Refusal):
    """A code that the registrar did not give out would be somebody's vote too many."""

    code = "credentials-swapped"
    message = _("The sealed list of voting codes is not the one in this file.")
    remedy = _(
        "If the file is the one of this ballot box, somebody changed the list: tell the counting "
        "commission, and have the box abandoned."
    )


class CredentialsCompared(Refusal):
    """The list is compared once; it cannot change any more."""

    code = "credentials-compared"
    message = _("The sealed list was compared on {compared}.")


@action("elections.check_credentials", powers=(CONCERNED,), in_person=True)
def check_credentials(*, occasion: Occasion, box: BallotBox, record: bytes) -> Done[BallotBox]:
    """Say before the opening that the archive holds the own list of voting codes and no other.

    The registrar's device has compared both before; that the server compares them again catches a
    wrong file, not a server that cheats.

    Raises:
        NotTheRegistrar: the actor is somebody else.
        NotAtThisStage: the box is not sealed, or open already.
        CredentialsCompared: the registrar compared them before.
        CredentialsSwapped: the archive holds another list.
    """
    require_registrar(occasion, box)
    held = held_box(box, BoxState.SEALED)
    if held.credentials_checked_at is not None:
        raise CredentialsCompared(compared=held.credentials_checked_at)
    if record != credentials_record(held):
        raise CredentialsSwapped
    held.credentials_checked_at = occasion.at
    held.save()
    facts: dict[str, Json] = {"box": held.public_id, "list": hex_hash(record)}
    return Done(told(held), facts=facts)
