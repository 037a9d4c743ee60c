"""The making of the common key: what each trustee's device needs for the next step."""

from collections.abc import Sequence

from shanyraq.ballots.ceremony_records import Dealing, Place, Share
from shanyraq.ballots.groups import Group, find_group
from shanyraq.ballots.key_generation import Ceremony, hands
from shanyraq.ballots.records import canonical, read_json
from shanyraq.ballots.trustee_keys import SignedMessage
from shanyraq.elections.enums import KeyStep
from shanyraq.elections.models import BallotBox, KeyMessage, Trustee
from shanyraq.elections.queries.boxes import messages_of, trustees_of


def group_of(box: BallotBox) -> Group:
    """The group of a box, by its name and version.

    Raises:
        UnknownGroup: it is not known here.
    """
    return find_group(box.group, box.version)


def place_of_trustee(trustee: Trustee) -> Place:
    """The place of a trustee in the ceremony, as the certificate states it."""
    box = trustee.box
    size = trustees_of(box).count()
    return Place(group_of(box).name, size, box.threshold, trustee.number)


def ceremony_of(box: BallotBox) -> Ceremony:
    """The ceremony once every trustee has sent a certificate.

    Raises:
        Complaint: about a certificate.
    """
    return Ceremony.of(group_of(box), box.threshold, certificates_of(box))


def certificates_of(box: BallotBox) -> list[SignedMessage]:
    """The certificates sent so far, by the trustee's number."""
    group = group_of(box)
    sent = messages_of(box, KeyStep.CERTIFICATE)
    return [SignedMessage.read(group, read_json(one.body.encode())) for one in sent]


def dealings_of(box: BallotBox) -> list[Dealing]:
    """What the trustees dealt so far, by number."""
    group = group_of(box)
    return [Dealing.read(group, each) for each in _contents(messages_of(box, KeyStep.POLYNOMIAL))]


def shares_of(box: BallotBox) -> list[Share]:
    """The answers of the third step so far, by number, each key named after its trustee."""
    group, sent = group_of(box), messages_of(box, KeyStep.SHARE)
    names = [one.person.name for one in trustees_of(box)]
    pairs = zip(_contents(sent), sent, strict=True)
    return [Share.read(group, each).named(names[one.trustee.number - 1]) for each, one in pairs]


def ceremony_input(trustee: Trustee, step: KeyStep) -> str:
    """What the trustee's device needs for a step, as JSON; empty while the step cannot begin.

    First the place in the ceremony; then the certificates; then these and what was dealt.
    """
    box = trustee.box
    if step == KeyStep.CERTIFICATE:
        return _text(place_of_trustee(trustee).json())
    size = trustees_of(box).count()
    certificates = certificates_of(box)
    if len(certificates) < size:
        return ""
    told: dict[str, object] = {
        "threshold": box.threshold,
        "certs": [one.json() for one in certificates],
    }
    if step == KeyStep.POLYNOMIAL:
        return _text(told)
    dealings = dealings_of(box)
    if len(dealings) < size:
        return ""
    hand = hands(ceremony_of(box), dealings)[trustee.number - 1]
    return _text({**told, "hand": hand.json()})


def _contents(messages: Sequence[KeyMessage]) -> list[object]:
    return [read_json(one.body.encode()) for one in messages]


def _text(content: dict[str, object]) -> str:
    return canonical(content).decode()
