"""Meetings of small assemblies by their statutes, of advisory bodies, of the Council: conduct."""

import datetime as dt
from typing import Any

import pytest
from tests.bodies.builders import a_body, a_region, an_act
from tests.conftest import an_occasion
from tests.sittings.builders import (
    PLACE,
    TITLE,
    TODAY,
    a_file,
    an_institution,
    arrived,
    at_ten,
    many_seats,
)
from tests.sittings.meeting_builders import (
    SOON,
    STATUTE,
    WORDS,
    Region,
    a_convened_meeting,
    a_council,
    a_meeting_plan,
    a_small_assembly,
)

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, law_on
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions import (
    Plan,
    Question,
    add_item,
    begin_item,
    close_session,
    convene_meeting,
    finish_item,
    move_meeting,
    open_session,
    prepare_meeting,
    record_conclusion,
    record_meeting_convening,
    register_arrival,
    take_the_chair,
)
from shanyraq.sittings.actions._steps import AgendaEmpty, NotOfThisBody, PlaceMissing
from shanyraq.sittings.actions.attendance import NotAMember
from shanyraq.sittings.actions.conclusions import ConclusionMissing, NotTakenUp, SessionDecides
from shanyraq.sittings.actions.conduct import ChairPresides, NoQuorum, NotOpen
from shanyraq.sittings.actions.convening import (
    ConvenedOtherwise,
    DayPassed,
    NoChair,
    NumberTaken,
)
from shanyraq.sittings.actions.meetings import HoldsSessions
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import NoStatute, NotYours
from shanyraq.sittings.queries import next_number, presence

pytestmark = pytest.mark.django_db

STRICT = "kz-small-assembly-statute-strict"
QUESTION = ItemKind.SMALL_ASSEMBLY_QUESTION


def by(person: Person, *, on: dt.date = TODAY, hour: int = 10) -> Occasion:
    """A person acts."""
    return an_occasion(actor=person.actor, on=on, hour=hour)


def needed(members: int, pack: str = STATUTE) -> int:
    """How many have to be present by a statute."""
    facts = {"members": members, "present": 0}
    found = ask("small_assembly_quorum", on=SOON, facts=facts, layers=[pack]).needed
    assert found is not None
    return found


def a_local_meeting(region: Region, *, day: dt.date = SOON) -> Session:
    """A convened meeting of a small assembly."""
    session = prepare_meeting(
        occasion=by(region.clerk), body=region.body, plan=a_meeting_plan(QUESTION, day=day)
    )
    return convene_meeting(occasion=by(region.chair), session=session)


def test_a_small_assembly_meets_by_its_statute() -> None:
    region = a_small_assembly()
    session = a_local_meeting(region)
    assert (session.state, session.kind, session.number) == (State.ANNOUNCED, Kind.MEETING, 1)
    arrived(session, region.seats[: needed(6)])
    session = open_session(occasion=by(region.chair, on=SOON), session=session)
    assert (session.state, session.presiding) == (State.OPEN, region.chair)


@pytest.mark.parametrize("pack", [STATUTE, STRICT])
def test_each_statute_has_its_own_quorum(pack: str) -> None:
    region = a_small_assembly(statute=pack, members=8)
    session = a_local_meeting(region)
    enough = needed(8, pack)
    arrived(session, region.seats[: enough - 1])
    with pytest.raises(NoQuorum):
        open_session(occasion=by(region.chair, on=SOON), session=session)
    arrived(session, region.seats[enough - 1 : enough])
    there = presence(session)
    assert (there.needed, there.present, there.verdict.met) == (enough, enough, True)
    assert open_session(occasion=by(region.chair, on=SOON), session=session).state == State.OPEN


def test_two_statutes_differ() -> None:
    assert needed(12, STATUTE) != needed(12, STRICT)


