"""The discussion of a question: what members wrote, and the form for those who may."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse

from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage
from shanyraq.sittings.actions import contribute
from shanyraq.sittings.enums import OpinionLanguage
from shanyraq.sittings.forms import ContributionForm
from shanyraq.sittings.models import AgendaItem, Contribution
from shanyraq.sittings.permissions import DISCUSSING, rules_of
from shanyraq.sittings.queries import (
    contributions_to,
    is_under_way,
    item_of,
    may_contribute,
    sees_papers,
)

AT_ONCE = 25


class Discussion(FormPage):
    """Everybody reads what was written; members of the body write while it is considered."""

    form_class = ContributionForm
    template_name = "sittings/contributions.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Show what is public to everybody, the rest to whom it belongs.

        Raises:
            Http404: the reader does not see the papers of this sitting either.
        """
        if not sees_papers(self.item.session, occasion_of(request)):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def item(self) -> AgendaItem:
        """The question of the address."""
        return item_of(self.kwargs["item"])

    def context_of(self) -> dict[str, Any]:
        """The question, what was written on it, and whether the reader may add to it."""
        occasion = occasion_of(self.request)
        item = self.item
        written = Paginator(contributions_to(item), AT_ONCE)
        return {
            "item": item,
            "session": item.session,
            "page": written.get_page(self.request.GET.get("page")),
            "may_write": may_contribute(item, occasion),
            "under_way": is_under_way(item),
            "discuss": rules_of(item.session.body, occasion.on).may(DISCUSSING, occasion.actor),
        }

    def act(self, form: Form, occasion: Occasion) -> Contribution:
        """Add what was written."""
        language = OpinionLanguage(form.cleaned_data["language"])
        text = form.cleaned_data["text"]
        return contribute(occasion=occasion, item=self.item, text=text, language=language)

    def done_url(self, result: Addressed) -> str:
        """The last page of the discussion, at the new contribution."""
        pages = Paginator(contributions_to(self.item), AT_ONCE).num_pages
        address = reverse("sittings:discussion", args=[self.item.public_id])
        return f"{address}?page={pages}#c-{result.public_id}"
