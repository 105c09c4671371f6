"""Numbers and signs as word processors write them before paragraphs and notes."""

from collections.abc import Callable

from build_tools.data import data
from build_tools.sources.readers.office.written import Label

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LARGEST_ROMAN = 4000
FOOTNOTE_SIGNS = "*†‡§"
ALPHABET = 26


def roman(n: int) -> str:
    """4 as `iv`."""
    text = ""
    for value, letters in ROMAN if n < LARGEST_ROMAN else ():
        while n >= value:
            text, n = text + letters, n - value
    return text or str(n)


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
