"""What pairs of letters have in common, made once: comparisons, and passages that return."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from build_tools.addresses import pair_name
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Product
from build_tools.compare.comparing import compare
from build_tools.compare.model import Change, Comparison, OneSidedLine, Repeat, Row, WordCounts
from build_tools.compare.telling.names import older_first
from build_tools.model import Letter
from build_tools.progress import each
from build_tools.versions.pairs import LONGEST_NAME, pairs_shown
from build_tools.versions.reuse import Reuse, repeats_between, reuse_by

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
    pairs = each(pairs_shown(letters, published), "comparing versions")
    return tuple(_compared(*older_first(one, other), keyed) for one, other in pairs)


def _compared(a: Letter, b: Letter, keyed: Keyed) -> Comparison:
    def made() -> tuple[tuple[Row, ...], tuple[Change, ...], tuple[OneSidedLine, ...], tuple[Repeat, ...], WordCounts]:
        found = compare(a, b)
        return found.rows, found.changes, found.head, found.repeats, found.words

    return Comparison(a, b, *keyed.remembered(FOUND, (a.id, b.id), made))


def reuse_once(
    letters: Sequence[Letter],
    within: Mapping[str, tuple[Repeat, ...]],
    runs: Mapping[str, Collection[int]],
    keyed: Keyed,
) -> list[Reuse]:
    """The passages that return within each letter, and between two letters."""

    def between(one: Letter, other: Letter) -> tuple[Repeat, ...]:
        return keyed.remembered(REPEATS, (one.id, other.id), lambda: repeats_between(one, other))

    return reuse_by(letters, within, runs, between)


def without_page(letters: Iterable[Letter], comparisons: Iterable[Comparison]) -> Iterable[str]:
    """Versions that cannot be set side by side on a page, because of their names."""
    shown = {made.name: tuple(sorted((made.a.id, made.b.id))) for made in comparisons}
    for one, other in sorted((letter.id, id_) for letter in letters for id_ in letter.versions if letter.id < id_):
        name = pair_name(one, other)
        if len(name.encode()) > LONGEST_NAME:
            yield f"{one} and {other}: too long together for a page that compares them; rename one of the two"
        elif shown.get(name, (one, other)) != (one, other):
            yield f"{one} and {other}: another comparison is called {name}, so they have none; rename one of the two"
