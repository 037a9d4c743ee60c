"""Setting a ballot box up and bringing it to its end, on the pages of those who do it."""

import json
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pytest_django import Settings
from tests.elections.builders import DAY, a_house, nominated
from tests.elections.commission import (
    Commission,
    a_commission,
    a_ready_box,
    a_sealed_box,
    an_electronic_election,
    an_open_box,
)
from tests.people.builders import an_account
from tests.voting.builders import by

from shanyraq.elections.actions import announce, draw_up_roll
from shanyraq.elections.enums import BoxState, KeyStep
from shanyraq.elections.models import BallotBox, Election, RollEntry
from shanyraq.elections.queries import (
    box_law,
    ceremony_input,
    credentials_record,
    fingerprint_of_roll,
    head_of,
    trustee_of,
)
from shanyraq.people.models import Person, User
from shanyraq.platform import clock
from shanyraq.platform.languages import LANGUAGES
from shanyraq.platform.models import ClockShift
from shanyraq.platform.occasion import Actor
from shanyraq.voting.enums import Method

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day(settings: Settings) -> None:
    settings.DEMONSTRATION = True
    settings.LANGUAGE_CODE = "en"
    ClockShift.objects.create(days=(DAY - clock.today()).days)


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(an_account(email=f"{person.public_id}@example.kz", person=person))
    return client


def acting(actor: Actor) -> Client:
    return signed_in(Person.objects.get(public_id=actor.public_id))


def at(commission: Commission, name: str) -> str:
    return reverse(f"elections:{name}", args=[commission.box.public_id])


def election_page(commission: Commission) -> str:
    return reverse("elections:of-item", args=[commission.house.item.public_id])


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def state_of(commission: Commission) -> str:
    return BallotBox.objects.get(pk=commission.box.pk).state


def test_the_method_is_chosen_when_the_election_is_prepared() -> None:
    house = a_house(members=12)
    decision = nominated(house, 2)
    clerk = acting(house.hall.clerk)
    address = reverse("elections:prepare", args=[house.item.public_id])
    assert 'value="secret_electronic"' in text(clerk, address)
    chosen = {"nomination": decision.public_id, "seats": 1, "method": Method.SECRET_ELECTRONIC}
    assert clerk.post(address, chosen).status_code == 303
    assert Election.objects.get().is_electronic
    page = text(clerk, reverse("elections:of-item", args=[house.item.public_id]))
    assert "Appoint the commission" in page


def test_the_commission_is_appointed_as_the_reading_asks() -> None:
    house = a_house(members=12)
    election = an_electronic_election(house, 2, seats=1)
    clerk, law = acting(house.hall.clerk), box_law(DAY)
    address = reverse("elections:commission", args=[election.public_id])
    page = text(clerk, address)
    assert page.count("<select") == law.trustees + 1
    people = [seat.person.public_id for seat in house.hall.members[: law.trustees + 1]]
    named = {f"trustee_{number}": one for number, one in enumerate(people[1:], start=1)}
    twice = {**named, "trustee_1": people[2], "registrar": people[0]}
    assert clerk.post(address, twice).status_code == 422
    assert not BallotBox.objects.exists()
    assert clerk.post(address, {**named, "registrar": people[0]}).status_code == 303
    box = BallotBox.objects.get()
    assert (box.threshold, box.trustees.count()) == (law.threshold, law.trustees)
    assert box.registrar.public_id == people[0]


def test_a_member_appoints_nobody_and_closes_nothing() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    member = signed_in(commission.house.hall.members[0].person)
    election = reverse("elections:commission", args=[commission.election.public_id])
    for address in (election, at(commission, "close"), at(commission, "conclude")):
        assert member.get(address).status_code == 403
        assert Client().get(address).status_code == 302
    for name in ("draw-up-roll", "seal"):
        assert member.post(at(commission, name)).status_code in {403, 409}
    assert state_of(commission) == BoxState.OPEN


def test_the_list_is_drawn_up_and_the_box_sealed_by_buttons() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2, seats=1))
    clerk = acting(house.hall.clerk)
    assert "Draw up the list of voters" in text(clerk, election_page(commission))
    assert clerk.post(at(commission, "draw-up-roll")).status_code == 303
    assert RollEntry.objects.count() == 12
    assert clerk.post(at(commission, "seal")).status_code == 409
    assert state_of(commission) == BoxState.PREPARING
    commission.make_key()
    commission.give_out()
    assert "Seal the box" in text(clerk, election_page(commission))
    assert clerk.post(at(commission, "seal")).status_code == 303
    assert state_of(commission) == BoxState.SEALED


