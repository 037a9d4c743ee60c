"""Every field of a small archive changed by one, and chained anew, is found by the verifier."""

from collections import Counter
from collections.abc import Callable

import pytest
from tests.ballots.builders import (
    RANKS,
    THREE,
    WITH_BLANK,
    SmallElection,
    a_single_trustee,
    a_threshold_group,
    seeded,
    verified,
)
from tests.ballots.mutants import mutants_of

from shanyraq.ballots.groups import BELENIOS_2048, Group
from shanyraq.ballots.trustees import Trustees


def marked(group: Group) -> SmallElection:
    """Two single trustees, choices marked; everybody votes."""
    return SmallElection(group=group, questions=THREE, voters=2)


def blank_and_threshold(group: Group) -> SmallElection:
    """A single trustee and any two of three; a blank is offered."""
    draw = seeded(9)
    pedersen, shares = a_threshold_group(group, 2, 3, randomness=draw)
    own = draw(group.q)
    trustees = Trustees((a_single_trustee(group, own, draw), pedersen))
    return SmallElection(
        group=group,
        questions=WITH_BLANK,
        voters=3,
        trustees=trustees,
        trustee_secrets=[own, *shares],
    )


def ranked_and_marked(group: Group) -> SmallElection:
    """Choices ranked and shuffled twice."""
    return SmallElection(group=group, questions=RANKS, voters=3)


def test_every_changed_field_is_found_in_the_real_group() -> None:
    archive = marked(BELENIOS_2048).archive()
    assert verified(archive).is_valid
    mutants = list(mutants_of(archive))
    assert len(mutants) > 100
    assert [mutant.name for mutant in mutants if verified(mutant.archive).is_valid] == []


@pytest.mark.parametrize(
    ("kind", "owners"),
    [(marked, (1, 2)), (blank_and_threshold, (1, 2, 4)), (ranked_and_marked, (1, 2))],
)
def test_every_changed_field_is_found(
    toy: Group, kind: Callable[[Group], SmallElection], owners: tuple[int, ...]
) -> None:
    archive = kind(toy).archive(owners=owners)
    assert verified(archive).is_valid
    mutants = list(mutants_of(archive))
    kinds = Counter(mutant.name.split(" ")[0] for mutant in mutants)
    assert kinds["Setup"] > 10
    assert kinds["Ballot"] > 30
    assert [mutant.name for mutant in mutants if verified(mutant.archive).is_valid] == []
