"""Long stretches that nothing happens in fold to one line that says how long they are."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from build_tools.compare.model import Row
from build_tools.dutch.characters import cells_apart, visible
from build_tools.dutch.format import counted
from build_tools.dutch.tokens import BOUNDARY, count_words

LONG = 60
"""Unchanged rows of so many words together fold."""

LONG_CHANGE = 250
"""What was added, dropped or moved folds behind its first paragraphs when it has so many words."""

SHOWN = 2
"""So many paragraphs stay: enough to see what it is about."""

LINE = 75
"""Characters of unchanged text before and behind a change where changes alone are shown: about a line."""


def fold(rows: Sequence[tuple[Row, Sequence[str]]], with_lines: bool = False) -> Iterator[str]:
    """The rows as HTML, unchanged neighbours folded together; beside a fold the line next to each change, if asked."""
    for unchanged, group in groupby(rows, key=lambda entry: _is_unchanged(entry[0])):
        members = list(group)
        words = sum(count_words(piece.b) for row, _ in members for piece in row.pieces)
        if unchanged and words >= LONG:
            passages = sum(len(row.b) for row, _ in members)
            told = f"{counted(passages, 'alinea', 'alinea’s')} ongewijzigd ({counted(words, 'woord', 'woorden')})"
            if with_lines:
                yield _line(_first_line(members[0][0]))
            yield f'<details class="vouw gelijk"><summary class="bijwerk">{told}</summary>'
            yield from (line for _, lines in members for line in lines)
            yield "</details>"
            if with_lines:
                yield _line(_last_line(members[-1][0]))
        else:
            for row, lines in members:
                first, *middle, last = lines if len(lines) > 1 else ("", *lines, "")
                yield from filter(None, (first, *fold_long(middle, row), last))


def _line(characters: str) -> str:
    return f'<p class="verband bijwerk">{escape(visible(cells_apart(characters)), quote=False)}</p>'


def _first_line(row: Row) -> str:
    text = row.text(row.side).split(BOUNDARY)[0]
    return text if len(text) <= LINE else f"{text[:LINE].rpartition(' ')[0]} …"


def _last_line(row: Row) -> str:
    text = row.text(row.side).split(BOUNDARY)[-1]
    return text if len(text) <= LINE else f"… {text[-LINE:].partition(' ')[2]}"


def fold_long(paragraphs: Sequence[str], row: Row) -> Iterator[str]:
    """The paragraphs of what stands in one document only: the first ones, and the others folded."""
    words = sum(count_words(piece.a or piece.b) for piece in row.pieces) if row.alone else 0
    if words < LONG_CHANGE or len(paragraphs) <= SHOWN + 1:
        yield from paragraphs
        return
    yield from paragraphs[:SHOWN]
    rest = len(paragraphs) - SHOWN
    told = f"nog {counted(rest, 'alinea', 'alinea’s en noten')}; samen {counted(words, 'woord', 'woorden')}"
    yield f'<details class="vouw"><summary class="bijwerk">{told}</summary>'
    yield from paragraphs[SHOWN:]
    yield "</details>"


def _is_unchanged(row: Row) -> bool:
    return not row.alone and not any(piece.change for piece in row.pieces)
