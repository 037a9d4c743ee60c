"""Trackers: the hash of a ballot in Base64, as its voter sees it, and as it is looked up."""

import base64
import binascii

#: Bytes of a hash.
HASH_BYTES = 32


def tracker_of(sha256: str) -> str:
    """The tracker of a ballot of this hash: 43 characters of Base64.

    >>> tracker_of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return base64.b64encode(bytes.fromhex(sha256)).decode().rstrip("=")


def hash_of(tracker: str) -> str:
    """The hash that a tracker writes, blanks around it left out; empty if it is no tracker.

    >>> hash_of(" 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU ")[:16]
    'e3b0c44298fc1c14'
    >>> hash_of("nonsense")
    ''
    """
    try:
        held = base64.b64decode(tracker.strip() + "=", validate=True)
    except (binascii.Error, ValueError):
        return ""
    return held.hex() if len(held) == HASH_BYTES else ""
