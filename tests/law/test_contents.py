"""A pack's content survives being kept as bytes."""

from hashlib import sha256

import pytest
from pydantic import ValidationError

from shanyraq.law import find_pack, load_pack
from shanyraq.law.contents import canonical_bytes, pack_from_bytes


def test_a_pack_read_from_its_bytes_is_the_same_law() -> None:
    pack = load_pack(find_pack("kz-assembly-2002"))
    content = canonical_bytes(pack)
    read = pack_from_bytes(content)
    assert read.sha256 == pack.sha256 == sha256(content).hexdigest()
    assert read.book == pack.book


def test_bytes_of_something_else_are_refused() -> None:
    with pytest.raises(ValidationError):
        pack_from_bytes(b'{"pack": {}, "rules": {}, "readings": {}}')
