"""The election record: what can be asked, and what cannot."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.ballots.builders import RANKS, THREE, UUID, WITH_BLANK

from shanyraq.ballots.groups import BELENIOS_2048, RFC_3526_2048, UnknownGroup
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.questions import (
    Election,
    HomomorphicQuestion,
    RankedQuestion,
    make_election,
)
from shanyraq.ballots.records import MalformedRecord, canonical


def an_election(*questions: HomomorphicQuestion | RankedQuestion) -> Election:
    return make_election(
        key=PublicKey(RFC_3526_2048, RFC_3526_2048.g),
        uuid=UUID,
        name="Сессия",
        description="",
        questions=questions,
        administrator="Хатшы",
    )


def test_a_record_is_read_as_it_is_written() -> None:
    election = an_election(*THREE, *WITH_BLANK, *RANKS)
    assert election.questions == (*THREE, *WITH_BLANK, *RANKS)
    assert election.administrator == "Хатшы"
    assert election.credential_authority is None
    assert election.is_shuffled
    assert not an_election(*THREE).is_shuffled
    assert Election.read(election.body).fingerprint == election.fingerprint


@pytest.mark.parametrize(
    ("values", "allowed"),
    [([0, 0, 0], True), ([1, 0, 1], True), ([1, 1, 1], False), ([2, 0, 0], False), ([1], False)],
)
def test_marks_are_allowed_within_the_bounds(values: list[int], *, allowed: bool) -> None:
    assert THREE[0].allows(values) == allowed


@pytest.mark.parametrize(
    ("values", "allowed"),
    [([0, 1, 0], True), ([1, 0, 0], True), ([1, 1, 0], False), ([0, 0, 0], False)],
)
def test_a_blank_stands_alone(values: list[int], *, allowed: bool) -> None:
    assert WITH_BLANK[0].allows(values) == allowed


@pytest.mark.parametrize(
    "question",
    [
        HomomorphicQuestion("?", ("A", "B"), 2, 1),
        HomomorphicQuestion("?", ("A", "B"), 0, 3),
        HomomorphicQuestion("?", (), 0, 0),
        RankedQuestion("?", ()),
        RankedQuestion("?", tuple(map(str, range(255)))),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(question: HomomorphicQuestion) -> None:
    an_election(HomomorphicQuestion("?", ("A", "B"), 1, 2))
    with pytest.raises(MalformedRecord):
        an_election(question)


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    record = json.loads(an_election(*RANKS).body)
    change(record)
    return canonical(record)


@pytest.mark.parametrize(
    "change",
    [
        lambda record: record.update(uuid="short"),
        lambda record: record.update(uuid="0OIl0OIl0OIl0OIl"),
        lambda record: record.update(questions=[]),
        lambda record: record.update(public_key=4),
        lambda record: record.pop("name"),
        lambda record: record["questions"][0].update(type="Lists"),
    ],
)
def test_a_record_that_is_none_is_malformed(change: Callable[[dict[str, Any]], object]) -> None:
    Election.read(changed(lambda record: record.update(unknown="passed over")))
    with pytest.raises(MalformedRecord):
        Election.read(changed(change))


@pytest.mark.parametrize("change", [{"group": "Ed25519"}, {"version": 2}, {"group": "P=23"}])
def test_a_group_is_found_by_name_and_never_taken_from_the_record(change: dict[str, Any]) -> None:
    with pytest.raises(UnknownGroup):
        Election.read(changed(lambda record: record.update(change)))


def test_a_group_that_embeds_nothing_asks_no_ranks() -> None:
    with pytest.raises(MalformedRecord):
        make_election(
            key=PublicKey(BELENIOS_2048, BELENIOS_2048.g),
            uuid=UUID,
            name="",
            description="",
            questions=RANKS,
        )
