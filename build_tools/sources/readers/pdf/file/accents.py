"""Letters with an accent that a file draws apart: `s` and `¸` in one place are the `ş` that a reader sees."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.sources.readers.pdf.file.glyphs import Glyph

WITHOUT_SPACE = {"`": "\u0300", "ˆ": "\u0302", "ˇ": "\u030c"}
"""Signs for accents of which Unicode does not say that they are one on a space."""
DOTLESS = {"ı": "i", "ȷ": "j"}
"""Letters that lose their dot below an accent."""
RAISED_ABOVE = 0.5
"""Of the size: how much higher than its letter an accent can be drawn; those of capitals are, by a quarter."""


def composed(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters as seen: an accent over or under the letter drawn before or behind it is one with it."""
    before: Glyph | None = None
    for glyph in glyphs:
        whole = before and (accented(before, glyph) or accented(glyph, before))
        if before and not whole:
            yield before
        before = whole or glyph
    if before:
        yield before


def accented(letter: Glyph, accent: Glyph) -> Glyph | None:
    """The letter with the accent, where the middle of that lies within its width and both are one character."""
    combining = combining_of(accent.text)
    within = letter.x0 < (accent.x0 + accent.x1) / 2 < letter.x1
    if not combining or not within or abs(letter.base - accent.base) > RAISED_ABOVE * letter.size:
        return None
    text = unicodedata.normalize("NFC", DOTLESS.get(letter.text, letter.text) + combining)
    return replace(letter, text=text) if len(text) == 1 and text.isalpha() else None


def combining_of(sign: str) -> str:
    """The accent that a sign is on nothing: of `¸` U+0327; nothing of a sign that is no accent."""
    apart = unicodedata.normalize("NFKD", sign)
    return WITHOUT_SPACE.get(sign, apart[1:] if len(apart) == 2 and apart[0] == " " else "")
