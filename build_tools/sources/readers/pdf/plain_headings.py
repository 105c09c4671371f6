"""Headings in whatever type: by what they say, by the number or letter that counts them, and by where they stand.

After `counted_heads` and `heads_plainly`: a line without a stop, at the edge of its column, below what has ended and
above running text, is a heading; a list with the same letters has its items right below each other.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from build_tools.draft import Bullet
from build_tools.dutch.captions import is_caption
from build_tools.dutch.matching import is_closing
from build_tools.dutch.roman import roman
from build_tools.model import Kind
from build_tools.sources.readers.pdf.furniture import is_salutation
from build_tools.sources.readers.pdf.marks import LABEL, mark_of
from build_tools.sources.readers.pdf.page.columns import CLOSE, Frame
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.page.unmarked_items import QUOTED
from build_tools.sources.readers.pdf.signing import OFFICE

QUESTION = re.compile(
    r"(?:Toelichting|Antwoord)[:.]?|(?:Vra(?:ag|gen)|Antwoord(?:en)?)(?: op (?:de )?vra(?:ag|gen))? \d[\d, en.:t/m–-]*"
)
"""`Vraag 1`, `Antwoord op vragen 4, 5 en 6`, `Antwoord:`, `Antwoord.`: headings in whatever type."""
NEXT = 3
"""Numbers of questions alone on a line count on by so much at the most: one or two can have come into a text."""
NUMBERS = re.compile(r"(\d{1,2})(?:(?:, | en | t/m )(\d{1,2}))*\.?")
"""`3`, `4.`, `5 en 6`: the numbers of questions alone on a line."""
ROMAN_NUMBER = re.compile(r"[IVX]{1,5}")
"""`I`, `II`: the parts of an amendment, alone on a line."""
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
AROUND = 4
"""Lines that tell whether one heads tightly: the one above it, itself, and two of the text below."""
FREE, TIGHT = 1.35, 1.04
"""Of the distance of the lines below a heading: white space above it is wider, and it stands no further from them."""
SIGNED = 3
"""Paragraphs behind an office or a closing that can still be of the signature."""
CLOSED_OR_GREETING = re.compile(r".*(?:[.?!][»”’'\")\]\d]{0,5}|[^\W\d_]{4}\. \d{1,2}|^.{0,60},)", re.DOTALL)
"""What has ended above a heading, also with the call of a note behind a space (`zaken. 1`, not `nr. 1`); also `Geachte
voorzitter,`."""
ANNEX = re.compile(r"(?:Bijlage|BIJLAGE)(?: (?:\d{1,2}|[IVX]{1,4}|[A-Z]))?(?:[.:]? [A-ZÀ-Þ].*)?")
"""`Bijlage`, `BIJLAGE II`, `Bijlage 1: Overzicht van moties`."""


def counted_heads(found: Sequence[Typeset], frame: Frame) -> set[int]:
    """The indices of what heads by its number or letter: those that are alone in a line, and those before a title."""
    return question_numbers(found) | roman_numbers(found) | labelled_heads(found, frame)


def labelled_heads(found: Sequence[Typeset], frame: Frame) -> set[int]:
    """The indices of titles behind a letter or number that head running text, each by itself: `A. Slot`, `a) Beleid`.

    Of several, the first two are there; a letter with a bracket, and a number above `1.1`, can be alone.
    """
    marks = {at: mark for at, one in enumerate(found) if (mark := title_mark(one))}
    heads: list[int] = []
    for at, mark in marks.items():
        last = next((marks[one].value for one in reversed(heads) if marks[one].style == mark.style), 0)
        counts_on = 0 < last == mark.value - 1 and stands_free(found, at)
        if (counts_on or not in_list(found, at, mark)) and heads_by_mark(found, at, marks, frame):
            heads.append(at)
    values = {(marks[at].style, marks[at].value) for at in heads}

    def counts(at: int) -> bool:
        mark = marks[at]
        both = {(mark.style, 1), (mark.style, 2)} <= values
        lettered = mark.style == "a)" and mark.value == 1
        return both or lettered or heads_parts(mark, found[at + 1 : at + 2])

    return {at for at in heads if counts(at)}


def title_mark(one: Typeset) -> Bullet | None:
    """The number or letter before a title in a line of its own."""
    match = LABEL.match(one.text)
    if not match or not is_plain(one) or len(one.rows) > 1:
        return None
    text = uncalled(one)[match.end() :].lstrip()
    return mark_of(one.first) if TITLE.fullmatch(text) and not ENDS.search(text) and not is_caption(text) else None


def heads_by_mark(found: Sequence[Typeset], at: int, marks: Mapping[int, Bullet], frame: Frame) -> bool:
    """Whether what such a mark begins stands below what has ended and above running text at the edge of its column,
    perhaps with other such titles between."""
    if not at or not is_at_edge(found[at], frame):
        return False
    above = found[at - 1]
    closed = at - 1 in marks or CLOSED_OR_GREETING.fullmatch(uncalled(above)) is not None
    below = next((one for n, one in enumerate(found[at + 1 : at + 1 + BETWEEN], at + 1) if n not in marks), None)
    running = below is not None and below.kind is Kind.PARAGRAPH and is_running(below)
    return closed and (running or heads_parts(marks[at], found[at + 1 : at + 2]))


def in_list(found: Sequence[Typeset], at: int, mark: Bullet) -> bool:
    """Whether the same count goes on right above or below what a mark begins."""
    return mark.style in (style_of(one) for one in (*found[max(0, at - 1) : at], *found[at + 1 : at + 2]))


def stands_free(found: Sequence[Typeset], at: int) -> bool:
    """Whether white space parts a line from what stands above and below it; items stand closer."""
    rows = [found[at - 1].last, found[at].first, found[at].last, *(one.first for one in found[at + 1 : at + 2])]
    steps = [b.base - a.base for a, b in pairwise(rows) if a.page == b.page and a is not b]
    return all(step < 0 or step > CLOSE * found[at].first.size for step in steps)


def heads_parts(mark: Bullet, below: Sequence[Typeset]) -> bool:
    """Whether what stands below counts on within a number: `1.1. Doelgroep` below `1. Beleid`."""
    return any(one.text.startswith(f"{mark.value}.1") and is_plain(one) for one in below)


def style_of(one: Typeset) -> str:
    """The style of the mark that a setting begins with; empty where it has none."""
    mark = mark_of(one.first)
    return mark.style if mark else ""


def is_at_edge(one: Typeset, frame: Frame) -> bool:
    """Whether a setting begins at the edge of its column."""
    return abs(one.first.x0 - frame.on(one.first.page).lefts[frame.column(one.first)]) < AT_EDGE


def heads_plainly(found: Sequence[Typeset], at: int, heads: Sequence[bool], frame: Frame) -> bool:
    """Whether a line in the type of the text heads what follows: short, without a stop, at the edge of its column,
    below what has ended and above a sentence, perhaps with more such lines between; or it says that an annex begins
    at the top of a page. `heads` says of those before it whether they are headings."""
    own, above = found[at], found[at - 1] if at else None
    tight = asks_or_announces(found, at)
    if not (tight or is_title(own)) or not is_at_edge(own, frame) or not above or QUESTION.fullmatch(above.text):
        return False
    if ANNEX.fullmatch(own.text) and above.last.page < own.first.page:
        return True
    closed = heads[at - 1] or above.kind is Kind.ITEM or CLOSED_OR_GREETING.fullmatch(uncalled(above)) is not None
    below = next((one for one in found[at + 1 : at + 1 + BETWEEN] if not is_title(one)), None)
    return (closed or follows_signature(found, at)) and (tight or (below is not None and is_running(below)))


def asks_or_announces(found: Sequence[Typeset], at: int) -> bool:
    """Whether a line that would be a title without its colon or question mark stands right above lines of running text,
    with white space above it: `Waarom dit onderzoek?`. What a sentence announces is a list, a quotation or apart."""
    if not 0 < at < len(found) - 1 or not found[at].text.endswith((":", "?")):
        return False
    above, own, below = found[at - 1], found[at], found[at + 1]
    told = is_running(below) and below.kind is Kind.PARAGRAPH and not QUOTED.match(below.text)
    rows = [above.last, own.first, *below.rows[:2]]
    if not told or len(rows) < AROUND or len({row.page for row in rows}) > 1 or not is_titled(own, own.text[:-1]):
        return False
    white, close, step = (b.base - a.base for a, b in pairwise(rows))
    return white > FREE * step and 0 < close <= TIGHT * step


def follows_signature(found: Sequence[Typeset], at: int) -> bool:
    """Whether a page begins here, and the one before it ends with who sign."""
    ends = [one for one in found[max(0, at - SIGNED) : at] if OFFICE.match(one.text) or is_closing(one.text)]
    return bool(ends) and found[at - 1].last.page < found[at].first.page


def is_title(one: Typeset) -> bool:
    """Whether a paragraph is a line that looks as a heading does but for its type."""
    text = uncalled(one)
    return is_titled(one, text) and not ENDS.search(text)


def is_titled(one: Typeset, text: str) -> bool:
    """The same of what it says, `text`, whatever it ends in."""
    short = len(one.rows) == 1 and one.kind is Kind.PARAGRAPH and not one.reason and not one.cell
    named = OFFICE.match(text) or is_caption(text) or is_salutation(one.first) or is_closing(text)
    return short and TITLE.fullmatch(text) is not None and not named


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
