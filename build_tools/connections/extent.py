"""How long a letter is, and how much of it speaks of each theme: words, without notes, those of its annexes apart."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from build_tools.connections.theme_hits import Hit
from build_tools.dutch.tokens import count_words
from build_tools.model import Kind, Passage


@dataclass(frozen=True, slots=True)
class Extent:
    """The words of a letter, and by theme those that speak of it. `first` is the part that it begins with: what has
    a later one is an annex. A document that is an annex as a whole has none.
    """

    first: int = 0
    words: dict[bool, int] = field(default_factory=dict)
    of_themes: dict[tuple[str, bool], int] = field(default_factory=dict)


def extent_of(saying: Iterable[Passage], hits: Iterable[Hit]) -> Extent:
    """The extent of a letter with these passages and hits."""
    passages = tuple(saying)
    first = min((passage.part for passage in passages), default=0)
    counts = {passage.anchor: count_words(passage.text) for passage in passages if passage.kind is not Kind.NOTE}
    words: dict[bool, int] = {}
    for passage in passages:
        annex = passage.part > first
        words[annex] = words.get(annex, 0) + counts.get(passage.anchor, 0)
    of_themes: dict[tuple[str, bool], int] = {}
    for hit in hits:
        if hit.passage.anchor in counts:
            key = hit.theme, hit.passage.part > first
            of_themes[key] = of_themes.get(key, 0) + counts[hit.passage.anchor]
    return Extent(first, words, of_themes)
