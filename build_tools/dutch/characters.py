"""Characters that a page must not carry as they are: each gets a form that is harmless and can be seen.

After `visible`: white space is single plain spaces (no-break and thin ones stay what they are), no character
controls anything, and the text can be written as UTF-8. Every other character is what it was.
"""

import re
import unicodedata
from collections.abc import Mapping

_SPACE = re.compile("[ \t\n\v\f\r\x85\u2028\u2029]+")
"""White space that only sets lines; the no-break space is a sign of a text."""
_C0 = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_NAMED = [*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_UNKNOWN = [*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
_FORMS: dict[int, str] = {
    **_C0,  # Unicode has a picture for each of these
    **{code: f"⟨U+{code:04X}⟩" for code in _NAMED},  # C1 controls, and those that turn the direction of text
    **dict.fromkeys(_UNKNOWN, "\ufffd"),  # what is no character at all
}

LOOK_ALIKE = frozenset(
    frozenset(pair.split()) for pair in ("in m", "ni m", "rn m", "ri n", "ii u", "cl d", "li h", "vv w", "ij y", "ij ÿ")
) | frozenset(map(frozenset, ("ao", "ec", "eo", "oc", "il", "hb", "ft", "gq", "ij", "un")))
"""Letters that a machine takes for each other, as they look alike on paper."""


def visible(text: str) -> str:
    """Fold white space and show control characters."""
    if text.isprintable() and "  " not in text:  # as nearly all texts are: nothing to do
        return text
    return _SPACE.sub(" ", text).translate(_FORMS)


_LEGIBLE = {code: form for code, form in _FORMS.items() if chr(code) not in "\t\n\v"}


def legible(text: str) -> str:
    """Show control characters, sign by sign, but for those that part passages, and the cells and rows of a table."""
    return text if text.isprintable() else text.translate(_LEGIBLE)


class Dropped(dict[int, int | str | None]):
    """A table for `str.translate` that takes out signs of some Unicode categories; of each sign it is asked once."""

    def __init__(self, categories: str, others: Mapping[int, str]) -> None:
        super().__init__(others)
        self._categories = frozenset(categories.split())

    def __missing__(self, code: int) -> int | None:
        self[code] = kept = None if unicodedata.category(chr(code)) in self._categories else code
        return kept


_JOINED = {code: unicodedata.normalize("NFKD", chr(code)) for code in (*range(0xFB00, 0xFB07), 0x132, 0x133)}
"""Letters that type joins: `ﬁ`, `ĳ`."""
_TYPED = Dropped("Cf", _JOINED)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
"""Where alone such letters and signs are: of most texts a hundredth."""


def letter_by_letter(text: str) -> str:
    """The text as one types it: joined letters apart, and without signs that are not seen, such as soft hyphens."""
    return text if text.isascii() else _BEYOND_ASCII.sub(lambda run: run[0].translate(_TYPED), text)


def cells_apart(text: str) -> str:
    """The text of a table as one line: a sign between its cells, and another one between its rows."""
    return text.replace("\t", " · ").replace("\n", " | ").replace("\v", " | ")


def without_accents(text: str) -> str:
    """A text in small letters, without accents."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
