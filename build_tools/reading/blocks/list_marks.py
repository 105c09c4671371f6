"""Marks that begin a list item, and how deep the item lies."""

import re
from collections.abc import Sequence

from build_tools.draft import Bullet

BULLETS = "•·▪▫◦●○■□►▶➢➔→✓✔‣⁃∙*§�\uf0b7\uf0a7\uf02d\uf0d8\uf076\uf0fc\uf0e0\uf06e\uf071"
"""Signs of items; those of private use are what the fonts Symbol and Wingdings leave behind."""

MARK = re.compile(
    rf"(?P<sign>[{re.escape(BULLETS)}](?=\s|$|\S)|[–—-](?=\s|$)|o(?=\s+[A-Z«“‘a-z€(\d]))\s*"
    r"|(?P<label>\((?P<bracketed>\d{1,2})\)|(?P<number>\d{1,2})[.)]|\(?(?P<roman>i|[ivx]{2,5})[.)]|\(?(?P<letter>[a-z])[.)])"
    r"(?=\s)\s*"
)
"""`• `, `– `, `o ` (a bullet of Word, before a word and not in `o.a.`), `1. `, `1) `, `(1) `, `a) `, `iv. `. Alone
`i` is a Roman number, `v` and `x` are letters."""

OUT_OF_LINE = 1
"""Columns by which the marks of one list may lie apart: ` 9.` above `10.`"""


def bullet_of(text: str) -> Bullet | None:
    """The mark that a line begins with; None where it begins with none."""
    match = MARK.match(text)
    if match is None:
        return None
    if match["sign"]:
        return Bullet("–" if match["sign"] in "–—-" else match["sign"], 0, match.end(), False)
    close = match["label"][-1]
    if match["bracketed"]:
        return Bullet("(1)", int(match["bracketed"]), 0, True)
    if match["number"]:
        return Bullet("1" + close, int(match["number"]), 0, True)
    if match["roman"]:
        return Bullet("i" + close, roman_value(match["roman"]), 0, True)
    return Bullet("a" + close, ord(match["letter"]) - ord("a") + 1, 0, True)


def roman_value(text: str) -> int:
    """`iv` as 4; small letters alone."""
    values = {"i": 1, "v": 5, "x": 10}
    digits = [values[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


def depths(styles: Sequence[str | None], indents: Sequence[int]) -> list[int]:
    """How deep each item lies, from 1: a new style (or a deeper indent) inside a list opens a list in it.

    `styles` has None for what is no item, which ends the list.
    """
    found: list[int] = []
    stack: list[tuple[str, int]] = []
    for style, indent in zip(styles, indents, strict=True):
        if style is None:
            stack = []
            found.append(0)
            continue
        level = (style, indent)
        same = [at for at, (known, left) in enumerate(stack) if known == style and abs(left - indent) <= OUT_OF_LINE]
        if same:
            stack = stack[: same[-1] + 1]
        else:
            while stack and stack[-1][1] > indent + OUT_OF_LINE:
                stack.pop()
            stack.append(level)
        found.append(len(stack))
    return found
