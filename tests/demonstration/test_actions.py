"""Who builds a demonstration, and where."""

import pytest
from django.test import override_settings

from shanyraq.demonstration import building
from shanyraq.demonstration.actions import NotEmpty, OnlyTheBuilder, begin, complete
from shanyraq.demonstration.days import COMPOSED, occasion
from shanyraq.demonstration.institution import found
from shanyraq.people.actions import register_person
from shanyraq.people.models import Wording
from shanyraq.people.permissions import PersonasOff
from shanyraq.platform import clock
from shanyraq.platform.models import JournalEntry
from shanyraq.platform.occasion import Actor

pytestmark = pytest.mark.django_db

SOMEBODY = Actor("somebody")


def a_real_entry() -> None:
    name = Wording(kk="Асан", ru="Асан", en="Asan")
    register_person(occasion=occasion(COMPOSED, 9), name=name)


def test_outside_demonstrations_nothing_is_built() -> None:
    with pytest.raises(PersonasOff):
        building.build(fresh=False, say=print)
    assert not JournalEntry.objects.exists()


@override_settings(DEMONSTRATION=True)
def test_a_real_institution_is_not_built_over() -> None:
    a_real_entry()
    with pytest.raises(NotEmpty):
        building.build(fresh=False, say=print)
    assert JournalEntry.objects.count() == 1


@override_settings(DEMONSTRATION=True)
def test_the_date_is_set_by_the_installation_itself() -> None:
    with pytest.raises(OnlyTheBuilder):
        begin(occasion=occasion(COMPOSED, 9, actor=SOMEBODY))
    shift = begin(occasion=occasion(COMPOSED, 9))
    assert clock.today() == COMPOSED
    assert shift.days == clock.days_shifted()


@override_settings(DEMONSTRATION=True)
def test_completion_is_said_by_the_installation_itself() -> None:
    assembly = found().assembly
    with pytest.raises(OnlyTheBuilder):
        complete(occasion=occasion(COMPOSED, 9, actor=SOMEBODY), assembly=assembly)
    assert complete(occasion=occasion(COMPOSED, 9), assembly=assembly) == assembly
