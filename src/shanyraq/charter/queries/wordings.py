"""What is said of a wording: since when it holds, that it is not at hand, the name of the day."""

import datetime as dt
from typing import get_args

from django.utils.translation import gettext as _

from shanyraq.charter.queries.history import making_act, repealing_act
from shanyraq.charter.queries.law import charter_pack
from shanyraq.charter.queries.texts import ProvisionOn
from shanyraq.law.grammar import NO_BREAK, SpokenDay
from shanyraq.law.packs import Instrument
from shanyraq.law.phrases import PHRASES
from shanyraq.law.provisions import Language


def act_words(instrument: Instrument, language: Language) -> str:
    """An act as it is cited: its kind and number."""
    kind = instrument.type.spoken(language)
    phrase = PHRASES[language]["instrument"]
    return phrase.format(type=kind, number=instrument.number, nbsp=NO_BREAK)


def sentences(found: ProvisionOn) -> list[str]:
    """What a reader must know of a provision on a day, in the provision's language."""
    telling = {"known": _known, "unknown": _unknown, "before": _before, "after": _after}
    told = (telling[found.status](found), _name(found))
    return [each if each.endswith(".") else f"{each}." for each in told if each]


def _known(found: ProvisionOn) -> str:
    since = SpokenDay(found.since, found.language)
    if found.by is None:
        return _say(found, "wording.unnoted", since=since)
    return _say(found, "wording", since=since, instrument=act_words(found.by, found.language))


def _unknown(found: ProvisionOn) -> str:
    known = SpokenDay(found.known_from or found.on, found.language)
    return _say(found, "text_unknown", citation=found.words, known=known)


def _before(found: ProvisionOn) -> str:
    return _outside(found, "no_provision.before", making_act())


def _after(found: ProvisionOn) -> str:
    repealed = repealing_act()
    return _outside(found, "no_provision.after", repealed) if repealed else ""


def _outside(found: ProvisionOn, phrase: str, act: Instrument) -> str:
    day = SpokenDay(act.effective, found.language)
    instrument = act_words(act, found.language)
    return _say(found, phrase, instrument=instrument, begins=day, ends=day)


def _name(found: ProvisionOn) -> str:
    """The institution's name in three languages while it was another than the last one."""
    names = names_on(found.on)
    if names == names_on(charter_pack().ends):
        return ""
    return _("The institution was then called: {names}").format(names=" / ".join(names))


def names_on(on: dt.date) -> list[str]:
    """The institution's name on a day, in Kazakh, Russian and English."""
    return [charter_pack().name(on, language) for language in get_args(Language)]


def _say(found: ProvisionOn, phrase: str, **values: object) -> str:
    template = PHRASES[found.language][phrase]
    return template.format(on=SpokenDay(found.on, found.language), **values)
