"""The longest common subsequence of two strings of coded keys, however much of them differs.

A row of the table of lengths is one long integer, a bit for each place of the second string, so that a row takes a few
operations (Crochemore and others, 2001; Hyyrö, 2004). No string of keys is too long: see `TABLE`.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import isqrt

TABLE = 4_000_000
"""The most bits of one table: 2,000 keys on either side, the best of time by measure. What is larger is done in windows; the last half of each, where its end may
mislead, is done again in the next one."""


def common(a: str, b: str) -> Iterator[tuple[int, int]]:
    """The places of keys that both strings have, rising in either."""
    i, j = 0, 0
    while i < len(a) and j < len(b):
        side = isqrt(TABLE)
        wide = (len(a) - i) * (len(b) - j) <= TABLE
        end_a, end_b = (len(a), len(b)) if wide else (i + side, j + side)
        pairs = [(i + k, j + m) for k, m in longest(a[i:end_a], b[j:end_b])]
        i, j = (end_a, end_b) if wide else (i + side // 2, j + side // 2)
        kept = [(k, m) for k, m in pairs if k < i and m < j]
        yield from kept
        if kept and not wide:
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
        elif table[i][j >> 3] >> (j & 7) & 1:
            j -= 1
        else:
            i -= 1
    return pairs[::-1]


def _table(a: str, b: str) -> list[bytes]:
    """For each place of `a` a row of bits, one for each place of `b`: unset where the length rises by one."""
    where = dict.fromkeys(b, 0)
    for j, key in enumerate(b):
        where[key] |= 1 << j
    row = whole = (1 << len(b)) - 1
    width = (len(b) + 7) // 8
    table = []
    for key in a:
        kept = row & where.get(key, 0)
        row = ((row + kept) | (row - kept)) & whole
        table.append(row.to_bytes(width, "little"))
    return table


def stretches(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The pairs as equal stretches: begin in the one, begin in the other, length."""
    start = 0
    for at, ((i, j), (k, m)) in enumerate(pairwise([*pairs, (-1, -1)]), start=1):
        if (k, m) != (i + 1, j + 1):
            yield pairs[start][0], pairs[start][1], at - start
            start = at
