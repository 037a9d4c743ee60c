"""What a schema cannot see: a pack whose parts name one another, and must name what exists."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from string import Formatter

from shanyraq.law.elements import Text
from shanyraq.law.kinds import ChainRule, GovernedRule, Rule
from shanyraq.law.packs import NAMED_ON_PAGES, Pack, PackHead, Place
from shanyraq.law.provisions import LANGUAGES, provision_of

ANSWER = "value"
"""The place in a text for the word a rule answers with."""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """A place of a file and what was expected there."""

    file: str
    place: Place
    expected: str


def inconsistencies(pack: Pack) -> Iterator[Inconsistency]:
    """Everything in which the parts of a pack contradict each other, in the order of the files."""
    yield from _in_head(pack)
    for number, rule in enumerate(pack.book.rules):
        yield from _in_rule(pack, rule, ("rules", number))
    yield from _overlaps(pack)


def _in_head(pack: Pack) -> Iterator[Inconsistency]:
    head = pack.head
    for key in ("made_by", "repealed_by"):
        named = [name for name in [getattr(head, key)] if name is not None]
        yield from _known("pack.yaml", (key,), named, known=head.instruments)
    read = [name for name in [head.unknown_wording] if name is not None]
    yield from _known("pack.yaml", ("unknown_wording",), read, known=pack.reading_book.readings)
    yield from _unnamed(head)
    for number, event in enumerate(head.events):
        yield from _known("pack.yaml", ("events", number, "by"), [event.by], known=head.instruments)
    for number, (earlier, later) in enumerate(pairwise(head.states)):
        if earlier.to != later.from_:
            place = ("states", number + 1, "from")
            yield Inconsistency("pack.yaml", place, f"{earlier.to}, the end of the state before")
    if {head.made_by, head.repealed_by} - {None} <= set(head.instruments):
        ends = (head.states[0].from_, head.states[-1].to)
        if ends != (pack.begins, pack.ends):
            yield Inconsistency(
                "pack.yaml", ("states",), f"states from {pack.begins} to {pack.ends}"
            )


def _unnamed(head: PackHead) -> Iterator[Inconsistency]:
    """Whom pages speak of and a pack with words for pages does not name."""
    for holder in NAMED_ON_PAGES if head.vocabulary else ():
        if holder not in head.holders:
            yield Inconsistency("pack.yaml", ("holders",), f"a word for {holder!r} too")


def _in_rule(pack: Pack, rule: Rule, at: Place) -> Iterator[Inconsistency]:
    file, book = "rules.yaml", pack.book
    cited = [rule.clause, *rule.also, *_step_clauses(rule)]
    yield from _known(file, (*at, "clause"), map(provision_of, cited), known=pack.head.clauses)
    yield from _known(file, (*at, "readings"), rule.readings, known=pack.reading_book.readings)
    yield from _known(file, at, rule.holders_named, known=pack.head.holders)
    yield from _known(file, at, rule.words, known=book.words)
    if not isinstance(rule, ChainRule):
        yield from _known(file, at, rule.facts, known=book.facts)
    else:
        checks = [step.checks for step in rule.steps if step.checks]
        yield from _known(file, (*at, "steps"), checks, known=pack.rules)
    if isinstance(rule, GovernedRule):
        unknown = [clause for clause, entry in pack.head.clauses.items() if entry.unknown]
        yield from _known(file, (*at, "clause"), [provision_of(rule.clause)], known=unknown)
    for text in rule.texts:
        yield from _placeholders(text, rule, at)


def _placeholders(text: Text, rule: Rule, at: Place) -> Iterator[Inconsistency]:
    used = {language: set(places_of(getattr(text, language))) for language in LANGUAGES}
    for language, names in used.items():
        yield from _known("rules.yaml", (*at, "says", language), names, known=(*rule.facts, ANSWER))
    if len({frozenset(names) for names in used.values()}) > 1:
        yield Inconsistency("rules.yaml", (*at, "says"), "the same facts named in each language")


def _overlaps(pack: Pack) -> Iterator[Inconsistency]:
    for name, rules in pack.rules.items():
        for one, other in combinations(rules, 2):
            begin = max(one.from_ or pack.begins, other.from_ or pack.begins)
            if begin < min(one.to or pack.ends, other.to or pack.ends):
                yield Inconsistency("rules.yaml", ("rules",), f"one {name} at a time, not two")


def _step_clauses(rule: Rule) -> list[str]:
    steps = rule.steps if isinstance(rule, ChainRule) else ()
    return [step.clause for step in steps if step.clause]


def _known(
    file: str, place: Place, names: Iterable[str], *, known: Iterable[str]
) -> Iterator[Inconsistency]:
    at_hand = set(known)
    for name in names:
        if name not in at_hand:
            near = ", ".join(sorted(at_hand))
            yield Inconsistency(file, place, f"expected: one of {near}, found {name!r}")


def places_of(template: str) -> Iterator[str]:
    """Names of the facts a template has places for.

    >>> list(places_of("{for} of {base:member|members}"))
    ['for', 'base']
    """
    for _, name, _, _ in Formatter().parse(template):
        if name is not None:
            yield re.split(r"[.\[]", name)[0]
