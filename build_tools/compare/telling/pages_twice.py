"""Pages that a source has twice: a sheet that was scanned again, or a part that was put in once more."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from build_tools.compare.model import Change, Comparison, Side
from build_tools.model import Source

LEAST = 5
"""Lines of such a page at the least: of a page with little on it, another one can say the same."""

KEPT = 16
"""So many sources keep their pages: all changes of two of them ask for these, one after another."""


def on_page_twice(comparison: Comparison, change: Change, side: Side) -> int | None:
    """The line at which a change begins that stands on such a page; None where it does not."""
    letter, anchor = comparison.letter(side), change.anchor(side)
    if not (pages := pages_twice(letter.source)):
        return None
    line = next((passage.lines[0] for passage in letter.passages if passage.anchor == anchor), 0)
    return line if any(line in page for page in pages) else None


@lru_cache(maxsize=KEPT)
def pages_twice(source: Source) -> Sequence[range]:
    """The lines of the pages that stand more than once in a source, each time."""
    found: dict[tuple[str, ...], list[range]] = {}
    for lines, text in _pages(source.text):
        if len(text) >= LEAST:
            found.setdefault(text, []).append(lines)
    return [lines for same in found.values() if len(same) > 1 for lines in same]


def _pages(text: str) -> Iterator[tuple[range, tuple[str, ...]]]:
    """The lines of each page, by number and without white space around them."""
    first = 1
    for page in text.split("\f"):
        lines = page.split("\n")
        yield range(first, first + len(lines)), tuple(filter(None, map(str.strip, lines)))
        first += len(lines) - 1
