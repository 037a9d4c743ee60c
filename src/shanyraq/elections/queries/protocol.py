"""The protocol of the counting commission about an electronic ballot, as a document to be set."""

import datetime as dt
import hashlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation

from shanyraq.charter.queries import verdict_again
from shanyraq.elections.models import BallotBox, CandidateResult, Election, Trustee
from shanyraq.elections.queries.archive import (
    archive_name,
    archive_of,
    ballots_on_board,
    election_record,
    head_of,
)
from shanyraq.elections.queries.boxes import roles_joined, roll_of, trustees_of
from shanyraq.elections.queries.showing import Shown, shown
from shanyraq.elections.queries.wording import Words
from shanyraq.law import Verdict
from shanyraq.platform import clock
from shanyraq.platform.documents import INSTITUTION, pdf
from shanyraq.platform.languages import Language, day, localized, moment, whole
from shanyraq.voting.models import Decision, Vote

Block = dict[str, Any]


def protocol_of(box: BallotBox, election: Election, *, language: Language, board: str) -> bytes:
    """The protocol as PDF: commission, voters, count, who is elected, how anybody verifies it.

    Args:
        box: the box, counted.
        election: its election, the result announced.
        language: the language of the document.
        board: the address of the public board.
    """
    return pdf(INSTITUTION, _OfElection(box, Words(language), shown(election)).document(board))


def protocol_of_vote(box: BallotBox, vote: Vote, *, language: Language, board: str) -> bytes:
    """The same about a secret vote on a motion: how many for and against, what the law says.

    Args:
        box: the box, counted.
        vote: its vote, closed with its result.
        language: the language of the document.
        board: the address of the public board.
    """
    return pdf(INSTITUTION, _OfMotion(box, Words(language), vote).document(board))


@dataclass(frozen=True)
class _Writer(ABC):
    """A box and its result told in one language."""

    box: BallotBox
    words: Words

    @property
    @abstractmethod
    def members(self) -> int:
        """Members in office when the voting opened."""

    @property
    @abstractmethod
    def counted(self) -> int:
        """Ballots that count, one a voter."""

    @abstractmethod
    def result(self) -> list[Block]:
        """What was decided."""

    def document(self, board: str) -> dict[str, Any]:
        """The document's parts, as its template reads them."""
        session = self.box.item.session
        sections = [
            ("commission", self._commission()),
            ("voters", self._voters()),
            ("voting", self._voting()),
            ("result", self.result()),
            ("prints", self._prints()),
            ("verify", self._verify(board)),
            ("signatures", self._signatures()),
        ]
        return {
            "title": self.words("title"),
            "language": self.words.language,
            "lines": [self._text(self.box.item, "title"), self._sitting()],
            "body": self._text(session.body, "name"),
            "date": [session.day.year, session.day.month, session.day.day],
            "draft": "",
            "footer": self.words("footer", uuid=self.box.uuid),
            "notes": self._notes(),
            "sections": [
                {"heading": self.words(name), "annex": False, "blocks": blocks}
                for name, blocks in sections
            ],
        }

    def _sitting(self) -> str:
        session = self.box.item.session
        with translation.override(self.words.language):
            name = str(session)
        return f"{self.words('secret')} · {name}, {day(session.day, language=self.words.language)}"

    def _notes(self) -> list[str]:
        invented = settings.DEMONSTRATION or clock.days_shifted() != 0
        notes = [self.words("invented_note")] if invented else []
        return [*notes, self.words("joined_note")] if roles_joined(self.box) else notes

    def _commission(self) -> list[Block]:
        rows = [(self.words("registrar"), self._text(self.box.registrar, "name"))]
        rows += [self._holder(one) for one in trustees_of(self.box)]
        have = self.words("of", have=self.box.threshold, all=trustees_of(self.box).count())
        return [_facts([*rows, (self.words("threshold"), have)])]

    def _holder(self, trustee: Trustee) -> tuple[str, str]:
        checked = self.words("checked" if trustee.checked_at else "unchecked")
        gave = self.words("gave" if trustee.decrypted_at else "absent")
        name = self._text(trustee.person, "name")
        return self.words("holder", number=trustee.number), f"{name}: {checked}, {gave}"

    def _voters(self) -> list[Block]:
        many = self._whole(roll_of(self.box).count())
        rows = [
            ("members", self._whole(self.members)),
            ("roll", many),
            ("roll_drawn", self._moment("roll_drawn_at")),
            ("codes", self._whole(self.box.credentials.count())),
        ]
        return [self._named(rows)]

    def _voting(self) -> list[Block]:
        received = ballots_on_board(self.box).count()
        rows = [
            ("sealed", self._moment("sealed_at")),
            ("opened", self._moment("opened_at")),
            ("closed", self._moment("closed_at")),
            ("counted_at", self._moment("concluded_at")),
            ("received", self._whole(received)),
            ("replaced", self._whole(received - self.counted)),
            ("counted", self._whole(self.counted)),
        ]
        return [self._named(rows), _text(self.words("turnout_note"))]

    def _rule(self, majority: Verdict | None) -> list[Block]:
        """What the election law asks of everybody who is to be elected."""
        if majority is None:
            return []
        told = majority.tell(self.words.language)
        return [{"kind": "law", "text": told.requirement, "clause": told.citation}]

    def _law(self, verdict: Verdict | None) -> list[Block]:
        if verdict is None:
            return []
        told = verdict.tell(self.words.language)
        return [{"kind": "law", "text": told.reason or told.conclusion, "clause": told.citation}]

    def _prints(self) -> list[Block]:
        digest = hashlib.sha256()
        for piece in archive_of(self.box):
            digest.update(piece)
        rows = [
            (self.words("election_print"), election_record(self.box).fingerprint),
            (self.words("head"), _broken(head_of(self.box))),
            (self.words("file", name=archive_name(self.box)), _broken(digest.hexdigest())),
            (self.words("group"), self.box.group),
        ]
        return [_facts(rows)]

    def _verify(self, board: str) -> list[Block]:
        commands = f"shanyraq ballots verify {archive_name(self.box)}\n"
        commands += "belenios-tool election verify --dir ."
        return [
            _text(self.words("verify_note")),
            _facts([(self.words("board"), board)]),
            {"kind": "code", "text": commands},
        ]

    def _signatures(self) -> list[Block]:
        rows = [(self.words("registrar"), self._text(self.box.registrar, "name"))]
        rows += [
            (self.words("holder", number=one.number), self._text(one.person, "name"))
            for one in trustees_of(self.box)
        ]
        return [{"kind": "signatures", "rows": rows}]

    def _named(self, rows: list[tuple[str, str]]) -> Block:
        return _facts([(self.words(name), value) for name, value in rows])

    def _moment(self, name: str) -> str:
        return _moment(getattr(self.box, name), self.words.language)

    def _whole(self, number: int) -> str:
        return whole(number, self.words.language)

    def _text(self, obj: object, name: str) -> str:
        return localized(obj, name, self.words.language)