def test_without_a_statute_a_small_assembly_does_not_meet() -> None:
    region = a_small_assembly(statute="")
    plan = a_meeting_plan(QUESTION)
    with pytest.raises(NoStatute) as caught:
        prepare_meeting(occasion=by(region.clerk), body=region.body, plan=plan)
    assert caught.value.verdict is not None
    assert caught.value.verdict.clause == law_on(TODAY).can("approve_statute", set()).clause


@pytest.mark.parametrize("who", ["chair", "clerk", "deputy"])
def test_nobody_of_another_region_prepares_convenes_or_leads(who: str) -> None:
    own = a_small_assembly()
    other = a_small_assembly(name="Алматы", area=a_region(name="Алматы", iso="KZ-19"))
    stranger = getattr(other, who)
    with pytest.raises(NotYours):
        prepare_meeting(occasion=by(stranger), body=own.body, plan=a_meeting_plan(QUESTION))
    session = prepare_meeting(occasion=by(own.clerk), body=own.body, plan=a_meeting_plan(QUESTION))
    with pytest.raises(NotYours):
        convene_meeting(occasion=by(stranger), session=session)
    session = convene_meeting(occasion=by(own.chair), session=session)
    arrived(session, own.seats)
    with pytest.raises(NotYours):
        open_session(occasion=by(stranger, on=SOON), session=session)


def test_the_deputy_chair_presides_unless_the_chair_is_registered() -> None:
    region = a_small_assembly()
    seat = many_seats(region.body, 1)[0]
    seat.person = region.chair
    seat.save()
    session = a_local_meeting(region)
    arrived(session, [*region.seats, seat])
    with pytest.raises(ChairPresides):
        open_session(occasion=by(region.deputy, on=SOON), session=session)
    session.attendances.filter(membership=seat).delete()
    session = open_session(occasion=by(region.deputy, on=SOON), session=session)
    assert session.presiding == region.deputy


def test_a_chairs_signed_act_is_recorded_by_the_secretariat() -> None:
    region = a_small_assembly()
    session = prepare_meeting(
        occasion=by(region.clerk), body=region.body, plan=a_meeting_plan(QUESTION)
    )
    told: dict[str, Any] = {"number": "5", "date": TODAY, "file": a_file()}
    with pytest.raises(NotYours):
        record_meeting_convening(occasion=by(region.seats[0].person), session=session, **told)
    session = record_meeting_convening(occasion=by(region.clerk), session=session, **told)
    assert session.state == State.ANNOUNCED
    assert session.convened_by is not None
    assert session.convened_by.body == region.body


def test_an_act_of_a_day_without_a_chair_convenes_nothing() -> None:
    region = a_small_assembly()
    session = prepare_meeting(
        occasion=by(region.clerk), body=region.body, plan=a_meeting_plan(QUESTION)
    )
    Membership.objects.filter(post__role=Role.SMALL_ASSEMBLY_CHAIR).update(
        end_date=TODAY, ended_by=an_act()
    )
    told: dict[str, Any] = {"number": "5", "date": TODAY, "file": a_file()}
    with pytest.raises(NoChair):
        record_meeting_convening(occasion=by(region.clerk), session=session, **told)


def test_the_statutes_notice_only_warns() -> None:
    region = a_small_assembly()
    session = a_local_meeting(region, day=TODAY + dt.timedelta(days=1))
    entry = entries_of(session.public_id)[-1]
    assert (session.state, len(entry.verdicts)) == (State.ANNOUNCED, 2)


