"""Checks of what a trustee sends while the key is made: a message that fits nobody is not kept."""

from collections.abc import Callable

from shanyraq.ballots.ceremony_records import Dealing, Share
from shanyraq.ballots.key_generation import Ceremony
from shanyraq.ballots.pedersen import Certificate, Pedersen, read_coefficients
from shanyraq.ballots.records import read_json
from shanyraq.ballots.trustee_keys import SignedMessage
from shanyraq.elections.enums import KeyStep
from shanyraq.elections.models import Trustee
from shanyraq.elections.queries import ceremony_of, certificates_of, dealings_of, group_of


def is_fit(trustee: Trustee, step: KeyStep, message: str) -> bool:
    """Whether a message is what the step asks of the trustee; its seals are the receivers' to open.

    Raises:
        MalformedRecord: it is no such message at all.
    """
    return CHECKS[step](trustee, read_json(message.encode()))


def _is_certificate(trustee: Trustee, content: object) -> bool:
    """Keys of the group, signed by themselves, that stand in no other certificate."""
    group = group_of(trustee.box)
    signed = SignedMessage.read(group, content)
    own = Certificate.read(group, signed.message)
    keys = {own.verification, own.encryption}
    others = [Certificate.read(group, each.message) for each in certificates_of(trustee.box)]
    return (
        1 not in keys
        and all(map(group.is_member, keys))
        and keys.isdisjoint(key for one in others for key in (one.verification, one.encryption))
        and signed.is_signed_by(group, own.verification)
    )


def _is_dealing(trustee: Trustee, content: object) -> bool:
    """A share for everybody, and as many hidden coefficients as trustees are needed, signed."""
    ceremony = ceremony_of(trustee.box)
    dealing = Dealing.read(ceremony.group, content)
    row = read_coefficients(ceremony.group, dealing.coefficients.message)
    return (
        len(dealing.secrets) == len(ceremony.trustees)
        and len(row) == ceremony.threshold
        and all(map(ceremony.group.is_member, row))
        and dealing.coefficients.is_signed_by(ceremony.group, _own(ceremony, trustee).verification)
    )


def _is_share(trustee: Trustee, content: object) -> bool:
    """The key of what was dealt to the trustee, with the proof that its secret is known."""
    ceremony = ceremony_of(trustee.box)
    key = Share.read(ceremony.group, content).public_key
    coefficients = tuple(one.coefficients for one in dealings_of(trustee.box))
    record = Pedersen(ceremony.threshold, ceremony.certificates, coefficients, keys=())
    rows = record.polynomials(ceremony.group)
    dealt = record.share_key(ceremony.group, trustee.number, rows)
    return key.public_key == dealt and not any(key.faults(ceremony.group, ""))


def _own(ceremony: Ceremony, trustee: Trustee) -> Certificate:
    return ceremony.trustees[trustee.number - 1]


CHECKS: dict[KeyStep, Callable[[Trustee, object], bool]] = {
    KeyStep.CERTIFICATE: _is_certificate,
    KeyStep.POLYNOMIAL: _is_dealing,
    KeyStep.SHARE: _is_share,
}
