"""A meeting of the Council is convened by the deputies jointly with the Chair's consent (R9.3b)."""

import datetime as dt
from itertools import permutations
from typing import Any

import pytest
from tests.bodies.builders import SPRING, an_act
from tests.sittings.builders import PLACE, TODAY, a_file, at_ten
from tests.sittings.meeting_builders import (
    SOON,
    a_convened_meeting,
    a_council,
    a_council_meeting,
    a_meeting_plan,
)

from shanyraq.bodies.enums import Issuer, Role
from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask
from shanyraq.platform.journal import entries_of, verify
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions import (
    convene_meeting,
    convene_session,
    move_meeting,
    prepare_meeting,
    record_signature,
    sign_convening,
)
from shanyraq.sittings.actions.convening import (
    AnnouncedAlready,
    ConvenedOtherwise,
    DayPassed,
    NotSignedYet,
    NumberMissing,
)
from shanyraq.sittings.actions.meetings import ConvenedJointly
from shanyraq.sittings.actions.signing import ConveningSignedAlready, NoSignatory
from shanyraq.sittings.enums import Capacity, State
from shanyraq.sittings.permissions import NotYours
from shanyraq.sittings.queries import joint_convening
from shanyraq.sittings.tasks import send_invitations

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_last_signature_announces_whatever_the_order(order: tuple[int, ...]) -> None:
    council = a_council()
    session = a_council_meeting(council)
    people = [*council.deputies, council.house.chair]
    for place in order[:2]:
        session = sign_convening(occasion=council.house.by(people[place]), session=session)
        assert session.state == State.PREPARED
    session = sign_convening(occasion=council.house.by(people[order[2]]), session=session)
    assert (session.state, session.decided_on) == (State.ANNOUNCED, TODAY)
    last = entries_of(session.public_id)[-1]
    assert (last.action, last.facts["convened"]) == ("sittings.sign_convening", True)
    assert verify() == []


def test_the_members_of_the_council_are_invited() -> None:
    council = a_council()
    session = a_convened_meeting(council)
    send_invitations.call(session=session.public_id)
    assert session.invitations.count() == len(council.seats)


def test_nobody_else_signs_and_nobody_signs_twice() -> None:
    council = a_council()
    session = a_council_meeting(council)
    with pytest.raises(NotYours):
        sign_convening(occasion=council.house.by(council.house.secretary), session=session)
    with pytest.raises(NotYours):
        sign_convening(occasion=council.house.by(council.seats[0].person), session=session)
    sign_convening(occasion=council.house.by(council.second), session=session)
    with pytest.raises(ConveningSignedAlready):
        sign_convening(occasion=council.house.by(council.second), session=session)


def test_nobody_convenes_the_council_alone_while_there_are_deputies() -> None:
    council = a_council()
    session = a_council_meeting(council)
    for person in (council.house.chair, council.second):
        with pytest.raises(ConvenedJointly):
            convene_meeting(occasion=council.house.by(person), session=session)
    with pytest.raises(ConvenedOtherwise):
        convene_session(occasion=council.house.by(council.house.chair), session=session)


def test_with_one_post_vacant_the_remaining_deputy_signs_and_the_vacancy_is_told() -> None:
    council = a_council(deputies=1)
    session = a_council_meeting(council)
    posts = ask("deputy_chairs", on=TODAY, facts={"deputies": 1}).needed
    assert posts is not None
    assert joint_convening(session, TODAY).vacant == posts - 1
    sign_convening(occasion=council.house.by(council.house.deputy), session=session)
    with pytest.raises(NotYours):
        sign_convening(occasion=council.house.by(council.second), session=session)
    session = sign_convening(occasion=council.house.by(council.house.chair), session=session)
    assert session.state == State.ANNOUNCED
    assert entries_of(session.public_id)[-1].facts["vacant"] == posts - 1


def test_with_both_posts_vacant_the_chair_convenes() -> None:
    council = a_council(deputies=0)
    session = a_council_meeting(council)
    assert not joint_convening(session, TODAY).convened
    session = sign_convening(occasion=council.house.by(council.house.chair), session=session)
    assert session.state == State.ANNOUNCED
    assert session.signatures.get().capacity == Capacity.CONVENES


