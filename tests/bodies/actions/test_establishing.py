"""Acts recorded, bodies and posts established, by whoever the charter lets."""

import datetime as dt
import hashlib
from functools import partial

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings
from tests.bodies.builders import (
    SPRING,
    TODAY,
    WORDS,
    a_body,
    a_holding,
    a_post,
    a_region,
    a_seat,
    an_act,
    holder_of,
    include,
    record,
    secretary,
)
from tests.conftest import an_occasion

from shanyraq.bodies.actions import (
    BodyStands,
    NoRegion,
    establish_body,
    establish_post,
    record_act,
)
from shanyraq.bodies.enums import ActKind, Category, Issuer, Role
from shanyraq.bodies.permissions import NotARecorder, SignedByAnother
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import Actor

pytestmark = pytest.mark.django_db


def test_the_secretary_records_a_signed_act_with_its_file() -> None:
    act = record_act(
        occasion=an_occasion(actor=secretary()),
        kind=ActKind.DECREE,
        number="12",
        date=SPRING,
        issuer=Issuer.CHAIR,
        title=WORDS,
        file=ContentFile(b"signed", name="decree.pdf"),
    )
    assert act.sha256 == hashlib.sha256(b"signed").hexdigest()
    with act.file.open() as kept:
        assert kept.read() == b"signed"
    assert entries_of(act.public_id)[0].facts["sha256"] == act.sha256


@pytest.fixture(autouse=True)
def _files_aside(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("files")


def test_the_chair_records_his_own_act_and_a_member_does_not() -> None:
    body = a_body()
    chair = holder_of(Role.CHAIR, body)
    member = a_seat(body).person.actor
    assert record(actor=chair).issuer == Issuer.CHAIR
    assert record(actor=member, issuer=Issuer.MEMBER).issuer == Issuer.MEMBER
    for issuer in set(Issuer) - {Issuer.MEMBER}:
        with pytest.raises(NotARecorder):
            record(actor=member, issuer=issuer)


def test_a_deputy_records_no_act_of_the_chair() -> None:
    deputy = holder_of(Role.DEPUTY_CHAIR, a_body())
    with pytest.raises(NotARecorder):
        record(actor=deputy, issuer=Issuer.CHAIR)
    assert record(actor=deputy, issuer=Issuer.DEPUTY_CHAIR).pk


def test_a_former_secretary_records_nothing() -> None:
    post = a_post(Role.WORKING_ORGAN, body=a_body(Classification.WORKING_ORGAN), seats=None)
    former = a_holding(post, start=SPRING, end=TODAY).person.actor
    with pytest.raises(NotARecorder) as refused:
        record(actor=former)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R12.1"
    assert record(actor=a_holding(post).person.actor).pk


@pytest.mark.parametrize(
    ("role", "issuer"),
    [
        (Role.WORKING_ORGAN, Issuer.CHAIR),
        (Role.CHAIR, Issuer.CHAIR),
        (Role.SECRETARIAT, Issuer.SMALL_ASSEMBLY_CHAIR),
    ],
)
def test_whoever_records_does_so_by_the_law_of_the_day(role: Role, issuer: Issuer) -> None:
    actor = holder_of(role, a_body())
    assert record(actor=actor, issuer=issuer, on=dt.date(2011, 9, 6)).pk
    with pytest.raises(NotARecorder):
        record(actor=actor, issuer=issuer, on=dt.date(2011, 9, 7))


def test_the_chair_of_a_small_assembly_records_own_acts_about_it_only() -> None:
    own, other = (
        a_body(Classification.SMALL_ASSEMBLY, area=a_region(iso=iso)) for iso in ("KZ-11", "KZ-15")
    )
    actor = holder_of(Role.SMALL_ASSEMBLY_CHAIR, own)
    act = record(actor=actor, issuer=Issuer.SMALL_ASSEMBLY_CHAIR)
    for issuer in set(Issuer) - {Issuer.SMALL_ASSEMBLY_CHAIR}:
        with pytest.raises(NotARecorder):
            record(actor=actor, issuer=issuer)
    seat = partial(include, category=Category.LOCAL_EXECUTIVE_BODY, act=act, actor=actor)
    assert seat(own).organization == own
    with pytest.raises(NotARecorder):
        seat(other)


def test_a_secretariat_records_for_its_own_small_assembly_only() -> None:
    own, other = (
        a_body(Classification.SMALL_ASSEMBLY, area=a_region(iso=iso)) for iso in ("KZ-11", "KZ-15")
    )
    secretariat = a_body(Classification.SECRETARIAT, parent=own)
    actor = holder_of(Role.SECRETARIAT_HEAD, secretariat)
    act = record(actor=actor, issuer=Issuer.SMALL_ASSEMBLY_CHAIR)
    with pytest.raises(NotARecorder):
        record(actor=actor, issuer=Issuer.CHAIR)
    seat = partial(include, category=Category.LOCAL_EXECUTIVE_BODY, act=act, actor=actor)
    assert seat(own).organization == own
    with pytest.raises(NotARecorder):
        seat(other)


def test_a_body_is_established_once() -> None:
    establish = partial(
        establish_body,
        occasion=an_occasion(),
        act=an_act(),
        classification=Classification.ASSEMBLY,
        name=WORDS,
    )
    body = establish()
    assert body.founding_date == SPRING
    with pytest.raises(BodyStands):
        establish()
    assert Organization.objects.count() == 1


def test_a_small_assembly_stands_in_a_region_and_alone_there() -> None:
    establish = partial(
        establish_body,
        occasion=an_occasion(),
        act=an_act(),
        classification=Classification.SMALL_ASSEMBLY,
        name=WORDS,
    )
    with pytest.raises(NoRegion):
        establish()
    region = a_region()
    assert establish(area=region).area == region
    with pytest.raises(BodyStands):
        establish(area=region)
    assert establish(area=a_region(iso="KZ-15")).pk


def test_advisory_bodies_are_created_by_the_chair_alone() -> None:
    establish = partial(
        establish_body,
        occasion=an_occasion(),
        classification=Classification.ADVISORY_BODY,
        name=WORDS,
    )
    with pytest.raises(SignedByAnother) as refused:
        establish(act=an_act(issuer=Issuer.DEPUTY_CHAIR))
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R11"
    body = establish(act=an_act(issuer=Issuer.CHAIR))
    assert entries_of(body.public_id)[0].verdicts


def test_a_stranger_establishes_nothing() -> None:
    stranger = an_occasion(actor=Actor("stranger"))
    act, body = an_act(), a_body()
    with pytest.raises(NotARecorder):
        establish_body(
            occasion=stranger, act=act, classification=Classification.COUNCIL, name=WORDS
        )
    with pytest.raises(NotARecorder):
        establish_post(occasion=stranger, act=act, organization=body, role=Role.CHAIR, label=WORDS)
    post = establish_post(
        occasion=an_occasion(), act=act, organization=body, role=Role.CHAIR, label=WORDS
    )
    assert (post.start_date, post.seats) == (SPRING, 1)
