"""Closed lists of words used of Sessions; the charter pack uses the same words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """How a Session comes about (R8.1, R8.2)."""

    ORDINARY = "ordinary", _("Ordinary Session")
    EXTRAORDINARY = "extraordinary", _("Extraordinary Session")


class State(TextChoices):
    """How far a Session has come."""

    PREPARED = "prepared", _("Prepared, not convened")
    ANNOUNCED = "announced", _("Announced")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class ItemKind(TextChoices):
    """Which power of the Session an item of the agenda uses (R8.3c, R8.4)."""

    CHOOSE_VOTING_METHOD = "choose_voting_method", _("Choosing the method of voting")
    CONCEPTS_AND_PROGRAMMES = (
        "discuss_and_submit_concepts_and_programmes",
        _("Discussing concepts and programmes and submitting them to the President"),
    )
    MEMBER_REPORTS = "hear_member_reports", _("Hearing reports of members")
    AMENDMENTS = (
        "propose_amendments_to_regulation",
        _("Proposing to the President amendments to the Regulation"),
    )
    OTHER_QUESTIONS = (
        "decide_other_questions_of_competence",
        _("Deciding another question within the Assembly's competence"),
    )
    ELECT_DEPUTIES = "elect_mazhilis_deputies", _("Electing deputies of the Mazhilis")


#: Powers of the Session whose items cannot be held here yet.
NOT_BUILT = frozenset({ItemKind.ELECT_DEPUTIES})


class ItemState(TextChoices):
    """How far an item of the agenda has come."""

    WAITING = "waiting", _("Waiting")
    DISCUSSED = "discussed", _("Under discussion")
    FINISHED = "finished", _("Finished")
    DROPPED = "dropped", _("Taken off the agenda")


class Means(TextChoices):
    """How somebody's presence was registered."""

    CODE = "code", _("with the hall's code")
    CLERK = "clerk", _("by the clerk")


class ContentType(TextChoices):
    """What a paper may be."""

    PDF = "application/pdf", "PDF"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"
    ODT = "application/vnd.oasis.opendocument.text", "ODT"
    PNG = "image/png", "PNG"


class Step(TextChoices):
    """What comes next with a Session."""

    CHANGE_DAY = "change_day", _("Choose another day")
    CONVENE = "convene", _("The Chair convenes, the notice is published")
    AWAIT = "await", _("The day of the Session")
    REGISTER = "register", _("Registration of members, until there is a quorum")
    OPEN = "open", _("The presiding person opens the Session")
    BEGIN_ITEM = "begin_item", _("Take up the next item of the agenda")
    FINISH_ITEM = "finish_item", _("Finish the item under discussion")
    CLOSE = "close", _("The presiding person closes the Session")
    LAPSED = "lapsed", _("The day has passed and the Session was not opened")
    NOTHING = "nothing", _("Closed; nothing changes any more")
