"""Groups of lines become blocks: headings with their level, paragraphs, list items with their depth, signatures."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from build_tools.draft import Cut, Draft, Line
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING, Block, Kind, Reason, TextCell
from build_tools.reading.blocks.forms import no_headings, with_rows
from build_tools.reading.blocks.given_levels import ANNEX, given_levels
from build_tools.reading.blocks.heading_shapes import HEADING_NUMBER, QUESTION, headed_by_colons, lettered_parts
from build_tools.reading.blocks.headings import heads_by_number, is_heading
from build_tools.reading.blocks.items import is_unmarked_item, with_unmarked
from build_tools.reading.blocks.joining.dehyphenation import Joined, join
from build_tools.reading.blocks.known_starts import PREFIXED, heads_of_points, lettered_labels, subjects_of_points
from build_tools.reading.blocks.line_groups import LineGroup, is_bare, text_of
from build_tools.reading.blocks.lists.list_marks import depths
from build_tools.reading.blocks.numbered_headings import (
    missing_numbers,
    numbers_heading,
    questions_alike,
    subjects_in_a_row,
)
from build_tools.reading.blocks.paragraphs import group
from build_tools.reading.blocks.tables import join_table, with_cells_kept
from build_tools.reading.signing.shapes import OFFICER

LONE_DASHES = ("-", "–", "—")
"""In a table a dash alone says that there is nothing: it is text, not the sign of an item that is lost."""


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A group on its way to a block: its kind, the lines it came from and its text."""

    kind: Kind
    lines: tuple[Line, ...]
    joined: Joined
    style: str | None
    cells: tuple[TextCell, ...]
    cuts: tuple[Cut, ...]


def make_blocks(draft: Draft, words: Vocabulary) -> tuple[tuple[Block, ...], tuple[Cut, ...]]:
    """The blocks of a draft, and what was left out of their text (bullets, hyphens, markers)."""
    found = pieces_of(draft, words)
    heads = {p.lines[0].start: p.joined.text for p in found if p.kind is Kind.HEADING}
    if missing := missing_numbers(draft.lines, heads):
        lines = (replace(line, heading=True) if at in missing else line for at, line in enumerate(draft.lines))
        found = pieces_of(replace(draft, lines=tuple(lines)), words)
    pieces = [p for p in found if p.joined.text]
    kinds = [p.kind for p in pieces]
    levels = with_parts_of_list(pieces, heading_levels(pieces))
    given = list(given_levels((p.kind, p.lines[0].given, p.joined.text) for p in pieces))
    deep = depths([p.style for p in pieces], [p.lines[0].indent for p in pieces])
    parts = part_numbers(pieces)
    pages = dict(draft.printed_pages)
    blocks = tuple(
        Block(
            n=index + 1,
            kind=kinds[index],
            text=p.joined.text,
            level=given[index] or (levels[index] if p.kind is Kind.HEADING else max(1, deep[index])),
            part=parts[index],
            lines=(min(line.number for line in p.lines), max(line.number for line in p.lines)),
            notes=p.joined.notes,
            breaks=p.joined.breaks if kinds[index] is Kind.SIGNATURE else (),
            page=pages.get(p.lines[0].page),
            spans=p.joined.spans,
            cells=p.cells,
        )
        for index, p in enumerate(pieces)
    )
    return blocks, tuple(cut for p in found for cut in p.cuts)


def pieces_of(draft: Draft, words: Vocabulary) -> list[BlockDraft]:
    """The groups of a draft, each with its kind and text."""
    groups = with_rows(draft.lines, group(draft, words))
    lines, groups = (draft.lines, groups) if draft.has_structure() else with_cells_kept(draft.lines, groups)
    groups = with_unmarked(lines, groups)
    plain = no_headings(lines, groups).union(questions_alike([text_of(lines, own) for own in groups]))
    lines = with_headings(lines, groups, plain)
    return [piece(lines, groups, index, words, index in plain) for index in range(len(groups))]


def with_headings(lines: Sequence[Line], groups: Sequence[LineGroup], plain: Set[int]) -> Sequence[Line]:
    """The lines, of which those that are the letter of a part, a label with one, or end in a colon as headings do in
    this text, are headings."""
    texts = [text_of(lines, own) for own in groups]
    colons = headed_by_colons(texts, [is_bare(lines, own) and at not in plain for at, own in enumerate(groups)])
    subjects = subjects_of_points(texts)
    firsts = [lines[own.start] for own in groups]
    points = [*heads_of_points(texts, [one.blanks > 0 for one in firsts], [one.plain for one in firsts]), *subjects]
    found = {groups[at].start for at in (*lettered_parts(texts), *lettered_labels(texts), *points, *colons)}
    parts = found.union(subjects_in_a_row(lines))
    lines = without_items(lines, [groups[at] for at in subjects])
    return [replace(line, heading=True) if at in parts else line for at, line in enumerate(lines)] if parts else lines


def without_items(lines: Sequence[Line], points: Sequence[LineGroup]) -> Sequence[Line]:
    """The lines, where a file that gives the points of a list as items, as they have numbers, gives them as headings of
    no level that it says."""
    items = {at for own in points for at in range(own.start, own.end)}

    def of_point(line: Line) -> Line:
        given = line.given
        listed = replace(given, kind=Kind.HEADING, level=0) if given and given.kind is Kind.ITEM else given
        return replace(line, given=listed)

    return [of_point(line) if at in items else line for at, line in enumerate(lines)] if items else lines


