"""The strict verifier: reads an archive to its end and says of every rule whether it holds.

It asks all that the format's own tool asks, and what that tool leaves out: the order of events,
ballots cast once, owners that differ, membership of every element, a tally reckoned anew.
"""

from collections.abc import Container
from typing import BinaryIO

from shanyraq.ballots.archive import ArchiveReader
from shanyraq.ballots.verifier.findings import Fault, Finding, Report, Rule
from shanyraq.ballots.verifier.walking import Walk

__all__ = ["Fault", "Finding", "Report", "Rule", "verify"]


def verify(
    file: BinaryIO,
    *,
    processes: int = 1,
    finished: bool = True,
    equal: bool = False,
    known: Container[str] = (),
) -> Report:
    """Verify an archive, a file open for reading at any place.

    Args:
        file: the archive.
        processes: how many check ballots at the same time; 1 checks them here.
        finished: whether the result must be there; else an election under way is verified so far.
        equal: whether every credential must weigh the same (one person, one vote).
        known: hashes (hexadecimal) of ballots whose proofs the caller verified before and vouches
            for; the report says how many were taken over.

    Raises:
        NoArchive: the file is no archive of an election at all.
    """
    walk = Walk(ArchiveReader(file), processes=processes, known=known, equal=equal)
    return walk.walk(finished=finished)
