"""Marginal headings: printed beside a paragraph, they came out in the middle of its first sentence.

After this step each stands before the paragraph that it belongs to.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Draft, Line, Mark
from build_tools.dutch.sentences import ENDED
from build_tools.reading.blocks.heading_shapes import CASE, QUESTION, is_remark
from build_tools.reading.steps.taking_out import pages

LONGEST = 45
"""Characters of a line of a marginal heading at the most: its column is narrow (`Rol en verantwoordelijkheid`)."""

MOST_LINES = 3
"""Lines of a marginal heading at the most: what is longer in the midst of a sentence is text."""

LABEL = re.compile(r"(?:Artikel|Bijlage(?: \d+)?):?")
"""What is printed beside a heading and belongs before it: `Artikel`, `Bijlage 1:`."""

NUMBERED_LINE = re.compile(r"\d{1,3}(?:\.\d+)*\.? [A-ZÀ-Þ].*")
"""A heading with its number, which stands in the text and not beside it: `13. Integratie`, `2.1 Beleid`."""

AFTER_MARKER = re.compile(r"(?:[^\s\d]|[.!?»”’)] )\d{1,3}$")
"""A note's marker at a line's end, `beleidsreactie6` or `verplaatst. 6`: an extraction can begin a new line behind it,
so a short line that follows is text."""

CALLING = re.compile(r"[a-zà-ÿ]{3}\d{1,2}$")
"""A call at the end of a line, `De uitkomsten1`: it began a sentence, and goes on on the next line."""

WORD = re.compile(r"[A-Za-z]{3}")
"""A word, as a heading has and a row of figures (`2014 2015`) has not."""

WIDER = 1.3
"""How much longer than the heading the line of text beside it is: lines of one length are of one column."""

ROOM = 6
"""Characters that must be left on a line beyond the next word for it to be surely ended on purpose: widths of
letters differ."""

NEAR = 12
"""Lines below a question of which the longest shows how much fits on one."""

LEAST_FILLED, FILLED = 0.5, 0.8
"""The part of the length of the line above the heading that the line below it has: text goes on over the width of
the column. Where the small letter that goes on is missing, more is asked."""


def move_marginal_headings(draft: Draft) -> Draft:
    """Put each heading that stands in the midst of a paragraph's first lines before that paragraph."""
    lines: list[Line] = []
    waiting = list(draft.lines)
    while waiting:
        line, before = waiting[0], lines[-1] if lines else None
        heading = heading_in(before, waiting, beside_first=len(lines) < 2 or starts_paragraph(lines)) if before else []
        if before and is_bare_label(line) and NUMBERED_LINE.fullmatch(before.text):
            lines[-1] = labelled(before, waiting.pop(0))
        elif before and heading:
            del waiting[: len(heading)]
            heading += interleaved(waiting)
            first, *rest = heading
            moved = [
                replace(first, blanks=1, heading=True),
                *(replace(part, blanks=0, heading=True) for part in rest),
            ]
            lines[-1:] = [*moved, replace(before, blanks=1)]
            if len(waiting) > 1:
                waiting[1] = replace(waiting[1], blanks=0)
        else:
            lines.append(waiting.pop(0))
    return replace(draft, lines=tuple(lines))


def move_questions(draft: Draft) -> Draft:
    """Put the heading of a question or an answer that came out behind the first line of its text before that."""
    lines = list(draft.lines)
    for at in range(1, len(lines) - 1):
        before, line, after = lines[at - 1 : at + 2]
        amid = not (line.blanks or line.turn or after.blanks or heads_or_ends(lines, at - 1))
        begins = at == 1 or before.blanks or before.turn or ENDED.fullmatch(lines[at - 2].plain)
        if amid and begins and QUESTION.fullmatch(line.text) and len(before.text) > WIDER * len(line.text):
            lines[at - 1 : at + 1] = [replace(line, blanks=1, heading=True), replace(before, blanks=1)]
    return replace(draft, lines=tuple(lines))


def heads_or_ends(lines: Sequence[Line], at: int) -> bool:
    """Whether a line above a question ends a text or a remark, is the number of a case, or is a heading."""
    text = lines[at].plain
    ended = ENDED.fullmatch(text) is not None or is_remark(text)
    return ended or CASE.fullmatch(text) is not None or heads(lines, at)


