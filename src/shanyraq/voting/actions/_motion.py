"""What is put to the vote, as actions and their callers hand it on."""

from dataclasses import dataclass

from shanyraq.people.models import Wording
from shanyraq.sittings.models import AgendaItem

NO_WORDING = Wording(kk="", ru="", en="")


@dataclass(frozen=True, kw_only=True)
class Motion:
    """What is put to the vote: the question and, if there is one, the wording of the decision."""

    question: Wording
    text: Wording = NO_WORDING


def motion_columns(item: AgendaItem, motion: Motion | None) -> dict[str, str]:
    """What is put to the vote, as the columns of a vote; without a motion the item's own title."""
    if motion is None:
        titles = {f"question_{one}": getattr(item, f"title_{one}") for one in ("kk", "ru", "en")}
        return titles | NO_WORDING.columns("text")
    return {**motion.question.columns("question"), **motion.text.columns("text")}
