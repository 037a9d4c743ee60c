"""The agenda of a Session with papers, results and decisions, read at one go."""

from dataclasses import dataclass

from shanyraq.desks.queries.votes import Count, counts_of
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import PROCEDURES
from shanyraq.sittings.queries import agenda


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of the agenda and the votes that were taken on it.

    Attributes:
        shows_papers: whether its papers are public; a small assembly's are for its own people.
    """

    item: AgendaItem
    counts: list[Count]
    shows_papers: bool


def questions_of(session: Session) -> list[Question]:
    """Every question that stands on the agenda, in its order, with its closed votes."""
    counts = counts_of(session)
    public = not PROCEDURES[session.body.classification].by_statute
    return [
        Question(
            item=item,
            counts=[count for count in counts if count.vote.item_id == item.pk],
            shows_papers=public,
        )
        for item in agenda(session)
    ]
