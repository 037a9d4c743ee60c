"""Live parts: the quorum and the agenda, public state only."""

import pytest
from django.utils import translation
from tests.sittings.builders import TITLE, a_session, an_institution, arrived

from shanyraq.platform.live import render
from shanyraq.sittings.enums import ItemState, State

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", ["quorum", "agenda"])
def test_a_draft_shows_nothing(part: str) -> None:
    session = a_session(an_institution().assembly, state=State.PREPARED)
    assert render(session.topic, part) == ""


def test_the_quorum_says_how_many_are_there_and_how_many_lack() -> None:
    house = an_institution(members=3)
    session = a_session(house.assembly)
    with translation.override("en"):
        arrived(session, house.seats[:1])
        assert "No quorum yet" in render(session.topic, "quorum")
        assert "1 more is needed" in render(session.topic, "quorum")
        arrived(session, house.seats[1:2])
        shown = render(session.topic, "quorum")
    assert "Quorum is present" in shown
    assert "<form" not in shown


def test_the_agenda_says_what_is_under_discussion() -> None:
    house = an_institution()
    session = a_session(house.assembly, state=State.OPEN)
    with translation.override("en"):
        assert "No item is under discussion" in render(session.topic, "agenda")
        session.items.filter(number=2).update(state=ItemState.DISCUSSED)
        shown = render(session.topic, "agenda")
    assert f"2. {TITLE.en}" in shown
    assert 'aria-current="step"' in shown
