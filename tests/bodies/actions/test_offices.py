"""Posts that go with an office: who enters the one holds the other, and hands over."""

import datetime as dt
from functools import partial

import pytest
from tests.bodies.builders import (
    NEXT_DAY,
    SPRING,
    SUMMER,
    a_body,
    a_document,
    a_post,
    a_seat,
    an_act,
    region_with_offices,
)
from tests.conftest import an_occasion
from tests.people.builders import a_person

from shanyraq.bodies.actions import (
    FollowsFromOffice,
    PostFilled,
    appoint,
    end_membership,
    establish_post,
)
from shanyraq.bodies.enums import Category, DocumentKind, Issuer, Role
from shanyraq.bodies.models import Membership, Post
from shanyraq.bodies.queries import handovers_of, holders
from shanyraq.people.models import Person, Wording
from shanyraq.platform.authority import posts_of

pytestmark = pytest.mark.django_db

AUTUMN = dt.date(2008, 9, 1)


def put(post: Post, person: Person, *, start: dt.date = SPRING) -> Membership:
    return appoint(
        occasion=an_occasion(),
        post=post,
        person=person,
        act=an_act(issuer=Issuer.PRESIDENT, date=start),
        start_date=start,
    )


def chairs(post: Post, day: dt.date) -> list[Person]:
    held = holders(Role.SMALL_ASSEMBLY_CHAIR, day, post.organization)
    return [one.person for one in held]


def test_the_akim_chairs_the_small_assembly_from_the_same_day() -> None:
    region, akim = region_with_offices(), a_person()
    held = put(region.akim, akim)
    assert chairs(region.chair, SPRING - dt.timedelta(days=1)) == []
    assert chairs(region.chair, SPRING) == [akim]
    followed = Membership.objects.get(post=region.chair)
    assert (followed.follows, followed.started_by) == (held, held.started_by)
    assert "small_assembly_chair" in {one.post for one in posts_of(akim.actor, SPRING)}


def test_nobody_is_put_into_a_post_that_goes_with_an_office_nor_out_of_it() -> None:
    region, akim = region_with_offices(), a_person()
    with pytest.raises(FollowsFromOffice) as refused:
        put(region.chair, akim)
    assert refused.value.facts["office"] == region.akim.label
    put(region.akim, akim)
    end = partial(end_membership, occasion=an_occasion(), act=an_act(), end_date=SUMMER)
    with pytest.raises(FollowsFromOffice):
        end(membership=Membership.objects.get(post=region.chair))
    end(membership=Membership.objects.get(post=region.akim))
    assert chairs(region.chair, SUMMER) == []


def test_a_post_of_the_same_kind_without_an_office_is_filled_by_an_act() -> None:
    small = region_with_offices(iso="KZ-15").assembly
    free = a_post(Role.SMALL_ASSEMBLY_CHAIR, body=small, seats=None)
    assert put(free, a_person()).follows is None


def test_a_change_of_akim_leaves_a_record_of_what_was_handed_over() -> None:
    region, former, new = region_with_offices(), a_person(), a_person(name="Абаев Сұлтан")
    first = put(region.akim, former)
    for name in ("Бірінші", "Екінші"):
        a_seat(region.assembly, name=name, category=Category.LOCAL_EXECUTIVE_BODY, start=NEXT_DAY)
    statute = a_document(
        region.assembly, DocumentKind.STATUTE, issuer=Issuer.SMALL_ASSEMBLY_CHAIR, start=NEXT_DAY
    )
    with pytest.raises(PostFilled):
        put(region.akim, new, start=SUMMER)
    end_membership(occasion=an_occasion(), membership=first, act=an_act(), end_date=SUMMER)
    put(region.akim, new, start=AUTUMN)
    assert (chairs(region.chair, SUMMER), chairs(region.chair, AUTUMN)) == ([], [new])
    (handover,) = handovers_of(region.assembly)
    assert (handover.left.person, handover.entered.person) == (former, new)
    assert (handover.on, handover.gap) == (AUTUMN, (SUMMER, AUTUMN))
    assert (handover.statute, handover.members) == (statute, 2)


def test_the_first_holder_takes_over_from_nobody() -> None:
    region = region_with_offices()
    put(region.akim, a_person())
    assert handovers_of(region.assembly) == []


def test_before_the_provision_is_known_no_post_follows() -> None:
    region = region_with_offices()
    day = dt.date(2001, 1, 15)
    put(region.akim, a_person(), start=day)
    assert chairs(region.chair, day) == []


def test_other_posts_of_the_same_body_follow_nothing() -> None:
    body = a_body()
    put(a_post(Role.CHAIR, body=body), a_person())
    assert Membership.objects.count() == 1


def test_a_post_established_later_is_held_at_once_by_whoever_holds_the_office() -> None:
    region, akim = region_with_offices(), a_person()
    small = region_with_offices(iso="KZ-15", name="Ақтөбе облысы").assembly
    held = put(region.akim, akim)
    act = an_act(issuer=Issuer.CHAIR, date=SUMMER)
    label = Wording(kk="Төраға", ru="Председатель", en="Chair")
    post = establish_post(
        occasion=an_occasion(),
        act=act,
        organization=small,
        role=Role.SMALL_ASSEMBLY_CHAIR,
        label=label,
        follows=region.akim,
    )
    assert chairs(post, SUMMER - dt.timedelta(days=1)) == []
    assert chairs(post, SUMMER) == [akim]
    assert Membership.objects.get(post=post).started_by == act
    end_membership(occasion=an_occasion(), membership=held, act=an_act(), end_date=AUTUMN)
    assert chairs(post, AUTUMN) == []


def test_whoever_left_the_office_before_holds_no_post_established_later() -> None:
    region = region_with_offices()
    held = put(region.akim, a_person())
    end_membership(occasion=an_occasion(), membership=held, act=an_act(), end_date=SUMMER)
    post = establish_post(
        occasion=an_occasion(),
        act=an_act(date=SUMMER),
        organization=region.assembly,
        role=Role.SMALL_ASSEMBLY_CHAIR,
        label=Wording(kk="Төраға", ru="Председатель", en="Chair"),
        follows=region.akim,
    )
    assert not Membership.objects.filter(post=post).exists()
