"""A ballot box whose trustees are at browsers: what they make passes every door of the server."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django import Settings
from tests.elections.builders import House, a_house
from tests.elections.commission import Commission, Device, a_commission, an_electronic_election
from tests.journeys.booth import BoothPage, booth_in
from tests.journeys.trustees import BrowserTrustee, ask, opened
from tests.voting.builders import by

from shanyraq.ballots.sealed_messages import CeremonyKeys
from shanyraq.ballots.verifier import verify
from shanyraq.elections.actions import check_key, open_election, seal, submit_partial_decryption
from shanyraq.elections.actions.keys import KeyNotShown
from shanyraq.elections.enums import BoxState, KeyStep
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    count_of,
    group_of,
    key_check_message,
    messages_of,
    trustee_of,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db]


@pytest.fixture(scope="module")
def booth(browser: Browser) -> Iterator[BoothPage]:
    with booth_in(browser) as page:
        yield page


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """The browser's loop runs in the same thread, which Django takes for a view that waits."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(autouse=True)
def _own_files(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@dataclass
class AtBrowser(Device):
    """A trustee who keeps nothing but the file of the key that the page made."""

    page: BrowserTrustee | None = None

    @property
    def files(self) -> BrowserTrustee:
        """The page, with what it saved."""
        assert self.page is not None
        return self.page

    def answer(self, step: KeyStep, given: str) -> str:
        """The message of a step, made in the page."""
        steps = {
            KeyStep.CERTIFICATE: self.files.certify,
            KeyStep.POLYNOMIAL: self.files.deal,
            KeyStep.SHARE: self.files.accept,
        }
        message = steps[step](given)
        self.keys = CeremonyKeys.from_seed(self.keys.group, self.files.key.strip())
        self.private_key = json.loads(self.files.share or '{"private_key":""}')["private_key"]
        return message


def kept_share(box: BallotBox, device: Device) -> str:
    """What the trustee handed in in the third step, as the server kept it."""
    trustee = trustee_of(box, device.person)
    return next(one.body for one in messages_of(box, KeyStep.SHARE) if one.trustee == trustee)


def sitting(booth: BoothPage, house: House) -> Commission:
    """A commission of three whose first and last trustee are at browsers."""
    commission = a_commission(house, an_electronic_election(house, 2))
    group = group_of(commission.box)
    for place in (0, 2):
        old = commission.devices[place]
        page = BrowserTrustee(booth, group)
        commission.devices[place] = AtBrowser(old.person, old.keys, old.randomness, page=page)
    return commission


def shown(booth: BoothPage, box: BallotBox, device: AtBrowser, *, message: str = "") -> None:
    """A trustee at a browser shows that the key is at hand, for this box unless told."""
    told = {"group": box.group, "message": message or key_check_message(box)}
    files = {"key": device.files.key, "share": kept_share(box, device)}
    signature = ask(booth, "sign-check", **told, **files)["signature"]
    check_key(occasion=by(device.person.actor), box=box, signature=signature)


def gave_part(booth: BoothPage, commission: Commission, device: AtBrowser) -> None:
    """A trustee at a browser gives a part of the opening."""
    share = kept_share(commission.box, device)
    answer = opened(booth, commission.archive(), key=device.files.key, share=share)
    submit_partial_decryption(
        occasion=by(device.person.actor),
        box=commission.box,
        decryption=answer["payload"].encode(),
    )


def test_trustees_at_browsers_carry_an_election_from_the_key_to_the_result(
    booth: BoothPage,
) -> None:
    commission = sitting(booth, a_house())
    commission.make_key()
    first, second, third = commission.devices
    assert isinstance(first, AtBrowser)
    assert isinstance(third, AtBrowser)
    commission.give_out()
    clerk, chair = by(commission.house.hall.clerk), by(commission.house.hall.chair)
    seal(occasion=clerk, box=commission.box)
    with pytest.raises(KeyNotShown):
        shown(booth, commission.box, first, message="key check|another")
    shown(booth, commission.box, first)
    commission.check(second)
    shown(booth, commission.box, third)
    open_election(occasion=chair, election=commission.election)
    for voter, marks in enumerate([[0, 1], [1, 1], [0, 0]]):
        commission.vote(voter, marks)
    commission.count()
    commission.close()
    gave_part(booth, commission, third)
    gave_part(booth, commission, first)
    commission.conclude()
    commission.box.refresh_from_db()
    assert commission.box.state == BoxState.CONCLUDED
    count = count_of(commission.election)
    assert count is not None
    assert list(count.votes.values()) == [1, 2]
    assert verify(BytesIO(commission.archive())).is_valid
