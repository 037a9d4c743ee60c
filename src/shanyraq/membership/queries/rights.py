"""The rights and duties of members, as the charter lists them (R20, R21)."""

import datetime as dt
from dataclasses import dataclass

from shanyraq.charter.queries import charter_pack, law_on
from shanyraq.law import Outcome
from shanyraq.law.kinds import DutyRule, RightRule
from shanyraq.law.provisions import Language, sort_key

#: In the charter's words, who has the rights and duties of this page.
MEMBERS = frozenset({"member", "small_assembly_member"})


@dataclass(frozen=True, slots=True)
class RightOrDuty:
    """One right or duty: what it is, its clause, and whose it is in the charter's words."""

    does: str
    clause: str
    holders: tuple[str, ...]
    in_force: bool


def rights(on: dt.date, language: Language) -> list[RightOrDuty]:
    """What members may do, in the order of the text."""
    return _listed(RightRule, on, language)


def duties(on: dt.date, language: Language) -> list[RightOrDuty]:
    """What members have to do, in the order of the text."""
    return _listed(DutyRule, on, language)


def _listed(
    kind: type[RightRule] | type[DutyRule], on: dt.date, language: Language
) -> list[RightOrDuty]:
    pack, law = charter_pack(), law_on(on)
    found = [
        RightOrDuty(
            does=rule.does.spoken(language),
            clause=rule.clause,
            holders=tuple(pack.head.holders[one].spoken(language) for one in rule.holders),
            in_force=law.can(rule.id, set(rule.holders)).outcome is Outcome.MET,
        )
        for rule in pack.book.rules
        if isinstance(rule, kind) and MEMBERS & set(rule.holders)
    ]
    return sorted(found, key=lambda one: sort_key(one.clause))
