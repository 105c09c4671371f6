"""What two lists of keys have in common, in order: anchors first, and diff-match-patch in the gaps between them.

Plain diff-match-patch needs time that grows with length times differences. Runs of words that stand once on
either side cut the work into small gaps (the idea of the patience diff). The result depends on nothing but the keys.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from diff_match_patch import diff_match_patch

SMALL = 400
"""A gap with at most this product of lengths needs no anchors."""

ANCHORS = (3, 2, 1)
"""How many keys in a row make an anchor: the more, the surer; fewer where there are none of that size."""

BEARABLE = 6_000
"""A gap without any anchor that is longer than this on both sides together is replaced as a whole."""

_PRIVATE = 0xF0000
"""Where the planes begin that Unicode leaves to private use: no letter, no surrogate, no white space."""

_PRIVATE_PLANES, _BORROWED = 0x20000, 0x10000

_ONLY_A, _ONLY_B = "\uf8fe", "\uf8ff"
"""Two more private characters, for keys that stand on one side only."""

Gap = tuple[int, int, int, int]
"""A stretch of either list: begin and end in the first, begin and end in the second."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of both lists, [a0, a1) and [b0, b1): the same keys, or a difference."""

    equal: bool
    a0: int
    a1: int
    b0: int
    b1: int


def word_diff(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """The runs that cover both lists from begin to end; equal and different ones take turns."""
    one, other = coded(a, b)
    return joined(_equal_runs(one, other), len(a), len(b))


def coded(a: Sequence[str], b: Sequence[str]) -> tuple[str, str]:
    """Each key as one character, the same on both sides; keys that only one side has need not be told apart."""
    shared = set(a) & set(b)
    codes: dict[str, str] = {}
    for key in a:
        if key in shared and key not in codes:
            codes[key] = _code(len(codes))
    return "".join(codes.get(key, _ONLY_A) for key in a), "".join(codes.get(key, _ONLY_B) for key in b)


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
                runs.append(Run(False, a, i, b, j))
            if length:
                runs.append(Run(True, i, i + length, j, j + length))
        elif runs and runs[-1].equal:
            runs[-1] = Run(True, runs[-1].a0, i + length, runs[-1].b0, j + length)
        else:
            runs.append(Run(True, i, i + length, j, j + length))
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
                yield from _plain(a[a0:a1], b[b0:b1], a0, b0)


def _parted(a: str, b: str, gap: Gap) -> list[Gap]:
    """A gap cut at its anchors; each part begins with one. Nothing where a gap is small or has none."""
    a0, a1, b0, b1 = gap
    if (a1 - a0) * (b1 - b0) <= SMALL:
        return []
    chains = (longest_chain(_anchors(a[a0:a1], b[b0:b1], size)) for size in ANCHORS)
    anchors = next(filter(None, chains), [])
    if not anchors:
        return []
    starts = [(a0, b0)]
    for (i, j), (k, m) in zip([(-2, -2), *anchors], anchors, strict=False):
        if (k - i, m - j) != (1, 1):
            starts.append((a0 + k, b0 + m))
    ends = [*starts[1:], (a1, b1)]
    parts = [(i, k, j, m) for (i, j), (k, m) in zip(starts, ends, strict=True)]
    return [part for part in parts if part[0] < part[1] or part[2] < part[3]]


def _anchors(a: str, b: str, size: int) -> list[tuple[int, int]]:
    """Places where the same run of keys begins, if that run stands once on either side."""
    runs_a, runs_b = ([text[at : at + size] for at in range(len(text) - size + 1)] for text in (a, b))
    in_a, in_b = Counter(runs_a), Counter(runs_b)
    places = {run: j for j, run in enumerate(runs_b) if in_b[run] == 1}
    return [(i, places[run]) for i, run in enumerate(runs_a) if run in places and in_a[run] == 1]


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs (in order of their first part, all different) whose second parts rise as well."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [j]
        ends[place : place + 1] = [index]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _plain(a: str, b: str, a0: int, b0: int) -> Iterator[tuple[int, int, int]]:
    """The equal stretches that diff-match-patch finds."""
    if len(a) + len(b) > BEARABLE:
        return
    matcher = diff_match_patch()
    matcher.Diff_Timeout = 0
    i, j = a0, b0
    for operation, text in matcher.diff_main(a, b, False):
        if operation == 0:
            yield i, j, len(text)
        i += len(text) * (operation <= 0)
        j += len(text) * (operation >= 0)


def edit_size(runs: Sequence[Run]) -> int:
    """How many keys are taken out or put in."""
    return sum(run.a1 - run.a0 + run.b1 - run.b0 for run in runs if not run.equal)


def offsets(lengths: Sequence[int]) -> list[int]:
    """Where each part begins, when parts of these lengths stand one after another."""
    return [0, *accumulate(lengths)]
