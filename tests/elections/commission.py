"""A counting commission and voters with their own devices, played by the pure core in tests."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.elections.builders import House, nominated
from tests.people.builders import a_person
from tests.voting.builders import by

from shanyraq.ballots.ballot import make_ballot
from shanyraq.ballots.ceremony_records import Hand, Place
from shanyraq.ballots.credentials import make_credential, secret_exponent, write_credentials
from shanyraq.ballots.decryption import decrypt_partially
from shanyraq.ballots.groups import Group, Randomness
from shanyraq.ballots.hashing import base64_hash
from shanyraq.ballots.key_generation import (
    Ceremony,
    accept,
    deal,
    make_certificate,
    open_private_key,
)
from shanyraq.ballots.proofs import prove_knowledge, sign
from shanyraq.ballots.records import canonical, read_json, read_list, read_object
from shanyraq.ballots.sealed_messages import CeremonyKeys, new_seed
from shanyraq.ballots.trustee_keys import SignedMessage
from shanyraq.elections.actions import (
    appoint_commission,
    cast,
    check_credentials,
    check_key,
    close_ballots,
    conclude,
    draw_up_roll,
    open_election,
    prepare,
    seal,
    submit_credentials,
    submit_key_message,
    submit_partial_decryption,
)
from shanyraq.elections.enums import KeyStep
from shanyraq.elections.models import BallotBox, Election, ReceivedBallot
from shanyraq.elections.queries import (
    archive_of,
    box_law,
    ceremony_input,
    ciphertexts_of,
    election_record,
    fingerprint_of_roll,
    group_of,
    key_check_message,
    trustee_of,
)
from shanyraq.elections.tasks import verify_ballots
from shanyraq.people.models import Person
from shanyraq.platform.occasion import NOBODY
from shanyraq.voting.enums import Method


def seeded(seed: int) -> Randomness:
    """The same numbers for the same seed: for tests alone."""
    return random.Random(seed).randrange  # noqa: S311 - tests must repeat


@dataclass
class Device:
    """What a trustee keeps on the own device: the keys of the ceremony, the sealed share."""

    person: Person
    keys: CeremonyKeys
    randomness: Randomness
    private_key: str = ""

    def answer(self, step: KeyStep, given: str) -> str:
        """The message of a step, from what the server tells."""
        steps = {
            KeyStep.CERTIFICATE: self._certificate,
            KeyStep.POLYNOMIAL: self._polynomial,
            KeyStep.SHARE: self._share,
        }
        made = steps[step](read_object(read_json(given.encode()), fields=()))
        return canonical(made).decode()

    @property
    def secret(self) -> int:
        """The share of the key, opened."""
        return open_private_key(self.keys, self.private_key)

    def _certificate(self, given: Mapping[str, object]) -> object:
        return make_certificate(self.keys, self.randomness, Place.read(given)).json()

    def _polynomial(self, given: Mapping[str, object]) -> object:
        return deal(self._ceremony(given), self.keys, self.randomness).json()

    def _share(self, given: Mapping[str, object]) -> object:
        hand = Hand.read(self.keys.group, given["hand"])
        share = accept(self._ceremony(given), self.keys, hand, randomness=self.randomness)
        self.private_key = share.private_key
        return share.json()

    def _ceremony(self, given: Mapping[str, object]) -> Ceremony:
        group = self.keys.group
        certificates = [SignedMessage.read(group, one) for one in read_list(given["certs"])]
        return Ceremony.of(group, int(str(given["threshold"])), certificates)


@dataclass
class Commission:
    """The registrar with the list of credentials, the trustees with their devices, the box.

    Attributes:
        credentials: the secret ones, by the place of their member in the list.
    """

    house: House
    box: BallotBox
    registrar: Person
    devices: list[Device]
    randomness: Randomness
    credentials: list[str] = field(default_factory=list)

    @property
    def election(self) -> Election:
        """The election of the box."""
        return Election.objects.get(boxes=self.box)

    def make_key(self) -> None:
        """All trustees go through all steps."""
        for step in KeyStep:
            for device in self.devices:
                self.send(device, step)

    def send(self, device: Device, step: KeyStep) -> None:
        """One trustee sends the message of a step."""
        trustee = trustee_of(self.box, device.person)
        assert trustee is not None
        message = device.answer(step, ceremony_input(trustee, step))
        submit_key_message(
            occasion=by(device.person.actor), box=self.box, step=step, message=message
        )

    def public_list(self, many: int | None = None) -> bytes:
        """Credentials for so many, the whole list unless told; the public record of them."""
        size = self.box.roll.count() if many is None else many
        self.credentials = [make_credential(self.randomness) for _ in range(size)]
        return write_credentials(map(self._public, self.credentials))

    def give_out(self) -> None:
        """The registrar makes the credentials and sends the public list."""
        draw_up_roll(occasion=by(self.house.hall.clerk), box=self.box)
        self.hand_in(self.public_list())

    def hand_in(self, record: bytes) -> None:
        """The registrar sends a public list, made for the list of voters as it stands."""
        submit_credentials(
            occasion=by(self.registrar.actor),
            box=self.box,
            record=record,
            roll=fingerprint_of_roll(self.box),
        )

    def check(self, *devices: Device) -> None:
        """Trustees, all unless told, show that their key is at hand; the list is compared once."""
        self.compare()
        for device in devices or self.devices:
            self.show_key(device)

    def show_key(self, device: Device) -> None:
        """One trustee signs with the share of the key."""
        group, message = group_of(self.box), key_check_message(self.box)
        signature = sign(group, device.secret, message=message, randomness=self.randomness)
        check_key(
            occasion=by(device.person.actor),
            box=self.box,
            signature=canonical(signature.json()).decode(),
        )

    def compare(self) -> None:
        """The registrar finds the own list in the sealed archive, unless it was found before."""
        self.box.refresh_from_db()
        if self.box.credentials_checked_at is None:
            own = write_credentials(map(self._public, self.credentials))
            check_credentials(occasion=by(self.registrar.actor), box=self.box, record=own)

    def _public(self, credential: str) -> int:
        group = group_of(self.box)
        return group.generate(secret_exponent(group, credential, self.box.uuid))

    def a_ballot(self, voter: int, marks: Sequence[int]) -> bytes:
        """The ballot of the member at a place of the list, from 0, made on the own device."""
        secret = secret_exponent(group_of(self.box), self.credentials[voter], self.box.uuid)
        election = election_record(self.box)
        return make_ballot(election, secret, votes=[marks], randomness=self.randomness).body

    def vote(self, voter: int, marks: Sequence[int]) -> ReceivedBallot:
        """A member casts a ballot."""
        return into(self.box, self.a_ballot(voter, marks))

    def count(self) -> None:
        """The worker checks what waits."""
        verify_ballots.call(box=self.box.public_id)

    def close(self) -> None:
        """The box is closed by who presides."""
        close_ballots(occasion=by(self.house.hall.chair), box=self.box)

    def decrypt(self, *devices: Device) -> None:
        """Trustees give their parts; all of them unless told."""
        for device in devices or self.devices:
            submit_partial_decryption(
                occasion=by(device.person.actor), box=self.box, decryption=self.part(device)
            )

    def part(self, device: Device) -> bytes:
        """What a trustee's share makes of the tally."""
        return decrypt_partially(
            election_record(self.box),
            ciphertexts_of(self.box),
            secret=device.secret,
            randomness=self.randomness,
        ).body

    def conclude(self) -> None:
        """The result is put together."""
        conclude(occasion=by(self.house.hall.clerk), box=self.box)

    def archive(self) -> bytes:
        """The file that everybody may download."""
        return b"".join(archive_of(self.box))