def test_the_chair_opens_and_closes_told_when_so_few_voted_that_it_may_reveal_them() -> None:
    commission = a_sealed_box(a_house(members=12), 2, seats=1)
    chair = acting(commission.house.hall.chair)
    assert "Open the voting" not in text(chair, election_page(commission))
    commission.check()
    assert "Open the voting" in text(chair, election_page(commission))
    opening = reverse("elections:open", args=[commission.election.public_id])
    assert chair.post(opening).status_code == 303
    commission.vote(0, [1, 0])
    commission.count()
    warned = text(chair, at(commission, "close"))
    assert "the result may reveal them" in warned
    assert chair.post(at(commission, "close")).status_code == 303
    assert state_of(commission) == BoxState.CLOSED
    assert chair.post(at(commission, "close")).status_code == 409


def test_enough_ballots_bring_no_warning() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    for voter in range(box_law(DAY).minimum_electorate):
        commission.vote(voter, [1, 0])
    commission.count()
    chair = acting(commission.house.hall.chair)
    assert "the result may reveal them" not in text(chair, at(commission, "close"))


def test_a_box_is_given_up_with_a_reason() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    chair = acting(commission.house.hall.chair)
    assert "Give this box up" in text(chair, election_page(commission))
    assert chair.post(at(commission, "abandon"), {"reason": ""}).status_code == 422
    assert state_of(commission) == BoxState.OPEN
    assert chair.post(at(commission, "abandon"), {"reason": "Key lost"}).status_code == 303
    assert state_of(commission) == BoxState.ABANDONED


def test_the_registrar_alone_takes_the_list_and_sends_the_public_one() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2, seats=1))
    registrar, clerk = signed_in(commission.registrar), acting(house.hall.clerk)
    assert "not drawn up yet" in text(registrar, at(commission, "registrar"))
    draw_up_roll(occasion=by(house.hall.clerk), box=commission.box)
    names = [seat.person.name for seat in house.hall.members]
    for kind in ("roll-csv", "roll-json", "roll-txt"):
        assert clerk.get(at(commission, kind)).status_code == 403
        assert Client().get(at(commission, kind)).status_code == 302
        taken = registrar.get(at(commission, kind))
        assert "no-store" in taken.headers["Cache-Control"]
        assert all(name in taken.content.decode() for name in names)
    told = json.loads(registrar.get(at(commission, "roll-json")).content)
    assert (told["uuid"], told["group"]) == (commission.box.uuid, commission.box.group)
    assert "Make the voting codes" in text(registrar, election_page(commission))
    record, roll = commission.public_list(), fingerprint_of_roll(commission.box)
    assert told["roll"] == roll
    assert f"-{roll}.txt" in registrar.get(at(commission, "roll-txt"))["Content-Disposition"]
    page = at(commission, "registrar")
    assert f"-{roll}.txt" in text(registrar, page)
    assert sent(registrar, page, record[:-2], roll=roll) == 422
    assert sent(clerk, page, record, roll=roll) == 403
    assert sent(registrar, page, record) == 422
    assert sent(registrar, page, record, roll="0" * 16) == 409
    assert sent(registrar, page, record + b"\n", roll=f" {roll} ") == 303
    assert commission.box.credentials.count() == 12
    assert "The public list has arrived: 12 codes." in text(registrar, at(commission, "registrar"))


def sent(client: Client, address: str, content: bytes, **also: str) -> int:
    file = SimpleUploadedFile("made.json", content, content_type="application/json")
    return client.post(address, {"file": file, **also}).status_code


def test_the_registrar_is_asked_to_compare_before_the_chair_can_open() -> None:
    commission = a_sealed_box(a_house(members=12), 2, seats=1)
    chair, registrar = acting(commission.house.hall.chair), signed_in(commission.registrar)
    for device in commission.devices:
        commission.show_key(device)
    assert "Open the voting" not in text(chair, election_page(commission))
    assert "Compare the sealed list" in text(registrar, election_page(commission))
    assert "Compare the sealed list" in text(registrar, at(commission, "registrar"))
    page = text(registrar, at(commission, "comparing"))
    assert f"shanyraq ballots compare {commission.box.uuid}.bel" in page
    own = credentials_record(commission.box)
    assert sent(registrar, at(commission, "comparing"), own.replace(b"1", b"2", 1)) == 409
    assert "Open the voting" not in text(chair, election_page(commission))
    assert sent(registrar, at(commission, "comparing"), own + b"\n") == 303
    assert "The sealed list is yours" in text(registrar, at(commission, "registrar"))
    assert "Open the voting" in text(chair, election_page(commission))


