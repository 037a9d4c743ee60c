"""An institution passes to another charter by its installation's own act, and by nobody else's."""

import pytest
from tests.conftest import an_occasion

from shanyraq.charter.actions import OnlyTheInstallation, SameCharter, UnknownCharter, swap_pack
from shanyraq.charter.models import PackVersion
from shanyraq.charter.queries import PACK, charter_pack
from shanyraq.law import find_pack, load_pack
from shanyraq.platform.journal import entries_of
from shanyraq.platform.occasion import SYSTEM, Actor

pytestmark = pytest.mark.django_db

OTHER = "model-council"


def test_both_packs_are_kept_and_the_change_is_journaled() -> None:
    change = swap_pack(occasion=an_occasion(actor=SYSTEM), to=OTHER)
    assert change.after.sha256 == load_pack(find_pack(OTHER)).sha256
    assert change.before.sha256 == charter_pack().sha256
    entry = entries_of(change.public_id)[0]
    assert (entry.facts["from"], entry.facts["to"]) == (PACK, OTHER)


def test_somebody_signed_in_cannot_do_it() -> None:
    with pytest.raises(OnlyTheInstallation):
        swap_pack(occasion=an_occasion(actor=Actor("somebody")), to=OTHER)
    assert not PackVersion.objects.exists()


def test_a_charter_in_use_already_is_no_change() -> None:
    with pytest.raises(SameCharter):
        swap_pack(occasion=an_occasion(actor=SYSTEM), to=PACK)


def test_an_unknown_charter_is_refused_by_its_name() -> None:
    with pytest.raises(UnknownCharter) as refused:
        swap_pack(occasion=an_occasion(actor=SYSTEM), to="no-such-pack")
    assert "no-such-pack" in refused.value.sentence
