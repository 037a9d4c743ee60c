"""What a meeting concludes without a vote: the opinion of an advisory body, or of the Council."""

from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._steps import kept, locked, require_not_closed
from shanyraq.sittings.actions.conduct import NotOpen
from shanyraq.sittings.enums import ItemState, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import PRESIDING, require_presiding, rules_of


class SessionDecides(Refusal):
    """A Session of the Assembly decides by voting (R8.3b)."""

    code = "session-decides"
    message = _("A Session decides by a vote; a conclusion is recorded of meetings alone.")
    remedy = _("Put the question to the vote.")


class NotTakenUp(Refusal):
    """A meeting concludes on what it has discussed."""

    code = "not-taken-up"
    message = _("Item {number} of the agenda has not been taken up.")
    remedy = _("Take it up first.")


class ConclusionMissing(Refusal):
    """A conclusion says something, in Kazakh and in Russian."""

    code = "conclusion-missing"
    status = 422
    message = _("The conclusion is missing in Kazakh or in Russian.")
    remedy = _("Write it in both languages.")


@action(
    "sittings.record_conclusion",
    powers=("open_session", "preside_at_council", "organise_advisory_bodies"),
    local=("preside_at_small_assembly",),
)
def record_conclusion(*, occasion: Occasion, item: AgendaItem, text: Wording) -> Done[AgendaItem]:
    """Record in words what a meeting concluded on an item; until it closes it may be corrected.

    The Council's opinion on a candidature needs no adopted decision (A41); an advisory body gives
    opinions only (R11).

    Raises:
        NotYours: the actor neither presides nor keeps the record.
        NotPresiding: somebody else presides.
        SessionDecides: it is a Session of the Assembly, or a poll.
        NotOpen: the meeting is not open.
        SessionOver: it has been closed.
        NotTakenUp: the item is neither under discussion nor finished.
        ConclusionMissing: no words in Kazakh or Russian.
        LawSilent: the law of the day gives no answer.
    """
    session = locked(item.session)
    power = rules_of(session.body, occasion.on).require(PRESIDING, occasion, in_person=False)
    _require_meeting_open(session)
    require_presiding(session, power, occasion)
    item = session.items.get(pk=item.pk)
    if item.state not in {ItemState.DISCUSSED, ItemState.FINISHED}:
        raise NotTakenUp(number=item.number)
    if not (text.kk.strip() and text.ru.strip()):
        raise ConclusionMissing
    columns = {name: value.strip() for name, value in text.columns("conclusion").items()}
    for name, value in columns.items():
        setattr(item, name, value)
    item.save(update_fields=list(columns))
    publish(session.topic)
    facts: dict[str, Json] = {
        "session": session.public_id,
        "number": item.number,
        "conclusion": {**columns},
    }
    return Done(item, facts=facts, verdicts=kept([power]))


def _require_meeting_open(session: Session) -> None:
    if session.kind != Kind.MEETING:
        raise SessionDecides
    require_not_closed(session)
    if session.state != State.OPEN:
        raise NotOpen