def test_trustees_make_their_key_in_three_steps_on_their_page() -> None:
    house = a_house(members=12)
    commission = a_commission(house, an_electronic_election(house, 2, seats=1))
    clients = [signed_in(device.person) for device in commission.devices]
    address = at(commission, "trustee")
    assert acting(house.hall.clerk).get(address).status_code == 403
    for step in KeyStep:
        told = reverse("elections:told", args=[commission.box.public_id, f"{step.value}.json"])
        for client, device in zip(clients, commission.devices, strict=True):
            assert f'data-task="{step.value}"' in text(client, address)
            trustee = trustee_of(commission.box, device.person)
            assert trustee is not None
            given = client.get(told).content.decode()
            assert given == ceremony_input(trustee, step)
            assert sent(client, address, b"{}") == 422
            assert sent(client, address, device.answer(step, given).encode()) == 303
            assert 'data-task=""' in text(client, address) or device == commission.devices[-1]
    files = ("certificates.txt", "hand.json", "my-share.json")
    for name in files:
        own = reverse("elections:told", args=[commission.box.public_id, name])
        assert clients[0].get(own).status_code == 200
        assert acting_stranger(commission).get(own).status_code == 403
    unknown = reverse("elections:told", args=[commission.box.public_id, "private.json"])
    assert clients[0].get(unknown).status_code == 404


def acting_stranger(commission: Commission) -> Client:
    person = commission.house.hall.members[1].person
    client = Client()
    held = User.objects.filter(person=person).first()
    client.force_login(held or an_account(email="stranger@example.kz", person=person))
    return client


def test_a_trustee_checks_the_key_and_gives_the_part_also_as_the_command_line_writes_it() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    device = commission.devices[0]
    client = signed_in(device.person)
    assert "Your key is checked" in text(client, at(commission, "trustee"))
    for voter in range(3):
        commission.vote(voter, [1, 0])
    commission.close()
    page = text(client, at(commission, "trustee"))
    assert 'data-task="decrypt"' in page
    assert head_of(commission.box) in page
    made = commission.part(device)
    wrapped = json.dumps({"owner": 1, "decryption": json.loads(made)}).encode()
    assert sent(client, at(commission, "trustee"), b'{"decryption":{}}') == 422
    assert sent(client, at(commission, "trustee"), wrapped) == 303
    assert "You have given your part" in text(client, at(commission, "trustee"))
    other = signed_in(commission.devices[1].person)
    assert sent(other, at(commission, "trustee"), commission.part(commission.devices[1])) == 303
    clerk = acting(commission.house.hall.clerk)
    assert "Count the votes" in text(clerk, election_page(commission))
    assert "the result may reveal them" in text(clerk, at(commission, "conclude"))
    assert clerk.post(at(commission, "conclude")).status_code == 303
    assert state_of(commission) == BoxState.CONCLUDED


def test_the_protocol_is_a_document_in_three_languages_once_the_result_is_announced() -> None:
    commission = an_open_box(a_house(members=12), 2, seats=1)
    for voter in range(11):
        commission.vote(voter, [1, int(voter < 3)])
    commission.count()
    commission.vote(0, [1, 0])
    commission.close()
    commission.decrypt(*commission.devices[: commission.box.threshold])
    commission.conclude()
    address = reverse("elections:protocol-pdf", args=[commission.box.public_id, "en"])
    assert Client().get(address).status_code == 404
    announce(occasion=by(commission.house.hall.chair), election=commission.election)
    written = words_of(Client().get(address).content)
    for said in (commission.box.uuid, "Ballots counted 11", "replaced by a later", "elected"):
        assert said in written
    assert "took no part in opening the box" in written
    assert f"shanyraq ballots verify {commission.box.uuid}.bel" in written
    for language in LANGUAGES:
        other = reverse("elections:protocol-pdf", args=[commission.box.public_id, language])
        assert Client().get(other).content.startswith(b"%PDF-")
    unknown = reverse("elections:protocol-pdf", args=[commission.box.public_id, "fr"])
    assert Client().get(unknown).status_code == 404
    assert "protocol/ru.pdf" in text(Client(), election_page(commission))


def words_of(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_joined_roles_of_a_demonstration_are_labelled() -> None:
    commission = a_ready_box(a_house(members=12), 2, seats=1)
    BallotBox.objects.filter(pk=commission.box.pk).update(registrar=commission.devices[0].person)
    page = text(acting(commission.house.hall.clerk), election_page(commission))
    assert "The registrar holds a key too" in page
