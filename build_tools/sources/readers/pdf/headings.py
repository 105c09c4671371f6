"""Headings by their type: bold, italic or larger, in a line of their own above what they head.

After `with_headings`: each heading has its level, by its number and by its type among those of the document.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from build_tools.dutch.captions import is_caption
from build_tools.dutch.matching import is_closing
from build_tools.dutch.roman import roman
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
    r"(?:Toelichting|Antwoord):?|(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: op (?:de )?vra(?:ag|gen))? \d[\d, en.:t/m–-]*"
)
"""`Vraag 1`, `Antwoord op vragen 4, 5 en 6`, `Antwoord:`: headings in whatever type."""
NEXT = 3
"""Numbers of questions alone on a line count on by so much at the most: one or two can have come into a text."""
NUMBERS = re.compile(r"(\d{1,2})(?:(?:, | en | t/m )(\d{1,2}))*\.?")
"""`3`, `4.`, `5 en 6`: the numbers of questions alone on a line."""
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")
"""`I`, `II`: the parts of an amendment, alone on a line."""
NUMBER = re.compile(r"(?P<number>(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2})*)[.:)]?\s+(?=[A-ZÀ-Þ«“‘'\"\d])")
"""`3.1 Inleiding`, `IV. Slot`: the number of a heading, with a capital, a quotation or a digit behind it."""

LETTERED = re.compile(r"\(?[a-z][.)]\s+(?=[A-ZÀ-Þ])")
"""`a) Krachtenveld`: the letter of a heading, or of an item in a list."""
DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-ZÀ-Þ«“‘'\"]")
"""`1.2. Doelgroep en bereik`: with such a number what ends without a stop heads in whatever type."""
TITLE = re.compile(r"(?=.{3,80}$)(?=.*[^\W\d_]{3})(?![\w()]{1,20}: |[A-Z]{1,4}\. [a-z])[A-ZÀ-Þ\d§«“‘'\"].*\w[»”’'\")]?")
"""`Ten aanzien van de meetmethode`: what a heading in whatever type looks like. It is short and has a word and no stop;
`Noot: zie ook punt 3` is an entry with its label, `I. van der Boom` a name."""
AT_EDGE = 2.0
"""Points: what stands at the edge of its column begins no further from it."""
ENDS = re.compile(r"(?:(?<!\d)[.:]|[?!])[»”’'\")\]]{0,2} ?[\d)\]\[]{0,5}$")
"""A sentence ends here, perhaps with the call of a note behind it: `plan.5`, `in 2012? 2)`, not `Monitoring 2.0`."""
SENTENCE_WORDS, BETWEEN = 6, 3
"""Words of a line that ends in a stop and is a sentence, also behind a number: `… uit in 2012.`; how many lines that
look as headings do can stand below each other."""
SIGNED = 3
"""Paragraphs behind an office or a closing that can still be of the signature."""
CLOSED_OR_GREETING = re.compile(r".*(?:[.?!][»”’'\")\]\d]{0,5}|^.{0,60},)", re.DOTALL)
"""What has ended above a heading; also `Geachte voorzitter,`."""
ANNEX = re.compile(r"(?:Bijlage|BIJLAGE)(?: (?:\d{1,2}|[IVX]{1,4}|[A-Z]))?(?:[.:]? [A-ZÀ-Þ].*)?")
"""`Bijlage`, `BIJLAGE II`, `Bijlage 1: Overzicht van moties`."""
BRACKETED = re.compile(r"\((?!\w+\) \w)")
"""An aside, no heading: `(zie bijlage 2)`; but `(Voortgang) wet- en regelgeving` can be one."""


def with_headings(found: Sequence[Typeset], frame: Frame, lined: set[PrintRow]) -> list[Typeset]:
    """The same settings, headings marked; `lined` are the rows that are underlined."""
    asked = question_numbers(found) | roman_numbers(found)
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


def heads_plainly(found: Sequence[Typeset], at: int, heads: Sequence[bool], frame: Frame) -> bool:
    """Whether a line in the type of the text heads what follows: short, without a stop, at the edge of its column,
    below what has ended and above a sentence, perhaps with more such lines between; or it says that an annex begins
    at the top of a page. `heads` says of those before it whether they are headings."""
    own, above = found[at], found[at - 1] if at else None
    edge = frame.on(own.first.page).lefts[frame.column(own.first)]
    at_edge = abs(own.first.x0 - edge) < AT_EDGE
    if not is_title(own) or not at_edge or not above or QUESTION.fullmatch(above.text):
        return False
    if ANNEX.fullmatch(own.text) and above.last.page < own.first.page:
        return True
    closed = heads[at - 1] or above.kind is Kind.ITEM or CLOSED_OR_GREETING.fullmatch(uncalled(above)) is not None
    below = next((one for one in found[at + 1 : at + 1 + BETWEEN] if not is_title(one)), None)
    return (closed or follows_signature(found, at)) and below is not None and is_running(below)


def follows_signature(found: Sequence[Typeset], at: int) -> bool:
    """Whether a page begins here, and the one before it ends with who sign."""
    ends = [one for one in found[max(0, at - SIGNED) : at] if OFFICE.match(one.text) or is_closing(one.text)]
    return bool(ends) and found[at - 1].last.page < found[at].first.page


def is_title(one: Typeset) -> bool:
    """Whether a paragraph is a line that looks as a heading does but for its type."""
    short = len(one.rows) == 1 and one.kind is Kind.PARAGRAPH and not one.reason and not one.cell
    text = uncalled(one)
    named = OFFICE.match(text) or is_caption(text) or is_salutation(one.first) or is_closing(text)
    return short and TITLE.fullmatch(text) is not None and not ENDS.search(text) and not named


def is_running(one: Typeset) -> bool:
    """Whether a setting is running text: it ends as a sentence does; or the heading of a question."""
    text = uncalled(one)
    if not is_plain(one):
        return False
    sentence = text.endswith((".", ":")) and len(text.split()) >= SENTENCE_WORDS
    return sentence or ENDS.search(text) is not None or QUESTION.fullmatch(text) is not None


def uncalled(one: Typeset) -> str:
    """The text of a setting without a raised sign at its end."""
    raised = [start for start, end in one.last.raised if end == len(one.last.text)]
    return one.text[: len(one.text) - len(one.last.text) + raised[0]].rstrip() if raised else one.text


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


def roman_numbers(found: Sequence[Typeset]) -> set[int]:
    """The indices of the Roman numbers that stand alone in a line and count from I to II at least."""
    alone = [at for at, one in enumerate(found) if is_plain(one) and ROMAN_NUMBER.fullmatch(one.text)]
    counted = [at for n, at in enumerate(alone, start=1) if found[at].text == roman(n).upper()]
    return set(counted) if len(counted) > 1 else set()


def is_plain(one: Typeset) -> bool:
    """Whether a setting is a paragraph or an item of the text, in no table."""
    return one.kind in (Kind.PARAGRAPH, Kind.ITEM) and not one.reason and not one.cell


def number_alone(one: Typeset) -> re.Match[str] | None:
    """The numbers that are all of a paragraph."""
    return NUMBERS.fullmatch(one.text) if is_plain(one) else None


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
