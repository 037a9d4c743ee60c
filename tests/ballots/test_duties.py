"""A trustee opens the one tally that the whole archive gives; how much it reveals is asked."""

from io import BytesIO

import pytest
from tests.ballots.builders import (
    RANKS,
    THREE,
    WITH_BLANK,
    SmallElection,
    Step,
    chained,
    seeded,
    steps_of,
)

from shanyraq.ballots.archive import EventType
from shanyraq.ballots.duties import (
    AnotherArchive,
    InvalidArchive,
    NotATrustee,
    NothingToOpen,
    OpenedShare,
    SecondTally,
    TooFewBallots,
    open_share,
)
from shanyraq.ballots.groups import Group
from shanyraq.ballots.questions import Question
from shanyraq.ballots.result import Result
from shanyraq.ballots.secrecy import Exposure, exposures_before, unanimous_choices
from shanyraq.ballots.verifier import Rule, verify


def share(
    small: SmallElection,
    steps: list[Step],
    *,
    owner: int = 2,
    opened_before: str | None = None,
    least: int = 0,
    last: str | None = None,
) -> OpenedShare:
    return open_share(
        BytesIO(chained(steps)),
        secret=small.trustee_secrets[owner - 1],
        opened_before=opened_before,
        randomness=seeded(30),
        least=least,
        last=last,
    )


def before_opening(small: SmallElection) -> list[Step]:
    steps = steps_of(small.archive())
    kinds = {EventType.PARTIAL_DECRYPTION, EventType.RESULT}
    return [step for step in steps if step.kind not in kinds]


@pytest.mark.parametrize("questions", [THREE, RANKS])
def test_11_a_trustee_opens_what_the_archive_gives(
    toy: Group, questions: tuple[Question, ...]
) -> None:
    small = SmallElection(group=toy, questions=questions)
    steps = before_opening(small)
    made = share(small, steps)
    assert made.owner == 2
    assert share(small, steps, opened_before=made.opened).opened == made.opened


def test_11_a_subset_of_the_ballots_is_refused(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = before_opening(small)
    with pytest.raises(InvalidArchive) as found:
        share(small, [steps[0], *steps[2:]])
    assert Rule.TALLY_RECOMPUTED in {finding.rule for finding in found.value.report.broken}


def test_11_a_second_tally_is_refused(toy: Group) -> None:
    small = SmallElection(group=toy)
    made = share(small, before_opening(small))
    again = before_opening(small)
    with pytest.raises(SecondTally):
        share(small, again, opened_before=made.opened)


def test_before_the_tally_and_before_the_shuffles_there_is_nothing_to_open(toy: Group) -> None:
    for questions, kept in ((THREE, 1), (RANKS, 2)):
        small = SmallElection(group=toy, questions=questions)
        with pytest.raises(NothingToOpen):
            share(small, before_opening(small)[:-kept])


def test_a_trustee_opens_no_fewer_ballots_and_no_other_archive_than_said(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = before_opening(small)
    report = verify(BytesIO(chained(steps)), finished=False)
    assert report.tally is not None
    counted, last = report.tally.counted, report.fingerprint
    made = share(small, steps, least=counted, last=last)
    assert (made.counted, made.last) == (counted, last)
    with pytest.raises(TooFewBallots):
        share(small, steps, least=counted + 1)
    with pytest.raises(AnotherArchive):
        share(small, steps, last="0" * 64)


def test_a_stranger_opens_nothing(toy: Group) -> None:
    small = SmallElection(group=toy)
    steps = before_opening(small)
    small.trustee_secrets[1] += 1
    with pytest.raises(NotATrustee):
        share(small, steps)


def test_10_a_small_electorate_is_warned_of_before_the_tally() -> None:
    assert exposures_before(9, 10) == (Exposure.TOO_FEW,)
    assert exposures_before(0, 10) == (Exposure.NOBODY,)
    assert exposures_before(10, 10) == ()


def test_10_a_unanimous_result_is_found(toy: Group) -> None:
    election = SmallElection(group=toy, questions=(*THREE, *WITH_BLANK)).election
    result = Result(((4, 3, 0), (1, 2, 1)))
    assert list(unanimous_choices(election, result, 4)) == [(0, 0), (0, 2)]
    assert list(unanimous_choices(election, Result(((0, 0, 0), (0, 0, 0))), 0)) == []
