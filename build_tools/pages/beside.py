"""What stands beside each paragraph of a letter: its themes, passages of other letters on them, how to cite it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.addresses import place_name
from build_tools.connections.connect import Connections
from build_tools.connections.theme_hits import Hit
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.words import words
from build_tools.model import Kind, Letter, Passage
from build_tools.pages.letter_names import LetterName
from build_tools.papers.citing import citation_of
from build_tools.sources.theme_file import Theme

MOST_ELSEWHERE = 3
"""Passages of other letters that are shown beside a paragraph: as many as fit beside a short one."""

MOST_COMPARED = 150
"""Passages of a theme, the strongest, among which these are sought, so that time does not grow with all pairs."""

PER_THEME = 4
"""What a theme that two passages share weighs against a word that they share for it: a second theme says more than a
few words of the first."""

EXCERPT = 110
"""Characters of a passage that are shown: about two lines beside the text."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A passage of another letter on the same theme: where it is, and how it begins."""

    letter: LetterName
    anchor: str
    where: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to one paragraph or list item."""

    n: int
    anchor: str
    themes: tuple[Theme, ...]
    elsewhere: tuple[Elsewhere, ...]
    citation: str


class BesideText:
    """Works out what stands beside the text of each letter."""

    def __init__(self, connections: Connections, names: Mapping[str, LetterName]) -> None:
        self._themes = {theme.id: theme for theme in connections.themes}
        self._all = connections
        self._names = names
        self._strongest = _strongest(connections.hits)

    def of(self, letter: Letter) -> Iterator[Beside]:
        """Something for every paragraph and list item."""
        for block in letter.blocks:
            if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
                hits = self._all.by_passage.get((letter.id, block.anchor), [])
                themes = tuple(self._themes[hit.theme] for hit in hits)
                found = tuple(self._shown(passage) for passage in self._near(letter.id, hits))
                yield Beside(block.n, block.anchor, themes, found, citation_of(letter, block.page))

    def _near(self, letter: str, hits: list[Hit]) -> Iterator[Passage]:
        """Passages of other letters: those that share most themes with these hits, and then most words for them."""
        scores: dict[tuple[str, str], int] = {}
        passages: dict[tuple[str, str], Passage] = {}
        for hit in hits:
            terms = {find.term for find in hit.finds}
            for other in self._strongest[hit.theme]:
                if other.passage.letter != letter:
                    key = (other.passage.letter, other.passage.anchor)
                    shared = len(terms & {find.term for find in other.finds})
                    scores[key] = scores.get(key, 0) + PER_THEME + shared
                    passages[key] = other.passage
        best = sorted(scores, key=lambda key: -scores[key])
        return _spread(_said(hits[0].passage), [passages[key] for key in best]) if hits else iter(())

    def _shown(self, passage: Passage) -> Elsewhere:
        text = visible(cells_apart(passage.text)).strip()
        excerpt = text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
        return Elsewhere(self._names[passage.letter], passage.anchor, place_name(passage.anchor), excerpt)


def _strongest(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Of each theme the passages that speak most of it: few enough to compare, however many letters there are."""
    found: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: hit.needed / hit.points):
        strong = found.setdefault(hit.theme, [])
        if len(strong) < MOST_COMPARED:
            strong.append(hit)
    return found


def _spread(own: str, passages: list[Passage]) -> Iterator[Passage]:
    """The first few: of every letter its best before any second one."""
    seen, letters, later = {own}, set(), []
    count = 0
    for passage in passages:
        said = _said(passage)
        if said in seen:
            continue
        if passage.letter in letters:
            later.append(passage)
            continue
        seen.add(said)
        letters.add(passage.letter)
        yield passage
        count += 1
        if count == MOST_ELSEWHERE:
            return
    for passage in later[: MOST_ELSEWHERE - count]:
        yield passage


def _said(passage: Passage) -> str:
    return " ".join(word.plain for word in words(passage.text))
