"""What is told of members: provenance, activity, rights and duties, the composition."""

import datetime as dt

import pytest
from tests.bodies.builders import SPRING, TODAY, a_seat
from tests.membership.builders import (
    House,
    a_house,
    a_sitting,
    a_vote,
    an_item,
    approved,
    considered,
    nominated,
    signed,
)
from tests.people.builders import a_person

from shanyraq.bodies.models import Membership
from shanyraq.charter.queries import charter_pack
from shanyraq.law.kinds import DutyRule, RightRule
from shanyraq.membership import hooks
from shanyraq.membership.actions import include_at_discretion, leave
from shanyraq.membership.enums import Path, StepKind
from shanyraq.membership.hooks import ActivityFact
from shanyraq.membership.models import Candidature
from shanyraq.membership.queries.activity import activity_of
from shanyraq.membership.queries.composition import LEAST, composition_on
from shanyraq.membership.queries.dossier import provenance_of
from shanyraq.membership.queries.rights import duties, rights
from shanyraq.membership.queries.way import chain_of, steps_of, taken, way
from shanyraq.people.enums import Gender
from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, Kind, Means, State
from shanyraq.sittings.models import Attendance
from shanyraq.voting.enums import Method
from shanyraq.voting.models import Ballot, Voter

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return a_house()


@pytest.mark.parametrize("path", list(Path))
def test_the_steps_of_every_path_are_the_charters(path: Path) -> None:
    chain = chain_of(path)
    done: set[str] = set()
    for step in chain.steps:
        assert way(path, done, TODAY).value == StepKind(step.id)
        done.add(step.id)
    assert way(path, done, TODAY).met


def test_each_step_of_a_candidature_says_where_it_stands(house: House) -> None:
    candidature = nominated(house)
    considered(house, candidature)
    found = Candidature.objects.get(pk=candidature.pk)
    phases = [step.phase for step in steps_of(found, TODAY)]
    assert phases == ["done", "done", "current", "later"]
    assert all(step.clause and step.takers for step in steps_of(found, TODAY))


def test_a_submission_counts_once_enough_deputies_submitted(house: House) -> None:
    candidature = nominated(house)
    assert StepKind.SUBMISSION not in taken(list(candidature.steps.all()), TODAY)


def test_a_membership_tells_its_way(house: House) -> None:
    candidature = approved(house)
    (found,) = provenance_of(candidature.person)
    assert found.candidature == candidature
    assert [step.kind for step in found.steps] == [
        step.id for step in chain_of(candidature.path).steps
    ]
    assert found.seat.started_by == found.steps[-1].act


def test_a_seat_of_the_past_has_its_act_alone(house: House) -> None:
    (found,) = provenance_of(house.seat.person)
    assert (found.candidature, found.steps) == (None, [])


def test_a_seat_in_the_council_is_no_membership_of_the_assembly(house: House) -> None:
    council_only = a_person(name="Кеңес мүшесі")
    a_seat(house.council, person=council_only)
    assert provenance_of(council_only) == []


def test_attendance_is_counted_while_there_was_a_seat(house: House) -> None:
    was_there = a_sitting(house.assembly, kind=Kind.ORDINARY, state=State.CLOSED, number=1)
    a_sitting(house.assembly, kind=Kind.ORDINARY, state=State.CLOSED, number=2)
    before = SPRING - dt.timedelta(days=3)
    a_sitting(house.assembly, kind=Kind.ORDINARY, state=State.CLOSED, number=3, day=before)
    a_sitting(house.small, state=State.CLOSED, number=4)
    Attendance.objects.create(
        session=was_there,
        membership=house.seat,
        arrived_at=was_there.starts_at,
        left_at=was_there.starts_at,
        means=Means.CODE,
    )
    told = activity_of(house.seat.person, TODAY)
    assert {one.session.number: one.there for one in told.sittings} == {1: True, 2: False}
    assert (told.facts[0].count, told.facts[0].of) == (1, 2)


