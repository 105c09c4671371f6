"""What stands beside each paragraph of a letter: its themes, passages of other letters on them, how to cite it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.characters import visible
from build_tools.citing import citation_of
from build_tools.connections import Connections
from build_tools.dutch_words import words
from build_tools.letter_names import LetterName
from build_tools.model import Kind, Letter
from build_tools.passages import Passage
from build_tools.theme_file import Theme
from build_tools.theme_pages import where
from build_tools.themes import Hit

MOST_ELSEWHERE = 3
EXCERPT = 110


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


def beside(letter: Letter, connections: Connections, names: Mapping[str, LetterName]) -> Iterator[Beside]:
    """Something for every paragraph and list item."""
    themes = {theme.id: theme for theme in connections.themes}
    rest = _Elsewhere(letter.id, connections, names)
    for block in letter.blocks:
        if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            hits = connections.by_passage.get((letter.id, block.anchor), [])
            found = tuple(rest.near(hits))
            yield Beside(
                block.n, block.anchor, tuple(themes[hit.theme] for hit in hits), found, citation_of(letter, block.page)
            )


class _Elsewhere:
    """Finds passages of other letters."""

    def __init__(self, letter: str, connections: Connections, names: Mapping[str, LetterName]) -> None:
        self._names = names
        self._by_theme: dict[str, list[Hit]] = {}
        for hit in connections.hits:
            if hit.passage.letter != letter:
                self._by_theme.setdefault(hit.theme, []).append(hit)

    def near(self, hits: list[Hit]) -> Iterator[Elsewhere]:
        """The passages nearest to one with these themes: they share its themes, then its words for them; one of each
        letter first, and none that says the same.
        """
        if not hits:
            return
        scores: dict[tuple[str, str], tuple[int, Passage]] = {}
        for hit in hits:
            terms = {find.term for find in hit.finds}
            for other in self._by_theme.get(hit.theme, ()):
                key = (other.passage.letter, other.passage.anchor)
                shared = 4 + len(terms & {find.term for find in other.finds})
                scores[key] = (scores.get(key, (0, other.passage))[0] + shared, other.passage)
        own = _said(hits[0].passage)
        best = sorted(scores.values(), key=lambda scored: -scored[0])
        yield from (self._shown(passage) for passage in _spread(own, [passage for _, passage in best]))

    def _shown(self, passage: Passage) -> Elsewhere:
        text = visible(passage.text).strip()
        excerpt = text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
        return Elsewhere(self._names[passage.letter], passage.anchor, where(passage), excerpt)


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
