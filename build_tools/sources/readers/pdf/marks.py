"""The mark that a printed list item begins with."""

import re

from build_tools.draft import Bullet
from build_tools.dutch.roman import roman_value
from build_tools.sources.readers.pdf.rows import PrintRow

SIGN = re.compile(r"(?P<sign>[•·▪▫◦●○■□►▶➢➔→✓✔‣⁃∙*§\ufffd\uf000-\uf0ff]|[–—-](?=\s)|o(?=\s))\s*(?=\S)")
"""`• tekst`; a dash, a star or the letter o is a mark only with white space behind it."""
LABEL = re.compile(
    r"(?P<open>\(?)(?:(?P<number>\d{1,2})|(?P<roman>i|[ivx]{2,5})|(?P<letter>[a-z]))(?P<close>[.)])(?=\s)"
)
"""`1.`, `2)`, `(3)`, `iv.`, `b)`."""


def mark_of(row: PrintRow) -> Bullet | None:
    """The mark at the beginning of a row: a sign is cut away, a number or letter is a word of the text."""
    if match := SIGN.match(row.text):
        return Bullet("–" if match["sign"] in "–—-" else match["sign"], 0, match.end(), kept=False)
    if match := LABEL.match(row.text):
        if match["open"] and match["close"] == ".":
            return None
        return label(match)
    return None


def is_mark(text: str) -> bool:
    """Whether a row is no more than a mark: its item stands far behind it."""
    match = SIGN.match(f"{text} x") or LABEL.match(f"{text} x")
    return match is not None and match.end() >= len(text)


def label(match: re.Match[str]) -> Bullet:
    """A number or letter as the mark of an item: its style, its value in a count."""
    close = match["close"]
    if match["number"]:
        return Bullet(match["open"] + "1" + close, int(match["number"]), 0, kept=True)
    if match["roman"]:
        return Bullet(match["open"] + "i" + close, roman_value(match["roman"]), 0, kept=True)
    return Bullet(match["open"] + "a" + close, ord(match["letter"]) - ord("a") + 1, 0, kept=True)


def text_left(row: PrintRow, mark: Bullet) -> float:
    """Where the text behind a mark begins."""
    match = SIGN.match(row.text) or LABEL.match(row.text)
    end = mark.width or (match.end() if match else 0)
    return next((glyph.x0 for glyph in row.glyphs[end:] if glyph and not glyph.text.isspace()), row.x0)
