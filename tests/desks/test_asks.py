"""What the law asks next: its order, and deadlines which are those of the verdicts."""

import datetime as dt

import pytest
from django.utils import translation
from tests.conftest import an_occasion
from tests.sittings.builders import (
    TODAY,
    a_session,
    an_institution,
    arrived,
)

from shanyraq.desks.queries.asks import Ask, in_order
from shanyraq.desks.queries.secretary import asks_of_secretary
from shanyraq.desks.queries.sessions import coming
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import notice, year_of


def an_ask(*, deadline: dt.date | None = None, under_way: str = "", key: str = "any") -> Ask:
    return Ask(
        key=key,
        on=TODAY,
        title="Act",
        why="Because.",
        label="Do it",
        href="/",
        deadline=deadline,
        under_way=under_way,
    )


def days(number: int) -> dt.date:
    return TODAY + dt.timedelta(days=number)


def keys_on(day: dt.date = TODAY) -> list[str]:
    return [ask.key for ask in asks_of_secretary(an_occasion(on=day))]


def asked(key: str, day: dt.date = TODAY) -> Ask:
    return next(ask for ask in asks_of_secretary(an_occasion(on=day)) if ask.key == key)


@pytest.mark.parametrize(
    ("deadline", "left", "urgency"),
    [
        (None, "No deadline", "none"),
        (days(0), "Today", "now"),
        (days(1), "1 day", ""),
        (days(71), "71 days", ""),
        (days(-2), "2 days", "late"),
    ],
)
def test_time_left_is_said_in_whole_days(deadline: dt.date | None, left: str, urgency: str) -> None:
    with translation.override("en"):
        ask = an_ask(deadline=deadline)
        assert (ask.left, ask.urgency) == (left, urgency)


def test_a_missed_day_is_named() -> None:
    with translation.override("en"):
        note = an_ask(deadline=days(-2)).note
    assert note == "late: the last lawful day was 13 September 2008"


def test_what_goes_on_comes_first_and_what_has_no_deadline_last() -> None:
    rows = [
        an_ask(key="none"),
        an_ask(key="later", deadline=days(9)),
        an_ask(key="soon", deadline=days(2)),
        an_ask(key="now", under_way="the sitting is under way"),
    ]
    assert [ask.key for ask in in_order(rows)] == ["now", "soon", "later", "none"]


@pytest.mark.django_db
def test_an_empty_year_asks_for_a_session_by_the_laws_last_day() -> None:
    an_institution()
    row = asked("year")
    assert (
        row.deadline
        == year_of(TODAY).last_day
        == notice(dt.date(2008, 12, 31), TODAY).last_lawful_day
    )
    assert row.verdict is not None
    assert row.verdict.clause == "R8.1c"


@pytest.mark.django_db
def test_a_year_with_a_session_held_or_announced_asks_for_none() -> None:
    institution = an_institution()
    session = a_session(institution.assembly, state=State.ANNOUNCED, day=days(40))
    assert "year" not in keys_on()
    Session.objects.filter(pk=session.pk).update(
        state=State.CLOSED, opened_at=session.starts_at, closed_at=session.starts_at
    )
    assert "year" not in keys_on()


@pytest.mark.django_db
def test_a_session_that_lapsed_leaves_the_year_empty() -> None:
    institution = an_institution()
    a_session(institution.assembly, state=State.ANNOUNCED, day=days(-1))
    assert {"lapsed", "year"} <= set(keys_on())


@pytest.mark.django_db
def test_a_session_that_lapsed_hides_no_later_one() -> None:
    institution = an_institution(members=6)
    a_session(institution.assembly, day=days(-20), number=14)
    later = a_session(institution.assembly, number=15)
    assert coming(TODAY) == later
    assert keys_on()[:2] == ["quorum", "lapsed"]
    Session.objects.filter(pk=later.pk).update(state=State.OPEN, opened_at=later.starts_at)
    assert "lapsed" not in keys_on()


@pytest.mark.django_db
def test_a_draft_is_to_be_announced_by_the_last_lawful_day() -> None:
    institution = an_institution()
    draft = a_session(institution.assembly, state=State.PREPARED, day=days(40))
    row = asked("convene")
    assert row.deadline == notice(draft.day, TODAY).last_lawful_day
    assert row.verdict is not None
    assert row.verdict.clause == "R8.1b"
    assert row.href == f"/sessions/{draft.public_id}/record/"


@pytest.mark.django_db
def test_a_draft_whose_day_is_too_near_asks_for_another_day() -> None:
    institution = an_institution()
    draft = a_session(institution.assembly, state=State.PREPARED, day=days(10))
    row = asked("change_day")
    assert row.urgency == "late"
    assert row.deadline == notice(draft.day, TODAY).last_lawful_day


@pytest.mark.django_db
def test_a_vacancy_of_a_deputy_chair_has_no_deadline() -> None:
    an_institution()
    row = asked("deputies")
    assert (row.deadline, row.urgency) == (None, "none")
    assert row.verdict is not None
    assert row.verdict.clause == "R7.3"


@pytest.mark.django_db
def test_the_nearest_last_day_comes_before_the_years() -> None:
    institution = an_institution()
    a_session(institution.assembly, state=State.PREPARED, day=days(40))
    keys = keys_on()
    assert keys.index("convene") < keys.index("year") < keys.index("deputies")


@pytest.mark.django_db
def test_before_the_day_only_papers_are_missing() -> None:
    institution = an_institution()
    a_session(institution.assembly, day=days(40))
    assert keys_on() == ["papers", "deputies"]


@pytest.mark.django_db
def test_on_the_day_members_register_until_there_is_a_quorum() -> None:
    institution = an_institution(members=6)
    session = a_session(institution.assembly)
    arrived(session, institution.seats[:3])
    row = asked("quorum")
    assert keys_on()[0] == "quorum"
    assert row.progress is not None
    assert (row.progress.have, row.progress.of, row.progress.needed) == (3, 6, 4)
    arrived(session, institution.seats[3:4])
    assert keys_on()[0] == "open"


@pytest.mark.django_db
def test_a_session_that_sits_takes_up_its_questions_and_closes() -> None:
    institution = an_institution()
    session = a_session(institution.assembly, state=State.OPEN)
    first = session.items.order_by("number")[0]
    assert keys_on()[0] == "begin_item"
    assert asked("begin_item").href.endswith(f"/items/{first.public_id}/begin/")
    session.items.filter(pk=first.pk).update(state=ItemState.DISCUSSED)
    assert keys_on()[0] == "open_vote"
    assert asked("open_vote").href == f"/items/{first.public_id}/method/"
    session.items.update(state=ItemState.FINISHED)
    assert keys_on()[0] == "close"


@pytest.mark.django_db
def test_where_the_law_is_silent_nothing_is_asked() -> None:
    an_institution(start=dt.date(2002, 5, 5))
    assert keys_on(dt.date(2012, 1, 16)) == []


@pytest.mark.django_db
def test_minutes_are_asked_of_whom_the_law_lets_keep_them() -> None:
    institution = an_institution()
    a_session(institution.assembly, state=State.CLOSED, day=days(-30))
    of_secretary = asks_of_secretary(institution.by(institution.secretary))
    (row,) = (ask for ask in of_secretary if ask.key == "minutes")
    assert row.verdict is not None
    assert row.verdict.clause == "R12.1"
    of_chair = asks_of_secretary(institution.by(institution.chair))
    assert "minutes" not in [ask.key for ask in of_chair]
