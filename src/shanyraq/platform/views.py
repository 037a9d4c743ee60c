"""Pages of the platform: moving a demonstration's date, its outbox."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.paginator import Paginator
from django.db.models import Case, When
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from shanyraq.platform import clock
from shanyraq.platform.actions import move_date
from shanyraq.platform.forms import DateForm
from shanyraq.platform.models import ClockShift, Mail
from shanyraq.platform.occasion import Occasion
from shanyraq.platform.pages import FormPage

LETTERS_A_PAGE = 50


class MoveDate(LoginRequiredMixin, FormPage):
    """Move a demonstration's date forward; whoever does it is named in the journal."""

    form_class = DateForm
    template_name = "platform/move_date.html"

    def initial_of(self) -> dict[str, object]:
        """The date it is now."""
        return {"date": clock.today().isoformat()}

    def act(self, form: Form, occasion: Occasion) -> ClockShift:
        """Move the date."""
        days = (form.cleaned_data["date"] - clock.today()).days
        return move_date(occasion=occasion, days=days)

    def done_url(self, result: object) -> str:
        """The first page."""
        del result
        return "/"


def outbox(request: HttpRequest) -> HttpResponse:
    """Letters a demonstration kept: the reader's own first, then the newest day's."""
    if not settings.DEMONSTRATION:
        raise Http404
    own = Case(When(recipient=getattr(request.user, "email", ""), then=0), default=1)
    kept = Mail.objects.order_by(own, "-sent_at__date", "recipient", "-pk")
    letters = Paginator(kept, LETTERS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "platform/outbox.html", {"letters": letters})


def letter_attachment(request: HttpRequest, public_id: str) -> HttpResponse:
    """What was attached to a kept letter."""
    del request
    letter = get_object_or_404(Mail, public_id=public_id)
    if not settings.DEMONSTRATION or not letter.attachment:
        raise Http404
    return HttpResponse(letter.attachment, content_type="text/calendar; charset=utf-8")
