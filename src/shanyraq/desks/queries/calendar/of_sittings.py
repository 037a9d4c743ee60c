"""What the law demands about sittings: the year's Session, notices, windows, requests, polls."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.queries import assembly
from shanyraq.desks.queries.calendar.entries import Demand, of_power
from shanyraq.desks.queries.sessions import coming, drafts, lapsed, session_name
from shanyraq.law import Outcome, Verdict
from shanyraq.people.enums import Classification
from shanyraq.platform.clock import date_of
from shanyraq.platform.languages import day, whole
from shanyraq.sittings.enums import Capacity, Kind, State
from shanyraq.sittings.models import ExtraordinaryRequest, Session
from shanyraq.sittings.permissions import CONVENING_COUNCIL, CONVENING_MEETING, rules_of
from shanyraq.sittings.queries import (
    awaiting_decision,
    joint_convening,
    notice_of,
    part_in_convening,
    sittings,
    support_shown,
    timeliness,
    year_of,
)


def demands_of_sittings(on: dt.date) -> Iterator[Demand]:
    """Everything about sittings on a day."""
    yield from _of_the_year(on)
    for session in drafts():
        yield _to_announce(session, on)
    yield from _of_the_announced(on)
    for request in awaiting_decision():
        yield _to_answer(request, on)
    for meeting in _unsigned():
        yield _to_convene(meeting, on)
    for poll in _open_polls():
        yield _to_close(poll, on)


def _of_the_year(on: dt.date) -> Iterator[Demand]:
    """The year's Session, and the next year's (R8.1c, reading A31)."""
    year = year_of(on)
    session = coming(on)
    convened = session is not None and session.day.year == on.year
    if year.verdict.outcome is Outcome.NOT_MET and not convened:
        last = day(year.last_day) if year.last_day else "–"
        yield Demand(
            key=f"year:{on.year}",
            on=on,
            body=assembly(),
            title=_("Convene at least one Session this year"),
            why=_("An ordinary Session announced after {last} is too late for {year}.").format(
                year=on.year, last=last
            ),
            verdict=year.verdict,
            deadline=year.last_day,
            href=reverse("sittings:index"),
        )
    following = year_of(dt.date(on.year + 1, 1, 1))
    if following.last_day is not None:
        yield Demand(
            key=f"year:{on.year + 1}",
            on=on,
            body=assembly(),
            title=_("Convene at least one Session in {year}").format(year=on.year + 1),
            why=_("This is the last day to announce an ordinary Session of that year."),
            verdict=following.verdict,
            deadline=following.last_day,
            href=reverse("sittings:index"),
        )


def _to_announce(session: Session, on: dt.date) -> Demand:
    verdict = timeliness(session.kind, session.day, announced_on=on, decided_on=on)[0]
    ordinary = session.kind == Kind.ORDINARY
    return Demand(
        key=f"announce:{session.public_id}",
        on=on,
        body=session.body,
        title=_("Announce the {session}").format(session=session_name(session)),
        why=_("It is to be held on {day}.").format(day=day(session.day)),
        verdict=verdict,
        deadline=verdict.last_lawful_day if ordinary else None,
        href=reverse("sittings:session", args=[session.public_id]),
        internal=True,
    )


def _of_the_announced(on: dt.date) -> Iterator[Demand]:
    """Sittings announced and not yet held, then the Sessions that were not opened on their day."""
    announced = sittings().filter(state=State.ANNOUNCED).exclude(kind=Kind.POLL)
    awaited = list(announced.order_by("starts_at"))
    yield from (_to_hold(each, on) for each in awaited if each.day >= on)
    if any(each.is_session and each.day < on for each in awaited):
        yield from (_lapsed(session, on) for session in lapsed(on))


def _to_hold(session: Session, on: dt.date) -> Demand:
    verdict = _timeliness_of(session, on) if session.is_session else None
    last = verdict.last_lawful_day if verdict and session.kind == Kind.EXTRAORDINARY else None
    why = _("Announced; the last lawful day is {last}.").format(last=day(last)) if last else ""
    return Demand(
        key=f"hold:{session.public_id}",
        on=on,
        body=session.body,
        title=_("Hold: {sitting}").format(sitting=session_name(session)),
        why=why or session.place,
        verdict=verdict,
        deadline=session.day,
        href=reverse("sittings:session", args=[session.public_id]),
    )


def _timeliness_of(session: Session, on: dt.date) -> Verdict:
    """What the law says of the day of an announced Session."""
    announced = date_of(session.announced_at) if session.announced_at else on
    decided = session.decided_on or announced
    days = {"announced_on": announced, "decided_on": decided}
    return timeliness(session.kind, session.day, **days)[0]


def _to_answer(request: ExtraordinaryRequest, on: dt.date) -> Demand:
    filed = date_of(request.filed_at) if request.filed_at else on
    return Demand(
        key=f"request:{request.public_id}",
        on=on,
        body=assembly(),
        title=_("Decide on the request for an extraordinary Session"),
        why=_("“{subject}”: filed {days} days ago; the law sets the Chair no day.").format(
            subject=request.subject, days=whole((on - filed).days)
        ),
        verdict=support_shown(request, on).verdict,
        since=filed,
        href=reverse("sittings:request", args=[request.public_id]),
    )


def _lapsed(session: Session, on: dt.date) -> Demand:
    """A Session that was not opened on its day; an extraordinary one has its window (R8.2b)."""
    verdict = _timeliness_of(session, on)
    last = verdict.last_lawful_day if session.kind == Kind.EXTRAORDINARY else None
    return Demand(
        key=f"hold:{session.public_id}",
        on=on,
        body=session.body,
        title=_("The {session} was not opened").format(session=session_name(session)),
        why=_("It was announced for {day}. Another Session has to be convened.").format(
            day=day(session.day)
        ),
        verdict=verdict,
        deadline=last or session.day,
        href=reverse("sittings:session", args=[session.public_id]),
    )


def _unsigned() -> Iterator[Session]:
    yield from sittings().filter(kind=Kind.MEETING, state=State.PREPARED, body__isnull=False)


def _to_convene(meeting: Session, on: dt.date) -> Demand:
    """A prepared meeting: the next signature on that of the Council, the convening of another."""
    if meeting.body.classification == Classification.COUNCIL:
        power, why = _to_sign(meeting, on)
        verdict, last = of_power(power, on), None
    else:
        rules = rules_of(meeting.body, on)
        power, why = rules.power(CONVENING_MEETING), _("It waits for whoever convenes it.")
        verdict = rules.law.can(power, rules.law.holders(power))
        notices = notice_of(meeting, announced_on=on, decided_on=on)
        last = next((one.last_lawful_day for one in notices), None)
    return Demand(
        key=f"sign:{meeting.public_id}",
        on=on,
        body=meeting.body,
        title=_("Convene: {sitting}").format(sitting=session_name(meeting)),
        why=why,
        verdict=verdict,
        deadline=last or meeting.day,
        href=reverse("sittings:session", args=[meeting.public_id]),
        internal=True,
    )


def _to_sign(meeting: Session, on: dt.date) -> tuple[str, str]:
    """By which power the next signature on a meeting of the Council is given, and whose it is."""
    joint = joint_convening(meeting, on)
    waiting = next((one.person for one in joint.signatories if one.signature is None), None)
    part = part_in_convening(waiting, on) if waiting else None
    if part is not None and part.capacity == Capacity.CONSENTS:
        return part.power, _("It waits for the Chair's consent.")
    power = part.power if part else CONVENING_COUNCIL
    return power, _("It waits for the signatures of those who convene it.")


def _open_polls() -> Iterator[Session]:
    yield from sittings().filter(kind=Kind.POLL, state=State.OPEN)


def _to_close(poll: Session, on: dt.date) -> Demand:
    return Demand(
        key=f"poll:{poll.public_id}",
        on=on,
        body=poll.body,
        title=_("Close the poll"),
        why=_("Its sheets can be answered until then."),
        deadline=date_of(poll.ends_at) if poll.ends_at else None,
        verdict=of_power("conduct_council_polls", on),
        href=reverse("voting:poll", args=[poll.public_id]),
    )
