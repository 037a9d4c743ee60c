"""A consolidated text read whole: decree, annexes, clauses, notes, and what could not be placed."""

import hashlib
from dataclasses import dataclass, field

from shanyraq.law.statute.blocks import Block, blocks_of
from shanyraq.law.statute.grammar import GRAMMARS, Grammar
from shanyraq.law.statute.notes import AmendmentEvent, read_note
from shanyraq.law.statute.outline import Annex, read_decree, read_regulation, read_strategy
from shanyraq.law.statute.passages import Passage
from shanyraq.law.statute.spacing import RestoredRun, restore_runs

ANNEXES = 2


class UnknownLanguageError(ValueError):
    """No official text of this language can be read yet."""


@dataclass(frozen=True, slots=True)
class Statute:
    """What was read: passages in order, amendment events, restored runs, and what found no place.

    `sha256` is the digest of the source as it was given.
    """

    language: str
    sha256: str
    passages: tuple[Passage, ...]
    events: tuple[AmendmentEvent, ...]
    runs: tuple[RestoredRun, ...]
    unplaced: tuple[Block, ...] = field(default=())

    def passage(self, address: str) -> Passage:
        """The passage of an address.

        Raises:
            KeyError: the text has no such passage.
        """
        return {passage.address: passage for passage in self.passages}[address]

    def count(self, kind: str) -> int:
        """How many clauses, chapters or sections were read."""
        return sum(passage.kind == kind for passage in self.passages)


def read_statute(text: str, language: str) -> Statute:
    """Read an official consolidated text: a decree approving a strategy and a regulation.

    Raises:
        UnknownLanguageError: no grammar of that language is at hand.
    """
    if language not in GRAMMARS:
        raise UnknownLanguageError(language)
    grammar = GRAMMARS[language]
    restored, runs = restore_runs(text)
    parts = _parts(blocks_of(restored), grammar)
    decree, *annexes = parts
    notes = _Notes(grammar)
    read = [read_decree(notes.taken_from(decree, act="D"), approval=_approvals(parts))]
    readers = zip(("S", "R"), (read_strategy, read_regulation), annexes, strict=False)
    read += [reader(notes.taken_from(part, act=act)) for act, reader, part in readers]
    return _statute(text, language=language, read=read, notes=notes, runs=runs)


@dataclass(slots=True)
class _Part:
    """The decree or one annex: its blocks, and the stamp by which it was approved."""

    blocks: list[Block]
    stamp: list[Block] = field(default_factory=list)


class _Notes:
    """Takes the notes out of the parts, in the order of the whole text."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self.seen = grammar, 0
        self.events: list[AmendmentEvent] = []
        self.unread: list[Block] = []

    def taken_from(self, part: _Part, *, act: str) -> list[Block]:
        """The part's blocks without its notes, which are read into events."""
        return [block for block in part.blocks if not self._took(block, act)]

    def _took(self, block: Block, act: str) -> bool:
        if not block.text.startswith(self.grammar.note):
            return False
        note = block.text.removeprefix(self.grammar.note).strip()
        events = read_note(note, number=self.seen, act=act, grammar=self.grammar)
        self.events += events
        self.unread += [] if events else [block]
        self.seen += 1
        return True


def _parts(blocks: list[Block], grammar: Grammar) -> list[_Part]:
    """Cut the text at its stamps of approval; signature and stamp leave the part they end."""
    stamps = [i for i, block in enumerate(blocks) if block.text.endswith(grammar.stamp)]
    parts, start = [_Part([])], 0
    for end in [*stamps[:ANNEXES], len(blocks)]:
        part = blocks[start : end + 1]
        parts[-1].blocks = part if end == len(blocks) else _unstamped(part)
        stamp = part[len(parts[-1].blocks) :]
        parts.append(_Part([], stamp))
        start = end + 1
    return parts[:-1]


def _unstamped(blocks: list[Block]) -> list[Block]:
    last = max((i for i, block in enumerate(blocks) if block.is_finished), default=-1)
    return blocks[: last + 1]


def _approvals(parts: list[_Part]) -> list[Block]:
    return [block for part in parts for block in part.stamp]


def _statute(
    text: str, *, language: str, read: list[Annex], notes: _Notes, runs: list[RestoredRun]
) -> Statute:
    return Statute(
        language=language,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        passages=tuple(passage for annex in read for passage in annex.passages),
        events=tuple(notes.events),
        runs=tuple(runs),
        unplaced=tuple([block for annex in read for block in annex.unplaced] + notes.unread),
    )
