"""Letters of fonts that draw signs in their place, as the signs that a reader sees."""

from build_tools.data import data

PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the characters of such a font, in the part of Unicode that means nothing by itself."""
SOFT_HYPHEN = "\u00ad"
NO_BREAK_HYPHEN = "\u2011"


def drawn(text: str | None, font: str) -> str:
    """Text as it is shown in a font. A hyphen that only says where a word may break is not shown; one at which it may
    not break is a hyphen.
    """
    shown = (text or "").replace(SOFT_HYPHEN, "").replace(NO_BREAK_HYPHEN, "-")
    table = data("symbols")["fonts"].get(font.lower())
    if table is None and not any(ord(letter) in PRIVATE for letter in shown):
        return shown
    return "".join(sign(letter, table) for letter in shown)


def sign(letter: str, table: dict[str, str] | None) -> str:
    """What one letter is drawn as; a letter in no table is drawn as itself or as a sign of a list."""
    code = ord(letter)
    plain = chr(code - PRIVATE.start) if code in PRIVATE else letter
    if table and plain in table:
        return table[plain]
    if code in PRIVATE:
        return str(data("symbols")["signs"].get(letter, plain if table is not None and plain.isalnum() else letter))
    return letter
