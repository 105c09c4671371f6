"""The pieces of a paper as its text layer, and as lines with what the file says of each.

After `laid_out`: every non-space character of the text stands in one line; a note stands below the paragraph that
calls it first, or where its file puts it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from build_tools.draft import Cut, Line, Mark
from build_tools.model import Fact, FactKey, Kind, Reason
from build_tools.sources.readers.markup.pieces import CLOSES, TaggedPiece, TaggedRun


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The text, its lines, the facts that lines state, and where pictures stood."""

    text: str
    lines: tuple[Line, ...]
    stated: Mapping[FactKey, Fact]
    remarks: tuple[str, ...]


def with_notes(pieces: Iterable[TaggedPiece], notes: Mapping[int, TaggedPiece]) -> Iterator[TaggedPiece]:
    """Each note below the paragraph that calls it first; those that nothing calls at the end."""
    given: set[int] = set()
    for own in paragraphs(pieces):
        yield from own
        for note in [n for piece in own for n in piece.calls]:
            if note in notes and note not in given:
                given.add(note)
                yield notes[note]
    yield from (note for n, note in notes.items() if n not in given)


def paragraphs(pieces: Iterable[TaggedPiece]) -> Iterator[list[TaggedPiece]]:
    """The pieces, those of one paragraph together."""
    own: list[TaggedPiece] = []
    for piece in pieces:
        if own and not piece.goes_on:
            yield own
            own = []
        own.append(piece)
    if own:
        yield own


def laid_out(pieces: Iterable[TaggedPiece]) -> LaidOut:
    """The text layer of a paper, line by line."""
    text, number, paragraph = "", 1, 0
    lines: list[Line] = []
    stated: dict[FactKey, Fact] = {}
    remarks: list[str] = []
    parts: list[str] = []
    at, before = 0, None
    for piece in pieces:
        if piece.picture:
            remarks.append(f"{piece.picture}, bij regel {number}")
        if not piece.text.strip():
            continue
        gap = _gap(before, piece)
        parts.append(gap)
        at, number = at + len(gap), number + gap.count("\n")
        paragraph += not (piece.goes_on and before)
        lines.append(_line(piece, number, at, paragraph, blanks=max(0, gap.count("\n") - 1)))
        for key, value in piece.states:
            stated.setdefault(key, Fact(value, number))
        parts.append(piece.text)
        at, before = at + len(piece.text), piece
    text = "".join(parts) + "\n"
    return LaidOut(text, tuple(lines), stated, tuple(remarks))


def _gap(before: TaggedPiece | None, piece: TaggedPiece) -> str:
    """What stands between two pieces: a tab between cells, a blank line between paragraphs."""
    if before is None:
        return ""
    if piece.beside:
        return "\t" * _columns(before, piece)
    items = before.given.kind is Kind.ITEM and piece.given.kind is Kind.ITEM
    apart = before.given.left_out is Reason.AROUND and piece.given.left_out is Reason.AROUND
    return "\n" if piece.goes_on or items or apart else "\n\n"


def _columns(before: TaggedPiece, piece: TaggedPiece) -> int:
    """How many columns a cell stands behind the one before it; empty cells have no piece."""
    left, right = before.given.cell, piece.given.cell
    return max(1, right.column - left.column - left.columns + 1) if left and right else 1


def _line(piece: TaggedPiece, number: int, start: int, paragraph: int, blanks: int) -> Line:
    """A piece at its place in the text."""
    given = replace(piece.given, paragraph=paragraph)
    marks, cuts = _marks_and_cuts(piece.runs, start)
    if given.left_out:
        marks, cuts = (), ()
    return Line(number, start, piece.text, blanks=blanks, marks=marks, cuts=cuts, given=given)


def _marks_and_cuts(runs: tuple[TaggedRun, ...], start: int) -> tuple[tuple[Mark, ...], tuple[Cut, ...]]:
    """The calls of notes in a line, and what is cut from it."""
    marks: list[Mark] = []
    cuts: list[Cut] = []
    at = start
    following = [*(run.text for run in runs[1:]), ""]
    before = ""
    for run, after in zip(runs, following, strict=True):
        if run.note:
            marks.append(Mark(at, run.note))
        if run.note or run.cut:
            loose = run.note and before.endswith(" ") and CLOSES.match(after)
            cuts.append(Cut(at - bool(loose), at + len(run.text), run.cut or Reason.MARKER))
        at, before = at + len(run.text), run.text
    return tuple(marks), tuple(cut for cut in cuts if cut.start < cut.end)
