"""A pack's content as canonical bytes, so that a verdict's law can be kept and read again."""

import json
from datetime import date

from shanyraq.law.elements import Text
from shanyraq.law.packs import Pack, PackHead, ReadingBook, Review, RuleBook

NOT_KEPT = Text(kk="Сақталмаған", ru="Не сохранено", en="Not kept")


def canonical_bytes(pack: Pack) -> bytes:
    """The canonical JSON (RFC 8785) of a pack's head, rules and readings: what `sha256` hashes."""
    return pack.canonical


def pack_from_bytes(content: bytes) -> Pack:
    """The pack that such bytes were made of, named by their hash; who reviewed it is not in them.

    Raises:
        pydantic.ValidationError: the bytes are no content of a pack.
    """
    parts = json.loads(content)
    return Pack(
        head=PackHead.model_validate(parts["pack"]),
        book=RuleBook.model_validate(parts["rules"]),
        reading_book=ReadingBook.model_validate(parts["readings"]),
        review=Review(
            reviewer=None,
            qualification=None,
            reviewed_on=None,
            next_review=date.max,
            reviewed_sha256=None,
            note=NOT_KEPT,
        ),
        kept=bytes(content),
    )
