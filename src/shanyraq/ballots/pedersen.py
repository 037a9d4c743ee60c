"""Trustees of whom any so many suffice: what their key ceremony leaves in the record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shanyraq.ballots.groups import Group
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    read_each,
    read_json,
    read_number,
    read_object,
    within,
)
from shanyraq.ballots.trustee_keys import SignedMessage, TrusteeKey


@dataclass(frozen=True, slots=True)
class Certificate:
    """The two keys with which a trustee takes part in the ceremony: to sign, to be written to."""

    verification: int
    encryption: int

    @classmethod
    def read(cls, group: Group, message: str, where: str = "") -> "Certificate":
        """A certificate from the message that its trustee signed.

        Raises:
            MalformedRecord: it is none.
        """
        names = ("verification", "encryption")
        fields = read_object(read_json(message.encode(), where), where, fields=names)
        return cls(*(group.read_element(fields[name], within(where, name)) for name in names))


def read_coefficients(group: Group, message: str, where: str = "") -> tuple[int, ...]:
    """The hidden coefficients of a trustee's polynomial from the message that it signed.

    Raises:
        MalformedRecord: it holds none.
    """
    fields = read_object(read_json(message.encode(), where), where, fields=("coefexps",))
    return read_each(fields["coefexps"], within(where, "coefexps"), group.read_element)


@dataclass(frozen=True, slots=True)
class Pedersen:
    """Trustees of whom any `threshold` suffice.

    Attributes:
        threshold: how many are needed.
        certificates: the keys of the ceremony, each signed by itself.
        coefficients: each one's hidden polynomial, signed.
        keys: the key of each one's share.
    """

    threshold: int
    certificates: tuple[SignedMessage, ...]
    coefficients: tuple[SignedMessage, ...]
    keys: tuple[TrusteeKey, ...]

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Pedersen":
        """The trustees from their JSON.

        Raises:
            MalformedRecord: they are none, or the lists differ in length.
        """
        names = ("threshold", "certs", "coefexps", "verification_keys")
        fields = read_object(value, where, fields=names)
        threshold = read_number(fields["threshold"], within(where, "threshold"))

        def signed(item: object, at: str) -> SignedMessage:
            return SignedMessage.read(group, item, at)

        def key(item: object, at: str) -> TrusteeKey:
            return TrusteeKey.read(group, item, at)

        certificates = read_each(fields["certs"], within(where, "certs"), signed)
        number = len(certificates)
        if not 1 <= threshold <= number:
            raise MalformedRecord(within(where, "threshold"), Reason.OUT_OF_RANGE)
        coefficients, keys = within(where, "coefexps"), within(where, "verification_keys")
        return cls(
            threshold,
            certificates,
            read_each(fields["coefexps"], coefficients, signed, length=number),
            read_each(fields["verification_keys"], keys, key, length=number),
        )

    def json(self) -> list[object]:
        """The item as the list of trustees holds it."""
        record = {
            "threshold": self.threshold,
            "certs": [each.json() for each in self.certificates],
            "coefexps": [each.json() for each in self.coefficients],
            "verification_keys": [key.json() for key in self.keys],
        }
        return ["Pedersen", record]

    def public_key(self, group: Group) -> int:
        """Their part of the election's public key: the product of the constant coefficients.

        Raises:
            MalformedRecord: the coefficients cannot be read.
        """
        return group.product(row[0] for row in self.polynomials(group))

    def polynomials(self, group: Group, where: str = "") -> list[tuple[int, ...]]:
        """The hidden coefficients of each trustee, lowest first, as many as the threshold.

        Raises:
            MalformedRecord: they cannot be read, or are more or fewer than the threshold.
        """
        rows = []
        for index, signed in enumerate(self.coefficients):
            at = within(where, f"coefexps[{index}]")
            row = read_coefficients(group, signed.message, at)
            if len(row) != self.threshold:
                raise MalformedRecord(at, Reason.WRONG_LENGTH)
            rows.append(row)
        return rows

    def share_key(self, group: Group, number: int, polynomials: Sequence[Sequence[int]]) -> int:
        """The key of the share that the trustee of a number (from 1) must hold."""
        return group.product(
            group.power(coefficient, number**degree)
            for row in polynomials
            for degree, coefficient in enumerate(row)
        )

    def faults(self, group: Group, where: str) -> Iterator[str]:
        """What is wrong with the ceremony, as paths."""
        yield from self._faults_of_signatures(group, where)
        for index, key in enumerate(self.keys):
            yield from key.faults(group, within(where, f"verification_keys[{index}]"))
        yield from self._faults_of_shares(group, where)

    def _faults_of_signatures(self, group: Group, where: str) -> Iterator[str]:
        seen: set[int] = set()
        for index, (signed, row) in enumerate(
            zip(self.certificates, self.coefficients, strict=True)
        ):
            at = within(where, f"certs[{index}]")
            try:
                certificate = Certificate.read(group, signed.message, at)
            except MalformedRecord as malformed:
                yield malformed.where
                continue
            keys = (certificate.verification, certificate.encryption)
            if seen & {*keys} or not all(map(group.is_member, keys)):
                yield at
            seen |= {*keys}
            if not signed.is_signed_by(group, certificate.verification):
                yield within(at, "signature")
            if not row.is_signed_by(group, certificate.verification):
                yield within(where, f"coefexps[{index}].signature")

    def _faults_of_shares(self, group: Group, where: str) -> Iterator[str]:
        try:
            rows = self.polynomials(group, where)
        except MalformedRecord as malformed:
            yield malformed.where
            return
        for index, row in enumerate(rows):
            if not all(map(group.is_member, row)):
                yield within(where, f"coefexps[{index}]")
        for index, key in enumerate(self.keys):
            if key.public_key != self.share_key(group, index + 1, rows):
                yield within(where, f"verification_keys[{index}].public_key")
