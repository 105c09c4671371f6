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

LONGEST_WORD = 200
URL_TAIL = re.compile(r"(?:https?://|www\.)\S*$")
REMEMBERED = 2000
"""Characters before a line's end that tell how it goes on."""
URL_GOES_ON = re.compile(r"[^\s]*[/=_?&%#~\d-][^\s]*|[a-z]+\.[a-z]{2,4}\b\S*")


class Joint(Enum):
    """How a line goes on in the next one."""

    SPACE = "a space between them"
    CLOSE = "nothing between them, a hyphen stays"
    WORD = "the hyphen only broke a word"


@dataclass(frozen=True, slots=True)
class Words:
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


def words_of(lines: Sequence[Line]) -> Words:
    """What the words inside the lines of a document tell about those broken at line ends."""
    plain: set[str] = set()
    hyphenated: set[str] = set()
    ends = 0
    for line in lines:
        text = line.plain
        ends += text.endswith("-") and text[-2:-1].islower()
        for token in re.findall(r"\w+(?:-\w+)*", text.rstrip("-").lower()):
            (hyphenated if "-" in token else plain).add(token)
    wide = sum(len(line.text) > 40 for line in lines)
    spaced = sum(line.spaced > 0 for line in lines) > 0.5 * len(lines)
    return Words(frozenset(plain), frozenset(hyphenated), ends > 0.025 * wide and ends > 2, spaced)


def joint(before: str, after: str, spaced: bool, words: Words) -> Joint:
    """How the text before a line's end goes on in the text after it."""
    if not before or not after:
        return Joint.CLOSE
    if re.match(r"[.,;:!?)»”]+(?:\s|$)", after):
        return Joint.CLOSE
    if before[-1] in "\u00ad\u2010":
        return Joint.WORD
    url = URL_TAIL.search(before)
    if url and url_goes_on(url[0], after):
        return Joint.CLOSE
    if re.search(r"\w[–—]$", before):
        return Joint.CLOSE
    if before[-1] == "/" and re.search(r"\w/$", before) and not url:
        return Joint.CLOSE if not spaced else Joint.SPACE
    if before[-1] != "-" or not re.search(r"\w\)?[”’»\"']?-$", before):
        return Joint.SPACE
    return hyphen_joint(before, after, spaced and words.spaced, words)


def hyphen_joint(before: str, after: str, spaced: bool, words: Words) -> Joint:
    """The rules for a hyphen at a line's end, the strongest evidence first."""
    before = before[-LONGEST_WORD:]
    first = re.findall(r"[\w)]+(?:-\w+)*-?", before)[-1].rstrip("-").lower() if re.search(r"\w", before) else ""
    second_match = re.match(r"[\w’'/.]+", after)
    second = second_match[0].rstrip(".").lower() if second_match else ""
    tail = first.rpartition("-")[2]
    if len(tail + second) > 6 and tail + second in words.plain:
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
    tail = re.search(r"(\w+)[^\w]*-$", before)
    letters = tail[1] if tail else ""
    capitals = len(letters) == 1 or sum(map(str.isupper, letters)) >= 2
    return (
        not after[0].islower() or not letters[-1:].isalpha() or letters[-1:].isupper() or capitals or no_vowel(letters)
    )


def no_vowel(letters: str) -> bool:
    """Letters that are no syllable cannot have been split off."""
    return not re.search(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]", letters.lower())


def url_goes_on(url: str, after: str) -> bool:
    """Whether a web address at a line's end goes on in the next line."""
    word = after.split(maxsplit=1)[0]
    if url[-1] in ").,;»”]>":
        return False
    if url[-1] in "-/=_?&%#" and not word[0].isupper():
        return True
    return (
        URL_GOES_ON.fullmatch(word) is not None and not re.fullmatch(r"[\w]+[-–]\w+[.,;]?|\d{1,4}[.,;)]?|[-–]", word)
    ) or (url[-1].isdigit() and re.match(r"\d{1,3}[;,.)]?$", word) is not None and "=" in url)


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


def join(lines: Sequence[Line], words: Words) -> Joined:
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
