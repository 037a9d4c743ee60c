"""Into whose role a visitor of the demonstration may step."""

from collections.abc import Iterable

from shanyraq.demonstration.composition import Company
from shanyraq.demonstration.days import TODAY, occasion
from shanyraq.demonstration.sample import sample
from shanyraq.people.actions import offer_persona, open_account
from shanyraq.people.models import Person, Persona, Wording

Role = tuple[Person, Wording]


def offer(company: Company) -> list[Persona]:
    """Open an account without a password for each of them and offer the roles."""
    leading = [
        company.chair,
        company.deputies[0],
        company.secretary,
        company.clerk,
        *company.speakers,
        company.heads[0],
    ]
    personas = sample().personas
    titles = [title.wording for title in personas.leading]
    any_member = personas.any_member.wording
    others = [member for member in company.members if member not in leading]
    return [
        *_offered(zip(leading, titles, strict=True), first=1),
        *_offered([(member, any_member) for member in others], first=Persona.LEADING),
    ]


def _offered(roles: Iterable[Role], *, first: int) -> list[Persona]:
    now = occasion(TODAY, 8)
    offered = []
    for order, (person, title) in enumerate(roles, start=first):
        open_account(occasion=now, person=person, email=person.email)
        offered.append(offer_persona(occasion=now, person=person, title=title, order=order))
    return offered
