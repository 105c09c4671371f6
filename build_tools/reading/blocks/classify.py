"""Groups of lines become blocks: headings with their level, paragraphs, list items with their depth, signatures."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from build_tools.draft import Cut, Draft, Line
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.dutch.matching import is_closing
from build_tools.model import DEEPEST_HEADING, HIGHEST_HEADING, Block, Kind, Reason, TextCell
from build_tools.reading.blocks.forms import heads_table, no_headings, with_rows
from build_tools.reading.blocks.given_levels import ANNEX, given_levels
from build_tools.reading.blocks.heading_shapes import (
    CASE,
    HEADING_MARK,
    HEADING_NUMBER,
    LABEL_VALUE,
    NUMBERS,
    QUESTION,
    ends_as_heading,
    gives_value,
    headed_by_colons,
    is_remark,
    lettered_parts,
)
from build_tools.reading.blocks.items import is_unmarked_item, with_unmarked
from build_tools.reading.blocks.joining.dehyphenation import Joined, join
from build_tools.reading.blocks.known_starts import PREFIXED, heads_of_points, lettered_labels, subjects_of_points
from build_tools.reading.blocks.line_groups import LineGroup, is_bare, text_of
from build_tools.reading.blocks.list_marks import depths
from build_tools.reading.blocks.numbered_headings import (
    NUMBERED_QUESTION,
    missing_numbers,
    numbers_heading,
    questions_alike,
    subjects_in_a_row,
)
from build_tools.reading.blocks.paragraphs import OPENS, group, opens_or_closes
from build_tools.reading.blocks.tables import join_table, with_cells_kept
from build_tools.reading.signing.shapes import OFFICER

LONGEST_HEADING, HEADING_LINES = 150, 3
"""Characters and lines of a heading at the most: what is longer says something. In the five seeds 105 are the most."""

HEADING_WORDS, NUMBERED_WORDS = 18, 24
"""Words of a heading at the most, and of one with a number. Chosen by measure; the longest of the five seeds has 14."""

ANSWERS = re.compile(
    r"(?:Antwoord(?:en)?|Beantwoording|Vragen|De (?:antwoorden|vragen)) .*(?:[^.]|ingezonden [^()]*\)\.)"
)
ANSWERS_LINES = 6
"""What names an annex with answers: who answers whose questions about what, and when these were put, on six lines at
the most; no sentence, it has no stop but behind that day."""

WORD = re.compile(r"[A-Za-zÀ-ÿ]{2}")
"""Two letters in a row: a line of figures or dashes has none, and heads nothing."""

TWO_SENTENCES = re.compile(r"[a-zà-ÿ]{2}[.!?] [A-Z]")
"""A sentence that ends before another: `… aan het werk. De gemeenten …`."""

UNNUMBERED = "Bijlage. "
"""What names the only annex before its title: its stop ends no sentence."""

LABELLED = re.compile(
    r"(?:Vraag|Antwoord(?:en)?(?: op vra(?:ag|gen))?|Bijlage|Deel|Hoofdstuk|Paragraaf|Pijler|Spoor|Thema|Actielijn"
    r"|Doel|Ad)\b[ \d,en.:–-]*"
    r"|I{1,3}|IV|VI{0,3}|IX"
)
"""A label with its number and nothing else is a heading, whatever follows: `Vraag 1`, `Antwoord op vraag 3, 4 en 5`;
a Roman number alone as well, as amendments have them."""

LONE_DASHES = ("-", "–", "—")
"""In a table a dash alone says that there is nothing: it is text, not the sign of an item that is lost."""

QUOTES = "«“„‘\"'"
"""What a quotation begins with."""

SECTION = "§ "
"""What can stand before the number of a heading."""

ASKED = re.compile(r"(?:Vraag|Antwoord|VRAAG|ANTWOORD)")
"""`Vraag 3`, `ANTWOORD 3`: below it stands the text of one."""


ANSWERED = re.compile(r"(?:Antwoord|ANTWOORD)(?:en)?(?::?|(?: \d{1,3})?: .+)")
"""What stands between a question and its answer, or begins that; with a number it is a heading by itself."""

WIDE_GAPS = re.compile(r"   (?<=\S   ) *\S.*\S {3,}\S")
"""`Plaats      Datum      Wijziging`: the row of a table with three cells or more, and no words of a heading."""


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


def is_heading(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Short, not ended as a sentence, and with text below it that begins anew."""
    own = groups[index]
    text = text_of(lines, own)
    if any(line.heading for line in lines[own.start : own.end]):
        return True
    if (
        LABELLED.fullmatch(text)
        or QUESTION.fullmatch(text)
        or (CASE.fullmatch(text) and above_question(lines, groups, past_remark(lines, groups, index)))
    ):
        return True
    if ANSWERS.fullmatch(text) and own.end - own.start <= ANSWERS_LINES and heads_questions(lines, groups, index):
        return True
    if is_answered(lines, groups, index) or any(WIDE_GAPS.search(line.text) for line in lines[own.start : own.end]):
        return False
    if len(text) > LONGEST_HEADING or own.end - own.start > HEADING_LINES or not WORD.search(text):
        return False
    if TWO_SENTENCES.search(text.removeprefix(UNNUMBERED)) or heads_table(lines, groups, index) or gives_value(text):
        return False
    first = text.lstrip(f"{OPENS}{SECTION}")[:1]
    if not (first.isupper() or first.isdigit() or HEADING_MARK.match(text)) or opens_or_closes(text) or is_remark(text):
        return False
    sure = HEADING_NUMBER.match(text) or heads_questions(lines, groups, index)
    longest = NUMBERED_WORDS if sure else HEADING_WORDS
    if not followed(lines, groups, index) or len(text.split()) > longest:
        return False
    if text.endswith(":") and introduces(lines, groups[index + 1]) and not HEADING_NUMBER.match(text):
        return False
    return ends_as_heading(text, asked(lines, groups, index))


