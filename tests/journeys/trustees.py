"""Trustees of a key ceremony, at a browser or at a program of their own, and who leads them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.ballots.builders import seeded
from tests.journeys.booth import BoothPage

from shanyraq.ballots.ceremony_records import Dealing, Hand, Place, Share
from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.key_generation import (
    Ceremony,
    accept,
    conclude,
    deal,
    hands,
    make_certificate,
    open_private_key,
)
from shanyraq.ballots.pedersen import Pedersen
from shanyraq.ballots.records import canonical, read_json, read_list, read_object
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed
from shanyraq.ballots.trustee_keys import SignedMessage

#: What the page of a trustee does: one message to the worker, its failure told by its code. Bytes
#: cross into the page as Base64.
ASK = """window.visit ??= new booth.Booth();
  const { type, archive, ...rest } = told;
  const bytes = archive && Uint8Array.from(atob(archive), (one) => one.charCodeAt(0));
  const whole = bytes ? { ...rest, archive: bytes } : rest;
  return window.visit.ask(type, whole).catch(({ code, detail }) => ({ code, detail }));"""


def ask(booth: BoothPage, type_: str, **told: object) -> dict[str, Any]:
    """What the worker answers, or the code and the detail of its failure."""
    return booth.run(ASK, dict, type=type_, **told)


def opened(booth: BoothPage, archive: bytes, **files: str) -> dict[str, Any]:
    """What the files of a trustee make of an archive that the page has counted."""
    counted = ask(booth, "count", archive=booth.packed(archive))
    return counted if "code" in counted else {**counted, **ask(booth, "decrypt", **files)}


def text(content: object) -> str:
    """A message as it is handed in."""
    return canonical(content).decode()


class Trustee(Protocol):
    """Somebody who holds the file of a key and answers each step."""

    key: str
    share: str

    def certify(self, given: str) -> str:
        """First step."""

    def deal(self, given: str) -> str:
        """Second step."""

    def accept(self, given: str) -> str:
        """Third step."""


@dataclass
class BrowserTrustee:
    """A trustee at the page."""

    booth: BoothPage
    group: Group
    key: str = ""
    share: str = ""
    fingerprint: str = ""

    def certify(self, given: str) -> str:
        made = ask(self.booth, "ceremony-certificate", input=given)
        self.key = made["key"]
        return str(made["message"])

    def deal(self, given: str) -> str:
        return self._message("ceremony-polynomial", given)

    def accept(self, given: str) -> str:
        self.share = self._message("ceremony-share", given)
        return self.share

    def _message(self, type_: str, given: str) -> str:
        told = {"group": self.group.name, "input": given, "key": self.key}
        answer = ask(self.booth, type_, **told)
        assert "message" in answer, answer
        self.fingerprint = str(answer.get("fingerprint", ""))
        return str(answer["message"])


@dataclass
class PythonTrustee:
    """A trustee with the pure core."""

    group: Group
    randomness: Randomness
    key: str = ""
    share: str = ""

    @property
    def keys(self) -> CeremonyKeys:
        return CeremonyKeys.from_seed(self.group, self.key.strip())

    def certify(self, given: str) -> str:
        self.key = new_seed(self.randomness) + "\n"
        place = Place.read(read_json(given.encode()))
        return text(make_certificate(self.keys, self.randomness, place).json())

    def deal(self, given: str) -> str:
        ceremony, _ = read_given(self.group, given)
        return text(deal(ceremony, self.keys, self.randomness).json())

    def accept(self, given: str) -> str:
        ceremony, hand = read_given(self.group, given)
        assert hand is not None
        share = accept(ceremony, self.keys, hand, randomness=self.randomness)
        self.share = text(share.json())
        return self.share


def read_given(group: Group, given: str) -> tuple[Ceremony, Hand | None]:
    """What a step is given: the ceremony, and the hand in the third step."""
    fields = read_object(read_json(given.encode()), fields=("threshold", "certs"))
    certificates = [SignedMessage.read(group, one) for one in read_list(fields["certs"])]
    hand = Hand.read(group, fields["hand"]) if "hand" in fields else None
    return Ceremony.of(group, int(str(fields["threshold"])), certificates), hand


def given_for(
    threshold: int, certificates: Sequence[SignedMessage], hand: Hand | None = None
) -> str:
    """What the server gives for the second step, and with a hand for the third."""
    told: dict[str, object] = {
        "threshold": threshold,
        "certs": [one.json() for one in certificates],
    }
    return text(told if hand is None else {**told, "hand": hand.json()})


@dataclass
class Table:
    """A ceremony led by the core, as the server leads it."""

    group: Group
    trustees: Sequence[Trustee]
    threshold: int = 2
    certificates: list[SignedMessage] = field(default_factory=list)
    dealings: list[Dealing] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)

    @property
    def ceremony(self) -> Ceremony:
        return Ceremony.of(self.group, self.threshold, self.certificates)

    def certify(self) -> None:
        size = len(self.trustees)
        for number, one in enumerate(self.trustees, 1):
            place = Place(self.group.name, size, self.threshold, number)
            made = read_json(one.certify(text(place.json())).encode())
            self.certificates.append(SignedMessage.read(self.group, made))

    def deal(self) -> None:
        given = given_for(self.threshold, self.certificates)
        for one in self.trustees:
            made = Dealing.read(self.group, read_json(one.deal(given).encode()))
            self.dealings.append(made)

    def given_to(self, number: int) -> str:
        """What the server gives a trustee for the third step."""
        hand = hands(self.ceremony, self.dealings)[number - 1]
        return given_for(self.threshold, self.certificates, hand)

    def accept(self) -> None:
        for number, one in enumerate(self.trustees, 1):
            made = read_json(one.accept(self.given_to(number)).encode())
            self.shares.append(Share.read(self.group, made))

    def hold(self) -> Pedersen:
        """All three steps, and the record at the end."""
        self.certify()
        self.deal()
        self.accept()
        rows = [one.coefficients for one in self.dealings]
        return conclude(self.ceremony, rows, self.shares)

    def secret_of(self, number: int) -> int:
        """The share of the decryption key that a trustee's two files hold."""
        one = self.trustees[number - 1]
        share = Share.read(self.group, read_json(one.share.encode()))
        keys = CeremonyKeys.from_seed(self.group, one.key.strip())
        return open_private_key(keys, share.private_key)


def a_table(booth: BoothPage, group: Group, places: str, *, threshold: int = 2) -> Table:
    """A table of trustees by a letter each: `b` at a browser, `p` with the core."""
    made: list[Trustee] = [
        BrowserTrustee(booth, group) if letter == "b" else PythonTrustee(group, seeded(at))
        for at, letter in enumerate(places)
    ]
    return Table(group, made, threshold)
