"""Lines joined to running text: spaces, line-end hyphens and web addresses that were broken.

Every non-space character of the lines ends in the text, in a cut, or is a hyphen that only broke a word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.data import data
from build_tools.draft import Cut, Line, Mark
from build_tools.dutch.line_end_hyphens import Joint, Vocabulary, line_end_hyphen
from build_tools.dutch.word_list import compounds, known, known_or_made, often
from build_tools.model import NoteRef, Reason
from build_tools.reading.blocks.joining.broken_addresses import URL_TAIL, url_goes_on
from build_tools.reading.blocks.joining.broken_words import (
    broken_beyond_doubt,
    compound_of_listed,
    hyphen_joint,
    may_be_broken,
    small_words,
    surely_broken,
)

REMEMBERED = 2000
"""Characters before a line's end that tell how it goes on: a web address may have run over many lines."""

BROKEN = 0.25
"""The part of the hyphens at line ends that must have broken a word of the word list for the document to be one that
breaks words. In letters that do, with many hyphens of their own, it is half of them; elsewhere it is a word
that is written with and without (`know-how`)."""

MOSTLY = 0.5
"""The part of the lines with white space behind their last word where that is a custom, and the part of the hyphens at
line ends without it where white space tells: then a hyphen with it ends a word, and hangs (`vreemdelingen- ` / `en`).
Where every hyphen has it, it is as much of a custom as behind other lines and tells nothing."""

CLOSES = re.compile(r"[.,;:!?)»”]+(?:\s|$)")
"""Stops and signs that close, parted from the line that they belong to: `, waarvan`."""

DASHED = re.compile(r"\w[–—]$")
"""A dash glued to a word belongs to what follows: `2010–` / `2011`."""

SLASHED = re.compile(r"\w-?/$")
"""`en/` / `of`, `wal-/` / `horeca`."""

UNDERLINED = re.compile(r"/\S*_$")
"""A name in an address without `https:`, which goes on: `haven.nl/stukken/verslag_` / `2019.pdf`."""

MAIL = re.compile(r"[\w.-]+@\w")
"""The rest of an address for mail. Its hyphens are its own, `loket-` / `zuid@haven.nl`, but within a word that a list
has: `meld-` / `punt@haven.nl`."""

NARROW_LINE = 5
"""Letters of a line in a cell at the least that is broken where the cell ends: shorter words fit."""

LONGEST_HALF = 40
"""Characters before a line's end that hold the first half of a broken word."""

LINES_TO_BREAK = 60
"""A print that breaks words does so in one line of these at the least, mostly of ten. In fewer stand words that have a
hyphen of their own: `economie-` / `opgave`."""

FIRST_WORD = re.compile(r"[a-zà-ÿ]+(?![\w’'-])")
"""A whole word in small letters that a line begins with."""

LAST_WORD = re.compile(r"(?<![\w’'-])[a-zà-ÿ]+$")
"""A whole word in small letters that a line ends with."""

WORD = re.compile(r"\w+(?:-\w+)*")
"""A word with the hyphens within it."""

HYPHENED = re.compile(r"\w\)?[”’»\"']?-$")
"""A hyphen behind a word, perhaps quoted or in brackets: `vreemdelingen-`, `(EU)-`, `“zwart”-`; not a dash alone."""


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
    said = {token for line in lines for token in WORD.findall(line.plain.rstrip("-").lower())}
    hyphenated = frozenset(token for token in said if "-" in token)
    plain = (said - hyphenated).union(*(token.split("-") for token in hyphenated))
    return Vocabulary(frozenset(plain), hyphenated, breaks_words(lines), space_tells(lines))


def breaks_words(lines: Sequence[Line]) -> bool:
    """Whether enough of the hyphens at line ends broke words that are known, or one of them broke one that is often
    used; or, where they tell nothing of that, there are as many as a print that breaks words has, and each stands
    between the parts of one that nothing gives a hyphen of its own: `premie-` / `ontvangsten`."""
    hanging = data("dutch")["after_hanging_hyphen"]
    ends = [
        line_end_hyphen(line.plain, after.plain)
        for line, after in pairwise(lines)
        if line.plain.endswith("-") and line.plain[-2:-1].islower() and after.plain[:1].islower()
    ]
    unknown = [end for end in ends if end.second not in hanging]
    broken = sum(map(surely_broken, unknown)) > BROKEN * len(unknown) or any(map(broken_beyond_doubt, unknown))
    return broken or (0 < len(lines) <= len(unknown) * LINES_TO_BREAK and all(map(may_be_broken, unknown)))


