"""The Session itself: quorum at the opening, who presides, items, closing."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from tests.bodies.builders import a_seat
from tests.sittings.builders import (
    TODAY,
    Institution,
    a_file,
    a_question,
    a_session,
    an_institution,
    arrived,
)

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.people.models import Person
from shanyraq.platform.journal import entries_of, verify
from shanyraq.platform.models import LiveEvent
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings import hooks
from shanyraq.sittings.actions import (
    add_item,
    attach_paper,
    begin_item,
    check_in,
    close_session,
    finish_item,
    open_session,
    register_arrival,
    register_departure,
    register_many,
    take_the_chair,
)
from shanyraq.sittings.actions._steps import SessionOver
from shanyraq.sittings.actions.attendance import NotAnnounced, NotToday
from shanyraq.sittings.actions.conduct import (
    AnotherUnderDiscussion,
    ChairIsTaken,
    ChairPresides,
    ItemNotWaiting,
    NoQuorum,
    NotInTheHall,
    NotOpen,
    NotUnderDiscussion,
    OpenAlready,
)
from shanyraq.sittings.enums import ItemState, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import NotPresiding, NotYours
from shanyraq.sittings.queries import presence, present

pytestmark = pytest.mark.django_db


def opened(
    house: Institution, session: Session, *, by: Person | None = None, on: dt.date = TODAY
) -> Session:
    return open_session(occasion=house.by(by or house.chair, on=on), session=session)


def needed(session: Session) -> int:
    number = presence(session).needed
    assert number
    return number


def a_full_session(*, members: int = 3) -> tuple[Institution, Session]:
    house = an_institution(members=members)
    session = a_session(house.assembly)
    arrived(session, house.seats)
    return house, session


def an_open_session() -> tuple[Institution, Session, AgendaItem]:
    house, session = a_full_session()
    item = session.items.standing().first()
    assert item
    return house, opened(house, session), item


@pytest.mark.parametrize("members", [1, 2, 3, 6, 7, 10])
def test_a_session_opens_with_the_number_the_law_needs_and_not_with_one_fewer(
    members: int,
) -> None:
    house = an_institution(members=members)
    session = a_session(house.assembly)
    enough = needed(session)
    arrived(session, house.seats[: enough - 1])
    with pytest.raises(NoQuorum) as refused:
        opened(house, session)
    facts = refused.value.facts
    assert (facts["members"], facts["present"]) == (members, enough - 1)
    assert (facts["needed"], facts["lacking"]) == (enough, 1)
    assert refused.value.verdict
    assert refused.value.verdict.clause == "R8.3a"
    arrived(session, house.seats[enough - 1 : enough])
    assert opened(house, session).state == State.OPEN


def test_the_one_who_opens_presides_and_the_numbers_are_in_the_journal() -> None:
    house, session = a_full_session()
    session = opened(house, session)
    assert session.presiding == house.chair
    entry = entries_of(session.public_id)[-1]
    assert (entry.facts["members"], entry.facts["present"], len(entry.verdicts)) == (3, 3, 2)
    assert LiveEvent.objects.filter(topic=session.topic).exists()
    assert verify() == []


def test_members_who_have_gone_out_of_office_do_not_count() -> None:
    house, session = a_full_session(members=6)
    assert presence(session).members == 6
    Membership.objects.filter(pk=house.seats[0].pk).update(end_date=TODAY)
    there = presence(session)
    assert (there.members, there.present) == (5, 5)


def test_a_deputy_presides_when_the_chair_is_not_there() -> None:
    house, session = a_full_session()
    assert opened(house, session, by=house.deputy).presiding == house.deputy


def test_a_deputy_does_not_open_beside_the_chair_and_does_when_the_chair_left() -> None:
    house, session = a_full_session()
    seat = a_seat(house.assembly, person=house.chair)
    arrived(session, [seat])
    with pytest.raises(ChairPresides):
        opened(house, session, by=house.deputy)
    register_departure(occasion=house.by(house.secretary), session=session, membership=seat)
    assert opened(house, session, by=house.deputy).state == State.OPEN


def test_a_deputy_presides_while_the_post_of_the_chair_is_empty() -> None:
    house, session = a_full_session()
    Membership.objects.filter(post__role=Role.CHAIR).update(end_date=TODAY)
    with pytest.raises(NotYours):
        opened(house, session)
    assert opened(house, session, by=house.deputy).state == State.OPEN


@pytest.mark.parametrize("who", ["secretary", "member"])
def test_nobody_else_opens(who: str) -> None:
    house, session = a_full_session()
    with pytest.raises(NotYours):
        opened(house, session, by=getattr(house, who))
    session.refresh_from_db()
    assert session.state == State.ANNOUNCED


@pytest.mark.parametrize(
    ("state", "days", "refusal"),
    [
        (State.PREPARED, 0, NotAnnounced),
        (State.OPEN, 0, OpenAlready),
        (State.CLOSED, 0, SessionOver),
        (State.ANNOUNCED, -1, NotToday),
        (State.ANNOUNCED, 1, NotToday),
    ],
)
def test_a_session_opens_once_and_on_its_announced_day(
    state: State, days: int, refusal: type[Refusal]
) -> None:
    house = an_institution()
    session = a_session(house.assembly, state=state)
    arrived(session, house.seats)
    with pytest.raises(refusal):
        opened(house, session, on=TODAY + dt.timedelta(days=days))


@pytest.mark.parametrize("who", ["chair", "secretary"])
def test_an_item_is_taken_up_and_finished(who: str) -> None:
    house, _session, item = an_open_session()
    occasion = house.by(getattr(house, who), hour=11)
    item = begin_item(occasion=occasion, item=item)
    assert (item.state, item.opened_at) == (ItemState.DISCUSSED, occasion.at)
    item = finish_item(occasion=occasion, item=item)
    assert (item.state, item.finished_at) == (ItemState.FINISHED, occasion.at)


def a_session_with_a_seat_for_the_chair() -> tuple[Institution, Session, Membership]:
    house, session = a_full_session()
    seat = a_seat(house.assembly, person=house.chair)
    arrived(session, [seat])
    return house, opened(house, session), seat


def test_a_deputy_does_not_lead_while_the_chair_presides_and_the_chair_does() -> None:
    house, session, item = an_open_session()
    by_deputy, by_chair = house.by(house.deputy), house.by(house.chair)
    with pytest.raises(NotPresiding) as refused:
        begin_item(occasion=by_deputy, item=item)
    assert refused.value.facts == {"presiding": house.chair.name}
    assert refused.value.verdict
    assert refused.value.verdict.clause == "R22"
    item = begin_item(occasion=by_chair, item=item)
    with pytest.raises(NotPresiding):
        finish_item(occasion=by_deputy, item=item)
    finish_item(occasion=by_chair, item=item)
    with pytest.raises(NotPresiding):
        close_session(occasion=by_deputy, session=session)
    assert close_session(occasion=by_chair, session=session).state == State.CLOSED


def test_a_deputy_takes_the_chair_when_the_one_who_presided_has_left() -> None:
    house, session, seat = a_session_with_a_seat_for_the_chair()
    with pytest.raises(ChairIsTaken) as refused:
        take_the_chair(occasion=house.by(house.deputy), session=session)
    assert refused.value.facts == {"presiding": house.chair.name}
    register_departure(occasion=house.by(house.secretary), session=session, membership=seat)
    session = take_the_chair(occasion=house.by(house.deputy), session=session)
    assert session.presiding == house.deputy
    entry = entries_of(session.public_id)[-1]
    assert (entry.actor, entry.facts) == (
        house.deputy.public_id,
        {"after": house.chair.public_id},
    )
    item = session.items.get(number=1)
    assert begin_item(occasion=house.by(house.deputy), item=item).state == ItemState.DISCUSSED
    with pytest.raises(NotPresiding):
        finish_item(occasion=house.by(house.chair), item=item)


def test_the_chair_takes_the_chair_from_a_deputy_and_no_deputy_from_the_chair() -> None:
    house, session = a_full_session()
    session = opened(house, session, by=house.deputy)
    session = take_the_chair(occasion=house.by(house.chair), session=session)
    assert session.presiding == house.chair
    with pytest.raises(ChairIsTaken):
        take_the_chair(occasion=house.by(house.deputy), session=session)


@pytest.mark.parametrize("who", ["secretary", "member"])
def test_nobody_else_takes_the_chair(who: str) -> None:
    house, session, _item = an_open_session()
    with pytest.raises(NotYours):
        take_the_chair(occasion=house.by(getattr(house, who)), session=session)


def test_the_chair_is_taken_by_somebody_in_the_hall_of_an_open_session() -> None:
    house, session = a_full_session()
    with pytest.raises(NotOpen):
        take_the_chair(occasion=house.by(house.chair), session=session)
    seat = a_seat(house.assembly, person=house.chair)
    session = opened(house, session, by=house.deputy)
    with pytest.raises(NotInTheHall):
        take_the_chair(occasion=house.by(house.chair), session=session)
    arrived(session, [seat])
    assert take_the_chair(occasion=house.by(house.chair), session=session).presiding == house.chair


def test_members_do_not_conduct_the_session() -> None:
    house, session, item = an_open_session()
    occasion = house.by(house.member)
    with pytest.raises(NotYours):
        begin_item(occasion=occasion, item=item)
    with pytest.raises(NotYours):
        finish_item(occasion=occasion, item=item)
    with pytest.raises(NotYours):
        close_session(occasion=occasion, session=session)


def test_one_item_at_a_time_and_each_once() -> None:
    house, session, first = an_open_session()
    second = session.items.get(number=2)
    occasion = house.by(house.chair)
    with pytest.raises(NotUnderDiscussion):
        finish_item(occasion=occasion, item=first)
    begin_item(occasion=occasion, item=first)
    with pytest.raises(AnotherUnderDiscussion):
        begin_item(occasion=occasion, item=second)
    finish_item(occasion=occasion, item=first)
    with pytest.raises(ItemNotWaiting):
        begin_item(occasion=occasion, item=first)
    assert begin_item(occasion=occasion, item=second).state == ItemState.DISCUSSED


def test_nothing_is_taken_up_outside_an_open_session() -> None:
    house, session = a_full_session()
    item = session.items.get(number=1)
    with pytest.raises(NotOpen):
        begin_item(occasion=house.by(house.chair), item=item)
    with pytest.raises(NotOpen):
        close_session(occasion=house.by(house.chair), session=session)


def test_closing_waits_for_the_item_under_discussion_and_everybody_leaves() -> None:
    house, session, item = an_open_session()
    occasion = house.by(house.chair, hour=17)
    begin_item(occasion=occasion, item=item)
    with pytest.raises(AnotherUnderDiscussion):
        close_session(occasion=occasion, session=session)
    finish_item(occasion=occasion, item=item)
    session = close_session(occasion=occasion, session=session)
    assert (session.state, session.closed_at) == (State.CLOSED, occasion.at)
    assert (present(session).count(), presence(session).present) == (0, 3)
    assert entries_of(session.public_id)[-1].facts == {"members": 3, "present": 3}


def test_after_the_closing_nothing_changes() -> None:
    house, session, item = an_open_session()
    chair, clerk = house.by(house.chair), house.by(house.secretary)
    close_session(occasion=chair, session=session)
    seat = house.seats[0]
    acts: list[Callable[[], object]] = [
        lambda: open_session(occasion=chair, session=session),
        lambda: close_session(occasion=chair, session=session),
        lambda: begin_item(occasion=chair, item=item),
        lambda: finish_item(occasion=chair, item=item),
        lambda: register_arrival(occasion=clerk, session=session, membership=seat),
        lambda: register_departure(occasion=clerk, session=session, membership=seat),
        lambda: register_many(occasion=clerk, session=session, memberships=house.seats),
        lambda: check_in(occasion=house.by(house.member), session=session, code="ABCDEF"),
    ]
    for act in acts:
        with pytest.raises(SessionOver):
            act()
    with pytest.raises(Refusal):
        add_item(occasion=clerk, session=session, question=a_question())
    with pytest.raises(SessionOver):
        attach_paper(occasion=clerk, item=item, title=a_question().title, file=a_file())


class VoteStands(Refusal):
    """What a chapter above may object."""

    code = "vote-stands"
    message = "A vote is open."


@pytest.fixture
def objecting() -> Iterator[None]:
    """A chapter above objects to every end."""

    def object_to(_subject: object) -> None:
        raise VoteStands

    hooks.before_closing.append(object_to)
    hooks.before_finishing.append(object_to)
    yield
    hooks.before_closing.remove(object_to)
    hooks.before_finishing.remove(object_to)


@pytest.mark.usefixtures("objecting")
def test_a_chapter_above_may_object_to_finishing_and_closing() -> None:
    house, session, item = an_open_session()
    occasion = house.by(house.chair)
    with pytest.raises(VoteStands):
        close_session(occasion=occasion, session=session)
    begin_item(occasion=occasion, item=item)
    with pytest.raises(VoteStands):
        finish_item(occasion=occasion, item=item)
    session.refresh_from_db()
    assert session.state == State.OPEN
