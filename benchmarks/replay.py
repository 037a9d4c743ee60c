"""An election held again from its figures: from the commission to the announced result.

Only the actions write. The registrar, the trustees and the voters are played by the pure core; each
ballot comes in by `elections.cast`, is verified by what the worker runs, and stays encrypted.
"""

import hashlib
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from pathlib import Path

from benchmarks.figures_2016 import Figures, percent_of
from benchmarks.house_2016 import Assembled, assemble
from django.urls import reverse
from pypdf import PdfReader
from tests.elections.commission import Commission, Device, into
from tests.voting.builders import by

from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed
from shanyraq.ballots.verifier import Report, verify
from shanyraq.elections.actions import (
    announce,
    appoint_commission,
    open_election,
    prepare,
    seal,
)
from shanyraq.elections.actions.casting import BallotsNotTaken
from shanyraq.elections.models import Election
from shanyraq.elections.queries import (
    archive_name,
    archive_of,
    candidates_of,
    count_of,
    decryptions_of,
    election_record,
    group_of,
    head_of,
    results_of,
    trustees_of,
    turnout_of,
)
from shanyraq.elections.queries.protocol import protocol_of
from shanyraq.elections.queries.wording import Words
from shanyraq.platform import journal
from shanyraq.platform.journal import entries_of
from shanyraq.platform.languages import LANGUAGES, Language, localized
from shanyraq.sittings.actions import close_session, finish_item
from shanyraq.voting.enums import LegalEffect, Method

#: The place among the trustees of the one whose key is lost.
LOSER = 1


@dataclass(frozen=True)
class Spent:
    """What a part of the run took, in seconds: on the clock, and of this process's CPU."""

    clock: float
    cpu: float


@dataclass(frozen=True)
class Check:
    """Two things that must be the same, for a reader of the report."""

    what: str
    expected: str
    found: str

    @property
    def holds(self) -> bool:
        """Whether they are."""
        return self.expected == self.found


@dataclass
class Replay:
    """The election held, and what its parts took.

    Attributes:
        archive: where the archive's file is.
        late: what became of a ballot sent after the closing: the code of the refusal.
        report: what our verifier says of the file.
    """

    figures: Figures
    assembled: Assembled
    commission: Commission
    archive: Path
    late: str = "taken"
    report: Report = field(default_factory=lambda: Report(()))
    spent: dict[str, Spent] = field(default_factory=dict)

    @property
    def election(self) -> Election:
        """The election as the database has it now."""
        return self.commission.election

    @property
    def opened(self) -> list[int]:
        """The votes that the archive's file tells, in the order of the ballot."""
        answers = self.report.result.answers if self.report.result else ()
        return [one for answer in answers for one in answer if isinstance(one, int)]

    @contextmanager
    def timed(self, part: str) -> Iterator[None]:
        """Note what a part takes."""
        clock, cpu = time.perf_counter(), time.process_time()
        yield
        self.spent[part] = Spent(time.perf_counter() - clock, time.process_time() - cpu)


def hold(figures: Figures, folder: Path) -> Replay:
    """Hold the Session and its election; the archive is written into a folder."""
    assembled = assemble(figures)
    commission = _commission(assembled)
    replay = Replay(figures, assembled, commission, folder / archive_name(commission.box))
    _prepare_box(replay)
    _vote(replay)
    _open_box(replay)
    replay.archive.write_bytes(b"".join(archive_of(commission.box)))
    with replay.archive.open("rb") as file:
        replay.report = verify(file, equal=True)
    return replay


def _commission(assembled: Assembled) -> Commission:
    house, (registrar, *trustees) = assembled.house, assembled.company.commission
    election = prepare(
        occasion=by(house.hall.clerk),
        item=house.item,
        nomination=house.nomination_item.votes.get().decision,
        method=Method.SECRET_ELECTRONIC,
    )
    box = appoint_commission(
        occasion=by(house.hall.clerk), election=election, registrar=registrar, trustees=trustees
    )
    group, draw = group_of(box), secrets.randbelow
    devices = [Device(one, CeremonyKeys.from_seed(group, new_seed(draw)), draw) for one in trustees]
    return Commission(house, box, registrar, devices, draw)


def _prepare_box(replay: Replay) -> None:
    commission, hall = replay.commission, replay.assembled.house.hall
    with replay.timed("key"):
        commission.make_key()
    with replay.timed("credentials"):
        commission.give_out()
    seal(occasion=by(hall.clerk), box=commission.box)
    commission.check()
    open_election(occasion=by(hall.chair), election=commission.election)


def _vote(replay: Replay) -> None:
    """Every ballot made, then every ballot cast, then every ballot verified, then the closing."""
    commission = replay.commission
    with replay.timed("making"):
        ballots = [
            commission.a_ballot(voter, marks) for voter, marks in enumerate(replay.figures.marks)
        ]
    with replay.timed("casting"):
        for ballot in ballots:
            into(commission.box, ballot)
    with replay.timed("verifying"):
        commission.count()
    late = commission.a_ballot(len(ballots), replay.figures.marks[-1])
    with replay.timed("closing"):
        commission.close()
    try:
        into(commission.box, late)
    except BallotsNotTaken as refusal:
        replay.late = refusal.code


