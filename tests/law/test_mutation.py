from typing import get_args

import pytest
from tests.law.builders import small_data, the_data, the_folder, the_pack

from shanyraq.law.cases import CaseFile, load_cases
from shanyraq.law.kinds import Whole
from shanyraq.law.mutants import Mutant, mutants_of, untouched
from shanyraq.law.mutation import FailedPack, Fate, fate, mutate_pack, mutation_report


def test_every_mutant_of_the_pack_is_noticed_and_no_leaf_is_left_out() -> None:
    report = mutate_pack(the_folder())
    assert report.survivors == ()
    assert report.untouched == ()
    assert report.complete
    assert report.score == "100.0 %"
    assert report.failed_a_case > report.refused_by_schema


def test_without_cases_mutants_survive_and_are_named() -> None:
    report = mutation_report(small_data(), ())
    assert not report.complete
    assert report.failed_a_case == 0
    assert "rules.yaml: rules → 0 → fraction = '1/3'" in map(str, report.survivors)
    assert report.score != "100.0 %"


def test_a_mutant_that_changes_nothing_survives() -> None:
    cases = load_cases(the_folder())
    same = Mutant("rules.yaml", ("rules", 0, "fraction"), "4/6")
    other = Mutant("rules.yaml", ("rules", 0, "fraction"), "3/4")
    broken = Mutant("rules.yaml", ("rules", 0, "fraction"), "4/3")
    fates = [fate(mutant, the_data(), cases) for mutant in (same, other, broken)]
    assert fates == [Fate.SURVIVED, Fate.FAILED_A_CASE, Fate.REFUSED]


def test_a_leaf_that_no_mutant_touches_is_named() -> None:
    mutants = [m for m in mutants_of(the_pack(), the_data()) if m.path[-1] != "fraction"]
    left = list(untouched(the_data(), mutants))
    assert "rules.yaml: rules → 0 → fraction = '2/3'" in left


def test_a_pack_that_fails_its_own_cases_is_not_mutated() -> None:
    wrong = CaseFile.model_validate({"names": {"2006-01-01": "The Assembly"}})
    with pytest.raises(FailedPack, match="name on 2006-01-01"):
        mutation_report(the_data(), (wrong,))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        (("rules", 0, "fraction"), {"1/3", "1/1", "1/2"}),
        (("rules", 0, "compare"), {"gt"}),
        (("rules", 0, "base", "counts"), {*get_args(Whole)} - {"assembly_members"}),
    ],
)
def test_mutants_are_one_step_away(path: tuple[str | int, ...], values: set[str]) -> None:
    made = {m.value for m in mutants_of(the_pack(), the_data()) if m.path == path}
    assert made == values
