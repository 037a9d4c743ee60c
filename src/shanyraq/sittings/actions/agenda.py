"""Changes of a Session's agenda and its papers."""

import hashlib
from dataclasses import replace

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from shanyraq.people.models import Wording
from shanyraq.platform.live import publish
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.register import Done, action
from shanyraq.sittings.actions._files import kind_of
from shanyraq.sittings.actions._grounds import require_grounds
from shanyraq.sittings.actions._steps import (
    AgendaEmpty,
    Question,
    columns_of,
    item_facts,
    locked,
    require_fit,
    require_not_closed,
    require_title,
)
from shanyraq.sittings.enums import ItemKind, ItemState, State
from shanyraq.sittings.models import AgendaItem, Paper, Session
from shanyraq.sittings.permissions import PREPARING, rules_of

CHANGEABLE = frozenset({State.PREPARED, State.ANNOUNCED})


class AgendaFixed(Refusal):
    """The Session has been opened: its agenda stands."""

    code = "agenda-fixed"
    message = _("The agenda can be changed until the sitting is opened.")


class MethodStands(Refusal):
    """The Session itself chooses how it votes: the question is not taken away from it (R8.3c)."""

    code = "method-stands"
    message = _("The Session chooses the method of voting itself; this question stays.")


@action(
    "sittings.add_item",
    powers=("prepare_agenda", "prepare_council_meeting", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def add_item(*, occasion: Occasion, session: Session, question: Question) -> Done[AgendaItem]:
    """Put a question at the end of the agenda, before the Session is opened.

    Raises:
        NotYours: the actor does not prepare Sessions.
        LawSilent: the law of the day gives no answer.
        AgendaFixed: the Session has been opened.
        TitleMissing: no title in Kazakh or Russian.
        NotOfThisBody: the charter gives the power to another body.
        NoStatute: a statute would give it, and none is in force.
        CompetenceMissing: a question of competence names no provision that is in force.
        RapporteurMissing: a report of members names nobody who reports.
        RapporteurNotMember: who would report is no member in office.
    """
    session = _changeable(occasion, session)
    require_fit(question)
    require_grounds(question, rules_of(session.body, occasion.on))
    number = session.items.standing().count() + 1
    item = AgendaItem.objects.create(session=session, number=number, **columns_of(question))
    publish(session.topic)
    return Done(item, facts=item_facts(item))


@action(
    "sittings.change_item",
    powers=("prepare_agenda", "prepare_council_meeting", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def change_item(*, occasion: Occasion, item: AgendaItem, question: Question) -> Done[AgendaItem]:
    """Reword a question of the agenda, before the Session is opened.

    Raises:
        NotYours: the actor does not prepare Sessions.
        LawSilent: the law of the day gives no answer.
        AgendaFixed: the Session has been opened, or the question was taken off.
        TitleMissing: no title in Kazakh or Russian.
        NotOfThisBody: the charter gives the power to another body.
        NoStatute: a statute would give it, and none is in force.
        CompetenceMissing: a question of competence names no provision that is in force.
        RapporteurMissing: a report of members names nobody who reports.
        RapporteurNotMember: who would report is no member in office.
        MethodStands: the choice of the method would become another question.
    """
    session = _changeable(occasion, item.session)
    item = _standing(session, item)
    require_fit(question)
    require_grounds(question, rules_of(session.body, occasion.on))
    if item.kind == ItemKind.CHOOSE_VOTING_METHOD != question.kind:
        raise MethodStands
    question = replace(question, about=question.about or item.about)
    for column, value in columns_of(question).items():
        setattr(item, column, value)
    item.save()
    publish(session.topic)
    return Done(item, facts=item_facts(item))


@action(
    "sittings.drop_item",
    powers=("prepare_agenda", "prepare_council_meeting", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def drop_item(*, occasion: Occasion, item: AgendaItem) -> Done[AgendaItem]:
    """Take a question off the agenda, before the Session is opened; later ones move up.

    Raises:
        NotYours: the actor does not prepare Sessions.
        LawSilent: the law of the day gives no answer.
        AgendaFixed: the Session has been opened, or the question was taken off.
        MethodStands: it is the choice of the method of voting.
        AgendaEmpty: no other question would be left.
    """
    session = _changeable(occasion, item.session)
    item = _standing(session, item)
    if item.kind == ItemKind.CHOOSE_VOTING_METHOD:
        raise MethodStands
    others = session.items.standing().exclude(pk=item.pk)
    if not others.exclude(kind=ItemKind.CHOOSE_VOTING_METHOD).exists():
        raise AgendaEmpty
    item.state = ItemState.DROPPED
    item.save(update_fields=["state"])
    for number, other in enumerate(others, start=1):
        AgendaItem.objects.filter(pk=other.pk).update(number=number)
    publish(session.topic)
    return Done(item, facts=item_facts(item))


@action(
    "sittings.attach_paper",
    powers=("prepare_agenda", "prepare_council_meeting", "organise_advisory_bodies"),
    local=("prepare_small_assembly_meeting",),
)
def attach_paper(
    *, occasion: Occasion, item: AgendaItem, title: Wording, file: File[bytes]
) -> Done[Paper]:
    """Add a paper to a question: PDF, DOCX, ODT or PNG by its content, not by its name.

    Raises:
        NotYours: the actor does not prepare Sessions.
        LawSilent: the law of the day gives no answer.
        SessionOver: the Session has been closed.
        TitleMissing: no title in Kazakh or Russian.
        PaperTooLarge: the file is too large.
        PaperUnreadable: the file is of no kind accepted.
    """
    session = locked(item.session)
    rules_of(session.body, occasion.on).require(PREPARING, occasion)
    require_not_closed(session)
    require_title(title)
    content_type = kind_of(file)
    sha256 = hashlib.sha256(file.read()).hexdigest()
    file.seek(0)
    paper = Paper(
        item=item,
        content_type=content_type,
        sha256=sha256,
        size=file.size,
        attached_at=occasion.at,
        **title.columns("title"),
    )
    paper.file.save(f"{paper.public_id}.{content_type.label.lower()}", file, save=False)
    paper.save()
    publish(session.topic)
    return Done(paper, facts={"item": item.public_id, "sha256": sha256, "size": paper.size})


def _changeable(occasion: Occasion, session: Session) -> Session:
    session = locked(session)
    rules_of(session.body, occasion.on).require(PREPARING, occasion)
    if session.state not in CHANGEABLE:
        raise AgendaFixed
    return session


def _standing(session: Session, item: AgendaItem) -> AgendaItem:
    standing = session.items.standing().filter(pk=item.pk).first()
    if standing is None:
        raise AgendaFixed
    return standing
