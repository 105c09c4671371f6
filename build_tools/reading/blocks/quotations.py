"""Paragraphs of a quotation: each begins with the sign that opens it, or is a quotation as a whole."""

import re

from build_tools.reading.blocks.measure import first_word
from build_tools.reading.blocks.typesetting import ROUGH, PrintedLines

QUOTES = {"«": "»", "“": "”", "‘": "’", '"': '"', "'": "'"}
"""Signs that open a quotation, with those that close it."""

OPENS_QUOTE = re.compile(r"[«“‘\"'](?=[A-ZÀ-Þ])")
"""`«De`: a sign that opens, before a sentence; `'t Zandt` and `’s-Gravenhage` begin with none."""

WHOLE_QUOTE = re.compile(r"[“\"][^”\"]+[.?!][”\"]|«[^»]+[.?!]»|[‘'][^’']+[.?!][’']")
"""`«De kade is veilig.»`: a line that is a quotation from its first sign to its last, and so a paragraph of its own."""

LONGEST_QUOTED = 20
"""Lines of a paragraph of a quotation at the most."""


def begins_paragraph(page: PrintedLines, at: int) -> bool:
    """Whether a line below the end of a sentence begins a paragraph, though the line above may be full: it goes on in a
    quotation, or stands below a whole one."""
    return reopens(page, at) or WHOLE_QUOTE.fullmatch(page.texts[at - 1]) is not None


def reopens(page: PrintedLines, at: int) -> bool:
    """Whether a line opens a quotation that is open: each paragraph of a long one begins with the sign that opens."""
    sign = page.texts[at][0]
    if not OPENS_QUOTE.match(page.texts[at]):
        return False
    for text in reversed(page.texts[max(0, at - LONGEST_QUOTED) : at]):
        if QUOTES[sign] in text[1:]:
            return False
        if text[0] == sign:
            return True
    return False


def goes_on_quoted(page: PrintedLines, at: int) -> bool:
    """Whether a line without that sign stands in a quotation whose paragraphs each begin with it: it goes on in the
    last of them. That is set narrower than the text, so that some room is left on its lines; much ends it."""
    above = range(at - 1, max(at - 1 - LONGEST_QUOTED, 0), -1)
    first = next((up for up in above if OPENS_QUOTE.match(page.texts[up])), 0)
    if not first or OPENS_QUOTE.match(page.texts[at]) or not reopens(page, first):
        return False
    closes = QUOTES[page.texts[first][0]]
    room = page.filled(at - 1) + page.width(" " + first_word(page.printed[at])) <= ROUGH * page.measures[at - 1]
    return not room and not any(closes in text[1:] for text in page.texts[first:at])
