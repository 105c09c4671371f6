"""What pairs of letters have in common, made once: comparisons, and passages that return."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from build_tools.addresses import pair_name
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.compare.comparing import compare
from build_tools.compare.model import Change, Comparison, OneSidedLine, Repeat, Row, WordCounts
from build_tools.compare.telling.names import older_first
from build_tools.model import Letter
from build_tools.progress import each
from build_tools.versions.pairs import LONGEST_NAME, pairs_shown
from build_tools.versions.reuse import Reuse, pairs_sharing, repeats_between, reuse_by

FOUND = Product(
    "comparison",
    tuple[tuple[Row, ...], tuple[Change, ...], tuple[OneSidedLine, ...], tuple[Repeat, ...], WordCounts],
)
"""All that a comparison is but the two letters, in order."""

REPEATS = Product("repeats", tuple[Repeat, ...])


def compared(
    letters: Sequence[Letter], published: Collection[str] = (), keyed: Keyed = UNKEYED
) -> tuple[Comparison, ...]:
    """The comparisons that get a page."""
    pairs = [older_first(one, other) for one, other in pairs_shown(letters, published)]
    begun = (keyed.begun(FOUND, (a.id, b.id), partial(partial, _found, a, b)) for a, b in pairs)
    shown = each(pairs, "comparing versions")
    return tuple(Comparison(a, b, *found) for (a, b), found in zip(shown, keyed.memory.all_begun(begun), strict=True))


def _found(
    a: Letter, b: Letter
) -> tuple[tuple[Row, ...], tuple[Change, ...], tuple[OneSidedLine, ...], tuple[Repeat, ...], WordCounts]:
    found = compare(a, b)
    return found.rows, found.changes, found.head, found.repeats, found.words


def reuse_once(
    letters: Sequence[Letter],
    within: Mapping[str, tuple[Repeat, ...]],
    runs: Mapping[str, Sequence[int]],
    keyed: Keyed,
) -> list[Reuse]:
    """The passages that return within each letter, and between two letters."""

    pairs = list(pairs_sharing(letters, runs))
    begun = (keyed.begun(REPEATS, (a.id, b.id), partial(partial, repeats_between, a, b)) for a, b in pairs)
    return reuse_by(letters, within, zip(pairs, keyed.memory.all_begun(begun), strict=True))


def without_page(letters: Iterable[Letter], comparisons: Iterable[Comparison]) -> Iterable[str]:
    """Versions that cannot be set side by side on a page, because of their names."""
    shown = {made.name: tuple(sorted((made.a.id, made.b.id))) for made in comparisons}
    for one, other in sorted((letter.id, id_) for letter in letters for id_ in letter.versions if letter.id < id_):
        name = pair_name(one, other)
        if len(name.encode()) > LONGEST_NAME:
            yield f"{one} and {other}: too long together for a page that compares them; rename one of the two"
        elif shown.get(name, (one, other)) != (one, other):
            yield f"{one} and {other}: another comparison is called {name}, so they have none; rename one of the two"