def test_an_advisory_body_meets_without_votes_and_its_conclusion_is_recorded() -> None:
    house = an_institution()
    body = a_body(Classification.ADVISORY_BODY, name="Орталық")
    seats = many_seats(body, 4)
    plan = a_meeting_plan(ItemKind.OPINION)
    with pytest.raises(NotYours):
        prepare_meeting(occasion=house.by(seats[0].person), body=body, plan=plan)
    session = prepare_meeting(occasion=house.by(house.secretary), body=body, plan=plan)
    session = convene_meeting(occasion=house.by(house.secretary), session=session)
    there = presence(session)
    assert (there.needed, there.verdict.stands_in_the_way) == (None, False)
    session = open_session(occasion=house.by(house.secretary, on=SOON), session=session)
    item = session.items.get()
    secretary = house.by(house.secretary, on=SOON)
    with pytest.raises(NotTakenUp):
        record_conclusion(occasion=secretary, item=item, text=WORDS)
    item = begin_item(occasion=secretary, item=item)
    with pytest.raises(ConclusionMissing):
        record_conclusion(occasion=secretary, item=item, text=Wording(kk=" ", ru="Да", en=""))
    with pytest.raises(NotYours):
        record_conclusion(occasion=house.by(seats[0].person, on=SOON), item=item, text=WORDS)
    item = record_conclusion(occasion=secretary, item=item, text=WORDS)
    assert item.conclusion_kk == WORDS.kk
    finish_item(occasion=secretary, item=item)
    close_session(occasion=secretary, session=session)
    with pytest.raises(Refusal):
        record_conclusion(occasion=secretary, item=item, text=WORDS)


def test_a_session_concludes_by_votes_and_a_draft_not_at_all() -> None:
    council_house = a_council()
    house = council_house.house
    council = a_convened_meeting(council_house)
    with pytest.raises(NotOpen):
        record_conclusion(
            occasion=house.by(house.deputy, on=SOON), item=council.items.get(), text=WORDS
        )
    session = Session.objects.create(
        body=house.assembly, number=3, starts_at=at_ten(SOON), **PLACE.columns("place")
    )
    item = AgendaItem.objects.create(
        session=session, number=1, kind=ItemKind.OTHER_QUESTIONS, **TITLE.columns("title")
    )
    with pytest.raises(SessionDecides):
        record_conclusion(occasion=house.by(house.chair, on=SOON), item=item, text=WORDS)


def test_a_council_meets_with_few_members_and_a_warning() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    arrived(session, council.seats[:1])
    there = presence(session)
    assert (there.verdict.met, there.verdict.stands_in_the_way) == (False, False)
    session = open_session(occasion=council.house.by(council.second, on=SOON), session=session)
    assert session.presiding == council.second


def test_at_the_council_the_deputies_go_before_the_chair() -> None:
    council = a_council()
    seat = council.seats[0]
    seat.person = council.house.deputy
    seat.save()
    session = a_convened_meeting(council)
    arrived(session, council.seats)
    with pytest.raises(ChairPresides):
        open_session(occasion=council.house.by(council.house.chair, on=SOON), session=session)
    session = open_session(occasion=council.house.by(council.second, on=SOON), session=session)
    assert session.presiding == council.second


def test_when_no_deputy_is_there_the_chair_presides_at_the_council() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    arrived(session, council.seats)
    session = open_session(occasion=council.house.by(council.house.chair, on=SOON), session=session)
    assert session.presiding == council.house.chair
    session = take_the_chair(
        occasion=council.house.by(council.second, on=SOON, hour=11), session=session
    )
    assert session.presiding == council.second


def test_what_is_finished_is_told_to_the_chapters_above(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[AgendaItem, Occasion]] = []

    def follows(*, item: AgendaItem, occasion: Occasion) -> None:
        told.append((item, occasion))

    monkeypatch.setattr("shanyraq.sittings.actions.conduct.after_item_finished", [follows])
    council = a_council()
    session = a_convened_meeting(council)
    arrived(session, council.seats)
    chair = council.house.by(council.second, on=SOON)
    open_session(occasion=chair, session=session)
    item = begin_item(occasion=chair, item=session.items.get())
    item = finish_item(occasion=chair, item=item)
    assert told == [(item, chair)]


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (a_meeting_plan(agenda=[]), AgendaEmpty),
        (a_meeting_plan(ItemKind.OTHER_QUESTIONS), NotOfThisBody),
        (a_meeting_plan(ItemKind.SMALL_ASSEMBLY_QUESTION), NotOfThisBody),
        (a_meeting_plan(ItemKind.CHOOSE_VOTING_METHOD), NotOfThisBody),
        (a_meeting_plan(day=TODAY - dt.timedelta(days=1)), DayPassed),
    ],
)
def test_what_no_meeting_of_the_council_is_prepared_for(plan: Plan, refusal: type[Refusal]) -> None:
    council = a_council()
    with pytest.raises(refusal):
        prepare_meeting(
            occasion=council.house.by(council.house.secretary), body=council.council, plan=plan
        )
    assert not Session.objects.exists()


