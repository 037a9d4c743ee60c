"""Preparing a Session, the Chair's confirmation, the record of a signed convening."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from django.forms import Form
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from shanyraq.law import Verdict
from shanyraq.platform import clock
from shanyraq.platform.components import DatePartsWidget, law_parts
from shanyraq.platform.models import Addressed
from shanyraq.platform.occasion import Occasion
from shanyraq.sittings.actions import (
    change_preparation,
    convene_session,
    move_meeting,
    prepare_session,
    record_convening,
)
from shanyraq.sittings.enums import ContentType, Kind, State
from shanyraq.sittings.forms import ActForm, ConfirmForm, PrepareForm, TimesForm
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import PREPARING, RECORDING
from shanyraq.sittings.queries import agenda, next_number, session_of, timeliness
from shanyraq.sittings.views.frame import PowerPage, SessionPage, to_save

MORNING = dt.time(10)
#: Where the picture of the notice begins and how wide it is, in its own units.
PICTURE_START, PICTURE_WIDTH, DAYS_AFTER = 40, 710, 12


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture of a notice: today, the chosen day and the earliest lawful one, left to right."""

    chosen: int
    earliest: int

    @property
    def free_width(self) -> int:
        """How much of the picture is lawful."""
        return PICTURE_START + PICTURE_WIDTH - self.earliest

    @property
    def blocked_width(self) -> int:
        """How much of it is not."""
        return self.earliest - PICTURE_START

    @property
    def chosen_label(self) -> int:
        """Where the chosen day's name stands without leaving the picture."""
        return min(max(self.chosen, PICTURE_START + 60), PICTURE_START + PICTURE_WIDTH - 60)

    @property
    def earliest_label(self) -> int:
        """Where the earliest day's name stands without leaving the picture."""
        return min(max(self.earliest, PICTURE_START + 110), PICTURE_START + PICTURE_WIDTH - 110)


@dataclass(frozen=True, slots=True)
class Timing:
    """What the law says of a day chosen for a Session, if it were announced today."""

    kind: Kind
    day: dt.date
    today: dt.date
    verdict: Verdict
    warning: Verdict | None

    @property
    def last(self) -> dt.date | None:
        """The last lawful day: of announcing an ordinary Session, of holding another."""
        return self.verdict.last_lawful_day

    @property
    def earliest(self) -> dt.date | None:
        """The earliest day for which an ordinary Session can be announced today."""
        return self.verdict.first_lawful_day

    @property
    def clause(self) -> str:
        """The chip of the clause behind it."""
        return law_parts().clause(self.verdict)

    @property
    def late(self) -> bool:
        """Whether it would be announced so late that a warning is due."""
        return self.warning is not None and not self.warning.met

    @property
    def timeline(self) -> Timeline | None:
        """The picture, for an ordinary Session that begins after today."""
        if self.kind != Kind.ORDINARY or self.earliest is None or self.day <= self.today:
            return None
        days = (max(self.day, self.earliest) - self.today).days + DAYS_AFTER
        return Timeline(*(self._place(day, days) for day in (self.day, self.earliest)))

    def _place(self, day: dt.date, days: int) -> int:
        return PICTURE_START + PICTURE_WIDTH * (day - self.today).days // days


def timing_of(kind: str, day: dt.date) -> Timing:
    """What the law says of a day, if the Session were decided on and announced today."""
    today = clock.today()
    verdicts = timeliness(kind, day, announced_on=today, decided_on=today)
    warning = verdicts[1] if len(verdicts) > 1 else None
    return Timing(Kind(kind), day, today, verdicts[0], warning)


def timing(request: HttpRequest) -> HttpResponse:
    """The last lawful day for the date being chosen, for a page that asks while one types."""
    written = DatePartsWidget().value_from_datadict(request.GET, {}, "day")
    kind = request.GET.get("kind", Kind.ORDINARY)
    return render(request, "sittings/timing.html", {"timing": _timing_of(kind, written)})


def _timing_of(kind: str, written: str) -> Timing | None:
    try:
        day = dt.datetime.strptime(written, "%Y-%m-%d").date()  # noqa: DTZ007 -- a day, no moment
    except ValueError:
        return None
    return timing_of(kind, day) if kind in Kind.values else None


class Prepare(PowerPage):
    """Prepare a Session for the Chair's decision."""

    form_class = PrepareForm
    template_name = "sittings/prepare.html"
    power = PREPARING

    def initial_of(self) -> dict[str, Any]:
        """The earliest day that would be lawful if the Session were announced today."""
        today = clock.today()
        earliest = timing_of(Kind.ORDINARY, today).earliest
        return {"day": earliest or today, "time": MORNING, "kind": Kind.ORDINARY}

    def context_of(self) -> dict[str, Any]:
        """The number it will take, and what the law says of the day in the form."""
        posted = self.request.POST
        written = DatePartsWidget().value_from_datadict(posted, {}, "day")
        kind = posted.get("kind", Kind.ORDINARY)
        if not posted:
            written = self.initial_of()["day"].isoformat()
        return {"number": next_number(), "timing": _timing_of(kind, written)}

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Prepare it."""
        return prepare_session(occasion=occasion, plan=cast("PrepareForm", form).plan())

    def done_url(self, result: Addressed) -> str:
        """The working page of the new Session."""
        return reverse("sittings:session", args=[result.public_id])


class Change(SessionPage):
    """Give a prepared Session another moment or place."""

    form_class = TimesForm
    template_name = "sittings/change.html"
    power = PREPARING

    def initial_of(self) -> dict[str, Any]:
        """The sitting as it is prepared."""
        local = self.session.starts_at.astimezone(clock.ZONE)
        places = {
            f"place_{one}": getattr(self.session, f"place_{one}") for one in ("kk", "ru", "en")
        }
        return {"day": local.date(), "time": local.time(), **places}

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Change it."""
        times = cast("TimesForm", form)
        move = change_preparation if self.session.is_session else move_meeting
        return move(
            occasion=occasion, session=self.session, starts_at=times.starts_at, place=times.place
        )


class Convene(SessionPage):
    """The Chair looks at a prepared Session and convenes it."""

    form_class = ConfirmForm
    template_name = "sittings/convene.html"
    power = PREPARING

    def context_of(self) -> dict[str, Any]:
        """The Session, its agenda, and what the law says of its day."""
        return {
            "session": self.session,
            "items": agenda(self.session),
            "timing": timing_of(self.session.kind, self.session.day),
        }

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Convene it."""
        del form
        return convene_session(occasion=occasion, session=self.session)


class RecordConvening(SessionPage):
    """The Working Organ records the act by which the Chair convened the Session."""

    form_class = ActForm
    template_name = "sittings/record_convening.html"
    power = RECORDING

    def context_of(self) -> dict[str, Any]:
        """The Session and what the law says of its day."""
        timing = timing_of(self.session.kind, self.session.day)
        return {"session": self.session, "timing": timing}

    def act(self, form: Form, occasion: Occasion) -> Session:
        """Record it."""
        return record_convening(occasion=occasion, session=self.session, **form.cleaned_data)


@require_safe
def act(request: HttpRequest, public_id: str) -> FileResponse:
    """The act by which the Chair convened an announced Session, as a file to save.

    Raises:
        Http404: there is no such Session or act, or it is not public yet.
    """
    del request
    one = session_of(public_id)
    if one.state == State.PREPARED or one.convened_by is None or not one.convened_by.file:
        raise Http404
    file = one.convened_by.file
    kind = ContentType[Path(str(file.name)).suffix.removeprefix(".").upper()]
    return to_save(file, one.convened_by.title, kind)
