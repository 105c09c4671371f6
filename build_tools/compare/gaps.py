"""What stands at the same place, between the same neighbours, is paired whatever its likeness.

Where one side has more passages there than the other, those that are alike come first; what then stands alone between
the same neighbours, and is of the same kind, belongs together as well.
"""

from collections.abc import Sequence, Set

from build_tools.compare.stream import RUN, RUNNING, Profile, likeness, parted_notes
from build_tools.compare.words.pairing import Pair, heaviest_pairs
from build_tools.compare.words.word_diff import word_diff
from build_tools.dutch.sentences import sentences
from build_tools.dutch.tokens import words
from build_tools.model import Kind

LIKENESS = 0.3
"""The part of their words that passages share, when there are others at the same place that they may belong with."""

MUCH = 0.6
"""The same, where they need not be looked for at another place."""

FEW_OF_A_KIND = (Kind.HEADING, Kind.SIGNATURE)
OF_KIND = 0.05
"""Kinds of which there are few at one place, so that one of them is likely the other; and what that counts for, less
than any likeness that is seen.
"""

SENTENCE, KEPT = 5, 0.6
"""A sentence of so many words that stayed for so large a part, in runs, says of two passages that they are one, however
much of the rest was rewritten."""

COMPARED = 10_000
"""The most pairs of passages that are looked at in one gap."""


def much_alike(in_a: Sequence[int], in_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]) -> list[Pair]:
    """The pairs of passages in a gap, in order, that are surely one; each passage is in one of them at most."""
    return _alike(in_a, in_b, a, b, MUCH)


def paired(in_a: Sequence[int], in_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]) -> list[Pair]:
    """The same for all that may be one."""
    whole = _with_lonely([], in_a, in_b, a, b)
    return whole or _with_lonely(_alike(in_a, in_b, a, b, LIKENESS), in_a, in_b, a, b)


def fit(one: Profile, other: Profile) -> bool:
    """Whether two passages may be one at all, by their kinds; a salutation is none of the text below it, and two notes
    are none of two places.
    """
    kinds = {one.passage.kind, other.passage.kind}
    if parted_notes(one, other):
        return False
    return one.formal == other.formal and (len(kinds) == 1 or kinds == set(RUNNING))


def keeps_sentence(own: Profile, others: Sequence[str]) -> bool:
    """Whether a sentence of a passage, of some length, stands for the most part among these words."""
    text, there = own.passage.text, frozenset(others)
    return any(_is_kept(words(text[start:end]), others, there) for start, end in sentences(text))


def _is_kept(sentence: Sequence[str], others: Sequence[str], there: Set[str]) -> bool:
    least = KEPT * len(sentence)
    if len(sentence) < SENTENCE or sum(word in there for word in sentence) < least:
        return False
    runs = (run.a1 - run.a0 for run in word_diff(sentence, others) if run.equal)
    return sum(length for length in runs if length >= RUN) >= least


def _alike(
    in_a: Sequence[int], in_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile], least: float
) -> list[Pair]:
    """The pairs, never going back, that are most alike in all."""
    if len(in_a) * len(in_b) > COMPARED:
        return []
    return heaviest_pairs(in_a, in_b, lambda i, j: _worth(a[i], b[j], least))


def _worth(one: Profile, other: Profile, least: float) -> float:
    """What a pair counts for."""
    own = likeness(one.words, other.words) if fit(one, other) else 0.0
    if own >= least:
        return own
    if least < MUCH and own and fit(one, other) and keeps_sentence(one, other.words):
        return own
    rare = one.passage.kind is other.passage.kind and one.passage.kind in FEW_OF_A_KIND
    return OF_KIND if rare and least < MUCH else 0.0


def _with_lonely(
    pairs: Sequence[Pair], in_a: Sequence[int], in_b: Sequence[int], a: Sequence[Profile], b: Sequence[Profile]
) -> list[Pair]:
    """The pairs, and between two of them those that stand alone there: as many, of the same kinds."""
    result: list[Pair] = []
    start_a, start_b = -1, -1
    for i, j in (*pairs, (len(a), len(b))):
        own_a = [place for place in in_a if start_a < place < i]
        own_b = [place for place in in_b if start_b < place < j]
        if len(own_a) == len(own_b) and all(fit(a[k], b[m]) for k, m in zip(own_a, own_b, strict=True)):
            result += zip(own_a, own_b, strict=True)
        result.append((i, j))
        start_a, start_b = i, j
    return result[:-1]
