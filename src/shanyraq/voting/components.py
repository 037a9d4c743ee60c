"""Live parts of pages about voting: for phones, for the projector, the strip over a ballot.

They show public state only and never a form. While a vote is open they say how many have voted,
not how.
"""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from shanyraq.law.provisions import address_words
from shanyraq.platform.components import law_parts
from shanyraq.platform.languages import active
from shanyraq.platform.live import fragment
from shanyraq.sittings.enums import State as SessionState
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.queries import item_under_discussion, presence
from shanyraq.voting.models import Vote
from shanyraq.voting.queries import latest_vote, majority_of, quorum_of, tally_of


@dataclass(frozen=True, slots=True)
class Scene:
    """What a Session shows of its voting now: its latest vote, how it stands, what is discussed."""

    session: Session
    vote: Vote | None
    item: AgendaItem | None = None

    @property
    def on_screen(self) -> Vote | None:
        """The vote the hall looks at: none once the Session has gone on to another item."""
        if self.vote is None or self.vote.is_open:
            return self.vote
        passed = self.item is not None and self.item.pk != self.vote.item_id
        return None if passed or self.session.state == SessionState.CLOSED else self.vote


@fragment("sitting", "vote")
def vote_for_phones(public_id: str) -> str:
    """What is put to the vote, how many have voted, the result; with a link to vote."""
    return render_to_string("voting/live_vote.html", _told(_scene(public_id).vote))


@fragment("sitting", "strip")
def strip(public_id: str) -> str:
    """One line over a ballot: since when voting is open, or when it closed."""
    return render_to_string("voting/live_strip.html", {"vote": _scene(public_id).vote})


@fragment("sitting", "hall")
def hall(public_id: str) -> str:
    """The projector's picture: the vote with its result, else the item and the quorum."""
    scene = _scene(public_id, with_item=True)
    vote = scene.on_screen
    if vote is None:
        return render_to_string("voting/live_hall_quorum.html", _waiting(scene))
    return render_to_string("voting/live_hall.html", _told(vote))


def _scene(public_id: str, *, with_item: bool = False) -> Scene:
    """The state of a Session's voting.

    Raises:
        LookupError: there is no such Session.
    """
    vote = latest_vote(public_id)
    session = vote.session if vote else _session(public_id)
    return Scene(session, vote, item_under_discussion(session) if with_item else None)


def _session(public_id: str) -> Session:
    session = Session.objects.select_related("body").filter(public_id=public_id).first()
    if session is None:
        raise LookupError(public_id)
    return session


def _told(vote: Vote | None) -> dict[str, Any]:
    """A vote with its numbers and the law's words for them."""
    if vote is None:
        return {"vote": None}
    result = tally_of(vote)
    majority = majority_of(vote, votes_for=result.votes_for, on=vote.session.day)
    quorum = quorum_of(vote)
    return {
        "vote": vote,
        "result": result,
        "decision": getattr(vote, "decision", None),
        "word": "" if vote.is_open else majority.tell(active()).conclusion,
        "clause": law_parts().clause(majority),
        "law": address_words(majority.clause, active()),
        "absent": vote.members - vote.base,
        "quorum_needed": quorum.needed,
    }


def _waiting(scene: Scene) -> dict[str, Any]:
    there = presence(scene.session)
    return {
        "session": scene.session,
        "item": scene.item,
        "presence": there,
        "law": address_words(there.verdict.clause, active()),
    }
