"""Before the Council: onto the agenda of its meeting; considered when it closes the question."""

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.queries import council
from shanyraq.membership.actions import _titles as titles
from shanyraq.membership.actions._signed import names
from shanyraq.membership.actions._steps import (
    Basis,
    facts_of,
    locked,
    move,
    note,
    require_next,
    stored,
)
from shanyraq.membership.enums import CandidatureState, Opinion, StepKind
from shanyraq.membership.models import Candidature
from shanyraq.membership.queries.way import considered
from shanyraq.people.models import Person, Wording
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import CONSEQUENCE, Done, action
from shanyraq.sittings.actions import Question, add_item
from shanyraq.sittings.enums import ItemKind, ItemState, Kind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import require_met


class OnAnAgenda(Refusal):
    """The question stands on the agenda of a sitting that is still to come."""

    code = "on-an-agenda"
    message = _("This stands on the agenda of a sitting already, on {day}.")


class NotThisBody(Refusal):
    """The question belongs before another body."""

    code = "not-this-body"
    status = 422
    message = _("This is not a sitting of “{body}”.")
    remedy = _("Choose a sitting of that body.")


class NeedsMeeting(Refusal):
    """A candidature is considered at a meeting of the Council, never by a poll (R14.2a, A14)."""

    code = "needs-meeting"
    message = _("A candidature is considered at a meeting; a poll does not do it.")
    remedy = _("Choose a meeting, or prepare one.")


class NotFinished(Refusal):
    """The question counts as considered when the meeting closes it (A41)."""

    code = "not-finished"
    message = _("The meeting has not closed the question on this candidature.")
    remedy = _("Finish the question at the meeting.")


@action("membership.put_before_small_assembly", local=("prepare_small_assembly_meeting",))
def put_before_small_assembly(
    *, occasion: Occasion, candidature: Candidature, session: Session
) -> Done[AgendaItem]:
    """Put an association's candidate on the agenda of the small assembly's meeting (R14.1a).

    Raises:
        NotUnderWay: the candidature has ended.
        StepTaken: it has been nominated.
        StepMissing: another step comes first.
        NotThisBody: the meeting is another body's.
        OnAnAgenda: it stands on an agenda already.
        NotYours: the actor does not prepare these meetings.
        AgendaFixed: the meeting has been opened.
        LawSilent: the law gives no answer.
    """
    candidature = locked(candidature)
    verdict = require_next(candidature, StepKind.NOMINATION, occasion)
    body = candidature.small_assembly
    if body is None or session.body_id != body.pk:
        raise NotThisBody(body=body.name if body else None)
    title = names(titles.TO_NOMINATE, candidature.person)
    item = _put(
        occasion, session, kind=ItemKind.NOMINATION, title=title, about=candidature.public_id
    )
    return Done(item, facts=facts_of(candidature, Basis(item=item)), verdicts=[stored(verdict)])


@action("membership.put_before_council", powers=("prepare_council_meeting",))
def put_before_council(
    *, occasion: Occasion, candidature: Candidature, session: Session
) -> Done[AgendaItem]:
    """Put a nominated candidate on the agenda of a meeting of the Council (R14.2a).

    Raises:
        NotUnderWay: the candidature has ended.
        StepTaken: the Council has considered it.
        StepMissing: another step comes first.
        NotThisBody: the sitting is another body's.
        NeedsMeeting: it is a poll.
        OnAnAgenda: it stands on an agenda already.
        NotYours: the actor does not prepare meetings of the Council.
        AgendaFixed: the meeting has been opened.
        LawSilent: the law gives no answer.
    """
    candidature = locked(candidature)
    verdict = require_next(candidature, StepKind.CONSIDERATION, occasion)
    if session.body_id != council().pk:
        raise NotThisBody(body=council().name)
    require_met(considered(at_meeting=session.kind == Kind.MEETING, on=occasion.on), NeedsMeeting)
    title = names(titles.TO_CONSIDER, candidature.person)
    kind = ItemKind.MEMBERSHIP_CANDIDATES
    item = _put(occasion, session, kind=kind, title=title, about=candidature.public_id)
    return Done(item, facts=facts_of(candidature, Basis(item=item)), verdicts=[stored(verdict)])


