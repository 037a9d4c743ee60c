"""What the law says of when a sitting is announced and held, and of a year's Sessions."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.sittings.enums import ItemKind, Kind, State
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions import rules_of
from shanyraq.sittings.queries.lists import agenda, sessions


@dataclass(frozen=True, slots=True)
class Year:
    """What the law asks of a calendar year (R8.1c, reading A31).

    Attributes:
        held: Sessions opened in the year, of whatever kind.
        ordinary: ordinary ones among them.
        verdict: the law's answer.
        last_day: the last day on which an ordinary Session can still be announced for the year.
    """

    held: int
    ordinary: int
    verdict: Verdict
    last_day: dt.date | None


def notice(starts_on: dt.date, announced_on: dt.date) -> Verdict:
    """Whether a Session announced on a day may begin on another (R8.1b, reading A2).

    The verdict's last lawful day is that of announcing it for this start, its first lawful day
    the earliest start for this announcement.
    """
    facts = {"start": starts_on, "published": announced_on}
    return ask("session_notice", on=announced_on, facts=facts)


def window(starts_on: dt.date, decided_on: dt.date) -> Verdict:
    """Whether an extraordinary Session is held soon enough after the decision (R8.2b, A3, A4)."""
    facts = {"start": starts_on, "decided": decided_on}
    return ask("extraordinary_session", on=decided_on, facts=facts)


def brevity(starts_on: dt.date, announced_on: dt.date) -> Verdict:
    """Whether an extraordinary Session is announced so late that a warning is due (A3)."""
    facts = {"start": starts_on, "published": announced_on}
    return ask("extraordinary_notice", on=announced_on, facts=facts)


def timeliness(
    kind: Kind | str, starts_on: dt.date, *, announced_on: dt.date, decided_on: dt.date
) -> list[Verdict]:
    """What the law says of a Session's day, by its kind; the deciding verdict first."""
    if kind == Kind.ORDINARY:
        return [notice(starts_on, announced_on)]
    return [window(starts_on, decided_on), brevity(starts_on, announced_on)]


def notice_of(session: Session, *, announced_on: dt.date, decided_on: dt.date) -> list[Verdict]:
    """What the law says of a sitting's day by the body that sits; the deciding verdict first.

    No provision says when a meeting of the Council or of an advisory body is announced; a small
    assembly's statute may, and then it warns.
    """
    if session.is_session:
        days = {"announced_on": announced_on, "decided_on": decided_on}
        return timeliness(session.kind, session.day, **days)
    rules = rules_of(session.body, announced_on)
    if not rules.procedure.by_statute:
        return []
    facts = {"start": session.day, "published": announced_on}
    return [rules.ask("small_assembly_notice", facts)]


def announcement(session: Session, on: dt.date) -> Verdict:
    """Whether the notice of a Session names what it must (R8.1b)."""
    questions = agenda(session).exclude(kind=ItemKind.CHOOSE_VOTING_METHOD)
    facts = {
        "names_day": True,
        "names_place": bool(session.place_kk.strip()),
        "names_agenda": questions.exists(),
    }
    return ask("announcement_content", on=on, facts=facts)


def sessions_of_year(year: int) -> QuerySet[Session]:
    """Sessions held in a calendar year: opened, whatever their kind (reading A31)."""
    held = Q(state__in=[State.OPEN, State.CLOSED])
    return sessions().filter(held, starts_at__year=year)


def year_of(on: dt.date) -> Year:
    """How a calendar year stands on a day of it."""
    held = sessions_of_year(on.year)
    number = held.count()
    verdict = ask("ordinary_sessions_per_year", on=on, facts={"held": number})
    until = verdict.last_lawful_day
    return Year(
        held=number,
        ordinary=held.filter(kind=Kind.ORDINARY).count(),
        verdict=verdict,
        last_day=notice(until, on).last_lawful_day if until else None,
    )
