"""The proof of a shuffle: the same ciphertexts, only encrypted anew and in another order.

After Wikström and Terelius, in the shape that CHVote and the Belenios format give it. The prover
commits to a permutation, shows by a chain of commitments that it is one, and shows that one and the
same permutation turned the ciphertexts before into those after. Weights drawn from the hash of all
of it make every position count.

All its equations are one: what the prover keeps to himself (`Scalars`) has an image in the group
(`Elements`), and the image of a sum is the product of the images. He announces the image of a
random blinding, receives a challenge and responds with blinding + challenge x secret.

In the letters of the papers: c `permutation`, ĉ `chain`, u the weights; t1, t2, t3, t4, t̂ are the
announced `total`, `end`, `weighted`, `betas` and `alphas`, `links`; s1, s2, s3, s4, ŝ, s' are the
responses `total`, `end`, `weighted`, `nonces`, `links`, `weights`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import prod

from gmpy2 import powmod

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.hashing import hash_to_number, hex_hash
from shanyraq.ballots.products import product_of_powers
from shanyraq.ballots.proofs import Ciphertext, PublicKey
from shanyraq.ballots.records import read_each, read_list

CHAIN = -1
"""The index of the generator with which the chain of commitments begins."""


def generator(group: Group, index: int) -> int:
    """A generator to which nobody knows the exponent of g: from the hash of its index.

    Raises:
        ValueError: the hash fell on an element that generates nothing, or on g.
    """
    element = powmod(hash_to_number(f"ggen|{index}"), group.cofactor, group.p)
    if element in {0, 1, group.g}:
        raise ValueError(f"the hash of {index} gives no independent generator of {group.name}")
    return element


def generators(group: Group, number: int) -> tuple[int, ...]:
    """So many generators, independent of g and of one another: those of indices 0, 1 and so on.

    Raises:
        ValueError: two of them are the same.
    """
    found = tuple(generator(group, index) for index in range(number))
    if len({*found, generator(group, CHAIN)}) != number + 1:
        raise ValueError(f"two of {number} generators of {group.name} are the same")
    return found


@dataclass(frozen=True, slots=True)
class Statement:
    """What a proof speaks about: key and election, the ciphertexts before and after."""

    key: PublicKey
    fingerprint: str
    before: Sequence[Ciphertext]
    after: Sequence[Ciphertext]

    @property
    def group(self) -> Group:
        """The group of all elements."""
        return self.key.group

    def weights(self, permutation: Iterable[int]) -> list[int]:
        """One scalar for each ciphertext before, from the hash of all that was committed to."""
        text = f"shuffle-challenges|{self.fingerprint}|{self._text(permutation)}"
        start = hex_hash(text.encode())
        return [
            hash_to_number(start + hex_hash(str(index).encode()), self.group.q)
            for index in range(len(self.before))
        ]

    def challenge(
        self, announced: "Elements", *, permutation: Iterable[int], links: Iterable[int]
    ) -> int:
        """The challenge of the proof: from the hash of everything, the key included."""
        text = _listed(announced.all()) + self._text(permutation) + _listed(links)
        prefix = f"shuffle-challenge|{self.fingerprint}|"
        return hash_to_number(f"{prefix}{text}{self.key.element}", self.group.q)

    def _text(self, permutation: Iterable[int]) -> str:
        both = chain(self.before, self.after)
        return _listed(n for each in both for n in (each.alpha, each.beta)) + _listed(permutation)


def _listed(numbers: Iterable[int]) -> str:
    """Numbers in decimal, a comma after each."""
    return "".join(f"{number}," for number in numbers)


@dataclass(frozen=True, slots=True)
class Elements:
    """The image of scalars in the group; `links` holds one for each position after."""

    total: int
    end: int
    weighted: int
    betas: int
    alphas: int
    links: tuple[int, ...]

    def all(self) -> tuple[int, ...]:
        """Every element, in the order in which they are hashed."""
        return self.total, self.end, self.weighted, self.betas, self.alphas, *self.links

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Elements":
        """What was announced, from its JSON.

        Raises:
            MalformedRecord: it is none.
        """
        items = read_list(value, where, length=5)
        betas, alphas = read_each(items[3], f"{where}[3]", group.read_element, length=2)
        total, end, weighted = (group.read_element(items[at], f"{where}[{at}]") for at in range(3))
        links = read_each(items[4], f"{where}[4]", group.read_element)
        return cls(total, end, weighted, betas, alphas, links)

    def json(self) -> list[object]:
        """What was announced, as its record holds it."""
        pair = [str(self.betas), str(self.alphas)]
        single = [str(self.total), str(self.end), str(self.weighted)]
        return [*single, pair, list(map(str, self.links))]


@dataclass(frozen=True, slots=True)
class Scalars:
    """The prover's secret, a blinding of it or a response; links and weights are one a position."""

    total: int
    end: int
    weighted: int
    nonces: int
    links: tuple[int, ...]
    weights: tuple[int, ...]

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "Scalars":
        """The responses, from their JSON.

        Raises:
            MalformedRecord: it is none, or a scalar is not in range.
        """
        items = read_list(value, where, length=6)
        total, end, weighted, nonces = (
            group.read_scalar(items[at], f"{where}[{at}]") for at in range(4)
        )
        links, weights = (
            read_each(items[at], f"{where}[{at}]", group.read_scalar) for at in (4, 5)
        )
        return cls(total, end, weighted, nonces, links, weights)

    def json(self) -> list[object]:
        """The responses as their record holds them."""
        single = [str(each) for each in (self.total, self.end, self.weighted, self.nonces)]
        return [*single, list(map(str, self.links)), list(map(str, self.weights))]

    @classmethod
    def blinding(cls, size: int, q: int, randomness: Randomness) -> "Scalars":
        """Random scalars for so many ciphertexts."""
        total, end, weighted, nonces = (randomness(q) for _ in range(4))
        links, weights = (tuple(randomness(q) for _ in range(size)) for _ in range(2))
        return cls(total, end, weighted, nonces, links, weights)

    def plus(self, challenge: int, secret: "Scalars", q: int) -> "Scalars":
        """The response: this blinding + challenge x secret."""

        def both(blinding: int, hidden: int) -> int:
            return (blinding + challenge * hidden) % q

        return Scalars(
            both(self.total, secret.total),
            both(self.end, secret.end),
            both(self.weighted, secret.weighted),
            both(self.nonces, secret.nonces),
            tuple(map(both, self.links, secret.links)),
            tuple(map(both, self.weights, secret.weights)),
        )


