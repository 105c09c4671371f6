"""Words that a text holds without showing them: the parts of its compounds, and its papers under one name.

Dutch writes compounds as one word, so `markt` should find `arbeidsmarkt`. Here the letters split each other: a
word falls into parts that stand alone somewhere in the letters, in some form (or in `data/word_forms.yml`), or that
are left beside such a part in at least two words; letters that bind parts (`s`, `en`) fall out. A part that is a
compound falls apart too. A compound or another long word that a word begins with is a part as well: `arbeidsmarkt`
in `arbeidsmarktmodule`, `burger` in `burgerschap`. What is no part is in `data/search.yml`. Words are folded ones.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain
from typing import Any

from build_tools.cache.answers import Answers
from build_tools.data import data
from build_tools.dutch.stems import words
from build_tools.papers.numbers import CHAPTER, COUNCIL
from build_tools.site.search.lexicon import PLAIN, Lexicon
from build_tools.site.search.splits import PartWords, Split, holding

SHORTEST = 4
"""Shorter words begin and end too many others, but for those that are listed as ends."""

LONG = 6
"""A word that begins with so long a word is made of it."""

_PAPER = re.compile(
    rf"(?<!\d)(\d{{2}})[ .\u00a0]?(\d{{3}})(?:[ -]({CHAPTER}|{COUNCIL})(?!\w))?"
    r"(?:,?\s+(?:nrs?\.?|nummers?)\s*(\d{1,4})|,\s+([A-Z]{1,2})\b)?(?!\d)"
)
"""`32 824, nr. 448`, `34.200 XV nr. 1`, `36410, A`, `21501-31`: a dossier, perhaps its chapter, and a number."""


def paper_names(text: str) -> Iterator[str]:
    """The dossiers and papers that a text names: `34 200 XV, nr. 1` as `34200`, `34200xv` and `kst34200xvnr1`."""
    for first, last, chapter, number, letter in _PAPER.findall(text):
        dossier = f"{first}{last}{chapter}".lower()
        yield from dict.fromkeys((first + last, dossier))
        if number or letter:
            yield f"kst{dossier}nr{number or letter}".lower()


class Parts:
    """Splits the compounds of a corpus by the corpus's own words; `split` are those that were split before, by these
    words or `by` others.
    """

    def __init__(
        self,
        texts: Iterable[str],
        lexicon: Lexicon = PLAIN,
        split: Answers[str, Split] | None = None,
        by: PartWords | None = None,
    ) -> None:
        self._lexicon = lexicon
        self._binders: tuple[str, ...] = tuple(data("search")["binders"])
        self._never = frozenset(data("search")["no_parts"])
        self._short_ends = frozenset(data("search")["short_ends"])
        self._longest: int = data("search")["longest"]
        self._corpus = sorted({word for text in texts for word in words(text)})
        self._split = Answers[str, Split]({}) if split is None else split
        self._by = by

    @cached_property
    def _alone(self) -> AbstractSet[str]:
        listed = {form for forms in data("word_forms")["families"].values() for form in forms}
        long = {word for word in (*self._corpus, *listed) if len(word) >= SHORTEST and word.isalpha()}
        return (long - self._never) | self._short_ends

    @cached_property
    def _stems(self) -> AbstractSet[str]:
        return {self._lexicon.stem(word) for word in self._alone}

    @cached_property
    def _left(self) -> AbstractSet[str]:
        return self._left_beside(self._corpus) - self._never

    def words(self, vocabulary: str = "") -> PartWords:
        """The words by which these split, under the key of all."""
        alone, left, stems = (" ".join(sorted(words)) for words in (self._alone, self._left, self._stems))
        return PartWords(vocabulary, alone, left, stems)

    @cached_property
    def _holds(self) -> Callable[[str, Split], bool]:
        return holding(self.words(), self._by) if self._by else lambda _word, _split: True

    def of(self, word: str) -> tuple[str, ...]:
        """The parts of a word; none where it is no compound of known parts."""
        return self._of(word)[0]

    def _of(self, word: str) -> Split:
        known = self._split.now
        if word not in known:
            before = self._split.before.get(word)
            known[word] = before if before and self._holds(word, before) else self._parts(word)
        return known[word]

    def of_all(self, words: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The parts of each of these that has any, in order of the alphabet."""
        split = ((word, self.of(word)) for word in words)
        return tuple(sorted(pair for pair in split if pair[1]))

    def table(self, dutch: Lexicon = PLAIN) -> dict[str, Any]:
        """What the search page looks up where a word stands nowhere: the stems of what can be a part of it, how first
        parts of compounds look where letters bind them (`arbeids` for `arbeid`), and how long a word may be.

        Nothing confirms a part there but that it is found, so it may be shorter than one in the index.
        """
        shortest = data("search")["shortest_asked"]
        stems = {dutch.stem(word) for word in self._corpus if len(word) >= shortest and word.isalpha()}
        return {"parts": sorted(stems), "bound": dict(self._bound(stems, dutch)), "longest": self._longest}

    def _bound(self, stems: Container[str], dutch: Lexicon) -> Iterator[tuple[str, str]]:
        """How first parts look with the letters by which Dutch binds them, each with that part. A part can stand here
        in another form alone: `opening` in `openingen`. What is a word with these letters is that: `taken`, not `taak`.
        """
        stem, known, binds = dutch.stem, dutch.known, dutch.binds
        short = (word for word in self._corpus if len(word) <= self._longest)
        begins = {word[:at] for word in short for at in range(SHORTEST, len(word) + 1)}
        for first in sorted(begin for begin in begins if known(begin) and stem(begin) in stems):
            bound = ((binder, first + binder) for binder in filter(None, self._binders))
            yield from ((begin, first) for by, begin in bound if stem(begin) not in stems and binds(first, by))

    def _parts(self, word: str) -> Split:
        asked: dict[str, None] = {}

        def of(part: str) -> tuple[str, ...]:
            parts, looked_for = self._of(part)
            asked.update(dict.fromkeys(looked_for))
            return parts

        def stem(rest: str) -> str:
            stemmed = self._lexicon.stem(rest)
            asked[stemmed] = None
            return stemmed

        found = ((part, *of(part)) for part in (*self._beginning(word, of), *self._halves(word, stem)))
        return tuple(dict.fromkeys(chain.from_iterable(found))), tuple(asked)

    def _halves(self, word: str, stem: Callable[[str], str]) -> tuple[str, ...]:
        cuts = [(first, rest) for first, rest in self._cuts(word) if first in self._alone and rest not in self._never]
        alone = (cut for cut in cuts if cut[1] in self._alone)
        in_a_form = (cut for cut in cuts if cut[1] in self._left or stem(cut[1]) in self._stems)
        return next(chain(alone, in_a_form), ())

    def _beginning(self, word: str, of: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
        longest_first = sorted((first for first, _ in self._cuts(word) if first in self._alone), key=len, reverse=True)
        return tuple(first for first in longest_first if len(first) >= LONG or of(first))[:1]

    def _cuts(self, word: str) -> Iterator[tuple[str, str]]:
        """The ways to cut a word in two, with the longest last part first; binding letters fall out."""
        if len(word) > self._longest:
            return
        for at in range(SHORTEST, len(word)):
            for binder in self._binders:
                first, rest = word[:at], word[at + len(binder) :]
                if word.startswith(binder, at) and (len(rest) >= SHORTEST or rest in self._short_ends):
                    yield first, rest

    def _left_beside(self, corpus: Iterable[str]) -> set[str]:
        """What is left beside a known part in two words or more, where it is plain whose a binding `s` is."""
        beside: dict[str, set[str]] = {}
        for word in corpus:
            for first, rest in self._cuts(word):
                if first in self._alone and rest not in self._alone:
                    beside.setdefault(rest, set()).add(first)
        left = {rest for rest, firsts in beside.items() if len(firsts) > 1}
        return {rest for rest in left if rest.removeprefix("s") not in self._alone and f"s{rest}" not in self._alone}
