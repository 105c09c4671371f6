"""The site in front of those of the dossiers: its own few pages, and what leads from them to all others."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools import output
from build_tools.build import by_path, lay_out
from build_tools.dossiers.front_pages import front_pages
from build_tools.dossiers.grouping import called
from build_tools.dossiers.united_files import SITEMAP, leading_on, united_feed, united_sitemap
from build_tools.dossiers.united_search import united_tables
from build_tools.pages.assets import assets
from build_tools.papers.senders import LetterGroup
from build_tools.site.described.feed import FEED
from build_tools.site.mkdocs_run import epoch_of, make_site
from build_tools.sources.own_site import NavEntry, OwnSite

FRONT = (("Begin", "index.md"), ("Over", "over.md"))
PACKED_SITEMAP = f"{SITEMAP}.gz"
"""What MkDocs makes of a sitemap besides; the list of all sitemaps takes its place."""


def own_of_dossier(own: OwnSite, group: LetterGroup, by_hand: Collection[str]) -> OwnSite:
    """What the site of a dossier states: it is called by its number, and has a way back to the site in front."""
    name = called(group)
    nav = (NavEntry("Alle dossiers", "..", 0), *(_from_within(entry, by_hand) for entry in own.nav))
    about = ". ".join((*group.others[-1:], own.about))
    url = own.url and f"{own.url}{group.id}/"
    return replace(own, name=f"{name[0].upper()}{name[1:]}", url=url, about=about, nav=nav, dossier=group.id)


def _from_within(entry: NavEntry, by_hand: Collection[str]) -> NavEntry:
    """A page that was written by hand stands in front alone: from the site of a dossier it is an address."""
    address = entry.target.removesuffix(".md").removesuffix("index").rstrip("/")
    return replace(entry, target=f"../{address}/" if address else "../") if entry.target in by_hand else entry


def own_in_front(own: OwnSite, by_hand: Collection[str]) -> OwnSite:
    """What the site in front states; of the usual navigation it has two pages."""
    others = (entry for entry in own.nav if entry.target in by_hand or not entry.target.endswith(".md"))
    return replace(own, nav=(*(NavEntry(title, page, 0) for title, page in FRONT), *others))


def pages_in_front(groups: Sequence[LetterGroup], own: OwnSite, by_hand: Collection[str]) -> dict[str, bytes]:
    """The files of the folder of pages that are of no dossier."""
    return by_path(front_pages(groups, own)) | {name: data for name, data in assets().items() if name not in by_hand}


def site_in_front(
    pages: Mapping[str, bytes], groups: Sequence[LetterGroup], own: OwnSite, docs: Path
) -> dict[str, bytes]:
    """Its site, without what is known of the dossiers; `docs` has the pages that were written by hand."""
    with TemporaryDirectory() as place:
        staged, site = Path(place, "docs"), Path(place, "site")
        lay_out(pages.items(), staged, docs)
        letters = chain.from_iterable(group.letters for group in groups)
        front = own_in_front(own, set(output.by_hand(docs)))
        make_site(staged, site, epoch_of(letters), front, written=docs)
        return {name: (site / name).read_bytes() for name in output.by_hand(site) if name != PACKED_SITEMAP}


def united(
    sites: Path, groups: Sequence[LetterGroup], files: Mapping[str, Collection[str]], own: OwnSite
) -> dict[str, bytes]:
    """What leads to all dossiers, made from their sites and that in front, which lie in a folder.

    `files` are those of each dossier, by its folder.
    """
    dossiers = {group.id: called(group) for group in groups}
    feeds = {name: (sites / name / FEED).read_bytes() for name in dossiers}
    made = united_tables(sites, dossiers) | {FEED: united_feed((sites / FEED).read_bytes(), feeds)}
    if own.url:
        made |= united_sitemap(own.url, (sites / SITEMAP).read_bytes(), dossiers)
    return made | leading_on(files, _taken(sites, dossiers))


def _taken(sites: Path, dossiers: Collection[str]) -> Iterator[str]:
    """The files of the site in front."""
    return (name for name in output.by_hand(sites) if name.partition("/")[0] not in dossiers)
