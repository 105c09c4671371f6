"""Labels with what they say that a text lists itself, though a margin has some of these labels as well."""

import re
from collections.abc import Sequence

from build_tools.draft import Line
from build_tools.reading.steps.margins.addresses import is_address
from build_tools.reading.steps.margins.labels import is_subject, label_of

VALUED = re.compile(r"[A-ZÀ-Þ][\w-]+(?: [a-zà-ÿ]+){0,2}: \S.*")
"""`Zaaknummer: AWB 03/1187`, `Eiser: Vereniging Het Reitdiep`: a label, and behind its colon what it says."""

REACH = 12
"""Lines up from a value to what announces it, at the most."""


def lists_values(lines: Sequence[Line], run: range) -> bool:
    """Whether lines that look like a margin are values that the text lists: each stands behind the colon of its label,
    and a line of the text announces them, or it is one of which another that no margin has stands close by."""
    if not all(VALUED.fullmatch(line.text) for line in lines[run.start : run.stop]):
        return False
    first = run.start
    while first > max(0, run.start - REACH) and not lines[first].blanks and VALUED.fullmatch(lines[first - 1].text):
        first -= 1
    announced = first > 0 and lines[first - 1].text.endswith(":")
    beside = [lines[run.start - 1]] if first < run.start else []
    beside += [lines[run.stop]] if run.stop < len(lines) and not lines[run.stop].blanks else []
    return announced or (len(run) == 1 and any(is_own(line.text) for line in beside))


def is_own(text: str) -> bool:
    """Whether a line is a label with its value that no margin has."""
    known = label_of(text) is not None or is_subject(text) or is_address(text)
    return VALUED.fullmatch(text) is not None and not known
