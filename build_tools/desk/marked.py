"""Words in a text where they stand, however its lines break them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

BEFORE, AFTER = 2, 4
"""Lines of a source that are shown around a place: what is doubted may begin on the line before, and a foot, a note or
a broken sentence shows by what follows."""

LONGEST = 300
"""Characters of words that are looked for: a line that was doubted as a whole can have a million."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of a source, in pieces that are doubted and pieces that are not."""

    n: int
    pieces: tuple[tuple[str, bool], ...]


def found_at(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """Where words stand in a text, the nearest behind `near` if there are several; spaces, the ends of lines and the
    hyphens there do not count.
    """
    signs = [re.escape(sign) for sign in words[:LONGEST] if not sign.isspace()]
    if not signs:
        return None
    spans = [match.span() for match in re.finditer(r"(?:-?\s+)?".join(signs), text)]
    return next((span for span in spans if span[1] > near), spans[-1] if spans else None)


@dataclass(frozen=True, slots=True)
class SourceExcerpt:
    """The lines of a source around a place, and the words that do not stand in them as they were told."""

    lines: tuple[ShownLine, ...]
    not_found: tuple[str, ...]


def around(lines: Sequence[str], n: int, words: Sequence[str]) -> SourceExcerpt:
    """The lines of a source around one of them (counted from 1), with words marked; where these are not found, the
    line.
    """
    first, last = max(0, n - 1 - BEFORE), min(len(lines), n + AFTER)
    shown, start = lines[first:last], sum(len(line) + 1 for line in lines[first : n - 1])
    found = {one: found_at("\n".join(shown), one, start) for one in words}
    spans = [span or (start, start + len(lines[n - 1])) for span in found.values()]
    return SourceExcerpt(tuple(_shown(shown, first, spans)), tuple(one for one, span in found.items() if not span))


def _shown(lines: Sequence[str], first: int, spans: Sequence[tuple[int, int]]) -> Iterator[ShownLine]:
    at = 0
    for number, line in enumerate(lines, first + 1):
        own = [(max(start - at, 0), min(end - at, len(line))) for start, end in spans]
        yield ShownLine(number, pieces_of(line, own))
        at += len(line) + 1


def pieces_of(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """A text cut where stretches of it begin and end; which pieces are in one."""
    inside = [(start, end) for start, end in spans if start < end]
    cuts = sorted({0, len(text), *(at for span in inside for at in span)})
    within = ((one, other, any(start <= one < end for start, end in inside)) for one, other in pairwise(cuts))
    return tuple((text[one:other], doubted) for one, other, doubted in within)
