"""Persons, organisations and regions in Popolo's terms, and the accounts that persons sign in by.

Nothing here records ethnicity, faith or opinion. What somebody may do is never written on the
person or the account: it follows from the posts held on a date, which stand one storey higher.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from shanyraq.people.enums import AdvisoryForm, AreaKind, Classification, Gender, Language
from shanyraq.platform.languages import fold, localized, sort_key
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Actor


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One name, label or title as it is said in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str

    def columns(self, stem: str) -> dict[str, str]:
        """The three texts under the column names they are stored in, such as `name_kk`."""
        return {f"{stem}_kk": self.kk, f"{stem}_ru": self.ru, f"{stem}_en": self.en}

    @classmethod
    def read(cls, values: Mapping[str, Any], stem: str) -> "Wording":
        """The three texts under such names, as a form gives them; one that is missing is empty."""
        kk, ru, en = (values.get(f"{stem}_{one}", "") for one in ("kk", "ru", "en"))
        return cls(kk=kk, ru=ru, en=en)


class Named(Addressed):
    """Something with a name in three languages, sorted as Kazakh sorts and found without case."""

    name_kk = models.CharField(_("name in Kazakh"), max_length=255)
    name_ru = models.CharField(_("name in Russian"), max_length=255)
    name_en = models.CharField(_("name in English"), max_length=255)
    name_kk_sort = models.CharField(max_length=1800, editable=False, db_index=True)
    name_ru_sort = models.CharField(max_length=1800, editable=False, db_index=True)
    name_en_sort = models.CharField(max_length=1800, editable=False, db_index=True)
    name_fold = models.TextField(editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return localized(self, "name")

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- as Django declares it
        """Store the row with the columns it is sorted and searched by."""
        names = (self.name_kk, self.name_ru, self.name_en)
        self.name_kk_sort, self.name_ru_sort, self.name_en_sort = map(sort_key, names)
        self.name_fold = "\n".join(map(fold, names))
        super().save(*args, **kwargs)


class AreaQuerySet(models.QuerySet["Area"]):
    """Regions, asked about by date."""

    def on(self, day: date) -> Self:
        """Those that existed on a day: its first day included, the day of its end not."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_until=None) | Q(valid_until__gt=day),
        )

    def regions(self) -> Self:
        """Oblasts and cities of national significance, the country itself left out."""
        return self.exclude(classification=AreaKind.COUNTRY)


class Area(Named):
    """A territory as it was from one day to another; R16.1 has one small assembly in each region.

    `valid_from` empty: it is older than the record. `valid_until` empty: no end is recorded.
    """

    classification = models.CharField(_("kind"), max_length=32, choices=AreaKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    iso_former = models.CharField(_("ISO 3166-2 code until 2022"), max_length=8, blank=True)
    iso = models.CharField(_("ISO 3166-2 code"), max_length=8)
    datamaps = models.CharField(_("id on the map"), max_length=8, blank=True)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_until = models.DateField(_("until"), null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gt=F("valid_from")), name="area_ends_after_it_begins"
            ),
            models.UniqueConstraint(
                fields=["iso"], condition=Q(valid_until=None), name="area_code_stands_once"
            ),
        ]


