"""The mark that a printed list item begins with, and how marks count on."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Bullet
from build_tools.dutch.roman import roman_value
from build_tools.sources.readers.pdf.page.rows import PrintRow

SIGN = re.compile(r"(?P<sign>[•·▪▫◦●○■□►▶➢➔→✓✔‣⁃∙*§\ufffd\uf000-\uf0ff]|[–—-](?=\s)|o(?=\s))\s*(?=\S)")
"""`• tekst`; a dash, a star or the letter o is a mark only with white space behind it."""
LABEL = re.compile(
    r"(?P<open>\(?)(?:(?P<number>\d{1,2})|(?P<roman>i|[ivx]{2,5}|[IVX]{1,5})|(?P<letter>[a-z]|[A-Z]))"
    r"(?P<close>(?<=\d)°\.?|[.)])(?=\s)"
)
"""`1.`, `2)`, `(3)`, `4°.`, `iv.`, `IV.`, `b)`, `B.`."""
CLOSED = ".,;:"
"""Signs that an item ends with, and no heading."""
TAB = 0.6
"""Of the size: a gap behind a mark that is no space between words."""
LONGEST_MARK = 8
"""Signs of a printed row among which its mark ends: `(xviii)`."""
PLACE = 6.0
"""Points: marks of one list stand this near below each other."""

Counts = dict[tuple[str, int], int]
"""The last number of each list, by the style and the place of its marks."""


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
        style = "I" if match["roman"].isupper() else "i"
        return Bullet(match["open"] + style + close, roman_value(match["roman"].lower()), 0, kept=True)
    first = "A" if match["letter"].isupper() else "a"
    return Bullet(match["open"] + first + close, ord(match["letter"]) - ord(first) + 1, 0, kept=True)


def text_left(row: PrintRow, mark: Bullet) -> float:
    """Where the text behind a mark begins."""
    match = SIGN.match(row.text) or LABEL.match(row.text)
    end = mark.width or (match.end() if match else 0)
    return next((glyph.x0 for glyph in row.glyphs[end:] if glyph and not glyph.text.isspace()), row.x0)


def place_of(mark: Bullet, row: PrintRow) -> tuple[str, int]:
    """What tells one list from another inside it: the style of its marks and where they stand."""
    return mark.style, round(row.x0 / PLACE)


def counted(mark: Bullet, row: PrintRow, counts: Counts) -> int:
    """The last number of the list that a mark stands in; lists go on in another column or below another place."""
    style, left = place_of(mark, row)
    near = [counts[style, left + step] for step in (0, -1, 1) if (style, left + step) in counts]
    return near[0] if near else 0


def counts_on(mark: Bullet, row: PrintRow, counts: Counts) -> bool:
    known = {value for (style, _), value in counts.items() if style == mark.style}
    return mark.value == 1 or counted(mark, row, counts) == mark.value - 1 or mark.value - 1 in known


def is_unsure(mark: Bullet) -> bool:
    """Whether a mark can as well be an initial or the number of a heading: `I.`, `A.`, which none counts up to."""
    return mark.kept and mark.value == 1 and mark.style.strip("(.)") in ("I", "A")


def counted_on(mark: Bullet, own: Sequence[PrintRow], below: Sequence[PrintRow]) -> bool:
    """Whether what begins with a mark is an item: of the rows below its first one, the first with a mark of its style
    has the next one, and it ends as an item does; or it is Roman, and the next one stands right below it: initials
    count so by chance alone."""
    following = (mark_of(row) for row in below)
    after = next((other for other in following if other and other.style == mark.style), None)
    if after is None or after.value != mark.value + 1:
        return False
    roman = mark.style.strip("(.)") == "I" and mark_of(below[len(own) - 1]) == after
    return roman or own[-1].text[-1] in CLOSED


def settled(mark: Bullet | None, row: PrintRow, counts: Counts) -> Bullet | None:
    """`i.` after `h.` is a letter, `v.` after `iv.` a Roman number."""
    sign = row.text.split(maxsplit=1)[0].strip("().")
    if mark is None or not mark.kept or sign.lower() not in ("i", "v", "x"):
        return mark
    style = mark.style.strip("(.)")
    first, roman = ("A", "I") if sign.isupper() else ("a", "i")
    letter = replace(mark, style=mark.style.replace(style, first), value=ord(sign) - ord(first) + 1)
    number = replace(mark, style=mark.style.replace(style, roman), value=roman_value(sign.lower()))
    return next((own for own in (letter, number) if counted(own, row, counts) == own.value - 1 > 0), mark)


def tabbed(row: PrintRow, mark: Bullet) -> bool:
    """Whether a mark stands further from its text than a word from the next."""
    end = max((at for at, sign in enumerate(row.text[:LONGEST_MARK]) if sign in ".)"), default=0) if mark.kept else 0
    glyph = row.glyphs[end]
    return glyph is not None and text_left(row, mark) - glyph.x1 > TAB * row.size
