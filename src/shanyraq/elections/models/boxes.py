"""The box of an electronic secret ballot, and who holds what of it (R8.3c, reading A47).

The registrar gives out credentials, the trustees share the key, the server keeps only what all may
see. Nothing here or on the board says who voted.
"""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.ballots.groups import BELENIOS_2048, VERSION
from shanyraq.ballots.questions import BASE58
from shanyraq.bodies.models import Membership
from shanyraq.elections.enums import BoxState, KeyStep
from shanyraq.elections.models.elections import Election
from shanyraq.people.models import Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import LANGUAGES, localized
from shanyraq.platform.models import Addressed
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.models import Vote

#: Characters of the identifier by which the archive names the election.
IDENTIFIER_LENGTH = 14


def new_identifier() -> str:
    """A fresh identifier as the archive's format writes it: Base58."""
    return "".join(secrets.choice(BASE58) for _ in range(IDENTIFIER_LENGTH))


class BallotBox(Addressed):
    """One electronic secret ballot, from the appointment of its commission to the result.

    An abandoned box is replaced by a new one; what was written in it stays.

    Attributes:
        election: what is decided by it; empty for a motion.
        vote: the secret vote on a motion that opened with it; empty before, and for an election.
        uuid: what the archive calls the election; part of every ballot.
        version, group: the cryptography, by name.
        threshold: how many trustees open it together.
        registrar: who gives out the credentials.
        roll_drawn_at: when the list of those who may vote was drawn up; empty before.
        credentials_checked_at: when the registrar found the own list in the sealed archive.
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="ballot_boxes")
    election = models.ForeignKey(
        Election, models.PROTECT, null=True, blank=True, related_name="boxes"
    )
    vote = models.OneToOneField(
        Vote, models.PROTECT, null=True, blank=True, related_name="ballot_box"
    )
    uuid = models.CharField(
        _("identifier in the archive"), max_length=22, unique=True, default=new_identifier
    )
    version = models.PositiveSmallIntegerField(_("version of the cryptography"), default=VERSION)
    group = models.CharField(_("group"), max_length=32, default=BELENIOS_2048.name)
    threshold = models.PositiveSmallIntegerField(_("holders of keys needed"))
    registrar = models.ForeignKey(Person, models.PROTECT, related_name="boxes_registered")
    state = models.CharField(
        _("state"), max_length=10, choices=BoxState, default=BoxState.PREPARING, db_index=True
    )
    appointed_at = models.DateTimeField(_("commission appointed"))
    roll_drawn_at = models.DateTimeField(_("list drawn up"), null=True, blank=True)
    sealed_at = models.DateTimeField(_("sealed"), null=True, blank=True)
    credentials_checked_at = models.DateTimeField(_("codes compared"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    concluded_at = models.DateTimeField(_("concluded"), null=True, blank=True)

    class Meta:
        verbose_name = _("ballot box")
        verbose_name_plural = _("ballot boxes")
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election"],
                condition=~Q(state=BoxState.ABANDONED),
                name="box_one_an_election",
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(election=None) & ~Q(state__in=[BoxState.CONCLUDED, BoxState.ABANDONED]),
                name="box_one_a_motion",
            ),
            models.CheckConstraint(
                condition=Q(election=None) | Q(vote=None), name="box_of_one_thing"
            ),
            models.CheckConstraint(condition=Q(threshold__gte=1), name="box_has_a_threshold"),
        ]

    def __str__(self) -> str:
        return f"{self.item} ({self.uuid})"

    @property
    def takes_ballots(self) -> bool:
        """Whether ballots can be cast."""
        return self.state == BoxState.OPEN


@append_only
class BoxMotion(models.Model):
    """What a box decides that belongs to no election: the motion as ballot and archive give it.

    It is fixed when the commission is appointed, because it is sealed with the box.
    """

    box = models.OneToOneField(BallotBox, models.PROTECT, related_name="motion")
    question_kk = models.CharField(_("question in Kazakh"), max_length=500)
    question_ru = models.CharField(_("question in Russian"), max_length=500)
    question_en = models.CharField(_("question in English"), max_length=500)
    text_kk = models.TextField(_("text in Kazakh"), blank=True)
    text_ru = models.TextField(_("text in Russian"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)

    class Meta:
        verbose_name = _("motion of a ballot box")
        verbose_name_plural = _("motions of ballot boxes")

    def __str__(self) -> str:
        return self.question

    @property
    def question(self) -> str:
        """What is put to the vote, in the reader's language."""
        return localized(self, "question")

    @property
    def text(self) -> str:
        """Wording of the decision, in the reader's language; may be empty."""
        return localized(self, "text")

    @property
    def columns(self) -> dict[str, str]:
        """The motion as the columns of a vote hold it."""
        names = [f"{stem}_{one}" for stem in ("question", "text") for one in LANGUAGES]
        return {name: getattr(self, name) for name in names}


class Trustee(Addressed):
    """A person of the counting commission who holds a share of the key.

    Attributes:
        number: the place among the trustees, from 1, as the archive counts them.
        checked_at: when the trustee proved to have the key at hand, before the opening.
        decrypted_at: when the trustee gave the partial decryption.
    """

    box = models.ForeignKey(BallotBox, models.PROTECT, related_name="trustees")
    person = models.ForeignKey(Person, models.PROTECT, related_name="trusteeships")
    number = models.PositiveSmallIntegerField(_("number"))
    checked_at = models.DateTimeField(_("key checked"), null=True, blank=True)
    decrypted_at = models.DateTimeField(_("decryption given"), null=True, blank=True)

    class Meta:
        verbose_name = _("holder of a key")
        verbose_name_plural = _("holders of keys")
        ordering = ["box", "number"]
        constraints = [
            models.UniqueConstraint(fields=["box", "person"], name="trustee_once_a_box"),
            models.UniqueConstraint(fields=["box", "number"], name="trustee_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.person}"


@append_only
class KeyMessage(models.Model):
    """What a trustee sent in a step of making the common key; public, its secrets sealed."""

    trustee = models.ForeignKey(Trustee, models.PROTECT, related_name="messages")
    step = models.CharField(_("step"), max_length=12, choices=KeyStep)
    body = models.TextField(_("message"))
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("message of a holder of a key")
        verbose_name_plural = _("messages of holders of keys")
        ordering = ["trustee", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["trustee", "step"], name="key_message_once_a_step")
        ]

    def __str__(self) -> str:
        return f"{self.trustee_id} {self.step}"


class RollEntry(models.Model):
    """A member who may vote: registered as present when the list was drawn up (reading A7).

    The list names who may, never who did.
    """

    box = models.ForeignKey(BallotBox, models.PROTECT, related_name="roll")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="ballot_rolls")
    number = models.PositiveIntegerField(_("place in the list"))

    class Meta:
        verbose_name = _("member who may vote")
        verbose_name_plural = _("members who may vote")
        ordering = ["box", "number"]
        constraints = [
            models.UniqueConstraint(fields=["box", "membership"], name="on_a_roll_once"),
            models.UniqueConstraint(fields=["box", "number"], name="roll_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.membership_id}"
