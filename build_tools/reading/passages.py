"""A letter cut into passages, once for all that comes after reading: comparison, citations, themes, terms, search.

After `passages_of`: every block and note is one passage, blocks in the order of the letter, then the notes by number;
no two of them are called the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from build_tools.addresses import block_anchor, block_name, note_anchor
from build_tools.model import NEXT_ROW, Block, Kind, LineEnd, Note, Passage
from build_tools.reading.blocks.tables import ROW_END
from build_tools.reading.line_ends import PrintedText


def passages_of(
    letter: str, blocks: Sequence[Block], notes: Sequence[Note], printed: PrintedText | None = None
) -> tuple[Passage, ...]:
    """The passages of the letter with this id; with their line ends where it was set on pages."""
    headings = dict(_headings_above(blocks))
    homes = {block.n: block for block in blocks}
    ordered = sorted(notes, key=_number)
    apart = dict(_told_apart(ordered))
    cut = (
        *(_of_block(letter, block, headings[block.n]) for block in blocks),
        *(_of_note(letter, note, homes.get(note.block or 0), headings, apart) for note in ordered),
    )
    if printed is None:
        return cut
    parts: list[Block | Note] = [*blocks, *ordered]
    return tuple(
        replace(passage, line_ends=tuple(_inside_cells(passage, printed.line_ends(part.text, part.spans))))
        for passage, part in zip(cut, parts, strict=True)
    )


def _inside_cells(passage: Passage, ends: Iterable[LineEnd]) -> Iterator[LineEnd]:
    """Line ends that a print chose: that the next cell of a table begins on a line anew tells nothing."""
    starts = {cell.start for cell in passage.cells}
    return (end for end in ends if end.at not in starts)


def _headings_above(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """By number of block, the headings of its part that it stands under, the outermost first."""
    above: list[Block] = []
    for block in blocks:
        if block.kind is Kind.HEADING:
            above = [heading for heading in above if heading.level < block.level and heading.part == block.part]
        yield block.n, tuple(heading.text for heading in above if heading.part == block.part)
        if block.kind is Kind.HEADING:
            above.append(block)


def _number(note: Note) -> int:
    return note.n


def _of_block(letter: str, block: Block, headings: tuple[str, ...]) -> Passage:
    return Passage(
        letter, block.anchor, block.kind, block.n, block.text.replace(ROW_END, NEXT_ROW), block.lines,
        block.level, block.part, block.page, headings, cells=block.cells,
    )  # fmt: skip


def _told_apart(notes: Sequence[Note]) -> Iterator[tuple[int, str]]:
    """By number of note, what tells it from others of the letter that have its printed number: where it is called, as
    its page tells them apart; of several there, which of them it is.
    """
    times, seen = Counter(note.printed for note in notes), Counter[tuple[str, int | None]]()
    for note in (note for note in notes if times[note.printed] > 1):
        seen[note.printed, note.block] += 1
        which = seen[note.printed, note.block]
        called = " zonder verwijzing" if note.block is None else f" in {block_name(block_anchor(note.block))}"
        yield note.n, called if which == 1 else f"{called} ({which}e)"


def _of_note(
    letter: str, note: Note, home: Block | None, headings: Mapping[int, tuple[str, ...]], apart: Mapping[int, str]
) -> Passage:
    above, part = (headings[home.n], home.part) if home else ((), 0)
    page = note.page or (home.page if home else None)
    return Passage(
        letter, note_anchor(note.n), Kind.NOTE, note.n, note.text, note.lines,
        part=part, page=page, headings=above, home=home, printed=note.printed, apart=apart.get(note.n, ""),
    )  # fmt: skip