def into(box: BallotBox, ballot: bytes) -> ReceivedBallot:
    """A ballot arrives from nobody in particular."""
    return cast(occasion=by(NOBODY), box=box, ballot=ballot)


def signed_anew(commission: Commission, voter: int, ballot: dict[str, object]) -> bytes:
    """A ballot that its own voter, who cheats, signed whatever is in it."""
    group = group_of(commission.box)
    secret = secret_exponent(group, commission.credentials[voter], commission.box.uuid)
    unsigned = {name: value for name, value in ballot.items() if name != "signature"}
    hashed = base64_hash(canonical(unsigned))
    proof = prove_knowledge(group, secret, prefix=f"sig|{hashed}|", randomness=seeded(6))
    return canonical({**unsigned, "signature": {"hash": hashed, "proof": proof.json()}})


def an_electronic_election(house: House, many: int, *, seats: int | None = None) -> Election:
    """An election of so many candidates, prepared to be held with an electronic box."""
    return prepare(
        occasion=by(house.hall.clerk),
        item=house.item,
        nomination=nominated(house, many),
        seats=seats,
        method=Method.SECRET_ELECTRONIC,
    )


def a_commission(house: House, election: Election, *, seed: int = 1) -> Commission:
    """A commission of as many as the reading says, appointed by the Working Organ."""
    randomness = seeded(seed)
    registrar = a_person(name="Тіркеуші", name_en="Registrar")
    people = [
        a_person(name=f"Сенім {number}", name_en=f"Trustee {number}")
        for number in range(1, box_law(election.item.session.day).trustees + 1)
    ]
    box = appoint_commission(
        occasion=by(house.hall.clerk), election=election, registrar=registrar, trustees=people
    )
    devices = trustee_devices(box, people, randomness)
    return Commission(house, box, registrar, devices, randomness)


def trustee_devices(
    box: BallotBox, people: Sequence[Person], randomness: Randomness
) -> list[Device]:
    """A device for each trustee, with the keys of the ceremony made on it."""
    return [Device(one, _keys(group_of(box), randomness), randomness) for one in people]


def a_ready_box(house: House, many: int, *, seats: int | None = None, seed: int = 1) -> Commission:
    """An election of so many candidates with key and credentials made, to be sealed."""
    return ready(house, an_electronic_election(house, many, seats=seats), seed=seed)


def ready(house: House, election: Election, *, seed: int = 1) -> Commission:
    """The same for an election that is prepared."""
    commission = a_commission(house, election, seed=seed)
    commission.make_key()
    commission.give_out()
    return commission


def a_sealed_box(house: House, many: int, *, seats: int | None = None, seed: int = 1) -> Commission:
    """The same, sealed."""
    commission = a_ready_box(house, many, seats=seats, seed=seed)
    seal(occasion=by(house.hall.clerk), box=commission.box)
    return commission


def an_open_box(house: House, many: int, *, seats: int | None = None, seed: int = 1) -> Commission:
    """The same with the keys checked and the election opened by who presides."""
    commission = a_sealed_box(house, many, seats=seats, seed=seed)
    commission.check()
    open_election(occasion=by(house.hall.chair), election=commission.election)
    return commission


def opened_again(house: House, election: Election, *, seed: int = 2) -> Commission:
    """A box for an election that is prepared, such as a repeat vote, up to its opening."""
    commission = ready(house, election, seed=seed)
    seal(occasion=by(house.hall.clerk), box=commission.box)
    commission.check()
    open_election(occasion=by(house.hall.chair), election=election)
    return commission


def _keys(group: Group, randomness: Randomness) -> CeremonyKeys:
    return CeremonyKeys.from_seed(group, new_seed(randomness))
