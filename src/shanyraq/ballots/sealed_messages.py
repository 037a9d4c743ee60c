"""Messages between trustees that only the addressee can read and only the sender can have written.

They travel over whoever administers the key ceremony, who sees and could exchange everything. A
message names its addressee, is signed by its sender and then encrypted: a group element under the
addressee's key, and with that element's hash the text (AES-256-CCM).
"""

import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESCCM

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.hashing import hash_to_number
from shanyraq.ballots.proofs import PublicKey, sign
from shanyraq.ballots.questions import BASE58
from shanyraq.ballots.records import (
    MalformedRecord,
    Reason,
    canonical,
    read_json,
    read_object,
    read_text,
)
from shanyraq.ballots.trustee_keys import SignedMessage

SEED_LENGTH = 22
NONCE_BYTES, TAG_BYTES = 13, 8


class BrokenSeal(ValueError):
    """A message is not for this addressee, not from this sender, or was changed on its way."""


class UnfitSeed(ValueError):
    """This is not the seed of a trustee's keys: a letter is wrong or missing."""


@dataclass(frozen=True, slots=True)
class CeremonyKeys:
    """The two secrets of a trustee in the key ceremony: to sign with, and to be written to.

    Both come from a seed of 22 letters, which is all that a trustee must keep.
    """

    group: Group
    signing: int
    reading: int

    @classmethod
    def from_seed(cls, group: Group, seed: str) -> "CeremonyKeys":
        """The secrets of a seed.

        Raises:
            UnfitSeed: it is not 22 letters of the alphabet.
        """
        if len(seed) != SEED_LENGTH or not set(seed) <= set(BASE58):
            raise UnfitSeed("the key of a trustee is 22 letters and digits")
        signing, reading = (hash_to_number(f"{word}|{seed}", group.q) for word in ("sk", "dk"))
        return cls(group, signing, reading)

    @property
    def verification(self) -> int:
        """The key with which others check the signatures."""
        return self.group.generate(self.signing)

    @property
    def encryption(self) -> int:
        """The key with which others write to this trustee."""
        return self.group.generate(self.reading)

    def sign(self, message: str, randomness: Randomness) -> SignedMessage:
        """Sign a message."""
        signature = sign(self.group, self.signing, message=message, randomness=randomness)
        return SignedMessage(message, signature)


def new_seed(randomness: Randomness) -> str:
    """The seed of a new trustee: about 128 random bits in 22 letters."""
    return "".join(BASE58[randomness(len(BASE58))] for _ in range(SEED_LENGTH))


def seal(sender: CeremonyKeys, addressee: int, message: str, *, randomness: Randomness) -> str:
    """Write a message to the holder of an encryption key."""
    group = sender.group
    addressed = canonical({"recipient": str(addressee), "message": message}).decode()
    signed = canonical(sender.sign(addressed, randomness).json())
    content = group.generate(randomness(group.q))
    hidden = PublicKey(group, addressee).encrypt(content, randomness(group.q))
    data = _cipher(content).encrypt(_nonce(hidden.alpha), signed, None)
    return canonical({**hidden.json(), "data": data.hex()}).decode()


def unseal(addressee: CeremonyKeys, sender: int, sealed: str) -> str:
    """Read a message that the holder of a verification key has written to this trustee.

    Raises:
        BrokenSeal: it was not written by that sender to this addressee.
    """
    try:
        signed = _opened(addressee, sealed)
        fields = read_object(read_json(signed.message.encode()), fields=("recipient", "message"))
        message = read_text(fields["message"], "message")
    except (MalformedRecord, InvalidTag):
        raise BrokenSeal("a message cannot be opened") from None
    if not signed.is_signed_by(addressee.group, sender):
        raise BrokenSeal("a message does not come from its sender")
    if fields["recipient"] != str(addressee.encryption):
        raise BrokenSeal("a message was written to somebody else")
    return message


def _opened(addressee: CeremonyKeys, sealed: str) -> SignedMessage:
    group = addressee.group
    fields = read_object(read_json(sealed.encode()), fields=("alpha", "beta", "data"))
    alpha, beta = (group.read_element(fields[name], name) for name in ("alpha", "beta"))
    if not (group.is_member(alpha) and group.is_member(beta)):
        raise MalformedRecord("alpha", Reason.OUT_OF_RANGE)
    content = beta * group.power(alpha, -addressee.reading) % group.p
    data = _read_hex(fields["data"])
    signed = _cipher(content).decrypt(_nonce(alpha), data, None)
    return SignedMessage.read(group, read_json(signed))


def _read_hex(value: object) -> bytes:
    try:
        data = bytes.fromhex(read_text(value, "data"))
    except ValueError:
        raise MalformedRecord("data", Reason.NOT_A_NUMBER) from None
    if len(data) < TAG_BYTES:
        raise MalformedRecord("data", Reason.WRONG_LENGTH)
    return data


def _cipher(content: int) -> AESCCM:
    return AESCCM(hashlib.sha256(f"key|{content}".encode()).digest(), tag_length=TAG_BYTES)


def _nonce(alpha: int) -> bytes:
    return hashlib.sha256(f"iv|{alpha}".encode()).digest()[:NONCE_BYTES]