@dataclass(frozen=True, slots=True)
class ShuffleProof:
    """That the ciphertexts after are those before; `permutation` and `chain` are commitments."""

    announced: Elements
    responses: Scalars
    permutation: tuple[int, ...]
    chain: tuple[int, ...]

    @classmethod
    def read(cls, group: Group, value: object, where: str = "") -> "ShuffleProof":
        """A proof from its JSON; membership and lengths are asked by the check.

        Raises:
            MalformedRecord: it is none.
        """
        items = read_list(value, where, length=4)
        return cls(
            Elements.read(group, items[0], f"{where}[0]"),
            Scalars.read(group, items[1], f"{where}[1]"),
            read_each(items[2], f"{where}[2]", group.read_element),
            read_each(items[3], f"{where}[3]", group.read_element),
        )

    def json(self) -> list[object]:
        """The proof as its record holds it."""
        commitments = [list(map(str, each)) for each in (self.permutation, self.chain)]
        return [self.announced.json(), self.responses.json(), *commitments]


@dataclass(frozen=True, slots=True)
class Secret:
    """What the shuffler forgets afterwards.

    `order` says for each position after, which position before it was; `nonces` with what each
    ciphertext, by its position before, was encrypted anew.
    """

    order: tuple[int, ...]
    nonces: tuple[int, ...]


def prove_shuffle(statement: Statement, secret: Secret, randomness: Randomness) -> ShuffleProof:
    """Prove that the ciphertexts after are those before in the secret's order."""
    group, size = statement.group, len(secret.order)
    openings = [randomness(group.q) for _ in range(size)]
    permutation = [0] * size
    for base, source in zip(generators(group, size), secret.order, strict=True):
        permutation[source] = group.generate(openings[source]) * base % group.p
    weights = statement.weights(permutation)
    turned = tuple(weights[source] for source in secret.order)
    links = tuple(randomness(group.q) for _ in range(size))
    committed = _chain(group, links, turned)
    hidden = Scalars(
        total=sum(openings),
        end=_end(links, turned, group.q),
        weighted=_weighted(openings, weights),
        nonces=_weighted(secret.nonces, weights),
        links=links,
        weights=turned,
    )
    blinding = Scalars.blinding(size, group.q, randomness)
    announced = _image(statement, blinding, committed)
    challenge = statement.challenge(announced, permutation=permutation, links=committed)
    responses = blinding.plus(challenge, hidden, group.q)
    return ShuffleProof(announced, responses, tuple(permutation), committed)


