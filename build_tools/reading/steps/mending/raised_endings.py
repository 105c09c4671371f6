"""Endings of ordinal numbers that were printed raised and came out on a line of their own: `1` and `e`."""

import re
from dataclasses import replace

from build_tools.data import data
from build_tools.draft import Draft, Line, Mark

BARE_ORDINAL = re.compile(r"\b\d{1,2}(?=\s+[a-z])")
"""A number that can lack its ending, before a word in small letters: `de 21 eeuw`. Longer ones are amounts, years."""


def put_back_raised(draft: Draft) -> Draft:
    """Put a raised ending back behind the number in the next line that lacks one."""
    lines: list[Line] = []
    waiting: Line | None = None
    for line in draft.lines:
        if line.text in data("dutch")["ordinal_endings"] and waiting is None:
            waiting = line
            continue
        if waiting and not line.text.isdecimal():
            number = BARE_ORDINAL.search(line.text)
            if number:
                mark = Mark(line.start + number.end(), text=waiting.text, start=waiting.start)
                line = replace(line, marks=(*line.marks, mark))
            else:
                lines.append(waiting)
            waiting = None
        lines.append(line)
    return replace(draft, lines=(*lines, *([waiting] if waiting else [])))
