"""Stretches of rows as HTML. All escaping of letters' text on comparison pages happens here.

What is not a letter's own text has the class `bijwerk`, and no text of its own where the style sheet can show it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from build_tools.addresses import note_anchor, page_path
from build_tools.compare.model import Break, Piece, Row, Side
from build_tools.compare.words.word_diff import offsets
from build_tools.dutch.characters import visible
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import DEEPEST_HEADING, NEXT_CELL, NEXT_ROW, Kind, Letter, Passage
from build_tools.pages.comparison.cells import Shapes, as_running_text, table_of
from build_tools.pages.comparison.marks import TAGS, Ink, break_mark, sort_of_mark
from build_tools.tabular.writing import framed

PARAGRAPH = "\0"
"""Between the inline stretches of two paragraphs. Escaped text has no such character."""

ENDS = re.compile(f"([{BOUNDARY}{NEXT_CELL}{NEXT_ROW}])")
"""What ends a passage, a cell or a row. Between inline stretches the last two stand as they are: escaped text has
neither.
"""

HEADING = "h3"
"""Every heading of a text, below the page's own: as parts of a text are folded or left out, a level would be missed."""

_CLASSES = {Kind.ITEM: "punt", Kind.NOTE: "noottekst", Kind.SIGNATURE: "handtekening"}


def text(characters: str) -> str:
    """A letter's text as HTML; where passages meet, a space and a sign that the style sheet shows."""
    parts = (escape(visible(part), quote=False) for part in ENDS.split(characters)[::2])
    return ' <span class="grens bijwerk"></span>'.join(parts)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of one document's passages: what each is, and which marks of notes and lines stand in it."""

    passages: Mapping[str, Passage]
    marks: Mapping[str, Sequence[tuple[int, str]]]

    def of(self, row: Row, side: Side) -> list[tuple[int, str]]:
        """The marks of a row by offset in its text."""
        anchors = row.anchors(side)
        starts = offsets([len(self.passages[anchor].text) + 1 for anchor in anchors])
        own = zip(anchors, starts, strict=False)
        return [(start + at, mark) for anchor, start in own for at, mark in self.marks.get(anchor, ())]

    def shapes(self, row: Row, side: Side) -> "Shapes":
        """The cells of a row's tables by offset in its text."""
        passages = [self.passages[anchor] for anchor in row.anchors(side)]
        starts = offsets([len(passage.text) + 1 for passage in passages])
        cells = [(start + cell.start, cell) for p, start in zip(passages, starts, strict=False) for cell in p.cells]
        return Shapes(tuple(at for at, _ in cells), tuple(cell for _, cell in cells))


def setting_of(letter: Letter, note_mark: Callable[[int], str]) -> Setting:
    """The setting of a letter; `note_mark` gives the marker of a note by its number."""
    marks: dict[str, list[tuple[int, str]]] = {}
    for block in letter.blocks:
        own = [(at, "<br>") for at in block.breaks]
        own += [(ref.at, note_mark(ref.n)) for ref in block.notes]
        marks[block.anchor] = sorted(own)
    return Setting({passage.anchor: passage for passage in letter.passages}, marks)


def note_link(id_: str, printed: Mapping[int, str], n: int) -> str:
    """The marker of a note with its printed number, which leads to it on the page of its letter."""
    href, shown = f"../../brieven/{page_path(id_)}/#{note_anchor(n)}", visible(printed.get(n, str(n)))
    return f'<sup class="bijwerk"><a href="{escape(href)}">{escape(shown)}</a></sup>'


def marked(side: Side, own: str) -> str:
    """What only one of two texts has, without a number."""
    return f"<{TAGS[side]}{sort_of_mark(side, own)}>{text(own)}</{TAGS[side]}>"


def spliced(
    characters: str, start: int, marks: Iterable[tuple[int, str]], breaks: Sequence[Break] = (), begins: bool = False
) -> str:
    """Text that begins at an offset of its row, with the marks that stand behind one of its characters; where it
    `begins` a cell, also those that stand before it.
    """
    end = start + len(characters)
    inside = [(at - start, mark) for at, mark in marks if start < at <= end or (at == start and (begins or not at))]
    inside += [(entry.at, break_mark(entry)) for entry in breaks]
    inside.sort(key=lambda entry: entry[0])
    places = [0, *(at for at, _ in inside), len(characters)]
    parts = [characters[one:other] for one, other in pairwise(places)]
    signs = [mark for _, mark in inside]
    return "".join(text(part) + sign for part, sign in zip(parts, [*signs, ""], strict=True))


def by_passage(inline: Iterable[str], passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """Inline stretches as paragraphs, each with the passage that it is."""
    for index, content in enumerate("".join(inline).split(PARAGRAPH)):
        own = passages[min(index, len(passages) - 1)]
        yield own, content if own.cells else as_running_text(content)


def paragraphs(inline: Iterable[str], passages: Sequence[Passage], before: str = "") -> Iterator[str]:
    """Inline stretches as HTML, the first of them behind a mark."""
    for index, (own, content) in enumerate(by_passage(inline, passages)):
        if own.cells:
            yield framed(table_of(content), f"Tabel, {own.where}", before=before if index == 0 else "")
            continue
        label = (
            f'<span class="bijwerk nootnummer">{escape(visible(own.number))}</span> ' if own.kind is Kind.NOTE else ""
        )
        tag = HEADING if own.kind is Kind.HEADING else "p"
        yield f"<{tag}{_class(own)}>{before if index == 0 else ''}{label}{content}</{tag}>"


def _class(passage: Passage) -> str:
    heading = f"kop kop-{min(max(passage.level, 1), DEEPEST_HEADING)}"
    name = heading if passage.kind is Kind.HEADING else _CLASSES.get(passage.kind)
    return f' class="{name}"' if name else ""


def parted(piece: Piece, start: int, marks: Sequence[tuple[int, str]], side: Side, shapes: Shapes) -> Iterator[str]:
    """The text of an equal stretch, cut where a paragraph or a cell ends."""
    at = start
    for index, part in enumerate(ENDS.split(piece.of(side))):
        if index % 2:
            yield between(part)
            at += 1
            continue
        first = at - start
        breaks = [
            Break(entry.at - first, entry.side, entry.sort)
            for entry in piece.breaks
            if first <= entry.at < first + len(part) + (index == 0 and not part)
        ]
        begins = bool(part) and shapes.begins(at)
        yield (shapes.before(at) if part else "") + spliced(part, at, marks, breaks, begins)
        at += len(part)


def between(end: str) -> str:
    """What stands between inline stretches for the end of a passage, cell or row."""
    return PARAGRAPH if end == BOUNDARY else end


def tagged(
    ink: Ink, side: Side, piece: Piece, start: int, marks: Sequence[tuple[int, str]], shapes: Shapes,
    ends: re.Pattern[str] | None,
) -> Iterator[str]:  # fmt: skip
    """One side of a change in marks, each inside one passage or cell: cut at these ends, or not at all."""
    at = start
    for index, part in enumerate(ends.split(piece.of(side)) if ends else [piece.of(side)]):
        if index % 2:
            yield between(part)
        elif part:
            inner = spliced(part, at, marks, begins=shapes.begins(at))
            yield shapes.before(at) + ink.tag(side, piece.change, inner)
        at += len(part)
