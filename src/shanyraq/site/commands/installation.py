"""Commands that make, serve and check an installation."""

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from types import FrameType

import click

#: Threads that answer pages; each holds at most one connection to the database.
THREADS = 2 * (os.cpu_count() or 2)
WORKER_PAUSE = "0.5"


def prepare() -> None:
    """Make or migrate the installation's database and take the charter pack in."""
    import django  # noqa: PLC0415 - slow import
    from django.core.management import call_command  # noqa: PLC0415 - slow import

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    from django.apps import apps  # noqa: PLC0415 - known only once Django is set up

    if apps.is_installed("shanyraq.charter"):
        call_command("check", fail_level="ERROR", stdout=io.StringIO())


def processes(port: int) -> dict[str, list[str]]:
    """The processes of the product by name: pages, live streams, work after acts."""
    python = [sys.executable, "-m"]
    serve = [*python, "granian", "--host", "127.0.0.1", "--workers", "1", "--no-ws"]
    pages = ["--interface", "wsgi", "--blocking-threads", str(THREADS), "--port", str(port)]
    live = ["--interface", "asgi", "--port", os.environ["SHANYRAQ_LIVE_PORT"]]
    return {
        "pages": [*serve, *pages, "shanyraq.site.wsgi:application"],
        "live": [*serve, *live, "shanyraq.site.live:application"],
        "worker": [*python, "shanyraq.site", "manage", "db_worker", "--interval", WORKER_PAUSE],
    }


@click.command()
@click.option("--port", default=8000, show_default=True, help="Port of the pages, on loopback.")
@click.option("--live-port", default=0, help="Port of the live streams; else the one after.")
@click.option("--demonstration", is_flag=True, help="Let visitors sign in as personas.")
def serve(port: int, live_port: int, *, demonstration: bool) -> None:
    """Serve the product with all its processes until one ends or Ctrl-C."""
    os.environ["SHANYRAQ_LIVE_PORT"] = str(live_port or port + 1)
    if demonstration:
        os.environ["SHANYRAQ_DEMONSTRATION"] = "1"
    signal.signal(signal.SIGTERM, _stop)
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        prepare()
        for name, line in processes(port).items():
            children[name] = subprocess.Popen(line)  # noqa: S603 - our own programs
        click.echo(f"http://localhost:{port}/")
        _watch(children)
    except KeyboardInterrupt:
        click.echo()
    finally:
        _end(list(children.values()))


def _watch(children: Mapping[str, subprocess.Popen[bytes]]) -> None:
    """Wait while every process runs.

    Raises:
        click.ClickException: when one of them ends.
    """
    while all(child.poll() is None for child in children.values()):
        time.sleep(0.2)
    ended = next(name for name, child in children.items() if child.poll() is not None)
    raise click.ClickException(f"the process of {ended} ended, so the others are stopped")


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt


def _end(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()


@click.group()
def journal() -> None:
    """Look after the journal."""


@journal.command()
def verify() -> None:
    """Walk the whole chain and name every fault."""
    prepare()
    from shanyraq.platform import journal as chain  # noqa: PLC0415 - needs Django set up
    from shanyraq.platform.models import JournalEntry  # noqa: PLC0415 - needs Django set up

    faults = chain.verify()
    for fault in faults:
        click.echo(fault, err=True)
    click.echo(f"{JournalEntry.objects.count()} entries, {len(faults)} faults")
    sys.exit(1 if faults else 0)
