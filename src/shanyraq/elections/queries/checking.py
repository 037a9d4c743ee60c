"""The check of ballots: every proof in them, against the election and its credentials."""

from collections.abc import Iterable

from shanyraq.ballots.ballot import Ballot, check_ballot
from shanyraq.ballots.hashing import base64_hash
from shanyraq.ballots.proofs import check_knowledge
from shanyraq.ballots.questions import Election as ElectionRecord
from shanyraq.ballots.records import canonical
from shanyraq.elections.models import BallotBox, ReceivedBallot
from shanyraq.elections.queries.archive import election_record


def checked(box: BallotBox, ballots: Iterable[ReceivedBallot]) -> dict[str, list[str]]:
    """What is wrong with each ballot, by its hash: the rules that it breaks, none if none."""
    election = election_record(box)
    credentials = {int(one) for one in box.credentials.values_list("value", flat=True)}
    found = {}
    for ballot in ballots:
        _, broken = check_ballot(election, bytes(ballot.body), credentials)
        found[ballot.sha256] = list(dict.fromkeys(str(one.rule) for one in broken))
    return found


def is_signed(election: ElectionRecord, ballot: Ballot) -> bool:
    """Whether the holder of the credential inside a ballot signed it: the cheapest of its proofs.

    The public credentials are known to all; what they alone have signed is not worth keeping.
    """
    hashed = base64_hash(canonical(ballot.unsigned))
    return ballot.signed_hash == hashed and check_knowledge(
        election.group, ballot.credential, prefix=f"sig|{hashed}|", proof=ballot.signature
    )
