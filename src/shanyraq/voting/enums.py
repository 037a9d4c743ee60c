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


#: Methods by which anybody sees how each member votes; the method itself is so voted on (A10).
HELD_OPENLY = (Method.OPEN_ELECTRONIC, Method.OPEN_SHOW_OF_HANDS)
#: Methods by which a vote can be held here.
BUILT = (*HELD_OPENLY, Method.SECRET_ELECTRONIC)


class Choice(TextChoices):
    """The position a member takes; none is better than another."""

    FOR = "for", _("For")
    AGAINST = "against", _("Against")
    ABSTAIN = "abstain", _("Abstain")


#: The positions as they stand on a ballot, in its order.
BALLOT_WORDS = [
    (Choice.FOR, _("I vote for")),
    (Choice.AGAINST, _("I vote against")),
    (Choice.ABSTAIN, _("I abstain")),
]


class State(TextChoices):
    """Whether a vote still takes votes, and if not, whether it has a result."""

    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    VOID = "void", _("Ended without a result")


class LegalEffect(TextChoices):
    """What force a decision has (R3)."""

    RECOMMENDATORY = "recommendatory", _("Recommendatory")
    BINDING = "binding", _("Binding")
