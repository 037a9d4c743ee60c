"""The calendar as an iCalendar file that any calendar program subscribes to."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from shanyraq.desks.queries.calendar.entries import Demand
from shanyraq.desks.queries.front import institution_name
from shanyraq.law.provisions import address_words
from shanyraq.platform.languages import active

PRODUCER = "-//Shanyraq//Compliance calendar//EN"
#: How often a program should ask again, in the words of RFC 5545.
REFRESH = "PT6H"


def feed_of(demands: Iterable[Demand], *, on: dt.date, at: dt.datetime, address: str) -> bytes:
    """Demands with a last day as all-day events; `address` is where the pages answer."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    name = _("What the law demands: {institution}").format(institution=institution_name(on))
    calendar.add("x-wr-calname", name)
    calendar.add("x-published-ttl", REFRESH)
    for demand in demands:
        if demand.deadline is not None:
            calendar.add_component(_event(demand, at, address))
    return bytes(calendar.to_ical())


def _event(demand: Demand, at: dt.datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"{demand.key}@shanyraq")
    event.add("dtstamp", at)
    event.add("dtstart", demand.deadline)
    event.add("summary", f"{demand.body.name}: {demand.title}")
    event.add("description", _description(demand))
    event.add("transp", "TRANSPARENT")
    if demand.href:
        event.add("url", address + demand.href)
    return event


def _description(demand: Demand) -> str:
    lines = [demand.why, _provision(demand)]
    return "\n".join(line for line in lines if line)


def _provision(demand: Demand) -> str:
    if demand.verdict is None or not demand.verdict.clause:
        return ""
    pack = demand.verdict.deciding.pack
    return address_words(demand.verdict.clause, active(), pack.id if pack else "")
