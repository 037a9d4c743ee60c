"""The closed kinds of rules: what a pack may say, and nothing else."""

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt, model_validator

from shanyraq.law.elements import Address, Duration, During, Element, Name, ReadingId, Share, Text
from shanyraq.tally import Threshold

Whole = Literal[
    "assembly_members",
    "attending_members",
    "council_members",
    "electors_who_took_part",
    "small_assembly_members",
]
Part = Literal["attending_members", "votes_for", "signatures"]
Comparator = Literal["ge", "gt"]
Severity = Literal["refusal", "warning"]


class Words(Element):
    """What a verdict says: the conclusion when met and when not, and the facts in a clause."""

    met: Text
    not_met: Text
    because: Text | None = None


class Rule(During):
    """One provision as a rule: its address, its period, the readings it needs."""

    id: Name
    clause: Address
    also: tuple[Address, ...] = ()
    readings: tuple[ReadingId, ...] = ()
    severity: Severity = "refusal"
    overrides: tuple[Name, ...] = ()

    @property
    def facts(self) -> tuple[str, ...]:
        """Names of the facts the rule asks for, in the order they are told."""
        return ()

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts with places for facts."""
        says = getattr(self, "says", None)
        parts = (says.met, says.not_met, says.because) if isinstance(says, Words) else ()
        return tuple(text for text in parts if text)

    @property
    def words(self) -> tuple[str, ...]:
        """Words of the pack's vocabulary the rule uses."""
        return ()

    @property
    def holders_named(self) -> tuple[str, ...]:
        """Posts and bodies of the pack the rule names."""
        return ()


class PartOfWhole(Element):
    """A number of persons: which fact gives it and whom it counts."""

    fact: Name


class CountedPart(PartOfWhole):
    """The persons who did something."""

    counts: Part


class CountedWhole(PartOfWhole):
    """The persons among whom they are measured."""

    counts: Whole


class ThresholdRule(Rule):
    """So many of a whole: a quorum, a majority, a request."""

    kind: Literal["threshold"]
    fraction: Share
    compare: Comparator
    of: CountedPart
    base: CountedWhole
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """The whole first, then the part."""
        return (self.base.fact, self.of.fact)

    @property
    def threshold(self) -> Threshold:
        """The threshold in whole persons."""
        return Threshold(self.fraction, strictly=self.compare == "gt")


class CountRule(Rule):
    """A number with a least, a greatest or an exact value."""

    kind: Literal["count"]
    of: Name
    minimum: StrictInt | None = Field(default=None, ge=0)
    maximum: StrictInt | None = Field(default=None, ge=0)
    exactly: StrictInt | None = Field(default=None, ge=0)
    says: Words

    @model_validator(mode="after")
    def _one_limit(self) -> "CountRule":
        if sum(limit is not None for limit in (self.minimum, self.maximum, self.exactly)) != 1:
            raise ValueError("one of minimum, maximum, exactly")
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        """The number that is limited."""
        return (self.of,)


class FrequencyRule(Rule):
    """So often in a period: at least one Session in a calendar year, one meeting in half of it."""

    kind: Literal["frequency"]
    of: Name
    minimum: StrictInt = Field(ge=1)
    per: Literal["calendar_year", "half_year"]
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """How often it happened in the period."""
        return (self.of,)


class DeadlineRule(Rule):
    """An act before or after an anchor day, by a span of calendar time."""

    kind: Literal["deadline"]
    relation: Literal["at_least_before", "at_most_after"]
    duration: Duration
    act: Name
    anchor: Name
    count_first_day: StrictBool = False
    count_last_day: StrictBool = True
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """The anchor first, then the act."""
        return (self.anchor, self.act)

    @property
    def days_more(self) -> int:
        """Days that the way of counting adds to the span (may be negative)."""
        return int(not self.count_last_day) - int(self.count_first_day)


class PowerRule(Rule):
    """Who may do something; `through` are those who record the holder's word for him."""

    kind: Literal["power"]
    holders: tuple[Name, ...] = Field(min_length=1)
    through: tuple[Name, ...] = ()
    does: Text

    @property
    def holders_named(self) -> tuple[str, ...]:
        """Posts that hold the power or record its use."""
        return self.holders + self.through


