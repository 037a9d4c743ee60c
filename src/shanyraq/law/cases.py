"""Cases as law: what the pack must answer, written as data beside it and run against it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from pydantic import Field, StrictBool, StrictInt

from shanyraq.law.answers import Answer
from shanyraq.law.charter import Charter
from shanyraq.law.elements import Day, Element, Name
from shanyraq.law.facts import FactValue, WrongQuestion
from shanyraq.law.judging import IN_PERSON, ON_BEHALF
from shanyraq.law.loading import read_yaml, validated
from shanyraq.law.packs import Pack, Parameter
from shanyraq.law.traces import akoma_ntoso

Given = StrictBool | StrictInt | date | str
Expected = StrictInt | date | str | tuple[str, ...] | dict[str, str]


class Case(Element):
    """One question with the answer expected; only what is named is compared."""

    name: str
    rule: Name
    on: Day
    facts: dict[Name, Given] = Field(default_factory=dict)
    posts: tuple[str, ...] | None = None
    expect: dict[str, Expected]


class HoldersOf(Element):
    """Who has a power, a right or a duty; everybody else of the pack has it not."""

    clause: str
    holders: tuple[Name, ...]
    through: tuple[Name, ...] = ()


class ActOf(Element):
    """An act that made or changed the law: its date and the day it took effect."""

    date: Day
    effective: Day


class StateTable(Element):
    """The state of each clause on days: "-" no provision, "?" text unknown, else whose wording.

    "+" is a wording that is known while no note tells which act brought it.
    """

    days: tuple[Day, ...]
    clauses: dict[str, str]
    akn: dict[str, str]
    akn_on: Day


class CaseFile(Element):
    """One file of cases."""

    cases: tuple[Case, ...] = ()
    states: StateTable | None = None
    names: dict[Day, str] = Field(default_factory=dict)
    acts: dict[str, ActOf] = Field(default_factory=dict)
    powers_on: Day | None = None
    powers: dict[Name, HoldersOf] = Field(default_factory=dict)
    parameters: dict[str, dict[Name, Parameter]] = Field(default_factory=dict)


def load_cases(folder: Path) -> tuple[CaseFile, ...]:
    """Every file of cases of a pack, in the order of their names.

    Raises:
        BrokenPack: one of them cannot be read.
    """
    paths = sorted((folder / "cases").glob("*.yaml"))
    return tuple(validated(CaseFile, read_yaml(path), path) for path in paths)


def failures(pack: Pack, files: tuple[CaseFile, ...]) -> Iterator[str]:
    """What the pack answers otherwise than the cases expect, one line each, as it is found."""
    for look in (_history_failures, _table_failures, _case_failures, _power_failures):
        for file in files:
            yield from look(pack, file)


def about(files: tuple[CaseFile, ...], rule: str) -> tuple[CaseFile, ...]:
    """The cases that ask one rule, nothing else."""
    return tuple(
        CaseFile(
            cases=tuple(case for case in file.cases if case.rule == rule),
            powers_on=file.powers_on,
            powers={name: held for name, held in file.powers.items() if name == rule},
        )
        for file in files
    )


def count_cases(files: tuple[CaseFile, ...]) -> int:
    """How many answers the files expect."""
    return sum(_count(file) for file in files)


def _count(file: CaseFile) -> int:
    table = file.states
    cells = len(table.clauses) * len(table.days) + len(table.akn) if table else 0
    parameters = sum(len(each) for each in file.parameters.values())
    return (
        cells + len(file.cases) + len(file.powers) + parameters + len(file.names) + len(file.acts)
    )


def _case_failures(pack: Pack, file: CaseFile) -> Iterator[str]:
    for case in file.cases:
        try:
            answer = _answer(Charter.at(case.on, packs=[pack]), case)
        except WrongQuestion as wrong:
            yield f"{case.name}: {wrong}"
            continue
        for what, expected in case.expect.items():
            found = ANSWERS[what](answer)
            if found != expected:
                yield f"{case.name}: {what} is {found!r}, not {expected!r}"


def _answer(law: Charter, case: Case) -> Answer:
    if case.posts is not None:
        return law.can(case.rule, case.posts)
    facts: dict[str, FactValue] = dict(case.facts)
    return law.check(case.rule, facts)


def _power_failures(pack: Pack, file: CaseFile) -> Iterator[str]:
    if file.powers_on is None:
        return
    law = Charter.at(file.powers_on, packs=[pack])
    for power, expected in file.powers.items():
        able = {post: law.can(power, {post}) for post in pack.head.holders}
        found = {
            value: {post for post, answer in able.items() if answer.value == value}
            for value in (IN_PERSON, ON_BEHALF)
        }
        clause = next(iter(able.values())).clause
        wanted = {IN_PERSON: set(expected.holders), ON_BEHALF: set(expected.through)}
        if (found, clause) != (wanted, expected.clause):
            yield f"{power}: {found} by {clause}, not {wanted} by {expected.clause}"


def _table_failures(pack: Pack, file: CaseFile) -> Iterator[str]:
    if file.states is None:
        return
    for clause, row in file.states.clauses.items():
        for day, expected in zip(file.states.days, row.split(), strict=True):
            if (found := state_mark(pack, clause, day)) != expected:
                yield f"{clause} on {day}: {found}, not {expected}"
    for clause, address in file.states.akn.items():
        if (spoken := akoma_ntoso(pack, clause, file.states.akn_on)) != address:
            yield f"{clause}: {spoken}, not {address}"


def _history_failures(pack: Pack, file: CaseFile) -> Iterator[str]:
    for day, name in file.names.items():
        if (found := pack.name(day, "en")) != name:
            yield f"name on {day}: {found}, not {name}"
    for act, expected in file.acts.items():
        instrument = pack.head.instruments[act]
        if (instrument.date, instrument.effective) != (expected.date, expected.effective):
            yield f"{act}: {instrument.date}, {instrument.effective}"
    for reading, parameters in file.parameters.items():
        for name, value in parameters.items():
            given = pack.reading(reading).parameters.get(name)
            if given != value or type(given) is not type(value):
                yield f"{reading}.{name}: {given!r}, not {value!r}"


def state_mark(pack: Pack, clause: str, on: date) -> str:
    """The state of a clause on a day as a table of states marks it."""
    wording = pack.wording(clause, on)
    if wording.status == "known":
        return pack.head.instruments[wording.by].number if wording.by else "+"
    return {"none": "-", "unknown": "?"}[wording.status]


ANSWERS: dict[str, Callable[[Answer], object]] = {
    "outcome": lambda answer: answer.outcome.value,
    "clause": lambda answer: answer.clause,
    "needed": lambda answer: answer.needed,
    "value": lambda answer: answer.value,
    "computed": lambda answer: answer.computed,
    "first_lawful_day": lambda answer: answer.first_lawful_day,
    "last_lawful_day": lambda answer: answer.last_lawful_day,
    "lacking": lambda answer: answer.lacking,
    "failing": lambda answer: answer.finding.failing,
    "severity": lambda answer: answer.severity,
    "readings": lambda answer: answer.readings,
    "counts": lambda answer: {fact.name: fact.counts for fact in answer.facts},
}
"""What a case may expect of an answer, by name."""
