"""Posts and the memberships that join a person to a body, each from a day to a day.

A membership without a post is a seat: its holder is a member of the body. A membership with a
post is the holding of that post and makes nobody a member. All dates are half-open: the first day
belongs to it, the day of its end does not.
"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.enums import Category, Competence, Office, Role
from shanyraq.bodies.models.acts import Act
from shanyraq.charter.models import StoredVerdict
from shanyraq.people.models import Area, Organization, Person
from shanyraq.platform.languages import localized
from shanyraq.platform.models import Addressed


class PostQuerySet(models.QuerySet["Post"]):
    """Posts, asked about by date."""

    def on(self, day: date) -> Self:
        """Those that exist on a day; an empty first day is older than the record."""
        return self.filter(
            Q(start_date=None) | Q(start_date__lte=day),
            Q(end_date=None) | Q(end_date__gt=day),
        )


class Post(Addressed):
    """A position that exists whoever holds it (Popolo Post).

    `seats` is how many may hold it at once; empty: the charter says it, or nothing limits it.
    `follows` is the post whose holder holds this one by office, so that nobody is put into it.
    `competence` is what its holder is to be versed in (S4.3.E1).
    """

    role = models.CharField(_("role"), max_length=32, choices=Role, db_index=True)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="posts")
    label_kk = models.CharField(_("label in Kazakh"), max_length=255)
    label_ru = models.CharField(_("label in Russian"), max_length=255)
    label_en = models.CharField(_("label in English"), max_length=255)
    seats = models.PositiveSmallIntegerField(_("holders at once"), null=True, blank=True, default=1)
    competence = models.CharField(_("competence"), max_length=32, choices=Competence, blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    start_date = models.DateField(_("from"), null=True, blank=True)
    end_date = models.DateField(_("until"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__gt=F("start_date")), name="post_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(seats=None) | Q(seats__gt=0), name="post_has_room_for_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """What the post is called, in the reader's language."""
        return localized(self, "label")


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, asked about by date."""

    def on(self, day: date) -> Self:
        """Those that run on a day: its first day included, the day of its end not."""
        return self.filter(Q(end_date=None) | Q(end_date__gt=day), start_date__lte=day)

    def during(self, first: date, end: date | None) -> Self:
        """Those that share a day with the half-open period; `end` empty: it has no end."""
        shared = self.filter(Q(end_date=None) | Q(end_date__gt=first))
        return shared if end is None else shared.filter(start_date__lt=end)

    def seats(self) -> Self:
        """Those that make somebody a member of the body."""
        return self.filter(post=None)

    def posts(self) -> Self:
        """Those that hold a post."""
        return self.exclude(post=None)

    def by_name(self, language: str = "kk") -> Self:
        """In the order of the holders' names, as the Kazakh alphabet has it."""
        return self.order_by(f"person__name_{language}_sort", "start_date", "pk")


class Membership(Addressed):
    """A person in a body, as a member or in a post, from a day to a day (Popolo Membership).

    What happened stays: a membership is never deleted, only ended by another act. `office` is the
    office outside the institution that somebody brings to the Coordination Council (R10.2).
    `follows` is the holding of another post that this one rests on by office; `warning` is what
    the charter had to say against the seat without refusing it (A19, A43).
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="memberships")
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    category = models.CharField(_("category"), max_length=64, choices=Category, blank=True)
    office = models.CharField(_("office"), max_length=40, choices=Office, blank=True)
    follows = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    warning = models.ForeignKey(
        StoredVerdict, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    on_behalf_of = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="sent"
    )
    start_date = models.DateField(_("from"))
    end_date = models.DateField(_("until"), null=True, blank=True)
    started_by = models.ForeignKey(Act, models.PROTECT, related_name="started")
    ended_by = models.ForeignKey(Act, models.PROTECT, null=True, blank=True, related_name="ended")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        indexes = [models.Index(fields=["organization", "start_date", "end_date"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__gt=F("start_date")), name="membership_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(ended_by=None) | Q(end_date__isnull=False),
                name="membership_ended_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(post__isnull=False) | ~Q(category=""),
                name="membership_seat_has_a_category",
            ),
            models.UniqueConstraint(
                fields=["person", "organization"],
                condition=Q(post=None, end_date=None),
                name="membership_one_open_seat",
            ),
            models.UniqueConstraint(
                fields=["person", "post"],
                condition=Q(end_date=None),
                name="membership_one_open_holding",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.post or self.organization}"
