"""Time of one ballot made in Chromium: nine candidates, none to nine marks, BELENIOS-2048.

The booth's own worker makes and signs each ballot; its tables are made before, while the voter
reads, and are reported apart. Fails if 95 ballots of a hundred are not made within the bar.

    .venv/bin/python benchmarks/booth.py [BALLOTS]
    .venv/bin/python benchmarks/booth.py --widths    compares the combs of the fixed bases
"""

import json
import os
import secrets
import shutil
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright
from tests.journeys.booth import BoothPage, booth_in

from shanyraq.ballots.credentials import make_credential
from shanyraq.ballots.groups import GROUPS
from shanyraq.ballots.proofs import PublicKey
from shanyraq.ballots.questions import HomomorphicQuestion, make_election

BAR = 400
"""Milliseconds in which a ballot must be made."""
UUID = "vAQmELzQnnEA8N"
WARM_UP = 3

#: Milliseconds of `prepare`, and of each ballot from the marks to the signed text.
THROUGH_THE_WORKER = """const visit = new booth.Booth();
  await visit.ask("check").catch(() => {});
  let start = performance.now();
  await visit.ask("prepare", told);
  const tables = performance.now() - start;
  const ballots = [];
  for (const answer of told.answers) {
    start = performance.now();
    await visit.ask("make", { credential: told.code, answers: [answer] });
    await visit.ask("release");
    ballots.push(performance.now() - start);
  }
  await visit.close();
  return { tables, ballots };"""

#: Milliseconds of one table and of one power, for a comb of so many teeth and tables.
ONE_COMB = """Object.assign(booth.WIDTHS, told.widths);
  const group = booth.findGroup(told.group);
  const exponents = Array.from({ length: told.count }, () => booth.secureRandomness(group.q));
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const start = performance.now();
    const base = group.fixedBase(group.g);
    const made = performance.now();
    for (const exponent of exponents) base.power(exponent);
    times.push([made - start, (performance.now() - made) / told.count]);
  }
  return times;"""


@contextmanager
def booth_in_chromium() -> Iterator[BoothPage]:
    """A page of Debian's Chromium with the modules at hand."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise RuntimeError("the benchmark needs Chromium (Debian: chromium)")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=found, args=arguments)
        with booth_in(browser) as booth:
            yield booth
        browser.close()


def an_election() -> str:
    """The record of an invented election of nine among nine."""
    group = GROUPS["BELENIOS-2048"]
    question = HomomorphicQuestion("Nine seats?", tuple("ABCDEFGHI"), 0, 9)
    key = PublicKey(group, group.generate(secrets.randbelow(int(group.q))))
    made = make_election(
        key=key, uuid=UUID, name="Synthetic", description="Synthetic", questions=[question]
    )
    return made.body.decode()


def ballots(count: int) -> bool:
    """Make ballots, print what they took, say whether the bar is held."""
    answers = [[int(at < number % 10) for at in range(9)] for number in range(count + WARM_UP)]
    told = {"election": an_election(), "code": make_credential(secrets.randbelow)}
    with booth_in_chromium() as booth:
        spent = booth.run(THROUGH_THE_WORKER, dict, **told, answers=answers)
    times: list[float] = spent["ballots"][WARM_UP:]
    late = statistics.quantiles(times, n=20)[-1]
    print(f"tables of the generator and the key  {spent['tables']:.0f} ms, while the voter reads")
    print(f"first ballot                         {spent['ballots'][0]:.0f} ms")
    print(f"a ballot, median of {len(times):<16} {statistics.median(times):.0f} ms")
    print(f"a ballot, 95th percentile            {late:.0f} ms (bar {BAR} ms)")
    return late <= BAR


def widths() -> None:
    """Print what combs of several widths take, for one table and for one power."""
    with booth_in_chromium() as booth:
        for group, count in (("BELENIOS-2048", 94), ("RFC-3526-2048", 20)):
            for teeth, tables in ((4, 1), (5, 2), (6, 2), (6, 4), (7, 4), (8, 2), (8, 4), (9, 4)):
                told = {"group": group, "widths": {"teeth": teeth, "tables": tables}}
                times = booth.run(ONE_COMB, list, **told, count=count)
                table, power = (statistics.median(column) for column in zip(*times, strict=True))
                figures = f"table {table:6.1f} ms  power {power:.3f} ms"
                print(
                    f"{group} {json.dumps(told['widths']):28} {figures}  94: {94 * power:5.0f} ms"
                )


if __name__ == "__main__":
    if "--widths" in sys.argv:
        widths()
    elif not ballots(int(sys.argv[1]) if len(sys.argv) > 1 else 100):
        sys.exit(1)
