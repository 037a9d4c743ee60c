"""The election of 21 March 2016 held again by the whole machine, its figures moved to 2008.

A fresh installation is made, the Session is held in it by the actions alone, the archive is
verified by us and by `belenios-tool`, and all figures are compared. The report is written from
what was found.

    .venv/bin/python benchmarks/replay_2016.py [--report FILE] [--keep FOLDER]

It fails if one figure differs, a verifier says no, or closing takes longer than CLOSING_WITHIN.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import ballots as side_by_side  # noqa: E402 - found from the root
from benchmarks.figures_2016 import CLOSING_WITHIN, figures  # noqa: E402 - as above

if TYPE_CHECKING:
    from benchmarks.replay import Check

SHANYRAQ = Path(sys.executable).parent / "shanyraq"
REPORT = ROOT / "docs" / "ballots" / "replay-2016.md"


def fresh(home: Path) -> None:
    """An installation of its own, without a demonstration."""
    os.environ |= {
        "SHANYRAQ_HOME": str(home),
        "SHANYRAQ_DATABASE_URL": f"sqlite:///{home / 'replay.sqlite3'}",
        "SHANYRAQ_DEMONSTRATION": "0",
        "DJANGO_SETTINGS_MODULE": "shanyraq.site.settings",
    }
    import django  # noqa: PLC0415 -- the home is known only now

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- as above

    call_command("migrate", verbosity=0)


def verified(folder: Path, archive: Path) -> list[tuple[str, side_by_side.Spent]]:
    """The archive verified by two programs, with what each took.

    Raises:
        SystemExit: one of them says no, or the tool is missing.
    """
    tool = shutil.which("belenios-tool")
    if tool is None:
        raise SystemExit("the replay needs belenios-tool (Debian: belenios-tool)")
    ours = (str(SHANYRAQ), "ballots", "verify", str(archive))
    return [
        ("shanyraq ballots verify <identifier>.bel", side_by_side.run(*ours)),
        (
            "belenios-tool election verify --dir .",
            side_by_side.run(tool, "election", "verify", "--dir", str(folder)),
        ),
    ]


def main() -> int:
    """Hold it again, compare, write the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--report", type=Path, default=REPORT)
    parser.add_argument("--keep", type=Path, help="a folder in which the archive is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home, folder = Path(name), Path(name) / "archive"
        folder.mkdir()
        fresh(home)
        from benchmarks.replay import checks, hold  # noqa: PLC0415 -- Django is set up only now
        from benchmarks.replay_page import page  # noqa: PLC0415 -- as above

        found = hold(figures(), folder)
        compared = checks(found)
        text = page(found, compared, verified(folder, found.archive))
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(found.archive, options.keep)
    options.report.write_text(text, encoding="utf-8")
    return told(compared, closing=found.spent["closing"].clock)


def told(compared: list["Check"], *, closing: float) -> int:
    """Print what differs, and say whether anything does."""
    for one in compared:
        print(f"{'same   ' if one.holds else 'DIFFERS'} {one.what}: {one.found[:70]}")
    print(f"closing took {closing:.2f} s, at most {CLOSING_WITHIN}")
    return 0 if all(one.holds for one in compared) and closing <= CLOSING_WITHIN else 1


if __name__ == "__main__":
    sys.exit(main())
