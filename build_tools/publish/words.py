"""Words that a text holds without showing them: the parts of its compounds, and its papers under one name.

Dutch writes compounds as one word, so `markt` should find `arbeidsmarkt`. Here the letters split each other: a
word falls into parts that stand alone somewhere in the letters, or that are left beside such a part in at least
two words; letters that bind parts (`s`, `en`) fall out. A word that begins with a compound has the parts of that
one. What is no part is in `data/search.yml`.
"""

import re
from collections.abc import Iterable, Iterator

from build_tools.data import data

SHORTEST = 4
"""Shorter words begin and end too many others."""

_WORD = re.compile(r"[^\W\d_]+")
_PAPER = re.compile(
    r"(?<!\d)(\d{2})[ .\u00a0]?(\d{3})(?:[ -]([IVX]{1,5}|\d{2})(?!\w))?"
    r"(?:,?\s+(?:nrs?\.?|nummers?)\s*(\d{1,4})|,\s+([A-Z]{1,2})\b)?(?!\d)"
)


def words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def paper_names(text: str) -> Iterator[str]:
    """The dossiers and papers that a text names: `32 824, nr. 448` as `32824` and `kst32824nr448`."""
    for first, last, chapter, number, letter in _PAPER.findall(text):
        yield first + last
        if number or letter:
            yield f"kst{first}{last}{chapter.lower()}nr{(number or letter).lower()}"


class Parts:
    """Splits the compounds of a corpus by the corpus's own words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._binders: tuple[str, ...] = tuple(data("search")["binders"])
        never = frozenset(data("search")["no_parts"])
        corpus = sorted({word for text in texts for word in words(text)})
        self._alone = {word for word in corpus if len(word) >= SHORTEST} - never
        self._left = self._left_beside(corpus) - never
        self._split: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        """The parts of a word; none where it is no compound of known parts."""
        if word not in self._split:
            self._split[word] = self._parts(word)
        return self._split[word]

    def _parts(self, word: str) -> tuple[str, ...]:
        for known in (self._alone, self._alone | self._left):
            for first, rest in self._cuts(word):
                if first in self._alone and rest in known:
                    return (*(self.of(first) or (first,)), *(self.of(rest) or (rest,)))
        longest_first = sorted(self._cuts(word), key=lambda cut: -len(cut[0]))
        return next((self.of(first) for first, _ in longest_first if first in self._alone and self.of(first)), ())

    def _cuts(self, word: str) -> Iterator[tuple[str, str]]:
        """The ways to cut a word in two, with the longest last part first; binding letters fall out."""
        for at in range(SHORTEST, len(word) - SHORTEST + 1):
            for binder in self._binders:
                first = word[:at]
                if word.startswith(binder, at) and len(word) - at - len(binder) >= SHORTEST:
                    yield first, word[at + len(binder) :]

    def _left_beside(self, corpus: Iterable[str]) -> set[str]:
        """What is left beside a known part in two words or more, where it is plain whose a binding `s` is."""
        beside: dict[str, set[str]] = {}
        for word in corpus:
            for first, rest in self._cuts(word):
                if first in self._alone and rest not in self._alone:
                    beside.setdefault(rest, set()).add(first)
        left = {rest for rest, firsts in beside.items() if len(firsts) > 1}
        return {rest for rest in left if rest.removeprefix("s") not in self._alone and f"s{rest}" not in self._alone}
