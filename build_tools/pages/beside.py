"""What stands beside each paragraph of a letter: its life, its themes, passages on them elsewhere, how to cite it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import sha256

from build_tools.cache.remembering import key_of
from build_tools.connections.connect import Connections
from build_tools.connections.theme_hits import Hit
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.words import said
from build_tools.model import Kind, Letter, Passage
from build_tools.pages.lives.life_beside import Life, Lives
from build_tools.pages.registers.letter_names import LetterName
from build_tools.papers.citing import citation_of
from build_tools.sources.theme_file import Theme

MOST_ELSEWHERE, MOST_WITH_LIFE = 3, 1
"""Passages of other letters that are shown beside a paragraph: as many as fit beside a short one; fewer where its own
words stand in other letters, which says more.
"""

MOST_WORDS = 3
"""Words that are named as the reason why a passage is shown."""

MOST_COMPARED = 150
"""Passages of a theme, the strongest, among which these are sought, so that time does not grow with all pairs."""

PER_THEME = 4
"""What a theme that two passages share weighs against a word that they share for it: a second theme says more than a
few words of the first."""

RANKINGS = 1000
"""So many sets of themes and words are remembered with the passages that share them: most paragraphs on a theme have
one or two of its words, and these are the same ones."""

EXCERPT = 110
"""Characters of a passage that are shown: about two lines beside the text."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A passage of another letter on the same theme: where it is, how it begins, and the themes and words that both
    have.
    """

    letter: LetterName
    anchor: str
    where: str
    excerpt: str
    themes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to one paragraph or list item."""

    anchor: str
    life: Life | None
    themes: tuple[Theme, ...]
    elsewhere: tuple[Elsewhere, ...]
    citation: str


Place = tuple[str, str]
"""The letter and anchor of a passage."""


@dataclass(frozen=True, slots=True)
class BesideLetter:
    """All that stands beside the text of a letter, and which passages elsewhere were looked at to find it."""

    blocks: tuple[Beside, ...]
    looked_at: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class KeyOfBeside:
    """What stands for all that stands beside a letter, and by what it holds: which passages elsewhere were looked at,
    and the digest of what these say.
    """

    key: bytes
    looked_at: tuple[Place, ...]
    said: bytes


class BesideText:
    """Works out what stands beside the text of each letter.

    What ranks the passages of a theme, their places and terms, changes seldom, and of all that these say only the first
    few are looked at. So what was found for a letter holds until one of these says something else.
    """

    def __init__(self, connections: Connections, names: Mapping[str, LetterName], lives: Lives) -> None:
        self._themes = {theme.id: theme for theme in connections.themes}
        self._all = connections
        self._names = names
        self._lives = lives
        self._strongest = _strongest(connections.hits)
        self._weights = {theme: _weights(strong) for theme, strong in self._strongest.items()}
        self._having = {theme: _having(strong) for theme, strong in self._strongest.items()}
        self._said = cache(said)
        tables = self._strongest, self._weights, self._having
        passages = {place: passage for strong in self._strongest.values() for place, passage, _ in strong}
        # none of these is a method of its own: it would be held by what it holds, until somebody looks for that
        self._ranked = lru_cache(maxsize=RANKINGS)(partial(_ranked_by, *tables))
        self._ranking = cache(partial(_ranking_of, self._strongest))
        self._saying = cache(partial(_saying_at, connections, names, passages))

    def of(self, letter: Letter) -> BesideLetter:
        """Something for every paragraph and list item."""
        looked_at: dict[Place, None] = {}
        return BesideLetter(tuple(self._blocks(letter, looked_at)), tuple(looked_at))

    def _blocks(self, letter: Letter, looked_at: dict[Place, None]) -> Iterator[Beside]:
        cited = cache(partial(citation_of, letter))
        for block in letter.blocks:
            if block.kind in (Kind.PARAGRAPH, Kind.ITEM):
                hits = self._all.by_passage.get((letter.id, block.anchor), [])
                themes = tuple(self._themes[hit.theme] for hit in hits)
                life = self._lives.of(letter.id, block.anchor)
                found = tuple(self._shown(passage, hits) for passage in self._near(letter.id, hits, life, looked_at))
                yield Beside(block.anchor, life, themes, found, cited(block.page))

    def ranked_by(self, letter: Letter) -> list[bytes]:
        """The digests of what decides which passages are looked at for a letter, apart from itself and the themes."""
        own = {hit.theme for block in letter.blocks for hit in self._all.by_passage.get((letter.id, block.anchor), ())}
        lives = tuple(self._lives.of(letter.id, block.anchor) for block in letter.blocks)
        return [*map(self._ranking, sorted(own)), key_of("lives", lives)]

    def standing_for(self, found: BesideLetter) -> KeyOfBeside:
        """What stands for what was found."""
        return KeyOfBeside(key_of("beside", found.blocks), found.looked_at, self._say(found.looked_at))

    def holds(self, known: KeyOfBeside) -> bool:
        """Whether all that was looked at still says the same."""
        return self._say(known.looked_at) == known.said

    def _say(self, places: Iterable[Place]) -> bytes:
        return sha256(b"".join(map(self._saying, places))).digest()

    def _near(self, letter: str, hits: list[Hit], life: Life | None, looked_at: dict[Place, None]) -> Iterator[Passage]:
        """Passages of other letters: those that share most themes with these hits, and then most words for them; none
        of which the life of the paragraph tells. Notes which it looks at.
        """
        if not hits:
            return iter(())
        told = life.places if life else frozenset()
        best = self._ranked(tuple((hit.theme, frozenset(find.term for find in hit.finds)) for hit in hits))
        others = (passage for passage in best if passage.letter != letter and _place(passage) not in told)
        found = ((self._said(passage.text), passage) for passage in _noted(others, looked_at))
        return _spread(self._said(hits[0].passage.text), found, MOST_WITH_LIFE if life else MOST_ELSEWHERE)

    def _shown(self, passage: Passage, hits: list[Hit]) -> Elsewhere:
        text = visible(cells_apart(passage.text)).strip()
        excerpt = text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"
        there = {
            hit.theme: {find.term for find in hit.finds} for hit in self._all.by_passage[passage.letter, passage.anchor]
        }
        both = [hit for hit in hits if hit.theme in there]
        words = {word.casefold(): word for hit in both for word in _words(hit, there[hit.theme])}
        return Elsewhere(
            self._names[passage.letter], passage.anchor, passage.where, excerpt,
            tuple(self._themes[hit.theme].title for hit in both), tuple(words.values())[:MOST_WORDS],
        )  # fmt: skip


