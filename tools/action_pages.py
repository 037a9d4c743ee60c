"""Write a page of the docs for each action in the register, while mkdocs builds."""

import importlib
import inspect
import os
from collections import defaultdict
from pathlib import Path

import django
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shanyraq.site.settings")
django.setup()

from django.utils import translation  # noqa: E402 - after Django is set up

from shanyraq.platform.refusals import Refusal  # noqa: E402 - after Django is set up
from shanyraq.platform.register import REGISTER, Registered  # noqa: E402 - after Django is set up

SOURCE = Path(__file__).parents[1] / "src" / "shanyraq"
INDEX = "actions/index.md"


def chapters() -> dict[str, list[Registered]]:
    """The actions of each chapter, in the order of their names."""
    for path in [*SOURCE.glob("*/actions.py"), *SOURCE.glob("*/actions/[!_]*.py")]:
        importlib.import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))
    found = defaultdict(list)
    for name in sorted(REGISTER):
        found[name.partition(".")[0]].append(REGISTER[name])
    return dict(sorted(found.items()))


def refusals_of(entry: Registered) -> list[type[Refusal]]:
    """The classes of the refusals that an action's docstring names, its own chapter's first."""
    chapter = f"shanyraq.{entry.name.partition('.')[0]}."
    kinds = sorted(_descendants(Refusal), key=lambda kind: kind.__module__.startswith(chapter))
    known = {kind.__name__: kind for kind in kinds}
    return [known[name] for name in entry.refusals if name in known]


def _descendants(kind: type[Refusal]) -> list[type[Refusal]]:
    return [one for child in kind.__subclasses__() for one in (child, *_descendants(child))]


def page_of(entry: Registered) -> str:
    """The page of one action: what it does, what it is told, when the answer is no."""
    told, _, _ = (inspect.getdoc(entry.function) or "").partition("Raises:")
    lines = [f"# {entry.name}", "", told.strip(), ""]
    lines += ["## What it is told", "", "| name | kind | unless told |", "|---|---|---|"]
    lines += [_row(one) for one in inspect.signature(entry.function).parameters.values()]
    if refusals := refusals_of(entry):
        lines += ["", "## When the answer is no", ""]
        lines += ["| code | status | sentence | what to do |", "|---|---|---|---|"]
        lines += [
            f"| `{one.code}` | {one.status} | {one.message} | {one.remedy} |" for one in refusals
        ]
    lines += [
        "",
        f"Leaves {'nothing: the act is sealed' if entry.sealed else 'one entry in the journal'}.",
    ]
    return "\n".join(lines)


def _row(parameter: inspect.Parameter) -> str:
    kind = inspect.formatannotation(parameter.annotation).rpartition("shanyraq.")[2]
    default = "" if parameter.default is parameter.empty else f"`{parameter.default!r}`"
    return f"| `{parameter.name}` | `{kind}` | {default} |".replace(" | None`", " or nothing`")


def index_of(found: dict[str, list[Registered]]) -> str:
    """The table of contents: every act of the institution that the platform knows."""
    lines = [
        "# Actions",
        "",
        "Everything that changes anything. Each is one function, one transaction and one entry in",
        "the journal; these pages are made from the register itself.",
    ]
    for chapter, entries in found.items():
        lines += ["", f"## {chapter}", "", "| action | what it does |", "|---|---|"]
        lines += [
            f"| [{entry.name}]({entry.name}.md) | "
            f"{(inspect.getdoc(entry.function) or '').splitlines()[0]} |"
            for entry in entries
        ]
    return "\n".join(lines)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give the pages their place in the navigation."""
    pages = [
        {chapter: [f"actions/{entry.name}.md" for entry in entries]}
        for chapter, entries in chapters().items()
    ]
    config.nav = [*(config.nav or []), {"Actions": [INDEX, *pages]}]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages to those that stand in the folder."""
    found = chapters()
    with translation.override("en"):
        files.append(File.generated(config, INDEX, content=index_of(found)))
        for entry in [entry for entries in found.values() for entry in entries]:
            address = f"actions/{entry.name}.md"
            files.append(File.generated(config, address, content=page_of(entry)))
    return files
