"""The making and the checking of the common key, by its trustees in person (reading A47)."""

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.key_generation import Complaint
from shanyraq.ballots.proofs import Proof, check_signature
from shanyraq.ballots.records import MalformedRecord, read_json
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.actions._messages import is_fit
from shanyraq.elections.enums import BoxState, KeyStep
from shanyraq.elections.models import BallotBox, KeyMessage, Trustee
from shanyraq.elections.permissions import require_trustee
from shanyraq.elections.queries import (
    current_step,
    election_record,
    key_check_message,
    trustees_record,
)
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONCERNED, Done, action


class NotThisStep(Refusal):
    """The steps of making the key follow one another; all trustees finish one before the next."""

    code = "not-this-step"
    message = _("The holders of the key are not at the step “{step}”.")
    remedy = _("Wait until all of them have finished the step before.")


class StepDone(Refusal):
    """A trustee sends one message a step: another one would make another key."""

    code = "step-done"
    message = _("Your message of the step “{step}” was received; it is not replaced.")
    remedy = _("If your keys are lost, the ballot box has to be abandoned and set up anew.")


class KeyMessageUnfit(Refusal):
    """What arrived is not what the step asks for."""

    code = "key-message-unfit"
    status = 422
    message = _("The message is not what the step “{step}” asks for.")
    remedy = _("Make it anew on your own device, from what this page gives you.")


class KeyNotShown(Refusal):
    """The signature was not made with the share of this trustee."""

    code = "key-not-shown"
    status = 422
    message = _("The signature was not made with your share of the key of this ballot box.")
    remedy = _("Check that you opened the file of your own key for this very ballot box.")


class KeyCheckedAlready(Refusal):
    """A key is checked once."""

    code = "key-checked-already"
    message = _("Your key was checked on {checked}.")


@action("elections.submit_key_message", powers=(CONCERNED,), in_person=True)
def submit_key_message(
    *, occasion: Occasion, box: BallotBox, step: KeyStep, message: str
) -> Done[Trustee]:
    """Send what the trustee's device made in a step; secrets in it are sealed for their readers.

    Raises:
        NotAtThisStage: the box is sealed already, or abandoned.
        NotATrustee: the actor holds no share.
        StepDone: the actor sent this step's message before.
        NotThisStep: the others are at another step.
        KeyMessageUnfit: it is not what the step asks for.
    """
    held = held_box(box, BoxState.PREPARING)
    trustee = require_trustee(occasion, held)
    if KeyMessage.objects.filter(trustee=trustee, step=step).exists():
        raise StepDone(step=step.label)
    if current_step(held) != step:
        raise NotThisStep(step=step.label)
    trustee.box = held
    _require_fit(trustee, step, message)
    KeyMessage.objects.create(trustee=trustee, step=step, body=message, sent_at=occasion.at)
    told(held)
    facts = {"box": held.public_id, "step": step, "message": hex_hash(message.encode())}
    return Done(trustee, facts=facts)


@action("elections.check_key", powers=(CONCERNED,), in_person=True)
def check_key(*, occasion: Occasion, box: BallotBox, signature: str) -> Done[Trustee]:
    """Show before the opening that the share of the key is at hand, by signing with it.

    Raises:
        NotAtThisStage: the box is not sealed, or open already.
        NotATrustee: the actor holds no share.
        KeyCheckedAlready: the actor showed it before.
        KeyNotShown: the signature was made with something else.
    """
    held = held_box(box, BoxState.SEALED)
    trustee = require_trustee(occasion, held)
    if trustee.checked_at is not None:
        raise KeyCheckedAlready(checked=trustee.checked_at)
    if not _is_signed(held, trustee, signature):
        raise KeyNotShown
    trustee.checked_at = occasion.at
    trustee.save()
    told(held)
    return Done(trustee, facts={"box": held.public_id})


def _require_fit(trustee: Trustee, step: KeyStep, message: str) -> None:
    try:
        fit = is_fit(trustee, step, message)
    except (MalformedRecord, Complaint):
        fit = False
    if not fit:
        raise KeyMessageUnfit(step=step.label)


def _is_signed(box: BallotBox, trustee: Trustee, signature: str) -> bool:
    group, key = election_record(box).group, trustees_record(box).keys[trustee.number - 1]
    try:
        proof = Proof.read(group, read_json(signature.encode()))
    except MalformedRecord:
        return False
    message = key_check_message(box)
    return check_signature(group, key.public_key, message=message, signature=proof)