def space_tells(lines: Sequence[Line]) -> bool:
    """Whether white space behind a hyphen at a line's end tells that it hangs: behind most of them there is none."""
    spaced = [line.spaced > 0 for line in lines]
    hyphens = [line.spaced > 0 for line in lines if line.text.endswith("-")]
    return sum(spaced) > MOSTLY * len(spaced) and sum(hyphens) < MOSTLY * len(hyphens)


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
        return Joint.WORD if breaks_address(before, after, words) else Joint.CLOSE
    if DASHED.search(before) or UNDERLINED.search(before):
        return Joint.CLOSE
    if before[-1] == "/" and SLASHED.search(before) and not url:
        return Joint.SPACE if spaced and words.spaced else Joint.CLOSE
    if before[-1] != "-" or not HYPHENED.search(before):
        return Joint.SPACE
    if MAIL.match(after):
        whole = words.breaks_words and line_end_hyphen(before, after).listed_whole
        return Joint.WORD if whole else Joint.CLOSE
    return hyphen_joint(line_end_hyphen(before, after, spaced and words.spaced), words)


def broken_by_cell(line: Line, before: str, after: str) -> bool:
    """Whether the edge of a cell broke a word, and left no hyphen: `Aanvrage` / `n`. The line has no other word, and
    one of both parts is none by itself."""
    in_cell = line.given is not None and line.given.cell is not None
    rest = FIRST_WORD.match(after)
    if not (in_cell and rest and before.isalpha() and len(before) >= NARROW_LINE):
        return False
    first, whole = before.lower(), before.lower() + rest[0]
    apart = len(rest[0]) > 1 and known(rest[0])
    return not (apart and known(first)) if known(whole) else not apart and bool(compounds(whole))


def broken_by_imprint(line: Line, before: str, after: str) -> bool:
    """Whether an identifier that was glued to the end of a line took the hyphen of a broken word with it:
    `verKST13902` / `ordening`. Both parts are one listed word, and neither is a small one, as in `op` / `een`."""
    if not any(cut.reason is Reason.IMPRINT and cut.end == line.end for cut in line.cuts):
        return False
    first, rest = LAST_WORD.search(before), FIRST_WORD.match(after)
    if not (first and rest):
        return False
    return known(first[0] + rest[0]) and not {first[0], rest[0]} & small_words()


def broken_unseen(before: str, after: str) -> bool:
    """Whether a word was broken whose hyphen a tool lost: `uitslui` / `tend`. The first half is no word, and both are
    one that is often used."""
    first, rest = LAST_WORD.search(before[-LONGEST_HALF:]), FIRST_WORD.match(after)
    if not (first and rest and len(first[0]) >= NARROW_LINE):
        return False
    return first[0] + rest[0] in often() and not known_or_made(first[0])


def breaks_address(before: str, after: str, words: Vocabulary) -> bool:
    """Whether a hyphen broke a word of a web address: `…/cao-afspra-` / `ken-over-loon`; its own part words."""
    at = line_end_hyphen(before, after)
    parts = known(at.word) and (known(at.tail) or known(at.tail.removesuffix("s")))
    one = at.listed_whole or compound_of_listed(at, words) is Joint.WORD
    return words.breaks_words and before.endswith("-") and one and not parts


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
        words = " ".join(text.split())
        apart = self.space or text[:1].isspace()
        if words:
            self.parts.append(f" {words}" if apart and self.length else words)
            self.length += len(self.parts[-1])
        self.space = text[-1:].isspace() if words else apart

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
        broken = broken_by_cell(line, before, following) or broken_by_imprint(line, before, following)
        broken = broken or broken_unseen(before, following)
        how = Joint.CLOSE if broken else joint(before, following, line.spaced > 0, words)
        before = "" if how is Joint.SPACE else before
        hyphen = last_character(line) if how is Joint.WORD else None
        for item in stretches(line, hyphen):
            if isinstance(item, tuple):
                text.add(line.text[item[0] - line.start : item[1] - line.start], item[0])
            elif item.note is not None:
                text.notes.append(NoteRef(item.note, text.length))
            else:
                text.add(item.text.rstrip(), item.start)
                text.space = item.text[-1:].isspace()
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
