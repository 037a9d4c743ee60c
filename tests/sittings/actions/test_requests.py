"""Requests of members: signatures against the law's number, lapse, withdrawal, the answer."""

import datetime as dt
from collections.abc import Sequence

import pytest
from tests.sittings.builders import (
    PLACE,
    TITLE,
    TODAY,
    Institution,
    a_file,
    a_plan,
    a_session,
    an_institution,
    at_ten,
    many_seats,
)

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import ask, law_on
from shanyraq.law import Outcome
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import (
    Plan,
    change_preparation,
    convene_on_request,
    convene_session,
    decline_request,
    drop_request,
    file_request,
    prepare_on_request,
    record_convening,
    sign_request,
    start_request,
    withdraw_signature,
)
from shanyraq.sittings.actions._steps import TitleMissing
from shanyraq.sittings.actions.convening import OutsideTheMonth
from shanyraq.sittings.actions.requests import (
    NotAwaited,
    NotCollecting,
    NotExtraordinary,
    NotSigned,
    NotTheInitiator,
    PreparedAlready,
    ReasonMissing,
    SignedAlready,
    TooFewSignatures,
)
from shanyraq.sittings.enums import Kind, RequestState, State
from shanyraq.sittings.models import ExtraordinaryRequest, RequestSignature, Session
from shanyraq.sittings.permissions import ANSWERING, SIGNING, LawSilent, NotYours
from shanyraq.sittings.queries import (
    awaiting_decision,
    days_waiting,
    power_to_convene,
    request_behind,
    signatures_on,
    support_of,
    support_shown,
    window,
)

pytestmark = pytest.mark.django_db

SUBJECT = Wording(kk="Тасқын туралы", ru="О паводке", en="On the flood")
ONE_DAY = dt.timedelta(days=1)
AFTER_REPEAL = dt.date(2012, 3, 1)


def needed(members: int, on: dt.date = TODAY) -> int:
    """How many signatures the law asks for, as it says itself."""
    verdict = ask("extraordinary_request", on=on, facts={"members": members})
    assert verdict.needed is not None
    return verdict.needed


def started(house: Institution, *, by: Person | None = None) -> ExtraordinaryRequest:
    return start_request(
        occasion=house.by(by or house.member), subject=SUBJECT, reason="Екі ауыл су астында қалды."
    )


def signed(
    house: Institution, request: ExtraordinaryRequest, seats: Sequence[Membership]
) -> ExtraordinaryRequest:
    for seat in seats:
        sign_request(occasion=house.by(seat.person), request=request)
    return request


def filed(house: Institution, *, on: dt.date = TODAY) -> ExtraordinaryRequest:
    """A request with just enough signatures, put before the Chair."""
    request = signed(house, started(house), house.seats[1 : needed(len(house.seats))])
    return file_request(occasion=house.by(house.member, on=on), request=request)


def last_day(on: dt.date = TODAY) -> dt.date:
    """The last day on which an extraordinary Session decided on a day can be held."""
    last = window(on, on).last_lawful_day
    assert last is not None
    return last


def left(seat: Membership, on: dt.date) -> None:
    """A member is out of office from a day on."""
    Membership.objects.filter(pk=seat.pk).update(end_date=on)


def an_extraordinary(day: dt.date | None = None, kind: Kind = Kind.EXTRAORDINARY) -> Plan:
    return a_plan(day=day or last_day(), kind=kind)


# Starting and signing.


def test_who_starts_a_request_signs_it_first() -> None:
    house = an_institution()
    request = started(house)
    assert [one.membership for one in signatures_on(request)] == [house.seats[0]]
    assert (request.state, request.subject_kk) == (RequestState.COLLECTING, SUBJECT.kk)
    assert house.member.name_ru not in str(entries_of(request.public_id)[0])


@pytest.mark.parametrize("who", ["chair", "deputy", "secretary"])
def test_only_members_start_and_sign(who: str) -> None:
    house = an_institution()
    request = started(house)
    somebody = getattr(house, who)
    with pytest.raises(NotYours):
        started(house, by=somebody)
    with pytest.raises(NotYours):
        sign_request(occasion=house.by(somebody), request=request)
    assert RequestSignature.objects.count() == 1


def test_the_law_says_who_signs() -> None:
    assert law_on(TODAY).holders(SIGNING) == {"member"}


def test_a_request_has_its_subject_in_both_languages_and_its_reason() -> None:
    house = an_institution()
    occasion = house.by(house.member)
    with pytest.raises(TitleMissing):
        start_request(occasion=occasion, subject=Wording(kk="Тасқын", ru=" ", en=""), reason="R")
    with pytest.raises(ReasonMissing):
        start_request(occasion=occasion, subject=SUBJECT, reason=" \n")
    assert start_request(occasion=occasion, subject=SUBJECT, reason="Су").reason == "Су"


def test_a_member_signs_once_and_again_after_withdrawing() -> None:
    house = an_institution()
    request = signed(house, started(house), house.seats[1:2])
    occasion = house.by(house.seats[1].person, hour=11)
    with pytest.raises(SignedAlready):
        sign_request(occasion=occasion, request=request)
    withdraw_signature(occasion=occasion, request=request)
    assert support_of(request, TODAY).signatures == 1
    sign_request(occasion=occasion, request=request)
    assert support_of(request, TODAY).signatures == 2


