"""Reads of minutes: a Session or a decision as a document in one language."""

from django.conf import settings

from shanyraq.minutes.queries import annexes, course, opening
from shanyraq.minutes.queries.parts import Document, Section
from shanyraq.minutes.queries.record import Record
from shanyraq.minutes.queries.wording import Words
from shanyraq.minutes.queries.writer import Writer
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import Language
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Decision

#: Characters of the last entry's hash in the footer.
HASH_SHOWN = 16


def minutes_of(session: Session, language: Language) -> Document:
    """The minutes of a Session as they stand; a draft until it is closed."""
    writer = Writer(Record(session), Words(language))
    sections = [
        opening.about(writer),
        opening.convening(writer),
        opening.opening(writer),
        opening.agenda(writer),
        course.course(writer),
        course.decisions(writer),
        course.opinions(writer),
        course.closing(writer),
        *course.later_opinions(writer),
        annexes.attendance(writer),
        annexes.provenance(writer),
    ]
    line = writer.words("session_line", number=session.roman)
    return _document(writer, _numbered(sections), title="title", line=line)


def extract_of(decision: Decision, language: Language) -> Document:
    """An extract from the minutes with one decision, its vote and the opinions on it."""
    session = decision.vote.session
    writer = Writer(Record(session), Words(language))
    opinions = [one for one in writer.record.opinions if one.decision_id == decision.pk]
    vote = [
        *course.vote_blocks(writer, decision.vote),
        *writer.law(decision.verdict),
    ]
    sections = [
        opening.opening(writer),
        Section(heading=writer.words("vote"), blocks=vote),
        Section(heading=writer.words("decision"), blocks=course.decision_blocks(writer, decision)),
    ]
    if opinions:
        given = course.opinion_blocks(writer, opinions)
        sections.append(Section(heading=writer.words("opinions"), blocks=given))
    line = writer.words("decision_of_session", number=session.roman)
    return _document(writer, sections, title="title_extract", line=line)


def _numbered(sections: list[Section]) -> list[Section]:
    """Sections with their places before their headings; annexes have their own."""
    return [
        one
        if one.annex
        else Section(heading=f"{place}. {one.heading}", blocks=one.blocks, annex=False)
        for place, one in enumerate(sections, start=1)
    ]


def _document(writer: Writer, sections: list[Section], *, title: str, line: str) -> Document:
    words, record = writer.words, writer.record
    body = writer.text(record.session.body, "name")
    last = record.entries[-1]
    day = date_of(last.at)
    notes = [
        *([] if record.is_final else [words("draft_note")]),
        *([words("invented_note")] if settings.DEMONSTRATION else []),
    ]
    return Document(
        language=writer.language,
        title=words(title),
        lines=[line, body],
        body=body,
        sections=sections,
        footer=words(
            "footer",
            count=len(record.entries),
            last=str(last.sequence),
            hash=last.hash[:HASH_SHOWN],
        ),
        date=(day.year, day.month, day.day),
        draft="" if record.is_final else words("draft"),
        notes=notes,
    )
