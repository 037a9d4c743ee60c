"""Traces: an answer as plain data in the format `charter.trace/1`, ready for canonical JSON."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from shanyraq import __version__
from shanyraq.law.answers import Answer, GivenFact
from shanyraq.law.packs import Pack
from shanyraq.law.provisions import provision_of

FORMAT = "charter.trace/1"
ENGINE = "shanyraq.law"


def trace_of(answer: Answer) -> dict[str, Any]:
    """The whole tree: engine, day, packs with their instruments, result, and flat nodes.

    Nodes are numbered from the root in the order of reading; children are named by number.
    """
    numbers = count(1)
    nodes = list(_nodes(answer, f"n{next(numbers)}", numbers))
    answers = list(_tree(answer))
    return {
        "format": FORMAT,
        "engine": {"name": ENGINE, "version": __version__},
        "as_of": answer.on.isoformat(),
        "packs": [_pack(pack, answers) for pack in _packs(answers)],
        "result": {"rule": answer.rule, "outcome": answer.outcome.value},
        "nodes": nodes,
    }


def _nodes(answer: Answer, name: str, numbers: "count[int]") -> Iterator[dict[str, Any]]:
    children = [(child, f"n{next(numbers)}") for child in answer.children]
    yield {**_node(answer), "id": name, "children": [number for _, number in children]}
    for child, number in children:
        yield from _nodes(child, number, numbers)


def _node(answer: Answer) -> dict[str, Any]:
    found, rule = answer.finding, answer.provision
    reckoning = {
        "needed": found.needed,
        "computed": found.computed,
        "value": found.value,
        "first_lawful_day": _iso(found.first_lawful_day),
        "last_lawful_day": _iso(found.last_lawful_day),
        "lacking": list(found.lacking),
        "failing": list(found.failing),
    }
    return {
        "rule": answer.rule,
        "kind": answer.kind,
        "pack": answer.pack.id if answer.pack else None,
        "outcome": answer.outcome.value,
        "clause": rule.clause if rule else None,
        "also": list(rule.also) if rule else [],
        "reading": rule.readings[0] if rule and rule.readings else None,
        "readings": list(rule.readings) if rule else [],
        "severity": answer.severity,
        "overrides": [pack.id for pack in answer.overridden],
        "facts": [_fact(fact) for fact in answer.facts],
        **_place(answer),
        **{name: value for name, value in reckoning.items() if value not in (None, [])},
    }


def _place(answer: Answer) -> dict[str, Any]:
    wording, pack = answer.wording, answer.pack
    if wording is None or pack is None:
        return {"akn": None, "in_force": None, "text_status": None}
    return {
        "akn": akoma_ntoso(pack, wording.clause, answer.on),
        "in_force": [_iso(wording.since), _iso(wording.until)],
        "text_status": wording.status,
    }


def akoma_ntoso(pack: Pack, clause: str, on: date) -> str | None:
    """The Akoma Ntoso address of a clause in the state of a day; nothing when none is in force."""
    state = pack.state(on)
    if state is None:
        return None
    chapter = pack.head.clauses[clause].chapter
    within = f"chp_{chapter}__" if chapter else ""
    return f"{pack.head.work}/kaz@{state.from_}~{within}sec_{clause[1:]}"


def _fact(fact: GivenFact) -> dict[str, Any]:
    value = fact.value
    plain = value.isoformat() if isinstance(value, date) else value
    return {
        "name": fact.name,
        "value": list(plain) if isinstance(plain, tuple) else plain,
        "source": fact.source,
        "counts": fact.counts,
    }


def _pack(pack: Pack, answers: list[Answer]) -> dict[str, Any]:
    cited = [each for each in answers if each.pack is pack and each.provision and each.wording]
    instruments = {
        (provision_of(rule.clause), each.wording.by)
        for each in cited
        if (rule := each.provision) and each.wording and each.wording.by
    }
    return {
        "id": pack.id,
        "version": pack.head.version,
        "sha256": pack.sha256,
        "instruments": [
            {
                "act": by,
                "number": pack.head.instruments[by].number,
                "date": _iso(pack.head.instruments[by].date),
                "clause": clause,
            }
            for clause, by in sorted(instruments)
        ],
    }


def _packs(answers: list[Answer]) -> list[Pack]:
    given_way = {pack.id: pack for each in answers for pack in each.overridden}
    by_name = given_way | {each.pack.id: each.pack for each in answers if each.pack}
    return [by_name[name] for name in sorted(by_name)]


def _tree(answer: Answer) -> Iterator[Answer]:
    yield answer
    for child in answer.children:
        yield from _tree(child)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
