"""The check of ballots: every proof in them, against the election and its credentials."""

from collections.abc import Iterable

from shanyraq.ballots.ballot import check_ballot
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
