"""What all may see of an electronic ballot: credentials, ballots, the board they stand on.

No row here has a time, an account, a person or a request: the credential inside a ballot is the
whole right to cast it, and whose it is the server never learns.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from shanyraq.elections.enums import BallotState, RecordKind
from shanyraq.elections.models.boxes import BallotBox
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed


@append_only
class PublicCredential(models.Model):
    """The public half of a credential; the list stands in the order of its numbers.

    Attributes:
        value: the number in decimal digits.
        sha256: its hash, by which it is found.
    """

    box = models.ForeignKey(BallotBox, models.PROTECT, related_name="credentials")
    value = models.TextField(_("public credential"))
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("public credential")
        verbose_name_plural = _("public credentials")
        constraints = [
            models.UniqueConstraint(fields=["box", "sha256"], name="credential_once_in_a_box")
        ]

    def __str__(self) -> str:
        return self.sha256[:16]


class ReceivedBallot(Addressed):
    """A ballot that came, and what its check found; its bytes go to the board with others.

    Attributes:
        sha256: hash of the ballot; the tracker writes the same in Base64.
        credential: hash of the public credential inside it.
        body: its bytes as they came, until they are on the board.
        findings: what the check found wrong, by code; empty when it was accepted.
    """

    box = models.ForeignKey(BallotBox, models.PROTECT, related_name="ballots")
    sha256 = models.CharField(max_length=64)
    credential = models.CharField(max_length=64)
    body = models.BinaryField()
    state = models.CharField(
        _("state"), max_length=8, choices=BallotState, default=BallotState.RECEIVED
    )
    findings = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name = _("ballot received")
        verbose_name_plural = _("ballots received")
        constraints = [
            models.UniqueConstraint(fields=["box", "sha256"], name="ballot_once_in_a_box")
        ]
        indexes = [models.Index(fields=["box", "state"], name="ballots_by_state")]

    def __str__(self) -> str:
        return self.sha256[:16]

    @property
    def is_held(self) -> bool:
        """Whether it is accepted and waits for others to go to the board with."""
        return self.state == BallotState.ACCEPTED and bool(self.body)


@append_only
class BoardRecord(models.Model):
    """One record of the public archive, in its order, as the bytes that are hashed.

    Attributes:
        position: from 0; the archive holds the records in this order.
        event: what happened, for an event; empty for data.
    """

    box = models.ForeignKey(BallotBox, models.PROTECT, related_name="board")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=RecordKind)
    event = models.CharField(max_length=20, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    body = models.BinaryField()

    class Meta:
        verbose_name = _("record of the board")
        verbose_name_plural = _("records of the board")
        ordering = ["box", "position"]
        constraints = [
            models.UniqueConstraint(fields=["box", "position"], name="board_position_once")
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.kind} {self.event}".rstrip()
