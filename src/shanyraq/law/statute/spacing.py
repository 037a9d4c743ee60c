"""Letter-spaced runs of a source, their lost word gaps restored from the text's own words.

A source may print a word as "ж а с а у ғ а қ а т ы с у": the gap between two words is then the same
as the gap between two letters. The words are found again by the most probable division of the
letters, where the probabilities come from the words of the same text, whole or as stem and ending.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log

RUN = re.compile(r"(?<!\w)(?:\w ){2,}\w(?!\w)")
WORD = re.compile(r"[^\W\d_]+")
PIECE = re.compile(r"\d+|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]?[^\W\dA-ZА-ЯЁӘҒҚҢӨҰҮҺІ_]+|\w")
LONGEST, SHORTEST_STEM, SHORTEST_UNHEARD = 24, 3, 5
"""Letters of the longest word looked for, of the shortest stem that may take an ending, and of the
shortest word that may be taken for one without the text knowing it."""
UNHEARD_LETTER = log(1 / 6)
"""What each letter of a word costs that the text does not know: about the chance of a
letter after the letters before it."""
IMPOSSIBLE = -1000.0


@dataclass(frozen=True, slots=True)
class RestoredRun:
    """One letter-spaced run: as printed, as restored, and its words that the text uses nowhere.

    `line` is the line of the source where the run begins, from 1.
    """

    line: int
    printed: str
    restored: str
    formed: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()


class Vocabulary:
    """The words of one text with their frequencies, and the endings by which they differ."""

    def __init__(self, text: str) -> None:
        clean = RUN.sub(" ", text)
        self.words = Counter(word.lower() for word in WORD.findall(clean))
        self.total = sum(self.words.values()) or 1

    @cached_property
    def endings(self) -> Counter[str]:
        """How many word types of the text are another word of it plus this ending."""
        found: Counter[str] = Counter()
        for word in self.words:
            for cut in range(SHORTEST_STEM, len(word)):
                if word[:cut] in self.words:
                    found[word[cut:]] += 1
        return found

    def weight(self, word: str) -> float:
        """Logarithm of how probable a word is in this text."""
        if word in self.words:
            return log(self.words[word] / self.total)
        formed = self._formed(word)
        return self._unheard(word) if formed is None else formed

    def origin(self, word: str) -> str:
        """How the text knows a word: "used", "formed" of a stem and an ending, or "unheard"."""
        if word in self.words:
            return "used"
        return "unheard" if self._formed(word) is None else "formed"

    def _unheard(self, word: str) -> float:
        if len(word) < SHORTEST_UNHEARD or not self._sounds_like_a_word(word):
            return IMPOSSIBLE
        return UNHEARD_LETTER * len(word) - log(self.total)

    def _sounds_like_a_word(self, word: str) -> bool:
        """Whether some word of the text begins, and some ends, with the same two letters."""
        onsets, ends = self._edges
        return word[:2] in onsets and word[-2:] in ends

    @cached_property
    def _edges(self) -> tuple[frozenset[str], frozenset[str]]:
        return frozenset(w[:2] for w in self.words), frozenset(w[-2:] for w in self.words)

    def _formed(self, word: str) -> float | None:
        cuts = range(SHORTEST_STEM, len(word))
        weights = [w for cut in cuts if (w := self._joined(word[:cut], word[cut:])) is not None]
        return max(weights, default=None)

    def _joined(self, stem: str, ending: str) -> float | None:
        if stem not in self.words or ending not in self.endings:
            return None
        shares = self.words[stem] / self.total, self.endings[ending] / self.endings.total()
        return sum(log(share) for share in shares)


def divide(letters: str, vocabulary: Vocabulary) -> list[str]:
    """Divide letters without gaps into the most probable words.

    >>> divide("белыйснег", Vocabulary("белый дом, снег идёт"))
    ['белый', 'снег']
    """
    lower = letters.lower()
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(lower) + 1):
        starts = range(max(0, end - LONGEST), end)
        best.append(max((best[s][0] + vocabulary.weight(lower[s:end]), s) for s in starts))
    cuts = [len(letters)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    return [letters[start:end] for start, end in pairwise(reversed(cuts))]


def restore_runs(text: str) -> tuple[str, list[RestoredRun]]:
    """The text with every letter-spaced run restored, and what was restored where."""
    vocabulary, runs = Vocabulary(text), []

    def restored(match: re.Match[str]) -> str:
        words = _words(match.group().replace(" ", ""), vocabulary)
        origins = {word: vocabulary.origin(word.lower()) for word in words if word.isalpha()}
        run = RestoredRun(
            line=text.count("\n", 0, match.start()) + 1,
            printed=match.group(),
            restored=" ".join(words),
            formed=tuple(word for word, origin in origins.items() if origin == "formed"),
            unheard=tuple(word for word, origin in origins.items() if origin == "unheard"),
        )
        runs.append(run)
        return run.restored

    return RUN.sub(restored, text), runs


def _words(letters: str, vocabulary: Vocabulary) -> list[str]:
    words: list[str] = []
    for piece in PIECE.findall(letters):
        words += [piece] if piece.isdigit() else divide(piece, vocabulary)
    return words
