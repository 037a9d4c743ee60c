"""Onto the way into the Assembly: proposals, nominations, inclusion at discretion."""

from typing import Any, cast

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from shanyraq.membership.actions import include_at_discretion, nominate, propose_candidate
from shanyraq.membership.enums import Path
from shanyraq.membership.forms import IncludeForm, NominateForm, ProposeForm
from shanyraq.membership.models import Candidature
from shanyraq.membership.permissions import INCLUDING, KEEPING, RECORDING_NOMINATION, holds
from shanyraq.membership.queries.candidatures import nominating_bodies
from shanyraq.membership.views.frame import MembershipPage, power_or_record
from shanyraq.people.queries import regions_on
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.words import worded


def candidature_url(result: Addressed) -> str:
    """The page of a candidature."""
    return reverse("membership:candidature", args=[result.public_id])


class Propose(MembershipPage):
    """Take in an association's proposal."""

    form_class = ProposeForm
    title = _("An association’s proposal")
    submit = _("Enter the proposal")
    intro = worded(_("{small_assembly:first} then decides whether to nominate the candidate."))
    rule = RECORDING_NOMINATION

    def form_arguments(self) -> dict[str, Any]:
        """The small assemblies for which the reader takes in proposals."""
        return {"bodies": nominating_bodies(occasion_of(self.request))}

    def back_url(self) -> str:
        """The list."""
        return reverse("membership:candidatures")

    def act(self, form: Form, occasion: Occasion) -> Candidature:
        """Enter it."""
        told = cast("ProposeForm", form)
        return propose_candidate(
            occasion=occasion,
            who=told.who(),
            sender=told.whence(),
            small_assembly=told.cleaned_data["small_assembly"],
            document=told.signed(),
        )

    def done_url(self, result: Addressed) -> str:
        """The candidature."""
        return candidature_url(result)


class Nominate(MembershipPage):
    """Take in a nomination by an association's highest organ or the head of a state body."""

    form_class = NominateForm
    title = _("A nomination by a document")
    submit = _("Enter the nomination")
    intro = _("The candidature then comes before a meeting.")
    rule = RECORDING_NOMINATION

    def form_arguments(self) -> dict[str, Any]:
        """The regions of today."""
        return {"areas": regions_on(occasion_of(self.request).on)}

    def back_url(self) -> str:
        """The list."""
        return reverse("membership:candidatures")

    def act(self, form: Form, occasion: Occasion) -> Candidature:
        """Enter it; the staff of a small assembly enters it for its own."""
        told = cast("NominateForm", form)
        own = None if holds(KEEPING, occasion) else nominating_bodies(occasion).first()
        return nominate(
            occasion=occasion,
            path=Path(told.cleaned_data["path"]),
            who=told.who(),
            sender=told.whence(),
            document=told.signed(),
            area=told.cleaned_data["area"] or (own.area if own else None),
            small_assembly=own,
        )

    def done_url(self, result: Addressed) -> str:
        """The candidature."""
        return candidature_url(result)


class Include(MembershipPage):
    """Include another person at the Chair's own discretion."""

    form_class = IncludeForm
    title = _("Including a person at the Chair’s own discretion")
    submit = _("Include the person")
    intro = _(
        "The seat begins by the Chair’s act alone; wherever the membership is shown it is "
        "labelled as discretionary."
    )
    rule = INCLUDING

    def require(self, occasion: Occasion) -> None:
        """The Chair, or who enters the Chair's acts.

        Raises:
            NotYours: the reader is neither.
            LawSilent: the law gives no answer.
        """
        power_or_record(INCLUDING, occasion, recording=KEEPING)

    def form_arguments(self) -> dict[str, Any]:
        """The regions of today."""
        return {"areas": regions_on(occasion_of(self.request).on)}

    def back_url(self) -> str:
        """The list."""
        return reverse("membership:candidatures")

    def act(self, form: Form, occasion: Occasion) -> Candidature:
        """Include the person."""
        told = cast("IncludeForm", form)
        return include_at_discretion(
            occasion=occasion,
            who=told.who(),
            signed=told.signed(),
            start_date=told.effective,
            area=told.cleaned_data["area"],
        )

    def done_url(self, result: Addressed) -> str:
        """The candidature."""
        return candidature_url(result)
