"""What two lists of keys have in common, in order: anchors first, and then the gaps between them.

Runs of words that stand once on either side cut the work into gaps (the idea of the patience diff). diff-match-patch
looks into the small ones; in a longer one its time would grow with length times differences, so there a row of the
table of lengths is one long integer, a bit for each key (Crochemore and others, 2001; Hyyrö, 2004). The result depends
on nothing but the keys.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from itertools import accumulate, pairwise, repeat
from math import isqrt
from typing import NamedTuple

from diff_match_patch import diff_match_patch

SMALL = 1_000
"""A gap with at most this product of lengths is for diff-match-patch."""

ANCHOR = 8
"""So many keys in a row make an anchor: of fewer some are the same by chance in long texts, and one such anchor costs
all that it crosses. Where so little stayed that there are none, none are needed."""

TABLE = 4_000_000
"""The most bits of one such table: 2,000 keys on either side, the best of time by measure. What is larger is done in
windows, as long on either side as what is left there asks; the last half of each, where its end may mislead, is done
again in the next one."""

_PRIVATE = 0xF0000
"""Where the planes begin that Unicode leaves to private use: no letter, no surrogate, no white space."""

_PRIVATE_PLANES, _BORROWED = 0x20000, 0x10000
"""How many characters those planes have; and what is added to numbers beyond these, so that they come to stand in the
planes below: as characters the keys are never looked at."""

_ONLY_A, _ONLY_B = "\uf8fe", "\uf8ff"
"""Two more private characters, for keys that stand on one side only."""

_MATCHER = diff_match_patch()
_MATCHER.Diff_Timeout = 0
"""Without a limit in time, so that a busy machine gives the same answer."""

Gap = tuple[int, int, int, int]
"""A stretch of either list: begin and end in the first, begin and end in the second."""


class Run(NamedTuple):
    """A stretch of both lists, [a0, a1) and [b0, b1): the same keys, or a difference."""

    equal: bool
    a0: int
    a1: int
    b0: int
    b1: int


_run: Callable[[tuple[bool, int, int, int, int]], Run] = partial(tuple.__new__, Run)
"""A run of its parts, the shortest way: two long texts have many."""


def word_diff(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Run]:
    """The runs that cover both lists from begin to end; equal and different ones take turns."""
    one, other = coded(a, b)
    return joined(_equal_runs(one, other), len(a), len(b))


def coded(a: Sequence[Hashable], b: Sequence[Hashable]) -> tuple[str, str]:
    """Each key as one character, the same on both sides; keys that only one side has need not be told apart."""
    there = set(b)
    codes = {key: _code(number) for number, key in enumerate(key for key in dict.fromkeys(a) if key in there)}
    return "".join(map(codes.get, a, repeat(_ONLY_A))), "".join(map(codes.get, b, repeat(_ONLY_B)))


def _code(number: int) -> str:
    """A private character; a text of more than 131,072 different words borrows from the planes below."""
    return chr(number + (_PRIVATE if number < _PRIVATE_PLANES else _BORROWED))


def joined(equal: Iterator[tuple[int, int, int]], end_a: int, end_b: int) -> list[Run]:
    """Runs from the equal stretches (start in a, start in b, length), in order."""
    runs: list[Run] = []
    a, b = 0, 0
    for i, j, length in (*equal, (end_a, end_b, 0)):
        if (i > a or j > b) or not length:
            if i > a or j > b:
                runs.append(_run((False, a, i, b, j)))
            if length:
                runs.append(_run((True, i, i + length, j, j + length)))
        elif runs and runs[-1].equal:
            runs[-1] = _run((True, runs[-1].a0, i + length, runs[-1].b0, j + length))
        else:
            runs.append(_run((True, i, i + length, j, j + length)))
        a, b = i + length, j + length
    return runs


def _equal_runs(a: str, b: str) -> Iterator[tuple[int, int, int]]:
    """The equal stretches, in order; a gap with anchors is taken apart into smaller ones."""
    todo = [(0, len(a), 0, len(b))]
    while todo:
        a0, a1, b0, b1 = todo.pop()
        start = a0
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            a0, b0 = a0 + 1, b0 + 1
        if a0 > start:
            yield start, b0 - (a0 - start), a0 - start
        tail = 0
        while a0 < a1 - tail and b0 < b1 - tail and a[a1 - tail - 1] == b[b1 - tail - 1]:
            tail += 1
        a1, b1 = a1 - tail, b1 - tail
        if tail:
            todo.append((a1, a1 + tail, b1, b1 + tail))
        if a0 < a1 and b0 < b1:
            gaps = _parted(a, b, (a0, a1, b0, b1))
            if gaps:
                todo.extend(reversed(gaps))
            else:
                yield from ((a0 + i, b0 + j, length) for i, j, length in _plain(a[a0:a1], b[b0:b1]))


def _parted(a: str, b: str, gap: Gap) -> list[Gap]:
    """A gap cut at its anchors; each part begins with one. Nothing where a gap needs none or has none."""
    a0, a1, b0, b1 = gap
    if (a1 - a0) * (b1 - b0) <= TABLE:
        return []
    anchors = longest_chain(_anchors(a[a0:a1], b[b0:b1]))
    if not anchors:
        return []
    starts = [(a0, b0)]
    for (i, j), (k, m) in zip([(-2, -2), *anchors], anchors, strict=False):
        if (k - i, m - j) != (1, 1):
            starts.append((a0 + k, b0 + m))
    ends = [*starts[1:], (a1, b1)]
    parts = [(i, k, j, m) for (i, j), (k, m) in zip(starts, ends, strict=True)]
    return [part for part in parts if part[0] < part[1] or part[2] < part[3]]


def _anchors(a: str, b: str) -> list[tuple[int, int]]:
    """Places where the same run of keys begins, if that run stands once on either side."""
    places_a, places_b = _single(a), _single(b)
    return [(i, places_b[run]) for run, i in places_a.items() if run in places_b]


def _single(text: str) -> dict[str, int]:
    """The runs of `ANCHOR` keys that stand once in a text, in order, with their place."""
    runs = [text[at : at + ANCHOR] for at in range(len(text) - ANCHOR + 1)]
    last = dict(zip(runs, range(len(runs)), strict=True))
    if len(last) == len(runs):
        return last
    for run in {run for at, run in enumerate(runs) if last[run] != at}:
        del last[run]
    return last


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs (in order of their first part, all different) whose second parts rise as well."""
    if all(one[1] < other[1] for one, other in pairwise(pairs)):
        return [*pairs]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        if not tails or j > tails[-1]:
            before.append(ends[-1] if ends else -1)
            tails.append(j)
            ends.append(index)
        else:
            place = bisect_left(tails, j)
            before.append(ends[place - 1] if place else -1)
            tails[place], ends[place] = j, index
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _plain(a: str, b: str) -> Iterator[tuple[int, int, int]]:
    """The equal stretches in a gap without anchors."""
    if set(a).isdisjoint(b):
        return
    if len(a) * len(b) > SMALL:
        yield from _stretches([*common(a, b)])
        return
    i, j = 0, 0
    for operation, text in _MATCHER.diff_main(a, b, False):
        if operation == 0:
            yield i, j, len(text)
        i += len(text) * (operation <= 0)
        j += len(text) * (operation >= 0)


