"""Headings beside the text, left of it, where the look of the page is kept.

After `move_left_margin` the text column stands at indent 0, and each heading before the lines that it stood beside.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from build_tools.draft import Draft, Line
from build_tools.reading.steps.columns.margins_beside import NARROW_GAP, STRAY, TEXT_SHARE
from build_tools.reading.steps.pieces import GAP, piece
from build_tools.reading.steps.taking_out import pages

FAR_STRAY = 2
"""`STRAY` of a line of the text column itself: left of it there is more room for error than between two columns."""

WORTH = 40
"""Characters for which a line counts once more in `TEXT_SHARE`: full lines are text, short ones headings."""

COUNTED, LABELLED = re.compile(r"\d{1,3}\.?"), re.compile(r"[A-Z]\w+:(?:\s|$)")
"""`3.` left of `Agendapunt: Werkbezoek`: the number of a label, and no heading beside the text."""

FORM_LABEL = re.compile(r"(?:\d{1,3}\.\s+)?([A-Z]\w+(?:\(s\))?:)")
RETURNING = 4
"""`Zaak:`, `3. Agendapunt:`: the label of a form, and how many that come back make one of a text: a heading beside the
text with a colon stands there once."""

CALLED = re.compile(r"[^\W\d_][.,;:?!)»”’]{0,2}([1-9]\d{0,2})(?!\w)")
"""A number glued to a word, perhaps behind a sign, calls a note: `Bovendien1 is`, `rol.2`. The same number further
on, left of the text, begins that note."""


def move_left_margin(draft: Draft) -> Draft:
    """Put the text column of each page at indent 0; what stands to the left of it is headings beside the text."""
    labels = form_labels(draft.lines)
    found = [draft.lines[page.start : page.stop] for page in pages(draft.lines)]
    return replace(draft, lines=tuple(line for page in found for line in left_column(page, labels)))


def form_labels(lines: Sequence[Line]) -> Set[str]:
    """The labels that come back at the begin of lines, with their values behind a gap, where enough of them do."""
    begins = (NARROW_GAP.sub(" ", line.text).partition(":")[0] + ":" for line in lines if ":" in line.text)
    count = Counter(match[1] for begin in begins if (match := FORM_LABEL.fullmatch(begin)))
    often = {label for label, n in count.items() if n > 1}
    return frozenset(count if sum(count[label] for label in often) >= RETURNING else ())


def is_counted_label(left: Line, text: Line, labels: Set[str]) -> bool:
    """Whether what stands left of the text is the label of a form, or the number of one."""
    label = FORM_LABEL.fullmatch(left.text)
    counted = COUNTED.fullmatch(left.text) is not None and LABELLED.match(text.text) is not None
    return counted or (label is not None and label[1] in labels)


def left_column(lines: Sequence[Line], labels: Set[str]) -> Iterator[Line]:
    """The lines of a page; what stands left of the text goes, as a heading, before the lines beside it; but for the
    labels of a form."""
    base = text_column(lines)
    if base == 0:
        yield from lines
        return
    beside: list[Line] = []
    waiting: list[Line] = []
    called: set[str] = set()
    for line in lines:
        left, text = at_column(line, base)
        if left and text and (left.text in called or is_counted_label(left, text, labels)):
            left, text = None, replace(line, indent=0)
        called |= set(CALLED.findall(line.text))
        if left and text:
            beside.append(replace(left, indent=0, heading=True, blanks=0 if beside else 1))
            waiting.append(replace(text, indent=0, blanks=text.blanks if waiting else 1))
            continue
        yield from beside
        yield from waiting
        beside, waiting = [], []
        yield replace(text or line, indent=max(0, (text or line).indent - base))
    yield from beside
    yield from waiting


def text_column(lines: Sequence[Line]) -> int:
    """The column at which most of the text begins."""
    indents = Counter(line.indent for line in lines for _ in range(1 + len(GAP.split(line.text, 1)[0]) // WORTH))
    return min((indent for indent, count in indents.items() if count >= TEXT_SHARE * indents.total()), default=0)


def at_column(line: Line, base: int) -> tuple[Line | None, Line | None]:
    """What of a line stands before the text column, and what in it."""
    if line.indent >= base - FAR_STRAY:
        return None, line
    for gap in NARROW_GAP.finditer(line.text):
        if abs(line.indent + gap.end() - base) <= STRAY:
            return piece(line, 0, gap.start()), piece(line, gap.end(), len(line.text))
    return line, None
