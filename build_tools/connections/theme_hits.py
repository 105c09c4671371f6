"""Which passages speak of which theme, by rules that a reader can check.

1. A core word of the theme is worth 3 points, a related word 1; the same word counts at most three times.
2. Where the nearest heading has a core word, that is worth 2, if the passage has a word of its own.
3. A passage of up to 50 words needs 3 points, and 1 more for every further 30: in a long one a passing word is
   not enough.
4. Words in web addresses do not count.
5. A theme that does not stand alone counts in letters of which a tenth of the passages speak of themes that do.

After `theme_hits`: hits stand in the order of the passages, and each shows its words, points and what it needed.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_tools.dutch.spans import longest
from build_tools.dutch.web_addresses import web_addresses
from build_tools.dutch.words import Find, Terms, words
from build_tools.model import Kind, Passage
from build_tools.sources.theme_file import Theme

CORE, RELATED, HEADING = 3, 1, 2
"""Points of a word, and of a heading with a core word: one core word makes a short passage speak, related words take
three, and a heading helps but never does it alone."""

MOST_OF_ONE_WORD = 3
"""How often one word counts: a passage that repeats a word does not speak of more."""

NEEDED, SHORT, WORDS_PER_POINT = 3, 50, 30
"""The points that a passage needs, up to how many words, and for how many further words it needs one more. Chosen by
measure against what readers found the passages of the seeds to speak of (`tests/test_themes.py`)."""


ON_SUBJECT = 0.1
"""The part of a letter's passages that must speak of themes that stand alone: a single word is no subject."""

HEADINGS = 64
"""So many headings are remembered with their words: passages below one heading come one after the other."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage and a theme: the words found, its points, and how many it needed to speak of the theme."""

    theme: str
    passage: Passage
    finds: tuple[Find, ...]
    points: int
    needed: int
    heading: str | None = None

    @property
    def speaks(self) -> bool:
        """Whether the words found make the passage speak of the theme."""
        return self.points >= self.needed


def needed_for(count: int) -> int:
    """The points that a passage of so many words needs."""
    return NEEDED + max(0, math.ceil((count - SHORT) / WORDS_PER_POINT))


class Finder:
    """The rules for a set of themes, ready to use."""

    def __init__(self, themes: Iterable[Theme]) -> None:
        self._themes = tuple(themes)
        terms = (term for theme in self._themes for term in (*theme.core, *theme.related, *theme.exclude))
        self._terms = Terms(dict.fromkeys(terms))
        self._ranks = tuple(_ranks(theme) for theme in self._themes)
        self.alone = frozenset(theme.id for theme in self._themes if theme.alone)
        self._above = lru_cache(maxsize=HEADINGS)(self._terms_of)

    def _terms_of(self, heading: str) -> frozenset[str]:
        return frozenset(find.term for find in self._terms.find(heading))

    def hits(self, passage: Passage) -> Iterator[Hit]:
        """Every theme of which the passage has a word, whether it speaks of it or not."""
        text = passage.text
        addresses = list(web_addresses(text))
        finds = [find for find in self._terms.find(text) if not any(a.start <= find.start < a.end for a in addresses)]
        found = {find.term for find in finds}
        heading = passage.headings[-1] if passage.headings else ""
        for theme, rank in zip(self._themes, self._ranks, strict=True):
            own = () if rank.keys().isdisjoint(found) else _own(theme, rank, finds)
            if own:
                under = None if self._above(heading).isdisjoint(theme.core) else heading
                points = sum(_points(theme, own, text)) + (HEADING if under else 0)
                yield Hit(theme.id, passage, own, points, needed_for(len(words(text))), under)


def _ranks(theme: Theme) -> dict[str, int]:
    """The terms of a theme; of two that are alike the one with the lower number says most."""
    return {term: n for n, terms in enumerate((theme.exclude, theme.core, theme.related)) for term in terms}


def _own(theme: Theme, rank: Mapping[str, int], finds: Iterable[Find]) -> tuple[Find, ...]:
    """The words of one theme: the longest at each place, and of two that are alike the one that says most; without
    those that do not count.
    """
    known = sorted((find for find in finds if find.term in rank), key=lambda find: rank[find.term])
    return tuple(find for find in longest(known) if find.term not in theme.exclude)


def _points(theme: Theme, finds: Iterable[Find], text: str) -> Iterator[int]:
    counted: Counter[str] = Counter()
    for find in finds:
        word = text[find.start : find.end].lower()
        counted[word] += 1
        if counted[word] <= MOST_OF_ONE_WORD:
            yield CORE if find.term in theme.core else RELATED


def theme_hits(finder: Finder, passages: Iterable[Passage]) -> tuple[Hit, ...]:
    """The passages of a letter that speak of a theme; headings only count for what stands below them."""
    passages = [passage for passage in passages if passage.kind is not Kind.HEADING]
    hits = [hit for passage in passages for hit in finder.hits(passage) if hit.speaks]
    own = {hit.passage.anchor for hit in hits if hit.theme in finder.alone}
    on_subject = len(own) >= ON_SUBJECT * len(passages)
    return tuple(hit for hit in hits if on_subject or hit.theme in finder.alone)
