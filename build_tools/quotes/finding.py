"""Where a letter says what is quoted: word for word, or nearly so.

A place is a stretch of the letter's row of words. The parts of a quotation are looked for in their order, each behind
the one before it. All thresholds count letters of words, so that `de` and `het` weigh little.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from build_tools.compare.words.word_diff import coded, longest
from build_tools.quotes.letter_words import LetterWords, SpokenWord

LEAST_NEAR = 4
"""A part of fewer words is found word for word or not at all."""

ALIKE = 0.6
"""So much of a quotation must stand there for a changed one; texts on the same matter share less than half."""

LEAST_SHARED = 16
"""So many letters must be shared: `zet daarom in op` is said of everything."""

DENSE = 0.5
"""So much of the place must be of the quotation: words that lie scattered through a page are another text."""

SLACK = 3
"""For each so many words of a part, one may have been put in or left out before it is another place."""

FAR = 3
"""A lone word at the edge, so many words farther from the others than in the quotation, is there by chance."""


class QuotedPlace(NamedTuple):
    """A stretch of a letter's words, [start, end), and how many letters of the quoted words stand there in order."""

    start: int
    end: int
    shared: int


Words = Sequence[str]


def exact(parts: Sequence[Words], keys: Words) -> list[tuple[QuotedPlace, ...]]:
    """Every place where the letter says the first part, with the next place of each other part behind it."""
    row = f" {' '.join(keys)} "
    found: list[tuple[QuotedPlace, ...]] = []
    for first in _places(parts[0], row, 0):
        chain = [first]
        for part in parts[1:]:
            following = next(_places(part, row, chain[-1].end), None)
            if following is None:
                return found
            chain.append(following)
        found.append(tuple(chain))
    return found


def _places(part: Words, row: str, after: int) -> Iterator[QuotedPlace]:
    """Where a part stands in a row of words, from a word on."""
    wanted = f" {' '.join(part)} "
    at = _nth_space(row, after)
    before = after
    while (found := row.find(wanted, at)) >= 0:
        before += row.count(" ", at, found)
        at = found
        yield QuotedPlace(before, before + len(part), letters(part))
        at, before = row.index(" ", at + 1), before + 1


def _nth_space(row: str, n: int) -> int:
    """Where the space before the nth word is."""
    at = 0
    for _ in range(n):
        at = row.index(" ", at + 1)
    return at


def near(parts: Sequence[Words], row: LetterWords) -> tuple[QuotedPlace | None, ...]:
    """The likeliest place of each part, in order; none where a part is not there."""
    chain: list[QuotedPlace | None] = []
    after = 0
    for part in parts:
        place = _near(part, row, after)
        chain.append(place)
        after = place.end if place else after
    return tuple(chain)


def _near(part: Words, row: LetterWords, after: int) -> QuotedPlace | None:
    """The likeliest place of a part from a word on."""
    keys = row.keys
    if len(part) < LEAST_NEAR:
        return next(_places(part, f" {' '.join(keys)} ", after), None)
    begin = _likeliest(part, keys, after)
    if begin is None:
        return None
    room = len(part) // SLACK + 1
    start, end = max(after, begin - room), min(len(keys), begin + len(part) + 2 * room)
    pairs = [(i, start + j) for i, j in longest(*coded(part, keys[start:end]))]
    return _place(part, _without_strays(_close(pairs, part, keys)), row.words, after)


def _likeliest(part: Words, keys: Words, after: int) -> int | None:
    """Where the part would begin if most of its pairs of words stand behind there, each about as far as in the part."""
    places = defaultdict(list)
    for i, pair in enumerate(pairwise(part)):
        places[pair].append(i)
    begins = Counter(j - i for j, pair in enumerate(pairwise(keys[after:]), after) for i in places.get(pair, ()))
    room = len(part) // SLACK + 1
    near = {begin: sum(begins[begin + step] for step in range(room + 1)) for begin in sorted(begins)}
    return max(near, key=lambda begin: near[begin], default=None)


def _close(pairs: Sequence[tuple[int, int]], part: Words, keys: Words) -> list[tuple[int, int]]:
    """The same pairs of equal words, each as near as it can be to the one before it, or to the one behind it: whichever
    makes the shorter stretch. Where a word stands twice, any of the two may have been taken.
    """
    onward: list[tuple[int, int]] = []
    for i, j in pairs:
        onward.append((i, keys.index(part[i], onward[-1][1] + 1) if onward else j))
    back: list[tuple[int, int]] = []
    for i, j in reversed(pairs):
        back.append((i, next(at for at in range(back[-1][1] - 1, -1, -1) if keys[at] == part[i]) if back else j))
    return min(onward, back[::-1], key=lambda made: made[-1][1] - made[0][1] if made else 0)


def _without_strays(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pairs of equal words without a lone one at either edge that stands far from the others."""
    kept = [*pairs]
    while len(kept) > 1 and _astray(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _astray(kept[-2], kept[-1]):
        kept.pop()
    return kept


def _astray(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (other[1] - one[1]) - (other[0] - one[0]) >= FAR


def _place(part: Words, pairs: Sequence[tuple[int, int]], row: Sequence[SpokenWord], after: int) -> QuotedPlace | None:
    """The place of these pairs of equal words; at its edges as many words as the part has, of the same passage."""
    if not pairs:
        return None
    (i, j), (last_i, last_j) = pairs[0], pairs[-1]
    start = next(at for at in range(max(after, j - i), j + 1) if row[at].passage == row[j].passage)
    last = min(len(row) - 1, last_j + len(part) - 1 - last_i)
    end = 1 + next(at for at in range(last, last_j - 1, -1) if row[at].passage == row[last_j].passage)
    shared = letters([part[i] for i, _ in pairs])
    return QuotedPlace(start, end, shared) if len(pairs) >= DENSE * (end - start) else None


def letters(words: Words) -> int:
    """How many letters and digits words have."""
    return sum(map(len, words))


def alike(parts: Sequence[Words], found: Sequence[QuotedPlace | None]) -> float:
    """How much of a quotation stands at these places, from 0 to 1; 0 where that is too little to tell."""
    shared = sum(place.shared for place in found if place)
    return shared / sum(map(letters, parts)) if shared >= LEAST_SHARED else 0
