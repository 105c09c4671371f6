"""Words in a text where they stand, however its lines break them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

BEFORE, AFTER = 2, 4
"""Lines of a source that are shown around a place: what is doubted may begin on the line before, and a foot, a note or
a broken sentence shows by what follows."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a source, in pieces that are doubted and pieces that are not."""

    n: int
    pieces: tuple[tuple[str, bool], ...]


def found_at(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """Where words stand in a text, the nearest behind `near` if there are several; spaces, the ends of lines and the
    hyphens there do not count.
    """
    signs = [re.escape(sign) for sign in words if not sign.isspace()]
    if not signs:
        return None
    spans = [match.span() for match in re.finditer(r"(?:-?\s+)?".join(signs), text)]
    return next((span for span in spans if span[1] > near), spans[-1] if spans else None)


def lines_around(lines: Sequence[str], n: int, words: Sequence[str]) -> tuple[ShownLine, ...]:
    """The lines of a source around one of them (counted from 1), with the words marked; the line where they are not
    found as such.
    """
    first, last = max(0, n - 1 - BEFORE), min(len(lines), n + AFTER)
    shown = lines[first:last]
    text = "\n".join(shown)
    start = sum(len(line) + 1 for line in lines[first : n - 1])
    spans = [found_at(text, one, start) or (start, start + len(lines[n - 1])) for one in words]
    result, at = [], 0
    for number, line in enumerate(shown, first + 1):
        own = [(max(begin - at, 0), min(end - at, len(line))) for begin, end in spans]
        result.append(ShownLine(number, pieces_of(line, own)))
        at += len(line) + 1
    return tuple(result)


def pieces_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """A text cut where stretches of it begin and end; which pieces are in one."""
    inside = [(start, end) for start, end in spans if start < end]
    cuts = sorted({0, len(text), *(at for span in inside for at in span)})
    within = ((one, other, any(start <= one < end for start, end in inside)) for one, other in pairwise(cuts))
    return tuple((text[one:other], doubted) for one, other, doubted in within)