@action("membership.put_deputy_before_council", powers=("prepare_council_meeting",))
def put_deputy_before_council(
    *, occasion: Occasion, person: Person, session: Session
) -> Done[AgendaItem]:
    """Put the proposal of a deputy chair on the agenda of a meeting of the Council (R7.4).

    By poll the question is put by opening the poll itself.

    Raises:
        NotThisBody: the sitting is another body's.
        OnAnAgenda: it stands on an agenda already.
        NotYours: the actor does not prepare sittings of the Council.
        AgendaFixed: the sitting has been opened.
        LawSilent: the law gives no answer.
    """
    if session.body_id != council().pk:
        raise NotThisBody(body=council().name)
    title = names(titles.TO_PROPOSE_DEPUTY, person)
    kind = ItemKind.DEPUTY_CHAIRS
    item = _put(occasion, session, kind=kind, title=title, about=person.public_id)
    return Done(item, facts={"session": session.public_id, "person": person.public_id})


@action("membership.note_consideration", powers=(CONSEQUENCE,))
def note_consideration(
    *, occasion: Occasion, candidature: Candidature, item: AgendaItem
) -> Done[Candidature]:
    """Take over that a meeting of the Council has closed the question on a candidature (A41).

    It follows from the closing itself; the Council's opinion may be negative and binds nobody.

    Raises:
        NotThisBody: the question is not of the Council on this candidature.
        NeedsMeeting: it was a poll.
        NotFinished: the question has not been closed.
        NotUnderWay: the candidature has ended.
        StepTaken: the Council has considered it.
        StepMissing: another step comes first.
        LawSilent: the law gives no answer.
    """
    candidature = locked(candidature)
    session = item.session
    right_kind = item.kind == ItemKind.MEMBERSHIP_CANDIDATES
    if not (session.body_id == council().pk and right_kind and item.about == candidature.public_id):
        raise NotThisBody(body=council().name)
    if item.state != ItemState.FINISHED:
        raise NotFinished
    at_meeting = session.kind == Kind.MEETING
    source = f"item:{item.public_id}"
    verdict = considered(at_meeting=at_meeting, on=occasion.on, source=source)
    require_met(verdict, NeedsMeeting)
    require_next(candidature, StepKind.CONSIDERATION, occasion)
    basis = Basis(item=item, opinion=_opinion(item), verdict=stored(verdict))
    note(candidature, StepKind.CONSIDERATION, occasion=occasion, basis=basis)
    move(candidature, CandidatureState.CONSIDERED)
    return Done(candidature, facts=facts_of(candidature, basis), verdicts=[stored(verdict)])


def _opinion(item: AgendaItem) -> Opinion:
    """What the Council's votes on a question say; its last one counts."""
    last = item.votes.filter(adopted__isnull=False).order_by("-closed_at", "-pk").first()
    if last is None:
        return Opinion.NONE
    return Opinion.FAVOURABLE if last.adopted else Opinion.UNFAVOURABLE


def _put(
    occasion: Occasion, session: Session, *, kind: ItemKind, title: Wording, about: str
) -> AgendaItem:
    """A question about somebody or something on an agenda, unless it stands on one to come."""
    waiting = AgendaItem.objects.filter(about=about, kind=kind).exclude(state=ItemState.DROPPED)
    earlier = waiting.exclude(session__state=State.CLOSED).select_related("session").first()
    if earlier is not None:
        raise OnAnAgenda(day=earlier.session.day)
    question = Question(kind=kind, title=title, about=about)
    return add_item(occasion=occasion, session=session, question=question)
