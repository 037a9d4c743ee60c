"""Work after an act: asked for by name, stored in the act's transaction, done by the worker."""

from collections.abc import Callable
from typing import TypeVar

from django_tasks import Task
from django_tasks import task as make_task

from shanyraq.platform.journal import Json

F = TypeVar("F", bound=Callable[..., None])

TASKS: dict[str, "Task[..., None]"] = {}


def task(name: str) -> Callable[[F], F]:
    """Register work under "chapter.verb"; it takes keyword arguments of JSON values."""

    def enter(function: F) -> F:
        TASKS[name] = make_task()(function)
        return function

    return enter


def after_commit(name: str, **arguments: Json) -> None:
    """Ask for work once the act stands; if the act fails, the work is never done.

    Raises:
        KeyError: when nothing is registered under the name.
    """
    TASKS[name].enqueue(**arguments)