def _words(hit: Hit, terms: Collection[str]) -> Iterator[str]:
    """The words of a passage for a theme that are found by some terms, as they stand there."""
    text = hit.passage.text
    return (visible(text[find.start : find.end]) for find in hit.finds if find.term in terms)


Strong = tuple[Place, Passage, frozenset[str]]
"""A passage that speaks much of a theme: where it is, itself, its terms."""


def _saying_at(
    connections: Connections, names: Mapping[str, LetterName], passages: Mapping[Place, Passage], place: Place
) -> bytes:
    """The digest of what is taken of a passage."""
    hits = connections.by_passage.get(place, ())
    there = [(hit.theme, sorted({find.term for find in hit.finds})) for hit in hits]
    return key_of("passage", names.get(place[0]), passages.get(place), there)


def _ranking_of(strongest: Mapping[str, Sequence[Strong]], theme: str) -> bytes:
    """The digest of what ranks the strongest passages of a theme."""
    return key_of("strongest", [(place, sorted(terms)) for place, _, terms in strongest[theme]])


def _ranked_by(
    strongest: Mapping[str, Sequence[Strong]],
    weights: Mapping[str, Mapping[Place, int]],
    having: Mapping[str, Mapping[str, Sequence[Place]]],
    wanted: tuple[tuple[str, frozenset[str]], ...],
) -> list[Passage]:
    """The passages that share themes and their words with one that has these: those that share most first."""
    scores: Counter[Place] = Counter()
    for theme, terms in wanted:
        scores.update(weights[theme])
        for term in terms:
            scores.update(having[theme].get(term, ()))
    passages = {place: passage for theme, _ in wanted for place, passage, _ in strongest[theme]}
    return [passages[place] for place in sorted(scores, key=scores.__getitem__, reverse=True)]


def _place(passage: Passage) -> Place:
    return passage.letter, passage.anchor


def _noted(passages: Iterable[Passage], looked_at: dict[Place, None]) -> Iterator[Passage]:
    for passage in passages:
        looked_at[_place(passage)] = None
        yield passage


def _strongest(hits: Iterable[Hit]) -> dict[str, list[Strong]]:
    """Of each theme the passages that speak most of it: few enough to compare."""
    found: dict[str, list[Strong]] = {}
    for hit in sorted(hits, key=lambda hit: hit.needed / hit.points):
        strong = found.setdefault(hit.theme, [])
        if len(strong) < MOST_COMPARED:
            terms = frozenset(find.term for find in hit.finds)
            strong.append((_place(hit.passage), hit.passage, terms))
    return found


def _weights(strong: Iterable[Strong]) -> dict[Place, int]:
    """What each passage weighs by its theme alone."""
    return {place: PER_THEME for place, *_ in strong}


def _having(strong: Iterable[Strong]) -> dict[str, list[Place]]:
    """The passages that have each term of their theme."""
    found: dict[str, list[Place]] = {}
    for place, _, terms in strong:
        for term in terms:
            found.setdefault(term, []).append(place)
    return found


def _spread(own: str, passages: Iterable[tuple[str, Passage]], most: int) -> Iterator[Passage]:
    """The first few, given with what they say: of every letter its best before any second one."""
    seen, letters, later = {own}, set(), []
    count = 0
    for text, passage in passages:
        if text in seen:
            continue
        if passage.letter in letters:
            later.append(passage)
            continue
        seen.add(text)
        letters.add(passage.letter)
        yield passage
        count += 1
        if count == most:
            return
    for passage in later[: most - count]:
        yield passage