def common(a: str, b: str) -> Iterator[tuple[int, int]]:
    """The places of keys that both strings have, rising in either."""
    i, j = 0, 0
    while i < len(a) and j < len(b):
        left_a, left_b = len(a) - i, len(b) - j
        whole = left_a * left_b <= TABLE
        side_a = left_a if whole else isqrt(TABLE * left_a // left_b) or 1
        side_b = left_b if whole else TABLE // side_a
        pairs = [(i + k, j + m) for k, m in longest(a[i : i + side_a], b[j : j + side_b])]
        i, j = (i + side_a, j + side_b) if whole else (i + (side_a + 1) // 2, j + (side_b + 1) // 2)
        kept = [(k, m) for k, m in pairs if k < i and m < j]
        yield from kept
        if kept and not whole:
            i, j = kept[-1][0] + 1, kept[-1][1] + 1


def longest(a: str, b: str) -> list[tuple[int, int]]:
    """The same, the most there can be, with a table of their lengths."""
    table = _table(a, b)
    pairs: list[tuple[int, int]] = []
    i, j = len(a) - 1, len(b) - 1
    while i >= 0 and j >= 0:
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i - 1, j - 1
        elif table[i] >> j & 1:
            j -= 1
        else:
            i -= 1
    return pairs[::-1]


def _table(a: str, b: str) -> list[int]:
    """For each place of `a` a row of bits, one for each place of `b`: unset where the length rises by one. Of a key
    that `b` has not, the row is the one before it.
    """
    where = dict.fromkeys(set(a).intersection(b), 0)
    for j, key in enumerate(b):
        if key in where:
            where[key] |= 1 << j
    row = whole = (1 << len(b)) - 1
    table = []
    for key in a:
        if key in where:
            kept = row & where[key]
            row = ((row + kept) | (row - kept)) & whole
        table.append(row)
    return table


def _stretches(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The pairs as equal stretches: begin in the one, begin in the other, length."""
    start = 0
    for at, ((i, j), (k, m)) in enumerate(pairwise([*pairs, (-1, -1)]), start=1):
        if (k, m) != (i + 1, j + 1):
            yield pairs[start][0], pairs[start][1], at - start
            start = at


def offsets(lengths: Sequence[int]) -> list[int]:
    """Where each part begins, when parts of these lengths stand one after another."""
    return [0, *accumulate(lengths)]
