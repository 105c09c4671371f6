"""The links in a letter's text: its citations, and the names that stand for papers; and its abbreviations.

After `links_of`: the stretches of one passage are in order and do not overlap; a paper that is on the site has the
address of its page here (its official address stands there), one in the site of another dossier that of its page there
(`elders:…`, which the finished page leads to), any other paper its official address; a law that of its
text on the day of the letter. After `with_abbreviations`: each abbreviation that the letter explains, or that is one
of a law that it cites, says once what it stands for, where it is used first after that.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from build_tools.addresses import OTHER_DOSSIER, note_anchor, page_path
from build_tools.citations.by_name import NamedPapers
from build_tools.connections.reference import Reference
from build_tools.connections.references import References
from build_tools.data import data
from build_tools.dutch.abbreviations import Abbreviation, explained_in
from build_tools.dutch.spans import apart
from build_tools.dutch.web_addresses import Link, web_addresses
from build_tools.model import Kind, Letter
from build_tools.papers.publications import address, name
from build_tools.papers.sources import law_of

Links = Mapping[str, tuple[Link, ...]]
"""The links of one letter, by the anchor of their passage."""


def links_of(letter: str, references: References) -> Links:
    """The links of one letter, by the anchor of their passage."""
    found: dict[str, list[Link]] = {}
    for reference in references.of(letter):
        found.setdefault(reference.passage.anchor, []).extend(_cited(reference, references))
    for anchor, names in references.named.get(letter, {}).items():
        found.setdefault(anchor, []).extend(_named(named, references) for named in names)
    return {anchor: tuple(apart(sorted(links, key=lambda link: link.start))) for anchor, links in found.items()}


_USE = re.compile(r"(?<![\w(«“-])[^\W\d_]\w+(?![\w-])")
"""A word that can be an abbreviation in use; not in brackets, which explain it, and not the begin of `Wib-plicht`."""

_USES = frozenset({Kind.PARAGRAPH, Kind.ITEM})


def with_abbreviations(letter: Letter, links: Links, references: References) -> Links:
    """The links, and with them the first use of each abbreviation that the page does not explain right there."""
    explained = {p.anchor: list(explained_in(p.text)) for p in letter.saying if p.kind is not Kind.HEADING}
    own = {one.short for said in explained.values() for one in said}
    known = {short: name for short, name in _of_laws(letter.id, references) if short not in own}
    found = {anchor: list(there) for anchor, there in links.items()}
    for passage in letter.saying:
        said = explained.get(passage.anchor, [])
        known |= {one.short: one.long for one in said if one.short in own}
        if passage.kind in _USES:
            uses = list(_first_uses(passage.text, known, said, links.get(passage.anchor, ())))
            found.setdefault(passage.anchor, []).extend(uses)
            own -= {passage.text[use.start : use.end] for use in uses}
    return {anchor: tuple(apart(sorted(there, key=lambda link: link.start))) for anchor, there in found.items()}


def _first_uses(
    text: str, known: dict[str, str], said: Iterable[Abbreviation], links: Iterable[Link]
) -> Iterator[Link]:
    """Abbreviations in use, outside all links and behind what explains them; what is found is taken out of `known`."""
    if not known:
        return
    taken, ends = [*links, *web_addresses(text)], {one.short: one.end for one in said}
    for match in _USE.finditer(text):
        if (short := match[0]) in known:
            start, end = match.span()
            free = start >= ends.get(short, 0) and all(link.end <= start or end <= link.start for link in taken)
            if free:
                yield Link(start, end, "", title=known.pop(short))


def _of_laws(letter: str, references: References) -> Iterator[tuple[str, str]]:
    """The abbreviations of the laws that a letter cites, with their names."""
    table = data("laws")["laws"]
    for law in dict.fromkeys(law_of(paper) for reference in references.of(letter) for paper in reference.papers):
        entry = table.get(law, {})
        yield from ((short, entry["name"]) for short in entry.get("short", ()) if short.isalnum())


def href(paper: str, references: References, day: date | None = None) -> str:
    """Where a paper is to be read, as seen from the page of a letter of that day."""
    here, elsewhere = references.here.get(paper), references.elsewhere.get(paper)
    if here:
        return f"{page_path(here[0])}.md"
    return f"{OTHER_DOSSIER}{elsewhere}" if elsewhere else address(paper, day)


def _cited(reference: Reference, references: References) -> Iterator[Link]:
    for target in reference.citation.targets:
        number = name(target.paper).rpartition(" ")[2] if target.start == target.end else ""
        yield Link(target.start, target.end, href(target.paper, references, reference.day), number)


def _named(named: NamedPapers, references: References) -> Link:
    """A name that stands for several papers leads to its note, which gives them all."""
    one = named.papers[0] if len(set(named.papers)) == 1 else None
    return Link(named.start, named.end, href(one, references) if one else f"#{note_anchor(named.note)}")
