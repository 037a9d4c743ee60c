"""Closed lists of words used of assignments, recommendations and measures."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from shanyraq.platform.words import called


class Ground(TextChoices):
    """What an assignment rests on."""

    DECISION = "decision", _("Decision of a body")
    CHAIR = "chair", _("Separate assignment of the Chair")
    DEPUTY = "deputy", _("Assignment of a deputy to the apparatus")


class State(TextChoices):
    """How far an assignment has come; being overdue is no state but follows from the date."""

    GIVEN = "given", _("Given")
    TAKEN_UP = "taken_up", _("Taken up")
    REPORTED = "reported", _("Reported, awaiting acceptance")
    RETURNED = "returned", _("Returned to the executor")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


#: States in which the executor has something to do.
RUNNING = (State.GIVEN, State.TAKEN_UP, State.RETURNED)
#: States after which nothing changes.
OVER = (State.ACCEPTED, State.WITHDRAWN)


class Effect(TextChoices):
    """What an accepted assignment has achieved, as it was assessed (S4.3.A2)."""

    ACHIEVED = "achieved", _("The purpose is achieved")
    PARTLY = "partly", _("The purpose is achieved in part")
    NOT_ACHIEVED = "not_achieved", _("Done as asked, but the purpose is not achieved")


class RecommendationKind(TextChoices):
    """What is sent on the ground of a decision (R3, R8.4b, R8.4d)."""

    RECOMMENDATION = "recommendation", _("Recommendation")
    CONCEPT = "concept", _("Concept or programme document")
    AMENDMENT = "amendment", _("Proposal of amendments of the charter")


class Addressee(TextChoices):
    """To whom it is sent."""

    PRESIDENT = "president", called("president", _("Appointing authority"))
    GOVERNMENT = "government", called("government", _("Executive authority"))
    ORGANIZATION = "organization", _("State body or organisation")


class AnswerKind(TextChoices):
    """How an addressee answered."""

    ACCEPTED = "accepted", _("Accepted")
    PARTLY = "partly", _("Accepted in part")
    DECLINED = "declined", _("Declined")
    OTHERWISE = "otherwise", _("Answered otherwise")


class MeasureKind(TextChoices):
    """What the executive was told to do (D.2)."""

    MEASURE = "measure", _("Implementing measure")
    CONFORMITY = "conformity", _("Earlier act to be brought into line")


class MeasureStatus(TextChoices):
    """How far an implementing measure has come, as a source document says."""

    OPEN = "open", pgettext_lazy("implementing measure", "Open")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Carried out")
    DROPPED = "dropped", _("No longer needed")


class Grouping(TextChoices):
    """By what the figures of execution are put together."""

    EXECUTOR = "executor", _("By executor")
    REGION = "region", _("By region")
    SESSION = "session", _("By Session")
    BODY = "body", _("By the body that decided")


class Shown(TextChoices):
    """Which assignments of the register are shown."""

    RUNNING = "running", _("In work")
    OVERDUE = "overdue", _("Overdue")
    REPORTED = "reported", _("Awaiting acceptance")
    ACCEPTED = "accepted", _("Accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")
