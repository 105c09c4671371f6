"""Letters that a machine lost or mistook, and signs that are none of the text.

A word with an accent stands in one print, and in the other the same word without it, or with another sign for it, which
Dutch has not; or the whole other print has no accents. A sign like `~` or `|` that only one print has is a stain, or a
rule beside a column.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.passages import KEPT
from build_tools.compare.telling.traces.place import place_of
from build_tools.compare.telling.traces.trace import Trace, alone, passage_of
from build_tools.dutch.characters import without_accents
from build_tools.dutch.tokens import words
from build_tools.dutch.word_list import known_or_made
from build_tools.model import Kind

PICTURED = re.compile(r"[lnoqvxØ§]")
"""Letters under which fonts of pictures have the marks of items: `l` is a dot, `Ø` an arrow."""

LONE = re.compile(r"[^\W\d_IUu]|[ivx]{2,5}")
"""A letter that is no word, and no number; the number of a page in the front of a report."""

MARK = re.compile(r"\(?\w{1,3}[.)]")
"""The mark of an item: `1.`, `b)`."""

UNIT = re.compile(r"[€$£%‰]")
"""A sign that says what a number counts."""

FOR_UNIT = re.compile(r"[CE?°/o0\x80]{0,3}")
"""What a machine reads for such a sign, or nothing."""

DIGITS = 20
"""Signs of a number that a letter states, at the most."""

THOUSANDS, TORN = re.compile(r"\d{1,3}(?:\.\d{3})+"), re.compile(r"\d[\d.]*")
"""`1.204`: a number with a point before each three digits, and what is left where one is lost."""

LIGATURES = ("ffi", "ffl", "ff", "fi", "fl", "ft", "tf", "ti", "tt")
"""Letters that a font prints as one sign, which a tool can lose."""

PAIR = 2
"""Letters of such a sign of which nothing stays: of three a tool can know two."""

STRAY = re.compile(r"[~=|^_¬¦•·¨´`\\\s]+")
"""Signs that running text does not have by themselves."""

ACCENTED = re.compile("[áàâäéèêëíìîïóòôöúùûüç]", re.IGNORECASE)
"""The letters with an accent that Dutch has."""


def stray_sign(comparison: Comparison, change: Change) -> Trace | None:
    """A sign that only one print has, and that no text has."""
    found = alone(comparison, change)
    return Trace(found[0], "los_teken", found[1].lines[0]) if found and STRAY.fullmatch(change.of(found[0])) else None


def item_mark(comparison: Comparison, change: Change) -> Trace | None:
    """A letter by itself at the begin of a line, where the other print has the mark of an item, or none."""
    if not (found := alone(comparison, change)):
        return None
    side, passage = found
    mark, place = change.of(side).strip(), place_of(comparison, change, side)
    own = PICTURED if passage.kind is not Kind.PARAGRAPH else LONE
    begins = own.fullmatch(mark) and passage.text.startswith(mark + " ")
    edge = place and {place.begin, place.end + 1} & {*place.printed.begins[1:]}
    return Trace(side, "los_teken", passage.lines[0]) if begins or (edge and LONE.fullmatch(mark)) else None


def lost_mark(comparison: Comparison, change: Change) -> Trace | None:
    """The mark of an item that one print lacks before the same words: `1.`."""
    if not (found := alone(comparison, change)):
        return None
    side, passage = found
    mark, other = change.of(side).strip(), passage_of(comparison, change, side.other)
    lost = other and MARK.fullmatch(mark) and passage.text.startswith(f"{mark} {other.text[:1]}")
    return Trace(side.other, "teken_weg", other.lines[0]) if other and lost else None


def lost_sign(comparison: Comparison, change: Change) -> Trace | None:
    """A sign of money or of parts that one print lacks, or has other signs for; a digit that a number lacks: `1.20`."""
    for side in Side:
        whole, rest = change.of(side.other).strip(), change.of(side).strip()
        unit = UNIT.fullmatch(whole) and FOR_UNIT.fullmatch(rest)
        if not (unit or lost_digit(whole, rest)):
            continue
        own = side if change.anchor(side) else side.other
        passage = passage_of(comparison, change, own)
        return Trace(own, "teken_weg", passage.lines[0]) if passage else None
    return None


def lost_digit(whole: str, rest: str) -> bool:
    """Whether a number lacks a digit of another one, and has no three behind its point any more."""
    torn = THOUSANDS.fullmatch(whole) and TORN.fullmatch(rest) and not THOUSANDS.fullmatch(rest)
    return (
        bool(torn)
        and "." in rest
        and len(whole) <= DIGITS
        and any(whole[:at] + whole[at + 1 :] == rest for at in range(len(whole)))
    )


def lost_capital(comparison: Comparison, change: Change) -> Trace | None:
    """A word at the begin of a passage that lacks its first letter in one print: an initial."""
    for side in Side:
        whole, rest = change.of(side.other), change.of(side)
        passage = passage_of(comparison, change, side)
        if passage and rest and whole[:1].isupper() and whole[1:] == rest and passage.text.startswith(rest):
            return Trace(side, "letters_weg", passage.lines[0])
    return None


def lost_ligature(whole: str, rest: str) -> str | None:
    """The letters printed as one sign that a word lacks, everywhere, beside the whole one: `texel`, `textiel`; of those
    with an f it can lack some: `offciële`."""
    printed = (letters for letters in LIGATURES if letters in whole)
    return next((one for one in printed if any(whole.replace(one, left) == rest for left in _left_of(one))), None)


def _left_of(letters: str) -> Sequence[str]:
    """What can be left of letters that are printed as one sign."""
    return ("", letters[1:], letters[:-1], letters[0]) if letters[0] == "f" and len(letters) > PAIR else ("",)


def lost_ligature_sign(comparison: Comparison, change: Change) -> Trace | None:
    """A word with a space, or a sign that no word has, for letters that a font prints as one: `e?ectief`."""
    for side in Side:
        whole, torn = change.of(side.other).lower(), change.of(side).lower()
        if not whole.isalpha():
            continue
        bare_word = "".join(sign for sign in torn if "a" <= sign <= "z")
        passage = passage_of(comparison, change, side)
        marked = bare_word != torn and _says_words(whole) and not _says_words(torn)
        if passage and marked and lost_ligature(whole, bare_word):
            return Trace(side, "letters_weg", passage.lines[0])
    return None


def lost_accent(comparison: Comparison, change: Change) -> Trace | None:
    """The same words, of which one print has the accents of no word, or another sign for them: `coordinatie`."""
    one, other = change.before, change.after
    if not (one and other):
        return None
    if _skeleton(one) != _skeleton(other) and without_accents(one) != without_accents(other):
        return None
    side = _with_fewer(change)
    passage = passage_of(comparison, change, side) if side else None
    if side is None or passage is None:
        return None
    lost = not _says_words(change.of(side)) or not has_accents(comparison, side)
    return Trace(side, "accent_weg", passage.lines[0]) if lost else None


def _with_fewer(change: Change) -> Side | None:
    """The side of a change that has fewer accents; of as many, the one with a word that Dutch has not."""
    marked = [len(ACCENTED.findall(text)) for text in (change.before, change.after)]
    if not any(marked):
        return None
    worth = marked if marked[0] != marked[1] else [_says_words(text) for text in (change.before, change.after)]
    return None if worth[0] == worth[1] else Side.A if worth[0] < worth[1] else Side.B


def _skeleton(text: str) -> str:
    """The letters of a text that have no accent and are no sign for one."""
    return "".join(sign for sign in text.lower() if sign.isascii() and sign.isalnum())


@lru_cache(maxsize=KEPT)
def has_accents(comparison: Comparison, side: Side) -> bool:
    """Whether one of the texts has letters with accents at all."""
    return ACCENTED.search(comparison.letter(side).text) is not None


def _says_words(text: str) -> bool:
    """Whether a text has words of Dutch and no other ones."""
    return all(word.isdigit() or known_or_made(word) for word in words(text))
