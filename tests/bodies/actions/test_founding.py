"""A region enters the institution by one act: its bodies, and the posts that follow offices."""

import datetime as dt

import pytest
from tests.bodies.builders import (
    SPRING,
    TODAY,
    a_body,
    a_region,
    an_act,
    holder_of,
    secretary,
)
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import BodyStands, NotARegion, appoint, found_small_assembly
from shanyraq.bodies.enums import Issuer, Role
from shanyraq.bodies.models import Act, Membership, Post
from shanyraq.bodies.permissions import OFFICE_RULES, NotARecorder, SignedElsewhere
from shanyraq.bodies.queries import regions_without_small_assembly
from shanyraq.charter.queries import ask, word_of_charter
from shanyraq.people.enums import Classification
from shanyraq.people.models import Area, Organization, Wording
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import SYSTEM, Actor

pytestmark = pytest.mark.django_db

SMALL = Wording(kk="Абай облысының кіші ассамблеясы", ru="Малая ассамблея", en="Small assembly")
OFFICE = Wording(kk="Хатшылық", ru="Секретариат", en="Secretariat")


@pytest.fixture(autouse=True)
def assembly() -> Organization:
    """The Assembly, to whose record the regions belong."""
    return a_body()


def found(
    area: Area,
    *,
    actor: Actor = SYSTEM,
    act: Act | None = None,
    start: dt.date = TODAY,
    request_key: str = "",
) -> Organization:
    return found_small_assembly(
        occasion=an_occasion(actor=actor, on=TODAY, request_key=request_key),
        act=act or an_act(),
        area=area,
        name=SMALL,
        secretariat=OFFICE,
        start_date=start,
    )


def posts(body: Organization) -> dict[str, Post]:
    return {post.role: post for post in Post.objects.filter(organization=body)}


def test_the_secretary_establishes_everything_of_a_region_at_once() -> None:
    area, act = a_region(), an_act()
    small = found(area, actor=secretary(), act=act)
    assert (small.area, small.founding_date, small.name_kk) == (area, TODAY, SMALL.kk)
    office = Organization.objects.get(parent=small)
    assert office.classification == Classification.SECRETARIAT
    assert (office.area, office.founding_date, office.name_ru) == (area, TODAY, OFFICE.ru)
    local, heads = posts(small), posts(office)
    assert set(local) == {
        Role.AKIM,
        Role.SMALL_ASSEMBLY_CHAIR,
        Role.SMALL_ASSEMBLY_DEPUTY_CHAIR,
    }
    assert local[Role.SMALL_ASSEMBLY_CHAIR].follows == local[Role.AKIM]
    head = heads[Role.SECRETARIAT_HEAD]
    assert local[Role.SMALL_ASSEMBLY_DEPUTY_CHAIR].follows == head
    assert {post.start_date for post in (*local.values(), head)} == {TODAY}
    entry = entries_of(small.public_id)[-1]
    assert entry.action == "bodies.found_small_assembly"
    assert (entry.facts["act"], entry.facts["region"]) == (act.public_id, area.iso)


def test_its_posts_bear_the_charters_words() -> None:
    chair = posts(found(a_region()))[Role.SMALL_ASSEMBLY_CHAIR]
    word = word_of_charter(Role.SMALL_ASSEMBLY_CHAIR, "kk")
    assert word is not None
    assert chair.label_kk.lower() == word.lower()
    assert len({chair.label_kk, chair.label_ru, chair.label_en}) == 3


def test_the_regions_head_chairs_it_from_the_day_of_entering_office() -> None:
    small = found(a_region())
    akim = posts(small)[Role.AKIM]
    person = a_person()
    appoint(
        occasion=an_occasion(on=TODAY),
        post=akim,
        person=person,
        act=an_act(issuer=Issuer.PRESIDENT),
        start_date=TODAY,
    )
    chair = Membership.objects.get(post__role=Role.SMALL_ASSEMBLY_CHAIR)
    assert (chair.person, chair.start_date, chair.organization) == (person, TODAY, small)


def test_where_the_charter_gives_the_chair_to_no_office_the_post_follows_none() -> None:
    after = dt.date(2011, 9, 7)
    rule, fact = OFFICE_RULES[Role.SMALL_ASSEMBLY_CHAIR]
    assert ask(rule, on=TODAY, facts={fact: True}).met
    assert not ask(rule, on=after, facts={fact: True}).met
    small = found(a_region(), start=after)
    assert posts(small)[Role.SMALL_ASSEMBLY_CHAIR].follows is None


def test_a_region_has_one_small_assembly_and_another_region_its_own() -> None:
    area, other = a_region(), a_region(iso="KZ-15", name="Ақтөбе облысы")
    assert set(regions_without_small_assembly(TODAY)) == {area, other}
    small = found(area)
    assert set(regions_without_small_assembly(TODAY)) == {other}
    with pytest.raises(BodyStands) as refused:
        found(area)
    assert refused.value.facts["body"] == small.name
    assert found(other).area == other


def test_it_begins_no_earlier_than_the_one_before_has_ended() -> None:
    area = a_region()
    former = a_body(Classification.SMALL_ASSEMBLY, area=area, founding_date=SPRING)
    former.dissolution_date = TODAY
    former.save(update_fields=["dissolution_date"])
    with pytest.raises(BodyStands):
        found(area, start=TODAY - dt.timedelta(days=1))
    assert found(area, start=TODAY).pk


def test_a_region_is_entered_while_it_exists() -> None:
    area = a_region()
    area.valid_from, area.valid_until = SPRING, TODAY
    area.save(update_fields=["valid_from", "valid_until"])
    for day in (SPRING - dt.timedelta(days=1), TODAY):
        with pytest.raises(NotARegion):
            found(area, start=day)
    assert found(area, start=TODAY - dt.timedelta(days=1)).pk


def test_only_who_keeps_everybodys_record_enters_a_region() -> None:
    area, other = a_region(), a_region(iso="KZ-15", name="Ақтөбе облысы")
    region = a_body(Classification.SMALL_ASSEMBLY, area=other)
    office = a_body(Classification.SECRETARIAT, parent=region)
    for role, body in ((Role.SECRETARIAT_HEAD, office), (Role.SMALL_ASSEMBLY_CHAIR, region)):
        with pytest.raises(NotARecorder):
            found(area, actor=holder_of(role, body))
    assert not Organization.objects.filter(area=area).exists()
    assert found(area, actor=secretary()).pk


def test_an_act_of_another_regions_chair_establishes_nothing_here() -> None:
    area, other = a_region(), a_region(iso="KZ-15", name="Ақтөбе облысы")
    act = an_act(issuer=Issuer.SMALL_ASSEMBLY_CHAIR)
    act.body = a_body(Classification.SMALL_ASSEMBLY, area=other)
    act.save(update_fields=["body"])
    with pytest.raises(SignedElsewhere):
        found(area, act=act)
    assert not Organization.objects.filter(area=area).exists()


def test_the_same_request_twice_establishes_one() -> None:
    area = a_region()
    once = found(area, request_key="k1")
    assert found(area, request_key="k1") == once
    assert Organization.objects.filter(area=area).count() == 2
