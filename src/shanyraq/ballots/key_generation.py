"""The key ceremony: trustees make one election key of which any so many of them hold enough.

Nobody ever holds the whole key. Each trustee chooses a polynomial, shows its coefficients hidden in
exponents and deals each other trustee the value at his number, sealed. Each adds up what he was
dealt: his share. A value that does not fit its dealer's coefficients is found by who receives it,
and the dealer is named. After Pedersen, in the messages that the Belenios format gives it.

The rounds: `make_certificate` (each), `Ceremony.of` (all), `deal` (each), `hands` (administrator),
`accept` (each), `conclude` (administrator). A round that cannot go on raises a `Complaint`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from shanyraq.ballots.ceremony_records import Dealing, Hand, Place, Share, statement_of
from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.pedersen import Certificate, Pedersen, read_coefficients
from shanyraq.ballots.proofs import check_signature, prove_key
from shanyraq.ballots.records import (
    MalformedRecord,
    canonical,
    read_decimal,
    read_each,
    read_json,
    read_object,
)
from shanyraq.ballots.sealed_messages import BrokenSeal, CeremonyKeys, seal, unseal
from shanyraq.ballots.trustee_keys import SignedMessage, TrusteeKey


class Ground(StrEnum):
    """Why a key ceremony stops."""

    CERTIFICATE = "certificate"
    TWICE = "twice"
    PLACE = "place"
    STRANGER = "stranger"
    THRESHOLD = "threshold"
    NUMBER = "number"
    COEFFICIENTS = "coefficients"
    POLYNOMIAL = "polynomial"
    SHARE = "share"
    KEY = "key"
    SIGNATURE = "signature"


SENTENCES = {
    Ground.CERTIFICATE: "the certificate is not that of keys of the group, signed by themselves",
    Ground.TWICE: "a key stands in two certificates",
    Ground.PLACE: "the certificate was made for another ceremony or another place in it",
    Ground.STRANGER: "the own certificate is not among the certificates",
    Ground.THRESHOLD: "the threshold is not the one agreed on",
    Ground.NUMBER: "messages are missing, or too many",
    Ground.COEFFICIENTS: "the coefficients are not members of the group, signed by the trustee",
    Ground.POLYNOMIAL: "the own polynomial was exchanged",
    Ground.SHARE: "the share dealt does not fit the coefficients, or cannot be opened",
    Ground.KEY: "the key of the share is not the one that was dealt, or is not proved",
    Ground.SIGNATURE: "the trustee has not confirmed the same certificates and coefficients",
}


class Complaint(ValueError):
    """A key ceremony cannot go on: on what ground, and against which trustee, counted from 1."""

    def __init__(self, ground: Ground, against: int | None = None) -> None:
        self.ground, self.against = ground, against
        whose = "" if against is None else f"trustee {against}: "
        super().__init__(whose + SENTENCES[ground])


def make_certificate(
    keys: CeremonyKeys, randomness: Randomness, place: Place | None = None
) -> SignedMessage:
    """First round: the certificate of a trustee, signed by itself.

    With a `place`, it holds the context that later versions of the format ask for.
    """
    context = {} if place is None else {"context": place.json()}
    own = {"verification": str(keys.verification), "encryption": str(keys.encryption)}
    return keys.sign(canonical(context | own).decode(), randomness)


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A ceremony whose trustees are certain.

    Attributes:
        group: the group of the election.
        threshold: how many trustees will be needed.
        certificates: as they were sent, in the order in which trustees are counted from 1.
        trustees: the keys in the certificates.
    """

    group: Group
    threshold: int
    certificates: tuple[SignedMessage, ...]
    trustees: tuple[Certificate, ...]

    @classmethod
    def of(cls, group: Group, threshold: int, certificates: Sequence[SignedMessage]) -> "Ceremony":
        """The ceremony of these certificates, after checking them.

        Raises:
            Complaint: about a certificate, a key that stands in two of them, or the threshold.
        """
        if not 1 <= threshold <= len(certificates):
            raise Complaint(Ground.THRESHOLD)
        trustees: list[Certificate] = []
        seen: set[int] = set()
        for number, signed in enumerate(certificates, 1):
            place = Place(group.name, len(certificates), threshold, number)
            trustee = _read_certificate(group, signed, place)
            if not seen.isdisjoint({trustee.verification, trustee.encryption}):
                raise Complaint(Ground.TWICE, number)
            seen |= {trustee.verification, trustee.encryption}
            trustees.append(trustee)
        return cls(group, threshold, tuple(certificates), tuple(trustees))

    def number_of(self, keys: CeremonyKeys) -> int:
        """The number, from 1, of the trustee who holds these keys.

        Raises:
            Complaint: no certificate is that of the keys.
        """
        own = Certificate(keys.verification, keys.encryption)
        if own not in self.trustees:
            raise Complaint(Ground.STRANGER)
        return self.trustees.index(own) + 1

    def read_coefficients(self, signed: Sequence[SignedMessage]) -> list[tuple[int, ...]]:
        """The hidden polynomials of all trustees, after checking them.

        Raises:
            Complaint: about a signature, a number of coefficients or an element.
        """
        if len(signed) != len(self.trustees):
            raise Complaint(Ground.NUMBER)
        return [self._read_row(number, each) for number, each in enumerate(signed, 1)]

    def _read_row(self, number: int, signed: SignedMessage) -> tuple[int, ...]:
        try:
            row = read_coefficients(self.group, signed.message)
        except MalformedRecord:
            raise Complaint(Ground.COEFFICIENTS, number) from None
        if len(row) != self.threshold:
            raise Complaint(Ground.THRESHOLD, number)
        signer = self.trustees[number - 1].verification
        if not all(map(self.group.is_member, row)) or not signed.is_signed_by(self.group, signer):
            raise Complaint(Ground.COEFFICIENTS, number)
        return row


