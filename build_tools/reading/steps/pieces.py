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


def fragments(line: Line) -> list[Line]:
    """The parts of a line between wide gaps, each as a line of its own."""
    edges = [0, *(edge for gap in GAP.finditer(line.text) for edge in gap.span()), len(line.text)]
    return [piece(line, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
