"""The institution's own words: what its charter calls its organs, offices, authorities and powers.

`platform` knows no charter: the chapter that holds the law says, when it is ready, what a name is
called. Sentences hold names: `worded(_("{council:first} proposes, {president} appoints."))`.
"""

import re
from collections.abc import Callable, Mapping

from django.utils.functional import Promise, lazy
from django.utils.translation import get_language

from shanyraq.platform.languages import Language, active

#: What an English word brings into a sentence and leaves out of a label.
ARTICLE = re.compile(r"^(?:the|an?) ")
Source = Callable[[str, Language], str | None]


class Word(str):
    """A word of a sentence; `{president:first}` begins the sentence with it."""

    __slots__ = ()

    def __format__(self, place: str) -> str:
        """The word as it is, or with a capital where it comes `first`."""
        return self.capital if place == "first" else super().__format__(place)

    @property
    def capital(self) -> str:
        """The word at the beginning of a sentence."""
        return self[:1].upper() + self[1:]


class Words(dict[str, object]):
    """The facts of a sentence, and beside them every word of the institution's charter."""

    def __missing__(self, name: str) -> Word:
        """The charter's word for a name.

        Raises:
            KeyError: the charter has no word for it.
        """
        word = _SOURCES[-1](name, active())
        if word is None:
            raise KeyError(name)
        return Word(word)


def _silent(_name: str, _language: Language) -> None:
    return None


_SOURCES: list[Source] = [_silent]


def speak_with(source: Source) -> None:
    """Ask a source from now on: from a name and a language to the word, None for no word."""
    _SOURCES.append(source)


def filled(sentence: str | Promise, facts: Mapping[str, object]) -> str:
    """A sentence of the active language with its facts and the charter's words.

    Raises:
        KeyError: neither is called like one of its places.
    """
    return str(sentence).format_map(Words(facts))


def _worded(sentence: str | Promise) -> str:
    return filled(sentence, {}) if get_language() else str(sentence)


def _called(name: str, otherwise: str | Promise) -> str:
    word = _SOURCES[-1](name, active()) if get_language() else None
    return Word(ARTICLE.sub("", word)).capital if word else str(otherwise)


worded = lazy(_worded, str)
"""A sentence that holds names, put into the charter's words when it is read."""

called = lazy(_called, str)
"""What the charter calls a name, as a label; `otherwise` where it has no word.

Where no language is active, as when a migration is written, the label is `otherwise`: a migration
depends on no charter.
"""
