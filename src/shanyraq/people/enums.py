"""Closed lists of words used of persons, organisations and regions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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

    ASSEMBLY = "assembly", _("Assembly")
    COUNCIL = "council", _("Council of the Assembly")
    COORDINATION_COUNCIL = "coordination_council", _("Coordination Council")
    ADVISORY_BODY = "advisory_body", _("Advisory body")
    WORKING_ORGAN = "working_organ", _("Working Organ")
    SMALL_ASSEMBLY = "small_assembly", _("Small assembly")
    SECRETARIAT = "secretariat", _("Secretariat of a small assembly")
    STATE_BODY = "state_body", _("State body")
    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association",
        _("National-cultural association"),
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
