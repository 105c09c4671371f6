"""What connects the letters: citations both ways, themes, the use of terms, and what is promised."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from build_tools.connections.extent import Extent
from build_tools.connections.findings import Finders, Findings
from build_tools.connections.follow_ups import follow_ups
from build_tools.connections.pledges import Pledge
from build_tools.connections.reference import Reference
from build_tools.connections.references import References, together
from build_tools.connections.term_uses import Use
from build_tools.connections.theme_hits import Hit
from build_tools.model import Letter, Passage
from build_tools.sources.term_file import Term, read_terms
from build_tools.sources.theme_file import Theme, read_themes


@dataclass(frozen=True)
class Connections:
    """Everything that the pages say about the letters together."""

    passages: tuple[Passage, ...]
    references: References
    themes: tuple[Theme, ...]
    hits: tuple[Hit, ...]
    terms: tuple[Term, ...]
    uses: tuple[Use, ...]
    pledges: tuple[Pledge, ...] = ()
    later: tuple[tuple[Reference, ...], ...] = ()
    """For each pledge the places where later letters speak of it."""
    extents: Mapping[str, Extent] = field(default_factory=dict)
    """By id of each letter how long it is."""

    def share(self, theme: str, letters: Iterable[str], annex: bool = False) -> float:
        """How much of some letters, or of their annexes, speaks of a theme: the part of their words, in hundredths."""
        letters = tuple(letters)
        spent = sum(self.extents[letter].of_themes.get((theme, annex), 0) for letter in letters)
        return 100 * spent / max(1, self.size(letters, annex))

    def size(self, letters: Iterable[str], annex: bool = False) -> int:
        """The number of words of some letters or of their annexes, without notes."""
        return sum(self.extents[letter].words.get(annex, 0) for letter in letters)

    def in_annex(self, passage: Passage) -> bool:
        """Whether a passage stands in an annex; a document that is an annex as a whole has none."""
        return passage.part > self.extents[passage.letter].first

    @cached_property
    def by_passage(self) -> dict[tuple[str, str], list[Hit]]:
        """The themes of each passage, the strongest first."""
        found: dict[tuple[str, str], list[Hit]] = {}
        for hit in sorted(self.hits, key=lambda hit: hit.needed - hit.points):
            found.setdefault((hit.passage.letter, hit.passage.anchor), []).append(hit)
        return found

    @cached_property
    def spoken(self) -> tuple[Theme, ...]:
        """Themes that a passage speaks of."""
        found = {hit.theme for hit in self.hits}
        return tuple(theme for theme in self.themes if theme.id in found)

    @cached_property
    def silent(self) -> tuple[Theme, ...]:
        """Themes that no passage speaks of."""
        spoken = {theme.id for theme in self.spoken}
        return tuple(theme for theme in self.themes if theme.id not in spoken)


def connect(letters: Iterable[Letter], folder: Path) -> tuple[tuple[Letter, ...], Connections]:
    """Connect the letters by the themes and terms of a folder, none excepted."""
    return connect_by(letters, read_themes(folder), read_terms(folder))


def connect_by(
    letters: Iterable[Letter], themes: Iterable[Theme], terms: Iterable[Term]
) -> tuple[tuple[Letter, ...], Connections]:
    """Connect the letters; each knows its themes afterwards, those that fill most of it first."""
    letters, finders = tuple(letters), Finders(themes, terms)
    return connect_found(letters, map(finders.findings, letters), finders)


def connect_found(
    letters: Sequence[Letter],
    findings: Iterable[Findings],
    finders: Finders,
    elsewhere: Mapping[str, str] | None = None,
) -> tuple[tuple[Letter, ...], Connections]:
    """Connect the letters by what was found in each of them; `elsewhere` as in `References`."""
    findings = tuple(findings)
    references = together(letters, (found.references for found in findings), elsewhere)
    pledges = tuple(pledge for found in findings for pledge in found.pledges)
    connections = Connections(
        tuple(passage for letter in letters for passage in letter.saying),
        references,
        finders.themes,
        tuple(hit for found in findings for hit in found.hits),
        finders.terms,
        tuple(use for found in findings for use in found.uses),
        pledges,
        tuple(follow_ups(letters, pledges, references)),
        {letter.id: found.extent for letter, found in zip(letters, findings, strict=True)},
    )
    own = _themes(connections)
    return tuple(replace(letter, themes=own.get(letter.id, ())) for letter in letters), connections


def _themes(connections: Connections) -> dict[str, tuple[str, ...]]:
    """The themes of each letter that speaks of one, those that fill most of it first."""
    order = {theme.id: place for place, theme in enumerate(connections.themes)}
    spoken: dict[str, set[str]] = {}
    for hit in connections.hits:
        spoken.setdefault(hit.passage.letter, set()).add(hit.theme)

    def ranked(letter: str) -> tuple[str, ...]:
        def words_of(theme: str) -> int:
            return sum(connections.extents[letter].of_themes.get((theme, annex), 0) for annex in (False, True))

        return tuple(sorted(spoken[letter], key=lambda theme: (-words_of(theme), order[theme])))

    return {letter: ranked(letter) for letter in spoken}
