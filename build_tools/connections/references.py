"""Who cites what, and where: the citations of all letters, both ways.

After `references`: no letter cites itself; every reference lies in a passage, with the sentence that it serves: of
a citation in a note, the sentence that bears the note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from build_tools.citations.by_name import NamedPapers, named_in
from build_tools.citations.find import Citation, citations
from build_tools.dutch.sentences import sentence_at
from build_tools.model import Kind, Letter, Passage
from build_tools.papers.of_letter import paper_of
from build_tools.papers.publications import dossier_of, order


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation at its place, and its sentence, as a stretch of the passage's text or of its home's."""

    passage: Passage
    citation: Citation
    sentence: str

    @property
    def printed(self) -> str:
        """The citation as the letter prints it."""
        return self.passage.text[self.citation.start : self.citation.end]

    @property
    def papers(self) -> tuple[str, ...]:
        """The identifiers of all papers that it names."""
        return tuple(target.paper for target in self.citation.targets)


@dataclass(frozen=True)
class References:
    """All references; the names that stand for papers, by letter and anchor; the papers that are letters here."""

    all: tuple[Reference, ...]
    named: Mapping[str, Mapping[str, tuple[NamedPapers, ...]]]
    here: Mapping[str, tuple[str, ...]]

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
    """What one letter cites, and the names in it that stand for papers, by anchor."""

    all: tuple[Reference, ...]
    named: Mapping[str, tuple[NamedPapers, ...]]


def references(letters: Iterable[Letter]) -> References:
    """Read the citations of all letters."""
    letters = list(letters)
    return together(letters, map(cited_in, letters))


def cited_in(letter: Letter) -> LetterReferences:
    """Read the citations of one letter."""
    own = tuple(references_of(letter))
    return LetterReferences(own, _named(letter, own))


def together(letters: Sequence[Letter], found: Iterable[LetterReferences]) -> References:
    """The references of all letters, of which those of each are given, in the same order."""
    found = tuple(found)
    here: dict[str, tuple[str, ...]] = {}
    for letter in letters:
        if paper := paper_of(letter):
            here[paper] = (*here.get(paper, ()), letter.id)
    named = {letter.id: own.named for letter, own in zip(letters, found, strict=True)}
    return References(tuple(chain.from_iterable(own.all for own in found)), named, here)


def references_of(letter: Letter) -> Iterator[Reference]:
    """The citations of one letter; its own number is none."""
    own = paper_of(letter)
    for passage in letter.saying:
        for citation in citations(passage.text):
            targets = tuple(target for target in citation.targets if target.paper != own)
            if targets:
                cited = Citation(citation.start, citation.end, citation.form, targets)
                yield Reference(passage, cited, _sentence(passage, citation))


def _sentence(passage: Passage, citation: Citation) -> str:
    if passage.kind is Kind.NOTE and passage.home:
        at = next((ref.at for ref in passage.home.notes if ref.n == passage.n), 0)
        start, end = sentence_at(passage.home.text, at)
        return passage.home.text[start:end]
    start, end = sentence_at(passage.text, citation.start + 1)
    return passage.text[start:end]


def _named(letter: Letter, own: Iterable[Reference]) -> dict[str, tuple[NamedPapers, ...]]:
    """The names in each block, tied to what their notes cite."""
    papers: dict[int, list[str]] = {}
    for reference in own:
        if reference.passage.kind is Kind.NOTE:
            papers.setdefault(reference.passage.n, []).extend(reference.papers)
    found = {block.anchor: tuple(named_in(block.text, block.notes, papers)) for block in letter.blocks}
    return {anchor: names for anchor, names in found.items() if names}
