"""Time in which a trustee's Chromium checks and counts an archive: nine candidates, BELENIOS-2048.

The ballots are invented. Checked are the form, the signature and every proof of each ballot, by the
booth's own worker. Fails if that takes longer than the bar.

    .venv/bin/python benchmarks/counting.py [BALLOTS]
"""

import sys
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.booth import booth_in_chromium
from tests.ballots.builders import SmallElection
from tests.journeys.booth import BoothPage

from shanyraq.ballots.archive import ArchiveWriter
from shanyraq.ballots.bulletin_board import BulletinBoard
from shanyraq.ballots.questions import HomomorphicQuestion

BALLOTS = 351
NINE = HomomorphicQuestion("Nine seats?", tuple("ABCDEFGHI"), 0, 9)

BAR = 120
"""Seconds in which a box of so many ballots must be counted."""

COUNT = """const archive = Uint8Array.from(atob(told.archive), (one) => one.charCodeAt(0));
  const visit = new booth.Booth();
  await visit.ask("release").catch(() => {});
  const start = performance.now();
  const { counted } = await visit.ask("count", { archive });
  const seconds = (performance.now() - start) / 1000;
  await visit.close();
  return { counted, seconds };"""


def an_archive(voters: int) -> bytes:
    """A box of so many voters, closed, its tally shown."""
    small, file = SmallElection([NINE], voters=voters), BytesIO()
    board = BulletinBoard(ArchiveWriter.begin(file, 1_200_000_000))
    board.set_up(small.election, small.held, small.credentials)
    ballots = [
        small.ballot(voter, [int(at < voter % 10) for at in range(9)]) for voter in range(voters)
    ]
    for ballot in ballots:
        board.cast(ballot.body)
    board.end_ballots()
    board.show_tally(small.tally(ballots))
    return file.getvalue()


def count(voters: int) -> bool:
    """Count an archive, print what it took, say whether the bar is held."""
    with booth_in_chromium() as booth:
        spent = booth.run(COUNT, dict, archive=BoothPage.packed(an_archive(voters)))
    seconds, counted = spent["seconds"], spent["counted"]
    print(f"ballots checked and counted          {counted}")
    print(f"the whole archive                    {seconds:.1f} s (bar {BAR} s)")
    print(f"a ballot                             {1000 * seconds / counted:.0f} ms")
    return bool(counted == voters and seconds <= BAR)


if __name__ == "__main__":
    if not count(int(sys.argv[1]) if len(sys.argv) > 1 else BALLOTS):
        sys.exit(1)
