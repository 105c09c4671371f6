"""What a file itself says of its paragraphs: what is running text, what a note, what stands around the text.

After `take_out_given`: the lines of the draft are running text, each with what its file says of its paragraph; notes
are apart, and what stands around the text is taken out, with what it states.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from build_tools.draft import Draft, Given, HeadLine, Line, NoteLines
from build_tools.model import Kind, Reason
from build_tools.reading.steps.heads.head_dates import read_received
from build_tools.reading.steps.heads.head_numbers import read_session
from build_tools.reading.steps.heads.head_shapes import LABEL_ALONE, Reader, spaced
from build_tools.reading.steps.heads.letterhead import LONGEST, read_head
from build_tools.reading.steps.heads.question_head import read_answerers
from build_tools.reading.steps.margin_column import stated_in_margin
from build_tools.reading.steps.taking_out import take_out


def take_out_given(draft: Draft) -> Draft:
    """Part the running text from the notes and from what stands around it."""
    taken = {
        index: given.left_out
        for index, line in enumerate(draft.lines)
        if (given := line.given) and given.left_out is not None
    }
    around = [draft.lines[index] for index in taken]
    apart = take_out(draft, taken, stated_around(around))
    notes = tuple(given_notes(apart.lines))
    return replace(apart, lines=tuple(line for line in apart.lines if not is_note(line)), notes=notes)


def stated_around(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """What the letterhead, the margin and at last the edges of pages state: facts, each with its line."""
    runs = [(reason, list(run)) for reason, run in groupby(lines, key=lambda line: line.given and line.given.left_out)]
    for reason, own in runs:
        if reason in (Reason.HEAD, Reason.MASTHEAD):
            yield from stated_wherever(own, (read_received, read_answerers))
            yield from read_head(own[:LONGEST])[1]
    yield from stated_by_file(lines)
    for kind in (Reason.MARGIN, Reason.PAGE_FOOT):
        for reason, own in runs:
            if reason is kind:
                yield from stated_in_margin(own)
                yield from stated_wherever(own, (read_session,))


def stated_wherever(lines: Sequence[Line], readers: Sequence[Reader]) -> Iterator[HeadLine]:
    """What readers know of lines, wherever that stands: a file parts a head by more than its order."""
    for at in range(len(lines)):
        for found in filter(None, (reader(lines, at) for reader in readers)):
            yield from found[1]


def stated_by_file(lines: Sequence[Line]) -> Iterator[HeadLine]:
    """What lines state of which the file itself says what they are; a label alone states nothing."""
    for states, run in groupby(lines, key=lambda line: line.given.states if line.given else ""):
        own = [line for line in run if states and not LABEL_ALONE.fullmatch(line.text)]
        if own:
            yield HeadLine(states, spaced([line.text for line in own]), own[0].number)


def given_notes(lines: Sequence[Line]) -> Iterator[NoteLines]:
    """The notes in order of number, each with its lines."""
    by_number: dict[int, list[Line]] = {}
    for line in filter(is_note, lines):
        by_number.setdefault(_given(line).note, []).append(line)
    for n, own in sorted(by_number.items()):
        yield NoteLines(n, _given(own[0]).printed or str(n), tuple(own))


def is_note(line: Line) -> bool:
    return line.given is not None and line.given.kind is Kind.NOTE


def _given(line: Line) -> Given:
    if line.given is None:
        raise ValueError(f"line {line.number} has no structure")
    return line.given
