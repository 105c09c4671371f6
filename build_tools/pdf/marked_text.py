"""The running text of a comparison in print.

After `marked_text`: each passage of the page's running text stands there once, in its order, each note at its first
marker (a note without one at its place in the text). The first mark of a change has its number before it, and what is
as a whole in one document only, or moved, says so above it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from build_tools.addresses import is_note
from build_tools.compare.model import ChangeKind, Comparison, Row, Side
from build_tools.compare.telling.misread import changes_of, misread
from build_tools.compare.telling.names import NamedDocument
from build_tools.dutch.characters import visible
from build_tools.dutch.format import capital, counted, number
from build_tools.dutch.tokens import count_words
from build_tools.model import Kind, Passage
from build_tools.pages.comparison.cells import table_of
from build_tools.pages.comparison.marks import TAGS, Ink, new_place, old_place, sort_of_mark
from build_tools.pages.comparison.markup import by_passage, setting_of
from build_tools.pages.comparison.views import View, running_inline, whole_change
from build_tools.pages.markdown import LABEL
from build_tools.pdf.flow import Part, Steps, flow, foot_note, number_of_note

HEADINGS_ABOVE = 2
"""The text stands below a heading of this level."""

_MARKER = re.compile("\1([ab])([0-9]+)\1")
"""Where a note may go, until it is known which notes have a marker. Escaped text has no such character."""

Written = tuple[Passage, str]
"""A passage and its text as HTML."""

Key = tuple[Side, int]
"""A note: of which document, and its number there."""


@dataclass(slots=True)
class Pen(Ink):
    """Marks in print. What only the prints do differently gets none."""

    def tag(self, side: Side, n: int, inner: str) -> str:
        change = self.changes[n]
        if change.kind is ChangeKind.LAYOUT:
            return inner if side is Side.B else ""
        sort = sort_of_mark(side, change.of(side))
        return f"{self.number(side, n)}<{TAGS[side]}{sort}>{inner}</{TAGS[side]}>"

    def number(self, side: Side, n: int) -> str:
        """The number of a change, once at each of its places, as a link to the list of changes; with a question mark
        where it may be misread.
        """
        doubt = "?" if n in self.misread else ""
        moved = self.changes[n].kind is ChangeKind.MOVED
        place = self._id(old_place(n) if moved and side is Side.A else new_place(n))
        return f'<a class="nummer"{place} href="#{listed(n)}">w{n}{doubt}</a>' if place else ""

    def apart(self, row: Row) -> bool:
        """Whether a row as a whole is a change."""
        n = whole_change(row)
        return bool(n) and self.changes[n].kind is not ChangeKind.LAYOUT


def listed(n: int) -> str:
    """The name of a change's place in the list of changes."""
    return f"lijst-{n}"


def marked_text(comparison: Comparison, documents: tuple[NamedDocument, NamedDocument]) -> Markup:
    """All passages; what is in one document only, or moved, is set apart under a label."""
    settings = {side: setting_of(comparison.letter(side), partial(_marker, side)) for side in Side}
    changes = {change.n: change for change in comparison.changes}
    pen = Pen(changes, True, changes_of(misread(comparison)))
    view = View(comparison, settings, pen)
    rows = [(row, list(_written(view, row))) for row in comparison.rows]
    marked = {key for _, written in rows for _, html in written for key in _markers(html)}
    stay = [(row, [entry for entry in written if _key(row, entry[0]) not in marked]) for row, written in rows]
    labels = [_label(pen, documents, row) if passages and pen.apart(row) else None for row, passages in stay]
    notes = {
        key: _note(pen, row, html)
        for row, written in rows
        for passage, html in written
        if (key := _key(row, passage)) and key in marked
    }
    steps = Steps(HEADINGS_ABOVE)
    printed = {(side, n): own for side in Side for n, own in comparison.letter(side).printed_numbers.items()}
    parts = [[_part(passage, _set(html, notes, printed), steps) for passage, html in own] for _, own in stay]
    return Markup().join(_stretches(labels, parts))


def _written(view: View, row: Row) -> Iterator[Written]:
    """The paragraphs of a row, each with its passage; of one passage in several paragraphs, they are joined."""
    texts: dict[str, Written] = {}
    for passage, html in by_passage(running_inline(view, row), view.passages(row, row.side)):
        if passage.cells:
            html = table_of(html, empty_heads=True)
        before = f"{texts[passage.anchor][1]}<br>" if passage.anchor in texts else ""
        texts[passage.anchor] = (passage, before + html)
    yield from texts.values()


def _marker(side: Side, n: int) -> str:
    return f"\1{side.value}{n}\1"


def _markers(html: str) -> Iterator[Key]:
    for side, n in _MARKER.findall(html):
        yield Side(side), int(n)


def _key(row: Row, passage: Passage) -> Key | None:
    return (row.side, passage.n) if passage.kind is Kind.NOTE else None


def _note(pen: Pen, row: Row, html: str) -> str:
    """A note for the foot of a page. Beside the text that it came or went with it needs no number of its own."""
    side, n = row.side, whole_change(row)
    if not n:
        return html
    if all(map(is_note, row.anchors(side))):
        return pen.tag(side, n, html)
    return html if side is Side.B else f"<del>{html}</del>"


def _set(html: str, notes: dict[Key, str], printed: Mapping[Key, str]) -> Markup:
    """A text with its notes. Takes those that it sets out of `notes`."""

    def put(marker: re.Match[str]) -> str:
        key = Side(marker[1]), int(marker[2])
        note = notes.pop(key, None)
        return number_of_note(printed[key]) if note is None else foot_note(printed[key], Markup(note))  # noqa: S704

    return Markup(_MARKER.sub(put, html))  # noqa: S704


def _part(passage: Passage, text: Markup, steps: Steps) -> Part:
    if passage.kind is Kind.NOTE:
        label = Markup('<span class="los">{}:</span> ').format(capital(passage.where))
        return Part(Kind.PARAGRAPH, 1, label + text)
    level = steps.of(passage.level + HEADINGS_ABOVE) if passage.kind is Kind.HEADING else passage.level
    return Part(passage.kind, level, text, visible(passage.text), LABEL.match(passage.text) is not None)


def _label(pen: Pen, documents: tuple[NamedDocument, NamedDocument], row: Row) -> Markup:
    """The begin of what stands apart: its number, where it is, and how long it is."""
    side, n = row.side, whole_change(row)
    noun = documents[0 if side is Side.A else 1].noun
    if row.moved:
        name, told = "verplaatst", f"Verplaatst: {'stond' if side is Side.A else 'staat'} hier in {noun}"
    else:
        name, told = ("vervallen" if side is Side.A else "toegevoegd"), f"Alleen in {noun}"
    if (count := len(row.anchors(side))) > 1:
        words = counted(count_words(row.text(side)), "woord", "woorden")
        told = f"{told}, {number(count)} alinea’s en noten, {words}"
    mark = Markup(pen.number(side, n))  # noqa: S704
    return Markup('<div class="apart {}"><p class="etiket">{} {}</p>\n').format(name, mark, told)


def _stretches(labels: Sequence[Markup | None], parts: Sequence[Sequence[Part]]) -> Iterator[Markup]:
    """What has a label apart, and what is between as one text."""
    for together, group in groupby(zip(labels, parts, strict=True), key=lambda entry: entry[0] is None):
        if together:
            yield flow([part for _, own in group for part in own])
        else:
            yield from (Markup("{}{}</div>\n").format(label, flow(own)) for label, own in group)