class RightRule(Rule):
    """What nobody may take away from its holders."""

    kind: Literal["right"]
    holders: tuple[Name, ...] = Field(min_length=1)
    does: Text

    @property
    def holders_named(self) -> tuple[str, ...]:
        """Posts that hold the right."""
        return self.holders


class DutyRule(Rule):
    """What its bearers are bound to do."""

    kind: Literal["duty"]
    holders: tuple[Name, ...] = Field(min_length=1)
    does: Text

    @property
    def holders_named(self) -> tuple[str, ...]:
        """Posts that bear the duty."""
        return self.holders


class EffectOf(Element):
    """A kind of decision whose effect differs from the general one."""

    decision: Name
    effect: Name


class LegalEffectRule(Rule):
    """What force a decision has: one for all, but for named exceptions."""

    kind: Literal["legal_effect"]
    of: Name
    default: Name
    exceptions: tuple[EffectOf, ...] = ()
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """Which decision it is."""
        return (self.of,)

    @property
    def words(self) -> tuple[str, ...]:
        """The effects."""
        exceptions = (word for each in self.exceptions for word in (each.effect, each.decision))
        return (self.default, *exceptions)


class OneOf(Element):
    """A word among values."""

    fact: Name
    values: tuple[Name, ...] = Field(min_length=1)


class EligibilityRule(Rule):
    """Conditions that must hold together: yes or no, and a word that is, or is not, among some.

    Of the conditions in `any_of` one is enough.
    """

    kind: Literal["eligibility"]
    requires: dict[Name, StrictBool] = Field(default_factory=dict)
    any_of: dict[Name, StrictBool] = Field(default_factory=dict)
    one_of: OneOf | None = None
    none_of: OneOf | None = None
    says: Words

    @model_validator(mode="after")
    def _some_condition(self) -> "EligibilityRule":
        if not (self.requires or self.any_of or self.one_of or self.none_of):
            raise ValueError("requires, any_of, one_of or none_of")
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        """The words first, then the conditions by name, as canonical bytes keep them, each once."""
        words = [among.fact for among in (self.one_of, self.none_of) if among]
        return tuple(dict.fromkeys([*words, *sorted(self.requires), *sorted(self.any_of)]))

    @property
    def words(self) -> tuple[str, ...]:
        """The values let in, then those kept out."""
        return tuple(
            word for among in (self.one_of, self.none_of) if among for word in among.values
        )


class ChainStep(Element):
    """One step of a procedure: who takes it, by which clause, what is asked of it."""

    id: Name
    by: tuple[Name, ...] = ()
    clause: Address | None = None
    checks: Name | None = None
    says: Text


class ChainRule(Rule):
    """Steps that follow one another; each fact says whether a step has been taken."""

    kind: Literal["chain"]
    steps: tuple[ChainStep, ...] = Field(min_length=1)
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """The steps by name."""
        return tuple(step.id for step in self.steps)

    @property
    def holders_named(self) -> tuple[str, ...]:
        """Those who take the steps."""
        return tuple(actor for step in self.steps for actor in step.by)


class ExOfficioRule(Rule):
    """A post that follows from holding another."""

    kind: Literal["ex_officio"]
    post: Name
    by: Name
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """Whether the other post is held."""
        return (self.by,)

    @property
    def holders_named(self) -> tuple[str, ...]:
        """The post that follows."""
        return (self.post,)


class SourceOf(Element):
    """One source of a list and the clause it stands on."""

    id: Name
    clause: Address


class SourceListRule(Rule):
    """Sources that are named, each by its own clause."""

    kind: Literal["source_list"]
    of: Name
    values: tuple[SourceOf, ...] = Field(min_length=1)
    says: Words

    @property
    def facts(self) -> tuple[str, ...]:
        """Which source it is."""
        return (self.of,)

    @property
    def words(self) -> tuple[str, ...]:
        """The sources."""
        return tuple(value.id for value in self.values)


class GovernedRule(Rule):
    """A question that this act governs in words that are not at hand: none lower may answer it."""

    kind: Literal["governed"]


AnyRule = Annotated[
    ThresholdRule
    | CountRule
    | FrequencyRule
    | DeadlineRule
    | PowerRule
    | RightRule
    | DutyRule
    | LegalEffectRule
    | EligibilityRule
    | ChainRule
    | ExOfficioRule
    | SourceListRule
    | GovernedRule,
    Field(discriminator="kind"),
]
