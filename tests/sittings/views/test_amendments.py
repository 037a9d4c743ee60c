"""The pages of proposed amendments: places, the form of a change, what it would have turned."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.people.builders import an_account
from tests.sittings.builders import TODAY, Institution, a_plan, a_question, an_institution

from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ask
from shanyraq.people.models import Person
from shanyraq.platform.tasks import TASKS
from shanyraq.sittings.actions import convene_session, prepare_session, propose_change
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, ProposedChange
from shanyraq.sittings.queries import trial_of

pytestmark = pytest.mark.django_db

QUORUM = "session_quorum.fraction"


def signed_in(browser: Client, person: Person) -> Client:
    browser.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return browser


def a_proposal(house: Institution) -> AgendaItem:
    plan = a_plan(agenda=[a_question(kind=ItemKind.AMENDMENTS)])
    session = prepare_session(occasion=house.by(house.secretary, hour=8), plan=plan)
    return session.items.get(kind=ItemKind.AMENDMENTS)


def shown(browser: Client, item: AgendaItem) -> str:
    return browser.get(reverse("sittings:amendments", args=[item.public_id])).content.decode()


def test_a_place_is_found_and_changed_and_told_in_three_languages(browser: Client) -> None:
    house = an_institution()
    item = a_proposal(house)
    signed_in(browser, house.secretary)
    assert "No change is proposed yet" in shown(browser, item)
    listed = reverse("sittings:amendment-places", args=[item.public_id])
    page = browser.get(listed, {"q": "lawful"}).content.decode()
    change = reverse("sittings:propose-change", args=[item.public_id, QUORUM])
    assert change in page
    assert "2/3" in browser.get(change).content.decode()
    assert browser.post(change, {"value": "4/3", "request_key": "a"}).status_code == 422
    assert browser.post(change, {"value": "3/4", "request_key": "b"}).status_code == 303
    page = shown(browser, item)
    for words in ("at least three quarters", "не менее трёх четвертей", "кемінде төрттен үші"):
        assert words in page


@pytest.mark.parametrize(
    ("place", "value", "kept"),
    [
        ("session_decision.compare", "ge", "ge"),
        ("removal_other_grounds.requires.reason_given", "False", False),
        ("remove_member.holders", ["council", "deputy_chair"], ["council", "deputy_chair"]),
        ("session_notice.duration", "P2M", "P2M"),
        ("A42.deputies_needed", "2", 2),
    ],
)
def test_each_sort_of_value_has_its_field(
    browser: Client, place: str, *, value: str | list[str], kept: object
) -> None:
    house = an_institution()
    item = a_proposal(house)
    signed_in(browser, house.secretary)
    address = reverse("sittings:propose-change", args=[item.public_id, place])
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"value": value, "request_key": "k"}).status_code == 303
    assert ProposedChange.objects.get().after == kept


def test_an_unknown_place_or_another_question_has_no_page(browser: Client) -> None:
    house = an_institution()
    item = a_proposal(house)
    other = item.session.items.get(kind=ItemKind.CHOOSE_VOTING_METHOD)
    signed_in(browser, house.secretary)
    for name, arguments in (
        ("propose-change", [item.public_id, "moon.fraction"]),
        ("amendments", [other.public_id]),
        ("amendment-places", [other.public_id]),
    ):
        assert browser.get(reverse(f"sittings:{name}", args=arguments)).status_code == 404


def test_what_would_have_been_otherwise_is_listed_for_everybody(browser: Client) -> None:
    house = an_institution()
    turned, _stands = (
        StoredVerdict.objects.keep(
            ask("session_quorum", on=TODAY, facts={"members": 400, "present": present})
        )
        for present in (280, 390)
    )
    item = a_proposal(house)
    propose_change(occasion=house.by(house.secretary, hour=9), item=item, place=QUORUM, value="3/4")
    signed_in(browser, house.secretary)
    assert "is being asked again" in shown(browser, item)
    trial = trial_of(item)
    assert trial is not None
    TASKS["sittings.try_changes"].call(trial=trial.public_id)
    convene_session(occasion=house.by(house.chair), session=item.session)
    browser.logout()
    page = shown(browser, item)
    assert "Of 2 past answers" in page
    assert "<b>1</b> would have been others" in page
    assert turned.public_id in page
    public = browser.get(reverse("desks:session", args=[item.session.public_id]))
    assert reverse("sittings:amendments", args=[item.public_id]) in public.content.decode()


def test_the_buttons_take_a_change_out_and_work_it_out_afresh(browser: Client) -> None:
    house = an_institution()
    item = a_proposal(house)
    change = propose_change(
        occasion=house.by(house.secretary, hour=9), item=item, place=QUORUM, value="3/4"
    )
    signed_in(browser, house.secretary)
    again = reverse("sittings:try-changes", args=[item.public_id])
    assert browser.post(again, {"request_key": "a"}).status_code == 303
    assert item.trials.count() == 2
    drop = reverse("sittings:drop-change", args=[change.public_id])
    assert browser.post(drop, {"request_key": "b"}).status_code == 303
    assert not ProposedChange.objects.exists()


def test_a_draft_and_its_changes_are_not_public(browser: Client) -> None:
    house = an_institution()
    item = a_proposal(house)
    assert browser.get(reverse("sittings:amendments", args=[item.public_id])).status_code == 404
    signed_in(browser, house.member)
    address = reverse("sittings:propose-change", args=[item.public_id, QUORUM])
    assert browser.get(address).status_code == 403
