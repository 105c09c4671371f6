"""The pages and the site of one dossier: a task that anybody can carry out, on this machine or another.

It carries all that it needs and gives back every file, since the machines need share no disk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools import output
from build_tools.addresses import NOT_FOUND
from build_tools.build import connected, lay_out, make_beside, make_pages
from build_tools.cache.remembering import FORGETFUL
from build_tools.committing.waiting import unpacked
from build_tools.errors import UserError, attempt
from build_tools.gather import Gathered
from build_tools.site.mkdocs_run import epoch_of, make_site
from build_tools.sources.own_site import OwnSite

OF_A_HOST = (NOT_FOUND, "robots.txt")
"""What a host looks for at its root alone, where the site in front has it."""


@dataclass(frozen=True, slots=True)
class DossierTask:
    """What the site of a dossier is made from: what was found of its letters, what its owner states, the addresses of
    papers in other dossiers, the comparisons that had a page, what stays of letters that cannot be read, and the
    assets that were written by hand.
    """

    found: Gathered
    own: OwnSite
    seeds: Path
    elsewhere: Mapping[str, str]
    compared: frozenset[str]
    old_pages: Mapping[str, bytes]
    old_files: Mapping[str, bytes]
    by_hand: Mapping[str, bytes]
    with_site: bool
    with_pdf: bool


@dataclass(frozen=True, slots=True)
class DossierFiles:
    """The generated files of a dossier's folder of pages and of its site, by name, and what its user should know."""

    pages: Mapping[str, bytes]
    site: Mapping[str, bytes]
    notices: tuple[str, ...]


def dossier_files(task: DossierTask) -> DossierFiles | UserError:
    """Make all files of a dossier."""
    with TemporaryDirectory() as place:
        return attempt(partial(_made, task, Path(place)))


def _made(task: DossierTask, place: Path) -> DossierFiles:
    docs, staged, site = (place / name for name in ("docs", "staged", "site"))
    output.write(dict(task.by_hand), docs)
    work = connected(task.found, task.own, task.seeds, task.compared, FORGETFUL, task.elsewhere)
    pages = unpacked(chain(task.old_pages.items(), make_pages(work, docs)))
    if not task.with_site:
        return DossierFiles(pages, {}, work.notices)
    lay_out(pages.items(), staged, docs)
    output.write({**task.old_files, **make_beside(work, task.with_pdf)}, staged)
    make_site(staged, site, epoch_of(work.letters), task.own, tuple(sorted(task.old_pages)))
    names = (name for name in output.by_hand(site) if name not in OF_A_HOST)
    return DossierFiles(pages, {name: (site / name).read_bytes() for name in names}, work.notices)
