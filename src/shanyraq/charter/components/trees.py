"""The tree of a verdict: each condition with its facts, reckoning, clause, text and readings."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from shanyraq.charter.components.chips import clause_chip, reading_href
from shanyraq.charter.models import StoredVerdict
from shanyraq.charter.queries import ProvisionOn, charter_pack, provision, verdict_again
from shanyraq.law import Outcome, Telling, Verdict
from shanyraq.law.answers import GivenFact
from shanyraq.law.judging import HOLDING_POSTS
from shanyraq.law.telling import label_of
from shanyraq.platform.languages import active, day, whole

KINDS = {Outcome.MET: "met", Outcome.NOT_MET: "not"}
NOTHING = SafeString("")
ICONS = {"met": "check", "not": "cross", "open": "question"}


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """A reading beside a condition: its number, its page if it has one, and what was chosen."""

    number: str
    href: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One node of a verdict's tree, in the reader's language."""

    telling: Telling
    kind: str
    outcome: str
    chip: SafeString
    text: ProvisionOn | None
    facts: tuple[tuple[str, str], ...]
    readings: tuple[ReadingShown, ...]
    children: tuple["Condition", ...]

    @property
    def icon(self) -> str:
        """The glyph beside the word."""
        return ICONS[self.kind]


def verdict_given(verdict: Verdict | StoredVerdict) -> Verdict:
    """The verdict itself, told again when it was stored."""
    return verdict_again(verdict) if isinstance(verdict, StoredVerdict) else verdict


def verdict_tree(verdict: Verdict | StoredVerdict) -> SafeString:
    """The whole tree of a verdict: each condition with its facts, reckoning, clause and reading."""
    root = condition_of(verdict_given(verdict))
    return render_to_string("charter/verdict_tree.html", {"condition": root})


def condition_of(verdict: Verdict) -> Condition:
    """A verdict and its conditions, ready to be drawn."""
    kind = KINDS.get(verdict.outcome, "open")
    rule = verdict.provision
    return Condition(
        telling=verdict.tell(active()),
        kind=kind,
        outcome=outcome_word(verdict.outcome),
        chip=clause_chip(rule.clause, verdict.on, pack=pack_of(verdict)) if rule else NOTHING,
        text=_text(verdict),
        facts=tuple(_facts(verdict)),
        readings=tuple(_readings(verdict)),
        children=tuple(condition_of(child) for child in verdict.children),
    )


def pack_of(verdict: Verdict) -> str:
    """The identifier of the pack on which a verdict turns; nothing when it rests on none."""
    pack = verdict.deciding.pack
    return pack.id if pack else ""


def outcome_word(outcome: str) -> str:
    """One of the six answers in the reader's language."""
    return {
        "met": _("met"),
        "not_met": _("not met"),
        "undetermined": _("cannot be told yet"),
        "no_provision": _("no provision"),
        "text_unknown": _("text unknown"),
        "conflict": _("conflict"),
    }[outcome]


def kind_of(outcome: str) -> str:
    """How an answer is marked: met, not met or open."""
    return KINDS.get(Outcome(outcome), "open")


def _facts(verdict: Verdict) -> list[tuple[str, str]]:
    told = [fact for fact in verdict.facts if fact.name != HOLDING_POSTS]
    rows = [
        (_capital(label_of(verdict, fact.name, active())), _value(verdict, fact)) for fact in told
    ]
    found = verdict.finding
    if found.needed is not None:
        rows.append((_("Smallest number needed"), whole(found.needed)))
    if found.last_lawful_day:
        rows.append((_("Last lawful day"), day(found.last_lawful_day)))
    return rows


def _value(verdict: Verdict, fact: GivenFact) -> str:
    value = fact.value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, dt.date):
        return day(value)
    words = verdict.pack.book.words if verdict.pack else {}
    return words[value].spoken(active()) if value in words else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(verdict: Verdict) -> ProvisionOn | None:
    """The text of a verdict's clause, which is at hand for the institution's own charter."""
    if verdict.provision is None or pack_of(verdict) != charter_pack().id:
        return None
    return provision(verdict.provision.clause, verdict.on, active())


def _readings(verdict: Verdict) -> Iterator[ReadingShown]:
    """The readings a verdict rests on, as its own pack has them."""
    if verdict.provision is None or verdict.pack is None:
        return
    own = verdict.pack.id == charter_pack().id
    for number in verdict.provision.readings:
        chosen = verdict.pack.reading(number).chosen.spoken(active())
        yield ReadingShown(number, reading_href(number) if own else "", chosen)
