"""The bulletin board: what happens in an election, appended to its archive step by step.

It writes; it does not judge. What is handed in was checked by whoever hands it in, and the verifier
checks it once more.
"""

from dataclasses import dataclass

from shanyraq.ballots.archive import ArchiveWriter, EventType
from shanyraq.ballots.hashing import hex_hash
from shanyraq.ballots.questions import Election
from shanyraq.ballots.records import canonical
from shanyraq.ballots.result import Result
from shanyraq.ballots.tally import Tally
from shanyraq.ballots.trustees import Trustees


@dataclass(frozen=True, slots=True)
class BulletinBoard:
    """The steps of an election in their order, each leaving its records and its event."""

    writer: ArchiveWriter

    def set_up(self, election: Election, trustees: Trustees, credentials: bytes) -> None:
        """Open the board with the election, its trustees and the public credentials."""
        held = canonical(trustees.json())
        bodies = {"election": election.body, "trustees": held, "credentials": credentials}
        names = canonical({name: hex_hash(body) for name, body in bodies.items()})
        self.writer.event(EventType.SETUP, *bodies.values(), names)

    def cast(self, ballot: bytes) -> None:
        """Show a ballot."""
        self.writer.event(EventType.BALLOT, ballot)

    def end_ballots(self) -> None:
        """Show that voting has ended."""
        self.writer.event(EventType.END_BALLOTS)

    def show_tally(self, tally: Tally) -> None:
        """Show the encrypted tally."""
        self.writer.event(EventType.ENCRYPTED_TALLY, tally.body, tally.sized)

    def shuffle(self, owner: int, shuffle: bytes) -> None:
        """Show the shuffle of the trustee of a number."""
        self.writer.event(EventType.SHUFFLE, shuffle, _owned(owner, shuffle))

    def end_shuffles(self) -> None:
        """Show that no more shuffles come."""
        self.writer.event(EventType.END_SHUFFLES)

    def decrypt(self, owner: int, decryption: bytes) -> None:
        """Show the partial decryption of the trustee of a number."""
        self.writer.event(EventType.PARTIAL_DECRYPTION, decryption, _owned(owner, decryption))

    def show_result(self, result: Result) -> None:
        """Show the result: nothing comes after it."""
        self.writer.event(EventType.RESULT, result.body)


def _owned(owner: int, body: bytes) -> bytes:
    """The record that says which trustee another record is from."""
    return canonical({"owner": owner, "payload": hex_hash(body)})
