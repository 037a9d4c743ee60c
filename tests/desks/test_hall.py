"""The screen of the hall: one scene at a time, and no running totals while a vote is open."""

import datetime as dt

import pytest
from django.utils import translation
from tests.desks.builders import it_is
from tests.sittings.builders import TODAY, a_session, an_institution, arrived
from tests.voting.builders import (
    DAY,
    a_hall,
    a_question_open,
    by,
    cast,
    choose,
    counted,
)

from shanyraq.desks.queries.hall import Scene, scene_of
from shanyraq.platform import live
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.actions import close_vote
from shanyraq.voting.enums import Choice, Method

pytestmark = pytest.mark.django_db


def scene(session: Session, on: dt.date = DAY) -> Scene:
    session.refresh_from_db()
    return scene_of(session, on)


def shown(session: Session, part: str = "screen") -> str:
    with translation.override("en"):
        return live.render(session.topic, part)


def test_before_the_day_the_hall_says_when() -> None:
    session = a_session(an_institution().assembly, day=TODAY + dt.timedelta(days=9))
    it_is()
    assert scene(session, TODAY).name == "waiting"
    assert "24" in shown(session)


def test_after_the_day_the_hall_says_that_nothing_was_opened() -> None:
    session = a_session(an_institution().assembly, day=TODAY - dt.timedelta(days=9))
    it_is()
    assert scene(session, TODAY).name == "lapsed"
    for part in ("screen", "member-now", "session-now"):
        assert "The sitting was not opened on this day." in shown(session, part)


def test_on_the_day_members_gather_to_the_quorum() -> None:
    institution = an_institution(members=6)
    session = a_session(institution.assembly)
    arrived(session, institution.seats[:4])
    it_is()
    assert scene(session, TODAY).name == "gathering"
    screen = shown(session)
    assert "Half circle of seats: 4 of 6 members are present." in screen
    assert "needed: 4" in screen
    assert "Regulation, clause 8, para 3" in screen


def test_a_question_under_discussion_stands_on_the_screen() -> None:
    hall = a_hall()
    it_is(DAY)
    assert scene(hall.session).name == "item"
    assert hall.method_item.title_en in shown(hall.session)


def test_an_open_vote_shows_how_many_voted_and_never_how() -> None:
    hall = a_hall()
    it_is(DAY)
    vote = a_question_open(hall)
    cast(vote, hall.members[:5])
    cast(vote, hall.members[5:7], Choice.AGAINST)
    assert scene(hall.session).name == "voting"
    for part in ("screen", "member-now", "session-now"):
        text = shown(hall.session, part)
        assert "Against" not in text
        assert "Abstained" not in text
    screen = shown(hall.session)
    assert "Half circle of seats: 7 of 12 have voted." in screen
    assert "<dd>7</dd>" in screen


def test_hands_are_not_counted_on_the_screen_before_the_clerk_did() -> None:
    hall = a_hall()
    it_is(DAY)
    vote = a_question_open(hall, Method.OPEN_SHOW_OF_HANDS)
    counted(hall, vote, votes_for=9, against=3)
    assert scene(hall.session).name == "voting"
    assert "<dd>9</dd>" not in shown(hall.session)
    assert "Have voted" not in shown(hall.session)


def test_the_result_stays_until_the_session_goes_on() -> None:
    hall = a_hall()
    it_is(DAY)
    vote = a_question_open(hall)
    cast(vote, hall.members[:7])
    cast(vote, hall.members[7:9], Choice.AGAINST)
    close_vote(occasion=by(hall.chair), vote=vote)
    assert scene(hall.session).name == "counted"
    screen = shown(hall.session)
    assert "Adopted" in screen
    assert "needed: 7" in screen
    for number in (7, 2, 0, 3):
        assert f"<dd>{number}</dd>" in screen
    AgendaItem.objects.filter(session=hall.session).update(state=ItemState.FINISHED)
    assert scene(hall.session).name == "counted"
    AgendaItem.objects.filter(pk=hall.method_item.pk).update(state=ItemState.DISCUSSED)
    assert scene(hall.session).name == "item"


def test_what_was_not_adopted_is_said_as_plainly() -> None:
    hall = a_hall()
    it_is(DAY)
    vote = a_question_open(hall)
    cast(vote, hall.members[:6])
    close_vote(occasion=by(hall.chair), vote=vote)
    assert "Not adopted" in shown(hall.session)


def test_a_closed_session_shows_what_was_decided() -> None:
    hall = a_hall()
    choose(hall)
    Session.objects.filter(pk=hall.session.pk).update(
        state=State.CLOSED, closed_at=hall.session.opened_at
    )
    assert scene(hall.session).name == "closed"
    screen = shown(hall.session)
    assert "what was decided" in screen
    assert "Open, electronic" in screen


def test_a_draft_has_no_live_parts() -> None:
    session = a_session(an_institution().assembly, state=State.PREPARED)
    with pytest.raises(LookupError):
        shown(session)


@pytest.mark.parametrize(
    "part",
    [
        "screen", "screen-over", "screen-quorum", "member-strip", "member-now", "session-now",
        "member-decisions", "session-agenda", "session-quorum",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_live_parts_hold_no_form(part: str, language: str) -> None:
    hall = a_hall()
    it_is(DAY)
    a_question_open(hall)
    with translation.override(language):
        text = live.render(hall.session.topic, part)
    assert text.strip()
    assert "<form" not in text
    assert hall.session.hall_code not in text
