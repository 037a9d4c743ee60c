"""Verdicts and packs are kept once and never change."""

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries import ask, charter_pack, law_on
from shanyraq.law import Verdict, all_of

pytestmark = pytest.mark.django_db

DAY = dt.date(2008, 9, 15)


def a_verdict(*, members: int = 400, present: int = 312, on: dt.date = DAY) -> Verdict:
    return ask("session_quorum", on=on, facts={"members": members, "present": present})


def test_a_verdict_is_kept_with_its_trace_hash_and_pack() -> None:
    verdict = a_verdict()
    stored = StoredVerdict.objects.keep(verdict)
    assert (stored.rule, stored.on, stored.outcome) == ("session_quorum", DAY, "met")
    assert (stored.clause, stored.trace, stored.sha256) == ("R8.3a", verdict.trace, verdict.sha256)
    assert stored.pack_version.sha256 == charter_pack().sha256


def test_the_same_verdict_is_kept_once() -> None:
    first, second = (StoredVerdict.objects.keep(a_verdict()) for _ in range(2))
    assert first == second
    assert (StoredVerdict.objects.count(), PackVersion.objects.count()) == (1, 1)


def test_a_composed_verdict_is_found_under_each_provision_it_rests_on() -> None:
    effect = ask("legal_effect", on=DAY, facts={})
    stored = StoredVerdict.objects.keep(all_of("adopt", [a_verdict(), effect], on=DAY))
    found = [list(StoredVerdict.objects.citing(each)) for each in ("R8", "R3", "R1")]
    assert found == [[stored], [stored], []]


def test_a_verdict_that_rests_on_no_pack_is_not_kept() -> None:
    with pytest.raises(ValueError, match="rests on no pack"):
        StoredVerdict.objects.keep(all_of("nothing", [], on=DAY))


def test_the_pack_of_a_stored_verdict_can_be_read_again() -> None:
    stored = StoredVerdict.objects.keep(a_verdict())
    assert stored.pack_version.loaded().sha256 == law_on(DAY).packs[0].sha256


def test_a_stored_verdict_can_be_neither_changed_nor_deleted() -> None:
    stored = StoredVerdict.objects.keep(a_verdict())
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StoredVerdict.objects.filter(pk=stored.pk).update(outcome="not_met")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        StoredVerdict.objects.filter(pk=stored.pk).delete()
    stored.refresh_from_db()
    assert stored.outcome == "met"
