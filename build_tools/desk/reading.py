"""A block or note as its page shows it, with the doubted words marked. All is escaped here."""

from collections.abc import Iterable

from markupsafe import Markup

from build_tools.desk.marked import found_at
from build_tools.model import Block, Kind, Letter, Note, TextCell
from build_tools.pages.markdown import inline_html, part_of
from build_tools.tabular.grid import shaped
from build_tools.tabular.writing import html_table

TAGS = {Kind.HEADING: "p", Kind.PARAGRAPH: "p", Kind.SIGNATURE: "p", Kind.ITEM: "li"}
"""A heading is no heading of this page: it looks like one."""

Marks = dict[int, str]


def part_at(letter: Letter, anchor: str) -> Block | Note:
    """The block or note with an anchor."""
    passage = next(passage for passage in letter.passages if passage.anchor == anchor)
    parts: Iterable[Block | Note] = letter.notes if passage.kind is Kind.NOTE else letter.blocks
    return next(part for part in parts if part.n == passage.n)


def as_shown(part: Block | Note, words: Iterable[str]) -> Markup:
    """A block or note, with words marked in it."""
    if isinstance(part, Block) and part.cells:
        table = html_table(shaped(part.cells), lambda cell: _cell(part, cell))
        return Markup(f'<div class="schuif" role="region" aria-label="Tabel" tabindex="0">{table}</div>')  # noqa: S704
    marks = _marked(part.text, words)
    if isinstance(part, Note):
        return _element("p", "", f"<sup>{Markup.escape(part.printed)}</sup> {inline_html(part.text, marks)}")
    for at, call in _calls(part):
        marks[at] = marks.get(at, "") + call
    for at in part.breaks if part.kind is not Kind.HEADING else ():
        marks[at] = marks.get(at, "") + "<br>"
    return _element(TAGS[part.kind], part.kind.value, inline_html(part.text, marks))


def _element(tag: str, name: str, inner: str) -> Markup:
    named = f' class="{name}"' if name else ""
    shown = f"<{tag}{named}>{inner}</{tag}>"
    return Markup(f"<ul>{shown}</ul>" if tag == "li" else shown)  # noqa: S704 -- the inner part is escaped


def _marked(text: str, words: Iterable[str]) -> Marks:
    """Where marks begin and end. What overlaps is one mark."""
    spans = sorted(span for one in words if (span := found_at(text, one)))
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return {start: "<mark>" for start, _ in joined} | {end: "</mark>" for _, end in joined}


def _calls(block: Block) -> Iterable[tuple[int, str]]:
    return ((ref.at, f"<sup>{ref.n}</sup>") for ref in block.notes)


def _cell(block: Block, cell: TextCell) -> str:
    text, notes, _, _ = part_of(block, cell, ())
    return inline_html(text, {ref.at: f"<sup>{ref.n}</sup>" for ref in notes})
