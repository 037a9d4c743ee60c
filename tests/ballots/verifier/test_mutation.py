"""Every field of a small archive changed by one, and chained anew, is found by the verifier."""

from collections import Counter

from tests.ballots.builders import (
    RANKS,
    THREE,
    WITH_BLANK,
    SmallElection,
    a_single_trustee,
    a_threshold_group,
    broken_rules,
    seeded,
    verified,
)
from tests.ballots.mutants import mutants_of

from shanyraq.ballots.groups import BELENIOS_2048, Group
from shanyraq.ballots.trustees import Trustees
from shanyraq.ballots.verifier import Rule

BROKEN_OTHERWISE = {
    Rule.ARCHIVE_WHOLE,
    Rule.ARCHIVE_NAMES,
    Rule.ARCHIVE_RECORDS,
    Rule.CREDENTIALS_FORM,
    Rule.CREDENTIALS_WEIGHTS,
    Rule.BALLOT_UNIQUE,
}
"""Rules that no single changed field breaks: `test_verifying` breaks each of them."""


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
    """Choices ranked and shuffled twice, others marked."""
    return SmallElection(group=group, questions=(*RANKS, *THREE), voters=3)


def test_every_changed_field_is_found_in_the_real_group() -> None:
    archive = marked(BELENIOS_2048).archive()
    assert verified(archive).is_valid
    mutants = list(mutants_of(archive))
    assert len(mutants) > 100
    assert [mutant.name for mutant in mutants if verified(mutant.archive).is_valid] == []


def test_every_changed_field_is_found_and_between_them_they_break_nearly_every_rule(
    toy: Group,
) -> None:
    broken: set[Rule] = set()
    kinds = ((marked, (1, 2)), (blank_and_threshold, (1, 2, 4)), (ranked_and_marked, (1, 2)))
    for kind, owners in kinds:
        archive = kind(toy).archive(owners=owners)
        assert verified(archive).is_valid
        mutants = list(mutants_of(archive))
        found = {mutant.name: broken_rules(mutant.archive) for mutant in mutants}
        assert [name for name, rules in found.items() if not rules] == []
        events = Counter(name.split(" ")[0] for name in found)
        assert events["Setup"] > 10
        assert events["Ballot"] > 30
        broken.update(*found.values())
    assert set(Rule) - broken == BROKEN_OTHERWISE
