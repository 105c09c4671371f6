"""The letters of a folder as sites, one for each dossier, with one in front.

After `per_dossier`: `docs/` and `site/` have a folder for each dossier, whose pages have the addresses there that they
would have on one site; both change as a whole, like those of one site. A dossier of which nothing changed is not made
again, if what stands of it is whole.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from build_tools import output
from build_tools.arranging import BuildAsked, Staged
from build_tools.cache.remembering import Product, key_of
from build_tools.cache.settled import state_of, told_of
from build_tools.committing.digests import digest
from build_tools.committing.journal import Replacement
from build_tools.committing.sums import SUMS, damaged, digests_of, listing, named, sums
from build_tools.dossiers.dossier_site import DossierFiles, DossierTask, dossier_files
from build_tools.dossiers.front_site import own_of_dossier, pages_in_front, site_in_front, united
from build_tools.dossiers.grouping import addresses_of_papers, apart, cited_elsewhere, grouped, within
from build_tools.errors import MistakesError, UserError
from build_tools.gather import Gathered, gather
from build_tools.kept import compared_in, downloads_of, kept, pages_of, pdfs_of, published_in
from build_tools.pages.assets import NAME as ASSETS
from build_tools.papers.senders import LetterGroup
from build_tools.pdf.writer import typesetter
from build_tools.progress import each
from build_tools.records import Record, keys_of
from build_tools.sources.ids import Published
from build_tools.sources.own_pages import own_files
from build_tools.sources.own_site import OwnSite, read_own_site
from build_tools.sources.readers import content_of
from build_tools.versions.pairs import pairs_shown
from build_tools.workers.crew import Waiting


@dataclass(frozen=True, slots=True)
class StandingSite:
    """The digests of what a build left of a dossier, in the folder of pages and in the site, and what it said of it."""

    pages: bytes
    site: bytes
    notices: tuple[str, ...]


DOSSIER = Product("sites of a dossier", StandingSite)

AHEAD = 8
"""So many dossiers at most are begun before they are laid down: each waits as a whole in memory."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The dossiers, each laid down aside, and what the user should know about the letters in them."""

    own: OwnSite
    found: Gathered
    groups: tuple[LetterGroup, ...]
    made: Mapping[str, StandingSite]
    notices: tuple[str, ...]


def per_dossier(asked: BuildAsked) -> Staged:
    """A site for each dossier, and one in front."""
    done = arranged(asked)
    todo, states = _in_front(asked, done)
    notices = done.notices + (done.own.notices if asked.places[1:] else ())
    told = told_of(done.found.letters, done.found.unjudged)
    return Staged(told, notices, done.found.mistakes, todo, states)


def arranged(asked: BuildAsked) -> Arranged:
    """The dossiers. One that has no letter left that can be read stops the build."""
    own, folders = read_own_site(asked.folders.config), asked.folders
    found = gather(folders.seeds, asked.progress, _published_in(folders.docs), asked.memory)
    asked.refuse(found.mistakes)
    groups = tuple(grouped(found.letters))
    dossiers = _Dossiers(asked, own, found, groups)
    dossiers.refuse_lost()
    begun = asked.memory.crew.in_order(map(dossiers.begun, groups), AHEAD)
    shown = each(groups, "making the sites of dossiers")
    made = {group.id: waiting() for group, waiting in zip(shown, begun, strict=True)}
    said = _said([one.notices for one in made.values()], folders.seeds)
    return Arranged(own, found, groups, made, (*found.notices, *apart(groups), *said))


def _published_in(docs: Path) -> Published:
    """Tell of which file the page with an id was made, in whichever dossier."""
    pages = (PurePosixPath(name) for name in output.generated(docs))
    homes = {page.stem: docs / page.parts[0] for page in pages if page.parts[1:-1] == ("brieven",)}
    return lambda id_: published_in(homes.get(id_, docs))(id_)


def _said(notices: Collection[Iterable[str]], seeds: Path) -> Iterator[str]:
    """What is to be said of all dossiers: that a theme or term has no passage only where no dossier has one."""
    times = Counter(line for lines in notices for line in lines)
    return (line for line, said in times.items() if said == len(notices) or not line.startswith(f"{seeds}/"))


def pages_laid_down(asked: BuildAsked, done: Arranged) -> set[str]:
    """Lay down the pages in front as well; give the names of all that are generated."""
    docs = asked.folders.docs
    by_hand = {name: content_of(docs / name) for name in own_files(docs, output.not_generated(docs))}
    pages = pages_in_front(done.groups, done.own, by_hand)
    output.write(by_hand | pages, asked.places[0] / "docs")
    return {*pages, *(f"{id_}/{name}" for id_, one in done.made.items() for name in named(one.pages))}


def _in_front(asked: BuildAsked, done: Arranged) -> tuple[list[Replacement], tuple[bytes, bytes]]:
    """Make what stands in front of the dossiers; give what changes, and both states then."""
    staged, names = asked.places[0] / "docs", pages_laid_down(asked, done)
    made = digests_of(staged, names)
    todo = output.changes(staged, made, asked.folders.docs)
    by_hand = digests_of(staged, output.by_hand(asked.folders.docs))
    states = state_of(listing(made | by_hand), names), b""
    for site in (place / "site" for place in asked.places[1:]):
        pages = {name: content_of(staged / name) for name in names if name.partition("/")[0] not in done.made}
        output.write(site_in_front(pages, done.groups, done.own, asked.folders.docs), site)
        files = {id_: named(one.site) for id_, one in done.made.items()}
        output.write(united(site, done.groups, files, done.own), site)
        brought = digests_of(site, output.by_hand(site))
        listed = listing(brought)
        todo += output.changes(site, brought | output.write({SUMS: listed}, site), asked.folders.site)
        states = states[0], state_of(listed, ())
    return todo, states


