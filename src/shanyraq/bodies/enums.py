"""Closed lists of words used of posts, seats and acts; the charter pack uses the same words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What the holder of a post is (Popolo `role`)."""

    CHAIR = "chair", _("Chair of the Assembly")
    DEPUTY_CHAIR = "deputy_chair", _("Deputy Chair of the Assembly")
    WORKING_ORGAN = "working_organ", _("Staff of the Working Organ")
    SMALL_ASSEMBLY_CHAIR = "small_assembly_chair", _("Chair of a small assembly")
    SECRETARIAT_HEAD = "secretariat_head", _("Head of a small assembly's secretariat")
    SMALL_ASSEMBLY_DEPUTY_CHAIR = (
        "small_assembly_deputy_chair",
        _("Deputy chair of a small assembly"),
    )
    SECRETARIAT = "secretariat", _("Staff of a small assembly's secretariat")
    AKIM = "akim", _("Akim of the region")


class Category(TextChoices):
    """Whom the holder of a seat comes from (R13, R18, R9.1a); counted and shown, never decisive."""

    STATE_BODY = "state_body_representative", _("Representative of a state body")
    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association_representative",
        _("Representative of a national-cultural association"),
    )
    OTHER_PUBLIC_ASSOCIATION = (
        "other_public_association_representative",
        _("Representative of another public association"),
    )
    OTHER_PERSON = "other_person", _("Other person")
    SMALL_ASSEMBLY_HEAD = "small_assembly_head", _("Head of a small assembly")
    OTHER_ASSEMBLY_MEMBER = "other_assembly_member", _("Other member of the Assembly")
    LOCAL_EXECUTIVE_BODY = (
        "local_executive_body_representative",
        _("Representative of a local executive body"),
    )
    LOCAL_REPRESENTATIVE_BODY = (
        "local_representative_body_representative",
        _("Representative of a local representative body"),
    )


class ActKind(TextChoices):
    """What kind of document an act is."""

    DECREE = "decree", _("Decree")
    ORDER = "order", _("Order")
    DECISION = "decision", _("Decision")
    STATEMENT = "statement", _("Statement")


class Issuer(TextChoices):
    """Who signed an act: the holder of a post, or an authority outside the institution."""

    PRESIDENT = "president", _("President of the Republic")
    CHAIR = "chair", _("Chair of the Assembly")
    DEPUTY_CHAIR = "deputy_chair", _("Deputy Chair of the Assembly")
    WORKING_ORGAN = "working_organ", _("Working Organ")
    SMALL_ASSEMBLY_CHAIR = "small_assembly_chair", _("Chair of a small assembly")
    MEMBER = "member", _("The member in person")
    COUNCIL = "council", _("Council of the Assembly")
    SMALL_ASSEMBLY = "small_assembly", _("Small assembly")
    PUBLIC_ASSOCIATION = "public_association", _("Highest organ of a public association")
    HEAD_OF_STATE_BODY = "head_of_state_body", _("Head of a state body")
    GOVERNMENT = "government", _("Government")
