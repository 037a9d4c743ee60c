"""Verdicts that rest on several packs are kept with all of them, shown and recomputed."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import translation

from shanyraq.charter.models import PackVersion, StoredVerdict
from shanyraq.charter.queries import ask, charter_pack, law_on, verdict_again
from shanyraq.charter.queries.law import LAYERS, not_counted, pack_called
from shanyraq.law import Verdict
from shanyraq.law.contents import pack_from_bytes

pytestmark = pytest.mark.django_db

WITH_LAW = dt.date(2009, 3, 2)
VOTES = {"members": 76, "present": 60, "for": 40}
LAW, HIGHER, EQUAL = "kz-law-2008", "kz-law-test-higher", "kz-law-test-equal"
STATUTE = "kz-small-assembly-statute"


def a_verdict(layer: str) -> Verdict:
    if layer == STATUTE:
        facts = {"members": 40, "present": 30}
        return ask("small_assembly_quorum", on=WITH_LAW, facts=facts, layers=[layer])
    facts = VOTES if layer != LAW else {"members": 76, "for": 40}
    return ask("council_decision", on=WITH_LAW, facts=facts, layers=[layer])


@pytest.mark.parametrize("layer", [LAW, HIGHER, EQUAL, STATUTE])
def test_a_layered_verdict_is_kept_with_every_pack_and_recomputed(layer: str) -> None:
    verdict = a_verdict(layer)
    stored = StoredVerdict.objects.keep(verdict)
    kept = set(PackVersion.objects.values_list("pack", flat=True))
    asked = {charter_pack().id} if layer != STATUTE else set()
    assert kept == asked | {pack_called(layer).id}
    again = verdict_again(stored)
    assert (again.sha256, again.outcome) == (stored.sha256, verdict.outcome)
    assert again.sentence("kk") == verdict.sentence("kk")


@pytest.mark.parametrize(
    ("layer", "clause"),
    [
        (LAW, "Law No. 70-IV of 2008, article 10"),
        (HIGHER, "Test act No. T-1, article 10"),
        (EQUAL, "Test act No. T-2, article 10"),
        (STATUTE, "Statute of the small assembly (model statute), clause 4, para 1"),
    ],
)
def test_the_page_of_a_layered_verdict_names_the_act_of_its_clause(layer: str, clause: str) -> None:
    stored = StoredVerdict.objects.keep(a_verdict(layer))
    for language in ("kk", "ru", "en"):
        answer = Client(headers={"accept-language": language}).get(
            reverse("charter:verdict", args=[stored.public_id])
        )
        assert answer.status_code == 200
    shown = answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert f'<span class="clause">{clause}</span>' in shown
    assert ('href="/law/r9/' in shown) is (layer == EQUAL)


def test_the_line_of_a_verdict_speaks_by_the_pack_that_gave_it() -> None:
    lines = {}
    for layer in (LAW, STATUTE):
        stored = StoredVerdict.objects.keep(a_verdict(layer))
        with translation.override("en"):
            shown = Template("{% load charter %}{{ stored|verdict_line }}")
            lines[layer] = shown.render(Context({"stored": stored}))
    assert lines == {LAW: "Text unknown", STATUTE: "The meeting is lawful: at least two thirds"}


def test_an_act_that_is_not_loaded_is_told_and_no_layer_is_loaded_unasked() -> None:
    assert LAYERS == ()
    [notice] = not_counted(WITH_LAW, "en")
    assert notice.pack == LAW
    assert law_on(WITH_LAW).packs == (charter_pack(),)


def test_an_act_that_is_loaded_is_not_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shanyraq.charter.queries.law.LAYERS", (LAW,))
    assert not_counted(WITH_LAW, "en") == []
    found = ask("council_decision", on=WITH_LAW, facts={"members": 76, "for": 76})
    assert (found.outcome, found.clause) == ("text_unknown", "L10")
    assert ask("session_quorum", on=WITH_LAW, facts={"members": 3, "present": 2}).met


def test_content_kept_by_an_earlier_engine_keeps_its_name() -> None:
    older = charter_pack().canonical.replace(b'"none_of":null,', b"")
    pack = pack_from_bytes(older)
    version = PackVersion.objects.keep(pack)
    verdict = law_on(WITH_LAW).check("session_quorum", {"members": 3, "present": 2})
    assert pack.sha256 != charter_pack().sha256
    assert version.loaded().sha256 == version.sha256 == pack.sha256
    assert verdict.trace["packs"][0]["sha256"] == charter_pack().sha256
