"""Work after an act stands or falls with the act."""

import datetime as dt

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from shanyraq.platform.tasks import LOST, TASKS, after_commit, forget, is_asked, renew, task

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
    kept.update(status=TaskResultStatus.RUNNING, started_at=timezone.now())
    forget("tests.remember", word="екі")
    assert DBTaskResult.objects.count() == 2
    kept.update(started_at=timezone.now() - LOST)
    forget("tests.remember", word="екі")
    assert DBTaskResult.objects.count() == 1


def test_work_is_asked_for_while_it_waits_or_is_under_way() -> None:
    assert not is_asked("tests.remember", word="қара")
    after_commit("tests.remember", word="қара")
    assert is_asked("tests.remember", word="қара")
    assert not is_asked("tests.remember", word="ақ")
    kept = DBTaskResult.objects.all()
    kept.update(status=TaskResultStatus.RUNNING, started_at=timezone.now())
    assert is_asked("tests.remember", word="қара")
    kept.update(started_at=timezone.now() - LOST)
    assert not is_asked("tests.remember", word="қара")
    kept.update(status=TaskResultStatus.SUCCESSFUL)
    assert not is_asked("tests.remember", word="қара")


def test_work_that_is_renewed_waits_its_time_and_leaves_one_row() -> None:
    for _ in range(3):
        renew("tests.remember", dt.timedelta(hours=1), word="қара")
    waiting = DBTaskResult.objects.get()
    assert waiting.run_after > timezone.now()
    assert not DBTaskResult.objects.ready().exists()
    renew("tests.remember", dt.timedelta(0), word="қара")
    assert DBTaskResult.objects.ready().exists()


def test_a_name_that_nobody_registered_is_a_defect() -> None:
    with pytest.raises(KeyError):
        after_commit("tests.nobody")


def test_work_can_be_done_at_once() -> None:
    TASKS["tests.remember"].call(word="қара")
