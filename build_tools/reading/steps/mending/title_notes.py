"""A note on the title of a paper, which the head calls: `GEWIJZIGDE MOTIE … GEDRUKT ONDER NR. 381` takes the place of
number 38, and a note at the foot of its page says what changed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_tools.draft import Cut, Draft, HeadLine, Line, NoteLines
from build_tools.model import Reason
from build_tools.reading.steps.taking_out import take_out

CALLED = re.compile(r".*\S1")
"""A title with the number of its first note at its end; one with a number of its own has white space before that."""

NOTE = re.compile(r"(?P<number>1 )[A-ZÀ-Þ].*")
"""`1 In verband met een correctie in de ondertekening.`"""

NOTE_LINES = 3
"""Lines of such a note at the most."""

CALLED_IN_TEXT = re.compile(r"[^\W\d_][.,;:»”’)]?1(?!\d)")
"""What can call a first note in the text itself: that is the one at its foot then."""


def take_out_title_note(draft: Draft) -> Draft:
    """Set such a note apart, and take its number from the title, where nothing else can call it."""
    titles = [line for line in draft.head if line.states == "document title" and CALLED.fullmatch(line.value)]
    own = note_at_foot(draft.lines)
    if draft.notes or not titles or not own:
        return draft
    first, *further = (draft.lines[at] for at in own)
    number = Cut(first.start, first.start + len("1 "), Reason.NOTE_NUMBER)
    note = NoteLines(1, "1", (replace(first, cuts=(*first.cuts, number)), *further))
    head = (without_call(line) if line in titles else line for line in draft.head)
    return replace(without_lines(draft, own), notes=(note,), head=tuple(head))


def note_at_foot(lines: Sequence[Line]) -> range:
    """The only lines at the foot of a page that are a first note which no line of the text calls."""
    begins = [at for at, line in enumerate(lines) if NOTE.fullmatch(line.plain)]
    feet = [range(at, end) for at in begins if (end := foot_end(lines, at)) > at]
    called = any(CALLED_IN_TEXT.search(line.plain) for line in lines)
    return feet[0] if len(feet) == 1 and not called else range(0)


def foot_end(lines: Sequence[Line], at: int) -> int:
    """Where a note that begins at a line ends with its page; the line itself where it does not."""
    near = range(at + 1, min(at + NOTE_LINES, len(lines)) + 1)
    end = next((end for end in near if end == len(lines) or lines[end].turn), at)
    return end if lines[end - 1].plain.endswith(".") else at


def without_lines(draft: Draft, own: range) -> Draft:
    """The draft without the lines of a note; the one behind them remembers that a page turned there."""
    return replace(take_out(draft, dict.fromkeys(own, Reason.NOTE_NUMBER)), taken=draft.taken)


def without_call(title: HeadLine) -> HeadLine:
    """A title without the number that calls its note."""
    return replace(title, value=title.value.removesuffix("1"))