def heads(lines: Sequence[Line], at: int) -> bool:
    """Whether a line above a question is a heading: the text of that, below it, begins in a capital, and would have had
    room for a word on this line: `Antwoorden op de vragen van het lid Meel` / `Vraag 1:` / `Is het waar …`."""
    before, after = lines[at], lines[at + 2]
    full = max(lines[at + 2 : at + 2 + NEAR], key=lambda line: len(line.text))
    return after.text[0].isupper() and ends_early(before, after, full)


def heading_in(before: Line, lines: Sequence[Line], beside_first: bool) -> list[Line]:
    """The lines of a marginal heading at the beginning of `lines`, in the midst of the paragraph of `before`."""
    for count in range(1, min(MOST_LINES, len(lines) - 1) + 1):
        part, after = lines[count - 1], lines[count]
        if not fits_margin(part, before) or (count == 1 and not part.text[0].isupper()):
            return []
        if goes_on(before, part, after, beside_first):
            return list(lines[:count])
    return []


def fits_margin(line: Line, before: Line) -> bool:
    """Short, and no end of a sentence or a list."""
    return (
        len(line.text) <= LONGEST
        and not ENDED.fullmatch(line.text)
        and not line.text.endswith((",", "-"))
        and len(before.text) > WIDER * len(line.text)
        and not AFTER_MARKER.search(before.text)
        and not CALLING.search(line.text)
        and not NUMBERED_LINE.fullmatch(line.text)
        and WORD.search(line.text) is not None
    )


def goes_on(before: Line, part: Line, after: Line, beside_first: bool) -> bool:
    """Whether the line after a short line goes on in the sentence before it.

    Beside the first line of a paragraph (`beside_first`) that line may also be a sentence of its own.
    """
    if len(after.text) < LEAST_FILLED * len(before.text):
        return False
    short = ends_early(part, after, before)
    in_sentence = (after.text[0].islower() or after.text[0].isdigit()) and not ENDED.fullmatch(before.text)
    beside = beside_first and len(after.text) > FILLED * len(before.text) and after.text[0].isupper()
    return short and (in_sentence or (beside and not part.blanks and not after.blanks))


def ends_early(line: Line, after: Line, full: Line) -> bool:
    """Whether the next line's first word would have fitted behind a line, in a column as wide as a full line."""
    return len(line.text) + len(after.text.split()[0]) + ROOM < len(full.text)


def starts_paragraph(lines: Sequence[Line]) -> bool:
    """Whether the last of these lines begins a paragraph: the one before it ends a sentence."""
    return ENDED.fullmatch(lines[-2].text) is not None


def interleaved(waiting: list[Line]) -> list[Line]:
    """The second line of a heading, printed beside the second line of the text."""
    if len(waiting) < 3:
        return []
    text, part, after = waiting[:3]
    in_sentence = not ENDED.fullmatch(text.text) and part.text[0].islower() and after.text[0].islower()
    short = ends_early(part, after, text)
    return [waiting.pop(1)] if in_sentence and short and fits_margin(part, text) else []


def is_bare_label(line: Line) -> bool:
    """Whether a line is a label and nothing else: one that stands behind the sign of a list is an item of it."""
    return LABEL.fullmatch(line.text) is not None and not line.marks and not line.cuts


def labelled(line: Line, label: Line) -> Line:
    """A heading with the label that was printed beside it put before it."""
    return replace(line, marks=(*line.marks, Mark(line.start, text=label.text + " ", start=label.start)))


def interrupts(before: Line, line: Line, after: Line) -> bool:
    """A short line like a heading between two lines of which the second goes on in the first's sentence."""
    return line.text[0].isupper() and fits_margin(line, before) and goes_on(before, line, after, beside_first=False)


def move_last_labels(draft: Draft) -> Draft:
    """`Bijlage 1:` as the last line of a page was printed beside the page's first heading."""
    lines = list(draft.lines)
    for page in reversed(pages(lines)):
        first, last = lines[page.start], lines[page.stop - 1]
        if page.stop - page.start > 1 and is_bare_label(last) and is_title(first, lines[page.start + 1]):
            lines[page.start] = labelled(first, last)
            del lines[page.stop - 1]
    return replace(draft, lines=tuple(lines))


def is_title(line: Line, after: Line) -> bool:
    """Whether a line looks like a heading of one line: a capital, no end of a sentence, white space below it."""
    return line.text[0].isupper() and not ENDED.fullmatch(line.text) and (after.blanks > 0 or after.turn)
