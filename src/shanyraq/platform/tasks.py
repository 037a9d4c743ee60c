"""Work after an act: asked for by name, stored in the act's transaction, done by the worker."""

import datetime as dt
from collections.abc import Callable
from typing import Any, ParamSpec

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks import task as make_task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from shanyraq.platform.journal import Json

P = ParamSpec("P")

#: What was begun so long ago and is not done is given up.
LOST = dt.timedelta(minutes=5)

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


def is_asked(name: str, **arguments: Json) -> bool:
    """Whether work with these arguments waits, or is being done now.

    Raises:
        KeyError: when nothing is registered under the name.
    """
    kept = _kept(name, arguments)
    return kept.filter(status=TaskResultStatus.READY).exists() or _under_way(kept).exists()


def renew(name: str, after: dt.timedelta, **arguments: Json) -> None:
    """Ask for the same work again after a while; of what was asked before nothing is kept.

    Raises:
        KeyError: when nothing is registered under the name.
    """
    forget(name, **arguments)
    TASKS[name].using(run_after=timezone.now() + after).enqueue(**arguments)


def forget(name: str, **arguments: Json) -> None:
    """Delete what is kept of work asked for with these arguments, unless it is being done now.

    When it was asked for and done would tell of acts that themselves leave no time.

    Raises:
        KeyError: when nothing is registered under the name.
    """
    kept = _kept(name, arguments)
    kept.exclude(pk__in=_under_way(kept)).delete()


def _kept(name: str, arguments: dict[str, Json]) -> DBTaskResultQuerySet:
    """What is kept of work asked for with these arguments, in whatever state."""
    told = {"args": [], "kwargs": arguments}
    return DBTaskResult.objects.filter(task_path=TASKS[name].module_path, args_kwargs=told)


def _under_way(kept: DBTaskResultQuerySet) -> DBTaskResultQuerySet:
    """What is being done now; what began long ago belonged to a worker that is gone."""
    return kept.running().filter(started_at__gt=timezone.now() - LOST)
