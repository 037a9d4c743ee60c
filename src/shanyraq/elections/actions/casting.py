"""Casting: the credential inside a ballot is the whole right to cast it; nobody signs in for it."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.ballot import Ballot
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import Election as ElectionRecord
from shanyraq.ballots.records import MalformedRecord
from shanyraq.elections.actions._verdicts import keep, put_on_board
from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox, PublicCredential, ReceivedBallot
from shanyraq.elections.queries import election_record, is_signed, law_of_box
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import ANYBODY, INSTALLATION, Done, action
from shanyraq.platform.tasks import after_commit, is_asked

#: What a choice takes in a ballot at most, and all else in it, in bytes.
CHOICE_BYTES, OTHER_BYTES = 4_000, 20_000


class BallotsNotTaken(Refusal):
    """Ballots are cast between the opening and the closing of the box."""

    code = "ballots-not-taken"
    message = _("The ballot box takes no ballots: its stage is “{stage}”.")
    remedy = _("A ballot already in the box counts; look for its tracker on the board.")


class BallotTooLarge(Refusal):
    """No ballot of this election is so large."""

    code = "ballot-too-large"
    status = 413
    message = _("This is no ballot of this election: it is too large.")
    remedy = _("Fill in the ballot anew on its page.")


class BallotMalformed(Refusal):
    """The bytes are no ballot, or are not written the one way the format allows."""

    code = "ballot-malformed"
    status = 422
    message = _("This is no ballot of this election: it cannot be read.")
    remedy = _("Fill in the ballot anew on its page.")


class BallotElsewhere(Refusal):
    """The ballot was made for another election."""

    code = "ballot-elsewhere"
    status = 422
    message = _("This ballot was made for another election.")
    remedy = _("Open the page of this ballot box and fill in the ballot there.")


class CredentialUnknown(Refusal):
    """The credential is not among those of the list."""

    code = "credential-unknown"
    status = 403
    message = _("The voting code is not among those of this ballot box.")
    remedy = _("Check it letter by letter; the registrar helps if it still fails.")


class BallotUnsigned(Refusal):
    """Only who holds the secret half of a credential fills the box with its ballots."""

    code = "ballot-unsigned"
    status = 403
    message = _("The ballot was not signed with the voting code that it names.")
    remedy = _("Fill in the ballot anew on its page.")


class TooManyBallots(Refusal):
    """One may change one's mind, but one voter's ballots must not burden the box without end."""

    code = "too-many-ballots"
    message = _("With this voting code {taken} ballots were cast; no more are taken.")
    remedy = _("The last of them that was accepted counts; look for its tracker on the board.")


@action("elections.cast", powers=(ANYBODY,), sealed=True)
def cast(*, occasion: Occasion, box: BallotBox, ballot: bytes) -> Done[ReceivedBallot]:
    """Put a ballot into the box; sealed: who, when and by which request are kept nowhere.

    A later ballot of the same credential replaces this one. The same ballot once more changes
    nothing and is answered as before. Its signature is checked at once, so that nobody without a
    credential can fill the box with rubbish; its proofs are checked by the worker. That was asked
    for when the box opened; it is asked for here only if it got lost, for its row holds a time.
    All that costs is done before the box is held fast: rubbish keeps nobody waiting.

    Raises:
        BallotTooLarge: it is larger than any ballot of this election.
        BallotsNotTaken: the box is not open.
        BallotMalformed: it cannot be read.
        BallotElsewhere: it was made for another election.
        CredentialUnknown: its credential is not on the list.
        BallotUnsigned: it is not signed by the holder of its credential.
        TooManyBallots: its credential has cast as many as the reading allows (A47).
    """
    del occasion
    sha256 = hex_hash(ballot)
    if earlier := _taken(box, sha256):
        return Done(earlier)
    _require_open(BallotBox.objects.get(pk=box.pk))
    credential = _read(box, ballot)
    held = BallotBox.objects.select_for_update(of=("self",)).get(pk=box.pk)
    if earlier := _taken(held, sha256):
        return Done(earlier)
    _require_open(held)
    _require_not_too_many(held, credential)
    received = ReceivedBallot.objects.create(
        box=held, sha256=sha256, credential=credential, body=ballot
    )
    if not is_asked("elections.verify_ballots", box=held.public_id):
        after_commit("elections.verify_ballots", box=held.public_id)
    return Done(received)


@action("elections.keep_verdicts", powers=(INSTALLATION,), sealed=True)
def keep_verdicts(
    *, occasion: Occasion, box: BallotBox, findings: Mapping[str, Sequence[str]]
) -> Done[BallotBox]:
    """Keep what the worker found of ballots, by their hash: none found is none wrong.

    Those accepted go to the board in a random order once there are enough of them (A47). After
    the box is closed nothing changes: the closing has checked what was waiting.

    Raises:
        DoesNotExist: there is no such box.
    """
    del occasion
    held = BallotBox.objects.select_for_update(of=("self",)).get(pk=box.pk)
    if held.takes_ballots:
        keep(held, findings)
        put_on_board(held, batch=law_of_box(held).batch)
    return Done(held)


def _taken(box: BallotBox, sha256: str) -> ReceivedBallot | None:
    """The same ballot as it was taken before."""
    return ReceivedBallot.objects.filter(box=box, sha256=sha256).first()


def _require_open(box: BallotBox) -> None:
    if not box.takes_ballots:
        raise BallotsNotTaken(stage=BoxState(box.state).label)


def _require_not_too_many(box: BallotBox, credential: str) -> None:
    taken = ReceivedBallot.objects.filter(box=box, credential=credential).count()
    if taken >= law_of_box(box).most_ballots:
        raise TooManyBallots(taken=taken)


def _read(box: BallotBox, body: bytes) -> str:
    """The hash of the public credential inside a ballot of this election."""
    election = election_record(box)
    if len(body) > _most(election):
        raise BallotTooLarge
    try:
        ballot = Ballot.read(election, body)
    except MalformedRecord:
        raise BallotMalformed from None
    if (ballot.election_uuid, ballot.election_hash) != (election.uuid, election.fingerprint):
        raise BallotElsewhere
    credential = hex_hash(str(ballot.credential).encode())
    if not PublicCredential.objects.filter(box=box, sha256=credential).exists():
        raise CredentialUnknown
    if not is_signed(election, ballot):
        raise BallotUnsigned
    return credential


def _most(election: ElectionRecord) -> int:
    return OTHER_BYTES + CHOICE_BYTES * sum(each.choices for each in election.questions)
