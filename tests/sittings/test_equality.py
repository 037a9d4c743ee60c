"""Nobody's language, region, gender or category changes what the law says (R2.2, S3.P2).

The same acts are carried out twice by members whose traits have been exchanged, and every verdict
on which they rest must be the same, word for word.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from ruamel.yaml import YAML
from tests.bodies.builders import a_region
from tests.sittings.builders import (
    Institution,
    a_plan,
    an_institution,
)

from shanyraq.bodies.enums import Category
from shanyraq.bodies.models import Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.law import find_pack
from shanyraq.people.enums import Gender, Language
from shanyraq.people.models import Area, Person
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.actions import (
    check_in,
    convene_session,
    open_session,
    prepare_session,
    register_many,
)
from shanyraq.sittings.models import Session
from shanyraq.sittings.queries import presence

MEMBERS = 6
FORBIDDEN = {
    "language", "gender", "sex", "ethnicity", "nationality", "region", "area", "religion", "faith",
    "race", "birth", "age", "category",
}  # fmt: skip


@dataclass(frozen=True)
class Traits:
    """What must decide nothing."""

    language: Language
    gender: str
    category: Category
    region: int


one_persons_traits = st.builds(
    Traits,
    language=st.sampled_from(Language),
    gender=st.sampled_from(["", *Gender.values]),
    category=st.sampled_from(Category),
    region=st.integers(0, 2),
)


def dress(house: Institution, traits: list[Traits], regions: list[Area]) -> None:
    """Give the members, and the officers after them, these traits."""
    officers = [house.chair, house.deputy, house.secretary]
    people = [seat.person for seat in house.seats] + officers
    for person, one in zip(people, traits, strict=True):
        Person.objects.filter(pk=person.pk).update(
            preferred_language=one.language, gender=one.gender
        )
    for seat, one in zip(house.seats, traits, strict=False):
        Membership.objects.filter(pk=seat.pk).update(
            category=one.category, area=regions[one.region]
        )


def what_the_law_said(house: Institution, present: int) -> list[tuple[str, str, int | None]]:
    """Convene, register and open a Session; answer the outcome of each act by its verdict."""
    session = prepare_session(occasion=house.by(house.secretary), plan=a_plan())
    session = convene_session(occasion=house.by(house.chair), session=session)
    clerk = house.by(house.secretary, on=session.day, hour=8)
    register_many(occasion=clerk, session=session, memberships=house.seats[1:present])
    own = house.by(house.member, on=session.day, hour=9)
    check_in(occasion=own, session=session, code=session.hall_code)
    said = [("open", _opening(house, session), presence(session).needed)]
    kept = StoredVerdict.objects.order_by("rule", "on", "outcome", "clause")
    told = kept.values_list("rule", "outcome", "clause")
    return said + [(rule, f"{outcome} {clause}", None) for rule, outcome, clause in told]


def _opening(house: Institution, session: Session) -> str:
    try:
        open_session(occasion=house.by(house.chair, on=session.day), session=session)
    except Refusal as refusal:
        return refusal.code
    return "opened"


class Equality(TestCase):
    """Exchanging traits exchanges nothing else."""

    @settings(max_examples=15, deadline=None)
    @given(
        traits=st.lists(one_persons_traits, min_size=MEMBERS + 3, max_size=MEMBERS + 3),
        present=st.integers(1, MEMBERS),
        data=st.data(),
    )
    def test_exchanging_traits_changes_no_verdict(
        self, traits: list[Traits], present: int, data: st.DataObject
    ) -> None:
        exchanged = data.draw(st.permutations(traits))
        assert self._said(traits, present) == self._said(exchanged, present)

    def _said(self, traits: list[Traits], present: int) -> list[tuple[str, str, int | None]]:
        """What the law says in an institution built, asked and taken down again."""
        with transaction.atomic():
            house = an_institution(members=MEMBERS)
            regions = [a_region(iso=f"KZ-{number}") for number in (10, 11, 15)]
            dress(house, traits, regions)
            said = what_the_law_said(house, present)
            transaction.set_rollback(True)
        return said


def test_no_fact_of_the_law_is_a_trait_of_a_person() -> None:
    told = YAML(typ="safe", pure=True).load(Path(find_pack("kz-assembly-2002")) / "rules.yaml")
    offices = {rule["by"] for rule in told["rules"] if rule["kind"] == "ex_officio"}
    names = [name for name in told["facts"] if set(name.split("_")) & FORBIDDEN]
    assert set(names) <= offices


@pytest.mark.django_db
@pytest.mark.parametrize("present", [2, MEMBERS])
def test_the_run_itself_reaches_both_a_yes_and_a_no(present: int) -> None:
    house = an_institution(members=MEMBERS)
    said = what_the_law_said(house, present)
    assert said[0][1] == ("opened" if present == MEMBERS else "no-quorum")
