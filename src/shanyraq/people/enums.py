"""Closed lists of words used of persons, organisations and regions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.words import called


class Language(TextChoices):
    """The three languages of the institution, each named in itself."""

    KAZAKH = "kk", "Қазақша"
    RUSSIAN = "ru", "Русский"
    ENGLISH = "en", "English"


class Gender(TextChoices):
    """What a person chose to say of it; it decides nothing."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")


class Classification(TextChoices):
    """What kind of organisation it is (Popolo `classification`)."""

    ASSEMBLY = "assembly", called("assembly", _("Main body"))
    COUNCIL = "council", called("council", _("Council"))
    COORDINATION_COUNCIL = (
        "coordination_council",
        called("coordination_council", _("Coordination body")),
    )
    ADVISORY_BODY = "advisory_body", _("Advisory body")
    WORKING_ORGAN = "working_organ", called("working_organ", _("Working organ"))
    SMALL_ASSEMBLY = "small_assembly", called("small_assembly", _("Local body"))
    SECRETARIAT = "secretariat", called("secretariat", _("Secretariat"))
    STATE_BODY = "state_body", _("State body")
    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association",
        called("national_cultural_association", _("Cultural association")),
    )
    PUBLIC_ASSOCIATION = "public_association", _("Public association")


class AdvisoryForm(TextChoices):
    """What sort of advisory body it is (R11)."""

    ANALYTICAL_CENTRE = "analytical_centre", _("Analytical centre")
    EXPERT_COUNCIL = "expert_council", _("Expert council")
    MEDIATION_GROUP = "mediation_group", _("Mediation group")
    COMMISSION = "commission", _("Commission")
    WORKING_GROUP = "working_group", _("Working group")
    OTHER = "other", _("Another structure")


class AreaKind(TextChoices):
    """What kind of territory it is (Popolo `classification`)."""

    COUNTRY = "country", _("Country")
    OBLAST = "oblast", _("Oblast")
    CITY = "city", _("City of national significance")
