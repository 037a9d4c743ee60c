"""Proofs without a secret told: that one is known, that two are equal, that one of several holds.

Every challenge is the hash of all that the proof speaks about, so that no part of the statement can
be exchanged afterwards. The prefix of a challenge names the kind of proof and its statement; what
it leaves out (the bases of `check_equality`) the verifier takes from its own reckoning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.powers import PowerChain
from shanyraq.ballots.records import read_object, within


@dataclass(frozen=True, slots=True)
class Proof:
    """A challenge and the response to it: two scalars."""

    challenge: int
    response: int

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Proof":
        """A proof from its JSON; other fields than its two are not let through.

        Raises:
            MalformedRecord: it is none, or a scalar is not in range.
        """
        names = ("challenge", "response")
        fields = read_object(value, where, fields=names, strictly=True)
        return cls(*(group.read_scalar(fields[name], within(where, name)) for name in names))

    def json(self) -> dict[str, str]:
        """The proof as its record holds it."""
        return {"challenge": str(self.challenge), "response": str(self.response)}


@dataclass(frozen=True, slots=True)
class Ciphertext:
    """An ElGamal ciphertext: alpha = g^r, beta = y^r times what is hidden."""

    alpha: int
    beta: int

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Ciphertext":
        """A ciphertext from its JSON; membership is asked apart.

        Raises:
            MalformedRecord: it is none.
        """
        names = ("alpha", "beta")
        fields = read_object(value, where, fields=names, strictly=True)
        return cls(*(group.read_element(fields[name], within(where, name)) for name in names))

    def json(self) -> dict[str, str]:
        """The ciphertext as its record holds it."""
        return {"alpha": str(self.alpha), "beta": str(self.beta)}


@dataclass(frozen=True, slots=True)
class PublicKey:
    """The key that ballots are encrypted under: an element y of a group."""

    group: Group
    element: int

    def power(self, exponent: int) -> int:
        """The key to an exponent (any whole number), by its table."""
        return self.group.table(self.element).power(exponent % self.group.q)

    def encrypt(self, element: int, nonce: int) -> Ciphertext:
        """Hide an element; the nonce is the secret that opens it."""
        return Ciphertext(self.group.generate(nonce), self.power(nonce) * element % self.group.p)


def multiply(group: Group, ciphertexts: Sequence[Ciphertext]) -> Ciphertext:
    """The product of ciphertexts, which hides the product of what they hide."""
    return Ciphertext(
        group.product(each.alpha for each in ciphertexts),
        group.product(each.beta for each in ciphertexts),
    )


def prove_knowledge(group: Group, secret: int, *, prefix: str, randomness: Randomness) -> Proof:
    """Prove that the exponent of g^secret is known, about the statement that the prefix writes."""
    nonce = randomness(group.q)
    challenge = group.hash_to_scalar(prefix, [group.generate(nonce)])
    return Proof(challenge, (nonce - secret * challenge) % group.q)


def check_knowledge(group: Group, public: int, *, prefix: str, proof: Proof) -> bool:
    """Whether a proof shows that the exponent of a public element is known."""
    if not _in_range(group, proof):
        return False
    commitment = group.generate(proof.response) * group.power(public, proof.challenge) % group.p
    return group.hash_to_scalar(prefix, [commitment]) == proof.challenge


def prove_key(group: Group, secret: int, randomness: Randomness) -> Proof:
    """Prove that one holds the secret of a public key, so that it was not made from others'."""
    prefix = _key_prefix(group, group.generate(secret))
    return prove_knowledge(group, secret, prefix=prefix, randomness=randomness)


def check_key(group: Group, public: int, proof: Proof) -> bool:
    """Whether the holder of a public key has proved to know its secret."""
    return check_knowledge(group, public, prefix=_key_prefix(group, public), proof=proof)


def _key_prefix(group: Group, public: int) -> str:
    return f"pok|{group.name}|{public}|"


def sign(group: Group, secret: int, *, message: str, randomness: Randomness) -> Proof:
    """Sign a message of the key ceremony."""
    return prove_knowledge(group, secret, prefix=f"sigmsg|{message}|", randomness=randomness)


def check_signature(group: Group, public: int, *, message: str, signature: Proof) -> bool:
    """Whether a message of the key ceremony was signed by the holder of a key."""
    return check_knowledge(group, public, prefix=f"sigmsg|{message}|", proof=signature)


