"""Where two prints break the same text differently."""

from collections.abc import Sequence

from build_tools.compare.model import Break, Side
from build_tools.model import LineEnd, LineEndSort


def differing(
    a: Sequence[LineEnd], b: Sequence[LineEnd], start_a: int, start_b: int, length: int
) -> tuple[Break, ...]:
    """The line ends inside an equal stretch that only one print has, by place in the stretch."""
    one = {end.at - start_a: end.sort for end in a if 0 <= end.at - start_a < length}
    other = {end.at - start_b: end.sort for end in b if 0 <= end.at - start_b < length}
    found = [Break(at, Side.A, sort) for at, sort in one.items() if other.get(at) != sort]
    found += [Break(at, Side.B, sort) for at, sort in other.items() if one.get(at) != sort]
    return tuple(sorted(found, key=lambda entry: (entry.at, entry.side.value)))


def described(ends: Sequence[LineEnd], passages: int) -> str:
    """How a print sets so many passages with these line ends inside them, in words."""
    hyphens, turns = (sum(end.sort is sort for end in ends) for sort in (LineEndSort.HYPHEN, LineEndSort.PAGE))
    lines = len(ends) + passages
    told = [f"{lines} regel" + "s" * (lines != 1)]
    if hyphens:
        told.append("1 woord afgebroken" if hyphens == 1 else f"{hyphens} woorden afgebroken")
    if turns:
        told.append("een nieuwe bladzijde" if turns == 1 else f"{turns} nieuwe bladzijden")
    return ", ".join(told)
