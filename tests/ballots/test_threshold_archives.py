"""Elections with a blank answer and trustees of whom any two of three can open the tally."""

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from tests.ballots.builders import (
    THREE,
    UUID,
    WITH_BLANK,
    SmallElection,
    Step,
    broken_rules,
    chained,
    seeded,
    steps_of,
    verified,
)
from tests.ballots.ceremonies import threshold_group
from tests.ballots.mutants import mutants_of, one_of_each_kind
from tests.ballots.tool import tool_accepts

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.groups import BELENIOS_2048, Group
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.key_generation import with_signatures
from shanyraq.ballots.records import canonical
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed
from shanyraq.ballots.trustees import TooFewTrustees, Trustees
from shanyraq.ballots.verifier import Rule

PAIRS = list(combinations((1, 2, 3), 2))


def election(group: Group = BELENIOS_2048, voters: int = 4) -> SmallElection:
    _, record, _, secrets = threshold_group(group)
    return SmallElection(
        questions=(*WITH_BLANK, *THREE),
        voters=voters,
        group=group,
        trustees=Trustees((record,)),
        trustee_secrets=secrets,
    )


def accepted_by_tool(archive: bytes, directory: Path) -> bool:
    (directory / f"{UUID}.bel").write_bytes(archive)
    return tool_accepts(directory)


@pytest.mark.parametrize("owners", PAIRS, ids=str)
def test_any_two_of_three_open_it_so_that_a_lost_key_loses_nothing(
    owners: Sequence[int], tmp_path: Path
) -> None:
    archive = election().archive(owners=owners)
    report = verified(archive)
    assert report.broken == ()
    assert report.result is not None
    assert report.result.answers == ((1, 2, 1), (2, 1, 1))
    assert accepted_by_tool(archive, tmp_path)


def test_one_of_three_does_not_open_it() -> None:
    with pytest.raises(TooFewTrustees):
        election().archive(owners=(2,))


def test_an_archive_opened_by_one_of_three_is_refused() -> None:
    steps = steps_of(election().archive(owners=(1, 2)))
    first = next(each for each in steps if each.kind is EventType.PARTIAL_DECRYPTION)
    steps.remove(first)
    assert broken_rules(chained(steps)) == {Rule.DECRYPTION_SUFFICIENT}


def test_one_trustee_twice_is_not_two(tmp_path: Path) -> None:
    steps = steps_of(election().archive(owners=(1, 2)))
    first, second = (each for each in steps if each.kind is EventType.PARTIAL_DECRYPTION)
    place = steps.index(second)
    again = chained([*steps[:place], first, *steps[place + 1 :]])
    assert broken_rules(again) == {Rule.DECRYPTION_OWNERS, Rule.DECRYPTION_SUFFICIENT}
    thrice = chained([*steps[:place], first, *steps[place:]])
    assert broken_rules(thrice) == {Rule.DECRYPTION_OWNERS}
    assert accepted_by_tool(thrice, tmp_path)


def test_fields_of_later_versions_are_accepted_by_the_tool_and_by_us(tmp_path: Path) -> None:
    ceremony, record, shares, secrets = threshold_group(BELENIOS_2048, placed=True)
    small = SmallElection(
        questions=WITH_BLANK, trustees=Trustees((record,)), trustee_secrets=secrets
    )
    steps = steps_of(small.archive())
    later = canonical([with_signatures(ceremony, record, shares)])
    setup = steps[0].bodies
    named = setup[3].replace(hex_hash(setup[1]).encode(), hex_hash(later).encode())
    archive = chained([Step(EventType.SETUP, [setup[0], later, setup[2], named]), *steps[1:]])
    assert b'"context"' in setup[1].replace(b'\\"', b'"')
    assert b'"signatures"' in later
    assert verified(archive).broken == ()
    assert accepted_by_tool(archive, tmp_path)


def resigned(setup: list[bytes], certificates: object, coefficients: object) -> list[bytes]:
    """The records of a set-up whose trustees signed other certificates or coefficients."""
    [[kind, fields]] = json.loads(setup[1])
    trustees = canonical([[kind, {**fields, "certs": certificates, "coefexps": coefficients}]])
    named = setup[3].replace(hex_hash(setup[1]).encode(), hex_hash(trustees).encode())
    return [setup[0], trustees, setup[2], named]


@pytest.mark.parametrize("kind", ["certificate", "coefficients"])
def test_trustees_with_numbers_outside_the_group_are_accepted_by_the_tool_and_not_by_us(
    kind: str, tmp_path: Path
) -> None:
    """The signs of two second coefficients fall out of every product of them."""
    group, draw = BELENIOS_2048, seeded(31)
    steps = steps_of(election().archive())
    [[_, fields]] = json.loads(steps[0].bodies[1])
    keys = [CeremonyKeys.from_seed(group, new_seed(draw)) for _ in range(3)]
    name = "certs" if kind == "certificate" else "coefexps"
    for own, signed in list(zip(keys, fields[name], strict=True))[:2]:
        content = json.loads(signed["message"])
        if kind == "certificate":
            content["encryption"] = str(group.p - int(content["encryption"]))
        else:
            content["coefexps"][1] = str(group.p - int(content["coefexps"][1]))
        signed.update(own.sign(canonical(content).decode(), draw).json())
    bodies = resigned(steps[0].bodies, fields["certs"], fields["coefexps"])
    archive = chained([Step(EventType.SETUP, bodies), *steps[1:]])
    assert broken_rules(archive) == {Rule.TRUSTEES_PROOFS}
    assert accepted_by_tool(archive, tmp_path)


def test_every_kind_of_field_matters_in_the_real_group() -> None:
    archive = election(voters=2).archive(owners=(2, 3))
    assert verified(archive).is_valid
    changed = list(one_of_each_kind(mutants_of(archive)))
    assert len(changed) > 40
    assert [mutant.name for mutant in changed if verified(mutant.archive).is_valid] == []
