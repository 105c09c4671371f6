"""Margins beside the text, right of it or left, where the look of the page is kept (`pdftotext -layout`).

After these steps every line holds text of one column.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.draft import Cut, Draft, HeadLine, Line
from build_tools.dutch.matching import salutes
from build_tools.model import Reason
from build_tools.reading.signing.signatures import signatures
from build_tools.reading.steps.margin_column import is_margin_text, stated_in_margin
from build_tools.reading.steps.margin_labels import ADDRESSED, is_letters_own, thing_ends
from build_tools.reading.steps.margins.addresses import ADDRESS, NARROW, STREET
from build_tools.reading.steps.margins.labels import is_label, is_unit, label_of
from build_tools.reading.steps.margins.values import is_filed
from build_tools.reading.steps.pieces import GAP, piece
from build_tools.reading.steps.taking_out import pages

NARROW_GAP = re.compile(r"\s{2,}")
"""White space before the text column: where that begins is known, so that less than a wide gap says enough."""

FAR = 40
"""Columns from the left at which a margin on the right can begin."""

NEAR = 30
"""The same where a label or the name of a unit begins there: the page of a signature has few words, set narrow."""

WIDE_SHARE = 0.2
"""The part of the lines of a margin that can be wider than one is: addresses on the web, names without a break."""

NARROWEST = 15
"""Columns that a margin left of the text takes at the least: what begins nearer to the text hangs out of it."""

ALIGNED = 3
"""Lines that begin again at one column behind a gap make an edge there; two can by chance."""

CELLS = 3
"""A line that begins so often is the row of a table: where a table is wider than the text, its last column is no
margin."""

CROSSED = 50
"""One line in so many may run on over the edge: a web address or a heading that is set wider."""

SEVERAL = 2
"""Pages on which a margin begins at one column, at the least, that show where it does on another."""

STRAY = 1
"""Columns by which a line may begin left of its column and still belong to it: a proportional letter does not fall
on whole columns."""

TEXT_SHARE = 0.25
"""The part of the text that begins at a column which makes it the text column, the leftmost of these: lists and
quotations are set in, headings stand out."""

LEAST_BESIDE = 2
"""Lines that begin at the column of the text beside a margin, at the least: one gap makes no column."""


def take_out_right_margin(draft: Draft) -> Draft:
    """Part the text from a column to the right of it; a ministry's margin there is no text of the letter."""
    lines: list[Line] = []
    cuts: list[Cut] = []
    head: list[HeadLine] = []
    for found, edge in right_edges([draft.lines[page.start : page.stop] for page in pages(draft.lines)]):
        body: list[Line] = []
        aside: list[Line] = []
        for line in found:
            left, right = parted(line, edge)
            body += left
            aside += right
        if is_margin([line.text for line in body]) and not is_narrow([line.text for line in aside]):
            body = list(found)
        elif is_margin([line.text for line in aside]):
            cuts += [Cut(line.start, line.end, Reason.MARGIN) for line in aside]
            head += stated_in_margin(aside)
            body = without_margin_blanks(body, {line.number for line in aside})
        else:
            body = in_reading_order(body, aside)
        lines += body
    return replace(draft, lines=tuple(lines), taken=(*draft.taken, *cuts), head=(*draft.head, *head))


def right_edges(found: Sequence[Sequence[Line]]) -> Iterator[tuple[Sequence[Line], int | None]]:
    """Each page with the column at which text to the right of the running text begins; where notes or headings run
    over it, that of other pages, if lines begin there; of one other page alone, if a margin does."""
    edges = [right_margin(page) for page in found]
    usual = Counter(filter(None, edges)).most_common(1)
    for page, edge in zip(found, edges, strict=True):
        begun = ((column, count) for column, count in usual if is_edge(page, column))
        shared = (column for column, count in begun if count >= SEVERAL or stands_beside(page, column))
        yield page, edge if edge is not None else next(shared, None)


def stands_beside(page: Sequence[Line], column: int) -> bool:
    """Whether a margin stands at a column of a page."""
    return is_margin([line.text for own in page for line in parted(own, column)[1]])


def is_edge(page: Sequence[Line], column: int) -> bool:
    """Whether enough lines of a page begin, or begin again, at the column of a margin on other pages."""
    begins = sum(column in fragment_columns(line) for line in page)
    return begins >= ALIGNED and sum(crosses(line, column) for line in page) < begins


def take_out_left_margin(draft: Draft) -> Draft:
    """Take out a ministry's margin that stands left of the text, from each page on which it stands beside it."""
    lines: list[Line] = []
    cuts: list[Cut] = []
    head: list[HeadLine] = []
    for page in pages(draft.lines):
        found = draft.lines[page.start : page.stop]
        edge = text_edge(found)
        rows = [left_and_text(line, edge) for line in found]
        aside = [left for left, _ in rows if left]
        beside = [left for left, text in rows if left and text]
        alone = [left for left, text in rows if left and not text]
        own = any(is_of_letter(line.text) for line in aside)
        valued = any(is_value(line.text) for line in beside) or has_values(aside, beside)
        if is_margin([line.text for line in aside]) and valued and not own and not are_signed(found, alone):
            cuts += [Cut(line.start, line.end, Reason.MARGIN) for line in aside]
            head += stated_in_margin(aside)
            body = [text for _, text in rows if text]
            lines += without_margin_blanks(body, {line.number for line in aside})
        else:
            lines += found
    return replace(draft, lines=tuple(lines), taken=(*draft.taken, *cuts), head=(*draft.head, *head))


