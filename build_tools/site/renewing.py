"""A site is made anew only where it is not what the same pages made before.

Of one that is shown while it is made, the pages can come first: then the search index that stands stays for a while,
and the site says so itself, in its list of digests. So no build takes it for one that it need not make.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools import output
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.committing.journal import Replacement
from build_tools.committing.staying import StandingFolder
from build_tools.committing.sums import INDEX_LAGS, SUMS, digests_of, listing, stands
from build_tools.site.kept_pages import KnownFiles
from build_tools.site.mkdocs_run import make_site
from build_tools.site.search import index
from build_tools.sources.own_site import OwnSite

SITE = Product("digests of a site", bytes)


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site is made from besides the files of its pages: what its owner states, the seconds that stand for now,
    the names of the pages that are shown as they were, and the folder of those that were written by hand."""

    own: OwnSite
    epoch: int
    old: tuple[str, ...]
    written: Path


def site_changes(
    pages: Path,
    digests: Mapping[str, str],
    edition: Edition,
    site: Path,
    place: Path,
    memory: Memory,
    pages_first: bool = False,
) -> tuple[list[Replacement], bytes]:
    """What is to be replaced in a site for a folder of pages with files of these digests, made aside in a place, and
    the digests of its files then; nothing where it stands, whole, as these very files made it. With `pages_first` the
    search index stays that of before, if there is one.
    """
    key = key_of(SITE.name, listing(digests), edition)
    listed = memory.recalled(SITE, key)
    if listed is not None and stands(site, listed, output.generated(site)):
        return [], listed
    standing = StandingFolder(site)
    lags = pages_first and index.stays(standing)
    make_site(
        pages, place, edition.epoch, edition.own, edition.old, memory, edition.written, KnownFiles(digests, standing)
    )
    last = (name for name in output.by_hand(place) if name not in standing.aside)
    made = standing.aside | digests_of(place, last)
    staying = standing.without(made)
    listed = INDEX_LAGS * lags + listing(made | staying)
    if not lags:
        memory.remember(key, listed)
    return output.changes(place, made | output.write({SUMS: listed}, place), site, staying), listed
