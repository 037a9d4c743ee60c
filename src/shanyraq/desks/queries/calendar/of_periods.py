"""What the law demands each year or half-year, read off its own timed rules, of whatever pack."""

import datetime as dt
from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from shanyraq.bodies.queries import assembly
from shanyraq.charter.components import clause_href
from shanyraq.charter.queries import ask, law_on
from shanyraq.desks.queries.calendar.entries import Demand
from shanyraq.law import Outcome
from shanyraq.law.demands import TimedDemand, timed_demands
from shanyraq.law.kinds import FrequencyRule
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.languages import active
from shanyraq.sittings.enums import State
from shanyraq.sittings.queries import meetings_of

#: By which day the plan of a year is approved (reading A33), and the fact it is counted from.
ANNUAL_PLAN, PLAN_BEGINS = "annual_plan_approval", "plan_begins"
#: Whose meetings a rule counts, and the fact that tells how many were held.
MEETINGS = {"council_meetings_per_half_year": (Classification.COUNCIL, "held")}
#: How many months a period of a rule has; each ends with its last month of the calendar.
MONTHS = {"half_year": 6, "calendar_year": 12}


def demands_of_periods(on: dt.date) -> Iterator[Demand]:
    """The plan of the year to come, and meetings so many times a period, as far as asked for.

    A rule of an act above the charter is told when that act is one of the layers and its words are
    known.
    """
    for told in timed_demands(law_on(on)):
        if told.name == ANNUAL_PLAN:
            yield _annual_plan(told, on)
        if told.name in MEETINGS and isinstance(told.rule, FrequencyRule):
            yield from _meetings(told.name, told.rule, on)


def _annual_plan(told: TimedDemand, on: dt.date) -> Demand:
    """The next plan whose last day has not passed; no record says whether one was approved."""
    years = [dt.date(on.year + more, 1, 1) for more in (1, 2)]
    verdicts = [ask(ANNUAL_PLAN, on=on, facts={PLAN_BEGINS: first}) for first in years]
    ahead = [each.last_lawful_day is None or each.last_lawful_day >= on for each in verdicts]
    first, verdict = (years[0], verdicts[0]) if ahead[0] else (years[1], verdicts[1])
    return Demand(
        key=f"plan:{first.year}",
        on=on,
        body=assembly(),
        title=_("Approve the annual plan of {year}").format(year=first.year),
        why=_("{reading} Whether it has been approved is not in this record.").format(
            reading=_readings(told)
        ),
        verdict=verdict,
        deadline=verdict.last_lawful_day,
        href=clause_href(told.clause, on),
    )


def _readings(told: TimedDemand) -> str:
    """How the open places that a rule rests on are read, each with its number."""
    pack = told.verdict.pack
    numbers = told.rule.readings if pack else ()
    texts = {number: pack.reading(number).chosen for number in numbers} if pack else {}
    return " ".join(f"{number}: {text.spoken(active())}" for number, text in texts.items())


def _meetings(name: str, rule: FrequencyRule, on: dt.date) -> Iterator[Demand]:
    """Meetings of a body that are still to be held in the period of the day."""
    kind, fact = MEETINGS[name]
    body = Organization.objects.filter(classification=kind).on(on).first()
    last = ask(name, on=on, facts={}).last_lawful_day
    if body is None or last is None:
        return
    verdict = ask(name, on=on, facts={fact: _held(body, rule, last)})
    if verdict.outcome is Outcome.NOT_MET:
        telling = verdict.tell(active())
        yield Demand(
            key=f"meetings:{body.public_id}:{last.isoformat()}",
            on=on,
            body=body,
            title=telling.conclusion,
            why=telling.reason,
            verdict=verdict,
            deadline=last,
            href=reverse("bodies:body", args=[body.public_id]),
        )


def _held(body: Organization, rule: FrequencyRule, last: dt.date) -> int:
    """How many meetings of a body were opened in the period that ends on a day."""
    first = last.replace(month=last.month - MONTHS[rule.per] + 1, day=1)
    held = meetings_of(body).filter(state__in=[State.OPEN, State.CLOSED])
    return held.filter(starts_at__date__range=(first, last)).count()
