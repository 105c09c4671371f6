"""Paragraphs as the lines of a text, each with what its file says of it.

After `TextSheet`: every character of the text that is not white space stands in one line; the calls and numbers of
notes stand in it and are cut out; a table's row is one line of text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from build_tools.draft import Bullet, Cell, Cut, Given, Line, Mark
from build_tools.model import Kind, Reason
from build_tools.sources.readers.office.standing import SIGN, Standing, lines_of
from build_tools.sources.readers.office.styles import states_of
from build_tools.sources.readers.office.written import FileNote, Label, Paragraph, TextRun

LONG = 100
"""Characters of a paragraph that has an empty line around it in the text, as print has room around it."""

FULL = 60
"""Characters of a line that ends only because it is full."""


@dataclass(slots=True)
class TextSheet:
    """A text as it is written, line by line."""

    notes: dict[str, int]
    parts: list[str] = field(default_factory=list)
    length: int = 0
    number: int = 1
    paragraph: int = 0
    lines: list[Line] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def write(self, found: Sequence[Standing], depth: Sequence[int]) -> None:
        """Write paragraphs below each other; the rows of a table each on a line."""
        for at, one in enumerate(found):
            before = found[at - 1] if at else None
            if one.table and before is not None and one.table == before.table:
                self._next_in_table(one, before)
            elif before is not None and goes_on(one, before):
                self._new_line(False)
            else:
                self.paragraph += 1
                self._new_line(before is None or is_apart(one, before))
            self._paragraph(one, depth[at])

    def _next_in_table(self, one: Standing, before: Standing) -> None:
        """A tab parts cells, a space the paragraphs of one; a row begins a line."""
        own, last = one.cell or Cell(0, 0), before.cell or Cell(0, 0)
        if own.row != last.row:
            self._new_line(False)
        else:
            self._add(" " if own == last else "\t")

    def _new_line(self, apart: bool) -> None:
        """Begin a line of text, after an empty one where it stands apart."""
        if self.length:
            ends = "\n\n" if apart else "\n"
            self._add(ends)
            self.number += len(ends)

    def _paragraph(self, one: Standing, depth: int) -> None:
        lines = [line for line in lines_of(one.paragraph.runs) if shows(line)]
        label = one.paragraph.label
        for at, runs in enumerate(lines):
            if at and one.table:
                self._add(" ")
            elif at:
                self._new_line(False)
            mark = (TextRun(f"{label.text} "),) if label and not at else ()
            blanks = int(one.apart) if not at else 0
            self.line((*mark, *runs), given_of(one, depth, self.paragraph), blanks, one.paragraph.indent)

    def note(self, n: int, note: FileNote, found: Sequence[Standing]) -> None:
        """Write a note: its number, then its text."""
        for at, one in enumerate(found or [Standing(Paragraph(()))]):
            self.paragraph += 1
            self._new_line(n == 1 and not at)
            runs = numbered(note, one.paragraph.runs) if not at else one.paragraph.runs
            label = one.paragraph.label
            label_run = (TextRun(f"{label.text} "),) if label else ()
            opens, rest = (runs[:1], runs[1:]) if not at else ((), runs)
            given = Given(self.paragraph, Kind.NOTE, note=n, printed=note.printed)
            for part, line in enumerate(lines_of((*opens, *label_run, *rest))):
                if shows(line):
                    self._new_line(False) if part else None
                    self.line(line, given)

    def line(self, runs: Sequence[TextRun], given: Given, blanks: int = 0, indent: int = 0) -> None:
        """Write one line; what is only white space is none."""
        start, text = self.length, ""
        cuts: list[Cut] = []
        marks: list[Mark] = []
        for at, run in enumerate(runs):
            place = start + len(text)
            text += squeezed(text, run.text)
            if run.picture:
                self.pictures.append(f"Afbeelding: {run.picture}, bij regel {self.number}.")
            if run.note in self.notes and not run.opens:
                marks.append(Mark(place, self.notes[run.note]))
            if reason := reason_of(runs, at, self.notes):
                cuts.append(Cut(place, start + len(text), reason))
        text = text.rstrip()
        if text:
            end = start + len(text)
            kept = tuple(replace(cut, end=min(cut.end, end)) for cut in cuts if cut.start < min(cut.end, end))
            line = Line(self.number, start, text, indent, blanks, cuts=kept, marks=tuple(marks), given=given)
            self.lines.append(line)
            self._add(text)


def goes_on(one: Standing, before: Standing) -> bool:
    """Whether a paragraph goes on in the sentence of the one before: somebody broke a long line by hand. An item with
    its mark typed begins."""
    plain = all(not part.heading and part.runs_on and not part.paragraph.label for part in (one, before))
    text = before.text
    small = one.text[:1].islower() and not SIGN.match(one.text)
    return plain and not one.apart and len(text) >= FULL and text[-1].isalpha() and small


def is_apart(one: Standing, before: Standing) -> bool:
    """Whether an empty line stands in the text before a paragraph."""
    pair = (one, before)
    text = all(part.left_out is None for part in pair)
    long = any(part.heading or (len(part.text) > LONG and not one.paragraph.label) for part in pair)
    return bool(one.apart or (text and long) or one.left_out is not before.left_out or one.table != before.table)


def given_of(one: Standing, depth: int, paragraph: int) -> Given:
    """What the file says of a paragraph."""
    label = one.paragraph.label
    if one.left_out is not None:
        states = states_of(one.paragraph) if one.left_out is Reason.HEAD else ""
        return Given(paragraph, left_out=one.left_out, states=states)
    if one.table:
        return Given(paragraph, Kind.TABLE, cell=one.cell)
    if one.heading:
        return Given(paragraph, Kind.HEADING, one.heading, sure=one.sure)
    if label:
        return Given(paragraph, Kind.ITEM, depth, bullet_of(label))
    return Given(paragraph, Kind.SIGNATURE if one.signs else Kind.PARAGRAPH)


def bullet_of(label: Label) -> Bullet:
    """A sign is cut out of the item's text; a number is a word of the letter."""
    width = len(label.text) + 1 if label.is_sign else 0
    return Bullet("–" if label.text in "–—-" else label.shape, label.value, width, not label.is_sign)


