"""The result that the parts given so far open: whoever has the archive can reckon it too."""

from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.result import Result, WrongTally, open_tally
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries import (
    ciphertexts_of,
    decryptions_of,
    election_record,
    sized_tally_of,
    trustees_record,
)
from shanyraq.platform.refusals import Refusal


class TooFewDecryptions(Refusal):
    """So many trustees as the reading asks open the box, and no fewer (reading A47)."""

    code = "too-few-decryptions"
    message = _("Parts of the decryption given: {given}; needed are {needed}.")
    remedy = _("Ask the other holders of keys for theirs.")


class TallyNotOpened(Refusal):
    """The parts together open no number of votes that could have been cast."""

    code = "tally-not-opened"
    message = _("The parts of the decryption together open no lawful result.")
    remedy = _("Have the archive verified; if the fault stands, abandon this ballot box.")


def opened(box: BallotBox) -> Result:
    """The result that the parts given so far open.

    Raises:
        TooFewDecryptions: not enough trustees gave theirs.
        TallyNotOpened: the parts open no lawful result.
    """
    decryptions, trustees, sized = decryptions_of(box), trustees_record(box), sized_tally_of(box)
    if not trustees.suffice(list(decryptions)):
        raise TooFewDecryptions(given=len(decryptions), needed=box.threshold)
    try:
        return open_tally(
            election_record(box),
            ciphertexts_of(box),
            trustees=trustees,
            decryptions=decryptions,
            weight=sized.weight if sized else 0,
        )
    except WrongTally:
        raise TallyNotOpened from None
