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
    ADVISORY_CHAIR = "advisory_body_chair", _("Head of an advisory body")
    ADVISORY_SECRETARY = "advisory_body_secretary", _("Secretary of an advisory body")


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
    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association",
        _("National-cultural association"),
    )
    HEAD_OF_STATE_BODY = "head_of_state_body", _("Head of a state body")
    GOVERNMENT = "government", _("Government")


class DocumentKind(TextChoices):
    """What document of a body it is."""

    MAIN_DIRECTIONS = "main_directions", _("Main directions of activity")
    FUNCTIONS = "functions", _("Functions and powers")
    STATUTE = "statute", _("Statute")
    MANDATE = "mandate", _("Mandate")


class Office(TextChoices):
    """The office that brings somebody to the Coordination Council (R10.2), or another one."""

    DEPUTY_CHAIR_OF_ASSEMBLY = "deputy_chair_of_assembly", _("Deputy Chair of the Assembly")
    HEAD_OF_GOVERNMENT = "head_of_government", _("Head of the Government")
    MEMBER_OF_GOVERNMENT = "member_of_government", _("Member of the Government")
    CHAIR_OF_SENATE = "chair_of_senate", _("Chair of the Senate")
    CHAIR_OF_MAZHILIS = "chair_of_mazhilis", _("Chair of the Mazhilis")
    DEPUTY_CHAIR_OF_SENATE = "deputy_chair_of_senate", _("Deputy Chair of the Senate")
    DEPUTY_CHAIR_OF_MAZHILIS = "deputy_chair_of_mazhilis", _("Deputy Chair of the Mazhilis")
    OTHER = "other_office", _("Another office")


class Competence(TextChoices):
    """What the holder of a staff post is versed in (S4.3.E1)."""

    SCHOLAR = "scholar", _("Scholar")
    PRACTITIONER = "practitioner", _("Practitioner")
    PUBLIC_RELATIONS = "public_relations", _("Public-relations specialist")
    LAWYER = "lawyer", _("Lawyer")
    LINGUIST = "linguist", _("Linguist")


class AgreementState(TextChoices):
    """How far an agreement to an appointment has come."""

    ASKED = "asked", _("Asked for")
    AGREED = "agreed", _("Agreed")
    REFUSED = "refused", _("Refused")
