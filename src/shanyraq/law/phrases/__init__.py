"""The phrases in which verdicts are told: one module of data for each language, the same keys."""

from shanyraq.law.phrases.en import PHRASES as ENGLISH
from shanyraq.law.phrases.kk import PHRASES as KAZAKH
from shanyraq.law.phrases.ru import PHRASES as RUSSIAN

PHRASES = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}
