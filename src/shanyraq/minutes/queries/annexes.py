"""The annexes: who attended from when to when, and the entries of the journal behind it all."""

from collections.abc import Iterator
from itertools import groupby

from shanyraq.minutes.queries.parts import Section, Table, Text
from shanyraq.minutes.queries.writer import Writer
from shanyraq.platform.journal import Entry
from shanyraq.sittings.models import Attendance

#: Characters of a hash that are shown; enough to find the entry, short enough for a column.
HASH_SHOWN = 16


def attendance(writer: Writer) -> Section:
    """The members who attended, in the order of the Kazakh alphabet."""
    words, stays = writer.words, writer.record.stays
    by_member = [list(own) for _, own in groupby(stays, key=lambda stay: stay.membership_id)]
    rows = [_member(writer, number, own) for number, own in enumerate(by_member, start=1)]
    table = Table(
        head=[words(name) for name in ("number", "name", "arrived_left", "means")],
        rows=rows,
        widths=(1, 7, 6, 4),
        numbers=(0,),
    )
    note = Text(text=words("attendance_note", count=len(rows)))
    return Section(heading=words("annex_attendance"), blocks=[note, table], annex=True)


def _member(writer: Writer, number: int, stays: list[Attendance]) -> list[str]:
    words = writer.words
    spans = [_span(writer, stay) for stay in stays]
    means = list(dict.fromkeys(words(f"means_{stay.means}") for stay in stays))
    name = writer.name(stays[0].membership.person)
    return [words("count", count=number), name, ", ".join(spans), ", ".join(means)]


def _span(writer: Writer, stay: Attendance) -> str:
    if stay.left_at is None:
        return writer.words("still_there", begun=stay.arrived_at)
    if stay.left_at == writer.record.session.closed_at:
        return writer.words("until_closing", begun=stay.arrived_at)
    return writer.words("span", begun=stay.arrived_at, ended=stay.left_at)


def provenance(writer: Writer) -> Section:
    """The entries of the journal from which the document was composed, with their hashes."""
    words = writer.words
    table = Table(
        head=[words(name) for name in ("entry", "legal_date", "action", "by_whom", "hash")],
        rows=[_entry(writer, run) for run in _runs(writer.record.entries)],
        widths=(4, 6, 9, 6, 6),
    )
    note = Text(text=words("journal_note"))
    return Section(heading=words("annex_journal"), blocks=[note, table], annex=True)


def _runs(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Entries, those of one action by many people one after another taken together."""
    for _, run in groupby(entries, key=lambda entry: (entry.action, entry.on)):
        yield list(run)


def _entry(writer: Writer, run: list[Entry]) -> list[str]:
    first, last = run[0], run[-1]
    words = writer.words
    single = first is last
    actors = list(dict.fromkeys(entry.actor for entry in run))
    return [
        str(first.sequence) if single else f"{first.sequence}–{last.sequence}",
        words("day", day=first.on),
        first.action if single else f"{first.action} {words('times', count=len(run))}",
        writer.actor(first.actor) if len(actors) == 1 else words("people", count=len(actors)),
        last.hash[:HASH_SHOWN],
    ]
