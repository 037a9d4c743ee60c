"""Reads of boxes in which a question is voted on secretly: what it asks, how it was counted."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from shanyraq.elections.enums import BoxState
from shanyraq.elections.models import BallotBox
from shanyraq.elections.queries.archive import result_of
from shanyraq.elections.queries.boxes import boxes_on
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem
from shanyraq.tally import Result
from shanyraq.voting.enums import Choice, Method, Purpose
from shanyraq.voting.enums import State as VoteState
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import chosen_method

#: Questions about which no motion is voted on in a box: an election, the choice of the method.
NO_MOTION = {ItemKind.ELECT_DEPUTIES, ItemKind.CHOOSE_VOTING_METHOD}


def takes_motion(item: AgendaItem) -> bool:
    """Whether a question may be voted on in a box: the Session alone chooses to (R8.3c)."""
    return item.session.is_session and item.kind not in NO_MOTION


def boxes_of_question(item: AgendaItem) -> QuerySet[BallotBox]:
    """Every box for a motion on a question, the latest first, abandoned ones included."""
    return boxes_on(item).filter(election=None).select_related("vote", "motion").order_by("-pk")


def box_of_question(item: AgendaItem) -> BallotBox | None:
    """The box whose vote on a question is prepared or under way; None while there is none."""
    running = boxes_of_question(item).exclude(state=BoxState.ABANDONED)
    return running.filter(vote__closed_at=None).first()


def questions_in_boxes() -> QuerySet[AgendaItem]:
    """Questions that are, or are to be, decided in a box: an election, a secret vote under way.

    Some of them may have been decided since; what can be done about each tells.
    """
    electing = Q(elections__method=Method.SECRET_ELECTRONIC, elections__announced_at=None)
    boxes = BallotBox.objects.filter(election=None, vote__closed_at=None)
    with_box = Q(ballot_boxes__in=boxes.exclude(state=BoxState.ABANDONED))
    chosen = Vote.objects.filter(adopted=True, proposed_method=Method.SECRET_ELECTRONIC)
    begun = Q(state=ItemState.DISCUSSED, session__in=chosen.values("session"))
    items = AgendaItem.objects.select_related("session__body", "session__presiding")
    held = items.exclude(session__state=SessionState.CLOSED)
    return held.filter(electing | with_box | begun).distinct()


def waits_for_a_box(item: AgendaItem) -> bool:
    """Whether the Session has chosen to vote on a question in a box, and has not done it yet."""
    if not takes_motion(item) or chosen_method(item.session, item) != Method.SECRET_ELECTRONIC:
        return False
    votes = Vote.objects.filter(item=item, purpose=Purpose.QUESTION)
    return not votes.exclude(state=VoteState.VOID).exists()


def box_of_vote(vote: Vote) -> BallotBox | None:
    """The box that a vote opened with, given up or not; None for a vote without one."""
    return BallotBox.objects.filter(vote=vote).select_related("motion").first()


@dataclass(frozen=True, slots=True)
class MotionCount:
    """How the ballots of a box for a motion were counted.

    Attributes:
        base: those who could vote; who cast no ballot counts among them (reading A7).
    """

    base: int
    votes: dict[Choice, int]

    @property
    def result(self) -> Result:
        """The same as the law is asked about it."""
        return Result(
            base=self.base,
            votes_for=self.votes[Choice.FOR],
            against=self.votes[Choice.AGAINST],
            abstained=self.votes[Choice.ABSTAIN],
        )


def motion_count_of(box: BallotBox) -> MotionCount | None:
    """What the opened box holds for, against and abstaining; None before it is counted."""
    result = result_of(box)
    if result is None:
        return None
    marks = [int(str(each)) for each in result.answers[0]]
    return MotionCount(box.roll.count(), dict(zip(Choice, marks, strict=True)))
