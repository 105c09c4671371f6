"""A tagged PDF, read by its tree; what the tree does not hold is read by place."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING, Kind, Reason
from build_tools.sources.readers.pdf.by_place import Set, furniture
from build_tools.sources.readers.pdf.file.glyphs import DrawnPage, Glyph
from build_tools.sources.readers.pdf.file.tree import Content, Element
from build_tools.sources.readers.pdf.furniture import PrintedPages
from build_tools.sources.readers.pdf.going_on import continues
from build_tools.sources.readers.pdf.headings import LONGEST, underlined, with_headings
from build_tools.sources.readers.pdf.marks import Counts, counted_on, counts_on, is_unsure, mark_of, place_of, settled
from build_tools.sources.readers.pdf.measure import measure_of
from build_tools.sources.readers.pdf.notes.calls import calls_in
from build_tools.sources.readers.pdf.notes.footnotes import SMALL, add_notes, as_notes, notes_of
from build_tools.sources.readers.pdf.page.columns import Frame, by_page, in_order, joined, text_size
from build_tools.sources.readers.pdf.page.rows import PageRows, PrintRow, rows_of
from build_tools.sources.readers.pdf.page.ruling import outside_tables
from build_tools.sources.readers.pdf.page.setting import Typeset
from build_tools.sources.readers.pdf.page.spreads import as_furniture, continued
from build_tools.sources.readers.pdf.paragraphs import paragraphs_of
from build_tools.sources.readers.pdf.tagged import settings_of
from build_tools.sources.readers.pdf.trust import trusted

IN_ZONE = 0.8
"""Of the letters of a setting: as many stand where the letterhead, the margin or a foot is, so it is that."""

SECOND_ROW = 2
"""Rows of a head that a tree does not call so: the second one names what stands below a cell over two columns."""

LONGEST_NAMED = 300
"""Characters of a heading that the tree calls so: the subject of a report can be long. If it ends as a sentence does,
it has no more than any heading."""

Key = tuple[str, float, float, int]
"""What tells a character from all others: what and where it is."""


def read_by_tags(sheets: Sequence[DrawnPage], printed: PrintedPages, tree: Element) -> Set | None:
    """What the tree gives, with what stands around it; None where it cannot be believed."""
    frame = printed.frame
    zones = {key(glyph): reason for row, reason in printed.zones.items() for glyph in row.glyphs if glyph}
    found = outside_zones(settings_of(tree, by_mark(sheets)), zones)
    held = {key(glyph) for one in found for row in one.rows for glyph in row.glyphs if glyph}
    rest = [replace(sheet, glyphs=tuple(g for g in sheet.glyphs if key(g) not in held)) for sheet in sheets]
    letters = sum(not g.text.isspace() and key(g) not in zones for sheet in sheets for g in sheet.glyphs)
    if not trusted(found, letters, frame):
        return None
    around, loose = apart(rest, zones, frame)
    found, strayed = without_strayed(found, frame)
    text, notes = with_notes([*placed(found, [*strayed, *without_heads(loose, found)])], frame, sheets)
    text = with_titles([*with_items(whole(text, frame))], frame, underlined(text, sheets))
    text = continued(text)
    return [*around, *text, *notes], calls_in(text, notes), frame


def key(glyph: Glyph) -> Key:
    return glyph.text, glyph.x0, glyph.base, glyph.page


def by_mark(sheets: Sequence[DrawnPage]) -> dict[Content, list[Glyph]]:
    """The characters of each stretch of tagged content."""
    found: dict[Content, list[Glyph]] = {}
    for glyph in (glyph for sheet in sheets for glyph in sheet.glyphs):
        if glyph.mark is not None:
            found.setdefault(Content(glyph.page, glyph.mark), []).append(glyph)
    return found


def outside_zones(settings: Sequence[Typeset], zones: Mapping[Key, Reason]) -> list[Typeset]:
    """The settings that are text: not those that stand where the letterhead, the margin or a foot is."""
    tables: dict[int, list[Typeset]] = {}
    for one in settings:
        if one.table:
            tables.setdefault(one.table, []).append(one)
    return [
        one
        for one in settings
        if one.kind is Kind.NOTE or not in_zone(tables[one.table] if one.table else [one], zones)
    ]


def in_zone(settings: Sequence[Typeset], zones: Mapping[Key, Reason]) -> bool:
    keys = [key(g) for one in settings for row in one.rows for g in row.glyphs if g and not g.text.isspace()]
    return sum(one in zones for one in keys) >= IN_ZONE * len(keys)


def apart(rest: Sequence[DrawnPage], zones: Mapping[Key, Reason], frame: Frame) -> tuple[list[Typeset], list[Typeset]]:
    """What the tree does not hold: what stands around the text, and text that it forgot."""
    pages: list[PageRows] = []
    reasons: dict[PrintRow, Reason] = {}
    loose: list[PrintRow] = []
    for sheet in rest:
        rows: list[PrintRow] = []
        for reason in (Reason.HEAD, Reason.MARGIN, Reason.PAGE_FOOT):
            own = rows_of([g for g in sheet.glyphs if zones.get(key(g)) is reason])
            reasons |= dict.fromkeys(own, reason)
            rows += own
        pages.append(PageRows(tuple(rows), sheet.width, sheet.height))
        loose += joined(in_order(rows_of([g for g in sheet.glyphs if key(g) not in zones]), frame))
    return furniture(pages, reasons), paragraphs_of(loose, frame)


def without_heads(loose: Sequence[Typeset], found: Sequence[Typeset]) -> Iterator[Typeset]:
    """The heads of tables that a page repeats are furniture of it: the tree does not hold them again."""
    tables: dict[int, list[Typeset]] = {}
    for one in found:
        if one.table:
            tables.setdefault(one.table, []).append(one)
    for one in loose:
        yield from repeated(one) if any(repeats_head(one, cells) for cells in tables.values()) else [one]


def repeated(one: Typeset) -> list[Typeset]:
    return [as_furniture(replace(one, rows=(row,), mark=None)) for row in one.rows]


def repeats_head(one: Typeset, cells: Sequence[Typeset]) -> bool:
    """Whether a text stands above the rest of a table on a later page of it, and has only letters of its head."""
    page, base = one.last.page, one.last.base
    below = [cell for cell in cells if cell.first.page == page]
    if not below or page == cells[0].first.page or any(cell.first.base < base for cell in below):
        return False
    head = "".join(cell.text for cell in cells if cell.cell and (cell.cell.header or cell.cell.row < SECOND_ROW))
    return Counter(filter(str.isalnum, one.text)) <= Counter(filter(str.isalnum, head))


def placed(found: Sequence[Typeset], loose: Sequence[Typeset]) -> Iterator[Typeset]:
    """The settings of the tree, and where they stand on the page those that it forgot."""
    waiting = sorted(loose, key=stands_at)
    table = 0
    for one in found:
        inside, table = one.table and one.table == table, one.table
        while waiting and not inside and stands_at(waiting[0]) < stands_at(one):
            yield waiting.pop(0)
        yield one
    yield from waiting


def stands_at(one: Typeset) -> tuple[int, float, float]:
    """Where a text begins: its page, how far down, how far right."""
    return one.first.page, one.first.base, one.first.x0


def without_strayed(found: Sequence[Typeset], frame: Frame) -> tuple[list[Typeset], list[Typeset]]:
    """The settings of a tree, and the text that it calls the rest of a note: the end of a paragraph that goes on over
    the page, set as large as the text at the top of the page behind the note."""
    behind = {
        at
        for at, (before, one) in enumerate(pairwise(found), start=1)
        if before.kind is Kind.NOTE and not is_no_note(before, frame) and is_no_note(one, frame)
        and one.first.page > before.last.page
    }  # fmt: skip
    strayed = [replace(found[at], kind=Kind.PARAGRAPH) for at in sorted(behind)]
    return [one for at, one in enumerate(found) if at not in behind], strayed


def with_notes(
    found: Sequence[Typeset], frame: Frame, sheets: Sequence[DrawnPage]
) -> tuple[list[Typeset], list[Typeset]]:
    """Text and notes apart: the notes are tagged, or else known by their place."""
    smaller = are_smaller([row for one in found for row in one.rows if one.kind is Kind.NOTE], frame)
    found = [replace(one, kind=Kind.PARAGRAPH) if smaller and is_no_note(one, frame) else one for one in found]
    tagged = any(one.kind is Kind.NOTE for one in found)
    flat = [row for one in found if not one.table for row in one.rows]
    ordered = [row for own in by_page(flat) for row in sorted(own, key=lambda row: (row.base, row.x0))]
    rules = {sheet.number: outside_tables(sheet.rules) for sheet in sheets}
    small = set(ordered).difference(notes_of(ordered, frame, rules, sheets[0].width)[0])
    rows = [row for one in found for row in one.rows if one.kind is Kind.NOTE or is_note(one, row, small, tagged)]
    notes: list[list[PrintRow]] = []
    add_notes(notes, rows)
    gone = set(rows)
    text = [replace(one, rows=tuple(row for row in one.rows if row not in gone)) for one in found]
    return [one for one in text if one.rows], as_notes(notes)


def are_smaller(notes: Sequence[PrintRow], frame: Frame) -> bool:
    """Whether the rows of the notes are set smaller than the text."""
    return bool(notes) and text_size(notes) < SMALL * frame.size


def is_no_note(one: Typeset, frame: Frame) -> bool:
    """Whether what the tree calls a note is set as large as the text."""
    return one.kind is Kind.NOTE and not any(row.size < SMALL * frame.size for row in one.rows)


def is_note(one: Typeset, row: PrintRow, small: set[PrintRow], tagged: bool) -> bool:
    """Whether a row is a note by its place; where others are tagged as notes, its number has to be raised."""
    return row in small and not one.table and (one.first.opens_raised or not tagged)


def whole(found: Sequence[Typeset], frame: Frame) -> list[Typeset]:
    """Text in no paragraph is parted by place; a paragraph that the end of a page parts is whole again."""
    found = list(parted_loose(found, frame))
    rows = [row for one in found for row in one.rows if not one.table]
    if not rows:
        return found
    measure = measure_of(rows, frame)
    splits = not any(len({row.page for row in one.rows}) > 1 for one in found)
    texts: list[Typeset] = []
    for one in found:
        if texts and continues(texts[-1], one, measure, splits):
            texts[-1] = replace(texts[-1], rows=(*texts[-1].rows, *one.rows))
        else:
            texts.append(one)
    return texts


def parted_loose(found: Sequence[Typeset], frame: Frame) -> Iterator[Typeset]:
    for one in found:
        if one.level:
            yield one
        else:
            yield from paragraphs_of(one.rows, frame)


def with_items(found: Sequence[Typeset]) -> Iterator[Typeset]:
    """Paragraphs that begin with the mark of an item are items, also where the tree does not say so."""
    counts: Counts = {}
    for at, one in enumerate(found):
        mark = settled(mark_of(one.first), one.first, counts) if one.kind is Kind.PARAGRAPH else one.mark
        if mark and not one.mark and is_unsure(mark):
            mark = mark if counted_on(mark, [one.last], [after.first for after in found[at + 1 :]]) else None
        if mark and (one.mark or not mark.kept or counts_on(mark, one.first, counts)):
            counts[place_of(mark, one.first)] = mark.value
            yield replace(one, kind=Kind.ITEM, mark=mark)
        else:
            yield one


def with_titles(found: Sequence[Typeset], frame: Frame, lined: set[PrintRow]) -> list[Typeset]:
    """Headings by their type, also beside those that the tree names; its own levels count from 2."""
    found = [replace(one, kind=Kind.PARAGRAPH) if is_running_text(one) else one for one in found]
    named = [one.level for one in found if one.kind is Kind.HEADING]
    shown = with_headings(found, frame, lined)
    if not named:
        return shown
    top, below = min(named), max(named) + 1
    levels = [
        one.level if one.kind is Kind.HEADING else below if after.kind is Kind.HEADING else 0
        for one, after in zip(found, shown, strict=True)
    ]
    return [as_heading(one, level - top) if level else one for one, level in zip(found, levels, strict=True)]


def is_running_text(one: Typeset) -> bool:
    """Whether what the tree calls a heading is a paragraph: those who write set text in its style by mistake."""
    length = len(one.text)
    return one.kind is Kind.HEADING and (length > LONGEST_NAMED or (length > LONGEST and one.text.endswith((".", "?"))))


def as_heading(one: Typeset, below: int) -> Typeset:
    """What is a heading, so many levels below the highest of its document; it is sure where the tree says so."""
    level = min(DEEPEST_HEADING, HIGHEST_HEADING + below)
    return replace(one, kind=Kind.HEADING, mark=None, level=level, sure=one.kind is Kind.HEADING)
