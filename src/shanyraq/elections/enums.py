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
