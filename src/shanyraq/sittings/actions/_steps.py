"""Steps that several acts on a Session share, and the refusals they raise."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shanyraq.charter.models import StoredVerdict
from shanyraq.law import Verdict
from shanyraq.people.models import Person, Wording
from shanyraq.platform.journal import Json
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.enums import ItemKind, State
from shanyraq.sittings.models import AgendaItem, Session
from shanyraq.sittings.permissions import Rules, competence_of, require_met

METHOD_TITLE = Wording(
    kk="Дауыс беру тәсілін айқындау",
    ru="Определение способа голосования",
    en="Choosing the method of voting",
)


class AgendaEmpty(Refusal):
    """A Session is announced with its tentative agenda (R8.1b)."""

    code = "agenda-empty"
    status = 422
    message = _("The agenda needs at least one question.")
    remedy = _("Write what is to be considered.")


class TitleMissing(Refusal):
    """A question or a paper without a title in Kazakh and in Russian."""

    code = "title-missing"
    status = 422
    message = _("The title is missing in Kazakh or in Russian.")
    remedy = _("Write the title in both languages.")


class PlaceMissing(Refusal):
    """The notice names the place (R8.1b)."""

    code = "place-missing"
    status = 422
    message = _("The place is missing in Kazakh or in Russian.")
    remedy = _("Write the place in both languages.")


class NotOfThisBody(Refusal):
    """The charter gives the power that a question uses to another body."""

    code = "not-of-this-body"
    message = _("“{kind}” is not among the powers of “{body}”.")
    remedy = _("Choose a kind of question that this body may consider.")


class SessionOver(Refusal):
    """The Session has been closed: nothing changes any more."""

    code = "session-over"
    message = _("The sitting was closed on {closed}; nothing changes any more.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for the agenda: which power it uses, its title, who reports.

    Attributes:
        competence: the provision within whose field a question "of competence" lies (R8.4e).
        about: public identifier of what is considered, such as a candidature.
    """

    kind: ItemKind
    title: Wording
    rapporteur: Person | None = None
    competence: str = ""
    about: str = ""


def locked(session: Session) -> Session:
    """The Session as it is now, held until the end of the transaction."""
    return Session.objects.select_for_update().get(pk=session.pk)


def require_not_closed(session: Session) -> None:
    """Let a Session pass that has not been closed.

    Raises:
        SessionOver: it has.
    """
    if session.state == State.CLOSED:
        raise SessionOver(closed=session.closed_at)


def require_agenda(questions: Sequence[Question]) -> list[Question]:
    """The questions of a new agenda, the choice of the method of voting first (A10).

    Raises:
        AgendaEmpty: there is nothing beside that choice.
        TitleMissing: a title lacks Kazakh or Russian.
    """
    for question in questions:
        require_fit(question)
    method = ItemKind.CHOOSE_VOTING_METHOD
    others = [question for question in questions if question.kind != method]
    if not others:
        raise AgendaEmpty
    own = [question for question in questions if question.kind == method]
    return [*(own[:1] or [Question(kind=method, title=METHOD_TITLE)]), *others]


def require_fit(question: Question) -> None:
    """Let a question pass that can stand on an agenda here.

    Raises:
        TitleMissing: no title in Kazakh or Russian.
    """
    require_title(question.title)


def require_competence(question: Question, rules: Rules) -> Verdict | None:
    """Let a question pass that uses a power of the body; None: its rules speak of no powers.

    Raises:
        NotOfThisBody: the charter gives the power to another body.
        NoStatute: a statute would give it, and none is in force.
        LawSilent: the law of the day gives no answer.
    """
    kind, body = question.kind.label, rules.body.name
    if question.kind not in rules.kinds:
        raise NotOfThisBody(kind=kind, body=body)
    if not rules.procedure.holder:
        return None
    return require_met(competence_of(question.kind, rules), NotOfThisBody, kind=kind, body=body)


def write_agenda(session: Session, questions: Sequence[Question]) -> None:
    """Give a new Session its agenda."""
    for number, question in enumerate(questions, start=1):
        AgendaItem.objects.create(session=session, number=number, **columns_of(question))


def item_facts(item: AgendaItem) -> dict[str, Json]:
    """An item as the journal tells it: the question is public, the rapporteur is named by id."""
    return {
        "session": item.session.public_id,
        "number": item.number,
        "kind": item.kind,
        "title": {"kk": item.title_kk, "ru": item.title_ru, "en": item.title_en},
        "rapporteur": item.rapporteur.public_id if item.rapporteur else None,
        "competence": item.competence,
        "about": item.about,
    }


def columns_of(question: Question) -> dict[str, object]:
    """A question as the columns of its row."""
    columns = question.title.columns("title")
    told = {"competence": question.competence, "about": question.about}
    return {"kind": question.kind, "rapporteur": question.rapporteur, **told, **columns}


def require_title(title: Wording) -> None:
    """Let a title pass that is there in Kazakh and in Russian.

    Raises:
        TitleMissing: it is not.
    """
    if not (title.kk.strip() and title.ru.strip()):
        raise TitleMissing


def require_place(place: Wording) -> None:
    """Let a place pass that is there in Kazakh and in Russian.

    Raises:
        PlaceMissing: it is not.
    """
    if not (place.kk.strip() and place.ru.strip()):
        raise PlaceMissing


def session_facts(session: Session) -> dict[str, Json]:
    """A Session as the journal tells it."""
    return {
        "number": session.number,
        "kind": session.kind,
        "starts_at": session.starts_at.isoformat(),
        "place": {"kk": session.place_kk, "ru": session.place_ru, "en": session.place_en},
        "agenda": [item.title_kk for item in session.items.standing()],
    }


def kept(verdicts: Sequence[Verdict]) -> list[StoredVerdict]:
    """Verdicts as they are kept beside the journal."""
    return [StoredVerdict.objects.keep(verdict) for verdict in verdicts]
