"""Reads of the deputies of the Chair: who is in office, vacancies, proposals (R7.3, R7.4)."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.bodies.enums import Role
from shanyraq.bodies.models import Membership
from shanyraq.bodies.queries import holders
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.membership.enums import ProposalState
from shanyraq.membership.models import DeputyProposal
from shanyraq.people.models import Person
from shanyraq.sittings.enums import ItemKind, ItemState
from shanyraq.sittings.models import AgendaItem

#: The chain of the charter by which a deputy comes into office.
CHAIN = "appoint_deputy_chair"


@dataclass(frozen=True, slots=True)
class Deputies:
    """The deputies in office and what the charter says of their number (R7.3).

    Attributes:
        needed: how many there are to be; None where the law is silent.
    """

    holdings: list[Membership]
    verdict: Verdict
    needed: int | None

    @property
    def vacant(self) -> int:
        """How many posts nobody holds."""
        return max((self.needed or 0) - len(self.holdings), 0)


def deputies_on(on: dt.date) -> Deputies:
    """The deputies of the Chair in office on a day; a vacancy shows in `vacant`."""
    held = list(holders(Role.DEPUTY_CHAIR, on))
    verdict = ask("deputy_chairs", on=on, facts={"deputies": len(held)})
    return Deputies(held, verdict, verdict.needed)


def way_of_deputy(on: dt.date, *, proposed: bool, appointed: bool, source: str = "") -> Verdict:
    """The charter's answer on the way of a deputy into office; `value` names the next step."""
    sources = {"propose": source} if source else {}
    facts = {"propose": proposed, "appoint": appointed}
    return ask(CHAIN, on=on, facts=facts, sources=sources)


def open_proposal(person: Person) -> DeputyProposal | None:
    """The Council's latest proposal of a person that no appointment has used."""
    waiting = DeputyProposal.objects.filter(person=person, state=ProposalState.ADOPTED)
    return waiting.select_related("decision__verdict", "person").first()


def proposals() -> list[DeputyProposal]:
    """The Council's proposals of deputies, the latest first."""
    rows = DeputyProposal.objects.select_related("person", "decision__vote__session", "act")
    return list(rows)


def before_council() -> list[AgendaItem]:
    """Questions on a deputy that stand on agendas of the Council and are not closed."""
    rows = AgendaItem.objects.filter(kind=ItemKind.DEPUTY_CHAIRS).select_related("session")
    open_ones = rows.exclude(state__in=[ItemState.DROPPED, ItemState.FINISHED])
    return list(open_ones.order_by("session__starts_at", "number"))
