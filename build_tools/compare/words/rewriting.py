"""The sentence is the unit of rewriting: of one that keeps little, the words that stayed by chance would only confuse.

After `without_scraps`: the runs cover both texts as before, and what is equal in them was equal before.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, groupby, pairwise, repeat
from typing import NamedTuple

from build_tools.compare.words.word_diff import Run, joined
from build_tools.data import data
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.sentences import sentences
from build_tools.dutch.tokens import BOUNDARY, UNITS, Token, are_words, is_word, keys_of, offsets_of

KEPT = 0.4
"""The part of the words of the longer of two sentences that both have, where one was made of the other: what two
sentences on one subject share by chance is less. At least one run of words must be among them."""

MOSTLY = 0.6
"""The same where no run stayed, only a word here and there."""

TAKEN_OVER = 0.6
"""The part of the shorter one that stands in the longer one in runs of words, where a sentence was cut or extended."""

IN_A_ROW = 3
"""So many words in a row are no chance."""

LONG = 2 * IN_A_ROW
"""A shorter sentence with a change amid it need not have such a run."""

SHORT = 16
"""Headings, cells and signatures, which no stop ends, have so many words at most: an office and a name (`De Minister
van Binnenlandse Zaken en Koninkrijksrelaties, mr. J.P.H. Donner`) twelve or more. They are shown word by word."""

STEM = 4
"""Letters that the forms of one word share at the least, but for the last one: `brief`, `brieven`."""

STOPS = (".", "?", "!", "…", ";", ":")
CLOSING = ('"', ")", "]")
"""Keys of signs that end a sentence or an item, and of those that can stand behind these."""

EDGES = (BOUNDARY, "")
"""Texts of the tokens that end a passage, and the whole text."""

ISLAND = 2
"""So many words that stayed between longer rewordings are read as part of these."""

CLAUSE = 8
"""A rewording of so many words is one of a clause, of which the words beside an island are a part too, however few."""

Pair = tuple[int, int]
"""A sentence of either text, by number."""

NOWHERE = (-2, -3)
"""Where a text begins or ends there is no sentence, on neither side."""


class SentenceSize(NamedTuple):
    """How many words a sentence has, and whether a stop ends it, which is asked of short ones alone."""

    words: int
    ended: bool


class Sentenced(NamedTuple):
    """The tokens of a text, the sentence of each by number, whether each is a word, and how long each sentence is.

    What stands between passages is in no sentence (-1).
    """

    tokens: Sequence[Token]
    numbers: list[int]
    words: list[bool]
    sizes: dict[int, SentenceSize]


def without_scraps(runs: Sequence[Run], one: Sentenced, other: Sentenced) -> list[Run]:
    """The runs, without the equal words of sentences that were rewritten, and without islands in the others."""
    a, b = one.tokens, other.tokens
    inside = _by_sentences(runs, one.numbers, other.numbers)
    parts = [part for part in inside if not _abbreviates(part[1], one.numbers, other.numbers, a)]
    kept = _kept(parts, _inflected(runs, one, other), one, other)
    equal = ((run.a0, run.b0, run.a1 - run.a0) for pair, run in parts if pair in kept)
    return _by_place(_without_islands(joined(equal, len(a), len(b)), one, other), one, other)


def sentenced(text: str, tokens: Sequence[Token]) -> Sentenced:
    """The tokens of a text by sentence."""
    begins = [begin for begin, _ in sentences(text)]
    starts = offsets_of(tokens)
    cuts = [0, *(bisect_left(starts, begin) for begin in begins), len(tokens)]
    numbers = [*chain.from_iterable(repeat(at, end - start) for at, (start, end) in enumerate(pairwise(cuts)))]
    words = are_words(tokens)
    sizes = {
        number: SentenceSize(count, count <= SHORT and _ends(tokens[start:end]))
        for number, (start, end) in enumerate(pairwise(cuts))
        for count in (sum(words[start:end]),)
    }
    for at in _between(text, tokens):
        numbers[at] = -1
    return Sentenced(tokens, numbers, words, sizes | {-1: SentenceSize(0, False)})


def _between(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    """The places of the ends of passages, and that of the end of the text."""
    if BOUNDARY in text:
        yield from (at for at, token in enumerate(tokens) if token.text == BOUNDARY)
    yield len(tokens) - 1


def _by_sentences(runs: Sequence[Run], in_a: Sequence[int], in_b: Sequence[int]) -> Iterator[tuple[Pair, Run]]:
    """The equal runs, cut where a sentence ends, each with its pair of sentences."""
    for run in runs:
        if run.equal:
            pair = in_a[run.a0], in_b[run.b0]
            if min(pair) >= 0 and pair == (in_a[run.a1 - 1], in_b[run.b1 - 1]):
                yield pair, run
                continue
            pairs = zip(in_a[run.a0 : run.a1], in_b[run.b0 : run.b1], strict=True)
            at = 0
            for pair, group in groupby(pairs):
                end = at + len(list(group))
                yield pair, Run(True, run.a0 + at, run.a0 + end, run.b0 + at, run.b0 + end)
                at = end


def _abbreviates(run: Run, in_a: Sequence[int], in_b: Sequence[int], a: Sequence[Token]) -> bool:
    """Whether only the point of an abbreviation stayed: in `K. de Groot` and `W.F. van Zuidhoek` two names differ."""
    if run.a1 - run.a0 != 1 or a[run.a0].key != ".":
        return False
    return all(own[at] == own[at + 1] for own, at in ((in_a, run.a0), (in_b, run.b0)) if at + 1 < len(own))


def _inflected(runs: Sequence[Run], one: Sentenced, other: Sentenced) -> Counter[Pair]:
    """How many words of two sentences only got another ending in each other's place: `voorstel`, `voorstellen`."""
    found: Counter[Pair] = Counter()
    for run in runs:
        if not run.equal and 0 < run.a1 - run.a0 == run.b1 - run.b0 <= IN_A_ROW:
            pair = one.numbers[run.a0], other.numbers[run.b0]
            found[pair] += sum(_of_one_stem(x.key, y.key) for x, y in zip(*_sides(run, one, other), strict=True))
    return found


