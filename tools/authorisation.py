"""Write docs/law/authorisation.md: which post may do what, by the charter, in its own body or not.

Nothing here is listed by hand: the actions come from the register, each with the powers that open
it; who holds a power is asked of the charter pack and of the model statute of small assemblies.
`--check` writes nothing and fails when the file is not what would be written.
"""

import datetime as dt
import importlib
import os
import sys
from functools import cache
from itertools import groupby
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanyraq.site.settings")
django.setup()

from django.apps import apps  # noqa: E402 - after set-up

from shanyraq.charter.queries import law_on  # noqa: E402 - after set-up
from shanyraq.law import Charter  # noqa: E402 - after set-up
from shanyraq.platform.register import (  # noqa: E402 - after set-up
    ANYBODY,
    CONCERNED,
    CONSEQUENCE,
    INSTALLATION,
    REGISTER,
    Registered,
)

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "shanyraq"
TARGET = ROOT / "docs" / "law" / "authorisation.md"
#: A day on which the charter is in force, and the statute by which small assemblies sit in it.
DAY = dt.date(2008, 9, 15)
STATUTES = ("kz-small-assembly-statute",)
#: Declarations that are no powers, as the table words them.
WORDS = {
    INSTALLATION: "the installation alone",
    ANYBODY: "whoever asks",
    CONCERNED: "the person concerned",
    CONSEQUENCE: "follows from another act",
}
#: Posts and seats by which somebody may act, in the charter's words; the last one holds nothing.
NOBODY = "nobody"
ROLES = (
    "chair",
    "deputy_chair",
    "working_organ",
    "council_member",
    "member",
    "small_assembly_chair",
    "small_assembly_deputy_chair",
    "secretariat_head",
    "secretariat",
    "small_assembly_member",
    "akim",
    NOBODY,
)
#: How the charter's answer names one who acts with the power itself.
IN_PERSON = "in_person"
YES, RECORDS, OWN, NO = "yes", "records", "own", "–"


@cache
def law() -> Charter:
    """The law that the table is made from."""
    return law_on(DAY, layers=STATUTES)


def actions() -> list[Registered]:
    """Every action of the product, by name."""
    for path in [*SOURCE.glob("*/actions.py"), *SOURCE.glob("*/actions/[!_]*.py")]:
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        if apps.is_installed(".".join(parts[:2])):
            importlib.import_module(".".join(parts))
    entries = [REGISTER[name] for name in sorted(REGISTER)]
    return [one for one in entries if one.function.__module__.startswith("shanyraq.")]


def passes(power: str, role: str) -> str:
    """Whether a post has a power: in person, by recording the holder's word, or not."""
    verdict = law().can(power, {role} - {NOBODY})
    if not verdict.met:
        return NO
    return YES if verdict.value == IN_PERSON else RECORDS


def powers_of(entry: Registered, *, own: bool) -> list[str]:
    """The powers that open an action to a post of the body concerned, or of another body."""
    asked = [*entry.powers, *(entry.local if own else ())]
    return [power for power in asked if power not in WORDS]


def opens(entry: Registered, role: str, *, own: bool) -> str:
    """What the charter says to a post that wants to do something in its own or another body."""
    answers = {passes(power, role) for power in powers_of(entry, own=own)}
    if entry.in_person:
        answers.discard(RECORDS)
    return next((one for one in (YES, RECORDS) if one in answers), NO)


def cell(entry: Registered, role: str) -> str:
    """A cell of the table: yes, only in the own body, by recording, or no."""
    everywhere, at_home = (opens(entry, role, own=own) for own in (False, True))
    if everywhere == at_home:
        return everywhere
    return f"{OWN}: {at_home}" if at_home == RECORDS else OWN


def row(entry: Registered) -> str:
    """An action with its powers and what each post may."""
    words = [WORDS[power] for power in entry.powers if power in WORDS]
    asked = [f"`{power}`" for power in powers_of(entry, own=False)]
    near = [f"`{power}` (own body)" for power in entry.local]
    cells = [cell(entry, role) for role in ROLES] if asked or near else [""] * len(ROLES)
    head = f"| `{entry.name}` | {', '.join([*words, *asked, *near])} |"
    return f"{head} {' | '.join(cells)} |"


def document() -> str:
    """The whole page."""
    entries = actions()
    lines = [
        "# Who may do what",
        "",
        (
            "Made from the register of actions and the charter by `tools/authorisation.py`; never "
            "edited by hand. A test calls the actions as the holder of each post, in its own body "
            "and in another, and compares."
        ),
        "",
        (
            f"The law is that of {DAY:%d.%m.%Y} with the model statute of small assemblies. Every "
            "action asks further conditions once its door is open; they are named on its own page."
        ),
        "",
        f"- `{YES}`: the charter gives the power to the post.",
        f"- `{RECORDS}`: the post records the word of the one who has the power.",
        f"- `{OWN}`: in the own small assembly alone, never in another.",
        f"- `{NO}`: refused.",
        "",
    ]
    for chapter, own in groupby(entries, key=lambda entry: entry.name.partition(".")[0]):
        heads = " | ".join(role.replace("_", " ") for role in ROLES)
        lines += [f"## {chapter}", "", f"| Action | Opened by | {heads} |"]
        lines += [f"|{' --- |' * (len(ROLES) + 2)}", *map(row, own), ""]
    return "\n".join(lines)


def main() -> int:
    """Write the page, or with `--check` say whether it is current."""
    text = document()
    if "--check" in sys.argv:
        current = TARGET.exists() and TARGET.read_text(encoding="utf-8") == text
        return 0 if current else 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
