"""Work after an act stands or falls with the act."""

import pytest
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from shanyraq.platform.tasks import TASKS, after_commit, forget, task

pytestmark = pytest.mark.django_db


@task("tests.remember")
def remember(*, word: str) -> None:
    assert word


@task("tests.other")
def other() -> None:
    pass


def test_work_is_stored_in_the_transaction_of_the_act() -> None:
    after_commit("tests.remember", word="қара")
    assert DBTaskResult.objects.get().args_kwargs == {"args": [], "kwargs": {"word": "қара"}}


def test_work_of_an_act_that_failed_is_never_done() -> None:
    with transaction.atomic():
        after_commit("tests.remember", word="қара")
        transaction.set_rollback(True)
    assert DBTaskResult.objects.count() == 0


def test_work_that_is_over_can_be_forgotten_and_work_under_way_is_not() -> None:
    for word in ("бір", "екі", "үш"):
        after_commit("tests.remember", word=word)
    running = DBTaskResult.objects.first()
    assert running is not None
    DBTaskResult.objects.filter(pk=running.pk).update(status=TaskResultStatus.RUNNING)
    after_commit("tests.other")
    forget("tests.remember")
    assert set(DBTaskResult.objects.values_list("task_path", flat=True)) == {
        TASKS["tests.remember"].module_path,
        TASKS["tests.other"].module_path,
    }
    assert DBTaskResult.objects.count() == 2


def test_a_name_that_nobody_registered_is_a_defect() -> None:
    with pytest.raises(KeyError):
        after_commit("tests.nobody")


def test_work_can_be_done_at_once() -> None:
    TASKS["tests.remember"].call(word="қара")
