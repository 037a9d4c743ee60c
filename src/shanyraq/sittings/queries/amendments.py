"""Reads of proposed amendments: the changes as data, and what their dry run found (R8.4d)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from shanyraq.charter.models import StoredVerdict
from shanyraq.law.amending import Change
from shanyraq.sittings.hooks import NamedVerdict, name_verdicts
from shanyraq.sittings.models import AgendaItem, ProposedChange, Trial


def changes_of(item: AgendaItem) -> list[Change]:
    """The changes that a question proposes, in the order in which they were proposed."""
    return [change_of(row) for row in ProposedChange.objects.filter(item=item).order_by("pk")]


def change_of(row: ProposedChange) -> Change:
    """A proposed change as the charter reads it."""
    subject, *path = row.place.split(".")
    value = tuple(row.after) if isinstance(row.after, list) else row.after
    return Change(subject, tuple(path), value)


def proposed_change(public_id: str) -> ProposedChange:
    """The proposed change of a public identifier.

    Raises:
        Http404: there is none.
    """
    rows = ProposedChange.objects.select_related("item__session__body")
    return get_object_or_404(rows, public_id=public_id)


def trial_of(item: AgendaItem) -> Trial | None:
    """The latest dry run of what a question proposes."""
    return Trial.objects.filter(item=item).order_by("-pk").first()


def trial_known(public_id: str) -> Trial:
    """The dry run of a public identifier, for a part of a page.

    Raises:
        LookupError: there is none.
    """
    trial = Trial.objects.filter(public_id=public_id).first()
    if trial is None:
        raise LookupError(public_id)
    return trial


@dataclass(frozen=True, slots=True)
class TriedVerdict:
    """A verdict that would have come out otherwise, and the decision that rests on it."""

    stored: StoredVerdict
    old: str
    new: str
    needed_before: int | None
    needed_after: int | None
    decision: NamedVerdict | None


def tried(rows: Sequence[dict[str, object]]) -> list[TriedVerdict]:
    """Rows of a dry run with their verdicts and the decisions that rest on them."""
    wanted = [str(row["verdict"]) for row in rows]
    stored = {
        one.public_id: one
        for one in StoredVerdict.objects.select_related("pack_version").filter(public_id__in=wanted)
    }
    named = {key: name for naming in name_verdicts for key, name in naming(wanted).items()}
    return [_tried(row, stored[str(row["verdict"])], named) for row in rows]


def _tried(
    row: dict[str, object], stored: StoredVerdict, named: dict[str, NamedVerdict]
) -> TriedVerdict:
    before, after = row["needed_before"], row["needed_after"]
    return TriedVerdict(
        stored=stored,
        old=str(row["old"]),
        new=str(row["new"]),
        needed_before=before if isinstance(before, int) else None,
        needed_after=after if isinstance(after, int) else None,
        decision=named.get(stored.public_id),
    )
