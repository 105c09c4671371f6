"""Feet of printed papers that a tool broke over two lines: `Tweede Kamer, vergaderjaar 2030–2031,` / `32 824, B`."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Draft, Line
from build_tools.reading.steps.page_numbers import closes_page

HALF = re.compile(
    r"(?:[’'‘]s-Gravenhage \d{4} ?)?(?:Tweede|Eerste) Kamer, vergaderjaar\b|Aanhangsel van de Handelingen$"
)
"""How a foot begins; by itself its first half says nothing."""


def with_whole_feet(draft: Draft, is_foot: Callable[[str], bool]) -> tuple[Line, ...]:
    """The lines with each such foot as one, from its first word to its last."""
    return tuple(_whole(draft.source.text, draft.lines, is_foot))


def _whole(source: str, lines: Sequence[Line], is_foot: Callable[[str], bool]) -> Iterator[Line]:
    joined = -1
    for at, line in enumerate(lines):
        if at == joined:
            continue
        if HALF.match(line.text) and not (is_foot(line.text) or closes_page(lines, at)):
            text = source[line.start : lines[at + 1].end]
            if is_foot(" ".join(text.split())):
                joined = at + 1
                line = replace(line, text=text)
        yield line
