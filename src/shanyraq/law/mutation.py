"""The test of the pack's own cases: change one leaf of the law, and a case must fail."""

from copy import deepcopy
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from shanyraq.law.cases import CaseFile, about, failures, load_cases
from shanyraq.law.loading import FILES, BrokenPack, Data, build_pack, read_yaml
from shanyraq.law.mutants import Mutant, mutants_of, untouched


class FailedPack(AssertionError):
    """The pack does not answer as its cases expect, so mutants would say nothing."""


class Fate(Enum):
    """What became of a mutant."""

    REFUSED = "refused by the schema"
    FAILED_A_CASE = "failed a case"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What came of it: mutants by their fate, and leaves of the law that none touched."""

    failed_a_case: int
    refused_by_schema: int
    survivors: tuple[Mutant, ...]
    untouched: tuple[str, ...]

    @property
    def mutants(self) -> int:
        """How many were made."""
        return self.killed + len(self.survivors)

    @property
    def killed(self) -> int:
        """Mutants that made a case fail or the pack refuse to load."""
        return self.failed_a_case + self.refused_by_schema

    @property
    def score(self) -> str:
        """The killed of those made, in percent, never rounded up to a whole it has not reached."""
        tenths = 1000 * self.killed // max(1, self.mutants)
        return f"{tenths // 10}.{tenths % 10} %"

    @property
    def complete(self) -> bool:
        """Whether every mutant was noticed and every leaf touched."""
        return not self.survivors and not self.untouched


def mutate_pack(folder: Path) -> MutationReport:
    """Run the cases of a pack's folder against every mutant of it.

    Raises:
        BrokenPack: the pack or its cases cannot be read.
        FailedPack: the pack itself does not answer as its cases expect.
    """
    data = {name: read_yaml(folder / name) for name in FILES}
    return mutation_report(data, load_cases(folder))


def mutation_report(data: dict[str, Data], cases: tuple[CaseFile, ...]) -> MutationReport:
    """Run cases against every mutant of a pack's data.

    Raises:
        BrokenPack: the pack itself cannot be built.
        FailedPack: the pack itself does not answer as the cases expect.
    """
    pack = build_pack(data, Path())
    if (failed := next(failures(pack, cases), None)) is not None:
        raise FailedPack(failed)
    mutants = list(mutants_of(pack, data))
    fates = [(fate(mutant, data, cases), mutant) for mutant in mutants]
    return MutationReport(
        failed_a_case=sum(each is Fate.FAILED_A_CASE for each, _ in fates),
        refused_by_schema=sum(each is Fate.REFUSED for each, _ in fates),
        survivors=tuple(mutant for each, mutant in fates if each is Fate.SURVIVED),
        untouched=tuple(untouched(data, mutants)),
    )


def fate(mutant: Mutant, data: dict[str, Data], cases: tuple[CaseFile, ...]) -> Fate:
    """What becomes of a mutant: the pack refuses to load, a case fails, or nobody notices."""
    changed = deepcopy(data[mutant.file])
    _put(changed, mutant)
    try:
        pack = build_pack({**data, mutant.file: changed}, Path())
    except BrokenPack:
        return Fate.REFUSED
    rule = _rule_of(mutant, data)
    nearest = about(cases, rule) if rule else ()
    failed = any(next(failures(pack, files), None) is not None for files in (nearest, cases))
    return Fate.FAILED_A_CASE if failed else Fate.SURVIVED


def _put(data: Data, mutant: Mutant) -> None:
    place: Any = data
    for step in mutant.path[:-1]:
        place = place[step]
    place[mutant.path[-1]] = mutant.value


def _rule_of(mutant: Mutant, data: dict[str, Data]) -> str | None:
    if mutant.file != "rules.yaml" or mutant.path[0] != "rules":
        return None
    return str(data["rules.yaml"]["rules"][mutant.path[1]]["id"])
