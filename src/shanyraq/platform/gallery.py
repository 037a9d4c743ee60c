"""The gallery: every component as it looks, with what it is for; the bed of accessibility tests."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from shanyraq.platform.components import DateField
from shanyraq.platform.refusals import Refusal
from shanyraq.platform.templatetags import shanyraq


class ExampleForm(forms.Form):
    """One question of each kind."""

    place = forms.CharField(label=_("Place"), help_text=_("City and building"))
    on = DateField(label=_("Date of the Session"), help_text=_("For example, 20 October 2008"))
    agenda = forms.CharField(
        label=_("Tentative agenda"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    method = forms.ChoiceField(
        label=_("Your vote"),
        choices=[("for", _("For")), ("against", _("Against")), ("abstain", _("Abstain"))],
        widget=forms.RadioSelect,
    )
    certain = forms.BooleanField(label=_("I have read the papers"), required=False)
    paper = forms.FileField(label=_("Paper"), required=False)


class ExampleRefusal(Refusal):
    """A refusal to look at."""

    code = "example"
    message = _("The Session cannot be opened: {present} of {members} members are present.")
    remedy = _("Wait for more members to check in, then open the Session again.")


def show(request: HttpRequest) -> HttpResponse:
    """Show every component."""
    bad = ExampleForm(
        {"place": "", "on_day": "31", "on_month": "2", "on_year": "2008"}, prefix="bad"
    )
    context = {
        "empty_form": ExampleForm(),
        "bad_form": ExampleForm(bad.data, auto_id="bad_%s"),
        "refused": ExampleRefusal(present=266, members=400),
        "rows": [(_("Members in office"), 400), (_("Registered present"), 312)],
        "about": {
            name: " ".join((getattr(shanyraq, name).__doc__ or "").split()) for name in ABOUT
        },
    }
    return render(request, "platform/gallery.html", context)


ABOUT = (
    "ask", "bread", "clause_chip", "empty", "error_summary", "errors", "facts", "field", "half",
    "hemicycle", "quorum_bar", "result_bar", "say", "state", "step", "tally",
)  # fmt: skip
