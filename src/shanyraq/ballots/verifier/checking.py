"""Ballots checked one by one, in this process or in several, never many in memory at once."""

import multiprocessing
import sys
import threading
from collections import deque
from collections.abc import Container, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from shanyraq.ballots.ballot import Broken, check_ballot, read_ballot
from shanyraq.ballots.questions import Election
from shanyraq.ballots.tally import Ciphertexts

BATCH = 8
"""Ballots sent to another process at once."""

AHEAD = 3
"""Batches for each process that wait or are being checked."""

FEW = 24
"""So few ballots are checked sooner here than other processes begin."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A ballot as it was found in an archive: its record, its body, and whether to trust it."""

    record: int
    offset: int
    body: bytes
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a ballot: who signed it and what it holds, if it can be read and is sound."""

    record: int
    offset: int
    credential: int | None
    ciphertexts: Ciphertexts
    broken: tuple[Broken, ...]


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks ballots against one election and its public credentials."""

    election: Election
    credentials: Container[int]

    def make_ready(self) -> None:
        """Reckon the tables that every ballot needs."""
        for base in (self.election.group.g, self.election.public_key):
            self.election.group.table(base)

    def check(self, cast: Cast) -> Checked:
        """Check one ballot; of one already known, only that it can be read."""
        look = read_ballot if cast.is_known else check_ballot
        ballot, broken = look(self.election, cast.body, self.credentials)
        if ballot is None or broken:
            return Checked(cast.record, cast.offset, None, (), broken)
        return Checked(cast.record, cast.offset, ballot.credential, ballot.ciphertexts, ())


class Checking:
    """Hands ballots to the checker, here or in other processes, and gives back what was found.

    Results come in the order of the ballots. At most so many ballots are held as keep all
    processes busy.
    """

    def __init__(self, checker: Checker, processes: int) -> None:
        self._checker, self._processes = checker, processes
        self._held: list[Cast] = []
        self._waiting: deque[Future[list[Checked]]] = deque()
        self._pool: ProcessPoolExecutor | None = None

    def put(self, cast: Cast) -> Iterator[Checked]:
        """Hand in a ballot; results that have become ready are given back."""
        if self._processes <= 1:
            yield self._checker.check(cast)
            return
        self._held.append(cast)
        if self._pool is None and len(self._held) < FEW:
            return
        pool = self._begun()
        while len(self._held) >= BATCH:
            batch, self._held = self._held[:BATCH], self._held[BATCH:]
            self._waiting.append(pool.submit(_check_batch, batch))
        while len(self._waiting) > self._processes * AHEAD:
            yield from self._waiting.popleft().result()

    def finish(self) -> Iterator[Checked]:
        """Wait for all that was handed in."""
        here = [self._checker.check(cast) for cast in self._held]
        self._held = []
        while self._waiting:
            yield from self._waiting.popleft().result()
        yield from here
        if self._pool:
            self._pool.shutdown()
            self._pool = None

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._checker.make_ready()
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context(_way_to_begin()),
                initializer=_begin,
                initargs=(self._checker,),
            )
        return self._pool


def _way_to_begin() -> str:
    """How other processes begin: as copies of this one, with its tables, where that is safe.

    A process with several threads must not be copied: a lock may be held by one that is not.
    """
    copies = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return "fork" if copies and sys.platform != "darwin" else "spawn"


_CHECKERS: list[Checker] = []
"""The checker of a process that checks for another one."""


def _begin(checker: Checker) -> None:
    _CHECKERS[:] = [checker]


def _check_batch(batch: Sequence[Cast]) -> list[Checked]:
    return [_CHECKERS[0].check(cast) for cast in batch]