def _chain(group: Group, links: Sequence[int], weights: Sequence[int]) -> tuple[int, ...]:
    """The chain of commitments: each is the one before to its weight, hidden by its link."""
    committed = [generator(group, CHAIN)]
    for link, weight in zip(links, weights, strict=True):
        committed.append(group.generate(link) * group.power(committed[-1], weight) % group.p)
    return tuple(committed[1:])


def _end(links: Sequence[int], weights: Sequence[int], q: int) -> int:
    """The exponent of g in the last commitment of the chain."""
    exponent = 0
    for link, weight in zip(links, weights, strict=True):
        exponent = (exponent * weight + link) % q
    return exponent


def _weighted(numbers: Sequence[int], weights: Sequence[int]) -> int:
    return sum(number * weight for number, weight in zip(numbers, weights, strict=True))


def _image(statement: Statement, scalars: Scalars, committed: Sequence[int]) -> Elements:
    """The image of scalars, given the chain of commitments."""
    group, after, weights = statement.group, statement.after, scalars.weights
    bases = generators(group, len(after))
    before = (generator(group, CHAIN), *committed)[: len(after)]
    weighted = product_of_powers(group, bases, weights)
    betas = product_of_powers(group, [each.beta for each in after], weights)
    alphas = product_of_powers(group, [each.alpha for each in after], weights)
    return Elements(
        total=group.generate(scalars.total),
        end=group.generate(scalars.end),
        weighted=group.generate(scalars.weighted) * weighted % group.p,
        betas=statement.key.power(-scalars.nonces) * betas % group.p,
        alphas=group.generate(-scalars.nonces) * alphas % group.p,
        links=tuple(
            group.generate(link) * group.power(previous, weight) % group.p
            for link, previous, weight in zip(scalars.links, before, weights, strict=True)
        ),
    )


def check_shuffle_proof(statement: Statement, proof: ShuffleProof) -> bool:
    """Whether a proof shows that the ciphertexts after are those before.

    The ciphertexts before must be members of the group: they are those of checked ballots, or the
    ciphertexts after a checked shuffle.
    """
    if not (_fits(statement, proof) and _are_members(statement, proof)):
        return False
    challenge = statement.challenge(
        proof.announced, permutation=proof.permutation, links=proof.chain
    )
    p, claimed = statement.group.p, _claimed(statement, proof)
    image = _image(statement, proof.responses, proof.chain)
    return all(
        reached == announced * statement.group.power(public, challenge) % p
        for reached, announced, public in zip(
            image.all(), proof.announced.all(), claimed.all(), strict=True
        )
    )


def _fits(statement: Statement, proof: ShuffleProof) -> bool:
    """Whether every list is as long as the ciphertexts."""
    responses = proof.responses
    lists = (responses.links, responses.weights, proof.announced.links)
    lengths = map(len, (statement.after, *lists, proof.permutation, proof.chain))
    return all(length == len(statement.before) for length in lengths)


def _are_members(statement: Statement, proof: ShuffleProof) -> bool:
    """Whether every number that the shuffler gave is an element of the group."""
    after = (number for each in statement.after for number in (each.alpha, each.beta))
    given = chain(after, proof.permutation, proof.chain, proof.announced.all())
    return all(map(statement.group.is_member, given))


def _claimed(statement: Statement, proof: ShuffleProof) -> Elements:
    """The image of the secret, if what the proof claims is true."""
    group, before, committed = statement.group, statement.before, proof.chain
    weights = statement.weights(proof.permutation)
    bases = group.product(generators(group, len(before)))
    start = generator(group, CHAIN)
    last = (start, *committed)[len(before)]
    whole = group.power(start, prod(weights))
    return Elements(
        total=group.product(proof.permutation) * group.inverse(bases) % group.p,
        end=last * group.inverse(whole) % group.p,
        weighted=product_of_powers(group, proof.permutation, weights),
        betas=product_of_powers(group, [each.beta for each in before], weights),
        alphas=product_of_powers(group, [each.alpha for each in before], weights),
        links=committed,
    )
