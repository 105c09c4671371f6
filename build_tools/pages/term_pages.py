"""The terms: an overview, and a page for each with every use; where these are many, by year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.remembering import Memory, Product
from build_tools.committing.waiting import PackedFile
from build_tools.connections.findings import TERM
from build_tools.output import SiteFile
from build_tools.pages.day_marks import all_packed
from build_tools.pages.front_matter import as_yaml
from build_tools.pages.registers.parts import RegisterPart, parted, runs, share, sized, year_of
from build_tools.pages.registers.places import RegisterFiles
from build_tools.pages.registers.terms import Followed, UsesInLetter
from build_tools.pages.templating import KeptPieces, filled, has_pieces, kept_pieces, piece, render
from build_tools.workers.crew import Waiting

FILES = Product("pages of a term", RegisterFiles)


def terms_begun(terms: Sequence[Followed], shown: bytes, keyed: Keyed = UNKEYED) -> Iterator[Waiting[RegisterFiles]]:
    """The overview, with charts while they fit; and of each term its page, or the pages of its years. `shown` is the
    digest of how lists name all letters.
    """
    yield lambda: RegisterFiles(all_packed([_overview(terms)]), {})
    yield from (_begun(item, shown, keyed) for item in terms)


def _overview(terms: Sequence[Followed]) -> SiteFile:
    drawn = sum(share(item.chart) for item in terms) <= 1
    return SiteFile("begrippen.md", render("begrippen.md.j2", terms=terms, drawn=drawn))


def _begun(item: Followed, shown: bytes, keyed: Keyed) -> Waiting[RegisterFiles]:
    used = [(use.passage.letter, use.passage.anchor, use.start) for own in item.letters for _, use in own.uses]
    others, anew = (item.term, item.rows, used, shown), not has_pieces(keyed.memory, _register_of(item))
    return keyed.begun_of(FILES, [(TERM, item.term.id)], partial(_files, item), *others, anew=anew)


def _files(item: Followed, memory: Memory) -> RegisterFiles:
    with kept_pieces(memory, _register_of(item)) as kept:
        return RegisterFiles(all_packed(_pages(item, kept)), {})


def _register_of(item: Followed) -> str:
    """The address of a term's page."""
    return f"begrippen/{item.term.id}"


def _pages(item: Followed, kept: KeptPieces) -> Iterator[PackedFile]:
    parts = parted(sized(item.letters, kept.measured(_size), _divided), lambda entry: year_of(entry.letter.year))
    matter = as_yaml({"title": item.term.title, "description": item.term.about, "search": {"exclude": True}})
    fill = filled if parts else kept.page
    yield fill(f"{_register_of(item)}.md", "begrip.md.j2", front_matter=matter, item=item, parts=parts)
    yield from (_year(item, part, kept) for part in parts)


def _divided(entry: UsesInLetter) -> Iterator[UsesInLetter]:
    """The uses in a letter, as many at a time as fit on a page."""
    uses = sized(entry.uses, lambda use: share(piece("gebruik.j2", "use_item", *use, entry.letter, "")))
    yield from (replace(entry, uses=own) for own in runs(uses))


def _size(entry: UsesInLetter) -> float:
    return share(piece("gebruik.j2", "uses_in", entry, "", False))


def _year(item: Followed, part: RegisterPart[UsesInLetter], kept: KeptPieces) -> PackedFile:
    about = {"description": f"{item.term.title} in de brieven: {part.title}.", "search": {"exclude": True}}
    known = {"front_matter": as_yaml(about), "term": item.term, "part": part}
    return kept.page(f"{_register_of(item)}/{part.name}.md", "begrip-jaar.md.j2", **known)
