"""Ten years of an assembly: how long its pages take, how long its journal takes to verify.

The demonstration is built, its pages are walked and their queries counted; then ten years are added
(10 Sessions, 60 meetings of the Council, 40 meetings of each small assembly, 5,000 assignments,
2,000 memberships, each with its journal entries) and the same pages are walked again.

    .venv/bin/python benchmarks/ten_years.py [--scale 0.1]

It fails when a page takes longer than LIMIT_MS at the 95th percentile, asks more queries of ten
years than of one, or the journal takes longer than VERIFY_WITHIN.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from django.test import Client

SHANYRAQ = Path(sys.executable).parent / "shanyraq"
LIMIT_MS, VERIFY_WITHIN, ENTRIES = 150.0, 10.0, 200_000
#: How many pages of one view are looked at, and how often each is asked for.
OF_A_VIEW, TIMES = 2, 10
#: Queries by which one page may differ from another of the same view: an optional part more.
SLACK = 4
PERSONAS = (None, 2, 4)


@dataclass
class Walked:
    """What was seen of the pages of one view: milliseconds of each answer, queries of each."""

    milliseconds: list[float] = field(default_factory=list)
    queries: list[int] = field(default_factory=list)

    @property
    def slowest_twentieth(self) -> float:
        """The 95th percentile of the server's time, in milliseconds."""
        known = self.milliseconds
        return statistics.quantiles(known, n=20)[-1] if len(known) > 1 else known[0]


def clients() -> Iterator["Client"]:
    """Somebody who has not signed in, and some of the personas."""
    from django.test import Client  # noqa: PLC0415 -- Django is set up only now

    from shanyraq.people.models import Persona  # noqa: PLC0415 -- as above

    personas = list(Persona.objects.select_related("user")[:8])
    for place in PERSONAS:
        client = Client(headers={"host": "localhost"})
        if place is not None:
            backend = "django.contrib.auth.backends.ModelBackend"
            client.force_login(personas[place].user, backend=backend)
        yield client


def walk(client: "Client", times: int, found: dict[str, Walked]) -> None:
    """Follow the links from the first page, a few pages of each view."""
    import re  # noqa: PLC0415 -- used here only

    from django.urls import Resolver404, resolve  # noqa: PLC0415 -- as above

    queue, seen, views = deque(["/"]), {"/"}, dict[str, int]()
    while queue:
        path = queue.popleft()
        try:
            view = resolve(urlsplit(path).path).view_name
        except Resolver404:
            continue
        if views.get(view, 0) >= OF_A_VIEW:
            continue
        views[view] = views.get(view, 0) + 1
        html = measure(client, path, times=times, walked=found.setdefault(view, Walked()))
        for link in re.findall(r'href="([^"#]+)', html):
            address = urljoin(path, link.replace("&amp;", "&"))
            if address.startswith("/") and address not in seen:
                seen.add(address)
                queue.append(address)


def measure(client: "Client", path: str, *, times: int, walked: Walked) -> str:
    """Ask for a page so many times; its text when it is a page, else nothing."""
    from django.db import connection  # noqa: PLC0415 -- as above
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 -- as above

    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    walked.queries.append(len(captured))
    if (
        "text/html" not in answer.headers.get("Content-Type", "")
        or answer.status_code != HTTPStatus.OK
    ):
        walked.milliseconds.append(0.0)
        return ""
    for _ in range(times):
        begun = time.perf_counter()
        client.get(path)
        walked.milliseconds.append(1000 * (time.perf_counter() - begun))
    return answer.content.decode()


def walk_all(times: int) -> dict[str, Walked]:
    """Every page that a link leads to, as each of the visitors."""
    found: dict[str, Walked] = {}
    for client in clients():
        walk(client, times, found)
    return found


def told(before: dict[str, Walked], after: dict[str, Walked]) -> list[str]:
    """One line for each view, the slowest first; and the faults."""
    faults = []
    print(f"{'view':<44}{'p50 ms':>9}{'p95 ms':>9}{'queries':>9}{'in one year':>13}")
    order = sorted(after.items(), key=lambda each: -each[1].slowest_twentieth)
    for view, walked in order:
        p95, most = walked.slowest_twentieth, max(walked.queries)
        earlier = max(before[view].queries) if view in before else most
        middle = statistics.median(walked.milliseconds)
        print(f"{view:<44}{middle:>9.1f}{p95:>9.1f}{most:>9}{earlier:>13}")
        if p95 > LIMIT_MS:
            faults.append(f"{view}: {p95:.0f} ms at the 95th percentile")
        if most > earlier + SLACK:
            faults.append(f"{view}: {most} queries of ten years, {earlier} of one")
    return faults


def main() -> int:
    """Build, walk, add ten years, walk again, verify the journal."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--scale", type=float, default=1.0, help="a part of the ten years")
    scale = asked.parse_args().scale
    home = tempfile.mkdtemp()
    os.environ |= {"SHANYRAQ_HOME": home, "SHANYRAQ_DEMONSTRATION": "1"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanyraq.site.settings")
    subprocess.run([SHANYRAQ, "demo"], check=True, capture_output=True)  # noqa: S603 - our own program
    import django  # noqa: PLC0415 -- the home is known only now

    django.setup()
    from benchmarks.decade import add_ten_years  # noqa: PLC0415 -- as above

    from shanyraq.platform import journal  # noqa: PLC0415 -- as above
    from shanyraq.platform.models import JournalEntry  # noqa: PLC0415 -- as above

    before = walk_all(times=1)
    begun = time.perf_counter()
    add_ten_years(scale)
    entries = JournalEntry.objects.count()
    print(f"{entries:,} journal entries, made in {time.perf_counter() - begun:.0f} s", flush=True)
    gc.collect()
    gc.freeze()  # what the making left in memory is no server's; its sweeps would be timed too
    faults = told(before, walk_all(TIMES))
    begun = time.perf_counter()
    broken = journal.verify()
    spent = time.perf_counter() - begun
    print(f"journal of {entries:,} entries verified in {spent:.1f} s, {len(broken)} faults")
    faults += broken[:5]
    if spent > VERIFY_WITHIN:
        faults.append(f"verifying took {spent:.1f} s")
    if scale >= 1 and entries < ENTRIES:
        faults.append(f"only {entries:,} entries")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.exit(main())
