"""Every action x every post x own or other body: the table, and the actions themselves, agree.

The table is made from the register. Then the actions are really called as the holder of each post,
and the door opens exactly where the charter gives one of the powers that the call is about.
"""

from collections.abc import Iterator

import pytest
from tests.architecture.calling import Call, opened
from tests.architecture.calls import CALLS
from tests.architecture.institution import TABLE
from tests.architecture.local_calls import LOCAL_CALLS

from shanyraq.platform.register import REGISTER


@pytest.mark.parametrize("name", [entry.name for entry in TABLE.actions()])
def test_every_action_declares_the_powers_that_open_it(name: str) -> None:
    entry = REGISTER[name]
    assert entry.powers or entry.local, "declare powers= or local= at its @action"
    for power in TABLE.powers_of(entry, own=True):
        assert TABLE.law().holders(power), power


def test_the_page_is_current() -> None:
    written = TABLE.TARGET.read_text(encoding="utf-8")
    assert written == TABLE.document(), "run tools/authorisation.py"


def test_nobody_may_what_the_charter_gives_to_a_post() -> None:
    open_to_nobody = [e.name for e in TABLE.actions() if TABLE.cell(e, TABLE.NOBODY) != TABLE.NO]
    assert open_to_nobody == []


@pytest.mark.django_db
@pytest.mark.parametrize("own", [True, False], ids=["own", "other"])
@pytest.mark.parametrize("call", LOCAL_CALLS, ids=lambda call: call.name)
def test_what_is_a_small_assemblys_opens_to_its_own_posts(call: Call, *, own: bool) -> None:
    expected = {role: call.expects(role, own=own) for role in TABLE.ROLES}
    assert opened(call, own=own) == expected


@pytest.mark.django_db
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_what_is_the_institutions_opens_to_the_posts_of_the_charter(call: Call) -> None:
    expected = {role: call.expects(role, own=True) for role in TABLE.ROLES}
    assert opened(call, own=True) == expected


@pytest.mark.parametrize("call", [*LOCAL_CALLS, *CALLS], ids=lambda call: call.name)
def test_a_call_is_about_powers_that_its_action_declares(call: Call) -> None:
    entry = REGISTER[call.name]
    assert set(call.asked) <= set(entry.powers)
    assert set(call.local) <= set(entry.local)


def called() -> Iterator[str]:
    yield from (call.name for call in [*LOCAL_CALLS, *CALLS])


def test_every_chapter_is_called() -> None:
    chapters = {
        entry.name.partition(".")[0]
        for entry in TABLE.actions()
        if TABLE.powers_of(entry, own=True)
    }
    assert {name.partition(".")[0] for name in called()} == chapters
