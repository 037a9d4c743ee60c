"""The first sections: what Session it was, who convened it, with what quorum it was opened."""

from shanyraq.minutes.queries.parts import Block, Facts, Section, Table, Text
from shanyraq.minutes.queries.writer import Writer
from shanyraq.platform.clock import date_of
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem

#: Rules by which the law says whether a Session was announced in time.
TIMELINESS = ("session_notice", "extraordinary_session", "extraordinary_notice")


def about(writer: Writer) -> Section:
    """What Session it was: its legal date, place, hours, and when all this was recorded."""
    words, session = writer.words, writer.record.session
    rows = [
        (words("legal_date"), words("day", day=session.day)),
        (words("kind"), words(f"kind_{session.kind}")),
        (words("place"), writer.text(session, "place")),
        (words("opened"), writer.moment(session.opened_at)),
        (words("closed"), writer.moment(session.closed_at)),
        (words("presiding"), writer.name(session.presiding)),
        (words("recorded"), _recorded(writer)),
    ]
    return Section(heading=words("about"), blocks=[Facts(rows=rows)])


def _recorded(writer: Writer) -> str:
    entries = writer.record.entries
    first, last = (writer.moment(entry.recorded_at) for entry in (entries[0], entries[-1]))
    return first if first == last else writer.words("recorded_span", first=first, last=last)


def convening(writer: Writer) -> Section:
    """Who convened it, in person or by a signed act, and that it was announced in time."""
    words, record = writer.words, writer.record
    blocks: list[Block] = [Text(text=_convened(writer))]
    if record.session.announced_at is not None:
        announced = date_of(record.session.announced_at)
        blocks.append(Text(text=words("announced", day=announced)))
        entry = record.entry("sittings.convene_session") or record.entry(
            "sittings.record_convening"
        )
        blocks += [law for rule in TIMELINESS for law in writer.law(record.verdict(entry, rule))]
        blocks.append(Text(text=words("invitations", count=record.session.invitations.count())))
    return Section(heading=words("convening"), blocks=blocks)


def _convened(writer: Writer) -> str:
    words, record = writer.words, writer.record
    if entry := record.entry("sittings.convene_session"):
        return words("convened_in_person", name=writer.actor(entry.actor), day=entry.on)
    entry, act = record.entry("sittings.record_convening"), record.session.convened_by
    if entry is None or act is None:
        return words("not_convened")
    return words("convened_by_act", day=act.date, number=act.number, name=writer.actor(entry.actor))


def opening(writer: Writer) -> Section:
    """When it was opened and with what quorum."""
    words, record = writer.words, writer.record
    entry = record.entry("sittings.open_session")
    if entry is None:
        return Section(heading=words("opening"), blocks=[Text(text=words("not_opened"))])
    facts = entry.facts
    numbers = [
        (words("members"), words("count", count=facts["members"])),
        (words("present"), words("count", count=facts["present"])),
        (words("needed"), words("needed_at_least", count=facts["needed"])),
    ]
    said = words("opened_by", day=entry.on, at=entry.at, name=writer.actor(entry.actor))
    law = writer.law(record.verdict(entry, "session_quorum"))
    return Section(heading=words("opening"), blocks=[Text(text=said), Facts(rows=numbers), *law])


def agenda(writer: Writer) -> Section:
    """The questions with their rapporteurs and papers, and what was taken off before."""
    words, items = writer.words, writer.record.items
    standing = [item for item in items if item.state != ItemState.DROPPED]
    dropped = [item for item in items if item.state == ItemState.DROPPED]
    table = Table(
        head=[words(name) for name in ("number", "question", "rapporteur", "papers")],
        rows=[_row(writer, item) for item in standing],
        widths=(1, 8, 4, 5),
    )
    removed = [words("dropped", title=writer.text(item, "title")) for item in dropped]
    return Section(heading=words("agenda"), blocks=[table, *(Text(text=one) for one in removed)])


def _row(writer: Writer, item: AgendaItem) -> list[str]:
    papers = [writer.text(paper, "title") for paper in item.papers.all()]
    rapporteur = writer.name(item.rapporteur)
    return [str(item.number), writer.text(item, "title"), rapporteur, "; ".join(papers) or "–"]
