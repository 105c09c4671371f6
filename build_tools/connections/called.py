"""Motions and amendments that a letter calls by their authors alone, letters by their day: `de motie-Azijn/Yücelik`,
`de brief van 2 juni`.

After `with_called`: each has the paper that the same letter gives elsewhere for one of that name; else a motion itself
is cited, without a number, and its address is the search of the Tweede Kamer for such motions; a letter is not.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from build_tools.citations.by_name import LETTER, Called, NamedPapers, letters_in, moved_in
from build_tools.citations.find import Citation
from build_tools.citations.grammar import Target
from build_tools.connections.pointing import CALLED
from build_tools.connections.reference import Reference, day_of_law, reference_at
from build_tools.model import Letter, Passage
from build_tools.papers.publications import dossier_of

BY_AUTHORS = "motie-naam"
"""The form of such a name, as the forms of citations have names."""

NEAR = 40
"""Characters between a name and the number that belongs to it: ` c.s. (Kamerstuk 32 824, nr. 90)`."""

Names = Mapping[str, Sequence[NamedPapers]]


def with_called(letter: Letter, cited: Sequence[Reference], named: Names) -> tuple[Reference, ...]:
    """What is cited, and what is called by its name, in the order of the text."""
    by_anchor: dict[str, list[Reference]] = {}
    for reference in cited:
        by_anchor.setdefault(reference.passage.anchor, []).append(reference)
    known: dict[str, set[str]] = {}
    alone: list[tuple[Passage, Called]] = []
    for passage in letter.saying:
        for one, until in _called_in(passage.text):
            cited_here = by_anchor.get(passage.anchor, ())
            papers = _given(one.start, one.end, until, cited_here, named.get(passage.anchor, ()))
            if papers is None:
                alone.append((passage, one))
            elif papers:
                for key in _keys(one):
                    known.setdefault(key, set()).add(papers)
    for passage, one in alone:
        if citation := _citation(one, known.get(_keys(one)[0], set())):
            by_anchor.setdefault(passage.anchor, []).append(reference_at(passage, citation, day_of_law(letter)))
    return tuple(_in_order(letter, by_anchor))


def _called_in(text: str) -> Iterator[tuple[Called, int]]:
    """What a text calls by its name, in order, and where the next begins: a number behind that is not its own."""
    found = sorted((*moved_in(text), *letters_in(text)), key=lambda one: one.start)
    yield from zip(found, [*(one.start for one in found[1:]), len(text)], strict=False)


def _citation(one: Called, papers: Collection[str]) -> Citation | None:
    """The one paper that the letter gives for a name; else a motion without its number."""
    if one.kind == LETTER:
        paper = next(iter(papers)) if len(papers) == 1 else None
    else:
        paper = min(papers, default=f"{one.kind}/{one.by}")
    form = CALLED if one.kind == LETTER else BY_AUTHORS
    return Citation(one.start, one.end, form, (Target(paper, one.start, one.end),)) if paper else None


def _given(start: int, end: int, until: int, cited: Iterable[Reference], named: Iterable[NamedPapers]) -> str | None:
    """The paper that the text gives for a name right there, `` where that is no single one; None: nothing is given."""
    for one in named:
        if one.start <= start < one.end:
            return one.papers[0] if len(set(one.papers)) == 1 else ""
    for reference in cited:
        if reference.citation.start < end and start < reference.citation.end:
            return ""
        if _is_beside(reference, start, end, until) and dossier_of(reference.papers[0]):
            return reference.papers[0] if len(reference.papers) == 1 else ""
    return None


def _is_beside(reference: Reference, start: int, end: int, until: int) -> bool:
    """Whether a number stands right behind a name at [start, end), or the name in brackets behind the number."""
    before = reference.passage.text[reference.citation.end : start]
    return end <= reference.citation.start <= min(end + NEAR, until) or before in _OPENED


_OPENED = frozenset({" (", " (de "})
"""What stands between a number and the name in brackets behind it: `Kamerstuk 32 824, nr. 90 (motie-Becker)`."""


def _keys(one: Called) -> list[str]:
    """The same for the same authors, however they are joined: `Azijn/Yücelik`, `Azijn en Yücelik c.s.`; for a day
    also that without its year.
    """
    if one.kind == LETTER:
        return list(dict.fromkeys((f"{LETTER}/{one.by}", f"{LETTER}/{' '.join(one.by.split()[:2])}")))
    names = re.split(r"\s?/\s?|\s[–-]\s|,\s|\sen\s", one.by.removesuffix(" c.s.").casefold())
    return ["/".join([one.kind, *(name.strip() for name in names)])]


def _in_order(letter: Letter, by_anchor: Mapping[str, list[Reference]]) -> Iterator[Reference]:
    for passage in letter.saying:
        yield from sorted(by_anchor.get(passage.anchor, ()), key=lambda reference: reference.citation.start)
