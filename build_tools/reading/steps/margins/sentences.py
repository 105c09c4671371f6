"""Sentences in a margin that ask whoever answers to name the letter, whatever their words."""

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data import data
from build_tools.draft import Line
from build_tools.reading.steps.margins.addresses import NARROW

LINES = 6
"""Lines of such a sentence at the most."""

LEAST_LINES = 2
"""And at the least: one line alone can be a sentence of the text."""


def asking_end(lines: Sequence[Line], at: int) -> int:
    """The index after a sentence on narrow lines that asks to name the reference: `Verzoeke in uw antwoord` / `ons
    kenmerk te vermelden.`; `at` where none begins."""
    if not lines[at].text[:1].isupper():
        return at
    for end in range(at + 1, min(at + 1 + LINES, len(lines) + 1)):
        text = lines[end - 1].text
        if len(text) > NARROW or (end > at + 1 and not goes_on(lines[end - 1], lines[at].page)):
            return at
        if text.endswith("."):
            whole = " ".join(line.text for line in lines[at:end])
            return end if end - at >= LEAST_LINES and asks(whole) else at
    return at


def goes_on(line: Line, page: int) -> bool:
    """Whether a line can be a further one of a sentence that began on this page."""
    return line.page == page and not line.blanks and line.text[:1].islower()


def asks(sentence: str) -> bool:
    """Whether a sentence is about naming a reference: `met vermelding van het kenmerk`, `ons kenmerk vermelden`."""
    return "vermeld" in sentence.lower() and naming().search(sentence.lower()) is not None


@cache
def naming() -> re.Pattern[str]:
    """The names of a reference, as words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, data('margin')['references']))})\b")
