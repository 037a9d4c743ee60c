"""Trustees of whom any so many suffice, by the whole key ceremony."""

from collections.abc import Sequence

from tests.ballots.builders import seeded

from shanyraq.ballots.ceremony_records import Place, Share
from shanyraq.ballots.groups import Group
from shanyraq.ballots.key_generation import (
    Ceremony,
    accept,
    conclude,
    deal,
    hands,
    make_certificate,
    open_private_key,
)
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed


def threshold_group(
    group: Group, *, size: int = 3, threshold: int = 2, seed: int = 31, placed: bool = False
) -> tuple[Ceremony, Pedersen, Sequence[Share], list[int]]:
    """A ceremony, its record, what the trustees answered, and their secret keys by number."""
    draw = seeded(seed)
    keys = [CeremonyKeys.from_seed(group, new_seed(draw)) for _ in range(size)]
    places = [Place(group.name, size, threshold, number) for number in range(1, size + 1)]
    certificates = [
        make_certificate(own, draw, place if placed else None)
        for own, place in zip(keys, places, strict=True)
    ]
    ceremony = Ceremony.of(group, threshold, certificates)
    passed = hands(ceremony, [deal(ceremony, own, draw) for own in keys])
    shares = [
        accept(ceremony, own, hand, randomness=draw) for own, hand in zip(keys, passed, strict=True)
    ]
    record = conclude(ceremony, passed[0].coefficients, shares)
    secrets = [
        open_private_key(own, share.private_key) for own, share in zip(keys, shares, strict=True)
    ]
    return ceremony, record, shares, secrets
