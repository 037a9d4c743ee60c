"""A shuffler's duty: to shuffle what the archive itself gives, once, and to be one of several.

Whoever shuffles verifies the whole archive and reckons the ciphertexts himself, as whoever opens
the tally does; whoever takes in a shuffle made elsewhere checks it against the same.
"""

from dataclasses import dataclass
from typing import BinaryIO

from shanyraq.ballots.duties import InvalidArchive
from shanyraq.ballots.groups import Randomness
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import MalformedRecord, canonical, read_json
from shanyraq.ballots.shuffles import Shuffle, check_shuffle, make_shuffle
from shanyraq.ballots.tally import Ciphertexts
from shanyraq.ballots.verifier import Report, verify
from shanyraq.ballots.verifier.opening import LEAST_SHUFFLES


class NothingToShuffle(ValueError):
    """The archive has not come to where its ranked ballots are shuffled, or is past it."""


class NotAShuffler(ValueError):
    """No trustee of the election has this number, or he has shuffled already."""


class WrongShuffle(ValueError):
    """A shuffle made elsewhere is none of these ballots."""


class TooFewShuffles(ValueError):
    """Fewer trustees have shuffled than are needed, so that one could know who voted how."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of one trustee to shuffle: what of which election."""

    election: Election
    before: Ciphertexts

    def shuffle(self, randomness: Randomness) -> bytes:
        """Shuffle; the record of it."""
        key, fingerprint = self.election.key, self.election.fingerprint
        made = make_shuffle(key, fingerprint, before=self.before, randomness=randomness)
        return canonical(made.json())

    def check(self, body: bytes) -> None:
        """Check the record of a shuffle made elsewhere.

        Raises:
            WrongShuffle: it is none of what was to be shuffled.
        """
        try:
            shuffle = Shuffle.read(self.election.group, read_json(body))
        except MalformedRecord as malformed:
            raise WrongShuffle(str(malformed)) from malformed
        key, fingerprint = self.election.key, self.election.fingerprint
        if check_shuffle(key, fingerprint, before=self.before, shuffle=shuffle):
            raise WrongShuffle("the proof does not hold for the ballots of this archive")


def turn_of(file: BinaryIO, owner: int, *, processes: int = 1) -> Turn:
    """The turn of the trustee of a number in an archive, after verifying all of it so far.

    Raises:
        NoArchive: the file is no archive.
        InvalidArchive: it breaks rules.
        NothingToShuffle: no shuffle may come now.
        NotAShuffler: no trustee has the number, or he has shuffled.
    """
    report = _valid(file, processes)
    if report.election is None or report.trustees is None or report.to_shuffle is None:
        raise NothingToShuffle("the archive does not wait for a shuffle")
    if not 1 <= owner <= len(report.trustees.keys):
        raise NotAShuffler(f"no trustee has the number {owner}")
    if owner in report.shufflers:
        raise NotAShuffler(f"trustee {owner} has shuffled already")
    return Turn(report.election, report.to_shuffle)


def check_shuffles_end(file: BinaryIO, *, processes: int = 1) -> None:
    """See whether the shuffles of an archive may end.

    Raises:
        NoArchive: the file is no archive.
        InvalidArchive: it breaks rules.
        NothingToShuffle: no shuffle was awaited.
        TooFewShuffles: another trustee has to shuffle first.
    """
    report = _valid(file, processes)
    if report.to_shuffle is None:
        raise NothingToShuffle("the archive does not wait for a shuffle")
    if len(report.shufflers) < LEAST_SHUFFLES:
        raise TooFewShuffles(f"at least {LEAST_SHUFFLES} trustees must shuffle")


def _valid(file: BinaryIO, processes: int) -> Report:
    report = verify(file, finished=False, processes=processes)
    if not report.is_valid:
        raise InvalidArchive(report)
    return report
