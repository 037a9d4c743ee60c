"""What the law says: the charter of a day, questions to it, and its provisions as texts."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from django.conf import settings

from shanyraq.law import Charter, Pack, Verdict, find_pack, load_leading_pack, load_pack
from shanyraq.law.facts import Facts
from shanyraq.law.kinds import PowerRule
from shanyraq.law.provisions import Language
from shanyraq.law.summaries import NotCounted, summaries_of
from shanyraq.platform.authority import posts_of
from shanyraq.platform.occasion import Actor

PACK: str = settings.PACK
"""The name of the pack the institution lives under."""

LAYERS: tuple[str, ...] = tuple(settings.LAYERS)
"""The names of packs asked beside it wherever the law is asked, such as a law above it."""

#: The powers to keep the register of persons: for the Assembly (R12.1), for a region (R19.1).
KEEPING_REGISTER = ("keep_roll", "keep_local_roll")


@cache
def charter_pack() -> Pack:
    """The pack the institution lives under, read once a process."""
    return load_leading_pack(find_pack(PACK))


def word_of_charter(name: str, language: Language) -> str | None:
    """What the charter calls a power, an organ, an office or an authority; None if it does not."""
    pack = charter_pack()
    for rule in pack.rules.get(name, ()):
        if isinstance(rule, PowerRule):
            return rule.does.spoken(language)
    return pack.words[name].spoken(language) if name in pack.words else None


@cache
def pack_called(name: str) -> Pack:
    """A pack by the name of its folder, read once a process.

    Raises:
        UnknownPack: there is none of that name.
    """
    return load_pack(find_pack(name))


def law_on(on: dt.date, *, layers: Iterable[str] = ()) -> Charter:
    """The law of a day; `layers` are packs beside the charter, such as a body's own statute."""
    names = dict.fromkeys([*LAYERS, *layers])
    return Charter.at(on, packs=[charter_pack(), *map(pack_called, names)])


def ask(
    rule: str,
    *,
    on: dt.date,
    facts: Facts,
    sources: Mapping[str, str] | None = None,
    layers: Iterable[str] = (),
) -> Verdict:
    """Ask a rule about facts on a day; `sources` name the record each fact was read from.

    Raises:
        WrongQuestion: there is no such rule or fact.
    """
    return law_on(on, layers=layers).check(rule, facts, sources=sources)


def not_counted(on: dt.date, language: Language) -> list[NotCounted]:
    """Acts that outrank the pack on a day but are not loaded; a verdict of that day must say so."""
    acts = summaries_of(PACK).book(language).not_counted
    return [act for act in acts if act.holds_on(on) and act.pack not in LAYERS]


def may(
    power: str,
    *,
    actor: Actor,
    on: dt.date,
    layers: Iterable[str] = (),
    within: Collection[str] | None = None,
) -> Verdict:
    """Ask whether an actor has a power, right or duty on a day, by the posts then held.

    `within` are public identifiers of bodies: then only posts held in these bodies count.

    Raises:
        WrongQuestion: nothing of that name is a power, a right or a duty.
    """
    held = posts_of(actor, on)
    counted = {one.post for one in held if within is None or one.body in within}
    return law_on(on, layers=layers).can(power, counted)
