"""A trustee's duty: to open the one tally that the archive itself gives, and never another.

A server could hand a trustee some ballots only, or one alone, and learn how it was voted. So the
trustee's tool verifies the whole archive, reckons the ciphertexts itself, and remembers by a hash
what the key has opened: a key opens one tally.
"""

from dataclasses import dataclass
from typing import BinaryIO

from shanyraq.ballots.decryption import PartialDecryption, decrypt_partially
from shanyraq.ballots.groups import Randomness
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import Election
from shanyraq.ballots.tally import Ciphertexts, write_ciphertexts
from shanyraq.ballots.verifier import Report, verify


class NothingToOpen(ValueError):
    """The archive has not come to where trustees open its tally."""


class InvalidArchive(ValueError):
    """The archive breaks rules: `report` says which."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(", ".join(finding.rule for finding in report.broken))


class NotATrustee(ValueError):
    """No trustee of this election holds the key."""


class SecondTally(ValueError):
    """The key has opened another tally before; a key opens one."""


class TooFewBallots(ValueError):
    """So few ballots are counted that the trustee does not open their tally."""


class AnotherArchive(ValueError):
    """The last event of the archive is not the one that the trustee compared with others."""


@dataclass(frozen=True, slots=True)
class OpenedShare:
    """What a trustee adds to the opening of a tally.

    Attributes:
        owner: the trustee's number.
        opened: the hash to remember of what the key has opened.
        counted: how many ballots the tally holds.
        last: the hash of the archive's last event.
    """

    owner: int
    decryption: PartialDecryption
    opened: str
    counted: int
    last: str


def hash_of_opened(election: Election, ciphertexts: Ciphertexts) -> str:
    """The hash by which a trustee remembers what was opened."""
    return hex_hash(f"{election.fingerprint}|".encode() + write_ciphertexts(ciphertexts))


def open_share(
    file: BinaryIO,
    *,
    secret: int,
    opened_before: str | None,
    randomness: Randomness,
    processes: int = 1,
    least: int = 0,
    last: str | None = None,
) -> OpenedShare:
    """Open a trustee's share of the tally of an archive, after verifying all of it.

    Args:
        file: the whole archive so far.
        secret: the key of the trustee.
        opened_before: the hash remembered of what this key has opened, if anything.
        randomness: for the proofs.
        processes: how many check ballots at the same time.
        least: the fewest ballots whose tally is opened.
        last: the hash that the archive's last event must have; None for any.

    Raises:
        NoArchive: the file is no archive.
        InvalidArchive: it breaks rules.
        NothingToOpen: its tally is not shown yet, or not yet shuffled.
        NotATrustee: the key is nobody's in this election.
        SecondTally: the key has opened another tally.
        TooFewBallots: fewer ballots are counted.
        AnotherArchive: the last event is another.
    """
    report = verify(file, finished=False, processes=processes)
    if not report.is_valid:
        raise InvalidArchive(report)
    if report.election is None or report.trustees is None or report.to_open is None:
        raise NothingToOpen
    counted, fingerprint = report.tally.counted if report.tally else 0, report.fingerprint or ""
    if counted < least:
        raise TooFewBallots
    if last not in {None, fingerprint}:
        raise AnotherArchive
    election, opened = report.election, hash_of_opened(report.election, report.to_open)
    public = election.group.generate(secret)
    keys = [key.public_key for key in report.trustees.keys]
    if public not in keys:
        raise NotATrustee
    if opened_before not in {None, opened}:
        raise SecondTally
    decryption = decrypt_partially(election, report.to_open, secret=secret, randomness=randomness)
    return OpenedShare(keys.index(public) + 1, decryption, opened, counted, fingerprint)
