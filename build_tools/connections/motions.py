"""Motions that a letter calls by their authors alone: `de motie-Azijn/Yücelik`.

After `with_motions`: each has the paper that the same letter gives elsewhere for a motion of these authors; else the
motion itself is cited, without a number, and its address is the search of the Tweede Kamer for such motions.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_tools.citations.by_name import NamedPapers, motions_in
from build_tools.citations.find import Citation
from build_tools.citations.grammar import Target
from build_tools.connections.reference import Reference, day_of_law, reference_at
from build_tools.model import Letter, Passage
from build_tools.papers.publications import dossier_of
from build_tools.papers.sources import MOTION

BY_AUTHORS = "motie-naam"
"""The form of such a name, as the forms of citations have names."""

NEAR = 40
"""Characters between a name and the number that belongs to it: ` c.s. (Kamerstuk 32 824, nr. 90)`."""

Names = Mapping[str, Sequence[NamedPapers]]


def with_motions(letter: Letter, cited: Sequence[Reference], named: Names) -> tuple[Reference, ...]:
    """What is cited, and the motions called by their authors, in the order of the text."""
    by_anchor: dict[str, list[Reference]] = {}
    for reference in cited:
        by_anchor.setdefault(reference.passage.anchor, []).append(reference)
    known: dict[str, str] = {}
    alone: list[tuple[Passage, int, int, str]] = []
    for passage in letter.saying:
        for start, end, authors in motions_in(passage.text):
            papers = _given(start, end, by_anchor.get(passage.anchor, ()), named.get(passage.anchor, ()))
            if papers is None:
                alone.append((passage, start, end, authors))
            elif papers:
                known.setdefault(_key(authors), papers)
    for passage, start, end, authors in alone:
        paper = known.get(_key(authors), f"{MOTION}{authors}")
        citation = Citation(start, end, BY_AUTHORS, (Target(paper, start, end),))
        by_anchor.setdefault(passage.anchor, []).append(reference_at(passage, citation, day_of_law(letter)))
    return tuple(_in_order(letter, by_anchor))


def _given(start: int, end: int, cited: Iterable[Reference], named: Iterable[NamedPapers]) -> str | None:
    """The paper that the text gives for a name right there, `` where that is no single one; None: nothing is given."""
    for one in named:
        if one.start <= start < one.end:
            return one.papers[0] if len(set(one.papers)) == 1 else ""
    for reference in cited:
        if reference.citation.start < end and start < reference.citation.end:
            return ""
        if _is_beside(reference, start, end) and dossier_of(reference.papers[0]):
            return reference.papers[0] if len(reference.papers) == 1 else ""
    return None


def _is_beside(reference: Reference, start: int, end: int) -> bool:
    """Whether a number stands right behind a name at [start, end), or the name in brackets behind the number."""
    before = reference.passage.text[reference.citation.end : start]
    return 0 <= reference.citation.start - end <= NEAR or before in _OPENED


_OPENED = frozenset({" (", " (de "})
"""What stands between a number and the name in brackets behind it: `Kamerstuk 32 824, nr. 90 (motie-Becker)`."""


def _key(authors: str) -> str:
    """The same authors, however they are joined: `Azijn/Yücelik`, `Azijn en Yücelik c.s.`."""
    names = re.split(r"\s?/\s?|\s[–-]\s|,\s|\sen\s", authors.removesuffix(" c.s.").casefold())
    return "/".join(name.strip() for name in names)


def _in_order(letter: Letter, by_anchor: Mapping[str, list[Reference]]) -> Iterator[Reference]:
    for passage in letter.saying:
        yield from sorted(by_anchor.get(passage.anchor, ()), key=lambda reference: reference.citation.start)
