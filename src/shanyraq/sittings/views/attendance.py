"""The clerk's desk and a member's own check-in."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Page, Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode

from shanyraq.bodies.models import Membership, MembershipQuerySet
from shanyraq.bodies.queries import named_like
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion, occasion_of
from shanyraq.platform.pages import FormPage
from shanyraq.sittings.actions import (
    check_in,
    register_arrival,
    register_departure,
    register_many,
)
from shanyraq.sittings.components import agenda_now, quorum
from shanyraq.sittings.enums import State
from shanyraq.sittings.forms import CodeForm, SearchForm
from shanyraq.sittings.models import Attendance, Session
from shanyraq.sittings.permissions import REGISTERING, rules_of
from shanyraq.sittings.queries import (
    members_of,
    membership_of,
    session_of,
    stays_by_member,
)
from shanyraq.sittings.views.frame import OneSession, SessionAct

ROWS_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A member on the clerk's desk, with the latest stay in the hall."""

    membership: Membership
    stay: Attendance | None

    @property
    def present(self) -> bool:
        """Whether the member is in the hall."""
        return self.stay is not None and self.stay.left_at is None


def attendance(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """The clerk's desk: find a member, press once; or tick many and press once.

    Raises:
        NotYours: registering is another's.
        LawSilent: the law of the day gives no answer.
    """
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    occasion = occasion_of(request)
    session = session_of(public_id)
    rules_of(session.body, occasion.on).require(REGISTERING, occasion)
    form = SearchForm(request.GET)
    form.is_valid()
    page = _page(session, form.cleaned_data)
    context = {
        "session": session,
        "form": form,
        "page": page,
        "rows": _rows(session, page),
        "kept": _kept(request),
        "quorum": quorum(public_id),
        "is_day": occasion.on == session.day,
    }
    return render(request, "sittings/attendance.html", context)


def _page(session: Session, asked: dict[str, Any]) -> Page[Membership]:
    members = _shown(session, asked.get("show", ""))
    if asked.get("q"):
        members = named_like(members, asked["q"])
    return Paginator(members, ROWS_A_PAGE).get_page(asked.get("page"))


def _rows(session: Session, page: Page[Membership]) -> list[Row]:
    stays = stays_by_member(session)
    return [Row(one, stays.get(one.pk)) for one in page.object_list]


def _shown(session: Session, show: str) -> MembershipQuerySet:
    members = members_of(session, session.day)
    there = session.attendances.running().values("membership")
    if show == SearchForm.PRESENT:
        return members.filter(pk__in=there)
    if show == SearchForm.ABSENT:
        return members.exclude(pk__in=there)
    return members


def _kept(request: HttpRequest) -> str:
    """What was asked of the desk, to come back to the same rows after a press."""
    asked = request.POST if request.method == "POST" else request.GET
    return urlencode({name: asked[name] for name in ("q", "show", "page") if asked.get(name)})


class DeskAct(SessionAct):
    """A press on the clerk's desk, which comes back to the same rows."""

    @property
    def membership(self) -> Membership:
        """The member of the row."""
        return get_object_or_404(
            Membership, public_id=self.kwargs["member"], organization=self.session.body
        )

    def done_url(self, result: object) -> str:
        """The same rows of the desk."""
        del result
        address = reverse("sittings:attendance", args=[self.session.public_id])
        kept = _kept(self.request)
        return f"{address}?{kept}" if kept else address


class Arrival(DeskAct):
    """A member has come."""

    def act(self, occasion: Occasion) -> Attendance:
        """Register it."""
        return register_arrival(occasion=occasion, session=self.session, membership=self.membership)


class Departure(DeskAct):
    """A member has left."""

    def act(self, occasion: Occasion) -> Attendance:
        """Register it."""
        return register_departure(
            occasion=occasion, session=self.session, membership=self.membership
        )


class Many(DeskAct):
    """Many members have come."""

    def act(self, occasion: Occasion) -> Session:
        """Register all that were ticked."""
        ticked = Membership.objects.filter(
            organization=self.session.body, public_id__in=self.request.POST.getlist("member")
        )
        return register_many(occasion=occasion, session=self.session, memberships=ticked)


class CheckIn(OneSession, FormPage):
    """A member's own phone: type the code shown in the hall."""

    form_class = CodeForm
    template_name = "sittings/check_in.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # noqa: ANN401 -- as Django declares it
        """Ask to sign in; nobody registers in a draft, and nothing is told of it.

        Raises:
            Http404: the Session has not been convened.
        """
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if self.session.state == State.PREPARED:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def context_of(self) -> dict[str, Any]:
        """The Session, and the reader's own presence in it."""
        occasion = occasion_of(self.request)
        seat = membership_of(self.session, occasion.actor, occasion.on)
        stays = Attendance.objects.filter(session=self.session, membership=seat)
        return {
            "session": self.session,
            "seat": seat,
            "stay": stays.running().first() if seat else None,
            "is_day": occasion.on == self.session.day,
            "quorum": quorum(self.session.public_id),
            "agenda": agenda_now(self.session.public_id),
        }

    def act(self, form: Form, occasion: Occasion) -> Attendance:
        """Check in."""
        return check_in(occasion=occasion, session=self.session, code=form.cleaned_data["code"])

    def done_url(self, result: Addressed) -> str:
        """The same page, which now says so."""
        del result
        return reverse("sittings:check-in", args=[self.session.public_id])
