"""The compliance calendar: what the law will demand of each body, when, and by which clause."""

from shanyraq.desks.queries.calendar.demands import Demand, Month, demands_on, months_of, shown_to
from shanyraq.desks.queries.calendar.feed import feed_of

__all__ = ["Demand", "Month", "demands_on", "feed_of", "months_of", "shown_to"]
