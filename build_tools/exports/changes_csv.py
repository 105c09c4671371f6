"""The changes of a comparison as a table for a spreadsheet: `data/wijzigingen/<a>--<b>.csv`.

It is written for Excel as it is set in the Netherlands: that parts columns at a semicolon, not at a comma, and takes a
file for UTF-8 only where it begins with a byte order mark. Other programs can be told, or find out.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from build_tools.compare.model import Change, Comparison, Side
from build_tools.compare.telling.changes import MISREAD
from build_tools.compare.telling.misread import changes_of, misread
from build_tools.dutch.characters import legible
from build_tools.model import NEXT_ROW

BYTE_ORDER_MARK = "\ufeff"
HEAD = ("nummer", "soort", "regel", "tekst in A", "tekst in B", "plaats in A", "plaats in B", MISREAD)
FORMULA = tuple("=+-@＝＋－＠\t\r\n")
"""With one of these a spreadsheet lets a formula begin, or may after it has put away white space."""


def changes_csv(comparison: Comparison) -> str:
    """A row for each change, those of layout last."""
    stream = StringIO(newline="")
    table = csv.writer(stream, delimiter=";", lineterminator="\n")
    table.writerow(HEAD)
    apart, names = changes_of(misread(comparison)), [comparison.letter(side).place_names for side in Side]
    table.writerows((*_row(change, names), "ja" if change.n in apart else "") for change in comparison.changes)
    return BYTE_ORDER_MARK + stream.getvalue()


def _row(change: Change, names: Iterable[Mapping[str, str]]) -> Iterator[str]:
    yield from (str(change.n), change.kind.value, change.rule)
    yield from (harmless(legible(text).replace(NEXT_ROW, "\n")) for text in (change.before, change.after))
    yield from (legible(own[anchor]) if anchor else "" for own, anchor in zip(names, (change.a, change.b), strict=True))


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it says that it is text."""
    return f"'{text}" if text.startswith(FORMULA) else text
