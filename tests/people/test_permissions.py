"""Who keeps the register of persons: the charter of the day says it, and nobody without one."""

import datetime as dt

import pytest
from tests.bodies.builders import TODAY, a_body, a_holding, a_post

from shanyraq.bodies.enums import Role
from shanyraq.people.enums import Classification
from shanyraq.people.permissions import NotAKeeper, require_keeper
from shanyraq.platform.occasion import SYSTEM, Actor

pytestmark = pytest.mark.django_db


def holder_of(role: Role) -> Actor:
    kind = (
        Classification.WORKING_ORGAN if role == Role.WORKING_ORGAN else Classification.SECRETARIAT
    )
    return a_holding(a_post(role, body=a_body(kind))).person.actor


@pytest.mark.parametrize("role", [Role.WORKING_ORGAN, Role.SECRETARIAT_HEAD, Role.SECRETARIAT])
def test_whom_the_charter_lets_keep_a_roll_keeps_the_register(role: Role) -> None:
    require_keeper(actor=holder_of(role), on=TODAY)


@pytest.mark.parametrize("role", [Role.CHAIR, Role.DEPUTY_CHAIR, Role.SMALL_ASSEMBLY_CHAIR])
def test_others_do_not_and_are_told_the_clause(role: Role) -> None:
    with pytest.raises(NotAKeeper) as refused:
        require_keeper(actor=holder_of(role), on=TODAY)
    assert refused.value.verdict is not None
    assert refused.value.verdict.clause == "R12.1"


def test_after_the_repeal_nobody_keeps_the_register() -> None:
    keeper = holder_of(Role.WORKING_ORGAN)
    require_keeper(actor=keeper, on=dt.date(2011, 9, 6))
    with pytest.raises(NotAKeeper):
        require_keeper(actor=keeper, on=dt.date(2011, 9, 7))


def test_where_no_law_answers_only_the_installation_itself_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper = holder_of(Role.WORKING_ORGAN)
    require_keeper(actor=keeper, on=TODAY)
    monkeypatch.setattr("shanyraq.people.permissions.keeps_register", [])
    require_keeper(actor=SYSTEM, on=TODAY)
    with pytest.raises(NotAKeeper) as refused:
        require_keeper(actor=keeper, on=TODAY)
    assert refused.value.verdict is None