@dataclass(frozen=True)
class _OfElection(_Writer):
    """The protocol of an election."""

    one: Shown

    @property
    def members(self) -> int:
        """Members in office when the election opened."""
        return self.one.election.members or 0

    @property
    def counted(self) -> int:
        """Ballots that count, one a voter."""
        return self.one.count.found if self.one.count else 0

    def result(self) -> list[Block]:
        """Each candidate's votes, who is elected, what the law asks."""
        election = self.one.election
        heads = [self.words(name) for name in ("place", "candidate", "votes", "outcome")]
        table = {
            "kind": "table",
            "head": heads,
            "rows": [self._row(one) for one in self.one.results],
            "widths": [1, 6, 2, 3],
            "numbers": [0, 2],
        }
        filled = self.words(
            "of", have=self._whole(self.one.elected), all=self._whole(election.seats)
        )
        announced = _moment(election.announced_at, self.words.language)
        needed = self.one.majority.needed if self.one.majority else None
        rows = [("needed", self._whole(needed))] if needed is not None else []
        rows += [("filled", filled), ("announced", announced)]
        effect = verdict_again(election.effect) if election.effect else None
        return [table, self._named(rows), *self._rule(self.one.majority), *self._law(effect)]

    def _row(self, result: CandidateResult) -> list[str]:
        outcome = self.words("elected" if result.elected else "not_elected")
        name = self._text(result.candidate.person, "name")
        return [self._whole(result.place), name, self._whole(result.votes), outcome]


@dataclass(frozen=True)
class _OfMotion(_Writer):
    """The protocol of a secret vote on a motion."""

    vote: Vote

    @property
    def members(self) -> int:
        """Members in office when the vote opened."""
        return self.vote.members

    @property
    def counted(self) -> int:
        """Ballots that count, one a voter."""
        return sum(self._given)

    @property
    def _given(self) -> tuple[int, int, int]:
        vote = self.vote
        return vote.votes_for or 0, vote.votes_against or 0, vote.votes_abstained or 0

    def result(self) -> list[Block]:
        """The motion, how many for and against, whether the law has it adopted."""
        given = self._given
        names = ("for", "against", "abstain", "silent")
        numbers = [*given, self.vote.base - sum(given)]
        table = {
            "kind": "table",
            "head": [self.words(name) for name in names],
            "rows": [[self._whole(number) for number in numbers]],
            "widths": [1, 1, 1, 1],
            "numbers": [0, 1, 2, 3],
        }
        motion = [self._text(self.vote, "question"), self._text(self.vote, "text")]
        rows = [
            ("base", self._whole(self.vote.base)),
            ("needed", self._whole(self.vote.needed)),
            ("outcome", self.words("adopted" if self.vote.adopted else "not_adopted")),
            ("announced", _moment(self.vote.closed_at, self.words.language)),
        ]
        told = [_text(one) for one in motion if one]
        return [*told, table, self._named(rows), *self._answers()]

    def _answers(self) -> list[Block]:
        """The law's answers: to the votes for, and on the force of the decision."""
        decision: Decision | None = getattr(self.vote, "decision", None)
        kept = [self.vote.result, decision.effect if decision else None]
        return [block for one in kept if one for block in self._law(verdict_again(one))]


def _moment(at: dt.datetime | None, language: Language) -> str:
    return moment(at, language) if at else "–"


def _facts(rows: list[tuple[str, str]]) -> Block:
    return {"kind": "facts", "rows": rows}


def _text(text: str) -> Block:
    return {"kind": "text", "text": text}


def _broken(digest: str) -> str:
    """A hash in groups of eight, so that it breaks over lines and can be compared by eye."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
