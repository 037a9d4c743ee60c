"""Server CPU for one durable vote, through the whole HTTP stack, on SQLite with full syncing.

A real server process takes one POST after another: session, CSRF, the law asked, the ballot, the
journal's entry, the answered request and the live events, committed to disk, then the redirect.

    .venv/bin/python benchmarks/casting.py [VOTES]
"""

import http.client
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[1]
SHANYRAQ = Path(sys.executable).parent / "shanyraq"
WARM_UP = 20
TICKS = os.sysconf("SC_CLK_TCK")
PEERS = (
    ("OpenSlides 3.3, SQLite, single mode", "79"),
    ("a bare Django endpoint that writes one row", "3.7"),
    ("OpenSlides 4, vote service alone, PostgreSQL", "1"),
)


@dataclass(frozen=True)
class Voters:
    """An open vote and the sessions of those who may vote in it."""

    path: str
    sessions: list[str]


@dataclass(frozen=True)
class Spent:
    """What so many votes took: CPU of the server and time on the clock, in seconds."""

    votes: int
    cpu: float
    clock: float


def assembly_of(members: int) -> Voters:
    """An open electronic vote with so many members present, each signed in."""
    import django  # noqa: PLC0415 -- the settings are known only now

    django.setup()
    from django.contrib.auth import (  # noqa: PLC0415 -- as above
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415 -- as above
    from tests.voting.builders import DAY, a_hall, a_question_open  # noqa: PLC0415 -- as above

    from shanyraq.people.models import User  # noqa: PLC0415 -- as above
    from shanyraq.platform import clock  # noqa: PLC0415 -- as above
    from shanyraq.platform.models import ClockShift  # noqa: PLC0415 -- as above

    ClockShift.objects.create(days=(DAY - clock.today()).days)
    hall = a_hall(members=members)
    vote = a_question_open(hall)
    sessions = []
    for seat in hall.members:
        user = User.objects.create(email=f"{seat.public_id}@example.kz", person=seat.person)
        store = SessionStore()
        store[SESSION_KEY] = str(user.pk)
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store[HASH_SESSION_KEY] = user.get_session_auth_hash()
        store.save()
        sessions.append(str(store.session_key))
    return Voters(f"/votes/{vote.public_id}/", sessions)


def tree_of(pid: int) -> Iterable[int]:
    """A process and those it started."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from tree_of(int(child))


def cpu_of(pid: int) -> float:
    """Seconds of CPU that a process and those it started have used."""
    used = 0
    for one in tree_of(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        used += int(fields[11]) + int(fields[12])
    return used / TICKS


def cast(port: int, path: str, session: str) -> None:
    """One member votes."""
    token = secrets.token_hex(16)
    body = urlencode({"choice": "for", "request_key": token, "csrfmiddlewaretoken": token})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={session}; csrftoken={token}",
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != http.HTTPStatus.SEE_OTHER:
        raise RuntimeError(f"the vote was answered {answer.status}")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Until the server accepts connections."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server did not start")


def measured(voters: Voters) -> Spent:
    """Let everybody vote against a server of its own."""
    port = free_port()
    line = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1"]
    line += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error"]
    server = subprocess.Popen([*line, "shanyraq.site.wsgi:application"])  # noqa: S603 -- our own server
    try:
        wait_for(port)
        for session in voters.sessions[:WARM_UP]:
            cast(port, voters.path, session)
        cpu, clock = cpu_of(server.pid), time.perf_counter()
        for session in voters.sessions[WARM_UP:]:
            cast(port, voters.path, session)
        votes = len(voters.sessions) - WARM_UP
        return Spent(votes, cpu_of(server.pid) - cpu, time.perf_counter() - clock)
    finally:
        server.terminate()
        server.wait(timeout=30)


def main(votes: int) -> None:
    """Measure and print."""
    home = Path(tempfile.mkdtemp(prefix="shanyraq-bench-"))
    os.environ |= {
        "SHANYRAQ_HOME": str(home),
        "SHANYRAQ_DATABASE_URL": f"sqlite:///{home / 'bench.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "shanyraq.site.settings",
    }
    sys.path.insert(0, str(ROOT))
    try:
        subprocess.run([SHANYRAQ, "manage", "migrate", "--verbosity", "0"], check=True)  # noqa: S603 -- our own program
        told(measured(assembly_of(votes + WARM_UP)))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def told(spent: Spent) -> None:
    """Print the figures beside those of peers."""
    from shanyraq.voting.models import Ballot  # noqa: PLC0415 -- Django is set up only now

    recorded = Ballot.objects.count()
    if recorded != spent.votes + WARM_UP:
        raise RuntimeError(f"{recorded} ballots were recorded")
    print(f"durable votes, one after another     {spent.votes}")
    print(f"server CPU a vote                    {1000 * spent.cpu / spent.votes:.1f} ms")
    print(f"time a vote                          {1000 * spent.clock / spent.votes:.1f} ms")
    print("peers, server CPU a vote, measured before and not in this run:")
    for name, milliseconds in PEERS:
        print(f"  {name:<45} {milliseconds} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
