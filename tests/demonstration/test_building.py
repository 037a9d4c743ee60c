"""The sample institution is what it says it is."""

import pytest
from django.db.models import F, Q

from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import (
    assembly,
    council,
    holders,
    members_in_office,
    small_assemblies,
)
from shanyraq.demonstration import building
from shanyraq.demonstration.days import PAST_HELD, TODAY
from shanyraq.demonstration.emptying import is_demonstration
from shanyraq.people.models import User
from shanyraq.people.queries import leading_personas, other_personas
from shanyraq.platform import clock, journal
from shanyraq.platform.models import JournalEntry
from shanyraq.sittings.enums import State
from shanyraq.sittings.models import Invitation, Paper, Session
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
    assert list(Session.objects.values_list("number", "state")) == [
        (15, State.ANNOUNCED),
        (14, State.CLOSED),
    ]
    assert Paper.objects.count() == 7


def test_the_coming_session_is_one_member_short_of_its_quorum() -> None:
    there = presence(Session.objects.get(number=15))
    assert (there.members, there.present, there.needed) == (400, 266, 267)
    assert not there.verdict.met


def test_the_past_session_adopted_one_question_and_not_the_other() -> None:
    results = Vote.objects.order_by("opened_at").values_list("base", "votes_for", "adopted")
    assert list(results) == [(317, 308, True), (321, 277, True), (321, 142, False)]
    decision = Decision.objects.get()
    assert (decision.number, decision.legal_effect) == ("14/1", "recommendatory")


def test_one_opinion_came_at_once_and_one_after_the_closing() -> None:
    later = Q(added_at__gt=F("decision__vote__session__closed_at"))
    assert (Dissent.objects.count(), Dissent.objects.filter(later).count()) == (2, 1)


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
