"""Credentials: what lets a voter cast a ballot, and the public half of it that everybody sees.

A secret credential is fourteen characters and a check character, XXX-XXX-XXX-XXX-XXX. Its public
half is an element of the group; which voter holds which is known to the registrar alone.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence

from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.hashing import decimals
from shanyraq.ballots.questions import BASE58
from shanyraq.ballots.records import (
    BEYOND_WEIGHTS,
    MalformedRecord,
    Reason,
    canonical,
    read_decimal,
    read_each,
    read_json,
    read_text,
)

LENGTH = 14
CHECKED_BY = 53
ITERATIONS = 1000
WRITTEN = re.compile(rf"(?:[{BASE58}]{{3}}-){{4}}[{BASE58}]{{3}}")


class UnfitCredential(ValueError):
    """This is no credential: a character is wrong or missing."""


def make_credential(randomness: Randomness) -> str:
    """A new secret credential.

    >>> make_credential(lambda bound: 0)
    '111-111-111-111-11v'
    """
    characters = "".join(BASE58[randomness(len(BASE58))] for _ in range(LENGTH))
    return _hyphenated(characters + _check_character(characters))


def read_credential(written: str) -> str:
    """A secret credential as a person types it: hyphens and blanks do not matter.

    >>> read_credential(" 111 111 111 111 11v ")
    '111-111-111-111-11v'

    Raises:
        UnfitCredential: it is none, or the check character says that it was mistyped.
    """
    characters = re.sub(r"[\s\-]", "", written)
    credential = _hyphenated(characters)
    if not WRITTEN.fullmatch(credential) or characters[-1] != _check_character(characters[:-1]):
        raise UnfitCredential
    return credential


def secret_exponent(group: Group, credential: str, uuid: str) -> int:
    """The scalar that signs ballots in the election of this identifier.

    Raises:
        UnfitCredential: it is no credential.
    """
    password = read_credential(credential).encode()
    derived = hashlib.pbkdf2_hmac("sha256", password, uuid.encode(), ITERATIONS, 32)
    return int.from_bytes(derived) % group.q


def public_credential(group: Group, credential: str, uuid: str) -> int:
    """The public half of a credential.

    Raises:
        UnfitCredential: it is no credential.
    """
    return group.generate(secret_exponent(group, credential, uuid))


def write_credentials(public: Iterable[int], weights: Sequence[int] | None = None) -> bytes:
    """The record of public credentials, in the order of the numbers, which tells of no voter."""
    held = zip(public, weights, strict=True) if weights else ((each, 1) for each in public)
    return canonical(
        [str(each) if weight == 1 else decimals((each, weight)) for each, weight in sorted(held)]
    )


def read_credentials(group: Group, body: bytes) -> dict[int, int]:
    """Public credentials with their weights, from their record; membership is asked apart.

    Raises:
        MalformedRecord: it is no such list, or one occurs twice.
    """
    weights: dict[int, int] = {}
    for index, text in enumerate(read_each(read_json(body), "", read_text)):
        where = f"[{index}]"
        element, weighed, weight = text.partition(",")
        public = group.read_element(element, where)
        if public in weights:
            raise MalformedRecord(where, Reason.TWICE)
        weights[public] = int(read_decimal(weight, where, below=BEYOND_WEIGHTS)) if weighed else 1
        if weights[public] < 1:
            raise MalformedRecord(where, Reason.OUT_OF_RANGE)
    return weights


def _check_character(characters: str) -> str:
    """53 less the number that the characters write in base 58, modulo 53: never the first digit."""
    number = 0
    for character in characters:
        number = number * len(BASE58) + max(0, BASE58.find(character))
    return BASE58[CHECKED_BY - number % CHECKED_BY]


def _hyphenated(characters: str) -> str:
    return "-".join(characters[at : at + 3] for at in range(0, len(characters), 3))
