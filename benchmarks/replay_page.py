"""The page about the replay of 2016, written from what was found."""

import hashlib
import os
import platform
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from string import Template

from benchmarks.ballots import Spent
from benchmarks.figures_2016 import Figures, percent_of
from benchmarks.replay import LOSER, Check, Replay

from shanyraq.charter.queries import verdict_again
from shanyraq.elections.queries import head_of, results_of, trustees_of
from shanyraq.platform.languages import day

PAGE = Path(__file__).parent / "data" / "replay-2016.md"
PARTS = {
    "key": "making the common key, three trustees",
    "credentials": "drawing up the list, making the voting codes",
    "making": "making the ballots",
    "casting": "casting them, each in its own transaction",
    "verifying": "verifying them, one process",
    "closing": "closing the box: the tally of verified ballots",
    "decrypting": "decrypting, two trustees",
    "concluding": "putting the result together",
}


def page(found: Replay, compared: list[Check], programs: list[tuple[str, Spent]]) -> str:
    """The whole report."""
    said = [
        (one.what, one.found, "the same" if one.holds else f"DIFFERS: {one.expected}")
        for one in compared
    ]
    accepted = [
        (f"`{name}`", "valid", f"{spent.clock:.1f}", f"{spent.cpu:.1f}") for name, spent in programs
    ]
    heads = [("command", "verdict", "clock, s", "CPU, s"), ("---",) * 4]
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        **numbers(found.figures),
        **prints(found),
        candidates=candidates(found.figures, found),
        checks=rows(said),
        verified=rows([*heads, *accepted]),
        measured=measured(found),
        machine=machine(),
    )


def numbers(told: Figures) -> dict[str, object]:
    """What the page says of the figures themselves."""
    return {
        "ballots": told.ballots,
        "members": told.members,
        "present": told.present,
        "unused": told.present - told.ballots,
        "council": told.council,
        "proposed": told.proposed,
        "nominated": len(told.votes),
        "decided_before": told.before[0],
        "nominated_before": told.before[1],
        "marks": shares(told),
    }


def shares(told: Figures) -> str:
    """How many ballots have how many marks."""
    return rows(sorted(Counter(map(sum, told.marks)).items()))


def candidates(told: Figures, found: Replay) -> str:
    """A row for each candidate, from what was published to what was announced."""
    cast = [sum(column) for column in zip(*told.marks, strict=True)]
    results = results_of(found.election).order_by("candidate__number")
    return rows(
        (
            one.candidate.number,
            told.percent[place],
            told.votes[place],
            cast[place],
            found.opened[place],
            one.votes,
            percent_of(one.votes, told.ballots),
            "yes" if one.elected else "no",
        )
        for place, one in enumerate(results)
    )


def prints(found: Replay) -> dict[str, object]:
    """What the page says of the run: fingerprints, who opened the box, what the law said."""
    box, election, report = found.commission.box, found.election, found.report
    keepers = list(trustees_of(box).values_list("number", flat=True))
    lost = keepers.pop(LOSER)
    return {
        "moved": day(election.item.session.day, language="en"),
        "refusal": found.assembled.late,
        "late": found.late,
        "needed": verdict_again(results_of(election)[0].verdict).needed,
        "effect": election.legal_effect,
        "group": box.group,
        "lost": lost,
        "kept": " and ".join(map(str, keepers)),
        "election": report.election.fingerprint if report.election else "",
        "head": head_of(box),
        "sha256": hashlib.sha256(found.archive.read_bytes()).hexdigest(),
        "bytes": f"{found.archive.stat().st_size:,}",
    }


def measured(found: Replay) -> str:
    """A row for each part; those done ballot by ballot also for one of them."""
    lines: list[tuple[str, ...]] = []
    for part, name in PARTS.items():
        spent = found.spent[part]
        lines.append((name, f"{spent.clock:.2f}", f"{spent.cpu:.2f}"))
        if part in {"making", "casting", "verifying"}:
            each = [one / found.figures.ballots for one in (spent.clock, spent.cpu)]
            lines.append(("one of them", *(f"{one:.4f}" for one in each)))
    return rows(lines)


def machine() -> str:
    """What it ran on."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = next(
        line.partition(":")[2].strip() for line in info.splitlines() if "model name" in line
    )
    return f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}, SQLite"


def rows(lines: Iterable[Iterable[object]]) -> str:
    """Rows of a table."""
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