#: Kinds of which the institution has one body at a time.
SINGLE_BODIES = [
    Classification.ASSEMBLY,
    Classification.COUNCIL,
    Classification.COORDINATION_COUNCIL,
    Classification.WORKING_ORGAN,
]


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Organisations, asked about by date."""

    def on(self, day: date) -> Self:
        """Those that existed on a day; an empty founding date is older than the record."""
        return self.filter(
            Q(founding_date=None) | Q(founding_date__lte=day),
            Q(dissolution_date=None) | Q(dissolution_date__gt=day),
        )

    def rivals(self, classification: str, area: Area | None) -> Self:
        """Those that stand and leave no room for another of the kind (in the region)."""
        standing = self.filter(classification=classification, dissolution_date=None)
        if classification == Classification.SMALL_ASSEMBLY:
            return standing.filter(area=area)
        return standing if classification in SINGLE_BODIES else standing.none()


class Organization(Named):
    """A body of the institution, a state body or an association (Popolo Organization)."""

    classification = models.CharField(
        _("kind"), max_length=40, choices=Classification, db_index=True
    )
    form = models.CharField(
        _("sort of advisory body"), max_length=24, choices=AdvisoryForm, blank=True
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="organizations"
    )
    founding_date = models.DateField(_("founded"), null=True, blank=True)
    dissolution_date = models.DateField(_("dissolved"), null=True, blank=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.CheckConstraint(
                condition=Q(dissolution_date__gt=F("founding_date")),
                name="organization_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["classification"],
                condition=Q(classification__in=SINGLE_BODIES, dissolution_date=None),
                name="organization_single_body",
            ),
            models.UniqueConstraint(
                fields=["area"],
                condition=Q(classification=Classification.SMALL_ASSEMBLY, dissolution_date=None),
                name="organization_one_small_assembly_in_a_region",
            ),
            models.CheckConstraint(
                condition=~Q(classification=Classification.SMALL_ASSEMBLY) | Q(area__isnull=False),
                name="organization_small_assembly_has_a_region",
            ),
        ]


class Person(Named):
    """A human being (Popolo Person); the name is written family name first, as lists are sorted.

    The public may see the name and the posts. Everything else serves the person alone.
    """

    family_name = models.CharField(_("family name"), max_length=120, blank=True)
    given_name = models.CharField(_("given name"), max_length=120, blank=True)
    gender = models.CharField(_("gender"), max_length=8, choices=Gender, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    preferred_language = models.CharField(
        _("language of letters"), max_length=2, choices=Language, default=Language.KAZAKH
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    @property
    def actor(self) -> Actor:
        """The person as the journal names the one who acts."""
        return Actor(self.public_id)


class UserManager(BaseUserManager["User"]):
    """Accounts, found by the e-mail address they sign in with."""

    def create_user(
        self, email: str, password: str | None = None, *, person: Person | None = None
    ) -> "User":
        """Open an account; without a password nobody can sign in by password."""
        user = self.model(email=email.strip().lower(), person=person)
        if person is not None:
            user.preferred_language = person.preferred_language
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The account of an e-mail address, in whatever case it was typed."""
        return self.get(email=(username or "").strip().lower())


class User(Addressed, AbstractBaseUser):
    """An account to sign in with. It grants nothing: the person's posts do.

    When somebody signed in last is not kept: beside secret ballots it would tell who came when.
    """

    email = models.EmailField(_("e-mail"), unique=True)
    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="user"
    )
    preferred_language = models.CharField(
        _("language of pages"), max_length=2, choices=Language, default=Language.KAZAKH
    )
    is_active = models.BooleanField(_("can sign in"), default=True)
    #: Django's way to do without the column.
    last_login = None

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")), name="user_email_in_lower_case"
            )
        ]

    def __str__(self) -> str:
        return self.email if self.person is None else self.person.name

    @property
    def actor(self) -> Actor:
        """Who acts when this account is signed in: its person, else the account itself."""
        return Actor(self.public_id) if self.person is None else self.person.actor


class Persona(Addressed):
    """A role that anybody may step into while the institution is only being demonstrated."""

    #: Roles of a smaller order are shown first, one of each kind; the others in one list.
    LEADING: ClassVar[int] = 100

    user = models.OneToOneField(User, models.CASCADE, related_name="persona")
    title_kk = models.CharField(max_length=255)
    title_ru = models.CharField(max_length=255)
    title_en = models.CharField(max_length=255)
    order = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        verbose_name = _("persona")
        verbose_name_plural = _("personas")
        ordering = ["order"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What the persona is, in the reader's language."""
        return localized(self, "title")
