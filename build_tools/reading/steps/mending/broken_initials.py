"""Initials that stand close in print came out apart: `mr. P .C. Dijkgraaf`, or with the stop on the next line.

After `mend_initials` the white space between an initial and its stop is out, and a name stands on one line.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Cut, Draft, Line
from build_tools.model import Reason

APART = re.compile(r"(?<=[\s.][A-Z])\s+(?=\.[A-Z]\.)|(?<=^[A-Z])\s+(?=\.[A-Z]\.)")
"""The white space in `P .C.`: behind one capital, before a stop and the next initial."""

BROKEN_OFF = re.compile(r"(?:.*[\s.])?[A-Z]")
"""A line that ends in one capital."""

STOP_FIRST = re.compile(r"\.[A-Z]\..*")
"""`.C. Dijkgraaf`: a line that begins with the stop of an initial."""


def mend_initials(draft: Draft) -> Draft:
    """Put initials together."""
    whole: list[Line] = []
    for line in draft.lines:
        if whole and breaks_initial(whole[-1], line):
            before = whole.pop()
            text = draft.source.text[before.start : line.end]
            line = replace(before, text=text, cuts=(*before.cuts, *line.cuts), spaced=line.spaced)
        whole.append(line)
    return replace(draft, lines=tuple(map(without_gaps, whole)))


def breaks_initial(before: Line, line: Line) -> bool:
    """Whether a line goes on with the stop of the capital that the line before it ends in."""
    apart = line.blanks or line.turn or before.given or line.given or before.marks or line.marks
    return not apart and bool(BROKEN_OFF.fullmatch(before.text) and STOP_FIRST.fullmatch(line.text))


def without_gaps(line: Line) -> Line:
    """A line without the white space in its initials."""
    gaps: Sequence[re.Match[str]] = list(APART.finditer(line.text))
    cuts = (Cut(line.start + gap.start(), line.start + gap.end(), Reason.MARKER) for gap in gaps)
    return replace(line, cuts=(*line.cuts, *cuts)) if gaps else line
