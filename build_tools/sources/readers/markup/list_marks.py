"""The marks of list items as a file states them: signs that are left out, numbers and letters that stay."""

import re
from collections.abc import Sequence

from build_tools.draft import Bullet
from build_tools.dutch.roman import roman, roman_value

LABEL = re.compile(r"(?P<open>\(?)(?P<number>\d+|[A-Za-z]+)(?P<close>[.):°]*)")
"""`1.`, `a)`, `(ii)`, `12°`, `aa.`"""

DASHES = "–—-‐‑−"
SIGNS = {"ndash": "–", "streepje": "–", "mdash": "—", "bullet": "•", "bolletje": "•", "disc": "•", "ster": "*"}
"""What a list of a kind shows before its items, where the items do not say it themselves."""


def bullet(mark: str, marks: Sequence[str]) -> Bullet | None:
    """The mark of an item, with the marks of its whole list; None where it has none.

    The letter `o` is a sign where every item has it.
    """
    if not mark:
        return None
    sign = not any(character.isalnum() for character in mark) or (mark == "o" and set(marks) == {"o"} and marks[1:])
    if sign and len(mark) == 1:
        return Bullet("–" if mark in DASHES else mark, 0, 2, False)
    match = LABEL.fullmatch(mark)
    if not match:
        return Bullet(mark, 0, 0, True)
    number = match["number"]
    style = "1" if number.isdecimal() else "i" if is_roman(number, marks) else "a"
    shown = style.upper() if number.isupper() else style
    return Bullet(match["open"] + shown + match["close"], value_of(number, style), 0, True)


def is_roman(number: str, marks: Sequence[str]) -> bool:
    """Whether a mark counts in Roman numbers: its list begins with `i`."""
    first = re.sub(r"\W", "", marks[0]).lower() if marks else ""
    return re.fullmatch(r"[ivxl]+", number.lower()) is not None and first in ("i", "")


def value_of(number: str, style: str) -> int:
    """The value of a mark: `iv` 4, `c` 3, `12` 12."""
    if style == "1":
        return int(number[:6])
    if style == "i":
        return roman_value(number.lower())
    return ord(number[-1].lower()) - ord("a") + 1


ALPHABET = 26


def letters(value: int) -> str:
    """As browsers count in letters: 26 is `z`, 27 `aa`, 28 `ab` (CSS Counter Styles, alphabetic)."""
    before, last = divmod(max(value, 1) - 1, ALPHABET)
    return (letters(before) if before else "") + chr(ord("a") + last)


def counted(style: str, value: int, close: str) -> str:
    """The mark that a list itself counts: `3.`, `c)`, `iii.`, or its sign; nothing where it has none."""
    if style in SIGNS:
        return SIGNS[style]
    if style in ("1", "decimal"):
        return f"{value}{close}"
    if style.lower() in ("a", "alfa", "lower-alpha", "upper-alpha"):
        own = letters(value)
        return (own.upper() if style in ("A", "upper-alpha") else own) + close
    if style.lower() in ("i", "lower-roman", "upper-roman"):
        return (roman(value).upper() if style in ("I", "upper-roman") else roman(value)) + close
    return ""
