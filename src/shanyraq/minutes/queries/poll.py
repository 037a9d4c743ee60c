"""The protocol of a poll of the Council: its questions, results, decisions, answers by name."""

from shanyraq.minutes.queries import annexes, course
from shanyraq.minutes.queries.parts import Block, Facts, Heading, Section, Table, Text
from shanyraq.minutes.queries.writer import Writer
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import answers_of, poll_votes

#: Width of the column of names beside each column of answers.
NAME_WIDTH, ANSWER_WIDTH = 4, 2


def sections(writer: Writer) -> list[Section]:
    """Every section of the protocol; nothing of how anybody answered while the poll is open."""
    closed = writer.record.is_final
    return [
        about(writer),
        _questions(writer),
        *([course.decisions(writer), course.opinions(writer)] if closed else []),
        *course.later_opinions(writer),
        *([_answers(writer)] if closed else []),
        annexes.provenance(writer),
    ]


def about(writer: Writer) -> Section:
    """Which poll it was, who conducted it, from when to when."""
    words, record = writer.words, writer.record
    poll, opened = record.session, record.entry("voting.open_poll")
    closed = record.entry("voting.close_poll")
    rows = [
        (words("poll_opened"), writer.moment(poll.opened_at)),
        (words("poll_ends"), writer.moment(poll.ends_at)),
        (words("closed"), writer.moment(poll.closed_at)),
        (words("poll_by"), writer.actor(opened.actor) if opened else "–"),
        (words("poll_reminders"), words("count", count=poll.reminders.count())),
        (words("poll_sheets"), words("count", count=poll.sheets.count())),
    ]
    law = [
        *writer.law(record.verdict(opened, "council_poll_open")),
        *writer.law(record.verdict(closed, "poll_may_close")),
    ]
    return Section(heading=words("poll_about"), blocks=[Facts(rows=rows), *law])


def _questions(writer: Writer) -> Section:
    votes = poll_votes(writer.record.session)
    blocks = [block for vote in votes for block in question_blocks(writer, vote)]
    return Section(heading=writer.words("poll_questions"), blocks=blocks)


def question_blocks(writer: Writer, vote: Vote) -> list[Block]:
    """A question: what was asked, of how many, with what result, and what the law said to it."""
    words, item = writer.words, vote.item
    title = writer.text(item, "title")
    rows = [
        (words("poll_members"), words("count", count=vote.base)),
        (words("needed"), words("needed_at_least", count=vote.needed)),
    ]
    heading = Heading(text=words("item_heading", number=str(item.number), title=title))
    if vote.result is None:
        return [heading, Facts(rows=rows), Text(text=words("poll_running"))]
    return [heading, Facts(rows=rows), course.counts(writer, vote), *writer.law(vote.result)]


def _answers(writer: Writer) -> Section:
    """How each member answered each question, in the order of the Kazakh alphabet."""
    words = writer.words
    votes = list(poll_votes(writer.record.session))
    table = Table(
        head=[words("name"), *(words("poll_question", number=str(v.item.number)) for v in votes)],
        rows=[
            [
                writer.name(row.person),
                *(words(_word(choice, lapsed=row.lapsed)) for choice in row.choices),
            ]
            for row in answers_of(writer.record.session, "kk")
        ],
        widths=(NAME_WIDTH, *(ANSWER_WIDTH for _ in votes)),
    )
    note = Text(text=words("poll_answers_note"))
    return Section(heading=words("poll_annex_answers"), blocks=[note, table], annex=True)


def _word(choice: str | None, *, lapsed: bool) -> str:
    if lapsed:
        return "poll_lapsed"
    return "poll_silent" if choice is None else str(choice)
