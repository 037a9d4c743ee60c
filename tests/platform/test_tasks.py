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


def test_work_is_forgotten_unless_it_is_under_way_or_was_asked_otherwise() -> None:
    for word in ("бір", "бір", "екі"):
        after_commit("tests.remember", word=word)
    after_commit("tests.other")
    forget("tests.remember", word="бір")
    kept = DBTaskResult.objects.order_by("task_path", "pk")
    assert {one.args_kwargs["kwargs"].get("word") for one in kept} == {"екі", None}
    kept.update(status=TaskResultStatus.RUNNING)
    forget("tests.remember", word="екі")
    assert DBTaskResult.objects.count() == 2


def test_a_name_that_nobody_registered_is_a_defect() -> None:
    with pytest.raises(KeyError):
        after_commit("tests.nobody")


def test_work_can_be_done_at_once() -> None:
    TASKS["tests.remember"].call(word="қара")
