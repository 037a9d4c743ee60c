"""What pages say of votes: how many have voted while one is open, and how, once it is closed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from shanyraq.law import Verdict
from shanyraq.platform.languages import active, whole
from shanyraq.sittings.models import Session
from shanyraq.tally import Result
from shanyraq.voting.enums import Purpose, State
from shanyraq.voting.models import Decision, Vote
from shanyraq.voting.queries import majority_of, tally_of, votes_of


@dataclass(frozen=True, kw_only=True)
class Count:
    """A vote with its numbers and the law's answer to them.

    Attributes:
        vote: the vote.
        result: positions in the base; while the vote is open a page shows only how many there are.
        verdict: the law's answer to the votes for so far.
    """

    vote: Vote
    result: Result
    verdict: Verdict

    @property
    def is_on_method(self) -> bool:
        """Whether it chooses how to vote."""
        return self.vote.purpose == Purpose.METHOD

    @property
    def question(self) -> str:
        """What is put to the vote, in the reader's language."""
        if self.is_on_method:
            method = self.vote.get_proposed_method_display()
            return _("Method of voting: {method}").format(method=method)
        return self.vote.question

    @property
    def word(self) -> str:
        """The law's conclusion in a word: adopted or not."""
        return self.verdict.tell(active()).conclusion

    @property
    def by_hands(self) -> bool:
        """Whether hands are counted instead of ballots."""
        return not self.vote.is_electronic and not self.vote.is_secret

    @property
    def tells_turnout(self) -> bool:
        """Whether it is known here how many have voted; of a secret vote its public board tells."""
        return self.vote.is_electronic

    @property
    def away(self) -> int:
        """Members in office who are not in the base of the vote."""
        return self.vote.members - self.vote.base

    @property
    def base_said(self) -> str:
        """Whom the votes for are counted from, in words."""
        counted = whole(self.result.base)
        if self.vote.session.is_session or self.vote.base == self.vote.present:
            return _("Base: {base} taking part").format(base=counted)
        return _("Base: all {base} members").format(base=counted)

    @property
    def decision(self) -> Decision | None:
        """What the vote decided, if it adopted anything."""
        return getattr(self.vote, "decision", None)


def count_of(vote: Vote) -> Count:
    """A vote with its numbers."""
    result = tally_of(vote)
    verdict = majority_of(vote, votes_for=result.votes_for, on=vote.session.day)
    return Count(vote=vote, result=result, verdict=verdict)


def counts_of(session: Session) -> list[Count]:
    """Every closed vote of a Session with its numbers, in the order in which they were taken."""
    closed = votes_of(session).filter(state=State.CLOSED).select_related("decision")
    return [count_of(vote) for vote in closed.order_by("opened_at", "pk")]


def latest_count(session: Session) -> Count | None:
    """The vote that was opened last, open or closed with a result."""
    vote = (
        votes_of(session)
        .exclude(state=State.VOID)
        .select_related("decision", "item__rapporteur")
        .first()
    )
    return None if vote is None else count_of(vote)
