"""By which rules a sitting goes: the charter's own, and for a small assembly its statute's (R16.2).

The charter calls the powers and rules of each body by names of their own. Acts ask by the names
that hold for a Session of the Assembly; here they are turned into those of the body that sits.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from shanyraq.bodies.queries import layers_of
from shanyraq.charter.queries import ask, law_on, may
from shanyraq.law import Charter, UnknownRule, Verdict
from shanyraq.law.facts import Facts
from shanyraq.people.enums import Classification
from shanyraq.people.models import Organization
from shanyraq.platform.occasion import Actor, Occasion
from shanyraq.platform.refusals import Refusal
from shanyraq.sittings.enums import ItemKind
from shanyraq.sittings.models import Session
from shanyraq.sittings.permissions.powers import (
    CLOSING,
    CLOSING_VOTES,
    CONVENING_MEETING,
    COUNTING,
    IN_PERSON,
    OPENING_VOTES,
    PREPARING,
    PRESIDING,
    RECORDING,
    REGISTERING,
    VOTING,
    NotYours,
    require_met,
)

#: The power by which the Session chooses the method of voting (R8.3c).
CHOOSING = "determine_voting_method"
_LEADING = (PRESIDING, CLOSING, OPENING_VOTES, CLOSING_VOTES)


class NoStatute(Refusal):
    """A small assembly acts on its own statute and has none in force (R16.2)."""

    code = "no-statute"
    message = _("“{body}” has no statute in force on {on}, so no rule says how it meets.")
    remedy = _("Its chair approves a statute first; then the meeting can be prepared.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """What the charter calls, for bodies of one kind, the rules and powers of their sittings.

    Attributes:
        holder: the body as the holder of powers; empty where the charter gives it none.
        prefix: what stands before the number of its decisions.
        powers: powers that are called otherwise than for the Assembly.
        quorum: the rule on presence; empty where no provision asks for any.
        majority: the rule on the votes for; empty where it does not decide by voting.
        base: the fact from which the votes for are counted.
        kinds: which powers its agenda may use.
        by_statute: whether it goes by a statute of its own and its officers act in it alone.
    """

    holder: str = ""
    prefix: str = ""
    powers: Mapping[str, str] = field(default_factory=dict)
    quorum: str = ""
    majority: str = ""
    base: str = "present"
    kinds: tuple[ItemKind, ...] = ()
    by_statute: bool = False

    @property
    def votes(self) -> bool:
        """Whether it decides by voting."""
        return bool(self.majority)


_ADVICE = Procedure(
    prefix="A",
    powers=dict.fromkeys(
        (PREPARING, RECORDING, REGISTERING, CONVENING_MEETING, COUNTING, *_LEADING),
        "organise_advisory_bodies",
    ),
    kinds=(ItemKind.OPINION,),
)
#: How bodies of each kind sit.
PROCEDURES: dict[str, Procedure] = {
    Classification.ASSEMBLY: Procedure(
        holder="session",
        quorum="session_quorum",
        majority="session_decision",
        kinds=(
            ItemKind.CHOOSE_VOTING_METHOD,
            ItemKind.CONCEPTS_AND_PROGRAMMES,
            ItemKind.MEMBER_REPORTS,
            ItemKind.AMENDMENTS,
            ItemKind.OTHER_QUESTIONS,
            ItemKind.ELECT_DEPUTIES,
        ),
    ),
    Classification.COUNCIL: Procedure(
        holder="council",
        prefix="C",
        powers={
            PREPARING: "prepare_council_meeting",
            VOTING: "vote_in_council",
            **dict.fromkeys(_LEADING, "preside_at_council"),
        },
        quorum="council_meeting_presence",
        majority="council_decision",
        base="members",
        kinds=(
            ItemKind.IMPORTANT_QUESTIONS,
            ItemKind.MEMBERSHIP_CANDIDATES,
            ItemKind.DEPUTY_CHAIRS,
            ItemKind.MAZHILIS_CANDIDATES,
        ),
    ),
    Classification.SMALL_ASSEMBLY: Procedure(
        holder="small_assembly",
        powers={
            CONVENING_MEETING: "convene_small_assembly",
            VOTING: "vote_in_small_assembly",
            **dict.fromkeys(
                (PREPARING, RECORDING, REGISTERING, COUNTING), "prepare_small_assembly_meeting"
            ),
            **dict.fromkeys(_LEADING, "preside_at_small_assembly"),
        },
        quorum="small_assembly_quorum",
        majority="small_assembly_decision",
        kinds=(ItemKind.SMALL_ASSEMBLY_QUESTION, ItemKind.NOMINATION),
        by_statute=True,
    ),
    Classification.COORDINATION_COUNCIL: _ADVICE,
    Classification.ADVISORY_BODY: _ADVICE,
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a body's sittings on a day.

    Attributes:
        layers: packs that stand beside the charter: the body's own statute.
        within: the bodies whose posts count; None where posts of the institution do.
    """

    body: Organization
    on: dt.date
    procedure: Procedure
    layers: tuple[str, ...]
    within: frozenset[str] | None

    @property
    def law(self) -> Charter:
        """The law of the day with the body's own statute."""
        return law_on(self.on, layers=self.layers)

    @property
    def kinds(self) -> tuple[ItemKind, ...]:
        """Which of the powers its agenda may use the charter knows; a statute is asked later."""
        own = self.procedure.kinds
        if self.procedure.by_statute or not self.procedure.holder:
            return own
        return tuple(kind for kind in own if _is_known(kind, self))

    def power(self, name: str) -> str:
        """What the charter calls a power of a sitting for this body."""
        return self.procedure.powers.get(name, name)

    def may(self, name: str, actor: Actor) -> Verdict:
        """Whether an actor has a power of a sitting of this body.

        Raises:
            NotYours: the charter calls no power so: this body's sittings come about otherwise.
            NoStatute: a statute would say so, and none is in force.
        """
        power = self.power(name)
        try:
            return may(power, actor=actor, on=self.on, layers=self.layers, within=self.within)
        except UnknownRule as unknown:
            self.require_statute()
            raise NotYours from unknown

    def require(self, name: str, occasion: Occasion, *, in_person: bool = True) -> Verdict:
        """Let the holder of a power pass; with `in_person=False` also who records his word.

        Raises:
            NotYours: the power is another's, or has to be used in person.
            NoStatute: no statute is in force that would give it to somebody.
            LawSilent: when the law gives no answer.
        """
        verdict = require_met(self.may(name, occasion.actor), NotYours)
        if in_person and verdict.value != IN_PERSON:
            raise NotYours(verdict=verdict)
        return verdict

    def holds(self, name: str, occasion: Occasion, *, in_person: bool = True) -> bool:
        """Whether to show somebody the way to an act, in person or for its holder."""
        try:
            verdict = self.may(name, occasion.actor)
        except (NoStatute, NotYours):
            return False
        return verdict.met and (verdict.value == IN_PERSON or not in_person)

    def ask(self, rule: str, facts: Facts, *, sources: Mapping[str, str] | None = None) -> Verdict:
        """Ask a rule of the charter or of the body's statute.

        Raises:
            NoStatute: a statute would hold the rule, and none is in force.
        """
        try:
            return ask(rule, on=self.on, facts=facts, sources=sources, layers=self.layers)
        except UnknownRule:
            self.require_statute()
            raise

    def require_statute(self) -> None:
        """Let a body pass that needs no statute or has one in force (R16.2).

        Raises:
            NoStatute: it needs one and has none.
        """
        if self.procedure.by_statute and not self.layers:
            verdict = law_on(self.on).can("approve_statute", set())
            raise NoStatute(verdict=verdict, body=self.body.name, on=self.on)


