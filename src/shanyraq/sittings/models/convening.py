"""How a sitting comes about: joint signatures, requests of members, letters."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Act, Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.enums import Language
from shanyraq.people.models import Person, Wording
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed
from shanyraq.sittings.enums import Capacity, LetterKind, RequestState
from shanyraq.sittings.models.sessions import Session


@append_only
class ConveningSignature(Addressed):
    """A deputy who convenes a meeting of the Council, or the Chair who consents (R9.3b, A15).

    Attributes:
        starts_at: the beginning that was signed; for another one everybody signs afresh.
        act: the signed paper, when the signature was recorded from one.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, models.PROTECT, related_name="convenings_signed")
    capacity = models.CharField(_("capacity"), max_length=8, choices=Capacity)
    starts_at = models.DateTimeField(_("beginning that was signed"))
    act = models.ForeignKey(
        Act, models.PROTECT, null=True, blank=True, related_name="convenings_signed"
    )
    signed_at = models.DateTimeField(_("signed"))

    class Meta:
        verbose_name = _("signature of a convening")
        verbose_name_plural = _("signatures of convenings")
        ordering = ["session", "signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person", "capacity", "starts_at"],
                name="convening_signed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.person_id} {self.capacity}"


class ExtraordinaryRequest(Addressed):
    """A request of members for an extraordinary Session, from first signature to answer (R8.2a).

    Attributes:
        filed_at: when it was put before the Chair; the roll of that day counts (A5).
        filing: the law's answer on the number of signatures on that day.
        answered_at: when the Chair decided.
        answer: why the Chair declined; empty while unanswered or when a Session was convened.
        session: the Session convened on it.
    """

    subject_kk = models.CharField(_("subject in Kazakh"), max_length=500)
    subject_ru = models.CharField(_("subject in Russian"), max_length=500)
    subject_en = models.CharField(_("subject in English"), max_length=500)
    reason = models.TextField(_("reason"))
    state = models.CharField(
        _("state"),
        max_length=16,
        choices=RequestState,
        default=RequestState.COLLECTING,
        db_index=True,
    )
    started_by = models.ForeignKey(Person, models.PROTECT, related_name="requests_started")
    started_at = models.DateTimeField(_("started"))
    filed_at = models.DateTimeField(_("filed"), null=True, blank=True)
    filing = models.ForeignKey(
        StoredVerdict, models.PROTECT, null=True, blank=True, related_name="requests_filed"
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="requests"
    )

    class Meta:
        verbose_name = _("request for an extraordinary Session")
        verbose_name_plural = _("requests for an extraordinary Session")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[RequestState.COLLECTING, RequestState.DROPPED])
                | Q(filed_at__isnull=False, filing__isnull=False),
                name="request_filed_has_a_moment",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        """What the Session is asked for, in the reader's language."""
        return localized(self, "subject")

    @property
    def wording(self) -> Wording:
        """What the Session is asked for, in three languages."""
        return Wording(kk=self.subject_kk, ru=self.subject_ru, en=self.subject_en)

    @property
    def topic(self) -> str:
        """The live topic under which its page is told what changed."""
        return f"request:{self.public_id}"


class RequestSignatureQuerySet(models.QuerySet["RequestSignature"]):
    """Signatures on requests."""

    def standing(self) -> Self:
        """Those that were not withdrawn; a former member's has lapsed and is left to the roll."""
        return self.filter(withdrawn_at=None)


class RequestSignature(Addressed):
    """A member's signature on a request; it may be withdrawn until the filing (A5)."""

    request = models.ForeignKey(ExtraordinaryRequest, models.PROTECT, related_name="signatures")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="requests_signed")
    signed_at = models.DateTimeField(_("signed"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = RequestSignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature on a request")
        verbose_name_plural = _("signatures on requests")
        ordering = ["request", "signed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "membership"],
                condition=Q(withdrawn_at=None),
                name="request_signed_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.membership_id}"


class Invitation(models.Model):
    """A letter to a member about a sitting, sent once of each kind."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="invitations")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="invitations")
    kind = models.CharField(
        _("kind"), max_length=12, choices=LetterKind, default=LetterKind.INVITATION
    )
    language = models.CharField(_("language"), max_length=2, choices=Language)
    sent_at = models.DateTimeField(_("sent"))

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.UniqueConstraint(
                fields=["session", "membership", "kind"], name="invitation_one_a_member"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.membership_id}"
