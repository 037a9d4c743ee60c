"""Closed lists of words used of elections; what is counted is called as in the election pack."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    """How far an election has come."""

    PREPARED = "prepared", _("Prepared")
    OPEN = "open", _("Voting is under way")
    ANNOUNCED = "announced", _("The result is announced")


class TookPart(TextChoices):
    """Who counts as having taken part in the voting (reading A12)."""

    ISSUED = "issued", _("ballots issued")
    FOUND = "found", _("ballots found in the box")
    VALID = "valid", _("valid ballots")


class BoxState(TextChoices):
    """How far an electronic secret ballot has come."""

    PREPARING = "preparing", _("Being set up")
    SEALED = "sealed", _("Sealed")
    OPEN = "open", _("Ballots are being cast")
    CLOSED = "closed", _("Closed, being opened by the holders of its key")
    CONCLUDED = "concluded", _("Counted")
    ABANDONED = "abandoned", _("Abandoned")


class KeyStep(TextChoices):
    """What a trustee sends while the common key is being made, in this order."""

    CERTIFICATE = "certificate", _("keys of the ceremony")
    POLYNOMIAL = "polynomial", _("shares for the others")
    SHARE = "share", _("key of the own share")


class BallotState(TextChoices):
    """What became of a ballot that was received."""

    RECEIVED = "received", _("Received, being checked")
    ACCEPTED = "accepted", _("In the box")
    REFUSED = "refused", _("Not accepted")


class RecordKind(TextChoices):
    """What a record of the public archive is."""

    HEADER = "header", _("head of the archive")
    DATA = "data", _("data")
    EVENT = "event", _("event")
