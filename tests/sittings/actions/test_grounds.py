"""On what a question rests: a provision of the charter, a member in office who reports."""

import datetime as dt

import pytest
from tests.people.builders import a_person
from tests.sittings.builders import TODAY, Institution, a_plan, a_question, an_institution

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import fields_of_law, is_field_of_law, law_on
from shanyraq.people.models import Person
from shanyraq.sittings.actions import Question, add_item, change_item, prepare_session
from shanyraq.sittings.actions._grounds import (
    CompetenceMissing,
    RapporteurMissing,
    RapporteurNotMember,
)
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import AgendaItem, Session

pytestmark = pytest.mark.django_db


def itself() -> str:
    """The provision that gives the Session the power over other questions."""
    return law_on(TODAY).can(ItemKind.OTHER_QUESTIONS, {"session"}).clause


def another(competence: str) -> Question:
    return a_question(kind=ItemKind.OTHER_QUESTIONS, competence=competence)


def a_report(rapporteur: Person | None) -> Question:
    return a_question(kind=ItemKind.MEMBER_REPORTS, rapporteur=rapporteur)


def prepared(house: Institution, question: Question) -> Session:
    plan = a_plan(agenda=[question])
    return prepare_session(occasion=house.by(house.secretary), plan=plan)


def added(house: Institution, session: Session, question: Question) -> AgendaItem:
    return add_item(occasion=house.by(house.secretary), session=session, question=question)


def test_a_question_of_competence_names_a_provision_in_force() -> None:
    house = an_institution()
    for wrong in ("", "R99.1", itself()):
        with pytest.raises(CompetenceMissing) as refused:
            prepared(house, another(wrong))
        assert refused.value.verdict is not None
        assert refused.value.verdict.clause == itself()
    session = prepared(house, another("R6.6"))
    assert session.items.get(kind=ItemKind.OTHER_QUESTIONS).competence == "R6.6"


def test_it_is_asked_again_when_a_question_is_added_or_reworded() -> None:
    house = an_institution()
    session = prepared(house, another("R6.6"))
    with pytest.raises(CompetenceMissing):
        added(house, session, another(""))
    item = added(house, session, another("R5.2"))
    occasion = house.by(house.secretary, hour=11)
    with pytest.raises(CompetenceMissing):
        change_item(occasion=occasion, item=item, question=another("R6.66"))
    assert change_item(occasion=occasion, item=item, question=another("R6.1")).competence == "R6.1"


def test_the_provisions_on_offer_are_those_in_force_that_day() -> None:
    offered = {field.address for field in fields_of_law(TODAY, "en")}
    assert {"R6.1", "R5.2"} <= offered
    assert all(is_field_of_law(address, TODAY) for address in offered)
    after = dt.date(2012, 3, 1)
    assert fields_of_law(after, "en") == []
    assert not is_field_of_law("R6.1", after)


def test_a_report_is_given_by_a_member_in_office() -> None:
    house = an_institution()
    with pytest.raises(RapporteurMissing):
        prepared(house, a_report(None))
    with pytest.raises(RapporteurNotMember):
        prepared(house, a_report(a_person(name="Бөтен")))
    with pytest.raises(RapporteurNotMember):
        prepared(house, a_report(house.secretary))
    session = prepared(house, a_report(house.member))
    Membership.objects.filter(pk=house.seats[1].pk).update(end_date=TODAY)
    with pytest.raises(RapporteurNotMember):
        added(house, session, a_report(house.seats[1].person))
    assert added(house, session, a_report(house.seats[2].person)).rapporteur


def test_a_draft_and_a_report_want_a_text_and_are_not_refused_without() -> None:
    house = an_institution()
    session = prepared(house, a_question(kind=ItemKind.CONCEPTS_AND_PROGRAMMES))
    assert session.items.get(kind=ItemKind.CONCEPTS_AND_PROGRAMMES).needs_text
    assert not added(house, session, another("R6.6")).needs_text