def prove_equality(
    group: Group, secret: int, *, base: int, prefix: str, randomness: Randomness
) -> Proof:
    """Prove that base^secret was reckoned with the same secret as g^secret."""
    nonce = randomness(group.q)
    commitments = [group.generate(nonce), group.power(base, nonce)]
    challenge = group.hash_to_scalar(prefix, commitments)
    return Proof(challenge, (nonce - secret * challenge) % group.q)


def check_equality(
    group: Group, public: int, *, base: int, power: int, prefix: str, proof: Proof
) -> bool:
    """Whether power = base^x for the x of public = g^x."""
    if not _in_range(group, proof):
        return False
    challenge, response = proof.challenge, proof.response
    commitments = [
        group.generate(response) * group.power(public, challenge) % group.p,
        group.power(base, response) * group.power(power, challenge) % group.p,
    ]
    return group.hash_to_scalar(prefix, commitments) == challenge


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several claims: that a ciphertext, its value taken as the exponent of g, hides it.

    `alpha` and `beta` are the chains of the ciphertext, shared among claims about the same one.
    """

    alpha: PowerChain
    beta: PowerChain
    value: int


def check_one_of(
    key: PublicKey, prefix: str, *, claims: Sequence[Alternative], proofs: Sequence[Proof]
) -> bool:
    """Whether the proofs, one a claim, show that at least one of the claims is true.

    The ciphertexts must be members of the group: that is asked before.
    """
    group = key.group
    if len(claims) != len(proofs) or not all(_in_range(group, proof) for proof in proofs):
        return False
    commitments = [
        element
        for claim, proof in zip(claims, proofs, strict=True)
        for element in _commitments(key, claim, proof)
    ]
    total = sum(proof.challenge for proof in proofs) % group.q
    return group.hash_to_scalar(prefix, commitments) == total


def _commitments(key: PublicKey, claim: Alternative, proof: Proof) -> tuple[int, int]:
    """A = g^response alpha^challenge and B = y^response (beta g^-value)^challenge."""
    group, challenge, response = key.group, proof.challenge, proof.response
    first = group.generate(response) * claim.alpha.power(challenge) % group.p
    second = key.power(response) * claim.beta.power(challenge) % group.p
    if claim.value:
        second = second * group.generate(-claim.value * challenge) % group.p
    return first, second


@dataclass(frozen=True, slots=True)
class Hidden:
    """What the maker of a ciphertext knows of it: the nonce r and the value m in y^r g^m."""

    nonce: int
    value: int


def prove_one_of(
    key: PublicKey,
    prefix: str,
    *,
    claims: Sequence[tuple[Hidden, int]],
    randomness: Randomness,
) -> list[Proof]:
    """Prove that one of several claims is true, without saying which.

    Each claim is what one knows of a ciphertext and the value claimed of it; the first true one is
    proved, the others are simulated. Knowing nonce and value, every power is one of g or the key.

    Raises:
        ValueError: no claim is true.
    """
    group = key.group
    true = next((at for at, (hidden, value) in enumerate(claims) if hidden.value == value), None)
    if true is None:
        raise ValueError("none of the claims is true")
    challenges = [randomness(group.q) for _ in claims]
    responses = [randomness(group.q) for _ in claims]
    challenges[true] = 0
    commitments = [
        element
        for (hidden, value), challenge, response in zip(claims, challenges, responses, strict=True)
        for element in _simulated(key, (hidden, value), Proof(challenge, response))
    ]
    total = group.hash_to_scalar(prefix, commitments)
    challenges[true] = (total - sum(challenges)) % group.q
    responses[true] = (responses[true] - claims[true][0].nonce * challenges[true]) % group.q
    return [Proof(*pair) for pair in zip(challenges, responses, strict=True)]


def _simulated(key: PublicKey, claim: tuple[Hidden, int], proof: Proof) -> tuple[int, int]:
    """The commitments that a challenge and a response answer; challenge 0 gives honest ones."""
    group, (hidden, value) = key.group, claim
    exponent = (proof.response + hidden.nonce * proof.challenge) % group.q
    second = key.power(exponent)
    if hidden.value != value:
        second = second * group.generate((hidden.value - value) * proof.challenge) % group.p
    return group.generate(exponent), second


def _in_range(group: Group, proof: Proof) -> bool:
    return 0 <= proof.challenge < group.q and 0 <= proof.response < group.q
