"""Dry run of an amendment: which stored verdicts would have come out otherwise."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q

from shanyraq.charter.models import StoredVerdict, StoredVerdictQuerySet
from shanyraq.charter.queries.law import charter_pack
from shanyraq.charter.queries.verdicts import pack_kept, verdict_again
from shanyraq.law import Outcome, Pack, Verdict, WrongQuestion
from shanyraq.law.amending import Change, amended, rules_touched
from shanyraq.law.coverage import addresses_of
from shanyraq.law.provisions import provision_of
from shanyraq.law.verification import verdict_of

Progress = Callable[[int, int], None]
PAGE = 500
"""Stored verdicts read at a time, and how often progress is told."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A stored verdict that would have come out otherwise: as it was given, and as it would be.

    `after` is nothing when the amended rule cannot be asked with the facts on record.
    """

    stored: StoredVerdict
    before: Verdict
    after: Verdict | None

    @property
    def old_outcome(self) -> Outcome:
        """What the law then answered."""
        return self.before.outcome

    @property
    def new_outcome(self) -> Outcome:
        """What it would have answered; undetermined when facts on record do not suffice."""
        return self.after.outcome if self.after else Outcome.UNDETERMINED

    @property
    def needed_before(self) -> int | None:
        """The number of persons (or the limit of a count) then asked for."""
        return self.before.needed

    @property
    def needed_after(self) -> int | None:
        """The number of persons (or the limit of a count) that would be asked for."""
        return self.after.needed if self.after else None


@dataclass(frozen=True, slots=True)
class DryRun:
    """What an amendment would have done: the pack it makes, verdicts re-asked, those that differ.

    `differing` counts them all; `otherwise` holds them in the order of their days, up to a limit.
    """

    pack: Pack
    examined: int
    differing: int
    otherwise: tuple[Otherwise, ...]


def dry_run(
    changes: Iterable[Change],
    *,
    since: dt.date | None = None,
    until: dt.date | None = None,
    limit: int | None = None,
    progress: Progress | None = None,
) -> DryRun:
    """Re-ask every stored verdict that rests on a changed rule, under the amended charter.

    Args:
        changes: what would read otherwise in the institution's charter.
        since: the first day of verdicts examined, else from the first one.
        until: the last day of verdicts examined, else to the last one.
        limit: how many that differ are kept; all are counted.
        progress: told every so often how many of how many were examined.

    Raises:
        UnknownRule: a change names no rule of the charter.
        UnknownReading: it names no reading or parameter.
        UnfitChange: it names no field, or the schema refuses its value.
    """
    listed = tuple(changes)
    pack = amended(charter_pack(), listed)
    touched = rules_touched(charter_pack(), listed)
    run = _Run(pack, touched, _resting_on(touched, since=since, until=until), progress)
    kept: list[Otherwise] = []
    differing = 0
    for differing, found in enumerate(run.otherwise(), start=1):
        if limit is None or differing <= limit:
            kept.append(found)
    return DryRun(pack, run.examined, differing, tuple(kept))


@dataclass(slots=True)
class _Run:
    """One pass over stored verdicts."""

    pack: Pack
    touched: frozenset[str]
    verdicts: StoredVerdictQuerySet
    progress: Progress | None
    examined: int = 0

    def otherwise(self) -> Iterator[Otherwise]:
        """Those that differ, as they are found."""
        total = self.verdicts.count()
        for number, stored in enumerate(self.verdicts.iterator(chunk_size=PAGE), start=1):
            if self._rests_on_touched(stored):
                self.examined += 1
                yield from self._compared(stored)
            if self.progress and (number % PAGE == 0 or number == total):
                self.progress(number, total)

    def _rests_on_touched(self, stored: StoredVerdict) -> bool:
        written = bytes(stored.canonical)
        return any(f'"rule":"{rule}"'.encode() in written for rule in self.touched)

    def _compared(self, stored: StoredVerdict) -> Iterator[Otherwise]:
        trace = stored.trace
        named = {pack["id"]: pack["sha256"] for pack in trace["packs"]}
        if self.pack.id not in named:
            return
        beside = [pack_kept(sha) for name, sha in named.items() if name != self.pack.id]
        try:
            after = verdict_of(trace, [self.pack, *beside], amended=True)
        except WrongQuestion:
            yield Otherwise(stored, verdict_again(stored), None)
            return
        if after.outcome != stored.outcome or _effects(after.trace) != _effects(trace):
            yield Otherwise(stored, verdict_again(stored), after)


def _effects(trace: Mapping[str, Any]) -> list[object]:
    """The words with which a trace answers what force a decision has."""
    return [node.get("value") for node in trace["nodes"] if node["kind"] == "legal_effect"]


def _resting_on(
    rules: frozenset[str], *, since: dt.date | None, until: dt.date | None
) -> StoredVerdictQuerySet:
    """Verdicts that cite a provision of these rules, by their days."""
    called = [rule for name in rules for rule in charter_pack().rules_called(name)]
    provisions = {provision_of(address) for rule in called for address in addresses_of(rule)}
    cited = (Q(provisions__contains=f" {provision} ") for provision in provisions)
    days = {"on__gte": since, "on__lte": until}
    found = StoredVerdict.objects.filter(**{key: day for key, day in days.items() if day})
    return found.filter(reduce(or_, cited, Q(pk__in=[]))).order_by("on", "pk")
