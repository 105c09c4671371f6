"""Marks that begin a list item, and how deep the item lies."""

import re
from collections.abc import Mapping, Sequence, Set
from itertools import islice

from build_tools.draft import Bullet
from build_tools.dutch.roman import roman_value

BULLETS = "•·▪▫◦●○■□►▶➢➔→✓✔‣⁃∙*§�\uf0b7\uf0a7\uf02d\uf0d8\uf076\uf0fc\uf0e0\uf06e\uf071"
"""Signs of items; those of private use are what the fonts Symbol and Wingdings leave behind."""

MARK = re.compile(
    rf"(?P<sign>(?!§ ?\d)[{re.escape(BULLETS)}](?=\s|$|\S)|[–—-](?=\s|$)|o(?=\s+[A-Z«“‘a-z€(\d]))\s*"
    r"|(?P<label>\((?P<bracketed>\d{1,2})\)|(?P<ordinal>\d{1,2})°\.?|(?P<number>\d{1,2})[.)]|\(?(?P<roman>i|[ivx]{2,5})[.)]|\(?(?P<letter>[a-z]|(?P<one>[a-hj-l])(?P=one))[.)]|\(?(?P<great>[IVX]{2,5})[.)]|\(?(?P<capital>[A-Z])[.)])"
    r"(?=\s)\s*"
)
"""`• `, `– `, `o ` (a bullet of Word, before a word and not in `o.a.`), `1°. `, `1. `, `1) `, `(1) `, `a) `, `aa. `,
`iv. `, `IV. `, `A. `. Alone `i` is a Roman number, `v` and `x` are letters, if the marks around them do not tell
otherwise."""

LETTERS = 26
"""Letters of the alphabet; behind `z.` lists go on with `aa.`, `bb.`."""

EITHER = {"i": 1, "ii": 2, "v": 5, "x": 10}
"""Letters that are a Roman number as well: `i.` is the ninth item behind `h.`, `ii.` the one behind `hh.`."""

ONE_LETTER = re.compile(r"\(?(ii|[ivx])[.)]")
"""A mark that can be a letter or a Roman number: `i)`, `(v)`, `x.`."""

ONE_CAPITAL = re.compile(r"\(?([IVX])[.)]")
"""The same in capitals: `I.` is a Roman number where `II.` begins a line as well."""

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
    if match["ordinal"]:
        return Bullet("1°", int(match["ordinal"]), 0, True)
    if match["number"]:
        return Bullet("1" + close, int(match["number"]), 0, True)
    if roman := match["roman"] or match["great"]:
        return Bullet(("i" if match["roman"] else "I") + close, roman_value(roman.lower()), 0, True)
    letter = match["letter"] or match["capital"]
    return Bullet(("a" if match["letter"] else "A") + close, letter_value(letter), 0, True)


def marks_of(texts: Sequence[str]) -> list[Bullet | None]:
    """The mark that each line begins with, where the marks before and behind it tell what it is.

    `i.` counts on from `h.`, `v.` from `iv.`; a capital is a mark only in a row of them, and else an initial.
    """
    found = with_great_numbers(texts, [bullet_of(text) for text in texts])
    last: dict[str, int] = {}
    for at, bullet in enumerate(found):
        if bullet and bullet.kept:
            if one := ONE_LETTER.match(texts[at]):
                bullet = found[at] = settled(bullet, one[1], last, found, at)
            last[bullet.style] = bullet.value
    seen = {(bullet.style, bullet.value) for bullet in found if bullet}
    return [None if bullet and alone(bullet, seen) else bullet for bullet in found]


def with_great_numbers(texts: Sequence[str], marks: Sequence[Bullet | None]) -> list[Bullet | None]:
    """The marks, of which `I.`, `V.` and `X.` are Roman numbers where the one before or behind them is there too."""
    seen = {(mark.style, mark.value) for mark in marks if mark and mark.style[0] == "I"}
    found = list(marks)
    for at, mark in enumerate(marks):
        one = ONE_CAPITAL.match(texts[at]) if mark and seen else None
        if mark and one:
            style, value = "I" + mark.style[1:], EITHER[one[1].lower()]
            if {(style, value - 1), (style, value + 1)} & seen:
                found[at] = Bullet(style, value, 0, True)
    return found


def settled(bullet: Bullet, letter: str, last: Mapping[str, int], marks: Sequence[Bullet | None], at: int) -> Bullet:
    """A mark that can be a letter or a Roman number as the one that counts on, or that the next one counts on from."""
    close = bullet.style[1:]
    readings = [Bullet("a" + close, letter_value(letter), 0, True), Bullet("i" + close, EITHER[letter], 0, True)]
    styles = [own.style for own in readings]
    after = next((mark for mark in islice(marks, at + 1, None) if mark and mark.style in styles), None)
    counting = [own for own in readings if last.get(own.style, 0) == own.value - 1]
    between = [own for own in counting if after and (after.style, after.value) == (own.style, own.value + 1)]
    begun = [own for own in counting if own.value > 1]
    return (*between, *begun, bullet)[0]


def alone(bullet: Bullet, seen: Set[tuple[str, int]]) -> bool:
    """Whether a mark is a capital whose neighbour in its row begins no line: an initial, as of `J. Jansen`, or the
    number of a heading; or a letter that is there twice with none before it in a row: `ff. wachten`."""
    if bullet.style[0] == "a" and bullet.value > LETTERS:
        return (bullet.style, bullet.value - 1) not in seen
    beside = {(bullet.style, bullet.value - 1), (bullet.style, bullet.value + 1)}
    return bullet.style[0] in "AI" and not beside & seen


def letter_value(letter: str) -> int:
    """`c` and `C` as 3, `cc` as 29."""
    return ord(letter[0].lower()) - ord("a") + 1 + LETTERS * (len(letter) - 1)


def depths(styles: Sequence[str | None], indents: Sequence[int]) -> list[int]:
    """How deep each item lies, from 1: a new style (or a deeper indent) inside a list opens a list in it.

    `styles` has None for what is no item, which ends the list, and "" for an item whose mark was lost, which is one of
    those above it.
    """
    found: list[int] = []
    stack: list[tuple[str, int]] = []
    for style, indent in zip(styles, indents, strict=True):
        if style is None:
            stack = []
            found.append(0)
            continue
        style, indent = level = stack[-1] if stack and not style else (style, indent)
        same = [at for at, (known, left) in enumerate(stack) if known == style and abs(left - indent) <= OUT_OF_LINE]
        if same:
            stack = stack[: same[-1] + 1]
        else:
            while stack and stack[-1][1] > indent + OUT_OF_LINE:
                stack.pop()
            stack.append(level)
        found.append(len(stack))
    return found
