"""The links in a letter's text: its citations, and the names that stand for papers.

After `links_of`: the stretches of one passage are in order and do not overlap; a paper that is on the site has the
address of its page here (its official address stands there), any other paper its official address; a law that of its
text on the day of the letter.
"""

from collections.abc import Iterator
from datetime import date

from build_tools.addresses import note_anchor, page_path
from build_tools.citations.by_name import NamedPapers
from build_tools.connections.reference import Reference
from build_tools.connections.references import References
from build_tools.dutch.spans import apart
from build_tools.dutch.web_addresses import Link
from build_tools.papers.publications import address, name


def links_of(letter: str, references: References) -> dict[str, tuple[Link, ...]]:
    """The links of one letter, by the anchor of their passage."""
    found: dict[str, list[Link]] = {}
    for reference in references.of(letter):
        found.setdefault(reference.passage.anchor, []).extend(_cited(reference, references))
    for anchor, names in references.named.get(letter, {}).items():
        found.setdefault(anchor, []).extend(_named(named, references) for named in names)
    return {anchor: tuple(apart(sorted(links, key=lambda link: link.start))) for anchor, links in found.items()}


def href(paper: str, references: References, day: date | None = None) -> str:
    """Where a paper is to be read, as seen from the page of a letter of that day."""
    here = references.here.get(paper)
    return f"{page_path(here[0])}.md" if here else address(paper, day)


def _cited(reference: Reference, references: References) -> Iterator[Link]:
    for target in reference.citation.targets:
        number = name(target.paper).rpartition(" ")[2] if target.start == target.end else ""
        yield Link(target.start, target.end, href(target.paper, references, reference.day), number)


def _named(named: NamedPapers, references: References) -> Link:
    """A name that stands for several papers leads to its note, which gives them all."""
    one = named.papers[0] if len(set(named.papers)) == 1 else None
    return Link(named.start, named.end, href(one, references) if one else f"#{note_anchor(named.note)}")
