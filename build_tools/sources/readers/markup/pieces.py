"""A paper on its way from tags to lines: pieces, each a paragraph, a heading, a cell, a line of a signature.

After `folded`: single spaces between words, none at the ends; no words glued together or parted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from build_tools.draft import Given
from build_tools.model import FactKey, Kind, Reason

WORD = re.compile(r"([ \t\r\n\f]*)([^ \t\r\n\f]*)")
"""A word and the white space before it that a file uses to set its tags; a non-breaking space is a letter."""

CLOSES = re.compile(r"[.,;:!?)\]»](?!\w)")
"""What stands against the word before it: `.` and `):`, but not `.nl`."""
OPENS = "([«“‘"


class TaggedRun(NamedTuple):
    """A stretch of the text of a piece.

    `note` is the number of the note that is called here, whose printed number is `text`. `cut` says why a stretch is
    no part of the running text. `seam` is a place between two elements where words must not grow together, `line`
    where a new line begins.
    """

    text: str = ""
    note: int = 0
    cut: Reason | None = None
    seam: bool = False
    line: bool = False


SPACE = TaggedRun(" ")
SEAM = TaggedRun(seam=True)
LINE = TaggedRun(line=True)


@dataclass(frozen=True, slots=True)
class TaggedPiece:
    """One line of the text to be, with what the file says of it.

    `goes_on` says that it belongs to the same paragraph as the piece before it, `beside` that it also stands on the
    same line. `number` is that of a heading, as printed. `states` are the facts that it states.
    """

    runs: tuple[TaggedRun, ...]
    given: Given
    goes_on: bool = False
    beside: bool = False
    number: str = ""
    states: tuple[tuple[FactKey, str], ...] = ()
    picture: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def calls(self) -> Iterator[int]:
        """The numbers of the notes that are called in it."""
        return (run.note for run in self.runs if run.note)


def piece(
    runs: Iterable[TaggedRun], kind: Kind = Kind.PARAGRAPH, level: int = 1, reason: Reason | None = None
) -> TaggedPiece:
    """A piece of its own paragraph, its white space folded."""
    return TaggedPiece(folded(runs), Given(0, kind, level, left_out=reason))


def picture(says: str) -> TaggedPiece:
    """Where a picture stands, that has no text."""
    return TaggedPiece((), Given(0), picture=says)


def as_note(own: TaggedPiece, note: int, printed: str) -> TaggedPiece:
    return replace(own, given=replace(own.given, kind=Kind.NOTE, note=note, printed=printed))


def folded(runs: Iterable[TaggedRun]) -> tuple[TaggedRun, ...]:
    """The runs with single spaces between their words and none at the ends."""
    found: list[TaggedRun] = []
    last, gap, crossed = "", "", False
    for run in runs:
        if run.line or run.seam:
            gap, crossed = gap + (" " if run.line else ""), crossed or run.seam
        if run.note and not run.text:
            found.append(run)
        first = True
        for white, word in WORD.findall(run.text):
            gap += white
            if word:
                if last and _parted(last, gap, word, first, crossed):
                    found.append(SPACE)
                found.append(run._replace(text=word))
                last, gap, crossed, first = word[-1], "", False, False
    return tuple(_trimmed(list(_merged(found))))


def _trimmed(runs: list[TaggedRun]) -> list[TaggedRun]:
    """The runs without a non-breaking space at either end."""
    while runs and not runs[-1].note and not runs[-1].text.strip():
        runs.pop()
    while runs and not runs[0].note and not runs[0].text.strip():
        runs.pop(0)
    if runs:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
    return runs


def _parted(last: str, gap: str, word: str, first: bool, crossed: bool) -> bool:
    """Whether a space stands between two words.

    Where a program has put each element on a line of its own, no space is meant between it and a full stop.
    """
    against = CLOSES.match(word) is not None or last in OPENS
    return not (first and "\n" in gap and against) if gap else crossed and not against


def _merged(runs: Sequence[TaggedRun]) -> Iterator[TaggedRun]:
    """Neighbours of one kind as one."""
    grown: TaggedRun | None = None
    for run in runs:
        if grown is not None and grown[1:] == run[1:] and not run.note:
            grown = grown._replace(text=grown.text + run.text)
            continue
        if grown is not None:
            yield grown
        grown = run
    if grown is not None:
        yield grown


def joined(pieces: Iterable[TaggedPiece]) -> tuple[TaggedRun, ...]:
    """The text of several pieces as one: of a note, or of a cell."""
    runs: list[TaggedRun] = []
    for own in pieces:
        runs += [*own.runs, SPACE]
    return folded(runs)


def paragraphs(runs: Sequence[TaggedRun]) -> Iterator[tuple[TaggedRun, ...]]:
    """The runs parted where two new lines follow each other."""
    own: list[TaggedRun] = []
    breaks = 0
    for run in runs:
        if breaks > 1 and not run.line and run.text.strip():
            yield tuple(own)
            own = []
        breaks = breaks + 1 if run.line else (breaks if not run.text.strip() and not run.note else 0)
        own.append(run)
    if own:
        yield tuple(own)


def printed_lines(runs: Sequence[TaggedRun]) -> Iterator[tuple[TaggedRun, ...]]:
    """The runs parted at each new line."""
    own: list[TaggedRun] = []
    for run in runs:
        if run.line:
            yield tuple(own)
            own = []
        else:
            own.append(run)
    yield tuple(own)
