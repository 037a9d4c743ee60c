"""Hashes as the format takes them: of records, of ballots, and into the scalars of a group."""

import base64
import hashlib
from collections.abc import Iterable


def hex_hash(body: bytes) -> str:
    """SHA-256 in lower-case hexadecimal digits: 64 characters.

    >>> hex_hash(b"")[:16]
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(body).hexdigest()


def base64_hash(body: bytes) -> str:
    """SHA-256 in standard Base64 without padding: 43 characters.

    >>> base64_hash(b"")
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return base64.b64encode(hashlib.sha256(body).digest()).decode().rstrip("=")


def hash_to_number(text: str, modulus: int | None = None) -> int:
    """SHA-256 of a text as a number, big end first, reduced if a modulus is given.

    >>> hash_to_number("", 1000)
    549
    """
    number = int.from_bytes(hashlib.sha256(text.encode()).digest())
    return number if modulus is None else int(number % modulus)


def decimals(numbers: Iterable[int]) -> str:
    """Numbers in decimal, a comma between two.

    >>> decimals([2, 3, 5])
    '2,3,5'
    """
    return ",".join(map(str, numbers))
