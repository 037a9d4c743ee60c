"""Closed lists of words used of posts, seats and acts; the charter pack uses the same words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.words import called


class Role(TextChoices):
    """What the holder of a post is (Popolo `role`)."""

    CHAIR = "chair", called("chair", _("Chair"))
    DEPUTY_CHAIR = "deputy_chair", called("deputy_chair", _("Deputy chair"))
    WORKING_ORGAN = "working_organ", called("working_organ", _("Working organ"))
    SMALL_ASSEMBLY_CHAIR = (
        "small_assembly_chair",
        called("small_assembly_chair", _("Chair of a local body")),
    )
    SECRETARIAT_HEAD = "secretariat_head", called("secretariat_head", _("Head of a secretariat"))
    SMALL_ASSEMBLY_DEPUTY_CHAIR = (
        "small_assembly_deputy_chair",
        called("small_assembly_deputy_chair", _("Deputy chair of a local body")),
    )
    SECRETARIAT = "secretariat", called("secretariat", _("Secretariat"))
    AKIM = "akim", called("akim", _("Head of a region"))
    ADVISORY_CHAIR = "advisory_body_chair", _("Head of an advisory body")
    ADVISORY_SECRETARY = "advisory_body_secretary", _("Secretary of an advisory body")


class Category(TextChoices):
    """Whom the holder of a seat comes from (R13, R18, R9.1a); counted and shown, never decisive."""

    STATE_BODY = (
        "state_body_representative",
        called("state_body_representative", _("Representative of a state body")),
    )
    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association_representative",
        called(
            "national_cultural_association_representative",
            _("Representative of a cultural association"),
        ),
    )
    OTHER_PUBLIC_ASSOCIATION = (
        "other_public_association_representative",
        called(
            "other_public_association_representative",
            _("Representative of another public association"),
        ),
    )
    OTHER_PERSON = "other_person", called("other_person", _("Other person"))
    SMALL_ASSEMBLY_HEAD = (
        "small_assembly_head",
        called("small_assembly_head", _("Head of a local body")),
    )
    OTHER_ASSEMBLY_MEMBER = (
        "other_assembly_member",
        called("other_assembly_member", _("Other member")),
    )
    LOCAL_EXECUTIVE_BODY = (
        "local_executive_body_representative",
        called(
            "local_executive_body_representative",
            _("Representative of a local executive body"),
        ),
    )
    LOCAL_REPRESENTATIVE_BODY = (
        "local_representative_body_representative",
        called(
            "local_representative_body_representative",
            _("Representative of a local representative body"),
        ),
    )


class ActKind(TextChoices):
    """What kind of document an act is."""

    DECREE = "decree", _("Decree")
    ORDER = "order", _("Order")
    DECISION = "decision", _("Decision")
    STATEMENT = "statement", _("Statement")


class Issuer(TextChoices):
    """Who signed an act: the holder of a post, or an authority outside the institution."""

    PRESIDENT = "president", called("president", _("Appointing authority"))
    CHAIR = "chair", called("chair", _("Chair"))
    DEPUTY_CHAIR = "deputy_chair", called("deputy_chair", _("Deputy chair"))
    WORKING_ORGAN = "working_organ", called("working_organ", _("Working organ"))
    SMALL_ASSEMBLY_CHAIR = (
        "small_assembly_chair",
        called("small_assembly_chair", _("Chair of a local body")),
    )
    MEMBER = "member", _("The member in person")
    COUNCIL = "council", called("council", _("Council"))
    SMALL_ASSEMBLY = "small_assembly", called("small_assembly", _("Local body"))
    PUBLIC_ASSOCIATION = (
        "public_association",
        called("public_association", _("Highest organ of a public association")),
    )
    NATIONAL_CULTURAL_ASSOCIATION = (
        "national_cultural_association",
        called("national_cultural_association", _("Cultural association")),
    )
    HEAD_OF_STATE_BODY = (
        "head_of_state_body",
        called("head_of_state_body", _("Head of a state body")),
    )
    GOVERNMENT = "government", called("government", _("Executive authority"))


class DocumentKind(TextChoices):
    """What document of a body it is."""

    MAIN_DIRECTIONS = "main_directions", _("Main directions of activity")
    FUNCTIONS = "functions", _("Functions and powers")
    STATUTE = "statute", _("Statute")
    MANDATE = "mandate", _("Mandate")


class Office(TextChoices):
    """The office that brings somebody to the Coordination Council (R10.2), or another one."""

    DEPUTY_CHAIR_OF_ASSEMBLY = (
        "deputy_chair_of_assembly",
        called("deputy_chair_of_assembly", _("Deputy chair")),
    )
    HEAD_OF_GOVERNMENT = (
        "head_of_government",
        called("head_of_government", _("Head of the executive authority")),
    )
    MEMBER_OF_GOVERNMENT = (
        "member_of_government",
        called("member_of_government", _("Member of the executive authority")),
    )
    CHAIR_OF_SENATE = "chair_of_senate", called("chair_of_senate", _("Chair of the upper house"))
    CHAIR_OF_MAZHILIS = (
        "chair_of_mazhilis",
        called("chair_of_mazhilis", _("Chair of the lower house")),
    )
    DEPUTY_CHAIR_OF_SENATE = (
        "deputy_chair_of_senate",
        called("deputy_chair_of_senate", _("Deputy chair of the upper house")),
    )
    DEPUTY_CHAIR_OF_MAZHILIS = (
        "deputy_chair_of_mazhilis",
        called("deputy_chair_of_mazhilis", _("Deputy chair of the lower house")),
    )
    OTHER = "other_office", called("other_office", _("Another office"))


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
