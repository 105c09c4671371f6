"""Headings by their type: bold, italic or larger, in a line of their own above what they head.

After `with_headings`: each heading has its level, by its number and by its type among those of the document.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.dutch.captions import is_caption
from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING, Kind
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage
from build_tools.sources.readers.pdf.footnotes import underlines
from build_tools.sources.readers.pdf.furniture import is_salutation
from build_tools.sources.readers.pdf.marks import CLOSED
from build_tools.sources.readers.pdf.page.columns import LARGER, Frame
from build_tools.sources.readers.pdf.page.rows import PrintRow, part_of_row
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.signing import OFFICE

LONGEST, MOST_ROWS = 180, 4
"""Characters and rows of a heading at the most: what is longer is text, however it is set."""
ENDED_WORDS, ITALIC_WORDS = 3, 16
"""Words above which what ends in a stop, and what is only italic, is a sentence: `Den Haag, mei.` is none."""
SIZE_STEP = 0.5
"""Points: headings whose sizes differ by less are of one level; printers scale a page by a few percent."""
CLOSING_SIGNS = "”’»\"')"
"""What can stand behind the stop of a sentence."""
QUESTION = re.compile(
    r"Toelichting:|(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: op (?:de )?vra(?:ag|gen))? \d[\d, en.:t/m–-]*"
)
"""`Vraag 1`, `Antwoord op vragen 4, 5 en 6`: headings in whatever type."""
NEXT = 3
"""Numbers of questions alone on a line count on by so much at the most: one or two can have come into a text."""
NUMBERS = re.compile(r"(\d{1,2})(?:(?:, | en | t/m )(\d{1,2}))*\.?")
"""`3`, `4.`, `5 en 6`: the numbers of questions alone on a line."""
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
    asked = question_numbers(found)
    heads = [at in asked or is_heading(found, at, frame, lined) for at in range(len(found))]
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
    if own.kind not in (Kind.PARAGRAPH, Kind.ITEM) or own.reason or own.cell or at + 1 == len(found):
        return False
    if QUESTION.fullmatch(text):
        return True
    if len(own.rows) > MOST_ROWS or len(text) > LONGEST or not re.search(r"[^\W\d_]", text) or is_salutation(own.first):
        return False
    if text.endswith((";", ",")) or OFFICE.match(text) or is_caption(text):
        return False
    shown = stands_out(unlettered(own), frame, lined) or (DOTTED.match(text) and text[-1] not in CLOSED)
    return bool(shown) and not is_sentence(text, found, at)


def question_numbers(found: Sequence[Typeset]) -> set[int]:
    """The indices of the numbers of questions or answers that stand alone in a line: they count from 1, perhaps twice,
    and more than one stands on a page; of the numbers of pages, one does."""
    alone = [(at, match) for at, one in enumerate(found) if (match := number_alone(one))]
    counted: list[int] = []
    last = 0
    for at, match in alone:
        if int(match[1]) == 1 or 0 < int(match[1]) - last <= NEXT:
            counted.append(at)
            last = int(match[2] or match[1])
    pages = [found[at].first.page for at in counted]
    return set(counted) if len(pages) > len({*pages}) else set()


def number_alone(one: Typeset) -> re.Match[str] | None:
    """The numbers that are all of a paragraph."""
    if one.kind not in (Kind.PARAGRAPH, Kind.ITEM) or one.reason or one.cell:
        return None
    return NUMBERS.fullmatch(one.text)


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
    italic = all(row.italic and not row.bold for row in unlettered(found[at]).rows) and not NUMBER.match(text)
    long = (ended and words > ENDED_WORDS) or (italic and words > ITALIC_WORDS)
    small = text[:1].islower() and (not LETTERED.match(text) or is_listed(found, at))
    return asked or long or small or BRACKETED.match(text) is not None


def is_listed(found: Sequence[Typeset], at: int) -> bool:
    """Whether what begins with a letter is an item of a list: so does what stands right above or below it, in its type.
    """
    own = unlettered(found[at]).first
    near = [one for one in (*found[max(at - 1, 0) : at], *found[at + 1 : at + 2]) if LETTERED.match(one.text)]
    beside = [unlettered(one).first for one in near]
    return any((one.bold, one.italic) == (own.bold, own.italic) for one in beside)


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
