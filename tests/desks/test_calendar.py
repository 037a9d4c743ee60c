"""The compliance calendar: each demand with its last day and clause, for each body."""

import datetime as dt

import pytest
from django.test import Client
from icalendar import Calendar
from tests.bodies.builders import a_body, a_post, a_region, an_act
from tests.conftest import an_occasion
from tests.desks.builders import it_is, reading, the_secretary
from tests.sittings.builders import TODAY, Institution, a_session, an_institution
from tests.sittings.meeting_builders import (
    CouncilHouse,
    a_convened_meeting,
    a_council,
    a_council_meeting,
    a_meeting_plan,
    a_small_assembly,
)

from shanyraq.bodies.actions import agree_secretariat_head, ask_agreement
from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, charter_pack, law_on
from shanyraq.charter.queries.law import pack_called
from shanyraq.desks.queries.calendar import Demand, demands_on, months_of, shown_to
from shanyraq.law import Outcome
from shanyraq.law.gaps import dead_ends
from shanyraq.people.enums import Classification
from shanyraq.platform.languages import active
from shanyraq.sittings.actions import prepare_meeting, sign_convening
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.permissions import CONVENING
from shanyraq.sittings.queries import notice, notice_of, window, year_of

pytestmark = pytest.mark.django_db


def keys(on: dt.date = TODAY, *, inside: bool = True) -> dict[str, dt.date | None]:
    return {one.key: one.deadline for one in shown_to(demands_on(on), inside=inside)}


def demand(key: str, on: dt.date = TODAY) -> Demand:
    return next(one for one in demands_on(on) if one.key == key)


def vacate(institution: Institution, role: Role) -> None:
    held = Membership.objects.filter(organization=institution.assembly, post__role=role)
    held.update(end_date=TODAY, ended_by=an_act())


def test_the_last_day_to_convene_a_session_of_the_year_is_the_laws() -> None:
    an_institution()
    year = year_of(TODAY)
    last = year.verdict.last_lawful_day
    assert last is not None
    assert keys()[f"year:{TODAY.year}"] == notice(last, TODAY).last_lawful_day


def test_a_session_held_in_the_year_asks_only_for_the_next() -> None:
    institution = an_institution()
    a_session(institution.assembly, state=State.CLOSED, day=TODAY - dt.timedelta(days=9))
    found = keys()
    assert f"year:{TODAY.year}" not in found
    following = dt.date(TODAY.year + 1, 1, 1)
    assert found[f"year:{TODAY.year + 1}"] == year_of(following).last_day


def test_a_draft_is_announced_by_the_last_lawful_day_and_seen_from_inside_only() -> None:
    institution = an_institution()
    day = TODAY + dt.timedelta(days=50)
    draft = a_session(institution.assembly, state=State.PREPARED, day=day)
    key = f"announce:{draft.public_id}"
    assert keys()[key] == notice(day, TODAY).last_lawful_day
    assert key not in keys(inside=False)


def test_an_extraordinary_session_is_held_within_its_window() -> None:
    institution = an_institution()
    day = TODAY + dt.timedelta(days=5)
    session = a_session(
        institution.assembly, state=State.ANNOUNCED, day=day, kind=Kind.EXTRAORDINARY
    )
    found = next(one for one in demands_on(TODAY) if one.key == f"hold:{session.public_id}")
    assert found.verdict is not None
    decided = session.decided_on or TODAY
    assert found.verdict.last_lawful_day == window(day, decided).last_lawful_day


def test_deputies_who_are_missing_are_asked_for_by_their_number() -> None:
    an_institution()
    needed = ask("deputy_chairs", on=TODAY, facts={"deputies": 1}).needed
    found = next(one for one in demands_on(TODAY) if one.key == "deputies")
    assert str(needed) in found.why
    assert found.deadline is None