def _open_box(replay: Replay) -> None:
    """One trustee has lost the key; the others open the box."""
    commission, hall = replay.commission, replay.assembled.house.hall
    commission.devices.pop(LOSER)
    with replay.timed("decrypting"):
        commission.decrypt()
    with replay.timed("concluding"):
        commission.conclude()
    announce(occasion=by(hall.chair), election=commission.election)
    finish_item(occasion=by(hall.chair), item=replay.assembled.house.item)
    close_session(occasion=by(hall.chair, hour=13), session=hall.session)


def checks(replay: Replay) -> list[Check]:
    """The figures, the archive, the database and the journal side by side."""
    in_protocols = (_of_protocol(replay, language) for language in LANGUAGES)
    return [
        *_of_figures(replay),
        *_of_archive(replay),
        *_of_journal(replay),
        *chain.from_iterable(in_protocols),
    ]


def _check(what: str, expected: object, found: object) -> Check:
    return Check(what, _told(expected), _told(found))


def _told(value: object) -> str:
    """A value as the report writes it: lists alike, whether of numbers or of texts."""
    if isinstance(value, list | tuple):
        return " ".join(map(str, value)) or "none"
    return str(value)


def _of_figures(replay: Replay) -> Iterator[Check]:
    """What the database says beside what was published."""
    figures, election, count = replay.figures, replay.election, count_of(replay.election)
    if count is None:
        raise RuntimeError("nothing was counted")
    results = results_of(election).order_by("candidate__number")
    votes = [one.votes for one in results]
    yield _check("members in office", figures.members, election.members)
    yield _check("members who could vote", figures.present, count.issued)
    yield _check("ballots in the box", figures.ballots, count.found)
    yield _check("votes counted", figures.votes, list(count.votes.values()))
    yield _check("votes announced", figures.votes, votes)
    shares = [percent_of(one, count.found) for one in votes]
    yield _check("percent of the ballots", figures.percent, shares)
    elected = [one.candidate.number for one in results if one.elected]
    yield _check("elected, by place", [one + 1 for one in range(election.seats)], elected)
    yield _check("seats left", 0, election.unfilled)
    yield _check("force of the decision", LegalEffect.BINDING.value, election.legal_effect)


def _of_archive(replay: Replay) -> Iterator[Check]:
    """What the archive's file says, read without the database."""
    figures, box, report = replay.figures, replay.commission.box, replay.report
    if report.tally is None or report.election is None:
        raise RuntimeError("the archive cannot be read")
    yield _check("rules broken in the archive", [], [one.rule for one in report.broken])
    yield _check("ballots in the archive", figures.ballots, report.ballots)
    yield _check("ballots in its tally", figures.ballots, report.tally.counted)
    yield _check("result in the archive", figures.votes, replay.opened)
    names = [one.person.name_en for one in candidates_of(replay.election)]
    asked = [answer for one in report.election.questions for answer in one.answers]
    yield _check("candidates in the archive", names, [one.rpartition(" / ")[2] for one in asked])
    fingerprint = election_record(box).fingerprint
    yield _check("fingerprint of the election", fingerprint, report.election.fingerprint)
    yield _check("fingerprint of the archive", head_of(box), report.fingerprint)
    left = [one.number for one in trustees_of(box)]
    left.pop(LOSER)
    yield _check("trustees who opened the box", left, sorted(decryptions_of(box)))


def _of_journal(replay: Replay) -> Iterator[Check]:
    """What the journal says, and that nothing in it was changed."""
    box, session = replay.commission.box, replay.assembled.house.hall.session
    concluded = entries_of(box.public_id)[-1].facts
    yield _check("archive named in the journal", replay.report.fingerprint, concluded["head"])
    yield _check("turnout shown", replay.figures.ballots, turnout_of(box))
    yield _check("votes in the journal", replay.figures.votes, _votes_in_journal(replay))
    closed = entries_of(session.public_id)[-1].facts
    yield _check("members present at the end", replay.figures.present, closed["present"])
    yield _check("a ballot after the closing", BallotsNotTaken.code, replay.late)
    yield _check("faults of the journal", [], journal.verify())


def _votes_in_journal(replay: Replay) -> list[object]:
    """The votes as the entry of the announcement tells them, in the order of the ballot."""
    told = entries_of(replay.election.public_id)[-1].facts["votes"]
    votes = told if isinstance(told, dict) else {}
    return [votes.get(one.public_id) for one in candidates_of(replay.election)]


def _of_protocol(replay: Replay, language: Language) -> Iterator[Check]:
    """What the text of the commission's protocol says, read from the PDF as anybody reads it."""
    box, election, words = replay.commission.box, replay.election, Words(language)
    board = reverse("elections:board", args=[box.public_id])
    made = PdfReader(BytesIO(protocol_of(box, election, language=language, board=board)))
    text = " ".join(" ".join(page.extract_text() for page in made.pages).split())
    names = [localized(one.person, "name", language) for one in candidates_of(election)]
    votes = [_after(name, text) for name in names]
    yield _check(f"votes in the protocol ({language})", replay.figures.votes, votes)
    counted = _after(words("counted"), text)
    yield _check(f"ballots in the protocol ({language})", replay.figures.ballots, counted)
    digest = hashlib.sha256(replay.archive.read_bytes()).hexdigest()
    for what, own in (("last event", head_of(box)), ("file", digest)):
        found = own if own in text.replace(" ", "") else "another"
        yield _check(f"fingerprint of the {what} in the protocol ({language})", own, found)


def _after(words: str, text: str) -> str:
    """The number that follows words in a text."""
    found = re.search(rf"{re.escape(words)} (\d+)", text)
    return found[1] if found else "missing"
