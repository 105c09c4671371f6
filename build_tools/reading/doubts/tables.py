"""Doubts about tables: lines that look like rows, and stayed lines of text."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from itertools import groupby, pairwise, zip_longest

from build_tools.draft import Line
from build_tools.dutch.sentences import ENDED
from build_tools.model import Block, Doubt, DoubtKind, Kind
from build_tools.reading.blocks.headings import LABELLED
from build_tools.reading.blocks.tables import SEVERAL_CELLS, SEVERAL_FIGURES, is_cell_text, is_figured
from build_tools.reading.doubts.evidence import Evidence, doubted
from build_tools.reading.text_tables.aligned import columns_from
from build_tools.reading.text_tables.rows import FIGURE, YEAR, TextTable, texts_of

TEXT = (Kind.PARAGRAPH, Kind.HEADING)
"""What the lines of a table become that was given up."""

ROWS = 3
"""Rows of what may be a table at the least; two lines that end in figures can be a sentence."""

LONE = 4
"""Lines of one figure each at the least: the cells of a table that a tool read one by one. Items and signatures have
other reasons to stand in columns."""

CELLS = (*TEXT, Kind.ITEM)
"""What the cells of a table become that were read one by one."""

CAPTION = re.compile(
    r"(?:Tabel|Overzicht|Figuur|Grafiek)(?: \d+[a-z]?)?(?: ?[:.–-]| [A-Z]).{0,100}|Bron(?:nen)?: .{1,100}"
)
"""`Tabel 2 – Uitgaven per jaar`: what a table has above it, and `Bron: CBS` below; these have no stop."""

ABOVE_TABLE = ("Tabel", "Overzicht")
"""What a caption begins with that has a table below it; a figure is no text."""

CAPTION_LAST = re.compile(r"(?<=[.?!] )(?:Tabel|Overzicht) \d+ ?[:–-] [^.?!]{1,60}(?:\([^)]*\))?$")
"""The caption of a table at the end of the paragraph above it."""

ROW_END = re.compile(r".{1,60}\s(?:[–—-]|(?:€ ?)?\d[\d.,]*%?)")
"""`Mook –`, `Totaal 1545`, `Gemeente 2020`: how the row of a table ends."""

FIGURE_END = re.compile(r".*\s(?:n\.v\.t\.|€ ?[\d.,]+|[\d.,]+ ?%|\d+,\d+|\d{1,3}\.\d{3}|(?:[+-] )?\d+ [+-] \d+)")
"""`Provincie € 10`: how no heading ends, which may end in a year or a number of its own."""

COUNTED = re.compile(r"(?P<label>[A-Z][a-z]+ )(?P<number>\d{1,2})[.:] ")
"""`Voorstel 2: geen griffierecht beneden € 500`: a heading that counts, whatever it ends in, where others do too."""

UNIT_BEFORE = re.compile(r" (?<=[€$£+±] )(?=\d)")
"""The space in `€ 364`, `+ 44`."""

GAP = re.compile(r"\S {2,}(?=\S)")
"""`2022   1,4`: spaces between what may be two cells."""


def tables_given_up(evidence: Evidence) -> Iterator[Doubt]:
    """The rows of each stretch of lines that looks like a table."""
    texts = [block for block in evidence.letter.blocks if block.kind in TEXT]
    numbers = {number for block in texts for number in range(block.lines[0], block.lines[1] + 1)}
    lines = [line for line in evidence.cleaned.lines if line.number in numbers]
    at = 0
    while at < len(lines):
        rows = max(
            run(lines, at, ends_in_figures, ROWS),
            run(lines, at, is_figures, ROWS),
            run(lines, at, is_figure, LONE),
        )
        aligned, labels = columns(lines, at)
        end = max(rows, aligned) or at + 1
        for line in lines[at:end] if rows or (aligned and not labels) else ():
            yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, line.number, line.plain)
        at = end


def captions_without_table(evidence: Evidence) -> Iterator[Doubt]:
    """`Tabel 2: …` with no table below it, or at the end of a paragraph; headings that end in a figure, as rows do."""
    yield from doubted(evidence, DoubtKind.TABLE_GIVEN_UP, CAPTION_LAST, needs=ABOVE_TABLE)
    blocks = evidence.letter.blocks
    counted = {match.groups() for block in blocks if (match := COUNTED.match(block.text))}
    for block, below in zip_longest(blocks, blocks[1:]):
        caption = block.kind in TEXT and CAPTION.fullmatch(block.text) and block.text.startswith(ABOVE_TABLE)
        caption = caption and not ENDED.fullmatch(block.text)
        alone = caption and (below is None or below.kind is not Kind.TABLE)
        figured = block.kind is Kind.HEADING and FIGURE_END.fullmatch(block.text) is not None
        if alone or (figured and not counts_on(block.text, counted)):
            yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, block.lines[0], block.text, block.anchor)


def counts_on(text: str, counted: Set[tuple[str, ...]]) -> bool:
    """Whether a heading has the label of another one, and the number before or behind that."""
    match = COUNTED.match(text)
    return match is not None and any((match["label"], str(int(match["number"]) + n)) in counted for n in (-1, 1))


def cells_apart(evidence: Evidence) -> Iterator[Doubt]:
    """Short blocks in a row, several of them figures: the cells of a table that a tool read one by one. They may stand
    in a table of one column, where they are no items.
    """
    apart = not evidence.cleaned.has_structure()
    for cells, row in groupby(evidence.letter.blocks, may_be_cell):
        found = list(row) if cells else []
        several = len(found) >= SEVERAL_CELLS and sum(is_figured(block.text) for block in found) >= SEVERAL_FIGURES
        for block in found if several else ():
            yield from _each_line(evidence, block)
    for block in evidence.letter.blocks if apart else ():
        if block.kind is Kind.TABLE and not any(cell.column for cell in block.cells):
            yield from _each_line(evidence, block)


def _each_line(evidence: Evidence, block: Block) -> Iterator[Doubt]:
    for line in evidence.lines_with(block):
        yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, line.number, line.plain, block.anchor)


def may_be_cell(block: Block) -> bool:
    """Whether a block has a few words and no stop."""
    return block.kind in CELLS and is_cell_text(block.text)


def rows_beside_tables(evidence: Evidence) -> Iterator[Doubt]:
    """What stands right above or below a table and ends as its rows do."""
    for above, below in pairwise(evidence.letter.blocks):
        for one, other in ((above, below), (below, above)):
            row = other.kind is Kind.TABLE and one.kind in TEXT and ROW_END.fullmatch(one.text)
            if row and not (ENDED.fullmatch(one.text) or CAPTION.fullmatch(one.text) or LABELLED.match(one.text)):
                yield evidence.doubt(DoubtKind.TABLE_GIVEN_UP, one.lines[0], one.text, one.anchor)


def run(lines: Sequence[Line], at: int, is_row: Callable[[str], bool], least: int) -> int:
    """Where rows that begin here end; 0 where fewer than the least are there."""
    end = at
    while end < len(lines) and is_row(lines[end].plain):
        end += 1
    return end if end - at >= least else 0


def columns(lines: Sequence[Line], at: int) -> tuple[int, bool]:
    """Where lines end whose words begin below each other, with white space before them, and whether all are labels with
    their values, as in a list of decisions; 0 where there are none."""
    end, labels = at, True
    while end < len(lines) and (found := columns_from(lines, end)) and begins_alike(lines, found):
        labels = labels and all(row[0].endswith(":") for row in texts_of(lines, found))
        end = found.end
    return (end if end > at else 0), labels


def begins_alike(lines: Sequence[Line], table: TextTable) -> bool:
    """Whether each column begins at one place, and no row has a gap elsewhere: white space that fills lines does."""
    placed = [(lines[at], row) for at, row in zip(table.lines, table.rows, strict=True)]
    begins = zip(*([line.indent + cell[0] if cell else None for cell in row] for line, row in placed), strict=True)
    filled = any(len(GAP.findall(line.text)) >= len(row) for line, row in placed)
    return not filled and any(len(set(column)) == 1 for column in list(begins)[1:])


def is_figure(text: str) -> bool:
    return FIGURE.fullmatch(text) is not None


def is_figures(text: str) -> bool:
    """Two figures or more, and nothing else."""
    words = text.split()
    return len(words) > 1 and all(map(is_figure, words))


def ends_in_figures(text: str) -> bool:
    """A label, and two figures or more behind it."""
    words = UNIT_BEFORE.sub("", text).split()
    if len(words) < 3 or not all(map(is_figure, words[-2:])):
        return False
    return not is_figure(words[0]) or YEAR.fullmatch(words[0]) is not None