def rules_of(body: Organization, on: dt.date) -> Rules:
    """By which rules a body sits on a day."""
    procedure = PROCEDURES[body.classification]
    if not procedure.by_statute:
        return Rules(body, on, procedure, (), None)
    near = Organization.objects.filter(parent=body, classification=Classification.SECRETARIAT)
    within = frozenset([body.public_id, *near.values_list("public_id", flat=True)])
    return Rules(body, on, procedure, layers_of(body, on), within)


def competence_of(kind: ItemKind | str, rules: Rules) -> Verdict:
    """What the charter, or the statute, says of a body's power over a kind of question.

    Raises:
        NoStatute: a statute would give the power, and none is in force.
    """
    power = CHOOSING if kind == ItemKind.CHOOSE_VOTING_METHOD else str(kind)
    try:
        return rules.law.can(power, {rules.procedure.holder})
    except UnknownRule:
        rules.require_statute()
        raise


def _is_known(kind: ItemKind, rules: Rules) -> bool:
    """Whether the charter calls a power of anybody by the name of a kind."""
    try:
        competence_of(kind, rules)
    except UnknownRule:
        return False
    return True


def leads(session: Session, power: str, occasion: Occasion) -> bool:
    """Whether to show somebody the way to an act of the one who presides."""
    rules = rules_of(session.body, occasion.on)
    if not rules.holds(power, occasion, in_person=False):
        return False
    recorded = not rules.holds(power, occasion)
    return recorded or session.presiding is None or session.presiding.actor == occasion.actor