def shows(runs: Iterable[TextRun]) -> bool:
    return any(run.text.strip() or run.picture for run in runs)


def squeezed(before: str, text: str) -> str:
    """Text that goes on from what stands in its line: no white space at the beginning, no two spaces."""
    shown = ""
    for letter in text:
        last = shown[-1:] or before[-1:]
        if (letter == " " and last in (" ", "\t")) or (letter.isspace() and not last):
            continue
        shown += letter
    return shown


def reason_of(runs: Sequence[TextRun], at: int, notes: dict[str, int]) -> Reason | None:
    """Why a run is no running text: it is the call of a note, the number before one, a raised comma between calls."""
    run = runs[at]
    if run.note:
        return Reason.NOTE_NUMBER if run.opens else Reason.MARKER if run.note in notes else None
    calls = [0 <= beside < len(runs) and bool(runs[beside].note) for beside in (at - 1, at + 1)]
    return Reason.MARKER if run.raised and run.text.strip() in (",", ";") and all(calls) else None


def numbered(note: FileNote, runs: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """A note's runs behind its number: as the file has it, as somebody typed it, or else as it is printed."""
    first = next((at for at, run in enumerate(runs) if run.text.strip()), len(runs))
    own = runs[first:]
    if own and own[0].opens:
        return replace(own[0], text=note.printed), *spaced(own[1:])
    number = TextRun(note.printed, note=note.key, opens=True)
    if own and note.printed and own[0].text.lstrip().startswith(note.printed) and not note.printed[0].isalnum():
        text = own[0].text.lstrip().removeprefix(note.printed)
        return number, *spaced((replace(own[0], text=text), *own[1:]))
    return number, *spaced(own)


def spaced(runs: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """A space between the number of a note and its text."""
    return (TextRun(" "), *runs) if runs and not runs[0].text[:1].isspace() else tuple(runs)
