"""Long runs of words that return elsewhere, reworded or not: seeds of three words, chained over small gaps.

Versions are letters as a whole; a repeat is a passage. Both texts of a repeat are set side by side like versions are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from build_tools.compare.model import Piece, Repeat, Row, Side
from build_tools.compare.words.pieces import cut
from build_tools.dutch.sentences import sentence_at
from build_tools.dutch.tokens import passage_words, places_of_words
from build_tools.model import Passage

SEED = 3
"""Words of a seed, as of a run in `stream.py`: fewer are the same by chance, and more miss what was reworded."""

GAP = 8
"""Between two seeds of one chain so many words may differ on either side."""

LEAST = 11
"""So many shared words make a repeat: half a sentence, more than a name or a stock phrase has."""

LOOK_BACK = 50
"""Seeds before a seed among which the one that it follows is sought: with gaps of a few words it is one of the last."""

NEAR = 6
"""A run is shown from the begin to the end of its sentence, where these are so few words away."""

REMEMBERED = 1024
"""So many passages are remembered with the places of their words: those of two long letters."""

COMMON = 20
"""A seed that stands in so many places is a stock phrase."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A passage as words."""

    passage: Passage
    keys: tuple[str, ...]

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins and ends in its text."""
        return _places(self.passage.text)

    def text(self, first: int, last: int) -> str:
        """A run from its first to its last word as it is read."""
        return self.passage.text[self.opening(first) : self.closing(last)]

    def opening(self, first: int) -> int:
        """Where a run begins to be read: at its sentence, if that begins a few words earlier."""
        at = self._sentence_begins(first)
        return at if first < NEAR or at > self.places[first - NEAR][0] else self.places[first][0]

    def closing(self, last: int) -> int:
        """Where a run ends to be read: with its sentence, if that ends a few words later."""
        at = self._sentence_ends(last)
        near = last + NEAR >= len(self.places) or at <= self.places[last + NEAR][0]
        return at if near else self.places[last][1]

    def cut(self, first: int, last: int) -> tuple[bool, bool]:
        """Whether a run as it is read begins, and whether it ends, amid a sentence."""
        return self.opening(first) > self._sentence_begins(first), self.closing(last) < self._sentence_ends(last)

    def _sentence_begins(self, first: int) -> int:
        return sentence_at(self.passage.text, self.places[first][0] + 1)[0]

    def _sentence_ends(self, last: int) -> int:
        return sentence_at(self.passage.text, self.places[last][1])[1]


@dataclass(frozen=True, slots=True)
class Seed:
    """A run of the same words at `i` of the one and `j` of the other passage."""

    i: int
    j: int
    length: int


def repeats_in(rows: Sequence[Row], a: Sequence[Passage], b: Sequence[Passage]) -> tuple[Repeat, ...]:
    """What of the one document returns in those passages that only the other one has."""
    alone = [row for row in rows if row.alone and not row.moved]
    alone_a, alone_b = ({anchor for row in alone for anchor in row.anchors(side)} for side in Side)
    found = repeats(a, [passage for passage in b if passage.anchor in alone_b])
    other_way = repeats(
        [passage for passage in a if passage.anchor in alone_a],
        [passage for passage in b if passage.anchor not in alone_b],
    )
    return (*found, *(replace(repeat, alone=Side.A) for repeat in other_way))


def repeats_within(passages: Sequence[Passage]) -> list[Repeat]:
    """The runs that return in a later passage of the same document."""
    return repeats(passages, passages, later=True)


def repeats(a: Sequence[Passage], b: Sequence[Passage], later: bool = False) -> list[Repeat]:
    """The runs of `a` that return in `b`, in the order of `a`; of several places that overlap the best one.

    `later` asks for places further on in the list only, where both are the same.
    """
    if any(sum(len(passage_words(passage.text)) for passage in own) < LEAST for own in (a, b)):
        return []
    one = list(map(spoken, a))
    other = one if later else list(map(spoken, b))
    chains = [(x, y, chain) for (x, y), seeds in sorted(_seeds(one, other, later).items()) for chain in _chains(seeds)]
    chains.sort(key=lambda entry: (-_shared(entry[2]), entry[0], entry[2][0].i, entry[1], entry[2][0].j))
    taken: defaultdict[int, set[int]] = defaultdict(set)
    chosen = []
    for x, y, chain in chains:
        own = set(range(chain[0].i, chain[-1].i + chain[-1].length))
        if 2 * len(own & taken[x]) <= len(own):
            taken[x] |= own
            chosen.append((x, chain[0].i, _repeat(one[x], other[y], chain)))
    return [repeat for _, _, repeat in sorted(chosen, key=lambda entry: entry[:2])]


def spoken(passage: Passage) -> Spoken:
    """A passage as its words."""
    return Spoken(passage, passage_words(passage.text))


@lru_cache(maxsize=REMEMBERED)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for _, start, end in places_of_words(text))


def _seeds(one: Sequence[Spoken], other: Sequence[Spoken], later: bool) -> dict[tuple[int, int], list[Seed]]:
    """The runs of at least three words that two passages share, as long as they go, by pair of passages."""
    having: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    said: Counter[tuple[str, ...]] = Counter()
    for text in one:
        said.update(_runs(text.keys))
    wanted = {run for run, count in said.items() if count > later}  # what stands but once does not return later
    for y, text in enumerate(other):
        for j, run in enumerate(_runs(text.keys)):
            if run in wanted:
                having[run].append((y, j))
    seeds: defaultdict[tuple[int, int], list[Seed]] = defaultdict(list)
    for x, text in enumerate(one):
        if having.keys().isdisjoint(_runs(text.keys)):
            continue
        open_: dict[tuple[int, int], int] = {}
        for i, run in enumerate(_runs(text.keys)):
            here = having.get(run, ())
            places = here if later < len(here) <= COMMON else ()
            if not places and not open_:
                continue
            lengths = {(y, j): open_.get((y, j - 1), SEED - 1) + 1 for y, j in places if y > x or not later}
            _close(open_, lengths, seeds, x, i - 1)
            open_ = lengths
        _close(open_, {}, seeds, x, len(text.keys) - SEED)
    return seeds


def _close(
    open_: dict[tuple[int, int], int],
    going_on: dict[tuple[int, int], int],
    seeds: dict[tuple[int, int], list[Seed]],
    x: int,
    last: int,
) -> None:
    """Runs that do not go on become seeds; `last` is where their last three words begin."""
    for (y, j), length in open_.items():
        if (y, j + 1) not in going_on:
            seeds[x, y].append(Seed(last + SEED - length, j + SEED - length, length))


def _runs(keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[start:] for start in range(SEED)), strict=False)


def _chains(seeds: Sequence[Seed]) -> Iterator[tuple[Seed, ...]]:
    """Chains of seeds with small gaps between them, the longest first, until what is left is short."""
    left = sorted(seeds, key=lambda seed: (seed.i, seed.j))
    while left and sum(seed.length for seed in left) >= LEAST:
        chain = _longest(left)
        if _shared(chain) < LEAST:
            return
        yield chain
        first, last = chain[0], chain[-1]
        left = [seed for seed in left if seed.i + seed.length <= first.i or seed.i >= last.i + last.length]


def _longest(seeds: Sequence[Seed]) -> tuple[Seed, ...]:
    best: list[tuple[int, int]] = []
    for index, seed in enumerate(seeds):
        before_it = range(max(0, index - LOOK_BACK), index)
        options = [(best[p][0] - _twice(seeds[p], seed), p) for p in before_it if _follows(seeds[p], seed)]
        score, before = max(options, default=(0, -1))
        best.append((score + seed.length, before))
    at = max(range(len(best)), key=lambda index: best[index][0])
    chain = []
    while at >= 0:
        chain.append(seeds[at])
        at = best[at][1]
    return tuple(reversed(chain))


def _follows(one: Seed, other: Seed) -> bool:
    """Whether a seed begins a few words behind another one on either side, or with its last words: what was put in
    before `de ruimte` may end in `de` itself.
    """
    gaps = other.i - one.i - one.length, other.j - one.j - one.length
    return all(-SEED < gap <= GAP for gap in gaps) and other.i > one.i and other.j > one.j


def _twice(one: Seed, other: Seed) -> int:
    """The words that both of two seeds have of the same side."""
    return max(0, one.i + one.length - other.i, one.j + one.length - other.j)


def _shared(chain: Sequence[Seed]) -> int:
    return sum(seed.length for seed in chain) - sum(_twice(*pair) for pair in pairwise(chain))


def _repeat(one: Spoken, other: Spoken, chain: Sequence[Seed]) -> Repeat:
    in_one = chain[0].i, chain[-1].i + chain[-1].length - 1
    in_other = chain[0].j, chain[-1].j + chain[-1].length - 1
    stretches = cut(one.text(*in_one), other.text(*in_other))
    pieces, n = [], 0
    for stretch in stretches:
        n += not stretch.equal
        pieces.append(Piece(stretch.a, stretch.b, 0 if stretch.equal else n))
    anchors = one.passage.anchor, other.passage.anchor
    return Repeat(*anchors, _shared(chain), tuple(pieces), one.cut(*in_one), other.cut(*in_other))
