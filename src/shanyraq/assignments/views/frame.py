"""What the pages of execution have in common: whom they let in, how a form and a list look."""

from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.functional import Promise

from shanyraq.assignments.models import Answer, Evidence, MeasureStep, Recommendation
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage
from shanyraq.sittings.enums import ContentType
from shanyraq.sittings.views.frame import to_save

#: Rows of one page of a list.
ROWS = 50


class TaskPage(FormPage):
    """A page with one form, for those whom the law lets do what it asks for.

    Attributes:
        heading: what is done here.
        submit: what the button says.
        rule: the rule of the charter it rests on.
        note: what the reader should know before.
    """

    template_name = "assignments/form.html"
    heading: ClassVar[Promise]
    submit: ClassVar[Promise]
    rule: ClassVar[str] = "ensure_activity_and_control_execution"
    note: ClassVar[str | Promise] = ""

    def admit(self, occasion: Occasion) -> object:
        """Let the reader pass, or tell whose it is.

        Raises:
            NotAllowed: the law gives it to somebody else.
        """
        raise NotImplementedError

    def about(self) -> tuple[str, str, str]:
        """What it is about: its name, its address, its words."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in, then ask the law.

        Raises:
            NotAllowed: the law gives it to somebody else.
            LawSilent: the law gives no answer.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        self.admit(occasion_of(request))
        return super().dispatch(request, *args, **kwargs)

    def context_of(self) -> dict[str, Any]:
        """What the page says around its form."""
        name, address, words = self.about()
        return {
            "heading": self.heading,
            "submit": self.submit,
            "rule": self.rule,
            "note": self.note,
            "about_name": name,
            "about_address": address,
            "about_words": words,
        }

    def done_url(self, result: object) -> str:
        """What it is about."""
        del result
        return self.about()[1]


def page_of(request: HttpRequest, rows: QuerySet[Any] | list[Any]) -> Page[Any]:
    """The page of a list that was asked for; the first or the last when there is none of it."""
    return Paginator(rows, ROWS).get_page(request.GET.get("page"))


def saved(row: Answer | Evidence | MeasureStep | Recommendation, name: str) -> HttpResponseBase:
    """The file of a row, to save.

    Raises:
        Http404: it has none.
    """
    if not row.file:
        raise Http404
    return to_save(row.file, name, ContentType(row.content_type))
