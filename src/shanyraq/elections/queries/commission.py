"""Whom one may name to the counting commission of an electronic ballot."""

from django.db.models import QuerySet

from shanyraq.bodies.models import Membership
from shanyraq.people.models import Person
from shanyraq.platform.languages import active
from shanyraq.sittings.models import AgendaItem


def possible_commission(item: AgendaItem) -> QuerySet[Person]:
    """Whoever has a seat or a post on the sitting's day, by name; the law asks for nothing more."""
    held = Membership.objects.on(item.session.day)
    people = Person.objects.filter(pk__in=held.values("person"))
    return people.order_by(f"name_{active()}_sort", "pk")
