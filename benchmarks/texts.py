"""Texts to measure with: words that follow each other as in the seeds, in any length, and changed versions of them."""

import random
from collections import defaultdict
from collections.abc import Sequence

from build_tools.dutch.tokens import tokenise
from build_tools.folders import PROJECT

SEEDS = ("kst-32824-1", "kst-32824-357", "kst-32824-448")
GREETING = "Geachte voorzitter, hierbij bied ik uw Kamer, mede namens de minister van Justitie en Veiligheid,"
STOCK = "Het kabinet hecht groot belang aan een samenleving waarin iedereen mee kan doen en gelijke kansen krijgt."
CLOSING = "Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd. De minister van Sociale Zaken, A.B. de Vries"


class Writer:
    """Writes words in the manner of the seeds; the same seed gives the same words."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        texts = [(PROJECT / "seeds" / f"{name}.txt").read_text(encoding="utf-8") for name in SEEDS]
        self.all = [token.text for text in texts for token in tokenise(text) if token.text.strip()]
        self.next: defaultdict[str, list[str]] = defaultdict(list)
        for one, other in zip(self.all, self.all[1:], strict=False):
            self.next[one].append(other)

    def words(self, count: int) -> list[str]:
        """So many words; one in eight follows no rule, so that no sentence of the seeds comes back."""
        word, result = self.dice.choice(self.all), []
        for _ in range(count):
            result.append(word)
            free = word not in self.next or self.dice.random() < 1 / 8
            word = self.dice.choice(self.all if free else self.next[word])
        return result

    def changed(self, words: Sequence[str], part: float) -> list[str]:
        """The words with a part of them replaced, left out, or followed by another one."""
        result = []
        for word in words:
            kind = self.dice.random() / part if part else 9
            if kind < 0.5:
                result.append(self.dice.choice(self.all))
            elif kind >= 0.75:
                result += [word, self.dice.choice(self.all)] if kind < 1 else [word]
        return result

    def letter(self, count: int) -> str:
        """A letter with the greeting, stock sentence and closing that all letters have."""
        body = self.words(count)
        half = count // 2
        return " ".join([GREETING, *body[:half], STOCK, *body[half:], CLOSING])
