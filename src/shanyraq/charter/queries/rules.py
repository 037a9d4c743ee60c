"""The rules that a provision gives rise to, each in a line with its clause and its readings."""

from dataclasses import dataclass

from shanyraq.charter.queries.law import charter_pack
from shanyraq.law.headlines import headline
from shanyraq.law.provisions import Language, provision_of, sort_key


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule in the reader's language: its line, its name in the pack, its clause, its readings."""

    line: str
    name: str
    clause: str
    readings: tuple[str, ...]


def rules_of(provision: str, language: Language) -> list[RuleShown]:
    """The rules that stand on a provision, in the order of the text."""
    rules = [
        RuleShown(headline(rule, language), rule.id, clause, rule.readings)
        for rule in charter_pack().book.rules
        if (clause := _clause_in(provision, (rule.clause, *rule.also)))
    ]
    return sorted(rules, key=lambda rule: sort_key(rule.clause))


def _clause_in(provision: str, addresses: tuple[str, ...]) -> str:
    return next((a for a in addresses if provision_of(a) == provision), "")
