"""What is found in one letter, whatever the others say: citations, themes, uses of terms, promises."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.connections.extent import Extent, extent_of
from build_tools.connections.pledges import Pledge, pledges_in
from build_tools.connections.references import LetterReferences, cited_in
from build_tools.connections.term_uses import TermFinder, Use
from build_tools.connections.theme_hits import Finder, Hit, theme_hits
from build_tools.model import Letter
from build_tools.sources.term_file import Term
from build_tools.sources.theme_file import Theme

Part = tuple[str, str]
"""What a register, or a page of one, is made of: a kind of findings, and of which theme or term."""

CITED, THEME, TERM = "citations", "theme", "term"
"""Kinds of parts; there is one of citations alone, without a name."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is found in one letter."""

    references: LetterReferences
    hits: tuple[Hit, ...]
    uses: tuple[Use, ...]
    pledges: tuple[Pledge, ...] = ()
    extent: Extent = field(default_factory=Extent)

    def parts(self) -> Mapping[Part, object]:
        """Citations, and what is found of each theme and term."""
        found: dict[Part, list[object]] = {}
        for hit in self.hits:
            found.setdefault((THEME, hit.theme), []).append(hit)
        for use in self.uses:
            found.setdefault((TERM, use.term), []).append(use)
        return {(CITED, ""): self.references, **found}


class Finders:
    """Themes and terms, ready to be looked for."""

    def __init__(self, themes: Iterable[Theme] = (), terms: Iterable[Term] = ()) -> None:
        self.themes, self.terms = tuple(themes), tuple(terms)
        self._finder, self._term_finder = Finder(self.themes), TermFinder(self.terms)

    def __reduce__(self) -> tuple[Callable[..., "Finders"], tuple[object, ...]]:
        """Another process makes them itself: of what they found before nothing goes with them."""
        return finders_of, (self.themes, self.terms)

    def findings(self, letter: Letter) -> Findings:
        """All that is found in a letter."""
        uses = (use for passage in letter.saying for use in self._term_finder.uses(passage))
        cited = cited_in(letter)
        pledges = tuple(pledges_in(letter, cited.all))
        hits = theme_hits(self._finder, letter.saying)
        return Findings(cited, hits, tuple(uses), pledges, extent_of(letter.saying, hits))


@lru_cache(maxsize=1)
def finders_of(themes: tuple[Theme, ...], terms: tuple[Term, ...]) -> Finders:
    """What looks for themes and terms; for one letter after the other it is made once."""
    return Finders(themes, terms)
