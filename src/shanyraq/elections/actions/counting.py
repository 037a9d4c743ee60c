"""The protocol of the counting commission: ballots and marks, as they were counted by hand."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.enums import State
from shanyraq.elections.models import Candidate, CandidateCount, Election, PaperBallotCount
from shanyraq.elections.queries import candidates_of
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._files import kind_of
from shanyraq.voting.permissions import require_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol:
    """What the counting commission signed.

    Attributes:
        votes: marks on valid ballots, by the public identifier of the candidate.
        file: the signed protocol.
    """

    issued: int
    found: int
    invalid: int
    votes: Mapping[str, int]
    file: File[bytes]


class NotBeingCounted(Refusal):
    """Ballots are counted after the election opened and before its result is announced."""

    code = "not-being-counted"
    message = _(
        "Ballots are counted while the election is open: after its opening, before the result."
    )
    remedy = _("Open the election first; what was announced stands.")


class CountedByTheBox(Refusal):
    """An electronic ballot is counted by opening its box."""

    code = "counted-by-the-box"
    message = _("This election is electronic: no protocol is entered by hand.")
    remedy = _("The holders of the key open the ballot box; its result is announced.")


class MoreIssuedThanPresent(Refusal):
    """Each member present when the election opened receives one ballot."""

    code = "more-issued-than-present"
    status = 422
    message = _("{issued} ballots are said to be issued, and {roll} members may vote.")
    remedy = _("Check the protocol: each member present receives one ballot.")


class MoreFoundThanIssued(Refusal):
    """The box holds more ballots than were handed out."""

    code = "more-found-than-issued"
    status = 422
    message = _("{found} ballots are said to be found in the box, and {issued} were issued.")
    remedy = _("Check the protocol; if it is true, the commission declares the ballot void.")


class MoreInvalidThanFound(Refusal):
    """Invalid ballots are among those found."""

    code = "more-invalid-than-found"
    status = 422
    message = _("{invalid} ballots are said to be invalid, and {found} were found in the box.")
    remedy = _("Check the protocol.")


class MoreMarksThanBallots(Refusal):
    """A valid ballot bears one mark for a candidate at most."""

    code = "more-marks-than-ballots"
    status = 422
    message = _("{name} is said to have {votes} votes, and {valid} ballots are valid.")
    remedy = _("Check the protocol: a ballot bears one mark for a candidate at most.")


class CandidateUncounted(Refusal):
    """The protocol tells the votes of every candidate and of nobody else."""

    code = "candidate-uncounted"
    status = 422
    message = _(
        "The protocol has to tell the votes of each candidate on the ballot, and of no other."
    )
    remedy = _("Enter a number for every candidate; none is 0.")


@action("elections.record_count", powers=("run_votes",))
def record_count(*, occasion: Occasion, election: Election, protocol: Protocol) -> Done[Election]:
    """Enter the commission's protocol; a later entry takes the place of an earlier one.

    Every entry stays in the record. Once the result is announced none is taken any more.

    Raises:
        NotTheCounter: the actor is not of the Working Organ.
        LawSilent: the law gives no answer.
        NotBeingCounted: the election is not open.
        CountedByTheBox: it is electronic.
        MoreIssuedThanPresent: more ballots than members who may vote.
        MoreFoundThanIssued: more ballots in the box than were issued.
        MoreInvalidThanFound: more invalid ballots than were found.
        CandidateUncounted: a candidate is missing, or somebody else is named.
        MoreMarksThanBallots: a candidate has more votes than there are valid ballots.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    power = require_counter(occasion, election.item.session)
    held = Election.objects.select_for_update(of=("self",)).get(pk=election.pk)
    if held.state != State.OPEN:
        raise NotBeingCounted
    if held.is_electronic:
        raise CountedByTheBox
    candidates = {one.public_id: one for one in candidates_of(held)}
    _require_ballots(held, protocol)
    _require_marks(candidates, protocol)
    count = _kept(held, protocol, occasion)
    CandidateCount.objects.bulk_create(
        CandidateCount(count=count, candidate=candidate, votes=protocol.votes[key])
        for key, candidate in candidates.items()
    )
    publish(held.item.session.topic)
    return Done(held, facts=_facts(count, protocol), verdicts=[StoredVerdict.objects.keep(power)])


def _require_ballots(election: Election, told: Protocol) -> None:
    if told.issued > (election.roll or 0):
        raise MoreIssuedThanPresent(issued=told.issued, roll=election.roll)
    if told.found > told.issued:
        raise MoreFoundThanIssued(found=told.found, issued=told.issued)
    if told.invalid > told.found:
        raise MoreInvalidThanFound(invalid=told.invalid, found=told.found)


def _require_marks(candidates: Mapping[str, Candidate], told: Protocol) -> None:
    if set(told.votes) != set(candidates):
        raise CandidateUncounted
    valid = told.found - told.invalid
    for key, votes in told.votes.items():
        if votes > valid:
            raise MoreMarksThanBallots(name=candidates[key].person.name, votes=votes, valid=valid)


def _kept(election: Election, told: Protocol, occasion: Occasion) -> PaperBallotCount:
    kind = kind_of(told.file)
    sha256 = hashlib.sha256(told.file.read()).hexdigest()
    told.file.seek(0)
    count = PaperBallotCount(
        election=election,
        issued=told.issued,
        found=told.found,
        invalid=told.invalid,
        content_type=kind,
        sha256=sha256,
        counted_at=occasion.at,
    )
    count.file.save(f"{count.public_id}.{kind.label.lower()}", told.file, save=False)
    count.save()
    return count


def _facts(count: PaperBallotCount, told: Protocol) -> dict[str, Json]:
    return {
        "issued": told.issued,
        "found": told.found,
        "invalid": told.invalid,
        "votes": dict(told.votes),
        "protocol": count.sha256,
    }
