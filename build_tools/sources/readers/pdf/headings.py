"""Headings: by their type (bold, italic or larger, in a line of their own above what they head), or in whatever type.

After `with_headings`: each heading has its level, by its number and by its type among those of the document.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.dutch.captions import is_caption
from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING, Kind
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage
from build_tools.sources.readers.pdf.furniture import is_salutation
from build_tools.sources.readers.pdf.marks import CLOSED
from build_tools.sources.readers.pdf.notes.footnotes import underlines
from build_tools.sources.readers.pdf.page.columns import LARGER, Frame
from build_tools.sources.readers.pdf.page.rows import PrintRow, part_of_row
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.plain_headings import (
    CLOSED_OR_GREETING,
    QUESTION,
    counted_heads,
    heads_plainly,
    is_plain,
)
from build_tools.sources.readers.pdf.signing import OFFICE

LONGEST, MOST_ROWS = 180, 4
"""Characters and rows of a heading at the most: what is longer is text, however it is set."""
ENDED_WORDS, ITALIC_WORDS = 3, 16
"""Words above which what ends in a stop, and what is only italic, is a sentence: `Den Haag, mei.` is none."""
SIZE_STEP = 0.5
"""Points: headings whose sizes differ by less are of one level; printers scale a page by a few percent."""
CLOSING_SIGNS = "”’»\"')"
"""What can stand behind the stop of a sentence."""
NUMBER = re.compile(r"(?P<number>(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2})*)[.:)]?\s+(?=[A-ZÀ-Þ«“‘'\"\d])")
"""`3.1 Inleiding`, `IV. Slot`: the number of a heading, with a capital, a quotation or a digit behind it."""

LETTERED = re.compile(r"\(?[a-z][.)]\s+(?=[A-ZÀ-Þ])")
"""`a) Krachtenveld`: the letter of a heading, or of an item in a list."""
DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZÀ-Þ«“‘'\"]")
"""`1.2. Doelgroep en bereik`: with such a number what ends without a stop heads in whatever type."""
BRACKETED = re.compile(r"\((?!\w+\) \w)")
"""An aside, no heading: `(zie bijlage 2)`; but `(Voortgang) wet- en regelgeving` can be one."""


def with_headings(found: Sequence[Typeset], frame: Frame, lined: set[PrintRow]) -> list[Typeset]:
    """The same settings, headings marked; `lined` are the rows that are underlined."""
    asked = counted_heads(found, frame)
    heads: list[bool] = []
    for at in range(len(found)):
        heads.append(at in asked or is_heading(found, at, frame, lined) or heads_plainly(found, at, heads, frame))
    start = next((at for at, one in enumerate(found) if not heads[at] and len(one.rows) > 1), 0)
    below = [one for at, one in enumerate(found) if heads[at] and at + 1 >= start]
    ranks = sorted({rank(one) for one in below})
    return [
        replace(setting, kind=Kind.HEADING, mark=None, level=level_of(setting, ranks), sure=False) if head else setting
        for setting, head in zip(found, heads, strict=True)
    ]


def is_heading(found: Sequence[Typeset], at: int, frame: Frame, lined: set[PrintRow]) -> bool:
    """Whether a paragraph is a heading."""
    own = found[at]
    text = own.text
    if not is_plain(own) or at + 1 == len(found):
        return False
    if QUESTION.fullmatch(text):
        return True
    if len(own.rows) > MOST_ROWS or len(text) > LONGEST or not re.search(r"[^\W\d_]", text) or is_salutation(own.first):
        return False
    if text.endswith((";", ",")) or OFFICE.match(text) or is_caption(text):
        return False
    shown = stands_out(unlettered(own), frame, lined) or (DOTTED.match(text) and text[-1] not in CLOSED)
    return bool(shown) and not is_sentence(text, found, at)


def unlettered(own: Typeset) -> Typeset:
    """The same without the letter that it begins with, which can be set as text is: `a) ` before italics."""
    match = LETTERED.match(own.first.text)
    first = part_of_row(own.first, match.end(), len(own.first.text)) if match else own.first
    return replace(own, rows=(first, *own.rows[1:]))


def stands_out(own: Typeset, frame: Frame, lined: set[PrintRow]) -> bool:
    """Whether its type is that of a heading: bold, italic, larger or underlined."""
    larger = all(row.size > LARGER * frame.size for row in own.rows)
    bold, italic = all(row.bold for row in own.rows), all(row.italic for row in own.rows)
    return larger or bold or italic or all(row in lined for row in own.rows)


def is_sentence(text: str, found: Sequence[Typeset], at: int) -> bool:
    """Whether what stands out is text all the same: a question below its number, a sentence that ends."""
    asked = at > 0 and QUESTION.fullmatch(found[at - 1].text) is not None
    words = len(text.split())
    ended = text.rstrip(CLOSING_SIGNS).endswith(".") and not NUMBER.match(text)
    labelled = NUMBER.match(text) or (LETTERED.match(text) and text[-1] not in CLOSED and not is_listed(found, at))
    italic = all(row.italic and not row.bold for row in unlettered(found[at]).rows) and not labelled
    long = (ended and words > ENDED_WORDS) or (italic and words > ITALIC_WORDS)
    small = text[:1].islower() and (not LETTERED.match(text) or is_listed(found, at))
    return asked or long or small or BRACKETED.match(text) is not None


def is_listed(found: Sequence[Typeset], at: int) -> bool:
    """Whether what begins with a letter is an item of a list: so does what stands right above or below it, in its type;
    where there are no more than two, above them stands no sentence that has ended."""
    own = unlettered(found[at]).first

    def alike(other: int) -> bool:
        one = unlettered(found[other]).first
        return bool(LETTERED.match(found[other].text)) and (one.bold, one.italic) == (own.bold, own.italic)

    above = [*takewhile(alike, range(at - 1, -1, -1))]
    below = [*takewhile(alike, range(at + 1, len(found)))]
    first = at - len(above) - 1
    closed = first >= 0 and CLOSED_OR_GREETING.fullmatch(found[first].text) is not None
    return len(above) + len(below) > (1 if closed else 0)


def rank(own: Typeset) -> tuple[float, bool, bool]:
    """How high a heading stands by its type: the larger, the bold and the upright first."""
    row = unlettered(own).first
    return -round(row.size / SIZE_STEP) * SIZE_STEP, not row.bold, row.italic


def level_of(own: Typeset, ranks: Sequence[tuple[float, bool, bool]]) -> int:
    """2 for the highest; a number with dots says it better than the type."""
    match = NUMBER.match(own.text)
    dots = match["number"].count(".") if match else 0
    return min(DEEPEST_HEADING, HIGHEST_HEADING + max(ranks.index(rank(own)) if rank(own) in ranks else 0, dots))


def underlined(found: Sequence[Typeset], sheets: Sequence[DrawnPage]) -> set[PrintRow]:
    """The rows with a rule under all of their text."""
    rules = {sheet.number: [rule for rule in sheet.rules if rule.lies] for sheet in sheets}
    return {row for one in found for row in one.rows if any(underlines(rule, row) for rule in rules.get(row.page, ()))}