def test_without_a_chair_nobody_can_consent() -> None:
    council = a_council()
    day_after = SPRING + dt.timedelta(days=1)
    chair = Membership.objects.filter(post__role=Role.CHAIR)
    chair.update(end_date=day_after, ended_by=an_act())
    session = a_council_meeting(council)
    for person in council.deputies:
        session = sign_convening(occasion=council.house.by(person), session=session)
    joint = joint_convening(session, TODAY)
    assert (joint.convened, joint.chair_in_office) == (False, False)
    with pytest.raises(NotYours):
        sign_convening(occasion=council.house.by(council.house.chair), session=session)
    assert session.state == State.PREPARED


def test_another_day_is_signed_afresh_and_earlier_signatures_stay_on_record() -> None:
    council = a_council()
    session = a_council_meeting(council)
    for person in council.deputies:
        sign_convening(occasion=council.house.by(person), session=session)
    session = move_meeting(
        occasion=council.house.by(council.house.secretary),
        session=session,
        starts_at=at_ten(SOON + dt.timedelta(days=1)),
        place=PLACE,
    )
    session = sign_convening(occasion=council.house.by(council.house.chair), session=session)
    assert session.state == State.PREPARED
    for person in council.deputies:
        session = sign_convening(occasion=council.house.by(person), session=session)
    assert session.state == State.ANNOUNCED
    assert session.signatures.count() == len(council.deputies) * 2 + 1


def test_a_deputy_who_left_after_signing_is_no_longer_needed() -> None:
    council = a_council()
    session = a_council_meeting(council)
    sign_convening(occasion=council.house.by(council.house.deputy), session=session)
    left = Membership.objects.filter(post__role=Role.DEPUTY_CHAIR, person=council.second)
    left.update(end_date=TODAY, ended_by=an_act())
    session = sign_convening(occasion=council.house.by(council.house.chair), session=session)
    assert session.state == State.ANNOUNCED


def test_signatures_on_paper_are_recorded_with_their_file() -> None:
    council = a_council()
    session = a_council_meeting(council)
    for person in (*council.deputies, council.house.chair):
        session = record_signature(
            occasion=council.house.by(council.house.secretary),
            session=session,
            person=person,
            number="К-7",
            date=TODAY,
            file=a_file(),
        )
    assert session.state == State.ANNOUNCED
    issuers = session.signatures.values_list("act__issuer", flat=True)
    assert sorted(issuers) == sorted([Issuer.DEPUTY_CHAIR, Issuer.DEPUTY_CHAIR, Issuer.CHAIR])
    assert all(one.act and one.act.file for one in session.signatures.select_related("act"))


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"number": " "}, NumberMissing),
        ({"date": TODAY + dt.timedelta(days=1)}, NotSignedYet),
        ({"date": SPRING - dt.timedelta(days=1)}, NoSignatory),
    ],
)
def test_what_paper_is_not_recorded(changed: dict[str, object], refusal: type[Refusal]) -> None:
    council = a_council()
    session = a_council_meeting(council)
    told: dict[str, Any] = {
        "number": "7",
        "date": TODAY,
        "person": council.second,
        "file": a_file(),
    }
    with pytest.raises(refusal):
        record_signature(
            occasion=council.house.by(council.house.secretary),
            session=session,
            **(told | changed),
        )
    assert not session.signatures.exists()


def test_only_the_working_organ_records_paper() -> None:
    council = a_council()
    session = a_council_meeting(council)
    told: dict[str, Any] = {
        "person": council.second,
        "number": "7",
        "date": TODAY,
        "file": a_file(),
    }
    with pytest.raises(NotYours):
        record_signature(occasion=council.house.by(council.second), session=session, **told)
    record_signature(occasion=council.house.by(council.house.secretary), session=session, **told)
    assert session.signatures.count() == 1


def test_a_day_that_has_passed_is_not_signed_nor_an_announced_meeting() -> None:
    council = a_council()
    session = a_council_meeting(council)
    late = council.house.by(council.second, on=SOON, hour=11)
    with pytest.raises(DayPassed):
        sign_convening(occasion=late, session=session)
    announced = a_convened_meeting(council)
    with pytest.raises(AnnouncedAlready):
        sign_convening(occasion=council.house.by(council.second), session=announced)


def test_a_deputy_prepares_a_meeting_too() -> None:
    council = a_council()
    session = prepare_meeting(
        occasion=council.house.by(council.second), body=council.council, plan=a_meeting_plan()
    )
    assert (session.number, session.prepared_by) == (1, council.second)
