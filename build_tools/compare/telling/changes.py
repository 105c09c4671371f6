"""Each change in words: what a list says of it, and what a screen reader gets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.compare.model import Change, ChangeKind, Comparison
from build_tools.compare.telling.misread import changes_of, misread
from build_tools.compare.telling.names import reversed_
from build_tools.data import data
from build_tools.dutch.characters import cells_apart
from build_tools.dutch.format import counted
from build_tools.dutch.tokens import BOUNDARY, count_words
from build_tools.model import NEXT_CELL, NEXT_ROW

LONGEST = 24
"""Of a longer text so many words are shown."""

AROUND = 28
"""So many characters on either side show where a sign or space changed."""

MISREAD = "mogelijk verkeerd gelezen"
"""Behind the kind of a change that rests on a place that may be misread."""

FEW_WORDS = 3
"""A change of no more words is shown with what stands around it: alone, "de" that became "het" tells nothing."""

ENDS = BOUNDARY + NEXT_CELL + NEXT_ROW
TEXT_END = re.compile(f"[{ENDS}]")
"""The end of a passage, or of a cell in a table: what is shown around a change does not run over it."""

_CELL_END = re.compile(f"[{NEXT_CELL}{NEXT_ROW}]")
"""The end of a cell, or of a row and its last cell."""


@dataclass(frozen=True, slots=True)
class Told:
    """A change for a list: `before`, `between`, `after` and `behind` in a row; `around` is where it stands."""

    n: int
    kind: ChangeKind
    name: str
    before: str
    between: str
    after: str
    behind: str
    size: str
    around: tuple[str, str] | None
    a: str | None
    b: str | None

    @property
    def words(self) -> str:
        """The change as one line."""
        return f"{self.before}{self.between}{self.after}{self.behind}"


def told(comparison: Comparison) -> list[Told]:
    """All changes in order of number."""
    places = dict(_contexts(comparison))
    became = " staat tegenover " if reversed_(comparison) else " werd "
    found = [_told(change, places.get(change.n), became) for change in comparison.changes]
    apart = changes_of(misread(comparison))
    return [replace(one, name=f"{one.name}, {MISREAD}") if one.n in apart else one for one in found]


def _told(change: Change, around: tuple[str, str] | None, became: str) -> Told:
    before, after = _shown(change.before), _shown(change.after)
    if change.kind is ChangeKind.MOVED:
        before = "" if before == after else before
    between = became if before and after else ""
    went, came = _one_sided(change)
    words = max(count_words(change.before), count_words(change.after))
    size = counted(words, "woord", "woorden") if words > LONGEST and change.kind is not ChangeKind.LAYOUT else ""
    small = change.kind is ChangeKind.SIGN or (change.kind is ChangeKind.LAYOUT and change.rule != "regelval")
    name = data("change_kinds")["kinds"][change.kind.value]["name"]
    return Told(
        change.n, change.kind, name, before, between + went, after, came, size,
        around if (small or words <= FEW_WORDS) and change.rule != "regelval" else None, change.a, change.b,
    )  # fmt: skip


def _one_sided(change: Change) -> tuple[str, str]:
    """Signs and spaces that went or came need saying so; for words the kind says it."""
    if change.kind not in (ChangeKind.SIGN, ChangeKind.LAYOUT) or change.rule == "regelval":
        return "", ""
    return "" if change.after else " vervallen", "" if change.before else " toegevoegd"


def _shown(text: str) -> str:
    """A text as a list can show it: spaces alone by name, long texts by their first words."""
    if text and not text.strip():
        return "alineagrens" if BOUNDARY in text else "spatie"
    parts = cells_apart(text.replace(BOUNDARY, " ").strip(ENDS)).split(" ")
    return " ".join(parts) if len(parts) <= LONGEST else " ".join(parts[:LONGEST]) + " …"


def _contexts(comparison: Comparison) -> Iterator[tuple[int, tuple[str, str]]]:
    """What stands before and behind each change inside a row."""
    for row in comparison.rows:
        text, at = row.text(row.side), 0
        for piece in row.pieces:
            end = at + len(piece.of(row.side))
            if piece.change and len(row.pieces) > 1 and not _CELL_END.search(piece.a + piece.b):
                yield piece.change, (_before(text[:at]), first_words(text[end:]))
            at = end


def _before(text: str) -> str:
    return _label(text) if text.endswith(NEXT_CELL) else last_words(text)


def last_words(text: str) -> str:
    """The last words of a text, none of them cut."""
    near = TEXT_END.split(text[-AROUND:])[-1]
    whole = len(text) <= AROUND or len(near) < AROUND
    return near if whole else "… " + near.partition(" ")[2]


def _label(text: str) -> str:
    """Where a change is all of a cell: the begin of its row, by which readers find it."""
    label = re.split(f"[{BOUNDARY}{NEXT_ROW}]", text)[-1].partition(NEXT_CELL)[0]
    return f"{label if len(label) <= AROUND else label[:AROUND].rpartition(' ')[0]} … " if label else ""


def first_words(text: str) -> str:
    """The first words of a text, none of them cut."""
    near = TEXT_END.split(text[:AROUND])[0]
    whole = len(text) <= AROUND or len(near) < AROUND
    return near if whole else near.rpartition(" ")[0] + " …"
