"""Whether a group of lines is a heading, by how it looks and what stands around it."""

import re
from collections.abc import Sequence

from build_tools.draft import Line
from build_tools.dutch.matching import is_closing
from build_tools.reading.blocks.forms import heads_table
from build_tools.reading.blocks.heading_shapes import (
    CASE,
    HEADING_MARK,
    HEADING_NUMBER,
    LABEL_VALUE,
    NUMBERS,
    QUESTION,
    ends_as_heading,
    gives_value,
    is_remark,
)
from build_tools.reading.blocks.line_groups import LineGroup, text_of
from build_tools.reading.blocks.numbered_headings import NUMBERED_QUESTION
from build_tools.reading.blocks.parting import OPENS, opens_or_closes

LONGEST_HEADING, HEADING_LINES = 150, 3
"""Characters and lines of a heading at the most: what is longer says something. In the five seeds 105 are the most."""


HEADING_WORDS, NUMBERED_WORDS = 18, 24
"""Words of a heading at the most, and of one with a number. Chosen by measure; the longest of the five seeds has 14."""

ANSWERS = re.compile(
    r"(?:Antwoord(?:en)?|Beantwoording|Vragen|De (?:antwoorden|vragen)) .*(?:[^.]|ingezonden [^()]*\)\.)"
)
ANSWERS_LINES = 6
"""What names an annex with answers: who answers whose questions about what, and when these were put, on six lines at
the most; no sentence, it has no stop but behind that day."""

WORD = re.compile(r"[A-Za-zÀ-ÿ]{2}")
"""Two letters in a row: a line of figures or dashes has none, and heads nothing."""

TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{2}[.!?] [A-Z]")
"""A sentence that ends before another: `… aan het werk. De gemeenten …`."""

UNNUMBERED = "Bijlage. "
"""What names the only annex before its title: its stop ends no sentence."""

LABELLED = re.compile(
    r"(?:Vraag|Antwoord(?:en)?(?: op vra(?:ag|gen))?|Bijlage|Deel|Hoofdstuk|Paragraaf|Pijler|Spoor|Thema|Actielijn"
    r"|Doel|Ad)\b[ \d,en.:–-]*"
    r"|I{1,3}|IV|VI{0,3}|IX"
)
"""A label with its number and nothing else is a heading, whatever follows: `Vraag 1`, `Antwoord op vraag 3, 4 en 5`;
a Roman number alone as well, as amendments have them."""

QUOTES = "«“„‘\"'"
"""What a quotation begins with."""

SECTION = "§ "
"""What can stand before the number of a heading."""

ASKED = re.compile(r"(?:Vraag|Antwoord|VRAAG|ANTWOORD)")
"""`Vraag 3`, `ANTWOORD 3`: below it stands the text of one."""

ANSWERED = re.compile(r"(?:Antwoord|ANTWOORD)(?:en)?(?::?|(?: \d{1,3})?: .+)")
"""What stands between a question and its answer, or begins that; with a number it is a heading by itself."""

WIDE_GAPS = re.compile(r"   (?<=\S   ) *\S.*\S {3,}\S")
"""`Plaats      Datum      Wijziging`: the row of a table with three cells or more, and no words of a heading."""


def is_heading(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Short, not ended as a sentence, and with text below it that begins anew."""
    own = groups[index]
    text = text_of(lines, own)
    if any(line.heading for line in lines[own.start : own.end]):
        return True
    if (
        LABELLED.fullmatch(text)
        or QUESTION.fullmatch(text)
        or (CASE.fullmatch(text) and above_question(lines, groups, past_remark(lines, groups, index)))
    ):
        return True
    if ANSWERS.fullmatch(text) and own.end - own.start <= ANSWERS_LINES and heads_questions(lines, groups, index):
        return True
    if is_answered(lines, groups, index) or any(WIDE_GAPS.search(line.text) for line in lines[own.start : own.end]):
        return False
    if len(text) > LONGEST_HEADING or own.end - own.start > HEADING_LINES or not WORD.search(text):
        return False
    if TWO_SENTENCES.search(text.removeprefix(UNNUMBERED)) or heads_table(lines, groups, index) or gives_value(text):
        return False
    first = text.lstrip(f"{OPENS}{SECTION}")[:1]
    if not (first.isupper() or first.isdigit() or HEADING_MARK.match(text)) or opens_or_closes(text) or is_remark(text):
        return False
    sure = HEADING_NUMBER.match(text) or heads_questions(lines, groups, index)
    longest = NUMBERED_WORDS if sure else HEADING_WORDS
    if not followed(lines, groups, index) or len(text.split()) > longest:
        return False
    if text.endswith(":") and introduces(lines, groups[index + 1]) and not HEADING_NUMBER.match(text):
        return False
    return ends_as_heading(text, asked(lines, groups, index))


def introduces(lines: Sequence[Line], after: LineGroup) -> bool:
    """Whether what stands below a colon is an item of a list or a quotation: `De raad schrijft hierover:` / `«…»`."""
    return after.bullet is not None or text_of(lines, after).startswith(tuple(QUOTES))


def past_remark(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> int:
    """The place of a group, or of the remark below it: `(ingezonden 24 juni 2013)`."""
    return index + (index + 1 < len(groups) and is_remark(text_of(lines, groups[index + 1])))


def is_answered(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a block is a question with `Antwoord` right below it: it is asked there, and heads nothing."""
    below = text_of(lines, groups[index + 1]) if index + 1 < len(groups) else ""
    answered = ANSWERED.fullmatch(below) or (below.startswith("Antwoord") and QUESTION.fullmatch(below))
    return text_of(lines, groups[index]).endswith("?") and bool(answered)


def heads_questions(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a block stands below a signature and right above the first question: it names the annex with these."""
    return index > 0 and groups[index - 1].signature and above_question(lines, groups, index)


def above_question(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether the block below is the heading of a question."""
    if index + 1 == len(groups):
        return False
    after = groups[index + 1]
    text = text_of(lines, after)
    first = NUMBERED_QUESTION.fullmatch(text) is not None and text.startswith("1. ")
    return first or QUESTION.fullmatch(text) is not None or heads_by_number(lines[after.start])


def followed(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a block follows that can stand under a heading: it does not go on in a small letter; nor does it close
    the letter, where what stands here is a label with its value."""
    if index + 1 >= len(groups) or groups[index + 1].signature:
        return False
    after = groups[index + 1]
    below = text_of(lines, after)
    if is_closing(below) and LABEL_VALUE.fullmatch(text_of(lines, groups[index])):
        return False
    return after.bullet is not None or not below.lstrip(OPENS)[:1].islower()


def asked(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether the block stands under `Vraag 3`, `Antwoord 3` or a `3` that heads one: what stands there is its text,
    however short. So is a question among others below `Vraag 3 en 4`."""
    while index:
        above, own = groups[index - 1], text_of(lines, groups[index])
        if ASKED.match(text_of(lines, above)) or heads_by_number(lines[above.start]):
            return True
        if not (own.endswith("?") and text_of(lines, above).endswith("?")):
            return False
        index -= 1
    return False


def heads_by_number(line: Line) -> bool:
    """Whether a line is the number of a question that stands alone."""
    return line.heading and NUMBERS.fullmatch(line.plain) is not None