def test_nobody_withdraws_what_he_did_not_sign() -> None:
    house = an_institution()
    request = started(house)
    with pytest.raises(NotSigned):
        withdraw_signature(occasion=house.by(house.seats[1].person), request=request)
    assert support_of(request, TODAY).signatures == 1


def test_after_filing_no_signature_comes_or_goes() -> None:
    house = an_institution(members=6)
    request = filed(house)
    with pytest.raises(NotCollecting):
        withdraw_signature(occasion=house.by(house.member), request=request)
    with pytest.raises(NotCollecting):
        sign_request(occasion=house.by(house.seats[-1].person), request=request)
    with pytest.raises(NotCollecting):
        drop_request(occasion=house.by(house.member), request=request)
    assert support_shown(request, TODAY).signatures == needed(6)


# Filing: exactly what the law asks for, on the roll of that day.


@pytest.mark.parametrize("members", range(1, 13))
def test_every_number_of_signatures_is_answered_as_the_law_says(members: int) -> None:
    house = an_institution(members=members)
    request = started(house)
    for signatures in range(1, members + 1):
        if signatures > 1:
            signed(house, request, house.seats[signatures - 1 : signatures])
        support = support_of(request, TODAY)
        assert (support.members, support.signatures) == (members, signatures)
        assert support.needed == needed(members)
        assert support.verdict.met == (signatures * 3 >= members)
        assert support.lacking == max(needed(members) - signatures, 0)


@pytest.mark.parametrize("members", range(4, 13))
def test_one_short_is_refused_and_the_next_signature_suffices(members: int) -> None:
    house = an_institution(members=members)
    enough = needed(members)
    request = signed(house, started(house), house.seats[1 : enough - 1])
    occasion = house.by(house.member)
    with pytest.raises(TooFewSignatures) as refused:
        file_request(occasion=occasion, request=request)
    refusal = refused.value
    assert refusal.verdict is not None
    assert refusal.verdict.outcome is Outcome.NOT_MET
    assert refusal.facts == {
        "signatures": enough - 1,
        "members": members,
        "needed": enough,
        "lacking": 1,
    }
    assert (refusal.status, bool(refusal.remedy_sentence)) == (409, True)
    signed(house, request, house.seats[enough - 1 : enough])
    request = file_request(occasion=occasion, request=request)
    assert (request.state, request.filed_at) == (RequestState.FILED, occasion.at)
    entry = entries_of(request.public_id)[-1]
    assert request.filing is not None
    assert request.filing.sha256 in str(entry)


def test_a_signature_lapses_when_the_member_leaves() -> None:
    house = an_institution(members=6)
    request = signed(house, started(house), house.seats[1 : needed(6)])
    left(house.seats[1], TODAY)
    support = support_of(request, TODAY)
    assert (support.members, support.signatures) == (5, needed(6) - 1)
    assert support_of(request, TODAY - ONE_DAY).signatures == needed(6)
    with pytest.raises(TooFewSignatures):
        file_request(occasion=house.by(house.member), request=request)
    signed(house, request, house.seats[2:3])
    assert file_request(occasion=house.by(house.member), request=request).filing is not None


def test_the_number_needed_moves_with_the_roll_until_the_filing_and_not_after() -> None:
    house = an_institution(members=6)
    request = signed(house, started(house), house.seats[1 : needed(6)])
    many_seats(house.assembly, 3)
    assert support_of(request, TODAY).needed == needed(9) != needed(6)
    with pytest.raises(TooFewSignatures):
        file_request(occasion=house.by(house.member), request=request)
    signed(house, request, house.seats[needed(6) : needed(9)])
    request = file_request(occasion=house.by(house.member), request=request)
    many_seats(house.assembly, 30)
    shown = support_shown(request, TODAY + ONE_DAY)
    assert (shown.members, shown.signatures, shown.needed) == (9, needed(9), needed(9))


def test_the_initiator_leads_the_request() -> None:
    house = an_institution(members=3)
    request = signed(house, started(house), house.seats[1:2])
    other = house.by(house.seats[1].person)
    for act in (file_request, drop_request):
        with pytest.raises(NotTheInitiator):
            act(occasion=other, request=request)
    assert drop_request(occasion=house.by(house.member), request=request).state == "dropped"


def test_once_the_initiator_has_left_another_signatory_leads_it() -> None:
    house = an_institution(members=3)
    request = signed(house, started(house), house.seats[1:2])
    left(house.seats[0], TODAY)
    with pytest.raises(NotTheInitiator):
        file_request(occasion=house.by(house.seats[2].person), request=request)
    with pytest.raises(NotYours):
        file_request(occasion=house.by(house.member), request=request)
    request = file_request(occasion=house.by(house.seats[1].person), request=request)
    assert request.state == RequestState.FILED


def test_where_there_is_no_law_no_request_is_started() -> None:
    house = an_institution()
    with pytest.raises(LawSilent):
        start_request(
            occasion=house.by(house.member, on=AFTER_REPEAL), subject=SUBJECT, reason="Су"
        )
    assert started(house).pk


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