def _of_one_stem(one: str, other: str) -> bool:
    if one[:STEM] != other[:STEM]:
        return False
    least = max(STEM, min(len(one), len(other)) - 1)
    return one[:least] == other[:least] and one[:least].isalpha()


def _kept(
    parts: Sequence[tuple[Pair, Run]], inflected: Mapping[Pair, int], one: Sentenced, other: Sentenced
) -> set[Pair]:
    """The pairs of sentences of which one was made of the other."""
    stayed: defaultdict[Pair, list[int]] = defaultdict(list)
    telling: set[Pair] = set()
    for pair, run in parts:
        stayed[pair].append(sum(one.words[run.a0 : run.a1]))
        if pair not in telling and stayed[pair][-1]:
            keys = keys_of(compress(one.tokens[run.a0 : run.a1], one.words[run.a0 : run.a1]))
            if not _small_words().issuperset(keys):
                telling.add(pair)
    kept: set[Pair] = set()
    for pair, runs in stayed.items():
        in_runs = sum(length for length in runs if length >= IN_A_ROW)
        chance = not in_runs and pair not in telling and sum(map(bool, runs)) > 1
        if _holds(sum(runs) + inflected[pair], in_runs, chance, one.sizes[pair[0]], other.sizes[pair[1]]):
            kept.add(pair)
    return kept


@cache
def _small_words() -> frozenset[str]:
    return frozenset(data("dutch")["small_words"])


def _ends(sentence: Sequence[Token]) -> bool:
    keys = (token.key for token in reversed(sentence) if token.text not in EDGES)
    return next((key for key in keys if key not in CLOSING), "") in STOPS


def _holds(shared: int, in_runs: int, chance: bool, one: SentenceSize, other: SentenceSize) -> bool:
    """Whether so many words are enough. By chance two sentences share small words at several places: `een bewijs van
    storting` and `een verklaring van de dokter`.
    """
    shorter, longer = sorted((one.words, other.words))
    if longer <= SHORT and not chance and not (one.ended and other.ended):
        return True
    least = MOSTLY if chance or (not in_runs and longer >= LONG) else KEPT
    return shared >= min(shorter, least * longer) or in_runs >= TAKEN_OVER * shorter


def _without_islands(runs: Sequence[Run], one: Sentenced, other: Sentenced) -> list[Run]:
    """A word or two that stayed by chance between two rewordings would only confuse, as would a number alone."""
    result: list[Run] = []
    for index, run in enumerate(runs):
        if len(result) > 1 and not run.equal and runs[index - 1].a1 - runs[index - 1].a0 <= ISLAND:
            start, island = result[-2], one.tokens[runs[index - 1].a0 : runs[index - 1].a1]
            if not all(map(is_word, island)):
                result.append(run)
                continue
            small = _small_words().issuperset(keys_of(island))
            if _reworded_around(start, run, one, other, small) or _unit_went(start, run, one, other):
                result[-2:] = [Run(False, start.a0, run.a1, start.b0, run.b1)]
                continue
        result.append(run)
    return result


