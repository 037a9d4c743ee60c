"""Closed lists of words used of Sessions; the charter pack uses the same words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.words import called


class Kind(TextChoices):
    """What sort of sitting it is (R8.1, R8.2, R9.3)."""

    ORDINARY = "ordinary", _("Ordinary Session")
    EXTRAORDINARY = "extraordinary", _("Extraordinary Session")
    MEETING = "meeting", _("Meeting")
    POLL = "poll", _("Poll")


#: The kinds of Sessions of the Assembly (R8.1, R8.2).
ASSEMBLY_KINDS = (Kind.ORDINARY, Kind.EXTRAORDINARY)


class State(TextChoices):
    """How far a Session has come."""

    PREPARED = "prepared", _("Prepared, not convened")
    ANNOUNCED = "announced", _("Announced")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class ItemKind(TextChoices):
    """Which power of the Session an item of the agenda uses (R8.3c, R8.4)."""

    CHOOSE_VOTING_METHOD = (
        "choose_voting_method",
        called("determine_voting_method", _("Choosing the method of voting")),
    )
    CONCEPTS_AND_PROGRAMMES = (
        "discuss_and_submit_concepts_and_programmes",
        called(
            "discuss_and_submit_concepts_and_programmes",
            _("Discussing concepts and programmes"),
        ),
    )
    MEMBER_REPORTS = (
        "hear_member_reports",
        called("hear_member_reports", _("Hearing reports of members")),
    )
    AMENDMENTS = (
        "propose_amendments_to_regulation",
        called("propose_amendments_to_regulation", _("Proposing amendments of the charter")),
    )
    OTHER_QUESTIONS = (
        "decide_other_questions_of_competence",
        called("decide_other_questions_of_competence", _("Deciding another question")),
    )
    ELECT_DEPUTIES = (
        "elect_mazhilis_deputies",
        called("elect_mazhilis_deputies", _("Electing deputies of the lower house")),
    )
    MEMBERSHIP_CANDIDATES = (
        "consider_membership_candidates",
        called("consider_membership_candidates", _("Considering a candidature for membership")),
    )
    DEPUTY_CHAIRS = (
        "propose_deputy_chairs",
        called("propose_deputy_chairs", _("Proposing a deputy of the Chair")),
    )
    MAZHILIS_CANDIDATES = (
        "nominate_mazhilis_candidates",
        called("nominate_mazhilis_candidates", _("Nominating candidates for the lower house")),
    )
    IMPORTANT_QUESTIONS = (
        "consider_most_important_questions",
        called(
            "consider_most_important_questions",
            _("Considering one of the most important questions"),
        ),
    )
    NOMINATION = (
        "nominate_assembly_members",
        called("nominate_assembly_members", _("Nominating a candidate for membership")),
    )
    SMALL_ASSEMBLY_QUESTION = (
        "decide_small_assembly_question",
        called("decide_small_assembly_question", _("Deciding a question of the region")),
    )
    OPINION = "give_opinion", _("Giving an opinion")


#: Powers whose items cannot well be considered without a text; no provision says so.
NEEDS_TEXT = frozenset({ItemKind.CONCEPTS_AND_PROGRAMMES, ItemKind.MEMBER_REPORTS})


class Capacity(TextChoices):
    """As what somebody signs the convening of a Council meeting (R9.3b)."""

    CONVENES = "convenes", _("convenes")
    CONSENTS = "consents", _("consents")


class LetterKind(TextChoices):
    """What a letter about a sitting is for."""

    INVITATION = "invitation", _("Invitation")
    REMINDER = "reminder", _("Reminder")


class RequestState(TextChoices):
    """How far a request for an extraordinary Session has come (R8.2a)."""

    COLLECTING = "collecting", _("Signatures are being collected")
    FILED = "filed", _("Before the Chair, awaiting decision")
    CONVENED = "convened", _("The Session was convened")
    DECLINED = "declined", _("The Chair declined")
    DROPPED = "dropped", _("Given up by its initiator")


class OpinionLanguage(TextChoices):
    """In what language a member writes; the last one is any other."""

    KAZAKH = "kk", "Қазақша"
    RUSSIAN = "ru", "Русский"
    ENGLISH = "en", "English"
    OTHER = "und", _("Another language")


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
    SIGN = "sign", _("The deputies convene and the Chair consents, each by a signature")
    APPOINT = "appoint", _("The meeting is convened, the members are told")
    AWAIT = "await", _("The day of the sitting")
    REGISTER = "register", _("Registration of members, until there is a quorum")
    OPEN = "open", _("The presiding person opens the sitting")
    BEGIN_ITEM = "begin_item", _("Take up the next item of the agenda")
    FINISH_ITEM = "finish_item", _("Finish the item under discussion")
    CLOSE = "close", _("The presiding person closes the sitting")
    LAPSED = "lapsed", _("The day has passed and the sitting was not opened")
    NOTHING = "nothing", _("Closed; nothing changes any more")
