"""Closed lists of words used of votes; methods and effects are called as in the charter pack."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Purpose(TextChoices):
    """What a vote is about: how to vote (R8.3c), a question of an agenda or of a poll (R9.3a)."""

    METHOD = "method", _("Method of voting")
    QUESTION = "question", _("Question of the agenda")
    POLL = "poll", _("Question of a poll")


class Method(TextChoices):
    """How members vote (R8.3c, reading A10)."""

    OPEN_SHOW_OF_HANDS = "open_show_of_hands", _("Open, by show of hands")
    OPEN_ELECTRONIC = "open_electronic", _("Open, electronic")
    ROLL_CALL = "roll_call", _("By roll call")
    SECRET_PAPER = "secret_paper", _("Secret, on paper")
    SECRET_ELECTRONIC = "secret_electronic", _("Secret, electronic")


#: Methods by which a vote can be held here.
BUILT = (Method.OPEN_ELECTRONIC, Method.OPEN_SHOW_OF_HANDS)


class Choice(TextChoices):
    """The position a member takes; none is better than another."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    ABSTAIN = "abstain", _("Abstain")


class State(TextChoices):
    """Whether a vote still takes votes."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class LegalEffect(TextChoices):
    """What force a decision has (R3)."""

    RECOMMENDATORY = "recommendatory", _("Recommendatory")
    BINDING = "binding", _("Binding")
