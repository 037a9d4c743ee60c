"""Into whose role a visitor of the demonstration may step."""

from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import TODAY, occasion
from shanyraq.demonstration.texts import PERSONAS
from shanyraq.people.actions import offer_persona, open_account
from shanyraq.people.models import Persona


def offer(company: Company) -> list[Persona]:
    """Open an account without a password for each of them and offer the roles."""
    persons = [
        company.chair,
        company.deputies[0],
        company.secretary,
        company.clerk,
        *company.speakers,
        company.heads[0],
    ]
    now = occasion(TODAY, 8)
    for person in persons:
        open_account(occasion=now, person=person, email=person.email)
    return [
        offer_persona(occasion=now, person=person, title=title, order=order)
        for order, (person, title) in enumerate(zip(persons, PERSONAS, strict=True), start=1)
    ]
