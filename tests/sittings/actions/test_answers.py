"""The Chair's answer to a request of members: no time set, a month's window, a reason."""

import pytest
from tests.sittings.builders import (
    PLACE,
    TITLE,
    TODAY,
    a_file,
    a_plan,
    a_session,
    an_institution,
    at_ten,
)
from tests.sittings.request_builders import (
    ONE_DAY,
    an_extraordinary,
    filed,
    last_day,
    started,
)

from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import (
    change_preparation,
    convene_on_request,
    convene_session,
    decline_request,
    prepare_on_request,
    record_convening,
)
from shanyraq.sittings.actions.convening import OutsideTheMonth
from shanyraq.sittings.actions.requests import (
    NotAwaited,
    NotExtraordinary,
    PreparedAlready,
    ReasonMissing,
)
from shanyraq.sittings.enums import Kind, RequestState, State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import ANSWERING, NotYours
from shanyraq.sittings.queries import (
    awaiting_decision,
    days_waiting,
    power_to_convene,
    request_behind,
)

pytestmark = pytest.mark.django_db


# The Chair's answer.


def test_days_pass_and_nothing_happens_by_itself() -> None:
    house = an_institution()
    request = filed(house)
    later = last_day() + 100 * ONE_DAY
    assert [days_waiting(request, day) for day in (TODAY, later)] == [0, (later - TODAY).days]
    assert list(awaiting_decision()) == [request]
    assert not Session.objects.exists()


def test_only_what_was_filed_awaits_a_decision() -> None:
    house = an_institution(members=6)
    request = started(house)
    assert days_waiting(request, TODAY) is None
    with pytest.raises(NotAwaited):
        decline_request(occasion=house.by(house.chair), request=request, reason="Жоқ")
    with pytest.raises(NotAwaited):
        prepare_on_request(
            occasion=house.by(house.secretary), request=request, plan=an_extraordinary()
        )


def test_the_chair_convenes_on_the_request_within_the_month() -> None:
    house = an_institution()
    request = filed(house)
    with pytest.raises(OutsideTheMonth):
        convene_on_request(
            occasion=house.by(house.chair),
            request=request,
            plan=an_extraordinary(last_day() + ONE_DAY),
        )
    session = convene_on_request(
        occasion=house.by(house.chair), request=request, plan=an_extraordinary()
    )
    request.refresh_from_db()
    assert (session.kind, session.state) == (Kind.EXTRAORDINARY, State.ANNOUNCED)
    assert (request.state, request.session) == (RequestState.CONVENED, session)
    assert request_behind(session) == request
    actions = [entry.action for entry in entries_of(session.public_id)]
    assert "sittings.convene_session" in actions


@pytest.mark.parametrize("who", ["deputy", "secretary", "member"])
def test_nobody_else_answers(who: str) -> None:
    house = an_institution()
    request = filed(house)
    occasion = house.by(getattr(house, who))
    with pytest.raises(NotYours):
        convene_on_request(occasion=occasion, request=request, plan=an_extraordinary())
    with pytest.raises(NotYours):
        decline_request(occasion=occasion, request=request, reason="Жоқ")
    assert not Session.objects.exists()


def test_the_chair_declines_with_a_reason_and_once() -> None:
    house = an_institution()
    request = filed(house)
    chair = house.by(house.chair, hour=12)
    with pytest.raises(ReasonMissing):
        decline_request(occasion=chair, request=request, reason=" ")
    request = decline_request(occasion=chair, request=request, reason="Мәселе шешілді.")
    assert (request.state, request.answer) == (RequestState.DECLINED, "Мәселе шешілді.")
    with pytest.raises(NotAwaited):
        decline_request(occasion=chair, request=request, reason="Тағы")
    with pytest.raises(NotAwaited):
        convene_on_request(occasion=chair, request=request, plan=an_extraordinary())


def test_the_working_organ_prepares_and_the_chair_convenes() -> None:
    house = an_institution()
    request = filed(house)
    session = prepare_on_request(
        occasion=house.by(house.secretary), request=request, plan=an_extraordinary()
    )
    request.refresh_from_db()
    assert (request.state, request.session) == (RequestState.FILED, session)
    assert power_to_convene(session) == ANSWERING
    with pytest.raises(PreparedAlready):
        prepare_on_request(
            occasion=house.by(house.secretary), request=request, plan=an_extraordinary()
        )
    with pytest.raises(NotYours):
        convene_session(occasion=house.by(house.secretary), session=session)
    change_preparation(
        occasion=house.by(house.secretary),
        session=session,
        starts_at=at_ten(last_day() - ONE_DAY),
        place=PLACE,
    )
    convene_session(occasion=house.by(house.chair, hour=12), session=session)
    request.refresh_from_db()
    assert request.state == RequestState.CONVENED
    assert request.answered_at == house.by(house.chair, hour=12).at


def test_an_act_signed_on_paper_answers_the_request_too() -> None:
    house = an_institution()
    request = filed(house)
    session = prepare_on_request(
        occasion=house.by(house.secretary), request=request, plan=an_extraordinary()
    )
    record_convening(
        occasion=house.by(house.secretary), session=session, number="7", date=TODAY, file=a_file()
    )
    request.refresh_from_db()
    assert request.state == RequestState.CONVENED


def test_a_draft_on_a_declined_request_is_one_on_own_initiative() -> None:
    house = an_institution()
    request = filed(house)
    session = prepare_on_request(
        occasion=house.by(house.secretary), request=request, plan=an_extraordinary()
    )
    decline_request(occasion=house.by(house.chair), request=request, reason="Жоқ")
    assert (power_to_convene(session) != ANSWERING, request_behind(session)) == (True, None)
    convene_session(occasion=house.by(house.chair), session=session)
    request.refresh_from_db()
    assert request.state == RequestState.DECLINED


def test_an_ordinary_session_is_no_answer() -> None:
    house = an_institution()
    request = filed(house)
    with pytest.raises(NotExtraordinary):
        prepare_on_request(occasion=house.by(house.secretary), request=request, plan=a_plan())
    assert a_session(house.assembly, kind=Kind.EXTRAORDINARY).items.filter(title_kk=TITLE.kk)
