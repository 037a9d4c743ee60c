"""What trustees and the administrator of a key ceremony send one another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from shanyraq.ballots.groups import Group
from shanyraq.ballots.hashing import base64_hash
from shanyraq.ballots.proofs import Proof
from shanyraq.ballots.records import (
    canonical,
    read_each,
    read_number,
    read_object,
    read_text,
    within,
)
from shanyraq.ballots.trustee_keys import SignedMessage, TrusteeKey


@dataclass(frozen=True, slots=True)
class Place:
    """A trustee's place in a ceremony, written into the certificate (later versions of the format).

    It binds what a trustee signs to one group, one number of trustees, one threshold, so that
    nobody can be told another ceremony than the others. `index` counts trustees from 1.
    """

    group: str
    size: int
    threshold: int
    index: int

    @classmethod
    def read(cls, value: object, where: str = "") -> "Place":
        """A place from its JSON.

        Raises:
            MalformedRecord: it is none.
        """
        numbers = ("size", "threshold", "index")
        fields = read_object(value, where, fields=("group", *numbers))
        size, threshold, index = (
            read_number(fields[name], within(where, name)) for name in numbers
        )
        return cls(read_text(fields["group"], within(where, "group")), size, threshold, index)

    def json(self) -> dict[str, object]:
        """The place as a certificate holds it."""
        return {
            "group": self.group,
            "size": self.size,
            "threshold": self.threshold,
            "index": self.index,
        }


@dataclass(frozen=True, slots=True)
class Dealing:
    """What a trustee deals out in the second round.

    Attributes:
        polynomial: the own polynomial, sealed to oneself.
        secrets: a share of it sealed to each trustee, in their order.
        coefficients: the polynomial hidden in exponents, signed.
    """

    polynomial: str
    secrets: tuple[str, ...]
    coefficients: SignedMessage

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Dealing":
        """A dealing from its JSON.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(value, where, fields=("polynomial", "secrets", "coefexps"))
        return cls(
            read_text(fields["polynomial"], within(where, "polynomial")),
            read_each(fields["secrets"], within(where, "secrets"), read_text),
            SignedMessage.read(group, fields["coefexps"], within(where, "coefexps")),
        )

    def json(self) -> dict[str, object]:
        """The dealing as its record holds it."""
        return {
            "polynomial": self.polynomial,
            "secrets": list(self.secrets),
            "coefexps": self.coefficients.json(),
        }


@dataclass(frozen=True, slots=True)
class Hand:
    """What one trustee is dealt: the own polynomial back, a share from each, all coefficients."""

    polynomial: str
    secrets: tuple[str, ...]
    coefficients: tuple[SignedMessage, ...]

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Hand":
        """A hand from its JSON.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(value, where, fields=("polynomial", "secrets", "coefexps"))
        path = within(where, "coefexps")
        return cls(
            read_text(fields["polynomial"], within(where, "polynomial")),
            read_each(fields["secrets"], within(where, "secrets"), read_text),
            read_each(fields["coefexps"], path, partial(SignedMessage.read, group)),
        )

    def json(self) -> dict[str, object]:
        """The hand as its record holds it."""
        return {
            "polynomial": self.polynomial,
            "secrets": list(self.secrets),
            "coefexps": [each.json() for each in self.coefficients],
        }


@dataclass(frozen=True, slots=True)
class Share:
    """What a trustee answers in the third round.

    Attributes:
        private_key: the share of the decryption key, sealed to oneself, to be kept.
        public_key: the key of the share with its proof.
        signature: that this trustee saw these certificates and coefficients (later versions).
    """

    private_key: str
    public_key: TrusteeKey
    signature: Proof | None = None

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Share":
        """An answer from its JSON.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(value, where, fields=("private_key", "public_key"))
        signature = fields.get("signature")
        return cls(
            read_text(fields["private_key"], within(where, "private_key")),
            TrusteeKey.read(group, fields["public_key"], within(where, "public_key")),
            None if signature is None else Proof.read(group, signature, within(where, "signature")),
        )

    def json(self) -> dict[str, object]:
        """The answer as its record holds it."""
        signed = {} if self.signature is None else {"signature": self.signature.json()}
        key = self.public_key.json()
        return {"private_key": self.private_key, "public_key": key, **signed}

    def named(self, name: str) -> "Share":
        """The same answer with the trustee's name beside the key."""
        return replace(self, public_key=replace(self.public_key, name=name))


def statement_of(
    certificates: Sequence[SignedMessage], coefficients: Sequence[SignedMessage]
) -> dict[str, object]:
    """Certificates and coefficients as the record of a threshold group begins with them."""
    return {
        "certs": [each.json() for each in certificates],
        "coefexps": [each.json() for each in coefficients],
    }


def fingerprint_of(
    certificates: Sequence[SignedMessage], coefficients: Sequence[SignedMessage]
) -> str:
    """What trustees read to one another at the end, so that all have seen the same.

    An administrator could otherwise sit in for others, showing each trustee other certificates. It
    can be reckoned from the trustees' record in the archive at any time.
    """
    return base64_hash(canonical(statement_of(certificates, coefficients)))