def are_signed(page: Sequence[Line], own: Sequence[Line]) -> bool:
    """Whether one of these lines of a page is of a signature."""
    signed = {page[at].number for run in signatures(page) for at in run}
    return any(line.number in signed for line in own)


def is_of_letter(text: str) -> bool:
    """Whether a line is surely no ministry's margin: the addressee, a salutation, a closing, the role of who signs."""
    return ADDRESSED.fullmatch(text) is not None or salutes(text) or is_letters_own(text)


def text_edge(lines: Sequence[Line]) -> int:
    """The leftmost column behind a margin at which enough of a page begins, or begins again; 0 where none is. On a page
    of few lines the gap in its head is one too; rows of a table have others."""
    begins = [columns for line in lines if len(columns := fragment_columns(line)) < CELLS]
    starts = Counter(column for columns in begins for column in columns if column >= NARROWEST)
    enough = max(LEAST_BESIDE, TEXT_SHARE * len(lines))
    return min((column for column, count in starts.items() if count >= enough), default=0)


def is_value(text: str) -> bool:
    """Whether a text is what a margin says of its sender or of the letter. A label alone can be one of a head, with its
    value in the column of the text."""
    placed = ADDRESS.fullmatch(text) or STREET.fullmatch(text)
    return is_unit(text) or (label_of(text) is None and (placed is not None or is_filed(text)))


def has_values(aside: Sequence[Line], beside: Sequence[Line]) -> bool:
    """Whether a label that stands beside the text has its value below it in the margin."""
    ends = thing_ends(aside)
    return any(end > at + 1 and line in beside for at, (line, end) in enumerate(zip(aside, ends, strict=True)))


def left_and_text(line: Line, base: int) -> tuple[Line | None, Line | None]:
    """What of a line stands left of the text column, and what in it, even where that is set in."""
    if line.indent > base - NARROWEST:
        return None, line
    if line.indent + len(line.text) < base:
        return line, None
    gaps = (gap for gap in NARROW_GAP.finditer(line.text) if line.indent + gap.end() >= base - STRAY)
    gap = next(gaps, None)
    if gap is None or line.indent + gap.start() >= base:
        return None, line
    return piece(line, 0, gap.start()), piece(line, gap.end(), len(line.text))


def is_margin(texts: Sequence[str]) -> bool:
    """Whether a column is a ministry's margin, by what it says and by how narrow it is."""
    return is_narrow(texts) and is_margin_text(texts)


def is_narrow(texts: Sequence[str]) -> bool:
    """Whether a column is set as narrow as a margin: nearly all of its lines are."""
    return sum(len(text) > NARROW for text in texts) <= WIDE_SHARE * len(texts)


def without_margin_blanks(body: Sequence[Line], beside: set[int]) -> list[Line]:
    """Lines of a margin push lines of the text apart; in the midst of a sentence that blank line means nothing."""
    kept = [*body[:1]]
    for before, line in pairwise(body):
        pushed = line.blanks == 1 and not before.text.endswith((".", "?", "!", ":", ";"))
        near = beside & set(range(before.number, line.number + 1))
        kept.append(replace(line, blanks=0) if pushed and near else line)
    return kept


def right_margin(lines: Sequence[Line]) -> int | None:
    """The column at which text to the right of the running text begins; None where there is none."""
    begins = [columns for line in lines if len(columns := fragment_columns(line)) < CELLS]
    starts = Counter(column for columns in begins for column in columns if column >= FAR)
    behind = ((line, gap.end()) for line in lines for gap in GAP.finditer(line.text))
    named = {line.indent + end for line, end in behind if line.text[end].isupper() and is_label(line.text[end:])}
    begun = {column for column, count in starts.items() if count >= ALIGNED} | {at for at in named if at >= NEAR}
    for column in sorted(begun):
        crossing = [line for line in lines if crosses(line, column)]
        if len(crossing) <= len(lines) // CROSSED:
            return column
    return None


def fragment_columns(line: Line) -> list[int]:
    """The columns at which the line's text begins, and begins again after a wide gap."""
    return [line.indent] + [line.indent + gap.end() for gap in GAP.finditer(line.text)]


def crosses(line: Line, column: int) -> bool:
    """Whether running text of the line stands at both sides of the column."""
    at = column - line.indent
    return 1 < at < len(line.text) and not line.text[at - 2 : at].isspace()


def parted(line: Line, edge: int | None) -> tuple[list[Line], list[Line]]:
    """The part of a line before the edge and the part from it on."""
    if edge is None or line.indent + len(line.text) < edge:
        return [line], []
    if line.indent >= edge - STRAY:
        return [], [line]
    for gap in GAP.finditer(line.text):
        if line.indent + gap.end() >= edge - STRAY:
            return [piece(line, 0, gap.start())], [piece(line, gap.end(), len(line.text))]
    return [line], []


def in_reading_order(body: Sequence[Line], aside: Sequence[Line]) -> list[Line]:
    """A second text column (two signatures side by side) follows the lines that it stands beside."""
    if not aside:
        return list(body)
    last = max(aside, key=lambda line: line.number).number
    before = [line for line in body if line.number <= last]
    first, *rest = aside
    return [*before, replace(first, blanks=max(1, first.blanks)), *rest, *body[len(before) :]]