def deal(ceremony: Ceremony, keys: CeremonyKeys, randomness: Randomness) -> Dealing:
    """Second round: choose a polynomial and deal its values out.

    Raises:
        Complaint: no certificate is that of the keys.
    """
    own, q = ceremony.number_of(keys), ceremony.group.q
    polynomial = [randomness(q) for _ in range(ceremony.threshold)]
    hidden = [str(ceremony.group.generate(each)) for each in polynomial]

    def sealed(number: int, content: dict[str, object]) -> str:
        addressee = ceremony.trustees[number - 1].encryption
        return seal(keys, addressee, canonical(content).decode(), randomness=randomness)

    return Dealing(
        sealed(own, {"polynomial": list(map(str, polynomial))}),
        tuple(
            sealed(number, {"secret": str(_value(polynomial, number, q))})
            for number in range(1, len(ceremony.trustees) + 1)
        ),
        keys.sign(canonical({"coefexps": hidden}).decode(), randomness),
    )


def hands(ceremony: Ceremony, dealings: Sequence[Dealing]) -> tuple[Hand, ...]:
    """Between the rounds the administrator passes on to each trustee what was dealt to him.

    Raises:
        Complaint: about a dealing whose coefficients or number of shares is wrong.
    """
    coefficients = tuple(dealing.coefficients for dealing in dealings)
    ceremony.read_coefficients(coefficients)
    for number, dealing in enumerate(dealings, 1):
        if len(dealing.secrets) != len(dealings):
            raise Complaint(Ground.NUMBER, number)
    return tuple(
        Hand(own.polynomial, tuple(each.secrets[at] for each in dealings), coefficients)
        for at, own in enumerate(dealings)
    )


def accept(ceremony: Ceremony, keys: CeremonyKeys, hand: Hand, *, randomness: Randomness) -> Share:
    """Third round: check what was dealt, add it up, and show the key of the share.

    Raises:
        Complaint: about the dealer of a wrong share, wrong coefficients or another threshold; or
            about the administrator, who exchanged the own polynomial.
    """
    own, group = ceremony.number_of(keys), ceremony.group
    rows = ceremony.read_coefficients(hand.coefficients)
    if len(hand.secrets) != len(rows):
        raise Complaint(Ground.NUMBER)
    if _own_polynomial(keys, hand.polynomial) != list(rows[own - 1]):
        raise Complaint(Ground.POLYNOMIAL)
    secret = sum(
        _dealt(ceremony, keys, (dealer, sealed, row), at=own)
        for dealer, (sealed, row) in enumerate(zip(hand.secrets, rows, strict=True), 1)
    )
    key = TrusteeKey(group.generate(secret), prove_key(group, secret % group.q, randomness))
    content = canonical({"decryption_key": str(secret % group.q)}).decode()
    private = seal(keys, keys.encryption, content, randomness=randomness)
    confirmed = keys.sign(_confirmation(ceremony, hand.coefficients), randomness)
    return Share(private, key, confirmed.signature)


