"""The house is built as it is drawn: names of files, keys that point down, a complete register."""

import importlib
import inspect
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey

from shanyraq.platform.register import REGISTER
from shanyraq.platform.tasks import TASKS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "shanyraq"
LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"][0]["layers"]
ORDER = [re.sub(r"[()]", "", name) for layer in LAYERS for name in layer.split(" | ")]
OWN_NAMES = {"law", "tally", "ballots", "platform", "site", "locale", "demonstration"}
CHAPTERS = sorted(
    p.name for p in SOURCE.iterdir() if p.is_dir() and p.name not in OWN_NAMES and p.name[0] != "_"
)
ALLOWED = {
    "__init__", "actions", "apps", "components", "enums", "forms", "hooks", "migrations", "models",
    "permissions", "queries", "static", "tasks", "templates", "templatetags", "urls", "views",
}  # fmt: skip


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_has_the_same_rooms_as_every_other(chapter: str) -> None:
    names = {p.stem for p in (SOURCE / chapter).iterdir() if p.name != "__pycache__"}
    assert names - ALLOWED == set()


def storey(label: str) -> int:
    return len(ORDER) - ORDER.index(label)


def test_foreign_keys_point_downward() -> None:
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("shanyraq.")
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and field.related_model.__module__.startswith("shanyraq.")
        and storey(model._meta.app_label) < storey(field.related_model._meta.app_label)
    ]
    assert upward == []


def actions_modules() -> list[str]:
    found = [*SOURCE.glob("*/actions.py"), *SOURCE.glob("*/actions/[!_]*.py")]
    return [".".join(p.relative_to(SOURCE.parent).with_suffix("").parts) for p in found]


@pytest.mark.parametrize("name", actions_modules())
def test_every_public_function_of_actions_is_a_registered_act(name: str) -> None:
    module = importlib.import_module(name)
    registered = {entry.function for entry in REGISTER.values()}
    for function in vars(module).values():
        if (
            inspect.isfunction(function)
            and function.__module__ == name
            and function.__name__[0] != "_"
        ):
            assert function in registered, function.__name__
            kinds = {p.kind for p in inspect.signature(function).parameters.values()}
            assert kinds == {inspect.Parameter.KEYWORD_ONLY}, function.__name__
            assert "Raises:" in (function.__doc__ or ""), function.__name__


def test_work_after_an_act_is_asked_for_by_a_registered_name() -> None:
    asked = {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r'after_commit\(\s*"([\w.]+)"', path.read_text(encoding="utf-8"))
    }
    for chapter in CHAPTERS:
        if (SOURCE / chapter / "tasks.py").exists():
            importlib.import_module(f"shanyraq.{chapter}.tasks")
    assert asked - set(TASKS) == set()
