"""Heads of secretariats: the Working Organ's word first, then the act of the region's chair."""

import datetime as dt

import pytest
from tests.bodies.builders import (
    SPRING,
    SUMMER,
    TODAY,
    Region,
    a_holding,
    a_post,
    an_act,
    holder_of,
    region_with_offices,
    secretary,
)
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import (
    AgreementMissing,
    AgreementRefused,
    AskedAlready,
    NeedsNoAgreement,
    ReasonMissing,
    agree_secretariat_head,
    appoint,
    ask_agreement,
    end_membership,
)
from shanyraq.bodies.enums import AgreementState, Issuer, Role
from shanyraq.bodies.models import Agreement, Membership
from shanyraq.bodies.permissions import NotARecorder, NotTheirAgreement, SignedByAnother
from shanyraq.bodies.queries import agreements_seen_by
from shanyraq.people.models import Person
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import SYSTEM, Actor

pytestmark = pytest.mark.django_db


def clerk_of(region: Region) -> Actor:
    post = a_post(Role.SECRETARIAT, body=region.secretariat, seats=None)
    return a_holding(post).person.actor


def answer(
    region: Region,
    person: Person,
    *,
    agreed: bool = True,
    reason: str = "",
    on: dt.date = SPRING,
    actor: Actor = SYSTEM,
) -> Agreement:
    return agree_secretariat_head(
        occasion=an_occasion(actor=actor, on=on),
        post=region.head,
        person=person,
        agreed=agreed,
        reason=reason,
    )


def put(
    region: Region,
    person: Person,
    *,
    issuer: Issuer = Issuer.SMALL_ASSEMBLY_CHAIR,
    on: dt.date = SUMMER,
) -> Membership:
    return appoint(
        occasion=an_occasion(),
        post=region.head,
        person=person,
        act=an_act(issuer=issuer, date=on),
        start_date=on,
    )


def test_the_head_is_appointed_after_the_yes_and_is_deputy_by_status() -> None:
    region, person, organ = region_with_offices(), a_person(), secretary()
    asked = ask_agreement(
        occasion=an_occasion(actor=clerk_of(region), on=SPRING), post=region.head, person=person
    )
    given = answer(region, person, actor=organ)
    assert (given.pk, given.state) == (asked.pk, AgreementState.AGREED)
    with pytest.raises(SignedByAnother) as refused:
        put(region, person, issuer=Issuer.CHAIR)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R19.2"
    held = put(region, person)
    assert Agreement.objects.get(pk=given.pk).appointment == held
    assert Membership.objects.get(post=region.deputy).person == person


def test_without_the_word_of_the_working_organ_nobody_is_appointed() -> None:
    region, person = region_with_offices(), a_person()
    with pytest.raises(AgreementMissing) as refused:
        put(region, person)
    assert refused.value.verdict is not None
    assert (refused.value.verdict.clause, refused.value.verdict.value) == ("R19.2", "agree")
    ask_agreement(occasion=an_occasion(on=SPRING), post=region.head, person=person)
    with pytest.raises(AgreementMissing):
        put(region, person)
    answer(region, person)
    assert put(region, person).pk


def test_a_refused_agreement_blocks_until_another_word_is_given() -> None:
    region, person = region_with_offices(), a_person()
    refusal = answer(region, person, agreed=False, reason="Тәжірибесі жеткіліксіз")
    with pytest.raises(AgreementRefused) as refused:
        put(region, person)
    assert refused.value.facts["day"] == SPRING
    answer(region, person, on=SUMMER)
    assert put(region, person).pk
    assert Agreement.objects.get(pk=refusal.pk).state == AgreementState.REFUSED


def test_a_yes_given_after_the_act_comes_too_late() -> None:
    region, person = region_with_offices(), a_person()
    answer(region, person, on=SUMMER)
    with pytest.raises(AgreementMissing):
        put(region, person, on=SPRING)
    assert put(region, person, on=SUMMER).pk


def test_a_yes_serves_one_appointment() -> None:
    region, person = region_with_offices(), a_person()
    answer(region, person)
    held, day = put(region, person), SUMMER + dt.timedelta(days=30)
    act = an_act(issuer=Issuer.SMALL_ASSEMBLY_CHAIR, date=day)
    end_membership(occasion=an_occasion(), membership=held, act=act, end_date=day)
    with pytest.raises(AgreementMissing):
        put(region, person, on=day)
    answer(region, person, on=day)
    assert put(region, person, on=day).pk


def test_the_working_organ_alone_gives_the_word() -> None:
    region, person = region_with_offices(), a_person()
    for actor in (clerk_of(region), holder_of(Role.SMALL_ASSEMBLY_CHAIR, region.assembly)):
        with pytest.raises(NotTheirAgreement):
            answer(region, person, actor=actor)
    assert answer(region, person, actor=secretary()).answered_by is not None


def test_a_no_has_its_reason_which_stands_outside_the_chain() -> None:
    region, person = region_with_offices(), a_person()
    with pytest.raises(ReasonMissing):
        answer(region, person, agreed=False, reason=" ")
    refused = answer(region, person, agreed=False, reason="Себебі")
    (entry,) = entries_of(refused.public_id)
    assert "Себебі" not in str(entry.facts)


def test_one_request_waits_at_a_time_and_only_for_a_head() -> None:
    region, person = region_with_offices(), a_person()
    ask_agreement(occasion=an_occasion(), post=region.head, person=person)
    with pytest.raises(AskedAlready):
        ask_agreement(occasion=an_occasion(), post=region.head, person=person)
    with pytest.raises(NeedsNoAgreement):
        ask_agreement(occasion=an_occasion(), post=region.chair, person=person)


def test_a_secretariat_asks_for_its_own_region_only_and_sees_its_own_answers() -> None:
    regions = [region_with_offices(iso=iso, name=iso) for iso in ("KZ-11", "KZ-15", "KZ-19")]
    clerks = [clerk_of(region) for region in regions]
    for own, clerk in zip(regions, clerks, strict=True):
        for region in regions:
            occasion = an_occasion(actor=clerk)
            if region == own:
                assert ask_agreement(occasion=occasion, post=region.head, person=a_person()).pk
            else:
                with pytest.raises(NotARecorder):
                    ask_agreement(occasion=occasion, post=region.head, person=a_person())
    for own, clerk in zip(regions, clerks, strict=True):
        assert [one.post for one in agreements_seen_by(clerk, TODAY)] == [own.head]
    assert len(agreements_seen_by(secretary(), TODAY)) == len(regions)
    assert list(agreements_seen_by(a_person().actor, TODAY)) == []
