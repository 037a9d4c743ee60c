"""Opening the box: enough trustees decrypt their part, the result is put together (A47)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.decryption import PartialDecryption, check_decryption
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import Election as ElectionRecord
from shanyraq.ballots.records import MalformedRecord, canonical
from shanyraq.ballots.tally import Ciphertexts
from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._board import BoardWriter
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.actions._result import opened
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox, Trustee
from shanyraq.elections.permissions import require_box_keeper, require_trustee
from shanyraq.elections.queries import (
    ciphertexts_of,
    election_record,
    trustees_record,
)
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, Done, action
from shanyraq.platform.tasks import forget


class DecryptedAlready(Refusal):
    """A trustee decrypts once: there is one tally."""

    code = "decrypted-already"
    message = _("Your part of the decryption was received on {given}.")
    remedy = _("Wait until as many holders of keys as are needed have given theirs.")


class DecryptionUnfit(Refusal):
    """The proofs do not show that the trustee's own key opened this very tally."""

    code = "decryption-unfit"
    status = 422
    message = _("This is not a decryption of the tally of this ballot box with your key.")
    remedy = _("Decrypt anew on your own device, from the archive of this ballot box.")


@action("elections.submit_partial_decryption", powers=(CONCERNED,), in_person=True)
def submit_partial_decryption(
    *, occasion: Occasion, box: BallotBox, decryption: bytes
) -> Done[Trustee]:
    """Give what the trustee's own key makes of the tally, with the proof that it did so.

    Raises:
        NotAtThisStage: the box is not closed, or counted already.
        NotATrustee: the actor holds no share.
        DecryptedAlready: the actor gave it before.
        DecryptionUnfit: it opens something else, or with another key.
    """
    held = held_box(box, BoxState.CLOSED)
    trustee = require_trustee(occasion, held)
    if trustee.decrypted_at is not None:
        raise DecryptedAlready(given=trustee.decrypted_at)
    body = _checked(held, trustee, decryption)
    owned = canonical({"owner": trustee.number, "payload": hex_hash(body)})
    head = BoardWriter(held).event(EventType.PARTIAL_DECRYPTION, body, owned)
    trustee.decrypted_at = occasion.at
    trustee.save()
    told(held)
    return Done(trustee, facts={"box": held.public_id, "head": head})


@action("elections.conclude", powers=("run_votes",))
def conclude(*, occasion: Occasion, box: BallotBox) -> Done[BallotBox]:
    """Put the result together from the parts that enough trustees gave (R8.4a, A47).

    When ballots were checked is forgotten: no moment of casting stays behind.

    Raises:
        NotYours: the actor does not run votes.
        LawSilent: the law gives no answer.
        NotAtThisStage: the box is not closed, or counted already.
        TooFewDecryptions: not enough trustees gave theirs.
        TallyNotOpened: the parts open no lawful result.
    """
    power = require_box_keeper(occasion, box.item)
    held = held_box(box, BoxState.CLOSED)
    result = opened(held)
    head = BoardWriter(held).event(EventType.RESULT, result.body)
    held.state, held.concluded_at = BoxState.CONCLUDED, occasion.at
    held.save()
    forget("elections.verify_ballots", box=held.public_id)
    facts = {"result": hex_hash(result.body), "head": head}
    return Done(told(held), facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


def _checked(box: BallotBox, trustee: Trustee, body: bytes) -> bytes:
    """The decryption as the archive writes it, once its proofs hold for the one tally."""
    election, ciphertexts = election_record(box), ciphertexts_of(box)
    public = trustees_record(box).keys[trustee.number - 1].public_key
    decryption = _read(election, ciphertexts, body)
    faults = check_decryption(election, ciphertexts, public=public, decryption=decryption)
    if any(faults):
        raise DecryptionUnfit
    return decryption.body


def _read(election: ElectionRecord, ciphertexts: Ciphertexts, body: bytes) -> PartialDecryption:
    try:
        return PartialDecryption.read(election, body, [len(row) for row in ciphertexts])
    except MalformedRecord:
        raise DecryptionUnfit from None
