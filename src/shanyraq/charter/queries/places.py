"""The places of the charter that an amendment may change, each with its value in words (R8.4d)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from shanyraq.charter.queries.law import charter_pack
from shanyraq.law import Pack
from shanyraq.law.amending import Change, amended, fields_of, rules_touched, value_before
from shanyraq.law.grammar import spoken_span
from shanyraq.law.headlines import headline
from shanyraq.law.kinds import (
    CountRule,
    DeadlineRule,
    EligibilityRule,
    FrequencyRule,
    Rule,
    ThresholdRule,
)
from shanyraq.law.provisions import Language, sort_key
from shanyraq.law.spans import Span
from shanyraq.platform.languages import LANGUAGES

#: What a field of a rule is called, by the first step of the way to it.
FIELDS: Final[dict[str, str | Promise]] = {
    "fraction": _("Share"),
    "compare": _("Whether the share itself suffices"),
    "duration": _("Period"),
    "count_first_day": _("Whether the first day is counted"),
    "count_last_day": _("Whether the last day is counted"),
    "minimum": _("At least"),
    "maximum": _("At most"),
    "exactly": _("Exactly"),
    "holders": _("Who has it"),
    "through": _("Who records it for the holder"),
    "requires": _("Condition"),
    "any_of": _("One of the conditions"),
    "one_of": _("What is accepted"),
    "none_of": _("What is not accepted"),
    "default": _("Force of decisions"),
    "severity": _("What follows when it is not kept"),
}
#: Values that are words of the engine, not of a pack.
WORDS: Final[dict[str, str | Promise]] = {
    "True": _("yes"),
    "False": _("no"),
    "ge": _("the share or more"),
    "gt": _("more than the share"),
    "refusal": _("the act is refused"),
    "warning": _("a warning, no refusal"),
}
_NO_VALUES = frozenset({"fact"})


@dataclass(frozen=True, slots=True)
class Place:
    """One place that may be changed: of a rule, or a parameter of a reading.

    Attributes:
        address: as a change names it, such as "session_quorum.fraction".
        clause: the provision it carries out.
        reading: the number of the reading it belongs to; empty for a rule.
        line: the rule, or the question of the reading, in a line.
        field: what is set there.
        value: what is set now, as data.
        told: the same in words.
    """

    address: str
    clause: str
    reading: str
    line: str
    field: str
    value: object
    told: str


def places(language: Language) -> list[Place]:
    """Every place that may be changed, in the order of the provisions."""
    pack = charter_pack()
    found = [*_of_rules(pack, language), *_of_readings(pack, language)]
    return sorted(found, key=lambda place: (sort_key(place.clause), place.address))


def place_at(address: str, language: Language) -> Place | None:
    """The place of an address; None: an amendment changes no such place."""
    return next((place for place in places(language) if place.address == address), None)


@dataclass(frozen=True, slots=True)
class Told:
    """A change in one language: the rule's line and the value, before and after."""

    language: Language
    line_before: str
    line_after: str
    field: str
    before: str
    after: str


def told_in_languages(change: Change) -> list[Told]:
    """What a change would change, in words, in each of the three languages."""
    before, after = charter_pack(), amended(charter_pack(), [change])
    return [_told(change, one, before=before, after=after) for one in LANGUAGES]


def value_told(value: object, language: Language) -> str:
    """A value of the charter in words."""
    if isinstance(value, list | tuple):
        return ", ".join(value_told(each, language) for each in value) or gettext("nobody")
    written = str(value)
    if written in WORDS:
        return str(WORDS[written])
    if (span := Span.read(written)) is not None:
        return spoken_span(span, language)
    named = charter_pack().words.get(written)
    return named.spoken(language) if named else written


def choices_at(place: Place, language: Language) -> list[tuple[str, str]]:
    """The words among which the value of a place is chosen; none: it is written."""
    pack = charter_pack()
    first = place.address.split(".")[1]
    if isinstance(place.value, bool):
        known: Iterable[str] = ("True", "False")
    elif first in {"holders", "through"}:
        known = pack.head.holders
    elif first in {"one_of", "none_of"} or isinstance(place.value, list | tuple):
        known = pack.book.words
    else:
        known = {
            "compare": ("ge", "gt"),
            "severity": ("refusal", "warning"),
            "default": ("recommendatory", "binding"),
        }.get(first, ())
    return [(word, value_told(word, language)) for word in known]


def _of_rules(pack: Pack, language: Language) -> Iterator[Place]:
    derived = {
        (pack.book.rules[int(number)].id, ".".join(map(str, path)))
        for found in pack.parameter_places.values()
        for number, *path in found
    }
    for name in pack.rules:
        rule = pack.rules_called(name)[-1]
        for path, value in fields_of(pack, name).items():
            if _shown(rule, path) and (name, path) not in derived:
                yield Place(
                    address=f"{name}.{path}",
                    clause=rule.clause,
                    reading="",
                    line=headline(rule, language),
                    field=_field(pack, path, language),
                    value=value,
                    told=value_told(value, language),
                )


def _of_readings(pack: Pack, language: Language) -> Iterator[Place]:
    for number, reading in pack.reading_book.readings.items():
        for name, value in (reading.parameters or {}).items():
            yield Place(
                address=f"{number}.{name}",
                clause=reading.clauses[0],
                reading=number,
                line=reading.question.spoken(language),
                field=gettext("Parameter {name}").format(name=name),
                value=value,
                told=value_told(value, language),
            )


def _shown(rule: Rule, path: str) -> bool:
    """What names a fact is no value, and only what is asked of facts refuses or warns."""
    asked = isinstance(
        rule, ThresholdRule | CountRule | DeadlineRule | EligibilityRule | FrequencyRule
    )
    first, last = path.split(".", maxsplit=1)[0], path.rpartition(".")[2]
    return first in FIELDS and last not in _NO_VALUES and (asked or first != "severity")


def _field(pack: Pack, path: str, language: Language) -> str:
    first, _dot, rest = path.partition(".")
    named = pack.book.facts.get(rest)
    return f"{FIELDS[first]}: {named.label.spoken(language)}" if named else str(FIELDS[first])


def _told(change: Change, language: Language, *, before: Pack, after: Pack) -> Told:
    rules = sorted(rules_touched(before, [change]))
    with translation.override(language):
        place = place_at(change.place, language)
        return Told(
            language=language,
            line_before=_lines(before, rules, language) or (place.line if place else ""),
            line_after=_lines(after, rules, language) or (place.line if place else ""),
            field=place.field if place else change.place,
            before=value_told(value_before(before, change), language),
            after=value_told(change.value, language),
        )


def _lines(pack: Pack, rules: Iterable[str], language: Language) -> str:
    return "; ".join(headline(pack.rules_called(rule)[-1], language) for rule in rules)
