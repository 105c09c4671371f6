"""Lines joined to running text: spaces, line-end hyphens and web addresses that were broken.

Every non-space character of the lines ends in the text, in a cut, or is a hyphen that only broke a word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from build_tools.data import data
from build_tools.draft import Cut, Line, Mark
from build_tools.model import NoteRef, Reason
from build_tools.reading.blocks.broken_addresses import URL_TAIL, url_goes_on

LONGEST_WORD = 200
"""Characters before a hyphen in which its word is sought: none is longer, and without end it would take time."""

REMEMBERED = 2000
"""Characters before a line's end that tell how it goes on: a web address may have run over many lines."""

SURELY_WHOLE = 6
"""Letters that two halves have more than together when a word without a hyphen proves that they are one: short ones
(`op-` / `en`) are words of their own as well."""

ABBREVIATED = 2
"""Capitals that make a word an abbreviation, which keeps its hyphen: `PvdA-`, `WIA-`."""

WIDE = 40
"""Characters that a line of running text has more than; headings and ends of paragraphs tell nothing of hyphens."""

BREAKS, BROKEN = 2, 0.025
"""How many line ends, and which part of the wide lines, must break a word for the document to be one that does. In the
seeds that do it is nearly one in ten; where hyphens at line ends are all right ones, far fewer."""

MOSTLY_SPACED = 0.5
"""The part of the lines that have white space behind their last word where that is a custom: then a hyphen with white
space behind it ends a word, and hangs (`vreemdelingen- ` / `en`)."""

CLOSES = re.compile(r"[.,;:!?)»”]+(?:\s|$)")
"""Stops and signs that close, parted from the line that they belong to: `, waarvan`."""

DASHED = re.compile(r"\w[–—]$")
"""A dash glued to a word belongs to what follows: `2010–` / `2011`."""

SLASHED = re.compile(r"\w/$")
"""`en/` / `of`."""

HYPHENED = re.compile(r"\w\)?[”’»\"']?-$")
"""A hyphen behind a word, perhaps quoted or in brackets: `vreemdelingen-`, `(EU)-`, `“zwart”-`; not a dash alone."""

COMPOUND = re.compile(r"[\w)]+(?:-\w+)*-?")
"""A word with all its hyphens: `SER-advies-`."""

FIRST_WORD = re.compile(r"[\w’'/.]+")
"""The word that a line begins with, up to a hyphen: `verkenning`, `foto’s`, `en/of`."""

LAST_PART = re.compile(r"(\w+)[^\w]*-$")
"""The last part of a word before its hyphen, without signs: `TNO` of `(TNO)-`."""


class Joint(Enum):
    """How a line goes on in the next one."""

    SPACE = "a space between them"
    CLOSE = "nothing between them, a hyphen stays"
    WORD = "the hyphen only broke a word"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a document shows of its own use of hyphens: words without, words with, and whether it breaks words."""

    plain: frozenset[str]
    hyphenated: frozenset[str]
    breaks_words: bool
    spaced: bool


@dataclass(frozen=True, slots=True)
class Joined:
    """Running text with the place of each marker, the hyphens left out, and the stretches of the source it took."""

    text: str
    notes: tuple[NoteRef, ...]
    cuts: tuple[Cut, ...]
    spans: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...]


def words_of(lines: Sequence[Line]) -> Vocabulary:
    """What the words inside the lines of a document tell about those broken at line ends."""
    plain: set[str] = set()
    hyphenated: set[str] = set()
    ends = 0
    for line in lines:
        text = line.plain
        ends += text.endswith("-") and text[-2:-1].islower()
        for token in re.findall(r"\w+(?:-\w+)*", text.rstrip("-").lower()):
            (hyphenated if "-" in token else plain).add(token)
    wide = sum(len(line.text) > WIDE for line in lines)
    spaced = sum(line.spaced > 0 for line in lines) > MOSTLY_SPACED * len(lines)
    return Vocabulary(frozenset(plain), frozenset(hyphenated), ends > BROKEN * wide and ends > BREAKS, spaced)


def joint(before: str, after: str, spaced: bool, words: Vocabulary) -> Joint:
    """How the text before a line's end goes on in the text after it."""
    if not before or not after:
        return Joint.CLOSE
    if CLOSES.match(after):
        return Joint.CLOSE
    if before[-1] in "\u00ad\u2010":
        return Joint.WORD
    url = URL_TAIL.search(before)
    if url and url_goes_on(url[0], after):
        return Joint.CLOSE
    if DASHED.search(before):
        return Joint.CLOSE
    if before[-1] == "/" and SLASHED.search(before) and not url:
        return Joint.CLOSE if not spaced else Joint.SPACE
    if before[-1] != "-" or not HYPHENED.search(before):
        return Joint.SPACE
    return hyphen_joint(before, after, spaced and words.spaced, words)


