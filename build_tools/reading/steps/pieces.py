"""Parts of a line that stand apart where a text keeps the look of the page."""

import re
from dataclasses import replace

from build_tools.draft import Line

GAP = re.compile(r"\s{3,}")
"""White space so wide that it can part two columns; between words it is narrower, unless the text is justified."""


def piece(line: Line, start: int, end: int) -> Line:
    """A stretch of a line as a line of its own."""
    blanks, turn = (line.blanks, line.turn) if start == 0 else (0, False)
    return replace(
        line,
        start=line.start + start,
        text=line.text[start:end],
        indent=line.indent + start,
        blanks=blanks,
        turn=turn,
        spaced=line.spaced if end == len(line.text) else 0,
    )