def introduces(lines: Sequence[Line], after: LineGroup) -> bool:
    """Whether what stands below a colon is an item of a list or a quotation: `De raad schrijft hierover:` / `«…»`."""
    return after.bullet is not None or text_of(lines, after).startswith(tuple(QUOTES))


def past_remark(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> int:
    """The place of a group, or of the remark below it: `(ingezonden 24 juni 2013)`."""
    return index + (index + 1 < len(groups) and is_remark(text_of(lines, groups[index + 1])))


def is_answered(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a block is a question with `Antwoord` right below it: it is asked there, and heads nothing."""
    below = text_of(lines, groups[index + 1]) if index + 1 < len(groups) else ""
    answered = ANSWERED.fullmatch(below) or (below.startswith("Antwoord") and QUESTION.fullmatch(below))
    return text_of(lines, groups[index]).endswith("?") and bool(answered)


def heads_questions(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a block stands below a signature and right above the first question: it names the annex with these."""
    return index > 0 and groups[index - 1].signature and above_question(lines, groups, index)


def above_question(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether the block below is the heading of a question."""
    if index + 1 == len(groups):
        return False
    after = groups[index + 1]
    text = text_of(lines, after)
    first = NUMBERED_QUESTION.fullmatch(text) is not None and text.startswith("1. ")
    return first or QUESTION.fullmatch(text) is not None or heads_by_number(lines[after.start])


def followed(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether a block follows that can stand under a heading: it does not go on in a small letter; nor does it close
    the letter, where what stands here is a label with its value."""
    if index + 1 >= len(groups) or groups[index + 1].signature:
        return False
    after = groups[index + 1]
    below = text_of(lines, after)
    if is_closing(below) and LABEL_VALUE.fullmatch(text_of(lines, groups[index])):
        return False
    return after.bullet is not None or not below.lstrip(OPENS)[:1].islower()


def asked(lines: Sequence[Line], groups: Sequence[LineGroup], index: int) -> bool:
    """Whether the block stands under `Vraag 3`, `Antwoord 3` or a `3` that heads one: what stands there is its text,
    however short. So is a question among others below `Vraag 3 en 4`."""
    while index:
        above, own = groups[index - 1], text_of(lines, groups[index])
        if ASKED.match(text_of(lines, above)) or heads_by_number(lines[above.start]):
            return True
        if not (own.endswith("?") and text_of(lines, above).endswith("?")):
            return False
        index -= 1
    return False


def heads_by_number(line: Line) -> bool:
    """Whether a line is the number of a question that stands alone."""
    return line.heading and NUMBERS.fullmatch(line.plain) is not None


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
