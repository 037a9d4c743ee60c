"""What a meeting closes, a body decides and a member ends takes effect by the acts themselves."""

import pytest
from django.core import mail
from tests.bodies.builders import TODAY
from tests.membership.builders import (
    House,
    a_house,
    a_sitting,
    an_item,
    another_seat,
    nominated,
)
from tests.people.builders import a_person

from shanyraq.membership.actions import Claim, leave, propose_removal
from shanyraq.membership.actions._titles import TO_PROPOSE_DEPUTY
from shanyraq.membership.enums import CandidatureState, Ground
from shanyraq.membership.models import DeputyProposal
from shanyraq.membership.tasks import notify_of_removal
from shanyraq.people.models import Person
from shanyraq.platform.register import REGISTER
from shanyraq.sittings.actions import finish_item
from shanyraq.sittings.enums import ItemKind, ItemState, Kind
from shanyraq.sittings.models import Attendance
from shanyraq.sittings.queries import presence
from shanyraq.voting.actions import PollQuestion, answer_poll, close_poll, open_poll
from shanyraq.voting.enums import Choice
from shanyraq.voting.queries import poll_votes

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return a_house()


def test_finishing_the_question_at_a_meeting_of_the_council_considers(house: House) -> None:
    candidature = nominated(house)
    session = a_sitting(house.council)
    session.presiding = house.deputy
    session.save(update_fields=["presiding"])
    item = an_item(
        session,
        ItemKind.MEMBERSHIP_CANDIDATES,
        about=candidature.public_id,
        state=ItemState.DISCUSSED,
    )
    finish_item(occasion=house.by(house.deputy), item=item)
    candidature.refresh_from_db()
    assert candidature.state == CandidatureState.CONSIDERED


def test_a_poll_of_the_council_proposes_a_deputy(house: House) -> None:
    person = a_person(name="Ұсынылған")
    now = house.by(house.clerk)
    question = PollQuestion(
        kind=ItemKind.DEPUTY_CHAIRS, title=TO_PROPOSE_DEPUTY, about=person.public_id
    )
    ends = now.at.replace(day=now.at.day + 6)
    poll = open_poll(occasion=now, ends_at=ends, questions=[question])
    (vote,) = poll_votes(poll)
    answer_poll(
        occasion=house.by(house.seat.person, hour=11),
        poll=poll,
        answers={vote.public_id: Choice.FOR},
    )
    close_poll(occasion=house.by(house.clerk, hour=12), poll=poll)
    assert DeputyProposal.objects.get().person == person


def test_a_resignation_changes_a_running_quorum(house: House) -> None:
    seats = [house.seat, *(another_seat(house, name=f"Мүше {n}") for n in range(5))]
    session = a_sitting(house.assembly, kind=Kind.ORDINARY)
    for seat in seats:
        Attendance.objects.create(
            session=session, membership=seat, arrived_at=session.starts_at, means="code"
        )
    before = presence(session)
    leave(occasion=house.by(house.seat.person), seat=house.seat)
    after = presence(session)
    assert (before.members - after.members, before.present - after.present) == (1, 1)
    assert after.verdict.on == TODAY


def test_the_member_is_told_of_the_proposal_by_letter(house: House) -> None:
    person = house.seat.person
    Person.objects.filter(pk=person.pk).update(email="member@example.kz")
    case = propose_removal(
        occasion=house.by(house.deputy),
        seat=house.seat,
        claim=Claim(ground=Ground.OTHER, reason="Бір жыл бойы қатыспады"),
    )
    notify_of_removal.call(case=case.public_id)
    (letter,) = mail.outbox
    assert letter.to == ["member@example.kz"]
    assert "Бір жыл бойы қатыспады" in letter.body


def test_without_an_address_no_letter_is_sent(house: House) -> None:
    case = propose_removal(
        occasion=house.by(house.deputy),
        seat=house.seat,
        claim=Claim(ground=Ground.OTHER, reason="Себеп"),
    )
    notify_of_removal.call(case=case.public_id)
    assert mail.outbox == []


def test_every_act_of_the_chapter_tells_what_it_refuses() -> None:
    own = [entry for name, entry in REGISTER.items() if name.startswith("membership.")]
    assert all(entry.refusals for entry in own)