def conclude(
    ceremony: Ceremony, coefficients: Sequence[SignedMessage], shares: Sequence[Share]
) -> Pedersen:
    """The record of the threshold group, after checking every trustee's answer.

    Raises:
        Complaint: about a trustee whose key is not the one that was dealt, or is not proved.
    """
    group, rows = ceremony.group, ceremony.read_coefficients(coefficients)
    if len(shares) != len(rows):
        raise Complaint(Ground.NUMBER)
    keys = tuple(share.public_key for share in shares)
    record = Pedersen(ceremony.threshold, ceremony.certificates, tuple(coefficients), keys)
    for number, key in enumerate(keys, 1):
        dealt = record.share_key(group, number, rows)
        if key.public_key != dealt or any(key.faults(group, "")):
            raise Complaint(Ground.KEY, number)
    return record


def with_signatures(ceremony: Ceremony, record: Pedersen, shares: Sequence[Share]) -> list[object]:
    """The record with the confirmation of every trustee, as later versions of the format ask.

    Earlier readers pass over the field.

    Raises:
        Complaint: about a trustee who has not confirmed, or confirmed something else.
    """
    message = _confirmation(ceremony, record.coefficients)
    pairs = zip(shares, ceremony.trustees, strict=True)
    signatures: list[object] = []
    for number, (share, trustee) in enumerate(pairs, 1):
        if share.signature is None or not check_signature(
            ceremony.group, trustee.verification, message=message, signature=share.signature
        ):
            raise Complaint(Ground.SIGNATURE, number)
        signatures.append(share.signature.json())
    kind, fields = record.json()
    return [kind, {**read_object(fields, fields=()), "signatures": signatures}]


def open_private_key(keys: CeremonyKeys, sealed: str) -> int:
    """The decryption key that a trustee sealed to himself, for opening a tally.

    Raises:
        BrokenSeal: it is not that of these keys.
    """
    return _sealed_number(keys, keys.verification, sealed, name="decryption_key")


def _value(polynomial: Sequence[int], number: int, q: int) -> int:
    """The value of a polynomial, lowest coefficient first, at a trustee's number."""
    result = 0
    for coefficient in reversed(polynomial):
        result = (result * number + coefficient) % q
    return result


def _read_certificate(group: Group, signed: SignedMessage, place: Place) -> Certificate:
    try:
        trustee = Certificate.read(group, signed.message)
        context = read_object(read_json(signed.message.encode()), fields=()).get("context")
        stated = None if context is None else Place.read(context, "context")
    except MalformedRecord:
        raise Complaint(Ground.CERTIFICATE, place.index) from None
    keys = (trustee.verification, trustee.encryption)
    if 1 in keys or not all(map(group.is_member, keys)):
        raise Complaint(Ground.CERTIFICATE, place.index)
    if not signed.is_signed_by(group, trustee.verification):
        raise Complaint(Ground.CERTIFICATE, place.index)
    if stated not in {None, place}:
        raise Complaint(Ground.PLACE, place.index)
    return trustee


def _own_polynomial(keys: CeremonyKeys, sealed: str) -> list[int]:
    """The own polynomial, hidden in exponents again."""
    try:
        content = read_json(unseal(keys, keys.verification, sealed).encode())
        fields = read_object(content, fields=("polynomial",))
        polynomial = read_each(fields["polynomial"], "polynomial", read_decimal)
    except (BrokenSeal, MalformedRecord):
        raise Complaint(Ground.POLYNOMIAL) from None
    return [keys.group.generate(each) for each in polynomial]


def _dealt(
    ceremony: Ceremony, keys: CeremonyKeys, dealt: tuple[int, str, Sequence[int]], *, at: int
) -> int:
    """What a dealer dealt to the trustee of a number, if it fits the dealer's coefficients."""
    (dealer, sealed, row), group = dealt, ceremony.group
    sender = ceremony.trustees[dealer - 1].verification
    try:
        secret = _sealed_number(keys, sender, sealed, name="secret")
    except BrokenSeal:
        raise Complaint(Ground.SHARE, dealer) from None
    powers = [at**degree for degree in range(len(row))]
    if group.generate(secret) != group.product(map(group.power, row, powers)):
        raise Complaint(Ground.SHARE, dealer)
    return secret


def _sealed_number(keys: CeremonyKeys, sender: int, sealed: str, *, name: str) -> int:
    content = unseal(keys, sender, sealed)
    try:
        fields = read_object(read_json(content.encode()), fields=(name,))
        return read_decimal(fields[name], name) % keys.group.q
    except MalformedRecord:
        raise BrokenSeal("a message holds something else") from None


def _confirmation(ceremony: Ceremony, coefficients: Sequence[SignedMessage]) -> str:
    """What a trustee signs so that all are known to have seen the same."""
    seen = statement_of(ceremony.certificates, coefficients)
    return f"certs_sig|{canonical(seen).decode()}"
