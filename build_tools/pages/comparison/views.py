"""The two views of a comparison: one running text, and two columns side by side.

In the running text, what is left without `<ins>` is the first document, and without `<del>` the second. In the columns
each document stands in its own. `proof.py` reads the finished HTML back and fails when that is not so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from build_tools.addresses import page_path
from build_tools.compare.model import Comparison, Piece, Row, Side
from build_tools.compare.telling.misread import changes_of, misread
from build_tools.compare.telling.traces.spelling import differing_letters
from build_tools.dutch.characters import visible
from build_tools.dutch.format import capital
from build_tools.dutch.tokens import BOUNDARY
from build_tools.model import NEXT_ROW, Passage
from build_tools.pages.comparison.cells import CELL_ENDS
from build_tools.pages.comparison.folding import fold, fold_long
from build_tools.pages.comparison.marks import TAGS, Ink, new_place, old_place
from build_tools.pages.comparison.markup import (
    ENDS,
    Setting,
    between,
    note_link,
    paragraphs,
    parted,
    setting_of,
    tagged,
    text,
)


@dataclass(frozen=True, slots=True)
class View:
    """One comparison on its way to HTML."""

    comparison: Comparison
    settings: Mapping[Side, Setting]
    ink: Ink

    def passages(self, row: Row, side: Side) -> list[Passage]:
        """The passages of one document in a row."""
        return [self.settings[side].passages[anchor] for anchor in row.anchors(side)]

    def places(self, row: Row, sides: Sequence[Side] = tuple(Side)) -> str:
        """Links to the passages of a row on the pages of the letters."""
        links = []
        for side in sides:
            path = f"../../brieven/{page_path(self.comparison.letter(side).id)}/"
            for own in self.passages(row, side)[:1]:
                name = escape(f"{capital(visible(own.where))} in {side.value.upper()}")
                short = escape(f"{side.value.upper() if len(sides) > 1 else ''}{visible(own.number)}")
                links.append(f'<a href="{escape(path)}#{own.anchor}" aria-label="{name}">{short}</a>')
        return f'<span class="bijwerk plaats">{" ".join(links)}</span>'


def running_view(comparison: Comparison) -> str:
    """One text: what only the first has struck out, what only the second has underlined."""
    view = _view(comparison, True)
    rows = [(row, list(_running_row(view, row))) for row in comparison.rows]
    return "\n".join(fold(rows, with_lines=True))


def column_view(comparison: Comparison) -> str:
    """Two columns, passage beside passage."""
    view = _view(comparison, False)
    rows = [(row, [_column_row(view, row)]) for row in comparison.rows]
    return "\n".join(fold(rows))


def _view(comparison: Comparison, with_ids: bool) -> View:
    letters = {side: comparison.letter(side) for side in Side}
    marks = {side: partial(note_link, letter.id, letter.printed_numbers) for side, letter in letters.items()}
    settings = {side: setting_of(letter, marks[side]) for side, letter in letters.items()}
    changes = {change.n: change for change in comparison.changes}
    return View(comparison, settings, Ink(changes, with_ids, changes_of(misread(comparison))))


def _running_row(view: View, row: Row) -> Iterator[str]:
    """The paragraphs of a row; what stands in one document only is inside one mark."""
    side, whole = row.side, whole_change(row)
    open_, close = _mark_around(view, side, whole)
    mark = view.ink.layout(Side.B, row.layout)
    yield f'<div class="rij">{view.places(row)}{_elsewhere(row)}{open_}'
    yield from paragraphs(running_inline(view, row), view.passages(row, side), mark)
    yield f"{close}</div>"


def _mark_around(view: View, side: Side, whole: int) -> tuple[str, str]:
    """The tags around a row that is as a whole one change; around any other none."""
    return (f"<{TAGS[side]} {view.ink.attributes(side, whole, True)}>", f"</{TAGS[side]}>") if whole else ("", "")


def whole_change(row: Row) -> int:
    """The number of the change that all of a row is, if it is one."""
    return row.moved or (row.pieces[0].change if row.alone else 0)


def running_inline(view: View, row: Row) -> Iterator[str]:
    """The text of a row in the running text, with marks where a part of it changed."""
    if row.alone and (not row.moved or row.a):
        return _plain(view, row, row.side)
    return _marked(view, row, bool(whole_change(row)))


def _elsewhere(row: Row) -> str:
    """At either place of a moved passage: where the other one is."""
    if not row.moved:
        return ""
    if row.a:
        return f'<a class="bijwerk elders" href="#{new_place(row.moved)}">Staat nu elders</a>'
    return f'<a class="bijwerk elders" href="#{old_place(row.moved)}">Stond eerst elders</a>'


def _plain(view: View, row: Row, side: Side) -> Iterator[str]:
    """The text of one document without marks of changes."""
    at = 0
    marks, shapes = view.settings[side].of(row, side), view.settings[side].shapes(row, side)
    for piece in row.pieces:
        whole = Piece(piece.of(side), piece.of(side))
        yield from parted(whole, at, marks, side, shapes)
        at += len(piece.of(side))


def _marked(view: View, row: Row, moved: bool) -> Iterator[str]:
    """Both texts: first what was, then what is. In what moved, the notes are those of its new place."""
    marks = {side: view.settings[side].of(row, side) for side in Side}
    shapes = {side: view.settings[side].shapes(row, side) for side in Side}
    tables = all(passage.cells for side in Side for passage in view.passages(row, side))
    at_a, at_b = 0, 0
    for piece in row.pieces:
        if not piece.change:
            yield from parted(piece, at_b, marks[Side.B], Side.B, shapes[Side.B])
        elif both_end(piece):
            yield from (view.ink.tag(side, piece.change, text(piece.of(side))) for side in Side)
            yield between(piece.b) if tables else ""
        else:
            spelt_a, spelt_b = _spelt(piece, at_a, at_b)
            old = [*(() if moved else marks[Side.A]), *spelt_a]
            new = [*marks[Side.B], *spelt_b]
            yield from tagged(view.ink, Side.A, piece, at_a, old, shapes[Side.A], CELL_ENDS if tables else None)
            yield from tagged(view.ink, Side.B, piece, at_b, new, shapes[Side.B], CELL_ENDS)
        at_a, at_b = at_a + len(piece.a), at_b + len(piece.b)


def _spelt(piece: Piece, *starts: int) -> Iterator[list[tuple[int, str]]]:
    """Marks around the letters that differ inside a word, on either side; of a first letter the whole word tells."""
    found = differing_letters(piece.a, piece.b) or ((0, 0), (0, 0))
    for at, (start, end) in zip(starts, found, strict=True):
        yield [(at + start, "<b>"), (at + end, "</b>")] if 0 < start < end else []


def both_end(piece: Piece) -> bool:
    """Whether a change is but how two tables end a row: one goes on, the other is followed by a second one."""
    return {piece.a, piece.b} == {BOUNDARY, NEXT_ROW}


def _column_row(view: View, row: Row) -> str:
    cells = (_cell(view, row, side) for side in Side)
    return f'<div class="paar">{"".join(cells)}</div>'


def _cell(view: View, row: Row, side: Side) -> str:
    """One document's part of a row, or an empty cell; named, so that who hears it knows whose text it is."""
    passages = view.passages(row, side)
    where = ", ".join((side.value.upper(), passages[0].where if passages else "niets"))
    cell = f'<div class="cel cel-{side.value}" role="group" aria-label="{escape(visible(where))}">'
    if not passages:
        return f"{cell}</div>"
    whole = whole_change(row)
    open_, close = _mark_around(view, side, whole)
    alone = whole and not row.moved
    inline = _plain(view, row, side) if alone else _one_side(view, row, side)
    mark = view.ink.layout(side, row.layout)
    content = "\n".join(fold_long(list(paragraphs(inline, passages, mark)), row))
    beside = view.places(row, [side]) + _elsewhere(row)
    return f"{cell}{beside}{open_}\n{content}\n{close}</div>"


def _one_side(view: View, row: Row, side: Side) -> Iterator[str]:
    """One document's text with marks on what the other one has otherwise."""
    marks, shapes = view.settings[side].of(row, side), view.settings[side].shapes(row, side)
    at = 0
    for piece in row.pieces:
        own = piece.of(side)
        if piece.change and own:
            yield from tagged(view.ink, side, piece, at, marks, shapes, ENDS)
        else:
            breaks = tuple(entry for entry in piece.breaks if entry.side is side)
            yield from parted(Piece(own, own, 0, breaks), at, marks, side, shapes)
        at += len(own)
