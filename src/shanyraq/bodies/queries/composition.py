"""Of whom a body is composed: its seats counted by region and by whom they represent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext

from shanyraq.bodies.enums import Category
from shanyraq.bodies.models import Membership, MembershipQuerySet
from shanyraq.people.models import Area


@dataclass(frozen=True)
class Share:
    """One part of a composition: what it is called and how many it has."""

    label: str
    count: int


def composition_by_region(seats: Iterable[Membership]) -> list[Share]:
    """How many members each region has, in the order of the Kazakh alphabet; none named last."""
    counts = Counter(seat.area for seat in seats)
    regions = sorted((area for area in counts if area), key=lambda area: area.name_kk_sort)
    shares = [Share(area.name, counts[area]) for area in regions]
    return shares + ([Share(gettext("No region"), counts[None])] if counts[None] else [])


def composition_by_category(seats: Iterable[Membership]) -> list[Share]:
    """How many members come from where, in the order in which the clause names them (R13)."""
    counts = Counter(seat.category for seat in seats)
    return [Share(str(each.label), counts[each]) for each in Category if counts[each]]


def shares_by_region(seats: MembershipQuerySet) -> list[Share]:
    """As `composition_by_region`, counted by the database."""
    rows = seats.order_by().values_list("area").annotate(Count("pk"))
    counts = {area: count for area, count in rows if count}
    regions = Area.objects.filter(pk__in=[pk for pk in counts if pk]).order_by("name_kk_sort")
    shares = [Share(area.name, counts[area.pk]) for area in regions]
    return shares + ([Share(gettext("No region"), counts[None])] if None in counts else [])


def shares_by_category(seats: MembershipQuerySet) -> list[Share]:
    """As `composition_by_category`, counted by the database."""
    rows = seats.order_by().values_list("category").annotate(Count("pk"))
    counts = dict(rows)
    return [Share(str(each.label), counts[each]) for each in Category if each in counts]
