"""Sealing the box: the archive begins with the election, its trustees and its credentials."""

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.credentials import write_credentials
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.key_generation import Complaint, conclude, with_signatures
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.questions import Election as ElectionRecord
from shanyraq.ballots.questions import make_election
from shanyraq.ballots.records import canonical
from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.actions._board import BoardWriter
from shanyraq.elections.actions._boxes import held_box, told
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.permissions import require_box_keeper
from shanyraq.elections.queries import (
    box_law,
    ceremony_of,
    current_step,
    dealings_of,
    group_of,
    name_in_three,
    question_of,
    roll_of,
    shares_of,
    title_of,
    told_of,
    trustees_of,
)
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action


class KeyNotMade(Refusal):
    """A box without a key cannot be opened."""

    code = "key-not-made"
    message = _("The key is not made yet: its holders are at the step “{step}”.")
    remedy = _("Each holder of a key finishes the steps on the page of the ballot box.")


class KeyBroken(Refusal):
    """The messages of the trustees do not make one key."""

    code = "key-broken"
    message = _("The messages do not make one key; look at those of {trustee}.")
    remedy = _("Abandon this ballot box and set up another.")


class NoCredentials(Refusal):
    """Without credentials nobody could vote."""

    code = "no-credentials"
    message = _("The registrar has not sent the voting codes yet.")
    remedy = _("The registrar makes them on his own device and sends the public list.")


class TooFewToHide(Refusal):
    """Among very few the result itself tells who voted how (reading A47)."""

    code = "too-few-to-hide"
    message = _("{roll} members may vote; an electronic secret ballot needs {minimum} at least.")
    remedy = _("Vote on paper.")


@action("elections.seal", powers=("run_votes",))
def seal(*, occasion: Occasion, box: BallotBox) -> Done[BallotBox]:
    """Seal the box: nothing of the election, its key or its credentials changes any more (A47).

    Raises:
        NotYours: the actor does not run votes.
        LawSilent: the law gives no answer.
        NotAtThisStage: it is sealed already, or abandoned.
        KeyNotMade: a trustee has not finished.
        KeyBroken: what the trustees sent makes no key.
        NoCredentials: the registrar has not sent them.
        TooFewToHide: fewer members may vote than the reading asks for.
    """
    power = require_box_keeper(occasion, box.item)
    held = held_box(box, BoxState.PREPARING)
    _require_ready(held, occasion)
    trustees, key = _trustees(held)
    election = _election(held, key)
    board = BoardWriter(held)
    board.begin(int(occasion.at.timestamp()))
    head = board.event(EventType.SETUP, *_setup(held, election, trustees))
    held.state, held.sealed_at = BoxState.SEALED, occasion.at
    held.save()
    facts = {"uuid": held.uuid, "fingerprint": election.fingerprint, "head": head}
    return Done(told(held), facts=facts, verdicts=[StoredVerdict.objects.keep(power)])


def _require_ready(box: BallotBox, occasion: Occasion) -> None:
    step = current_step(box)
    if step is not None:
        raise KeyNotMade(step=step.label)
    if not box.credentials.exists():
        raise NoCredentials
    roll, minimum = roll_of(box).count(), box_law(occasion.on).minimum_electorate
    if roll < minimum:
        raise TooFewToHide(roll=roll, minimum=minimum)


def _trustees(box: BallotBox) -> tuple[bytes, PublicKey]:
    """The record of the trustees, and the key that they share."""
    shares = shares_of(box)
    try:
        ceremony = ceremony_of(box)
        record = conclude(ceremony, [one.coefficients for one in dealings_of(box)], shares)
        whole = all(one.signature for one in shares)
        item = with_signatures(ceremony, record, shares) if whole else record.json()
    except Complaint as complaint:
        raise KeyBroken(trustee=_named(box, complaint)) from None
    return canonical([item]), _key(box, record)


def _named(box: BallotBox, complaint: Complaint) -> str:
    """Whom a complaint names; all of them if it names nobody."""
    named = [str(one) for one in trustees_of(box) if complaint.against in {None, one.number}]
    return ", ".join(named)


def _key(box: BallotBox, record: Pedersen) -> PublicKey:
    group = group_of(box)
    return PublicKey(group, record.public_key(group))


def _election(box: BallotBox, key: PublicKey) -> ElectionRecord:
    return make_election(
        key=key,
        uuid=box.uuid,
        name=title_of(box),
        description=told_of(box),
        questions=[question_of(box)],
        administrator=name_in_three(box.item.session.body),
        credential_authority=name_in_three(box.registrar),
        version=box.version,
    )


def _setup(box: BallotBox, election: ElectionRecord, trustees: bytes) -> list[bytes]:
    """The records that the archive begins with; the last one names the others."""
    values = box.credentials.values_list("value", flat=True)
    bodies = [election.body, trustees, write_credentials(map(int, values))]
    names = zip(("election", "trustees", "credentials"), bodies, strict=True)
    return [*bodies, canonical({name: hex_hash(body) for name, body in names})]
