"""Elections of deputies of the Mazhilis by secret ballot, on paper or electronic (R8.4a, R9.2b).

What is kept is who stood, how many ballots there were and how many marks each candidate got. There
is no record of who voted, and none of how anybody did.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.elections.enums import State
from shanyraq.people.models import Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.models import Addressed
from shanyraq.sittings.enums import ContentType
from shanyraq.sittings.models import AgendaItem
from shanyraq.voting.enums import LegalEffect, Method
from shanyraq.voting.models import Decision


class Nominee(Addressed):
    """A person whom a question of the Council would nominate (R9.2b)."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="nominees")
    person = models.ForeignKey(Person, models.PROTECT, related_name="nominations")
    number = models.PositiveSmallIntegerField(_("place in the list"))

    class Meta:
        verbose_name = _("nominee")
        verbose_name_plural = _("nominees")
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint(fields=["item", "person"], name="nominee_once_on_an_item")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.person_id}"


class Election(Addressed):
    """One secret ballot: the first vote of an election, or a repeat vote (R8.4a, reading A45).

    Attributes:
        nomination: the Council's decision that made its candidates (R9.2b).
        pack: the election pack whose law decides who is elected (reading A11).
        method: on paper, or by an electronic box (R8.3c, reading A11).
        seats: how many are to be elected.
        round: 1 for the first vote; each repeat vote counts one more.
        repeats: the vote that this one repeats.
        roll: members registered as present when it opened, who may receive a ballot.
        members: members in office at that moment.
        quorum: the law's answer on presence then (reading A6).
        unfilled: seats that stayed empty; empty until the result is announced.
        effect: the law's answer on the force of the result (R3).
    """

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="elections")
    nomination = models.ForeignKey(Decision, models.PROTECT, related_name="elections")
    pack = models.CharField(_("election pack"), max_length=100)
    method = models.CharField(
        _("method"), max_length=32, choices=Method, default=Method.SECRET_PAPER
    )
    seats = models.PositiveSmallIntegerField(_("seats"))
    round = models.PositiveSmallIntegerField(_("vote"), default=1)
    repeats = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by"
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.PREPARED, db_index=True
    )
    prepared_at = models.DateTimeField(_("prepared"))
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True)
    roll = models.PositiveIntegerField(_("members who may vote"), null=True, blank=True)
    members = models.PositiveIntegerField(_("members in office"), null=True, blank=True)
    quorum = models.ForeignKey(
        StoredVerdict, models.PROTECT, null=True, blank=True, related_name="elections_opened"
    )
    unfilled = models.PositiveSmallIntegerField(_("seats not filled"), null=True, blank=True)
    effect = models.ForeignKey(
        StoredVerdict, models.PROTECT, null=True, blank=True, related_name="elections_effected"
    )
    legal_effect = models.CharField(
        _("legal effect"), max_length=16, choices=LegalEffect, blank=True
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ["item", "round", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item"], condition=Q(state=State.OPEN), name="election_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="election_fills_a_seat"),
            models.CheckConstraint(
                condition=Q(round=1, repeats=None) | Q(round__gt=1, repeats__isnull=False),
                name="election_repeat_follows_one",
            ),
            models.CheckConstraint(
                condition=Q(state=State.PREPARED)
                | Q(
                    opened_at__isnull=False,
                    quorum__isnull=False,
                    members__gte=F("roll"),
                ),
                name="election_opened_has_a_roll",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ANNOUNCED)
                | Q(
                    announced_at__gte=F("opened_at"),
                    effect__isnull=False,
                    unfilled__lte=F("seats"),
                ),
                name="election_announced_has_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} ({self.round})"

    @property
    def is_open(self) -> bool:
        """Whether ballots are being cast and counted."""
        return self.state == State.OPEN

    @property
    def is_electronic(self) -> bool:
        """Whether ballots are cast into an electronic box."""
        return self.method == Method.SECRET_ELECTRONIC

    @property
    def is_repeat(self) -> bool:
        """Whether it repeats an earlier vote."""
        return self.round > 1


@append_only
class Candidate(Addressed):
    """A person on the ballot, at a place of it; the Council nominated him."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="candidates")
    person = models.ForeignKey(Person, models.PROTECT, related_name="candidacies")
    number = models.PositiveSmallIntegerField(_("place on the ballot"))

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        ordering = ["election", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "person"], name="candidate_once_on_a_ballot"
            ),
            models.UniqueConstraint(fields=["election", "number"], name="candidate_place_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.person}"


@append_only
class PaperBallotCount(Addressed):
    """What the protocol of the counting commission says of the ballots; the latest one counts."""

    election = models.ForeignKey(Election, models.PROTECT, related_name="counts")
    issued = models.PositiveIntegerField(_("ballots issued"))
    found = models.PositiveIntegerField(_("ballots found in the box"))
    invalid = models.PositiveIntegerField(_("invalid ballots"))
    file = models.FileField(_("signed protocol"), upload_to="protocols/")
    content_type = models.CharField(_("kind of file"), max_length=100, choices=ContentType)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    counted_at = models.DateTimeField(_("entered"))

    class Meta:
        verbose_name = _("count of paper ballots")
        verbose_name_plural = _("counts of paper ballots")
        ordering = ["election", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(found__lte=F("issued")), name="found_were_issued"),
            models.CheckConstraint(condition=Q(invalid__lte=F("found")), name="invalid_were_found"),
        ]

    def __str__(self) -> str:
        return f"{self.issued} / {self.found} / {self.invalid}"

    @property
    def valid(self) -> int:
        """Ballots found in the box whose marks count."""
        return self.found - self.invalid


@append_only
class CandidateCount(models.Model):
    """How many valid ballots bear a mark for a candidate."""

    count = models.ForeignKey(PaperBallotCount, models.PROTECT, related_name="by_candidate")
    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="counts")
    votes = models.PositiveIntegerField(_("votes"))

    class Meta:
        verbose_name = _("count of a candidate")
        verbose_name_plural = _("counts of candidates")
        constraints = [
            models.UniqueConstraint(fields=["count", "candidate"], name="candidate_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.candidate_id} {self.votes}"


@append_only
class CandidateResult(models.Model):
    """What became of a candidate: the votes, the place among all, whether elected and why.

    Attributes:
        place: 1 for the most votes; equal votes share a place.
        verdict: the law's answer on the candidate's votes (reading A11).
    """

    candidate = models.OneToOneField(Candidate, models.PROTECT, related_name="result")
    votes = models.PositiveIntegerField(_("votes"))
    place = models.PositiveSmallIntegerField(_("place"))
    elected = models.BooleanField(_("elected"))
    verdict = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="candidates")

    class Meta:
        verbose_name = _("result of a candidate")
        verbose_name_plural = _("results of candidates")
        ordering = ["place", "candidate__number"]

    def __str__(self) -> str:
        return f"{self.candidate} {self.votes}"