def _by_place(runs: Sequence[Run], one: Sentenced, other: Sentenced) -> list[Run]:
    """A change that runs over the ends of sentences in parts: what belongs to the sentence that stays before it, what
    to the one that stays behind it, and between these what was rewritten, came or went. `De veerman ging. Nu vaart de
    pont` that became `Soms vaart de pont` lost a sentence, and in the other one a word changed.
    """
    result: list[Run] = []
    for at, run in enumerate(runs):
        if run.equal:
            result.append(run)
            continue
        before = (one.numbers[run.a0 - 1], other.numbers[run.b0 - 1]) if at else NOWHERE
        behind = (one.numbers[run.a1], other.numbers[run.b1]) if at + 1 < len(runs) else NOWHERE
        if before[0] != behind[0] and before[1] != behind[1]:
            parts = _parts(run, before, behind, one, other)
            if sum(_changed_words(part, one, other) > 0 for part in parts) > 1:
                result += (own for part in parts for own in _trimmed(part, one, other))
                continue
        result.append(run)
    return result


def _parts(run: Run, before: Pair, behind: Pair, one: Sentenced, other: Sentenced) -> tuple[Run, Run, Run]:
    """What of a run is in the sentences before it, in neither, and in those behind it."""
    a0 = _along(one.numbers, range(run.a0, run.a1), before[0])
    b0 = _along(other.numbers, range(run.b0, run.b1), before[1])
    a1 = run.a1 - _along(one.numbers[a0 : run.a1][::-1], range(run.a1 - a0), behind[0])
    b1 = run.b1 - _along(other.numbers[b0 : run.b1][::-1], range(run.b1 - b0), behind[1])
    return Run(False, run.a0, a0, run.b0, b0), Run(False, a0, a1, b0, b1), Run(False, a1, run.a1, b1, run.b1)


def _trimmed(run: Run, one: Sentenced, other: Sentenced) -> Iterator[Run]:
    """A run without the words that both sides begin or end with, which stand beside what stays."""
    mine, theirs = map(keys_of, _sides(run, one, other))
    ahead = alike_ahead(mine, theirs)
    end = alike_ahead(mine[ahead:][::-1], theirs[ahead:][::-1])
    a0, b0, a1, b1 = run.a0 + ahead, run.b0 + ahead, run.a1 - end, run.b1 - end
    parts = (Run(True, run.a0, a0, run.b0, b0), Run(False, a0, a1, b0, b1), Run(True, a1, run.a1, b1, run.b1))
    return (part for part in parts if part.a0 < part.a1 or part.b0 < part.b1)


def _along(numbers: Sequence[int], places: range, number: int) -> int:
    """The first of these places that is not in a sentence; the end of them where all are."""
    return next((at for at in places if numbers[at] != number), places.stop)


def _reworded_around(before: Run, after: Run, one: Sentenced, other: Sentenced, small: bool) -> bool:
    """Whether both are longer rewordings, or one is that of a clause of the same sentence; beside a small word, `de`,
    both may be one together.
    """
    sizes = [_changed_words(run, one, other) for run in (before, after)]
    if min(sizes) > ISLAND:
        return True
    together = small and min(sizes) == ISLAND and sum(sizes) >= CLAUSE
    if max(sizes) < CLAUSE and not together:
        return False
    sides = _sides(before if sizes[0] >= sizes[1] else after, one, other)
    return all(sides) and not any(map(_has_stop, sides))


def _has_stop(tokens: Sequence[Token]) -> bool:
    return any(token.key in STOPS for token in tokens)


def _unit_went(before: Run, after: Run, one: Sentenced, other: Sentenced) -> bool:
    """Whether a unit came on one side of a number and a word for it went on the other: `140 euro` and `€ 140`."""
    return _signed(before, after, one, other) or _signed(after, before, one, other)


def _signed(signed: Run, beside: Run, one: Sentenced, other: Sentenced) -> bool:
    """Whether one side of the first run has the sign of a unit, and only the other side of the second run a word."""
    sizes = (beside.a1 - beside.a0, beside.b1 - beside.b0)
    if sizes not in ((1, 0), (0, 1)) or not _changed_words(beside, one, other):
        return False
    units = tuple(any(token.key in UNITS for token in side) for side in _sides(signed, one, other))
    return units == (sizes[1] == 1, sizes[0] == 1)


def _sides(run: Run, one: Sentenced, other: Sentenced) -> tuple[Sequence[Token], Sequence[Token]]:
    return one.tokens[run.a0 : run.a1], other.tokens[run.b0 : run.b1]


def _changed_words(run: Run, one: Sentenced, other: Sentenced) -> int:
    return max(sum(one.words[run.a0 : run.a1]), sum(other.words[run.b0 : run.b1]))
