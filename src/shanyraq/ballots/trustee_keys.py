"""A trustee's key with the proof that its secret is known, and the messages a trustee signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from shanyraq.ballots.groups import Group
from shanyraq.ballots.proofs import Proof, check_key, check_signature
from shanyraq.ballots.records import read_object, read_text, within


@dataclass(frozen=True, slots=True)
class TrusteeKey:
    """A public key with the proof that its secret is known, and whose it is."""

    public_key: int
    proof: Proof
    name: str | None = None

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "TrusteeKey":
        """A key from its JSON; membership and proof are asked apart.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(value, where, fields=("pok", "public_key"))
        name = fields.get("name")
        return cls(
            group.read_element(fields["public_key"], within(where, "public_key")),
            Proof.read(group, fields["pok"], within(where, "pok")),
            None if name is None else read_text(name, within(where, "name")),
        )

    def json(self) -> dict[str, object]:
        """The key as its record holds it."""
        named = {} if self.name is None else {"name": self.name}
        return {"pok": self.proof.json(), "public_key": str(self.public_key), **named}

    def faults(self, group: Group, where: str) -> Iterator[str]:
        """What is wrong with the key, as paths."""
        if self.public_key == 1 or not group.is_member(self.public_key):
            yield within(where, "public_key")
        elif not check_key(group, self.public_key, self.proof):
            yield within(where, "pok")


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """A message of the key ceremony with the signature of a trustee."""

    message: str
    signature: Proof

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "SignedMessage":
        """A signed message from its JSON; the signature is asked apart.

        Raises:
            MalformedRecord: it is none.
        """
        fields = read_object(value, where, fields=("message", "signature"))
        return cls(
            read_text(fields["message"], within(where, "message")),
            Proof.read(group, fields["signature"], within(where, "signature")),
        )

    def json(self) -> dict[str, object]:
        """The signed message as its record holds it."""
        return {"message": self.message, "signature": self.signature.json()}

    def is_signed_by(self, group: Group, public: int) -> bool:
        """Whether the holder of a key signed it."""
        return check_signature(group, public, message=self.message, signature=self.signature)