def test_a_small_assembly_without_statute_chair_or_head_is_told_by_clause() -> None:
    an_institution()
    region = a_region()
    body = a_body(Classification.SMALL_ASSEMBLY, area=region)
    chair = a_post(Role.SMALL_ASSEMBLY_CHAIR, body=body)
    found = {one.key: one for one in demands_on(TODAY) if one.body == body}
    assert set(found) >= {f"statute:{body.public_id}", f"vacant:{chair.public_id}"}
    statute = found[f"statute:{body.public_id}"].verdict
    law = law_on(TODAY)
    assert statute is not None
    assert statute.clause == law.can("approve_statute", law.holders("approve_statute")).clause


def test_while_the_chair_is_missing_the_dead_end_is_named() -> None:
    institution = an_institution()
    assert not any("vacant:" in key for key in keys())
    vacate(institution, Role.CHAIR)
    (found,) = (one for one in demands_on(TODAY) if one.key.startswith("vacant:"))
    ends = [end for end in dead_ends(law_on(TODAY), {"chair"}) if end.name in CONVENING.values()]
    assert len(ends) == len(CONVENING)
    assert all(end.sentence(active()) in found.why for end in ends)
    assert found.verdict in [end.verdict for end in ends]


def test_missing_deputies_leave_the_convening_of_sessions_to_the_chair() -> None:
    institution = an_institution()
    vacate(institution, Role.DEPUTY_CHAIR)
    assert not any("vacant:" in key for key in keys())


def test_a_request_for_agreement_waits_inside_until_it_is_answered() -> None:
    an_institution()
    region = a_small_assembly(area=a_region())
    head = Membership.objects.get(post__role=Role.SECRETARIAT_HEAD).post
    assert head is not None
    asked = ask_agreement(occasion=an_occasion(on=TODAY), post=head, person=region.clerk)
    key = f"agreement:{asked.public_id}"
    assert demand(key).since == TODAY
    assert key not in keys(inside=False)
    agree_secretariat_head(
        occasion=an_occasion(on=TODAY), post=head, person=region.clerk, agreed=True
    )
    assert key not in keys()


def test_a_meeting_of_the_council_waits_for_each_signature_by_its_power() -> None:
    house = a_council()
    meeting = a_council_meeting(house)
    key, law = f"sign:{meeting.public_id}", law_on(TODAY)
    joint = law.can("jointly_convene_council", {"deputy_chair"}).clause
    sign_convening(occasion=house.house.by(house.deputies[0]), session=meeting)
    waiting = demand(key).verdict
    assert waiting is not None
    assert (waiting.rule, waiting.clause) == ("jointly_convene_council", joint)
    sign_convening(occasion=house.house.by(house.deputies[1]), session=meeting)
    waiting = demand(key).verdict
    assert waiting is not None
    assert waiting.rule == "consent_to_council_meeting"


def test_a_meeting_of_a_small_assembly_is_convened_by_its_statute() -> None:
    an_institution()
    region = a_small_assembly(area=a_region())
    plan = a_meeting_plan(ItemKind.SMALL_ASSEMBLY_QUESTION, day=TODAY + dt.timedelta(days=30))
    occasion = an_occasion(actor=region.clerk.actor, on=TODAY)
    meeting = prepare_meeting(occasion=occasion, body=region.body, plan=plan)
    found = demand(f"sign:{meeting.public_id}")
    (due,) = notice_of(meeting, announced_on=TODAY, decided_on=TODAY)
    assert found.verdict is not None
    assert found.verdict.rule == "convene_small_assembly"
    assert found.deadline == due.last_lawful_day


def test_an_extraordinary_session_that_was_not_held_is_late() -> None:
    institution = an_institution()
    missed = a_session(
        institution.assembly, day=TODAY - dt.timedelta(days=2), kind=Kind.EXTRAORDINARY
    )
    found = demand(f"hold:{missed.public_id}")
    assert missed.decided_on is not None
    last = window(missed.day, missed.decided_on).last_lawful_day
    assert found.deadline == last
    assert last is not None
    after = last + dt.timedelta(days=1)
    assert demand(found.key, after).urgency == "late"


def test_what_is_late_comes_first_and_what_has_no_day_last() -> None:
    institution = an_institution()
    soon = TODAY + dt.timedelta(days=3)
    a_session(institution.assembly, state=State.PREPARED, day=soon)
    months = months_of(demands_on(TODAY), TODAY)
    assert months[0].is_late
    assert months[-1].first is None


