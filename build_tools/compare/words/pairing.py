"""Which of two lists of things belong together, never going back, so that what all pairs are worth is the most."""

from collections.abc import Callable, Sequence

Pair = tuple[int, int]
"""The places of two passages, rows or cells that belong together."""


def heaviest_pairs(in_a: Sequence[int], in_b: Sequence[int], worth: Callable[[int, int], float]) -> list[Pair]:
    """The pairs, by place; none that is worth nothing."""
    best = [[0.0] * (len(in_b) + 1) for _ in range(len(in_a) + 1)]
    for x, i in enumerate(in_a, start=1):
        for y, j in enumerate(in_b, start=1):
            best[x][y] = max(best[x - 1][y], best[x][y - 1], best[x - 1][y - 1] + worth(i, j))
    return _traced(best, in_a, in_b)


def _traced(best: Sequence[Sequence[float]], in_a: Sequence[int], in_b: Sequence[int]) -> list[Pair]:
    """The way back through the table of what is best up to each pair."""
    pairs: list[Pair] = []
    x, y = len(in_a), len(in_b)
    while x and y:
        if best[x][y] == best[x - 1][y]:
            x -= 1
        elif best[x][y] == best[x][y - 1]:
            y -= 1
        else:
            x, y = x - 1, y - 1
            pairs.append((in_a[x], in_b[y]))
    return pairs[::-1]
