"""Requests of members: signatures against the law's number, lapse, withdrawal."""

import pytest
from tests.sittings.builders import (
    TODAY,
    an_institution,
    many_seats,
)
from tests.sittings.request_builders import (
    AFTER_REPEAL,
    ONE_DAY,
    SUBJECT,
    filed,
    left,
    needed,
    signed,
    started,
)

from shanyraq.charter.queries import law_on
from shanyraq.law import Outcome
from shanyraq.people.models import Wording
from shanyraq.platform.journal import entries_of
from shanyraq.sittings.actions import (
    drop_request,
    file_request,
    sign_request,
    start_request,
    withdraw_signature,
)
from shanyraq.sittings.actions._steps import TitleMissing
from shanyraq.sittings.actions.requests import (
    NotCollecting,
    NotSigned,
    NotTheInitiator,
    ReasonMissing,
    SignedAlready,
    TooFewSignatures,
)
from shanyraq.sittings.enums import RequestState
from shanyraq.sittings.models import RequestSignature
from shanyraq.sittings.permissions import SIGNING, LawSilent, NotYours
from shanyraq.sittings.queries import (
    signatures_on,
    support_of,
    support_shown,
)

pytestmark = pytest.mark.django_db


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
