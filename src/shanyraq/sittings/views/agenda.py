"""The agenda and its papers: adding, rewording, taking off, attaching, downloading."""

from functools import cached_property
from typing import Any, cast

from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from shanyraq.people.models import Person
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.sittings.actions import add_item, attach_paper, change_item, drop_item
from shanyraq.sittings.enums import ContentType, ItemKind, State
from shanyraq.sittings.forms import PaperForm, QuestionForm
from shanyraq.sittings.models import AgendaItem, Paper, Session
from shanyraq.sittings.permissions import rules_of
from shanyraq.sittings.queries import agenda, item_of, members_of, sees_papers
from shanyraq.sittings.views.frame import SessionAct, SessionPage, to_save


def _rapporteurs(session: Session) -> Any:  # noqa: ANN401 -- a QuerySet of persons
    members = members_of(session, session.day).values("person")
    return Person.objects.filter(pk__in=members).order_by("name_kk_sort")


def kinds_of(session: Session) -> tuple[ItemKind, ...]:
    """Which powers a question of a sitting may use."""
    return rules_of(session.body, session.day).kinds


class Agenda(SessionPage):
    """The agenda of a Session, with a form for one more question."""

    form_class = QuestionForm
    template_name = "sittings/agenda.html"

    def initial_of(self) -> dict[str, Any]:
        """A question of the residual kind, or of the body's first power."""
        kinds = kinds_of(self.session)
        residual = ItemKind.OTHER_QUESTIONS
        return {"kind": residual if residual in kinds else kinds[0]}

    def form_arguments(self) -> dict[str, Any]:
        """Members may be named as rapporteurs."""
        return {"people": _rapporteurs(self.session), "kinds": kinds_of(self.session)}

    def context_of(self) -> dict[str, Any]:
        """The Session and its questions."""
        changeable = self.session.state in {State.PREPARED, State.ANNOUNCED}
        return {"session": self.session, "items": agenda(self.session), "changeable": changeable}

    def act(self, form: Form, occasion: Occasion) -> AgendaItem:
        """Add the question."""
        question = cast("QuestionForm", form).question()
        return add_item(occasion=occasion, session=self.session, question=question)

    def done_url(self, result: object) -> str:
        """The agenda again."""
        del result
        return reverse("sittings:agenda", args=[self.session.public_id])


class Item(SessionPage):
    """Reword one question."""

    form_class = QuestionForm
    template_name = "sittings/item.html"

    @cached_property
    def item(self) -> AgendaItem:
        """The question of the address."""
        return item_of(self.kwargs["item"])

    @cached_property
    def session(self) -> Session:
        """The sitting of the question."""
        return self.item.session

    def initial_of(self) -> dict[str, Any]:
        """The question as it stands."""
        names = ("kind", "title_kk", "title_ru", "title_en", "rapporteur", "competence")
        return {name: getattr(self.item, name) for name in names}

    def form_arguments(self) -> dict[str, Any]:
        """Members may be named as rapporteurs."""
        session = self.item.session
        return {"people": _rapporteurs(session), "kinds": kinds_of(session)}

    def context_of(self) -> dict[str, Any]:
        """The question and its Session."""
        return {"item": self.item, "session": self.item.session}

    def act(self, form: Form, occasion: Occasion) -> AgendaItem:
        """Reword it."""
        question = cast("QuestionForm", form).question()
        return change_item(occasion=occasion, item=self.item, question=question)

    def done_url(self, result: object) -> str:
        """The agenda."""
        del result
        return reverse("sittings:agenda", args=[self.item.session.public_id])


class DropItem(SessionAct):
    """Take a question off the agenda."""

    def act(self, occasion: Occasion) -> AgendaItem:
        """Take it off."""
        return drop_item(occasion=occasion, item=item_of(self.kwargs["item"]))

    def done_url(self, result: object) -> str:
        """The agenda."""
        del result
        return reverse("sittings:agenda", args=[self.session.public_id])


class Papers(SessionPage):
    """The papers of a Session, with a form for one more."""

    form_class = PaperForm
    template_name = "sittings/papers.html"

    def form_arguments(self) -> dict[str, Any]:
        """Papers belong to questions of this Session."""
        return {"session": self.session}

    def context_of(self) -> dict[str, Any]:
        """The Session and its questions with their papers."""
        return {"session": self.session, "items": agenda(self.session)}

    def act(self, form: Form, occasion: Occasion) -> Paper:
        """Attach the paper."""
        told = cast("PaperForm", form)
        item = told.cleaned_data["item"]
        return attach_paper(occasion=occasion, item=item, title=told.title, file=told.upload)

    def done_url(self, result: object) -> str:
        """The papers again."""
        del result
        return reverse("sittings:papers", args=[self.session.public_id])


def paper(request: HttpRequest, public_id: str) -> FileResponse:
    """A paper as a file to save; a draft's, and a small assembly's, are for their own people.

    Raises:
        Http404: there is none, or it is not public yet.
    """
    papers = Paper.objects.select_related("item__session__body")
    one = get_object_or_404(papers, public_id=public_id)
    if not sees_papers(one.item.session, occasion_of(request)):
        raise Http404
    return to_save(one.file, one.title, ContentType(one.content_type))