def test_the_page_shows_the_public_what_is_public(client: Client) -> None:
    institution = an_institution()
    draft = a_session(institution.assembly, state=State.PREPARED, day=TODAY + dt.timedelta(days=50))
    it_is()
    inside = the_secretary(institution, language="en").get("/calendar/").content.decode()
    outside = reading("en").get("/calendar/").content.decode()
    assert draft.public_id in inside
    assert draft.public_id not in outside
    assert client.get("/calendar/").status_code == 200


def test_one_body_can_be_looked_at_alone() -> None:
    institution = an_institution()
    body = a_body(Classification.SMALL_ASSEMBLY, area=a_region())
    found = shown_to(demands_on(TODAY), inside=True, body=body.public_id)
    assert {one.body for one in found} == {body}
    assert institution.assembly not in {one.body for one in found}


def test_the_feed_holds_each_public_last_day_as_a_whole_day() -> None:
    an_institution()
    it_is()
    answer = reading("ru").get("/calendar.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    dated = {key: day for key, day in keys(inside=False).items() if day is not None}
    assert {str(one["uid"]): one.decoded("dtstart") for one in events} == {
        f"{key}@shanyraq": day for key, day in dated.items()
    }


def test_the_annual_plan_is_told_with_its_reading_until_its_last_day() -> None:
    institution = an_institution()
    following = dt.date(TODAY.year + 1, 1, 1)
    facts = {"plan_begins": following}
    last = ask("annual_plan_approval", on=TODAY, facts=facts).last_lawful_day
    assert last is not None
    found = demand(f"plan:{following.year}")
    assert (found.deadline, found.body) == (last, institution.assembly)
    reading = charter_pack().reading("A33").chosen
    assert f"A33: {reading.spoken(active())}" in found.why
    assert found.href.startswith("/law/")
    assert found.verdict is not None
    assert found.verdict.readings == ("A33",)
    assert f"plan:{following.year}" in keys(last, inside=False)
    assert f"plan:{following.year}" not in keys(last + dt.timedelta(days=1))


LAW_DAY = dt.date(2009, 3, 2)
HALF_YEAR = "council_meetings_per_half_year"


def hold_a_meeting(house: CouncilHouse, day: dt.date) -> None:
    meeting = a_convened_meeting(house, day=day)
    meeting.state = State.CLOSED
    meeting.opened_at = meeting.closed_at = meeting.starts_at
    meeting.save(update_fields=["state", "opened_at", "closed_at"])


@pytest.mark.parametrize("layer", ["kz-law-test-higher", "kz-law-test-equal"])
def test_a_meeting_that_a_layer_asks_for_each_half_year_is_told_until_it_is_held(
    monkeypatch: pytest.MonkeyPatch, layer: str
) -> None:
    house = a_council()
    key = f"meetings:{house.council.public_id}:"
    assert not any(one.startswith(key) for one in keys(LAW_DAY))
    monkeypatch.setattr("shanyraq.charter.queries.law.LAYERS", (layer,))
    last = ask(HALF_YEAR, on=LAW_DAY, facts={"held": 0}).last_lawful_day
    assert last is not None
    hold_a_meeting(house, last + dt.timedelta(days=1))
    found = demand(f"{key}{last.isoformat()}", LAW_DAY)
    assert (found.deadline, found.body) == (last, house.council)
    assert found.verdict is not None
    assert found.verdict.deciding.pack == pack_called(layer)
    hold_a_meeting(house, LAW_DAY)
    assert not any(one.startswith(key) for one in keys(LAW_DAY))


def test_a_layer_whose_words_are_not_known_asks_for_no_meeting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_council()
    monkeypatch.setattr("shanyraq.charter.queries.law.LAYERS", ("kz-law-2008",))
    assert ask(HALF_YEAR, on=LAW_DAY, facts={}).outcome is Outcome.TEXT_UNKNOWN
    assert not any(one.startswith("meetings:") for one in keys(LAW_DAY))
