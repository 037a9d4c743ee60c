"""What the tests of ballots are built from: seeded randomness, small elections."""

import random

from shanyraq.ballots.groups import Randomness


def seeded(seed: int) -> Randomness:
    """The same numbers for the same seed: for tests alone."""
    return random.Random(seed).randrange  # noqa: S311 - tests must repeat