def test_votes_are_counted_and_not_how_somebody_voted(house: House) -> None:
    session = a_sitting(house.assembly, kind=Kind.ORDINARY)
    for choice in ("for", "against", None):
        item = an_item(session, ItemKind.MEMBER_REPORTS, about="")
        vote = a_vote(item, adopted=True)
        vote.method = Method.OPEN_ELECTRONIC
        vote.save(update_fields=["method"])
        voter = Voter.objects.create(vote=vote, membership=house.seat)
        if choice:
            Ballot.objects.create(voter=voter, choice=choice, cast_at=session.starts_at)
    hands = a_vote(an_item(session, ItemKind.MEMBER_REPORTS, about=""), adopted=True)
    Voter.objects.create(vote=hands, membership=house.seat)
    told = activity_of(house.seat.person, TODAY)
    assert [(fact.count, fact.of) for fact in told.facts[1:2]] == [(2, 3)]


def test_a_chapter_above_adds_what_it_knows(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def part(person: Person, on: dt.date) -> list[ActivityFact]:
        return [ActivityFact(label=f"{person.pk} {on}", count=7)]

    monkeypatch.setattr(hooks, "activity_parts", hooks.activity_parts)
    hooks.activity_parts.append(part)
    try:
        assert activity_of(house.seat.person, TODAY).facts[-1].count == 7
    finally:
        hooks.activity_parts.remove(part)


def test_rights_and_duties_are_the_charters(house: House) -> None:
    del house
    members = {"member", "small_assembly_member"}
    for kind, told in ((RightRule, rights(TODAY, "en")), (DutyRule, duties(TODAY, "en"))):
        rules = [rule for rule in charter_pack().book.rules if isinstance(rule, kind)]
        clauses = {rule.clause for rule in rules if members & set(rule.holders)}
        assert {one.clause for one in told} == clauses
        assert all(one.does and one.holders for one in told)


def test_a_right_is_marked_when_it_is_not_in_force() -> None:
    assert not any(one.in_force for one in rights(dt.date(2012, 1, 1), "en"))
    assert all(one.in_force for one in rights(TODAY, "en"))


def test_paths_entries_and_exits_are_counted(house: House) -> None:
    approved(house)
    include_at_discretion(
        occasion=house.by(house.chair), who=a_person(name="Ғалым"), signed=signed()
    )
    leave(occasion=house.by(house.seat.person), seat=house.seat)
    told = composition_on(TODAY)
    assert told.total == 2
    assert sum(share.count for share in told.paths) == told.total
    assert [(row.year, row.entries, row.exits) for row in told.years] == [(2008, 3, 1)]


def test_genders_are_shown_only_when_no_group_is_small(house: House) -> None:
    def given(gender: Gender, count: int) -> None:
        for number in range(count):
            person = a_person(name=f"{gender} {number}")
            Person.objects.filter(pk=person.pk).update(gender=gender)
            a_seat(house.assembly, person=person)

    given(Gender.FEMALE, LEAST)
    assert composition_on(TODAY).genders is None
    Membership.objects.filter(pk=house.seat.pk).delete()
    given(Gender.MALE, LEAST - 1)
    assert composition_on(TODAY).genders is None
    given(Gender.MALE, 1)
    told = composition_on(TODAY).genders
    assert told is not None
    assert [share.count for share in told] == [LEAST, LEAST]


def test_ages_are_shown_only_when_no_group_is_small(house: House) -> None:
    Membership.objects.filter(pk=house.seat.pk).delete()
    for number in range(LEAST * 2):
        person = a_person(name=f"Жас {number}")
        born = dt.date(1985 if number % 2 else 1940, 1, 1)
        Person.objects.filter(pk=person.pk).update(birth_date=born)
        a_seat(house.assembly, person=person)
    told = composition_on(TODAY).ages
    assert told is not None
    assert [share.count for share in told] == [LEAST, LEAST]
