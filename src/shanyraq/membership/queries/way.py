"""The way of a candidature: its steps as the charter's chain orders them, and what comes next."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from shanyraq.charter.queries import ask, charter_pack
from shanyraq.law import Verdict
from shanyraq.law.kinds import ChainRule
from shanyraq.membership.enums import Path, StepKind
from shanyraq.membership.models import Candidature, CandidatureStep
from shanyraq.platform.languages import active

#: The chain of the charter by which each path goes.
CHAINS = {
    Path.NATIONAL_CULTURAL_ASSOCIATION: "entry_by_national_cultural_association",
    Path.PUBLIC_ASSOCIATION: "entry_by_public_association",
    Path.STATE_BODY: "entry_of_state_body_representative",
    Path.CHAIR: "entry_by_chair",
}


@dataclass(frozen=True, slots=True)
class WayStep:
    """A step of the way: what the charter says of it, and what was done.

    Attributes:
        kind: which step it is.
        clause: the provision that asks it.
        by: who takes it, in the charter's words.
        done: what was recorded; several submissions, when several deputies submitted.
        current: whether it comes next.
    """

    kind: StepKind
    clause: str
    by: tuple[str, ...]
    done: list[CandidatureStep]
    current: bool

    @property
    def phase(self) -> str:
        """Where it stands: "done", "current" or "later"."""
        if self.current:
            return "current"
        return "done" if self.done else "later"

    @property
    def takers(self) -> str:
        """Who takes it, in the reader's language."""
        return ", ".join(spoken_holder(one) for one in self.by)


def spoken_holder(holder: str) -> str:
    """What the charter calls somebody who takes a step, in the reader's language."""
    known = charter_pack().words
    return known[holder].spoken(active()) if holder in known else holder


def chain_of(path: str) -> ChainRule:
    """The charter's chain of a path."""
    rule = charter_pack().rules_called(CHAINS[Path(path)])[-1]
    if not isinstance(rule, ChainRule):
        raise TypeError(f"{rule.id} is no chain")
    return rule


def submission(deputies: int, on: dt.date) -> Verdict:
    """Whether so many deputies suffice to submit a candidature (R14.2b, A42)."""
    return ask("membership_submission", on=on, facts={"deputies_submitting": deputies})


def considered(*, at_meeting: bool, on: dt.date, source: str = "") -> Verdict:
    """Whether what the Council did counts as considering at a meeting (R14.2a, A14, A41)."""
    sources = {"meeting_item": source} if source else {}
    facts = {"meeting_item": at_meeting}
    return ask("admission_needs_meeting", on=on, facts=facts, sources=sources)


def taken(steps: Collection[CandidatureStep], on: dt.date) -> set[str]:
    """The steps that lie behind; a submission only once enough deputies have submitted."""
    kinds = {step.kind for step in steps}
    deputies = sum(step.kind == StepKind.SUBMISSION for step in steps)
    if deputies and not submission(deputies, on).met:
        kinds.discard(StepKind.SUBMISSION)
    return kinds


def way(path: str, done: Collection[str], on: dt.date, *, source: str = "") -> Verdict:
    """The charter's answer on a path with these steps taken; `value` names the next one."""
    rule = chain_of(path)
    facts = {name: name in done for name in rule.facts}
    return ask(rule.id, on=on, facts=facts, sources=dict.fromkeys(facts, source) if source else {})


def way_of(candidature: Candidature, on: dt.date) -> Verdict:
    """The charter's answer on a candidature as it stands; `value` names the next step."""
    done = taken(list(candidature.steps.all()), on)
    source = f"candidature:{candidature.public_id}"
    return way(candidature.path, done, on, source=source)


def steps_of(candidature: Candidature, on: dt.date) -> list[WayStep]:
    """Every step of a candidature's way in the charter's order, done or not."""
    done = list(candidature.steps.all())
    verdict = way_of(candidature, on)
    following = verdict.value if candidature.under_way else None
    return [
        WayStep(
            kind=StepKind(step.id),
            clause=step.clause or verdict.clause,
            by=step.by,
            done=[one for one in done if one.kind == step.id],
            current=step.id == following,
        )
        for step in chain_of(candidature.path).steps
    ]
