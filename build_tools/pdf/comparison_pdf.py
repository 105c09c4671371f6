"""From a comparison to the HTML that its PDF is made of: what is said of it, its changes, the proof.

Every change stands in the list with its number and its places. Where the whole text is wanted, it stands behind the
list, and the numbers in list and text are links to each other.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from build_tools.compare.model import Comparison, Side
from build_tools.compare.telling.changes import Told
from build_tools.compare.telling.names import NamedDocument
from build_tools.dutch.format import counted
from build_tools.pages.comparison.marks import new_place
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.templating import render
from build_tools.pdf.marked_text import listed, marked_text
from build_tools.pdf.writer import Printable


def printable_comparison(sheet: ComparisonSheet, whole: bool = False) -> Printable:
    """The document, with the whole text or without. Its running foot names both letters."""
    comparison = sheet.comparison
    html = render(
        "papier-vergelijking.html.j2",
        title=f"{sheet.title}: twee versies vergeleken",
        foot=f"{comparison.a.id} en {comparison.b.id}",
        facts=list(_facts(comparison, sheet.documents)),
        text=marked_text(comparison, sheet.documents) if whole else None,
        listed=listed,
        place=new_place,
        places=partial(_places, sheet),
        sheet=sheet,
    )
    return Printable(html, dict(_links(sheet.changes)) if whole else {})


def _facts(comparison: Comparison, documents: Sequence[NamedDocument]) -> Iterator[tuple[str, list[str]]]:
    """What is known of at least one of the two."""
    rows: dict[str, list[str | None]] = {
        "Titel": [document.title for document in documents],
        "Van": [", ".join(signer.name for signer in comparison.letter(side).signers) for side in Side],
        "Datum": [document.day for document in documents],
        "Kamerstuk": [document.paper for document in documents],
        "Omvang": [counted(document.words, "woord", "woorden") for document in documents],
    }
    for label, values in rows.items():
        if any(values):
            yield label, [value or "niet in de bron" for value in values]


def _places(sheet: ComparisonSheet, change: Told) -> str:
    """`A alinea 3, B noot 42`: where a change is."""
    anchors = zip(Side, (change.a, change.b), strict=True)
    return ", ".join(f"{side.value.upper()} {sheet.places[side][anchor]}" for side, anchor in anchors if anchor)


def _links(changes: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """In words, where the links between list and text lead: who hears a number hears the change."""
    for change in changes:
        yield listed(change.n), f"Wijziging {change.n}, {change.name}: {change.words}"
        yield new_place(change.n), f"Wijziging {change.n} in de tekst"
