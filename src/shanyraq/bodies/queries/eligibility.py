"""What the charter says of a seat before it is given: a no, a yes, or a yes with a warning."""

from datetime import date

from shanyraq.bodies.enums import Category
from shanyraq.bodies.permissions import ELIGIBILITY_RULES, belonging_rule
from shanyraq.bodies.queries.standing import assembly, is_in_office
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict, all_of
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization, Person

#: The rule that names the offices of the Coordination Council (R10.2, A43).
OFFICES_RULE = "coordination_council_composition"


def eligibility(
    body: Organization, person: Person, *, category: Category, office: str = "", on: date
) -> Verdict | None:
    """What the charter says of a seat in a body for a person; None where it is silent."""
    source = {"represents": f"person:{person.public_id}"}
    if body.classification == Classification.COORDINATION_COUNCIL:
        facts = {"office": str(office)} if office else {}
        sources = {"office": f"person:{person.public_id}"} if office else {}
        return all_of("seat", [ask(OFFICES_RULE, on=on, facts=facts, sources=sources)], on=on)
    rule = ELIGIBILITY_RULES.get(Classification(body.classification))
    if rule is None:
        return None
    verdicts = [ask(rule, on=on, facts={"represents": str(category)}, sources=source)]
    if body.classification == Classification.COUNCIL:
        verdicts.append(_belonging(person, category, on))
    return all_of("seat", verdicts, on=on)


def categories_for(body: Organization, on: date) -> list[Category]:
    """Whom the members of a body may represent; everybody where the charter is silent."""
    rule = ELIGIBILITY_RULES.get(Classification(body.classification))
    if rule is None:
        return list(Category)
    answers = ((one, ask(rule, on=on, facts={"represents": str(one)})) for one in Category)
    return [one for one, verdict in answers if not verdict.stands_in_the_way]


def warning_in(verdict: Verdict | None) -> Verdict | None:
    """What a verdict says against a seat without standing in its way (A19, A43)."""
    children = () if verdict is None else verdict.children
    return next((one for one in children if not (one.met or one.stands_in_the_way)), None)


def _belonging(person: Person, category: Category, on: date) -> Verdict:
    """Whether a future member of the Council belongs to the Assembly."""
    belongs = {"assembly_member": is_in_office(person, assembly(), on)}
    source = {"assembly_member": f"person:{person.public_id}"}
    return ask(belonging_rule(category), on=on, facts=belongs, sources=source)
