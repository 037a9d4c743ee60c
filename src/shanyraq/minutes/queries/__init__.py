"""Reads of minutes: a Session or a decision as a document in one language."""

from django.conf import settings

from shanyraq.minutes.queries import annexes, course, opening, poll
from shanyraq.minutes.queries.parts import Document, Section
from shanyraq.minutes.queries.record import Record
from shanyraq.minutes.queries.wording import Words
from shanyraq.minutes.queries.writer import Writer
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import Language
from shanyraq.sittings.enums import Kind
from shanyraq.sittings.models import Session
from shanyraq.voting.models import Decision

#: Characters of the last entry's hash in the footer.
HASH_SHOWN = 16


def minutes_of(session: Session, language: Language) -> Document:
    """The minutes of a Session as they stand; a draft until it is closed.

    Of a poll of the Council: its protocol.
    """
    writer = _writer(session, language)
    if session.kind == Kind.POLL:
        line = writer.words("poll_line", number=str(session.number))
        return _document(writer, _numbered(poll.sections(writer)), title="title", line=line)
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
    line = writer.words("session_line", number=_number(session))
    return _document(writer, _numbered(sections), title="title", line=line)


def extract_of(decision: Decision, language: Language) -> Document:
    """An extract from the minutes with one decision, its vote and the opinions on it."""
    session = decision.vote.session
    writer = _writer(session, language)
    by_poll = session.kind == Kind.POLL
    opinions = [one for one in writer.record.opinions if one.decision_id == decision.pk]
    told = poll.question_blocks if by_poll else course.vote_blocks
    vote = [*told(writer, decision.vote), *writer.law(decision.verdict)]
    sections = [
        poll.about(writer) if by_poll else opening.opening(writer),
        Section(heading=writer.words("vote"), blocks=vote),
        Section(heading=writer.words("decision"), blocks=course.decision_blocks(writer, decision)),
    ]
    if opinions:
        given = course.opinion_blocks(writer, opinions)
        sections.append(Section(heading=writer.words("opinions"), blocks=given))
    name = f"decision_of_{'poll' if by_poll else 'session'}"
    line = writer.words(name, number=_number(session))
    return _document(writer, sections, title="title_extract", line=line)


def _writer(session: Session, language: Language) -> Writer:
    return Writer(Record(session), Words(language, of_meeting=session.kind == Kind.MEETING))


def _number(session: Session) -> str:
    """A sitting's number as it is written: Sessions of the Assembly by Roman figures."""
    return session.roman if session.is_session else str(session.number)


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
    draft = "poll_draft_note" if record.session.kind == Kind.POLL else "draft_note"
    notes = [
        *([] if record.is_final else [words(draft)]),
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
