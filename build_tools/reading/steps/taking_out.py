"""What the cleaning steps share. A step is a plain function, draft -> draft; `layouts.py` lists them in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from build_tools.draft import Cut, Draft, HeadLine, Line
from build_tools.model import Reason

Step = Callable[[Draft], Draft]


def cut_line(line: Line, reason: Reason) -> list[Cut]:
    """The whole of a line as cuts, around what was cut out of it before."""
    return [Cut(start, end, reason) for start, end in line.kept() if start < end] + list(line.cuts)


def take_out(draft: Draft, taken: dict[int, Reason], head: Iterable[HeadLine] = ()) -> Draft:
    """Take the lines with these indices out of the text; the line that follows them remembers it, but where they only
    stood beside it: `Sdu Uitgeverij      Kamerstuk 24 400, nr. 62.`"""
    kept: list[Line] = []
    cuts: list[Cut] = []
    gone: set[int] = set()
    for index, line in enumerate(draft.lines):
        if index in taken:
            cuts += cut_line(line, taken[index])
            gone.add(line.number)
        else:
            kept.append(replace(line, turn=True) if gone - {line.number} and not line.turn else line)
            gone.clear()
    return replace(draft, lines=tuple(kept), taken=(*draft.taken, *cuts), head=(*draft.head, *head))


def pages(lines: Sequence[Line]) -> list[range]:
    """The indices of the lines of each page."""
    found: list[range] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].page != lines[start].page:
            found.append(range(start, index))
            start = index
    return found
