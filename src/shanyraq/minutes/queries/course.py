"""What was discussed, put to the vote and decided, and who disagreed."""

from collections.abc import Sequence

from shanyraq.elections.queries import box_of_vote, head_of
from shanyraq.minutes.queries.parts import Block, Facts, Heading, Quote, Section, Table, Text
from shanyraq.minutes.queries.writer import Writer
from shanyraq.platform.clock import date_of
from shanyraq.sittings.enums import ItemState
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.enums import Purpose
from shanyraq.voting.models import Decision, Dissent, HandCount, Vote


def course(writer: Writer) -> Section:
    """Each question of the agenda with its votes, in order."""
    standing = [item for item in writer.record.items if item.state != ItemState.DROPPED]
    blocks = [block for item in standing for block in _item(writer, item)]
    return Section(heading=writer.words("course"), blocks=blocks)


def _item(writer: Writer, item: AgendaItem) -> list[Block]:
    words = writer.words
    title = words("item_heading", number=item.number, title=writer.text(item, "title"))
    votes = [vote for vote in writer.record.votes if vote.item_id == item.pk]
    return [
        Heading(text=title),
        Text(text=_considered(writer, item)),
        *(block for vote in votes for block in vote_blocks(writer, vote)),
        *_concluded(writer, item),
    ]


def _concluded(writer: Writer, item: AgendaItem) -> list[Block]:
    """The opinion of a meeting that was recorded without a vote."""
    text = writer.text(item, "conclusion")
    return [Text(text=writer.words("conclusion", text=text))] if text else []


def _considered(writer: Writer, item: AgendaItem) -> str:
    if item.opened_at is None:
        return writer.words("item_waiting")
    if item.finished_at is None:
        return writer.words("item_begun", begun=item.opened_at)
    return writer.words("item_considered", begun=item.opened_at, ended=item.finished_at)


def vote_blocks(writer: Writer, vote: Vote) -> list[Block]:
    """A vote: what was asked, how, in what base, with what result, and what the law said to it."""
    words = writer.words
    blocks: list[Block] = [Text(text=_question(writer, vote)), Facts(rows=_terms(writer, vote))]
    if vote.result is None:
        return [*blocks, Text(text=words("vote_void" if vote.is_void else "vote_running"))]
    return [*blocks, counts(writer, vote), *writer.law(vote.result)]


def _question(writer: Writer, vote: Vote) -> str:
    if vote.purpose == Purpose.METHOD:
        return writer.words("vote_method")
    return writer.words("vote_question", question=writer.text(vote, "question"))


def _terms(writer: Writer, vote: Vote) -> list[tuple[str, str]]:
    words = writer.words
    rows = [(words("method"), words(f"method_{vote.method}"))]
    if vote.purpose == Purpose.METHOD:
        rows.append((words("method_proposed"), words(f"method_{vote.proposed_method}")))
    if vote.closed_at is not None:
        span = words("span", begun=vote.opened_at, ended=vote.closed_at)
        rows.append((words("vote_when"), span))
    rows += [
        (words("base"), words("count", count=vote.present)),
        *_counted_from(writer, vote),
        (words("needed"), words("needed_at_least", count=vote.needed)),
        *_archive(writer, vote),
    ]
    count: HandCount | None = getattr(vote, "hand_count", None)
    if count is not None and count.counted_by is not None:
        rows.append((words("counted_by"), writer.name(count.counted_by)))
    return rows


def _archive(writer: Writer, vote: Vote) -> list[tuple[str, str]]:
    """The public archive of a secret vote, by which anybody counts it again."""
    box = box_of_vote(vote) if vote.is_secret else None
    if box is None:
        return []
    told = writer.words("box_archive_told", uuid=box.uuid, head=head_of(box))
    return [(writer.words("box_archive"), told)]


def _counted_from(writer: Writer, vote: Vote) -> list[tuple[str, str]]:
    """The base of a vote where it is not those present: all members of the Council (R9.2c)."""
    if vote.base == vote.present:
        return []
    return [(writer.words("counted_from"), writer.words("count", count=vote.base))]


def counts(writer: Writer, vote: Vote) -> Table:
    """How many did what in a vote."""
    words = writer.words
    given = [vote.votes_for or 0, vote.votes_against or 0, vote.votes_abstained or 0]
    numbers = [*given, vote.base - sum(given)]
    return Table(
        head=[words(name) for name in ("for", "against", "abstain", "silent")],
        rows=[[words("count", count=number) for number in numbers]],
        widths=(1, 1, 1, 1),
        numbers=(0, 1, 2, 3),
    )


def decisions(writer: Writer) -> Section:
    """What was adopted with its legal effect, and what was not."""
    words, record = writer.words, writer.record
    blocks = [block for one in record.decisions for block in decision_blocks(writer, one)]
    refused = [
        Text(text=words("not_adopted", question=writer.text(vote, "question")))
        for vote in record.votes
        if vote.purpose != Purpose.METHOD and vote.adopted is False
    ]
    none = [] if blocks else [Text(text=words("no_decisions"))]
    return Section(heading=words("decisions"), blocks=[*blocks, *none, *refused])


def decision_blocks(writer: Writer, decision: Decision) -> list[Block]:
    """A decision: its number, title and text, when it was adopted, what force it has."""
    words = writer.words
    title = writer.text(decision, "title")
    rows = [(words("adopted_on"), words("day", day=decision.adopted_on))]
    text = writer.text(decision, "text")
    return [
        Heading(text=words("decision_heading", number=decision.number, title=title)),
        *([Text(text=text)] if text else []),
        Facts(rows=rows),
        *writer.law(decision.effect),
    ]


def opinions(writer: Writer) -> Section:
    """Dissenting opinions that came until the Session was closed."""
    early, _ = _parted(writer)
    blocks = opinion_blocks(writer, early) or [Text(text=writer.words("nothing"))]
    return Section(heading=writer.words("opinions"), blocks=blocks)


def later_opinions(writer: Writer) -> list[Section]:
    """Those that came after the closing; they change nothing in what was recorded before."""
    _, later = _parted(writer)
    if not later:
        return []
    note = Text(text=writer.words("opinions_later_note"))
    blocks = [note, *opinion_blocks(writer, later)]
    return [Section(heading=writer.words("opinions_later"), blocks=blocks)]


def _parted(writer: Writer) -> tuple[list[Dissent], list[Dissent]]:
    closed = writer.record.session.closed_at
    given = writer.record.opinions
    early = [one for one in given if closed is None or one.added_at <= closed]
    return early, [one for one in given if one not in early]


def opinion_blocks(writer: Writer, given: Sequence[Dissent]) -> list[Block]:
    """Opinions in their own words, under the decision each is about."""
    words = writer.words
    return [
        block
        for one in given
        for block in (
            Text(text=words("opinion_on", number=one.decision.number)),
            Quote(
                text=one.text,
                language=one.language,
                by=words(
                    "opinion_by",
                    name=writer.name(one.person),
                    day=date_of(one.added_at),
                    at=one.added_at,
                ),
            ),
        )
    ]


def closing(writer: Writer) -> Section:
    """When it was closed, and where the hand-written signatures go."""
    words, entry = writer.words, writer.record.entry("sittings.close_session")
    if entry is None:
        return Section(heading=words("closing"), blocks=[Text(text=words("not_closed"))])
    presiding = writer.name(writer.record.session.presiding)
    said = words("closed_by", day=entry.on, at=entry.at, name=presiding)
    signatures = Text(text=words("signatures"))
    return Section(heading=words("closing"), blocks=[Text(text=said), signatures])
