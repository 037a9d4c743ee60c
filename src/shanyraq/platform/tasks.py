"""Work after an act: asked for by name, stored in the act's transaction, done by the worker."""

from collections.abc import Callable
from typing import Any, ParamSpec

from django_tasks import task as make_task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from shanyraq.platform.journal import Json

P = ParamSpec("P")

TASKS: dict[str, Task[Any, Any]] = {}


def task(name: str) -> Callable[[Callable[P, None]], Task[P, None]]:
    """Register work under "chapter.verb"; it takes keyword arguments of JSON values.

    What is registered is asked for with `after_commit` and can be done at once with `.call()`.
    """

    def enter(function: Callable[P, None]) -> Task[P, None]:
        made: Task[P, None] = make_task()(function)
        TASKS[name] = made
        return made

    return enter


def after_commit(name: str, **arguments: Json) -> None:
    """Ask for work once the act stands; if the act fails, the work is never done.

    Raises:
        KeyError: when nothing is registered under the name.
    """
    TASKS[name].enqueue(**arguments)


def forget(name: str, **arguments: Json) -> None:
    """Delete what is kept of work asked for with these arguments, unless it is being done now.

    When it was asked for and done would tell of acts that themselves leave no time.

    Raises:
        KeyError: when nothing is registered under the name.
    """
    told = {"args": [], "kwargs": arguments}
    kept = DBTaskResult.objects.filter(task_path=TASKS[name].module_path, args_kwargs=told)
    kept.exclude(pk__in=kept.running()).delete()
