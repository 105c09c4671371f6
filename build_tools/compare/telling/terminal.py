"""A comparison as lines of text, for a terminal."""

from collections.abc import Iterator

from build_tools.compare.model import ChangeKind, Comparison, Side
from build_tools.compare.telling.changes import MISREAD, told
from build_tools.compare.telling.looked_for import looked_for
from build_tools.compare.telling.misread import misread
from build_tools.compare.telling.names import named
from build_tools.compare.telling.verdict import verdict_of
from build_tools.dutch.characters import visible
from build_tools.dutch.format import counted


def as_text(comparison: Comparison, with_layout: bool = False) -> Iterator[str]:
    """The documents, the verdict, the changes one by one; of layout only how many, unless they are asked for.

    Changes of layout have the last numbers and are in no total, as on the page.
    """
    for document in named(comparison):
        age = "de oudste" if document.older else None
        about = [document.title, document.day, age, counted(document.words, "woord", "woorden")]
        yield visible(f"{document.side} {document.id}: {document.what}, {', '.join(filter(None, about))}")
    yield ""
    yield visible(verdict_of(comparison).text)
    for place in misread(comparison):
        numbers = ", ".join(map(str, place.changes))
        where = f" (wijziging {numbers})" if numbers else ""
        side = place.side.value.upper()
        yield "  " + visible(f"{MISREAD}{where}, {side}, regel {place.line}: {place.text}")
    for one in looked_for(comparison):
        yield "  " + visible(f"{one.name}: {one.was or '–'} → {one.becomes or '–'} ({one.n})")
    for line in comparison.head:
        yield "  " + visible(f"alleen in {line.side.value.upper()}, {line.states}: {line.text}")
    yield ""
    layout = comparison.count(ChangeKind.LAYOUT)
    total = len(comparison.changes) - layout
    for change in told(comparison)[: None if with_layout else total]:
        where = ", ".join(filter(None, (_place(change.a, Side.A), _place(change.b, Side.B))))
        size = f" ({change.size})" if change.size else ""
        around = f" [{change.around[0]}·{change.around[1]}]" if change.around else ""
        shown = f"{change.words}{size}{around}"
        number = f"{change.n}" if change.n > total else f"{change.n}/{total}"
        yield visible(f"{number} {change.name}: {shown} {where}")
    if layout and not with_layout:
        yield f"{layout} keer anders opgemaakt (regels, alinea's, bladzijden)"


def _place(anchor: str | None, side: Side) -> str:
    return f"{side.value.upper()}#{anchor}" if anchor else ""
