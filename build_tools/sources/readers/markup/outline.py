"""The levels of headings: a file nests them, and numbers them; where the two disagree, the number wins.

After `with_levels`: the first heading has level 2, `2.1` lies below `2.` and `A.` below `I.` also where these
stand beside each other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.dutch.roman import roman_value
from build_tools.model import DEEPEST_HEADING, Kind
from build_tools.sources.readers.markup.pieces import TaggedPiece

DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)\.?")
"""`2`, `2.1.`, `3.10.4`."""
ROMAN = re.compile(r"([IVXL]+)\.?")
"""`IV`, `I.`."""
LETTER = re.compile(r"([A-Za-z])[.)]?")
"""`A`, `b.`, `c)`: one that is a Roman number too is that, but behind the letter before it."""


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The number of a heading: how it counts (`1`, `I`, `A`), its parts, and the label before it (`Artikel`)."""

    style: str
    parts: tuple[int, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class OpenHeading:
    """A heading that others may lie below: how deep the file nests it, its number, and the level it got."""

    nested: int
    number: HeadingNumber | None
    level: int


def with_levels(pieces: Iterable[TaggedPiece]) -> Iterator[TaggedPiece]:
    """The pieces, each heading with the level at which it lies."""
    above: list[OpenHeading] = []
    for piece in pieces:
        if piece.given.kind is not Kind.HEADING or piece.given.left_out:
            yield piece
            continue
        nested = piece.given.level
        number = number_of(piece.number, above)
        above = [own for own in above if own.nested <= nested]
        level = level_of(nested, number, above)
        above = [own for own in above if own.level < level]
        above.append(OpenHeading(nested, number, level))
        yield replace(piece, given=replace(piece.given, level=min(level, DEEPEST_HEADING)))


def level_of(nested: int, number: HeadingNumber | None, above: list[OpenHeading]) -> int:
    """The level of a heading below those that are open."""
    if number:
        for own in reversed(above):
            if own.number and (own.number.style, own.number.label) == (number.style, number.label):
                if own.number.parts == number.parts[:-1]:
                    return own.level + 1
                if own.nested == nested and len(own.number.parts) == len(number.parts):
                    return own.level
        last = above[-1] if above else None
        begins = number.parts == (1,)
        if begins and last and last.nested == nested and last.number and last.number.label == number.label:
            return last.level + 1
    outer = [own for own in above if own.nested < nested]
    return outer[-1].level + 1 if outer else 2


def number_of(text: str, above: list[OpenHeading]) -> HeadingNumber | None:
    """The number that a heading has; a letter goes on from the one before it, else it may be a Roman number.

    `Artikel 1.1` does not lie below `Hoofdstuk 1` for its number's sake: each label counts for itself.
    """
    label, _, text = text.rpartition(" ")
    number = counted(text, [own for own in above if own.number and own.number.label == label])
    return replace(number, label=label) if number else None


def counted(text: str, above: list[OpenHeading]) -> HeadingNumber | None:
    """A number without its label."""
    if match := DECIMAL.fullmatch(text):
        return HeadingNumber("1", tuple(int(part) for part in match[1].split(".")))
    letter = LETTER.fullmatch(text)
    if letter:
        letters = HeadingNumber("a" if text[0].islower() else "A", (ord(letter[1].lower()) - ord("a") + 1,))
        before = [own.number for own in above if own.number and own.number.style == letters.style]
        if not ROMAN.fullmatch(text) or (before and before[-1].parts[0] == letters.parts[0] - 1):
            return letters
    if match := ROMAN.fullmatch(text):
        return HeadingNumber("I", (roman_value(match[1].lower()),))
    return None
