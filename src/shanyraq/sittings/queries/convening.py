"""Reads of how a meeting of the Council comes about (R9.3b, reading A15)."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.bodies.enums import Role
from shanyraq.bodies.queries import chair, holders
from shanyraq.charter.queries import ask
from shanyraq.law import Verdict
from shanyraq.people.enums import Classification
from shanyraq.people.models import Person
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.sittings.enums import Capacity, Kind
from shanyraq.sittings.models import ConveningSignature, Session
from shanyraq.sittings.permissions import (
    CONSENTING,
    CONVENING,
    CONVENING_COUNCIL,
    CONVENING_COUNCIL_ALONE,
    CONVENING_MEETING,
    rules_of,
)

#: The rule by which the signatures suffice, and the one that says how many deputies there are.
JOINTLY, DEPUTIES = "council_convened_jointly", "deputy_chairs"
#: The rule by which the Chair convenes it while both deputies' posts are vacant.
BY_CHAIR = "council_convened_by_chair"


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody whose signature a meeting of the Council needs, and the signature once given."""

    person: Person
    capacity: Capacity
    signature: ConveningSignature | None


@dataclass(frozen=True, slots=True)
class Part:
    """What the holder of a post does for the convening, and by which power of the charter."""

    role: Role
    capacity: Capacity
    power: str


@dataclass(frozen=True, slots=True)
class JointConvening:
    """How far the convening of a meeting of the Council has come.

    Attributes:
        signatories: the deputies in office, then the Chair.
        vacant: posts of a deputy that nobody holds.
        chair_in_office: whether there is a Chair who could consent (A16).
        verdict: the law's answer to the signatures given so far.
        convened: whether they suffice.
    """

    signatories: list[Signatory]
    vacant: int
    chair_in_office: bool
    verdict: Verdict
    convened: bool


def part_in_convening(person: Person, on: dt.date) -> Part | None:
    """What somebody does for a meeting of the Council on a day; None for whom it is not.

    While both deputies' posts are vacant the Chair convenes instead of consenting (A15).
    """
    if holders(Role.DEPUTY_CHAIR, on).filter(person=person).exists():
        return Part(Role.DEPUTY_CHAIR, Capacity.CONVENES, CONVENING_COUNCIL)
    if chair(on) != person:
        return None
    if alone(holders(Role.DEPUTY_CHAIR, on).count(), on).met:
        return Part(Role.CHAIR, Capacity.CONVENES, CONVENING_COUNCIL_ALONE)
    return Part(Role.CHAIR, Capacity.CONSENTS, CONSENTING)


def alone(deputies: int, on: dt.date) -> Verdict:
    """The law's answer on whether the Chair convenes the Council with so many deputies (A15)."""
    return ask(BY_CHAIR, on=on, facts={"deputies": deputies})


def awaited_from(session: Session, actor: Actor, on: dt.date) -> Signatory | None:
    """The signature that somebody has still to give for a meeting of the Council; None for none."""
    joint = joint_convening(session, on)
    own = (one for one in joint.signatories if one.person.public_id == actor.public_id)
    return next((one for one in own if one.signature is None), None)


def may_convene(session: Session, occasion: Occasion) -> bool:
    """Whether to show somebody the way to convening a prepared sitting, or to a signature on it."""
    if session.body.classification == Classification.COUNCIL:
        return awaited_from(session, occasion.actor, occasion.on) is not None
    power = CONVENING.get(Kind(session.kind), CONVENING_MEETING)
    return rules_of(session.body, occasion.on).holds(power, occasion)


def joint_convening(session: Session, on: dt.date) -> JointConvening:
    """Who has signed the convening of a meeting for its present beginning, and what is missing.

    A signature counts for the beginning that was signed and while its giver holds the post.
    """
    rows = session.signatures.filter(starts_at=session.starts_at).select_related("act")
    signed = {(row.person_id, row.capacity): row for row in rows}
    deputies = [held.person for held in holders(Role.DEPUTY_CHAIR, on)]
    the_chair = chair(on)
    wanted = [(one, Capacity.CONVENES) for one in deputies]
    if the_chair is not None:
        own = part_in_convening(the_chair, on)
        wanted += [(the_chair, own.capacity)] if own else []
    signatories = [
        Signatory(person, capacity, signed.get((person.pk, str(capacity))))
        for person, capacity in wanted
    ]
    verdict = _answer(signatories, session, on, deputies=len(deputies))
    return JointConvening(
        signatories=signatories,
        vacant=_vacant(len(deputies), on),
        chair_in_office=the_chair is not None,
        verdict=verdict,
        convened=verdict.met and any(one.signature for one in signatories),
    )


def _answer(
    signatories: list[Signatory], session: Session, on: dt.date, *, deputies: int
) -> Verdict:
    """The law's answer to the signatures given."""
    by_chair = alone(deputies, on)
    if by_chair.met:
        return by_chair
    given = {
        capacity: [one.signature for one in signatories if one.capacity == capacity]
        for capacity in Capacity
    }
    facts = {
        "deputies_in_office_signed": all(given[Capacity.CONVENES]),
        "chair_consents": any(given[Capacity.CONSENTS]),
    }
    sources = dict.fromkeys(facts, f"sitting:{session.public_id}")
    return ask(JOINTLY, on=on, facts=facts, sources=sources)


def _vacant(in_office: int, on: dt.date) -> int:
    """How many posts of a deputy nobody holds, by the number the charter sets (R7.3)."""
    needed = ask(DEPUTIES, on=on, facts={"deputies": in_office}).needed
    return max((needed or 0) - in_office, 0)
