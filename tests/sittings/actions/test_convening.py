"""From the draft to the announcement: who, when, by which clause."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.conftest import an_occasion
from tests.sittings.builders import (
    TODAY,
    Institution,
    a_file,
    a_plan,
    a_question,
    a_session,
    an_institution,
    at_ten,
    earliest,
)

from shanyraq.bodies.enums import Issuer, Role
from shanyraq.bodies.models import Act, Membership
from shanyraq.law import Outcome
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import entries_of, verify
from shanyraq.platform.occasion import SYSTEM
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions import (
    Plan,
    _files,
    change_preparation,
    convene_session,
    note_invitations,
    prepare_session,
    record_convening,
)
from shanyraq.sittings.actions._files import PaperTooLarge, PaperUnreadable
from shanyraq.sittings.actions._steps import (
    AgendaEmpty,
    PlaceMissing,
    TitleMissing,
)
from shanyraq.sittings.actions.convening import (
    AnnouncedAlready,
    DayPassed,
    NoChair,
    NoticeIncomplete,
    NoticeTooShort,
    NotSignedYet,
    NumberMissing,
    NumberTaken,
    OutsideTheMonth,
)
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import LawSilent, NotYours
from shanyraq.sittings.queries import brevity, notice, window

pytestmark = pytest.mark.django_db

ONE_DAY = dt.timedelta(days=1)
DEPUTIES = a_question(kind=ItemKind.ELECT_DEPUTIES)
UNTITLED = a_question(title=Wording(kk="Есеп", ru=" ", en="Report"))


def prepared(house: Institution, plan: Plan | None = None, *, by: Person | None = None) -> Session:
    return prepare_session(occasion=house.by(by or house.secretary), plan=plan or a_plan())


def convened(house: Institution, session: Session, *, by: Person | None = None) -> Session:
    return convene_session(occasion=house.by(by or house.chair), session=session)


def recorded(
    house: Institution,
    session: Session,
    *,
    by: Person | None = None,
    number: str = "12",
    date: dt.date = TODAY,
    content: bytes = b"%PDF-1.7 text",
) -> Session:
    return record_convening(
        occasion=house.by(by or house.secretary),
        session=session,
        number=number,
        date=date,
        file=a_file(content, name="order.exe"),
    )


@pytest.mark.parametrize("who", ["secretary", "chair"])
def test_the_secretary_and_the_chair_prepare(who: str) -> None:
    house = an_institution()
    session = prepared(house, by=getattr(house, who))
    assert (session.state, session.number) == (State.PREPARED, 1)
    assert session.prepared_by == getattr(house, who)


@pytest.mark.parametrize("who", ["deputy", "member"])
def test_others_do_not_prepare(who: str) -> None:
    house = an_institution()
    with pytest.raises(NotYours) as refused:
        prepared(house, by=getattr(house, who))
    assert (refused.value.status, Session.objects.count()) == (403, 0)


def test_the_method_of_voting_stands_first_whoever_forgot_it() -> None:
    session = prepared(an_institution())
    kinds = list(session.items.standing().values_list("kind", flat=True))
    assert kinds == [ItemKind.CHOOSE_VOTING_METHOD, ItemKind.CONCEPTS_AND_PROGRAMMES]


def test_numbers_follow_one_another_unless_given() -> None:
    house = an_institution()
    assert [prepared(house, a_plan(number=one)).number for one in (14, None)] == [14, 15]


def test_a_number_is_used_once() -> None:
    house = an_institution()
    prepared(house, a_plan(number=14))
    with pytest.raises(NumberTaken):
        prepared(house, a_plan(number=14))


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (a_plan, None),
        (lambda: a_plan(place=Wording(kk=" ", ru="Астана", en="")), PlaceMissing),
        (lambda: a_plan(agenda=[]), AgendaEmpty),
        (lambda: a_plan(agenda=[a_question(kind=ItemKind.CHOOSE_VOTING_METHOD)]), AgendaEmpty),
        (lambda: a_plan(agenda=[UNTITLED]), TitleMissing),
        (lambda: a_plan(agenda=[a_question(), DEPUTIES]), None),
        (lambda: a_plan(kind=Kind.EXTRAORDINARY, day=TODAY - ONE_DAY), Refusal),
    ],
)
def test_a_plan_is_whole_or_refused(
    plan: Callable[[], Plan], refusal: type[Refusal] | None
) -> None:
    house = an_institution()
    if refusal is None:
        assert prepared(house, plan()).pk
        return
    with pytest.raises(refusal):
        prepared(house, plan())
    assert Session.objects.count() == 0


def test_a_moment_that_has_passed_today_is_refused_and_a_later_one_is_not() -> None:
    house = an_institution()
    plan = a_plan(kind=Kind.EXTRAORDINARY, day=TODAY)
    with pytest.raises(DayPassed):
        prepared(house, plan)
    assert prepared(house, replace(plan, starts_at=plan.starts_at + dt.timedelta(hours=1))).pk


def test_too_short_a_notice_names_the_last_lawful_day_and_the_earliest_start() -> None:
    house = an_institution()
    day = earliest() - ONE_DAY
    with pytest.raises(NoticeTooShort) as refused:
        prepared(house, a_plan(day=day))
    verdict = refused.value.verdict
    assert verdict
    assert verdict.clause == "R8.1b"
    assert (
        refused.value.facts["last"] == verdict.last_lawful_day == notice(day, TODAY).last_lawful_day
    )
    assert refused.value.facts["earliest"] == earliest()
    assert prepared(house, a_plan(day=earliest())).day == earliest()


def test_the_refusal_can_be_read_in_three_languages() -> None:
    house = an_institution()
    with pytest.raises(NoticeTooShort) as refused:
        prepared(house, a_plan(day=earliest() - ONE_DAY))
    assert "{" not in refused.value.sentence + refused.value.remedy_sentence


def test_a_draft_gets_another_day_until_it_is_convened() -> None:
    house = an_institution()
    session = prepared(house)
    moved = at_ten(earliest() + ONE_DAY)
    told: dict[str, Any] = {"session": session, "starts_at": moved, "place": a_plan().place}
    assert change_preparation(occasion=house.by(house.secretary), **told).starts_at == moved
    with pytest.raises(NotYours):
        change_preparation(occasion=house.by(house.member), **told)
    with pytest.raises(PlaceMissing):
        change_preparation(
            occasion=house.by(house.secretary), **{**told, "place": Wording(kk="", ru="", en="")}
        )
    with pytest.raises(NoticeTooShort):
        change_preparation(
            occasion=house.by(house.secretary), **{**told, "starts_at": at_ten(TODAY + ONE_DAY)}
        )
    convened(house, session)
    with pytest.raises(AnnouncedAlready):
        change_preparation(occasion=house.by(house.secretary), **told)


def test_the_chair_convenes_what_was_prepared() -> None:
    house = an_institution()
    session = convened(house, prepared(house))
    assert (session.state, session.decided_on, session.convened_by) == (
        State.ANNOUNCED,
        TODAY,
        None,
    )
    entry = entries_of(session.public_id)[-1]
    assert (entry.action, entry.actor) == ("sittings.convene_session", house.chair.public_id)
    assert (entry.facts["signed"], len(entry.verdicts)) == ("in_person", 3)
    assert verify() == []


@pytest.mark.parametrize("who", ["secretary", "deputy", "member"])
def test_nobody_else_convenes(who: str) -> None:
    house = an_institution()
    session = prepared(house)
    with pytest.raises(NotYours) as refused:
        convened(house, session, by=getattr(house, who))
    assert refused.value.verdict
    session.refresh_from_db()
    assert session.state == State.PREPARED


def test_a_session_is_convened_once() -> None:
    house = an_institution()
    session = convened(house, prepared(house))
    with pytest.raises(AnnouncedAlready):
        convened(house, session)
    with pytest.raises(AnnouncedAlready):
        recorded(house, session)


def test_a_repeated_request_convenes_once() -> None:
    house = an_institution()
    session = prepared(house)
    occasion = replace(house.by(house.chair), request_key="once")
    assert [convene_session(occasion=occasion, session=session).public_id for _ in range(2)] == [
        session.public_id
    ] * 2
    assert len(entries_of(session.public_id)) == 2


def test_a_draft_that_waited_too_long_is_refused_to_the_chair_too() -> None:
    house = an_institution()
    session = prepared(house)
    with pytest.raises(NoticeTooShort):
        convene_session(occasion=house.by(house.chair, on=TODAY + ONE_DAY), session=session)
    assert convened(house, session).state == State.ANNOUNCED


def test_the_power_follows_the_post_on_the_date() -> None:
    house = an_institution()
    session = prepared(house, a_plan(day=earliest() + 10 * ONE_DAY))
    Membership.objects.filter(post__role=Role.CHAIR).update(end_date=TODAY + ONE_DAY)
    with pytest.raises(NotYours):
        convene_session(occasion=house.by(house.chair, on=TODAY + ONE_DAY), session=session)
    assert convened(house, session).state == State.ANNOUNCED


def test_a_notice_without_questions_is_not_published() -> None:
    house = an_institution()
    session = a_session(house.assembly, state=State.PREPARED, day=earliest())
    AgendaItem.objects.exclude(kind=ItemKind.CHOOSE_VOTING_METHOD).update(state="dropped")
    with pytest.raises(NoticeIncomplete):
        convened(house, session)


def test_the_secretary_records_the_signed_act() -> None:
    house = an_institution()
    session = recorded(house, prepared(house), date=TODAY - ONE_DAY)
    act = session.convened_by
    assert act
    assert (act.number, act.issuer, bool(act.sha256)) == ("12", Issuer.CHAIR, True)
    assert (session.state, session.decided_on) == (State.ANNOUNCED, TODAY - ONE_DAY)
    entry = entries_of(session.public_id)[-1]
    assert (entry.actor, entry.facts["signed"]) == (house.secretary.public_id, "on_paper")
    assert entry.facts["number"] == session.number
    assert (entry.facts["act"]["number"], entry.facts["act"]["id"]) == ("12", act.public_id)


@pytest.mark.parametrize("who", ["deputy", "member", "chair"])
def test_only_the_working_organ_records(who: str) -> None:
    house = an_institution()
    session = prepared(house)
    with pytest.raises(NotYours):
        recorded(house, session, by=getattr(house, who))
    assert Act.objects.filter(number="12").count() == 0


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"number": "  "}, NumberMissing),
        ({"date": TODAY + ONE_DAY}, NotSignedYet),
        ({"date": dt.date(2008, 5, 4)}, NoChair),
    ],
)
def test_an_act_that_cannot_be_is_not_recorded(
    changed: dict[str, Any], refusal: type[Refusal]
) -> None:
    house = an_institution()
    session = prepared(house)
    with pytest.raises(refusal):
        recorded(house, session, **changed)
    assert Act.objects.filter(issuer=Issuer.CHAIR, title_kk__contains="шақыру").count() == 0
    assert recorded(house, session).state == State.ANNOUNCED


def test_an_extraordinary_session_is_held_within_the_month() -> None:
    house = an_institution()
    last = window(TODAY, TODAY).last_lawful_day
    assert last
    plan = a_plan(kind=Kind.EXTRAORDINARY, day=last + ONE_DAY)
    with pytest.raises(OutsideTheMonth) as refused:
        prepared(house, plan)
    assert refused.value.facts["last"] == last
    session = convened(house, prepared(house, a_plan(kind=Kind.EXTRAORDINARY, day=last)))
    assert session.state == State.ANNOUNCED


def test_the_month_runs_from_the_day_of_the_signed_act() -> None:
    house = an_institution()
    signed = TODAY - 10 * ONE_DAY
    last = window(TODAY, signed).last_lawful_day
    assert last
    late = prepared(house, a_plan(kind=Kind.EXTRAORDINARY, day=last + ONE_DAY))
    with pytest.raises(OutsideTheMonth):
        recorded(house, late, date=signed)
    timely = prepared(house, a_plan(kind=Kind.EXTRAORDINARY, day=last))
    assert recorded(house, timely, date=signed, number="13").state == State.ANNOUNCED


def test_very_short_a_notice_of_an_extraordinary_session_warns_and_never_refuses() -> None:
    house = an_institution()
    tomorrow = TODAY + ONE_DAY
    warning = brevity(tomorrow, TODAY)
    assert (warning.outcome, warning.stands_in_the_way) == (Outcome.NOT_MET, False)
    session = convened(house, prepared(house, a_plan(kind=Kind.EXTRAORDINARY, day=tomorrow)))
    assert session.state == State.ANNOUNCED
    assert warning.sha256 in entries_of(session.public_id)[-1].verdicts


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (dt.date(2003, 3, 3), Outcome.TEXT_UNKNOWN),
        (dt.date(2012, 1, 16), Outcome.NO_PROVISION),
    ],
)
def test_on_a_day_when_the_law_is_silent_nothing_is_prepared_or_convened(
    on: dt.date, outcome: Outcome
) -> None:
    house = an_institution(start=dt.date(2002, 5, 5))
    plan = a_plan(day=on + 60 * ONE_DAY)
    for actor in (house.secretary, house.chair):
        with pytest.raises(LawSilent) as refused:
            prepare_session(occasion=house.by(actor, on=on), plan=plan)
        assert refused.value.verdict
        assert refused.value.verdict.outcome is outcome
    session = a_session(house.assembly, state=State.PREPARED, day=on + 60 * ONE_DAY)
    with pytest.raises(LawSilent):
        convene_session(occasion=house.by(house.chair, on=on), session=session)
    assert Session.objects.filter(state=State.ANNOUNCED).count() == 0


def test_the_installation_alone_notes_invitations() -> None:
    house = an_institution()
    session = a_session(house.assembly)
    with pytest.raises(NotYours):
        note_invitations(occasion=house.by(house.secretary), session=session, invited=house.seats)
    note_invitations(occasion=an_occasion(actor=SYSTEM), session=session, invited=house.seats)
    assert session.invitations.count() == len(house.seats)


def test_the_signed_act_is_a_document_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    house = an_institution()
    session = prepared(house)
    with pytest.raises(PaperUnreadable):
        recorded(house, session, content=b"MZ program")
    monkeypatch.setattr(_files, "LARGEST", 9)
    with pytest.raises(PaperTooLarge):
        recorded(house, session, content=b"%PDF-1.7..")
    session = recorded(house, session, content=b"%PDF-1.7.")
    assert session.convened_by
    assert str(session.convened_by.file.name).endswith("-act.pdf")