def test_numbers_are_the_bodys_own() -> None:
    council, region = a_council(), a_small_assembly()
    secretary = council.house.by(council.house.secretary)
    told: dict[str, Any] = {"body": council.council, "plan": a_meeting_plan(number=7)}
    prepare_meeting(occasion=secretary, **told)
    with pytest.raises(NumberTaken):
        prepare_meeting(occasion=secretary, **told)
    assert next_number(council.council) == 8
    assert (next_number(region.body), next_number()) == (1, 1)


def test_the_assembly_holds_sessions_and_a_session_is_not_moved_as_a_meeting() -> None:
    house = an_institution()
    with pytest.raises(HoldsSessions):
        prepare_meeting(
            occasion=house.by(house.secretary), body=house.assembly, plan=a_meeting_plan()
        )
    session = Session.objects.create(
        body=house.assembly, number=3, starts_at=at_ten(SOON), **PLACE.columns("place")
    )
    told: dict[str, Any] = {"session": session, "starts_at": at_ten(SOON), "place": PLACE}
    with pytest.raises(ConvenedOtherwise):
        move_meeting(occasion=house.by(house.secretary), **told)


def test_only_questions_of_the_council_are_added_to_its_agenda() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    secretary = council.house.by(council.house.secretary)
    with pytest.raises(NotOfThisBody):
        add_item(
            occasion=secretary,
            session=session,
            question=Question(kind=ItemKind.OTHER_QUESTIONS, title=WORDS),
        )
    question = Question(kind=ItemKind.MEMBERSHIP_CANDIDATES, title=WORDS, about="cnd_1")
    item = add_item(occasion=secretary, session=session, question=question)
    assert (item.number, item.about) == (2, "cnd_1")


def test_only_its_own_members_are_registered_at_a_meeting() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    secretary = council.house.by(council.house.secretary, on=SOON)
    with pytest.raises(NotAMember):
        register_arrival(occasion=secretary, session=session, membership=council.house.seats[0])
    register_arrival(occasion=secretary, session=session, membership=council.seats[0])
    assert presence(session).present == 1


def test_a_meeting_needs_its_place() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    empty = Wording(kk=" ", ru="", en="")
    draft = prepare_meeting(
        occasion=council.house.by(council.second), body=council.council, plan=a_meeting_plan()
    )
    with pytest.raises(PlaceMissing):
        move_meeting(
            occasion=council.house.by(council.second),
            session=draft,
            starts_at=at_ten(SOON),
            place=empty,
        )
    assert session.number != draft.number


def test_who_leaves_office_today_is_out_of_the_quorum_at_once_and_past_numbers_stay() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    arrived(session, council.seats)
    chair = council.house.by(council.second, on=SOON)
    session = open_session(occasion=chair, session=session)
    members = len(council.seats)
    Membership.objects.filter(pk=council.seats[0].pk).update(end_date=SOON, ended_by=an_act())
    there = presence(session)
    assert (there.members, there.present) == (members - 1, members - 1)
    session = close_session(occasion=chair, session=session)
    Membership.objects.filter(pk=council.seats[1].pk).update(end_date=SOON, ended_by=an_act())
    there = presence(session)
    assert (there.members, there.present) == (members - 1, members - 1)
