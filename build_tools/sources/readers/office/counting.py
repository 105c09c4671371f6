"""Numbers and signs as word processors write them before paragraphs and notes."""

import re
from collections.abc import Callable

from build_tools.data import data
from build_tools.dutch.roman import roman
from build_tools.sources.readers.office.written import Label, TextRun

FOOTNOTE_SIGNS = "*†‡§"
ALPHABET = 26
WORD = re.compile(r"[^\W\d_]{3}")
"""What a label has that says something by itself: `Vraag 3`, not `3.` or `c)`."""


def letters(n: int) -> str:
    """1 as `a`, 27 as `aa`, 28 as `bb`."""
    return chr(ord("a") + (n - 1) % ALPHABET) * min((n - 1) // ALPHABET + 1, ALPHABET) if n > 0 else str(n)


def signs(n: int) -> str:
    """`*`, `†`, `‡`, `§`, and then each twice."""
    return FOOTNOTE_SIGNS[(n - 1) % len(FOOTNOTE_SIGNS)] * ((n - 1) // len(FOOTNOTE_SIGNS) + 1)


FORMATS: dict[str, tuple[str, Callable[[int], str]]] = {
    "decimal": ("1", str),
    "decimalZero": ("1", lambda n: f"{n:02}"),
    "lowerLetter": ("a", letters),
    "upperLetter": ("A", lambda n: letters(n).upper()),
    "lowerRoman": ("i", roman),
    "upperRoman": ("I", lambda n: roman(n).upper()),
    "ordinal": ("1", lambda n: f"{n}e"),
    "numberInDash": ("1", lambda n: f"- {n} -"),
    "chicago": ("*", signs),
}
"""How a count is written, by the name that Word has for it: the shape, and the text of a number."""


def written(n: int, how: str) -> str:
    """A number as a format writes it; a format that is not known counts in digits."""
    return FORMATS.get(how, FORMATS["decimal"])[1](n)


def number_label(text: str, n: int, how: str) -> Label | None:
    """The label of a paragraph that is counted; None where nothing is shown."""
    text = " ".join(text.split())
    shape = FORMATS.get(how, FORMATS["decimal"])[0]
    close = text[-1:] if not text[-1:].isalnum() else ""
    return Label(text, ("(" if text.startswith("(") else "") + shape + close, max(n, 1)) if text else None


def sign_label(sign: str) -> Label | None:
    """The label of an item with a sign: one character, read from the fonts that draw signs in the place of letters."""
    shown = data("symbols")["signs"].get(sign[:1], sign[:1]).strip()
    return Label(shown, shown) if shown else None


def said(runs: tuple[TextRun, ...], label: Label | None) -> tuple[tuple[TextRun, ...], Label | None]:
    """The text and the label of a paragraph. Where it has no text, a label with a word is its text; any other one is
    counted and says nothing.
    """
    if label is None or any(run.text.strip() for run in runs):
        return runs, label
    return ((*runs, TextRun(label.text)) if WORD.search(label.text) else runs), None
