"""Which desks and roles somebody has: by the powers the law of the day gives."""

import datetime as dt

import pytest
from django.utils import translation
from tests.bodies.builders import a_body, a_holding, a_post
from tests.people.builders import a_person, a_persona
from tests.sittings.builders import TODAY, Institution, a_session, an_institution

from shanyraq.bodies.enums import Role
from shanyraq.desks.queries.places import places_of, roles_offered
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.sittings.enums import State

pytestmark = pytest.mark.django_db

REPEAL = dt.date(2011, 9, 7)


def labels(institution: Institution, person: Person, *, on: dt.date = TODAY) -> list[str]:
    with translation.override("en"):
        return [place.label for place in places_of(institution.by(person, on=on))]


def test_each_has_the_desk_the_law_gives() -> None:
    institution = an_institution()
    a_session(institution.assembly, number=15)
    assert labels(institution, institution.secretary) == ["Secretary's desk"]
    assert labels(institution, institution.chair)[0] == "Chair's desk"
    assert labels(institution, institution.deputy)[0] == "Deputy Chair's desk"
    assert "for members" in labels(institution, institution.member)[0]
    assert labels(institution, a_person()) == []


@pytest.mark.parametrize("who", ["secretary", "chair", "deputy", "member"])
def test_after_the_repeal_nobody_has_a_desk(who: str) -> None:
    institution = an_institution()
    a_session(institution.assembly, state=State.CLOSED)
    person: Person = getattr(institution, who)
    assert labels(institution, person, on=REPEAL - dt.timedelta(days=1))
    assert not labels(institution, person, on=REPEAL)


def test_roles_are_told_by_what_the_law_lets_them_do() -> None:
    person = a_persona().user.person
    assert person is not None
    a_holding(a_post(Role.SECRETARIAT_HEAD, body=a_body(Classification.SECRETARIAT)), person=person)
    with translation.override("en"):
        lines = [role.line for on in (TODAY, REPEAL) for role in roles_offered(on)]
    assert lines == ["Keeps the record of the body of a region.", "Reads what everybody may read."]
