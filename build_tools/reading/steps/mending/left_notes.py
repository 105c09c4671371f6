"""Notes that were printed left of the text, in a text that keeps the look of the page (`pdftotext -layout`).

`1 Brief van 4 mei      De pont vaart weer.1 De` / `  2031, blz. 2.        veerman is tevreden, en`
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Draft, Line
from build_tools.reading.steps.columns.margins_beside import is_edge, is_margin, left_and_text, text_edge
from build_tools.reading.steps.mending.margin_notes import called_in, ended, number_at
from build_tools.reading.steps.taking_out import pages

Row = tuple[Line | None, Line | None]
"""What of a line stands left of the text, and what in it."""


def move_left_notes(draft: Draft) -> Draft:
    """Put notes that stand left of the text that calls them at the end of their page, where notes stand; what stands
    there above them is the rest of one that the page before did not end."""
    lines: list[Line] = []
    unended = False
    for page in pages(draft.lines):
        rest, text, notes = set_apart(draft.lines[page.start : page.stop], unended)
        lines += [replace(line, page=lines[-1].page) for line in rest]
        lines += [*text, *notes]
        unended = bool(rest or notes) and not ended(lines[-1] if notes else rest[-1])
    return replace(draft, lines=tuple(lines))


def set_apart(lines: Sequence[Line], unended: bool) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """The rest of an `unended` note left of the text of a page, that text at indent 0, and the notes left of it. Where
    words are set wide apart lines begin again at a column by chance: others run on over it. A ministry's margin left
    of a text is no notes, and right of a short one no text."""
    edge = text_edge(lines)
    rows = [left_and_text(line, edge) for line in lines] if edge and is_edge(lines, edge) else []
    sides = zip(*rows, strict=True) if rows else ()
    rows = [] if any(is_margin([own.text for own in side if own]) for side in sides) else rows
    begins = beginnings(rows)
    called = {number for number, _ in begins} <= called_in([own for _, own in rows if own])
    begins = begins if called else []
    if not begins and not (unended and any(left for left, _ in rows)):
        return (), lines, ()
    first = begins[0][1] if begins else len(rows)
    top = 0 if unended else first
    above = [replace(line, indent=max(0, line.indent - edge)) for line in lines[:top]]
    rest = [replace(left, indent=0, blanks=0, turn=False) for left, _ in rows[top:first] if left]
    return rest, [*above, *text_of(rows[top:], edge)], list(notes_of(rows, [at for _, at in begins]))


def beginnings(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The numbers left of the text that count on from the first one, each with its row; others end a paper's number
    that the narrow column broke: `nr.` / `57`."""
    found: list[tuple[int, int]] = []
    for at, (left, _) in enumerate(rows):
        number = number_at(left) if left else 0
        if number and (not found or number == found[-1][0] + 1):
            found.append((number, at))
    return found


def text_of(rows: Sequence[Row], edge: int) -> Iterator[Line]:
    """The text of rows, which begins at the column `edge`; white space above a line of a note alone stands above the
    text below it."""
    blanks = 0
    for left, text in rows:
        if text:
            own = max(left.blanks if left else text.blanks, blanks)
            yield replace(text, blanks=own, indent=max(0, text.indent - edge))
        blanks = left.blanks if left and text is None else 0


def notes_of(rows: Sequence[Row], begins: Sequence[int]) -> Iterator[Line]:
    """The notes of rows that begin at some of these, set at the edge of the page, with white space above each."""
    for at in range(begins[0] if begins else len(rows), len(rows)):
        left, _ = rows[at]
        if left:
            yield replace(left, indent=0, blanks=int(at in begins), turn=False)
