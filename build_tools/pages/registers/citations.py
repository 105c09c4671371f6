"""What the pages show of citations: the register of all papers, and for each letter what it cites and who cites it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from build_tools.connections.reference import Reference, day_of_law
from build_tools.connections.references import References
from build_tools.model import Letter
from build_tools.pages.registers.letter_names import LetterName
from build_tools.papers.numbers import spaced
from build_tools.papers.of_letter import paper_of
from build_tools.papers.publications import address, dossier_of, kind, name, order

_NUMBERED = re.compile(r"dossier-(\d\d)\d{3}\b")
"""`dossier-32824`, `dossier-34200-XV`: a dossier with a number, and its thousand. Others have Roman numbers."""


_PARTS: tuple[tuple[frozenset[str], tuple[str, str]], ...] = (
    (frozenset({"handelingen"}), ("handelingen", "Handelingen en Aanhangsel")),
    (frozenset({"wet", "verdrag"}), ("wetten", "Wetten en verdragen")),
    (frozenset({"bekendmaking"}), ("staatsblad", "Staatsblad, Staatscourant, Tractatenblad en andere bladen")),
    (frozenset({"eu-regel"}), ("europa", "Europese regels")),
    (frozenset({"eu-stuk"}), ("europese-stukken", "Stukken van de Europese Unie")),
    (frozenset({"rechtspraak"}), ("rechtspraak", "Rechtspraak")),
    (frozenset({"motie", "amendement"}), ("moties", "Moties en amendementen zonder nummer")),
    (frozenset(), ("overig", "Zaken, documenten en bijlagen van de Tweede Kamer")),
)
"""The parts of the register behind the dossiers: the kinds of sources in it, its anchor and its name."""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """Where a paper is cited: the letter, the anchor, what to call the place, the sentence."""

    letter: LetterName
    anchor: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper in a list: its name, its official address, its page here if it has one, and where it is cited.

    `elsewhere` is the address of its page in the site of another dossier, from the folder of all these sites.
    """

    paper: str
    name: str
    official: str
    here: LetterName | None
    elsewhere: str | None
    places: tuple[CitingPlace, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A part of the register: the papers of one dossier, or of one kind."""

    id: str
    name: str
    official: str | None
    papers: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CitedKind:
    """The papers of a kind in a list: Kamerstukken, laws, judgments."""

    name: str
    papers: tuple[Cited, ...]


def cites(letter: Letter, references: References, names: Mapping[str, LetterName]) -> tuple[CitedKind, ...]:
    """What a letter cites, by kind and number, with the places in it; laws as they were on its day."""
    own = replace(references, all=tuple(references.of(letter.id)), named={})
    day = day_of_law(letter)
    papers = (_cited(paper, found, references, names, day) for paper, found in own.by_paper().items())
    kinds = groupby(sorted(papers, key=lambda cited: _group(cited.paper)[0][0]), lambda cited: _kind_name(cited.paper))
    return tuple(CitedKind(name, tuple(of_kind)) for name, of_kind in kinds)


def papers_with_page(
    letter: str, references: References, names: Mapping[str, LetterName]
) -> tuple[tuple[str, object, object, object], ...]:
    """Of the papers that a letter cites or names those that have a page here or on another site, with that page: all
    that its links, and the list of what it cites, have from elsewhere.
    """
    cited = {paper for reference in references.of(letter) for paper in reference.papers}
    cited |= {paper for found in references.named.get(letter, {}).values() for named in found for paper in named.papers}
    found = ((paper, references.here.get(paper), references.elsewhere.get(paper)) for paper in sorted(cited))
    return tuple(
        (paper, here, names[here[0]] if here else None, there) for paper, here, there in found if here or there
    )


def _kind_name(paper: str) -> str:
    return "Kamerstukken" if dossier_of(paper) else _group(paper)[2]


def cited_by(letter: Letter, references: References, names: Mapping[str, LetterName]) -> tuple[CitingPlace, ...]:
    """Where other letters cite a letter."""
    return tuple(_place(reference, names) for reference in references.to(paper_of(letter)))


def dossiers(references: References, names: Mapping[str, LetterName]) -> tuple[Dossier, ...]:
    """All papers cited: by dossier, and what belongs to none by kind."""
    papers = [_cited(paper, found, references, names) for paper, found in references.by_paper().items()]
    return tuple(_dossiers(sorted(papers, key=lambda cited: (_group(cited.paper)[0], order(cited.paper)))))


def _dossiers(papers: Iterable[Cited]) -> Iterator[Dossier]:
    for (_, id_, title, official), group in groupby(papers, lambda cited: _group(cited.paper)):
        yield Dossier(id_, title, official, tuple(group))


def _group(paper: str) -> tuple[tuple[int, *tuple[object, ...]], str, str, str | None]:
    """The part of the register that a paper belongs to: its place, its anchor, its name, its address."""
    if dossier := dossier_of(paper):
        return (0, order(dossier)), f"dossier-{dossier}", f"Dossier {spaced(dossier)}", address(f"dossier/{dossier}")
    place, (id_, title) = next(
        (place, part) for place, (kinds, part) in enumerate(_PARTS, 1) if not kinds or kind(paper) in kinds
    )
    return (place,), id_, title, None


def thousand_of(dossier: Dossier) -> tuple[str, str]:
    """The thousand that the number of a dossier lies in, as the name of a page and as readers call it."""
    numbered = _NUMBERED.match(dossier.id)
    if numbered is None:
        by_name = dossier.id.startswith("dossier-")
        return ("andere-dossiers", "Andere dossiers") if by_name else ("andere-stukken", "Andere stukken")
    return f"dossiers-{numbered[1]}", f"Dossiers {numbered[1]} 000 tot en met {numbered[1]} 999"


def _cited(
    paper: str,
    found: Iterable[Reference],
    references: References,
    names: Mapping[str, LetterName],
    day: date | None = None,
) -> Cited:
    here, elsewhere = references.here.get(paper), references.elsewhere.get(paper)
    places = tuple(_place(reference, names) for reference in found)
    return Cited(paper, name(paper), address(paper, day), names[here[0]] if here else None, elsewhere, places)


def _place(reference: Reference, names: Mapping[str, LetterName]) -> CitingPlace:
    passage = reference.passage
    beside = "" if reference.sentence.strip() in passage.text else "bij "
    return CitingPlace(names[passage.letter], passage.anchor, beside + passage.where, reference.sentence)
