"""Votes with their frozen roll, ballots and counts by hand; decisions and opinions on them.

Who may vote is fixed when a vote opens (reading A7): its voters are the members registered as
present at that moment, and their number is its base. Voters, ballots, counts, decisions and
opinions are added and never changed.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.models import Membership
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.models import Person
from shanyraq.platform.guards import append_only
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.voting.enums import (
    BUILT,
    Choice,
    LegalEffect,
    Method,
    Purpose,
    State,
)


class Vote(Addressed):
    """One vote of a Session, on how to vote or on a question of the agenda (R8.3).

    Attributes:
        proposed_method: what a vote on the method would set; empty for a question.
        text_kk, text_ru, text_en: wording of the decision that is put to the vote; may be empty.
        members: members in office when it opened.
        present: those who may vote: registered as present when it opened; in a poll all members.
        base: what the law counts the votes for from: the present of a Session, all members of
            the Council.
        needed: votes for that adopt it, in whole persons.
        quorum: the law's answer on presence when it opened (reading A6); of a poll, which asks
            for no presence, the answer on whether its question may be put to a poll.
        result: the law's answer on the votes for; empty while it is open, or without a result.
        votes_for, votes_against, votes_abstained: what was counted; empty like the result.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="votes")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="votes")
    purpose = models.CharField(_("purpose"), max_length=16, choices=Purpose)
    method = models.CharField(_("method"), max_length=32, choices=Method)
    proposed_method = models.CharField(
        _("proposed method"), max_length=32, choices=Method, blank=True
    )
    question_kk = models.CharField(_("question in Kazakh"), max_length=500)
    question_ru = models.CharField(_("question in Russian"), max_length=500)
    question_en = models.CharField(_("question in English"), max_length=500)
    text_kk = models.TextField(_("text in Kazakh"), blank=True)
    text_ru = models.TextField(_("text in Russian"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.OPEN, db_index=True
    )
    opened_at = models.DateTimeField(_("opened"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    members = models.PositiveIntegerField(_("members in office"))
    present = models.PositiveIntegerField(_("members who may vote"))
    base = models.PositiveIntegerField(_("members counted from"))
    needed = models.PositiveIntegerField(_("votes needed"))
    quorum = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="votes_opened")
    result = models.ForeignKey(
        StoredVerdict, models.PROTECT, null=True, blank=True, related_name="votes_closed"
    )
    adopted = models.BooleanField(_("adopted"), null=True, blank=True)
    votes_for = models.PositiveIntegerField(_("for"), null=True, blank=True)
    votes_against = models.PositiveIntegerField(_("against"), null=True, blank=True)
    votes_abstained = models.PositiveIntegerField(_("abstained"), null=True, blank=True)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(state=State.OPEN) & ~Q(purpose=Purpose.POLL),
                name="vote_one_at_a_time",
            ),
            models.CheckConstraint(condition=Q(method__in=BUILT), name="vote_method_built"),
            models.CheckConstraint(
                condition=(Q(purpose=Purpose.METHOD) & ~Q(proposed_method=""))
                | Q(purpose__in=[Purpose.QUESTION, Purpose.POLL], proposed_method=""),
                name="vote_on_method_proposes_one",
            ),
            models.CheckConstraint(condition=Q(base__lte=F("members")), name="vote_base_in_office"),
            models.CheckConstraint(
                condition=Q(present__lte=F("members")), name="vote_present_in_office"
            ),
            models.CheckConstraint(
                condition=Q(state=State.OPEN)
                | Q(state=State.VOID, closed_at__gte=F("opened_at"), result=None, adopted=None)
                | Q(
                    closed_at__gte=F("opened_at"),
                    result__isnull=False,
                    adopted__isnull=False,
                    votes_for__isnull=False,
                    votes_against__isnull=False,
                    votes_abstained__isnull=False,
                ),
                name="vote_closed_has_a_result",
            ),
            models.CheckConstraint(
                condition=Q(votes_for=None)
                | Q(present__gte=F("votes_for") + F("votes_against") + F("votes_abstained")),
                name="vote_counts_within_present",
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def question(self) -> str:
        """What is put to the vote, in the reader's language."""
        return localized(self, "question")

    @property
    def text(self) -> str:
        """Wording of the decision put to the vote, in the reader's language; may be empty."""
        return localized(self, "text")

    @property
    def topic(self) -> str:
        """The live topic under which its own pages are told what changed."""
        return f"vote:{self.public_id}"

    @property
    def topics(self) -> tuple[str, str]:
        """The live topics told of its changes: the Session's pages and its own."""
        return (self.session.topic, self.topic)

    @property
    def is_open(self) -> bool:
        """Whether it still takes votes."""
        return self.state == State.OPEN

    @property
    def is_electronic(self) -> bool:
        """Whether members send their votes from their own devices."""
        return self.method == Method.OPEN_ELECTRONIC

    @property
    def is_secret(self) -> bool:
        """Whether ballots are cast into an electronic box, and nobody sees whose they are."""
        return self.method == Method.SECRET_ELECTRONIC

    @property
    def is_void(self) -> bool:
        """Whether it ended without a result, because its ballot box was given up."""
        return self.state == State.VOID


@append_only
class Voter(models.Model):
    """A member who may cast one vote: he was registered as present when the vote opened."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="voters")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="votes")

    class Meta:
        verbose_name = _("voter")
        verbose_name_plural = _("voters")
        constraints = [
            models.UniqueConstraint(fields=["vote", "membership"], name="voter_once_in_a_vote")
        ]

    def __str__(self) -> str:
        return f"{self.vote_id} {self.membership_id}"


@append_only
class Ballot(Addressed):
    """The one position a member takes in an open electronic vote; it is public."""

    voter = models.OneToOneField(Voter, models.PROTECT, related_name="ballot")
    choice = models.CharField(_("choice"), max_length=8, choices=Choice)
    cast_at = models.DateTimeField(_("cast"))

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints = [
            models.CheckConstraint(
                condition=Q(choice__in=Choice.values), name="ballot_choice_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.voter_id} {self.choice}"


@append_only
class HandCount(Addressed):
    """What the clerk counted in a vote by show of hands; `base` repeats who may vote in it."""

    vote = models.OneToOneField(Vote, models.PROTECT, related_name="hand_count")
    base = models.PositiveIntegerField(_("members who may vote"))
    votes_for = models.PositiveIntegerField(_("for"))
    votes_against = models.PositiveIntegerField(_("against"))
    votes_abstained = models.PositiveIntegerField(_("abstained"))
    counted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="hands_counted"
    )
    counted_at = models.DateTimeField(_("counted"))

    class Meta:
        verbose_name = _("count of hands")
        verbose_name_plural = _("counts of hands")
        constraints = [
            models.CheckConstraint(
                condition=Q(base__gte=F("votes_for") + F("votes_against") + F("votes_abstained")),
                name="hands_within_base",
            )
        ]

    def __str__(self) -> str:
        return f"{self.votes_for} / {self.votes_against} / {self.votes_abstained}"


@append_only
class Decision(Addressed):
    """What a Session adopted; its legal effect follows from the law, never from a person (R3).

    Attributes:
        number: the Session's number and the decision's place in it: "15/1".
        verdict: quorum, method, competence and majority together.
        effect: the law's answer on its force.
    """

    vote = models.OneToOneField(Vote, models.PROTECT, related_name="decision")
    number = models.CharField(_("number"), max_length=16, unique=True)
    title_kk = models.CharField(_("title in Kazakh"), max_length=500)
    title_ru = models.CharField(_("title in Russian"), max_length=500)
    title_en = models.CharField(_("title in English"), max_length=500)
    text_kk = models.TextField(_("text in Kazakh"), blank=True)
    text_ru = models.TextField(_("text in Russian"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    legal_effect = models.CharField(_("legal effect"), max_length=16, choices=LegalEffect)
    adopted_on = models.DateField(_("adopted on"))
    verdict = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="decisions")
    effect = models.ForeignKey(StoredVerdict, models.PROTECT, related_name="decisions_effected")

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def title(self) -> str:
        """What was decided, in the reader's language."""
        return localized(self, "title")

    @property
    def text(self) -> str:
        """Its wording in the reader's language; may be empty."""
        return localized(self, "text")


@append_only
class Dissent(Addressed):
    """An opinion of a member on a decision, given at any time after it (R20.2, reading A20)."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="dissents")
    person = models.ForeignKey(Person, models.PROTECT, related_name="dissents")
    text = models.TextField(_("opinion"))
    language = models.CharField(_("language"), max_length=3, choices=OpinionLanguage)
    added_at = models.DateTimeField(_("added"))

    class Meta:
        verbose_name = _("dissenting opinion")
        verbose_name_plural = _("dissenting opinions")
        ordering = ["added_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="dissent_says_something")]

    def __str__(self) -> str:
        return f"{self.decision.number} {self.person}"


@append_only
class Sheet(Addressed):
    """A member's answer to all questions of a poll at once; it is given once (R9.3a, R2.2).

    How the member answered stands in the ballots, one a question; it is hidden until the poll is
    closed (reading A14). That there is an answer is told at once.
    """

    session = models.ForeignKey(Session, models.PROTECT, related_name="sheets")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="sheets")
    answered_at = models.DateTimeField(_("answered"))

    class Meta:
        verbose_name = _("sheet of a poll")
        verbose_name_plural = _("sheets of polls")
        constraints = [
            models.UniqueConstraint(fields=["session", "membership"], name="sheet_once_a_member")
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.membership_id}"


@append_only
class Reminder(Addressed):
    """That the members without an answer to a poll were reminded, at most once a day."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="reminders")
    day = models.DateField(_("day"))
    reminded_at = models.DateTimeField(_("reminded"))

    class Meta:
        verbose_name = _("reminder of a poll")
        verbose_name_plural = _("reminders of polls")
        ordering = ["session", "reminded_at"]
        constraints = [
            models.UniqueConstraint(fields=["session", "day"], name="reminder_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.day}"
