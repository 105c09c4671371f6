"""A comparison as open data: `data/vergelijkingen/<a>--<b>.json`. The schema is described on the page `over.md`."""

from dataclasses import asdict
from typing import Any

from build_tools.as_json import as_json
from build_tools.compare.model import Change, Piece, Repeat, Row
from build_tools.compare.telling.misread import Misread, counts_of
from build_tools.compare.telling.names import NamedDocument
from build_tools.compare.telling.traces.spelling import differing_letters
from build_tools.exports.stamp import STAMP
from build_tools.pages.comparison.sheet import ComparisonSheet


def comparison_json(sheet: ComparisonSheet) -> str:
    """Verdict, counts, changes, and the rows from which both texts can be rebuilt."""
    comparison = sheet.comparison
    a, b = sheet.documents
    content = {
        **STAMP,
        "a": _document(a),
        "b": _document(b),
        "verdict": sheet.verdict.text,
        "doubts": [{"document": document.id, **_place(place)} for document, place, _ in sheet.doubts],
        "counts": {kind.value: count for kind, count in counts_of(comparison).items()},
        "words": asdict(comparison.words),
        "looked_for": [asdict(one) for one in sheet.looked_for],
        "changes": [_change(change, sheet) for change in comparison.changes],
        "head": [asdict(line) | {"side": line.side.value} for line in comparison.head],
        "rows": [_row(row) for row in comparison.rows],
        "repeats": [_repeat(repeat) for repeat in comparison.repeats],
    }
    return as_json(content)


def _document(document: NamedDocument) -> dict[str, Any]:
    return {
        "id": document.id, "title": document.title, "what": document.what, "words": document.words,
        "older": document.older,
    }  # fmt: skip


def _place(place: Misread) -> dict[str, Any]:
    values = asdict(place) | {"changes": list(place.changes)}
    del values["side"]
    return values


def _change(change: Change, sheet: ComparisonSheet) -> dict[str, Any]:
    """`misread` says what may be wrong where the change rests on a place that may be misread; `letters` where the
    letters that differ begin and end in either word, if they are one or two of them.
    """
    letters = differing_letters(change.before, change.after)
    says = next((place.says for _, place, _ in sheet.doubts if change.n in place.changes), None)
    return asdict(change) | {"kind": change.kind.value, "misread": says, "letters": letters}


def _row(row: Row) -> dict[str, Any]:
    return {
        "a": list(row.a),
        "b": list(row.b),
        "moved": row.moved or None,
        "layout": row.layout or None,
        "pieces": [_piece(piece) for piece in row.pieces],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    """Equal text once; a change with its number and both sides."""
    if piece.change:
        return {"n": piece.change, "a": piece.a, "b": piece.b}
    breaks = [{"at": entry.at, "side": entry.side.value, "sort": entry.sort.value} for entry in piece.breaks]
    return {"text": piece.a} | ({"breaks": breaks} if breaks else {})


def _repeat(repeat: Repeat) -> dict[str, Any]:
    pieces = [{"a": piece.a, "b": piece.b} if piece.change else {"text": piece.a} for piece in repeat.pieces]
    return {"a": repeat.a, "b": repeat.b, "words": repeat.words, "pieces": pieces}
