"""The running text of a PDF: passages with their text as HTML, one after another.

After `flow`: headings go down one level at a time, items that follow each other are a list, deeper items lie in the one
before them, and the lines of a signature stay together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from markupsafe import Markup

from build_tools.model import DEEPEST_HEADING, Kind

WIDE, WIDER = 8, 11
"""Columns of a table from which its type is smaller, so that figures such as 1.234,5 stay whole on A4."""


@dataclass(frozen=True, slots=True)
class Part:
    """A passage on its way to print.

    The text of a table is the table. `name` is how the outline names a heading; `labelled` says of an item that its
    text has its own label; `annex` is 0 for the letter and 1 and on for what comes with it; `n` is the number
    beside it, if any.
    """

    kind: Kind
    level: int
    text: Markup
    name: str = ""
    labelled: bool = False
    annex: int = 0
    n: int = 0

    @property
    def beside(self) -> Markup:
        """What says its number in the margin."""
        return Markup(' data-al="{}"').format(self.n) if self.n else Markup()


class Steps:
    """Levels of headings in reading order: none is more than one deeper than the one before it."""

    def __init__(self, above: int) -> None:
        self._last = above

    def of(self, level: int) -> int:
        """The level that a heading gets, and the next one counts from."""
        self._last = max(1, min(level, self._last + 1, DEEPEST_HEADING))
        return self._last


def flow(parts: Sequence[Part]) -> Markup:
    """The parts as HTML. An annex begins on a page of its own."""
    return Markup().join(_runs(parts))


def _runs(parts: Sequence[Part]) -> Iterator[Markup]:
    before = 0
    for (kind, annex), run in groupby(parts, lambda part: (part.kind, part.annex)):
        stretch, turns, before = list(run), annex != before, annex
        if kind is Kind.ITEM:
            written = _list(stretch)
        elif kind is Kind.SIGNATURE:
            written = Markup('<div class="handtekening">{}</div>').format(_paragraphs(stretch))
        elif kind is Kind.HEADING:
            written = Markup().join(map(_heading, stretch))
        elif kind is Kind.TABLE:
            written = Markup().join(map(_table, stretch))
        else:
            written = _paragraphs(stretch)
        yield Markup('<div class="bijlage"></div>') + written if turns else written


def _heading(part: Part) -> Markup:
    return Markup('<h{0} data-naam="{1}">{2}</h{0}>\n').format(part.level, part.name, part.text)


def _table(part: Part) -> Markup:
    """A table, set smaller the more cells its longest row has."""
    cells = max(row.count("</td>") + row.count("</th>") for row in part.text.split("</tr>"))
    name = "tabel breder" if cells >= WIDER else "tabel breed" if cells >= WIDE else "tabel"
    return Markup('<div class="{}"{}>{}</div>\n').format(name, part.beside, part.text)


def _paragraphs(parts: Sequence[Part]) -> Markup:
    return Markup().join(Markup("<p{}>{}</p>\n").format(part.beside, part.text) for part in parts)


def _list(items: Sequence[Part]) -> Markup:
    """Items that are deeper than the one before them lie in it."""
    highest = accumulate((item.level for item in items), min)
    tops = [at for at, (item, level) in enumerate(zip(items, highest, strict=True)) if item.level <= level]
    written = Markup()
    for start, end in pairwise([*tops, len(items)]):
        inner = _list(items[start + 1 : end]) if end > start + 1 else Markup()
        mark = Markup(' class="genummerd"') if items[start].labelled else Markup()
        written += Markup("<li{}{}>{}{}</li>\n").format(mark, items[start].beside, items[start].text, inner)
    return Markup("<ul>{}</ul>\n").format(written)


def foot_note(printed: str, text: Markup) -> Markup:
    """A note at its marker, with its printed number: it goes to the foot of the page."""
    if not printed.isdecimal():
        return Markup('<span class="noot" data-nummer="{}">{}</span>').format(printed, text)
    return Markup('<span class="noot" style="counter-set: footnote {}">{}</span>').format(int(printed) - 1, text)


def number_of_note(printed: str) -> Markup:
    """The marker of a note that stands already."""
    return Markup("<sup>{}</sup>").format(printed)
