"""What a letter's own number and words tell of what it cites: papers of its own dossier, motions that a debate calls by
their number alone, and which law an abbreviation means that several share.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from build_tools.citations.find import Citation
from build_tools.citations.grammar import NR, Target
from build_tools.connections.reference import Reference, day_of_law, reference_at
from build_tools.data import data
from build_tools.model import FactKey, Letter
from build_tools.papers.numbers import identifier
from build_tools.papers.publications import dossier_of
from build_tools.papers.sources import law_of

OWN_DOSSIER = "eigen-dossier"
"""The form of a number of the letter's own dossier, as the forms of citations have names."""

_PRINTED_UNDER = re.compile(rf"\b(?i:gedrukt\sonder\s{NR})\s{{0,3}}(?P<item>\d{{1,4}})(?![\w/]|[.,]\d)")
"""`ter vervanging van die gedrukt onder nr. 19`: a paper takes the place of another of its dossier."""


def of_own_dossier(letter: Letter, text: str) -> Iterator[Citation]:
    """The papers that a passage of a letter names by their number in the letter's own dossier."""
    dossier = letter.fact(FactKey.DOSSIER)
    if not dossier or letter.fact(FactKey.SERIES):
        return
    for match in _PRINTED_UNDER.finditer(text):
        target = Target(identifier(dossier, match["item"]), match.start(), match.end())
        yield Citation(match.start(), match.end(), OWN_DOSSIER, (target,))


ON_PAPER = "op-stuk"
"""The form of a paper that is called by its number alone: `de motie op stuk nr. 210`."""

_ON_PAPER = re.compile(
    rf"op(?<=\bop)\sstuk(?:ken)?\s{NR}\s{{0,3}}(?P<items>\d{{1,4}}(?:(?:,|\sen)\s\d{{1,4}}){{0,8}})(?![\w/]|[.,]\d|\s\d{{3}}(?!\d))"
)
_NUMBER = re.compile(r"\d{1,4}")


def on_paper(letter: Letter, cited: Sequence[Reference]) -> Iterator[Reference]:
    """The papers that a letter calls by `op stuk nr.`, outside what it cites: of the one dossier of which it cites that
    number, else of its own; where both are there, of none.
    """
    own = None if letter.fact(FactKey.SERIES) else letter.fact(FactKey.DOSSIER)
    numbered: dict[str, set[str]] = {}
    taken: dict[str, list[Reference]] = {}
    for reference in cited:
        taken.setdefault(reference.passage.anchor, []).append(reference)
        for paper in filter(dossier_of, reference.papers):
            numbered.setdefault(paper.rpartition("-")[2], set()).add(paper)
    for passage in letter.saying:
        for match in _ON_PAPER.finditer(passage.text):
            if any(_meet(match, other.citation) for other in taken.get(passage.anchor, ())):
                continue
            for n, item in enumerate(_NUMBER.finditer(passage.text, *match.span("items"))):
                papers = numbered.get(item[0], set()) | ({identifier(own, item[0])} if own else set())
                if len(papers) == 1:
                    target = Target(papers.pop(), item.start() if n else match.start(), item.end())
                    citation = Citation(target.start, target.end, ON_PAPER, (target,))
                    yield reference_at(passage, citation, day_of_law(letter))


def _meet(match: re.Match[str], citation: Citation) -> bool:
    return match.start() < citation.end and citation.start < match.end()


_WORD = re.compile(r"\w+")


def is_told_apart(letter: Letter, paper: str, printed: str) -> bool:
    """Whether the words of a citation can mean this law: of an abbreviation that laws share, the one alone that the
    letter names in full.
    """
    shared = data("laws")["shared"]
    sharing = next((shared[word.upper()] for word in _WORD.findall(printed) if word.upper() in shared), ())
    return law_of(paper) not in sharing or _named(letter, sharing) == {law_of(paper)}


def _named(letter: Letter, laws: Collection[str]) -> set[str]:
    """Those of some laws that a letter names in full."""
    names = {law: data("laws")["laws"][law]["name"].casefold() for law in laws}
    texts = [" ".join(passage.text.split()).casefold() for passage in letter.saying]
    return {law for law, name in names.items() if any(name in text for text in texts)}
