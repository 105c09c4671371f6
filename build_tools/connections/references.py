"""Who cites what, and where: the citations of all letters, both ways.

After `references`: no letter cites itself; every reference lies in a passage, with the sentence that it serves: of
a citation in a note, the sentence that bears the note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from build_tools.citations.by_name import NamedPapers, named_in
from build_tools.citations.find import BY_NAME, Citation, citations
from build_tools.citations.unknown_laws import unknown_laws
from build_tools.connections.called import with_called
from build_tools.connections.of_this_letter import is_told_apart, of_own_dossier, on_paper
from build_tools.connections.pointing import pointing_back
from build_tools.connections.reference import POINTS_BACK, Reference, day_of_law, reference_at
from build_tools.model import Kind, Letter
from build_tools.papers.of_letter import paper_of
from build_tools.papers.publications import dossier_of, order
from build_tools.papers.sources import NEW, is_meant, law_of


@dataclass(frozen=True)
class References:
    """All references; the names that stand for papers, by letter and anchor; the papers that are letters here; the
    letters that cite a law which has no number in the table, by its name. `elsewhere` are papers that are letters in
    the site of another dossier, each with its address from the folder of all these sites.
    """

    all: tuple[Reference, ...]
    named: Mapping[str, Mapping[str, tuple[NamedPapers, ...]]]
    here: Mapping[str, tuple[str, ...]]
    unknown: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def of(self, letter: str) -> list[Reference]:
        """What a letter cites."""
        return self._by_letter.get(letter, [])

    def to(self, paper: str | None) -> list[Reference]:
        """Where a paper is cited."""
        return self._by_paper.get(paper, []) if paper else []

    @cached_property
    def _by_letter(self) -> dict[str, list[Reference]]:
        found: dict[str, list[Reference]] = {}
        for reference in self.all:
            found.setdefault(reference.passage.letter, []).append(reference)
        return found

    @cached_property
    def _by_paper(self) -> dict[str, list[Reference]]:
        found: dict[str, list[Reference]] = {}
        for reference in self.all:
            for paper in dict.fromkeys(reference.papers):
                found.setdefault(paper, []).append(reference)
        return found

    def by_paper(self) -> dict[str, list[Reference]]:
        """Every paper cited, in order, with the references to it."""
        return dict(sorted(self._by_paper.items(), key=lambda entry: (dossier_of(entry[0]) is None, order(entry[0]))))


@dataclass(frozen=True, slots=True)
class LetterReferences:
    """What one letter cites, the names in it that stand for papers, by anchor, and the laws that have no number."""

    all: tuple[Reference, ...]
    named: Mapping[str, tuple[NamedPapers, ...]]
    unknown: tuple[str, ...] = ()


def references(letters: Iterable[Letter]) -> References:
    """Read the citations of all letters."""
    letters = list(letters)
    return together(letters, map(cited_in, letters))


def cited_in(letter: Letter) -> LetterReferences:
    """Read the citations of one letter."""
    own = tuple(references_of(letter))
    named = _named(letter, own)
    unknown = (law for passage in letter.saying for law in unknown_laws(passage.text))
    return LetterReferences(with_called(letter, own, named), named, tuple(dict.fromkeys(unknown)))


def together(
    letters: Sequence[Letter], found: Iterable[LetterReferences], elsewhere: Mapping[str, str] | None = None
) -> References:
    """The references of all letters, of which those of each are given, in the same order."""
    found = tuple(found)
    here: dict[str, tuple[str, ...]] = {}
    for letter in letters:
        if paper := paper_of(letter):
            here[paper] = (*here.get(paper, ()), letter.id)
    named = {letter.id: own.named for letter, own in zip(letters, found, strict=True)}
    unknown: dict[str, tuple[str, ...]] = {}
    for letter, own in zip(letters, found, strict=True):
        for law in own.unknown:
            unknown[law] = (*unknown.get(law, ()), letter.id)
    return References(tuple(chain.from_iterable(own.all for own in found)), named, here, unknown, elsewhere or {})


def references_of(letter: Letter) -> Iterator[Reference]:
    """The citations of one letter, and what points back to them; its own number is none."""
    plain = list(_plain(letter))
    yield from pointing_back(letter, [*plain, *on_paper(letter, plain)])


def _plain(letter: Letter) -> Iterator[Reference]:
    """The citations that name their papers."""
    own, day = paper_of(letter), day_of_law(letter)
    for passage in letter.saying:
        own_dossier = of_own_dossier(letter, passage.text)
        for citation in (*_once(citations(passage.text)), *own_dossier):
            printed = passage.text[max(0, citation.start - len(NEW)) : citation.end]
            targets = tuple(
                t
                for t in citation.targets
                if t.paper != own and is_meant(t.paper, printed, day) and is_told_apart(letter, t.paper, printed)
            )
            if targets:
                yield reference_at(passage, Citation(citation.start, citation.end, citation.form, targets), day)


def _once(found: Sequence[Citation]) -> Iterator[Citation]:
    """Without the further mentions of a law by its name alone, where the passage has it or an article of it before."""
    said: set[str] = set()
    for citation in found:
        law = law_of(citation.targets[0].paper)
        if citation.form != BY_NAME or law not in said:
            yield citation
        if citation.form not in POINTS_BACK:
            said |= {law_of(target.paper) for target in citation.targets}


def _named(letter: Letter, own: Iterable[Reference]) -> dict[str, tuple[NamedPapers, ...]]:
    """The names in each block, tied to what their notes cite."""
    papers: dict[int, list[str]] = {}
    for reference in own:
        if reference.passage.kind is Kind.NOTE:
            papers.setdefault(reference.passage.n, []).extend(reference.papers)
    found = {block.anchor: tuple(named_in(block.text, block.notes, papers)) for block in letter.blocks}
    return {anchor: names for anchor, names in found.items() if names}
