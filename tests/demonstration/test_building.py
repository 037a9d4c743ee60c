"""The sample institution is what it says it is."""

import pytest
from django.db.models import F, Q

from shanyraq.assignments.models import Assignment
from shanyraq.assignments.queries.execution import overdue
from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import (
    assembly,
    council,
    holders,
    layers_of,
    members_in_office,
    small_assemblies,
)
from shanyraq.charter.queries import ask
from shanyraq.demonstration import building
from shanyraq.demonstration.days import ENLARGED, PAST_HELD, TODAY
from shanyraq.demonstration.emptying import is_demonstration
from shanyraq.demonstration.sample import sample
from shanyraq.law import Outcome
from shanyraq.membership.enums import Path, StepKind
from shanyraq.membership.models import Candidature
from shanyraq.people.models import User
from shanyraq.people.queries import leading_personas, other_personas
from shanyraq.platform import clock, journal
from shanyraq.platform.models import JournalEntry
from shanyraq.sittings.enums import Kind, State
from shanyraq.sittings.models import ExtraordinaryRequest, Invitation, Paper, Session
from shanyraq.sittings.queries import presence
from shanyraq.voting.models import Decision, Dissent, Vote

pytestmark = [pytest.mark.usefixtures("built"), pytest.mark.django_db]


def test_exactly_four_hundred_members_are_in_office() -> None:
    assert members_in_office(assembly(), TODAY).count() == 400
    assert members_in_office(assembly(), PAST_HELD).count() == 396


def test_no_two_members_have_the_same_name() -> None:
    members = members_in_office(assembly(), TODAY)
    assert len({member.person.name_en for member in members}) == 400


def test_sixteen_small_assemblies_stand_with_their_chairs_and_heads() -> None:
    assert small_assemblies().count() == 16
    assert holders(Role.SMALL_ASSEMBLY_CHAIR, TODAY).count() == 16
    assert holders(Role.SECRETARIAT_HEAD, TODAY).count() == 16


def test_the_posts_of_the_assembly_are_filled() -> None:
    assert holders(Role.CHAIR, TODAY).count() == 1
    assert holders(Role.DEPUTY_CHAIR, TODAY).count() == 2
    assert holders(Role.WORKING_ORGAN, TODAY).count() == 2
    assert members_in_office(council(), TODAY).count() == 60


def test_one_session_is_over_and_one_is_announced() -> None:
    sessions = Session.objects.filter(kind=Kind.ORDINARY)
    assert list(sessions.values_list("number", "state")) == [
        (15, State.ANNOUNCED),
        (14, State.CLOSED),
    ]
    assert Paper.objects.count() == 7


def test_the_coming_session_is_one_member_short_of_its_quorum() -> None:
    there = presence(Session.objects.get(number=15))
    assert (there.members, there.present, there.needed) == (400, 266, 267)
    assert not there.verdict.met


def test_the_past_session_adopted_one_question_and_not_the_other() -> None:
    past = Vote.objects.filter(session__number=14).order_by("opened_at")
    results = past.values_list("base", "votes_for", "adopted")
    assert list(results) == [(317, 308, True), (321, 277, True), (321, 142, False)]
    decision = Decision.objects.get()
    assert (decision.number, decision.legal_effect) == ("14/1", "recommendatory")


def test_one_opinion_came_at_once_and_one_after_the_closing() -> None:
    later = Q(added_at__gt=F("decision__vote__session__closed_at"))
    assert (Dissent.objects.count(), Dissent.objects.filter(later).count()) == (2, 1)


def test_the_council_has_met_and_a_poll_of_it_is_open() -> None:
    meeting = Session.objects.get(kind=Kind.MEETING)
    poll = Session.objects.get(kind=Kind.POLL)
    assert (meeting.body, meeting.state) == (council(), State.CLOSED)
    assert poll.state == State.OPEN
    assert poll.ends_at is not None
    assert poll.ends_at > clock.now()


def test_one_candidate_has_been_considered_and_one_waits() -> None:
    considered = Candidature.objects.of_institution().exclude(path=Path.CHAIR).order_by("pk")
    assert [one.steps.filter(kind=StepKind.CONSIDERATION).exists() for one in considered] == [
        True,
        False,
    ]


def test_later_members_were_included_at_the_chairs_discretion() -> None:
    alone = Candidature.objects.of_institution().filter(path=Path.CHAIR)
    assert {one.seat.start_date for one in alone if one.seat} == {ENLARGED}
    assert alone.count() == sample().crowd.all - sample().crowd.first


def test_members_ask_for_an_extraordinary_session_and_are_too_few() -> None:
    request = ExtraordinaryRequest.objects.get()
    facts = {"members": 400, "signatures": request.signatures.count()}
    assert ask("extraordinary_request", on=TODAY, facts=facts).outcome == Outcome.NOT_MET


def test_the_decision_is_being_carried_out() -> None:
    states = Assignment.objects.of_institution().order_by("pk").values_list("state", flat=True)
    assert list(states) == ["accepted", "reported", "taken_up", "given", "given"]
    assert overdue(TODAY).of_institution().exists()


def test_every_small_assembly_lives_by_a_statute_and_one_by_a_stricter_one() -> None:
    packs = [layers_of(body, TODAY) for body in small_assemblies()]
    assert len(packs) == 16
    assert len(set(packs)) == 2
    assert all(packs)


def test_everybody_was_invited() -> None:
    assert Invitation.objects.filter(session__number=14).count() == 396
    assert Invitation.objects.filter(session__number=15).count() == 400


def test_the_personas_sign_in_without_a_password() -> None:
    assert list(leading_personas().values_list("title_en", flat=True)) == [
        "Chair",
        "Deputy Chair",
        "Secretary, Working Organ",
        "Clerk, Working Organ",
        "Member, speaks Kazakh",
        "Member, speaks Russian",
        "Member, speaks English",
        "Head of a small assembly's secretariat",
    ]
    assert other_personas().count() == 400 - 4
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_the_institution_stands_on_its_day() -> None:
    assert clock.today() == TODAY


def test_the_journal_is_whole() -> None:
    assert journal.verify() == []


def test_the_builder_names_those_who_can_sign_in(built: list[str]) -> None:
    assert built[-1] == "  Head of a small assembly's secretariat: Garyshkerova Gulnaz"
    assert "  Chair: Aksagymova Inga" in built


def test_a_second_build_changes_nothing() -> None:
    before = JournalEntry.objects.count()
    said: list[str] = []
    building.build(fresh=False, say=said.append)
    assert said[0] == "The demonstration is there already."
    assert JournalEntry.objects.count() == before


def test_it_is_known_for_a_demonstration() -> None:
    assert is_demonstration()
