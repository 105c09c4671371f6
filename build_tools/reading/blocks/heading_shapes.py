"""How the text of a heading ends, and what a line says that heads nothing."""

import re

from build_tools.data import data
from build_tools.dutch.matching import is_half
from build_tools.reading.blocks.typesetting import ENDED

ASKING_WORDS, NUMBERED_ASKING_WORDS = 14, 20
"""Words of a heading that asks at the most: a question can be a paragraph of its own, so less is believed."""

COLON_WORDS = 4
"""The same for one that ends in a colon, as `Energietransitie:`; longer ones introduce a list or a quotation."""

SAYING_WORDS = 10
"""Words from which on a text with a finite verb or `ik` is a sentence; `Wat ik verander` is a heading."""

REMARK = re.compile(r"\(.*\)\.?$|(?:[Mm]ede )?[Nn]amens ")
"""`(ontvangen 7 juni 2024)`, `Mede namens de minister van …`."""

HEADING_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)[.:)]?\s+(?=[A-ZÀ-Þ«“‘])")
"""`1. Inleiding`, `2.3 Beleid`, `1: Vermindering`: a number before a capital."""

NUMBERS = re.compile(r"[1-9]\d?(?:(?:, ?| en | t/m |[-–])[1-9]\d?){0,20}")
"""`2`, `3 en 4`, `5 t/m 7`: which questions the text below it is about, where that is known to be its meaning."""


def is_remark(text: str) -> bool:
    """Text in brackets, or a line that only says for whom one signs, heads nothing."""
    return REMARK.match(text) is not None


def ends_as_heading(text: str, answer: bool) -> bool:
    """Whether a text ends as headings do; what stands under a question or an `answer` is none."""
    if answer:
        return False
    if text.endswith("?"):
        return len(text.split()) <= (NUMBERED_ASKING_WORDS if HEADING_NUMBER.match(text) else ASKING_WORDS)
    if text.endswith(":"):
        return len(text.split()) <= COLON_WORDS or HEADING_NUMBER.match(text) is not None
    return not ENDED.fullmatch(text) and not text.endswith((",", "-", "–")) and not goes_on(text)


def goes_on(text: str) -> bool:
    """Whether a text is surely no whole: it ends with `van de`, or is long and says who does something."""
    words = text.split()
    says = len(words) >= SAYING_WORDS and any(word in data("dutch")["sentence_words"] for word in words)
    return says or is_half(text)
