"""The terms: an overview, and a page for each with every use; where these are many, by year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from build_tools.cache.remembering import Memory, Product
from build_tools.output import SiteFile
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.parts import RegisterPart, parted, runs, share, sized, year_of
from build_tools.pages.registers.terms import Followed, UsesInLetter
from build_tools.pages.templating import piece, render

OF_TERM = Product("pages of a term", tuple[SiteFile, ...])


def term_pages(terms: Sequence[Followed], memory: Memory) -> Iterator[SiteFile]:
    """The overview, with charts while they fit; and of each term its page, or the pages of its years."""
    drawn = sum(share(item.chart) for item in terms) <= 1
    yield SiteFile("begrippen.md", render("begrippen.md.j2", terms=terms, drawn=drawn))
    for item in terms:
        yield from memory.remembered(OF_TERM, (item,), partial(_pages, item))


def _pages(item: Followed) -> tuple[SiteFile, ...]:
    parts = parted(sized(item.letters, _size, _divided), lambda entry: year_of(entry.letter.year))
    matter = as_yaml({"title": item.term.title, "description": item.term.about, "search": {"exclude": True}})
    page = render("begrip.md.j2", front_matter=matter, item=item, parts=parts)
    years = (SiteFile(f"begrippen/{item.term.id}/{part.name}.md", _year(item, part)) for part in parts)
    return SiteFile(f"begrippen/{item.term.id}.md", page), *years


def _divided(entry: UsesInLetter) -> Iterator[UsesInLetter]:
    """The uses in a letter, as many at a time as fit on a page."""
    uses = sized(entry.uses, lambda use: share(piece("gebruik.j2", "use_item", *use, entry.letter, "")))
    yield from (replace(entry, uses=own) for own in runs(uses))


def _size(entry: UsesInLetter) -> float:
    return share(piece("gebruik.j2", "uses_in", entry, ""))


def _year(item: Followed, part: RegisterPart[UsesInLetter]) -> str:
    about = {"description": f"{item.term.title} in de brieven: {part.title}.", "search": {"exclude": True}}
    return render("begrip-jaar.md.j2", front_matter=as_yaml(about), item=item, part=part)
