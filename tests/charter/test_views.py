"""The pages of the law answer, say what is official and what is ours, and name their clauses."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import an_occasion

from shanyraq.charter.actions import import_text
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask, law_on
from shanyraq.charter.queries.blocks import pages
from shanyraq.law import all_of, find_pack, load_pack, verify_decision

pytestmark = pytest.mark.django_db

DAY = dt.date(2008, 9, 15)
FIXTURE = Path(__file__).parents[1] / "law" / "statute" / "consolidated_kk.txt"


def import_fixture() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    import_text(occasion=an_occasion(), text=text, act="U020000856_", language="kk")


def a_stored_verdict(*, present: int = 266, on: dt.date = DAY) -> StoredVerdict:
    quorum = ask("session_quorum", on=on, facts={"members": 400, "present": present})
    power = law_on(on).can("open_session", ["chair"])
    return StoredVerdict.objects.keep(all_of("open", [power, quorum], on=on))


def page(address: str, *, language: str = "en", status: int = 200) -> str:
    answer = Client(headers={"accept-language": language}).get(address)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.parametrize("provision", ["d", "s0", "s4", "r0", "r3", "r8", "r12", "r24"])
@pytest.mark.parametrize("on", ["2001-01-01", "2006-01-01", "2008-09-15", "2012-01-16"])
def test_every_kind_of_provision_has_a_page_on_every_kind_of_day(provision: str, on: str) -> None:
    assert "<h1>" in page(f"/law/{provision}/?on={on}")


def test_the_contents_lead_to_every_provision() -> None:
    shown = page(reverse("charter:index"))
    assert [each for each in pages() if f"/law/{each.lower()}/" not in shown] == []


def test_a_provision_shows_our_summary_as_ours() -> None:
    shown = page("/law/r8/?on=2008-09-15")
    assert "Without two thirds of all members" in shown
    assert "It is not the official text" in shown
    assert "has not been imported here" in shown


def test_an_imported_wording_is_marked_with_its_language() -> None:
    import_fixture()
    shown = page("/law/r3/?on=2008-09-15")
    assert '<blockquote class="law-text" lang="kk">' in shown
    assert "жаңа көпірдің орнын таңдауға" in shown


def test_a_part_can_be_reached_by_its_own_anchor() -> None:
    shown = page("/law/r8/?on=2008-09-15")
    assert '<span id="r8.3a">' in shown


def test_an_unknown_wording_says_so_and_names_the_institution_of_the_day() -> None:
    shown = page("/law/r1/?on=2006-01-01")
    assert "is not at hand" in shown
    assert "Assembly of the Peoples of Kazakhstan" in shown
    assert "In short" not in shown


def test_a_provision_is_linked_data() -> None:
    assert "/law/r8.jsonld?on=2008-09-15" in page("/law/r8/?on=2008-09-15")
    data = json.loads(page("/law/r8.jsonld?on=2008-09-15"))
    assert (data["@type"], data["legislationDateVersion"]) == ("Legislation", "2007-07-26")


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2001-01-01", "Not yet in force"),
        ("2008-09-15", "In force on"),
        ("2012-01-16", "Repealed"),
    ],
)
def test_the_law_of_a_day_says_whether_it_was_in_force(on: str, said: str) -> None:
    assert said in page(f"/law/on/?on={on}")


def test_a_day_that_is_none_is_asked_again() -> None:
    assert "<h1>" in page("/law/on/?on=2008-02-31", status=422)
    assert "<h1>" in page("/law/r8/?on=2008-02-31", status=422)


def test_the_law_of_a_day_asks_for_the_day_first() -> None:
    assert "In force on" not in page(reverse("charter:day"))


def test_readings_have_anchors_and_lead_to_their_clauses() -> None:
    shown = page(reverse("charter:readings"))
    assert 'id="A7"' in shown
    assert "Regulation, clause 8, para 3" in shown


def test_a_verdict_is_explained_condition_by_condition() -> None:
    shown = page(reverse("charter:verdict", args=[a_stored_verdict().public_id]))
    assert "3 × 266 = 798 &lt; 2 × 400 = 800" in shown
    assert "/law/r8/?on=2008-09-15#r8.3a" in shown
    assert "the same verdict, the same hash" in shown


def test_a_verdict_after_the_higher_law_says_what_was_not_counted() -> None:
    late = a_stored_verdict(on=dt.date(2009, 1, 1))
    address = reverse("charter:verdict", args=[late.public_id])
    before = reverse("charter:verdict", args=[a_stored_verdict().public_id])
    assert ("70-IV" in page(address), "70-IV" in page(before)) == (True, False)


def test_the_downloaded_trace_is_the_one_that_was_hashed_and_can_be_recomputed() -> None:
    stored = a_stored_verdict()
    answer = Client().get(reverse("charter:verdict-json", args=[stored.public_id]))
    found = verify_decision(answer.content, load_pack(find_pack("kz-assembly-2002")))
    assert (found.agrees, found.sha256) == (True, stored.sha256)


def test_a_provision_lists_the_verdicts_that_rest_on_it() -> None:
    stored = a_stored_verdict()
    assert stored.public_id in page("/law/r8/?on=2008-09-15")
    assert stored.public_id not in page("/law/r3/?on=2008-09-15")


@pytest.mark.parametrize("address", ["r99/", "r99.jsonld", "verdicts/nothing/", "verdicts/no.json"])
def test_what_is_not_there_is_not_found(address: str) -> None:
    page(f"/law/{address}", status=404)