def piece(
    lines: Sequence[Line], groups: Sequence[LineGroup], index: int, words: Vocabulary, plain: bool = False
) -> BlockDraft:
    """One group with its kind and text; the sign of a list item is cut out. A `plain` one heads nothing."""
    own = groups[index]
    members = list(lines[own.start : own.end])
    kind = kind_of(lines, groups, index, plain)
    style = (own.bullet.style if own.bullet else "") if kind is Kind.ITEM else None
    if own.bullet and kind is Kind.ITEM and own.bullet.width:
        first = members[0]
        members[0] = replace(first, cuts=(*first.cuts, sign_cut(first)))
    joined, cells = join_table(members, words) if kind is Kind.TABLE else (join(members, words), ())
    return BlockDraft(kind, tuple(members), joined, style, cells, joined.cuts)


def sign_cut(line: Line) -> Cut:
    """The sign of a list item: the first character that is left of its line, with the white space behind it."""
    start, end = next((a, b) for a, b in line.kept() if line.text[a - line.start : b - line.start].strip())
    text = line.text[start - line.start : end - line.start]
    sign = start + len(text) - len(text.lstrip())
    rest = line.text[sign + 1 - line.start : end - line.start]
    return Cut(sign, sign + 1 + len(rest) - len(rest.lstrip()), Reason.BULLET)


def kind_of(lines: Sequence[Line], groups: Sequence[LineGroup], index: int, plain: bool = False) -> Kind:
    """What a group of lines is, by how it looks and what stands before it; a `plain` one is no heading."""
    own = groups[index]
    if own.signature:
        return Kind.SIGNATURE
    if given := lines[own.start].given:
        return given.kind
    if text_of(lines, own) in LONE_DASHES:
        return Kind.PARAGRAPH
    placed = any(line.heading for line in lines[own.start : own.end])
    plain = plain and not placed
    if plain and own.bullet and own.bullet.kept and PREFIXED.match(text_of(lines, own)):
        return Kind.PARAGRAPH
    if own.bullet:
        heads = not plain and numbers_heading(lines, groups, index) and is_heading(lines, groups, index)
        return Kind.HEADING if placed or heads else Kind.ITEM
    if not plain and is_heading(lines, groups, index):
        return Kind.HEADING
    before = text_of(lines, groups[index - 1]) if index else ""
    listed = is_unmarked_item(before, text_of(lines, own), index > 0 and groups[index - 1].bullet is not None)
    return Kind.ITEM if listed else Kind.PARAGRAPH


def heading_levels(pieces: Sequence[BlockDraft]) -> list[int]:
    """Levels from 2: numbers tell them; a bare heading lies below the last numbered one.

    After the signature the first heading names the annex, and what follows lies below it.
    Questions and answers are all of one level.
    """
    levels: list[int] = []
    signed, base, below = False, 2, 0
    for p in pieces:
        level = HIGHEST_HEADING
        if ends_letter(p):
            signed, base, below = True, HIGHEST_HEADING, 0
        if p.kind is Kind.HEADING:
            number = HEADING_NUMBER.match(p.joined.text)
            if QUESTION.fullmatch(p.joined.text):
                level, below, signed = base, 1, False
            elif heads_by_number(p.lines[0]):
                level, below, signed = base, 0, False
            elif signed or ANNEX.fullmatch(p.joined.text):
                level, base, below, signed = HIGHEST_HEADING, HIGHEST_HEADING + 1, 0, False
            elif number:
                below = number["number"].count(".") + 1
                level = base + below - 1
            else:
                level = base + below
        levels.append(min(level, DEEPEST_HEADING))
    return levels


def with_parts_of_list(pieces: Sequence[BlockDraft], levels: Sequence[int]) -> Sequence[int]:
    """The levels in a list of points where few words head a part of it: what would be that of its points, and these lie
    below it."""
    subjects = set(subjects_of_points([p.joined.text for p in pieces]))
    heads = {at - 1 for at in subjects if at and pieces[at - 1].kind is Kind.HEADING} - subjects
    if not heads:
        return levels
    return [levels[at + 1] if at in heads else level + (at in subjects) for at, level in enumerate(levels)]


def ends_letter(p: BlockDraft) -> bool:
    """Whether a block signs the letter; officers of a committee sign above the text of their report."""
    return p.kind is Kind.SIGNATURE and OFFICER.fullmatch(p.lines[0].plain) is None


def part_numbers(pieces: Sequence[BlockDraft]) -> list[int]:
    """0 for the letter, then one more for each annex: what follows the signature, and each heading `Bijlage …`."""
    parts: list[int] = []
    part, signed = 0, False
    for p in pieces:
        annex = p.kind is Kind.HEADING and ANNEX.fullmatch(p.joined.text) is not None
        if p.kind is not Kind.SIGNATURE and (signed or (annex and parts)):
            part += 1
            signed = False
        signed = signed or ends_letter(p)
        parts.append(part)
    return parts
