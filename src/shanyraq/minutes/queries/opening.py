"""The first sections: what Session it was, who convened it, with what quorum it was opened."""

from shanyraq.minutes.queries.parts import Block, Facts, Section, Table, Text
from shanyraq.minutes.queries.writer import Writer
from shanyraq.platform.clock import date_of
from shanyraq.platform.journal import Entry
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.sittings.permissions import PROCEDURES

#: Rules by which the law says whether a Session was announced in time.
TIMELINESS = (
    "session_notice",
    "extraordinary_session",
    "extraordinary_notice",
    "small_assembly_notice",
    "council_convened_jointly",
    "council_convened_by_chair",
)
#: Acts by which a sitting is convened; the last signature of a Council meeting is one.
CONVENING = (
    "sittings.convene_session",
    "sittings.convene_meeting",
    "sittings.record_convening",
    "sittings.record_meeting_convening",
    "sittings.sign_convening",
    "sittings.record_signature",
)
IN_PERSON, ON_PAPER = CONVENING[:2], CONVENING[2:4]


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
        entry = _first(writer, CONVENING)
        blocks += [law for rule in TIMELINESS for law in writer.law(record.verdict(entry, rule))]
        blocks.append(Text(text=words("invitations", count=record.session.invitations.count())))
    return Section(heading=words("convening"), blocks=blocks)


def _convened(writer: Writer) -> str:
    words, record = writer.words, writer.record
    if entry := _first(writer, IN_PERSON):
        return words("convened_in_person", name=writer.actor(entry.actor), day=entry.on)
    if record.session.announced_at is not None and (signed := _signatures(writer)):
        vacant = _vacant(writer)
        told = words("vacant_posts", count=vacant) if vacant else ""
        return f"{words('convened_jointly', names='; '.join(signed))} {told}".strip()
    entry, act = _first(writer, ON_PAPER), record.session.convened_by
    if entry is None or act is None:
        return words("not_convened")
    return words("convened_by_act", day=act.date, number=act.number, name=writer.actor(entry.actor))


def _first(writer: Writer, actions: tuple[str, ...]) -> Entry | None:
    found = (writer.record.entry(name) for name in actions)
    return next((entry for entry in found if entry is not None), None)


def _vacant(writer: Writer) -> int:
    """Posts of a deputy that nobody held when the last signature was given (A15)."""
    entry = _first(writer, CONVENING[4:])
    return int(entry.facts.get("vacant", 0)) if entry else 0


def _signatures(writer: Writer) -> list[str]:
    """Who convened a meeting of the Council for its day, and who consented (R9.3b)."""
    session = writer.record.session
    rows = session.signatures.filter(starts_at=session.starts_at).select_related("person", "act")
    return [
        writer.words(
            "signed",
            name=writer.name(row.person),
            capacity=writer.words(f"capacity_{row.capacity}"),
            day=row.act.date if row.act else date_of(row.signed_at),
        )
        for row in rows
    ]


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
    ]
    if facts["needed"] is not None:
        numbers.append((words("needed"), words("needed_at_least", count=facts["needed"])))
    said = words("opened_by", day=entry.on, at=entry.at, name=writer.actor(entry.actor))
    law = writer.law(record.verdict(entry, PROCEDURES[record.session.body.classification].quorum))
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
