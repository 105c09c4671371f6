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
    """Take the lines with these indices out of the text; the line that follows them remembers it."""
    kept: list[Line] = []
    cuts: list[Cut] = []
    turn = False
    for index, line in enumerate(draft.lines):
        if index in taken:
            cuts += cut_line(line, taken[index])
            turn = True
        else:
            kept.append(replace(line, turn=True) if turn and not line.turn else line)
            turn = False
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