def hyphen_joint(before: str, after: str, spaced: bool, words: Vocabulary) -> Joint:
    """The rules for a hyphen at a line's end, the strongest evidence first."""
    before = before[-LONGEST_WORD:]
    first = COMPOUND.findall(before)[-1].rstrip("-").lower() if re.search(r"\w", before) else ""
    second_match = FIRST_WORD.match(after)
    second = second_match[0].rstrip(".").lower() if second_match else ""
    tail = first.rpartition("-")[2]
    if len(tail + second) > SURELY_WHOLE and tail + second in words.plain:
        return Joint.WORD
    if spaced or second in data("dutch")["after_hanging_hyphen"]:
        return Joint.SPACE
    if keeps_hyphen(before, after):
        return Joint.CLOSE
    if f"{first}-{second}" in words.hyphenated or f"{tail}-{second}" in words.hyphenated:
        return Joint.CLOSE
    if tail + second in words.plain:
        return Joint.WORD
    if tail in data("dutch")["hyphenated_prefixes"] or not words.breaks_words:
        return Joint.CLOSE
    if (tail[-1:] + second[:1]) in data("dutch")["clashing_vowels"]:
        return Joint.CLOSE
    return Joint.WORD


def keeps_hyphen(before: str, after: str) -> bool:
    """A capital or a digit on either side, or an abbreviation before it: no such word is broken there."""
    tail = LAST_PART.search(before)
    letters = tail[1] if tail else ""
    capitals = len(letters) == 1 or sum(map(str.isupper, letters)) >= ABBREVIATED
    return (
        not after[0].islower() or not letters[-1:].isalpha() or letters[-1:].isupper() or capitals or no_vowel(letters)
    )


def no_vowel(letters: str) -> bool:
    """Letters that are no syllable cannot have been split off."""
    return not re.search(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]", letters.lower())


class Gathering:
    """Text as it grows: words with single spaces, and what stands at which place of it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.space = False
        self.notes: list[NoteRef] = []
        self.spans: list[tuple[int, int]] = []
        self.breaks: list[int] = []

    def add(self, text: str, start: int) -> None:
        """Put a stretch of the source, which begins at an offset there, behind the text."""
        self.spans.append((start, start + len(text)))
        for part in re.findall(r"\s+|\S+", text):
            if part.isspace():
                self.space = True
                continue
            if self.space and self.length:
                part = " " + part
            self.space = False
            self.parts.append(part)
            self.length += len(part)

    def new_line(self) -> None:
        """What follows begins a new line of the same text."""
        self.breaks.append(self.length)
        self.space = True


def join(lines: Sequence[Line], words: Vocabulary) -> Joined:
    """Join lines to one text; `breaks` tells where in it a new line began after a space."""
    text = Gathering()
    cuts: list[Cut] = []
    before = ""
    for index, line in enumerate(lines):
        following = lines[index + 1].plain if index + 1 < len(lines) else ""
        before = (before + line.plain)[-REMEMBERED:]
        how = joint(before, following, line.spaced > 0, words)
        before = "" if how is Joint.SPACE else before
        hyphen = last_character(line) if how is Joint.WORD else None
        for item in stretches(line, hyphen):
            if isinstance(item, tuple):
                text.add(line.text[item[0] - line.start : item[1] - line.start], item[0])
            elif item.note is not None:
                text.notes.append(NoteRef(item.note, text.length))
            else:
                text.add(item.text, item.start)
        cuts += [*line.cuts, *([hyphen] if hyphen else [])]
        if how is Joint.SPACE and following:
            text.new_line()
    return Joined("".join(text.parts), tuple(text.notes), tuple(cuts), tuple(text.spans), tuple(text.breaks))


def last_character(line: Line) -> Cut:
    """The hyphen at a line's end, as a cut."""
    end = max(stop for start, stop in line.kept() if line.text[start - line.start : stop - line.start].strip())
    stripped = line.text[: end - line.start].rstrip()
    return Cut(line.start + len(stripped) - 1, line.start + len(stripped), Reason.HYPHEN)


def stretches(line: Line, hyphen: Cut | None) -> Iterator[tuple[int, int] | Mark]:
    """What a line adds to the text, in order: stretches of the source, and marks."""
    cut = replace(line, cuts=(*line.cuts, hyphen)) if hyphen else line
    marks = sorted(line.marks, key=lambda mark: mark.at)
    for start, end in cut.kept():
        while marks and marks[0].at < end:
            mark = marks.pop(0)
            if start < mark.at:
                yield start, mark.at
                start = mark.at
            yield mark
        if start < end:
            yield start, end
    yield from marks
