"""How findings are told: one module of data for each language, the same keys."""

from shanyraq.ballots.phrases.en import PHRASES as ENGLISH
from shanyraq.ballots.phrases.kk import PHRASES as KAZAKH
from shanyraq.ballots.phrases.ru import PHRASES as RUSSIAN

PHRASES = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}