@dataclass(frozen=True)
class _Dossiers:
    """Makes the sites of the dossiers, each aside in a folder of its own."""

    asked: BuildAsked
    own: OwnSite
    found: Gathered
    groups: tuple[LetterGroup, ...]

    def refuse_lost(self) -> None:
        """Stop where a dossier of before has letters, but none that can be read now: it would be gone."""
        there = {group.id for group in self.groups}
        pages = [f"brieven/{id_}.md" for id_ in self.found.left_out]
        lost = (id_ for id_, names in self._before[0].items() if id_ not in there and not names.isdisjoint(pages))
        if next(lost, None):
            raise MistakesError(self.found.mistakes)

    def begun(self, group: LetterGroup) -> Waiting[StandingSite]:
        """The site of a dossier, begun, unless it stands."""
        task, memory = self._task(group), self.asked.memory
        key = self._key(task)
        before = memory.recalled(DOSSIER, key)
        if before and not any(any(damaged(stands, named(listed))) for stands, _, listed in self._places(group, before)):
            return partial(self._as_it_is, group, before)
        return partial(self._laid_down, group, key, memory.crew.begin(partial(dossier_files, task)))

    def _laid_down(self, group: LetterGroup, key: bytes, waiting: Waiting[DossierFiles | UserError]) -> StandingSite:
        made = waiting()
        if isinstance(made, UserError):
            raise made
        lists = []
        for place, files in zip(self._aside(group), (made.pages, made.site), strict=False):
            output.write(dict(files), place)
            lists.append(sums(place, files))
        standing = StandingSite(lists[0], b"".join(lists[1:]), made.notices)
        self.asked.memory.remember(key, standing)
        return standing

    def _as_it_is(self, group: LetterGroup, before: StandingSite) -> StandingSite:
        """Nothing is made: what stands goes with what comes beside it."""
        for stands, aside, listed in self._places(group, before):
            for name in named(listed):
                output.keep(stands / name, aside / name)
        return before

    def _places(self, group: LetterGroup, standing: StandingSite) -> Iterator[tuple[Path, Path, bytes]]:
        """Where the files of a dossier stand, where they are made aside, and the list of them."""
        stand = (folder / group.id for folder in (self.asked.folders.docs, self.asked.folders.site))
        return zip(stand, self._aside(group), (standing.pages, standing.site), strict=False)

    def _aside(self, group: LetterGroup) -> list[Path]:
        return [place / name / group.id for place, name in zip(self.asked.places, ("docs", "site"), strict=False)]

    def _task(self, group: LetterGroup) -> DossierTask:
        found = within(self.found, group, self._records)
        docs, site = (folder / group.id for folder in (self.asked.folders.docs, self.asked.folders.site))
        of_pages, of_site = (before.get(group.id, ()) for before in self._before)
        beside = (*downloads_of(found), *(pdfs_of(found) if self.asked.with_pdf else ()))
        return DossierTask(
            found,
            own_of_dossier(self.own, group, self._by_hand),
            self.asked.folders.seeds,
            cited_elsewhere(group, self._records, self._papers),
            compared_in(docs),
            kept(pages_of(found), docs, of_pages),
            kept(beside, site, of_site) if self.asked.places[1:] else {},
            self._assets,
            bool(self.asked.places[1:]),
            self.asked.with_pdf,
        )

    def _key(self, task: DossierTask) -> bytes:
        """The key of all that the files of a dossier are made from."""
        letters = sorted(keys_of(task.found.letters, task.found.records).items())
        compared = sorted((one.id, other.id) for one, other in pairs_shown(task.found.letters, task.compared))
        others = tuple(sorted(task.elsewhere.items())), compared, task.own
        old = [sorted((name, digest(data)) for name, data in kept.items()) for kept in (task.old_pages, task.old_files)]
        by_hand = sorted((name, digest(data)) for name, data in task.by_hand.items())
        return key_of(DOSSIER.name, letters, others, old, by_hand, task.with_site, task.with_pdf and typesetter())

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record.letter.id: record for record in self.found.records}

    @cached_property
    def _papers(self) -> Mapping[str, tuple[str, str]]:
        return addresses_of_papers(self.groups)

    @cached_property
    def _by_hand(self) -> frozenset[str]:
        return frozenset(output.by_hand(self.asked.folders.docs))

    @cached_property
    def _assets(self) -> Mapping[str, bytes]:
        """What was written by hand for every site: style sheets, scripts, the mark."""
        return {name: content_of(self.asked.folders.docs / name) for name in self._by_hand if name.startswith(ASSETS)}

    @cached_property
    def _before(self) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
        """The names of the generated files of each dossier, in the folder of pages and in the site."""
        return _by_folder(self.asked.folders.docs), _by_folder(self.asked.folders.site)


def _by_folder(folder: Path) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name in output.generated(folder):
        first, _, rest = name.partition("/")
        found.setdefault(first, set()).add(rest)
    return found
