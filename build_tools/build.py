"""The program's table of contents: seeds, letters, pages, site.

After `build`: `docs/` and `site/` are up to date with every letter that can be read. What is wrong with the others is
in the result; their pages are as they were. Where `strict` is asked, or nothing can be built, all is as it was.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from build_tools import output
from build_tools.arranging import Arranging, BuildAsked, Staged
from build_tools.cache.held import HeldValues
from build_tools.cache.keyed import UNKEYED, Keyed
from build_tools.cache.place import memory_of
from build_tools.cache.remembering import FORGETFUL, Memory, program
from build_tools.cache.settled import (
    Beginning,
    Built,
    Settled,
    Summary,
    asked_for,
    before,
    beginning,
    settle,
    state_of,
    told_of,
)
from build_tools.committing.journal import LIST, Replacement, commit
from build_tools.committing.sums import listing
from build_tools.committing.waiting import Content, PackedFile, unpacked
from build_tools.connections.connect import Connections, connect_found
from build_tools.connections.notices import silences, without_link
from build_tools.errors import UserError
from build_tools.exports.all_exports import exports, references_with_address
from build_tools.exports.downloads import make_downloads
from build_tools.exports.schemas import faults_in
from build_tools.folders import Folders
from build_tools.gather import Gathered, Progress, gather
from build_tools.kept import compared_in, downloads_of, kept, pages_of, pdfs_of, published_in
from build_tools.model import Letter
from build_tools.output import DataFile, SiteFile
from build_tools.pages.all_pages import bench_pages, pages
from build_tools.pages.assets import assets
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pdf.all_pdfs import make_pdfs
from build_tools.pdf.writer import require, typesetter
from build_tools.progress import step
from build_tools.records import keys_of, parts_of
from build_tools.site.mkdocs_run import epoch_of
from build_tools.site.read_back import site_faults
from build_tools.site.renewing import Edition, site_changes
from build_tools.sources.own_pages import own_files
from build_tools.sources.own_site import OwnSite, read_own_site
from build_tools.sources.readers import content_of
from build_tools.versions.compared import compared, reuse_once, without_page
from build_tools.versions.reuse import Reuse
from build_tools.workbench.files import Bench, bench, letter_files
from build_tools.workers.cluster import cluster
from build_tools.workers.collecting import give_back_large_buffers, seldom_collected
from build_tools.workers.processes import all_cores


class SamePathError(Exception):
    """Two pages that would be one file: a fault of this program as well."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The generated files that are not what the letters give now, what the user has to mend, and the letters."""

    stale: tuple[str, ...]
    mistakes: tuple[UserError, ...]
    letters: tuple[Letter, ...] = ()

    @property
    def current(self) -> bool:
        return not self.stale and not self.mistakes


@dataclass(frozen=True, slots=True)
class Work:
    """All that the pages are made of, and what was found in the folder of letters."""

    letters: tuple[Letter, ...]
    connections: Connections
    sheets: tuple[ComparisonSheet, ...]
    own: OwnSite
    notices: tuple[str, ...]
    found: Gathered
    keyed: Keyed = UNKEYED


@dataclass(frozen=True, slots=True)
class Laid:
    """The pages as they were laid down aside: what is to be said of their letters, what changes in the folder of pages,
    the digests of all files that the site is made from, the state of the folder then, and what else the site takes."""

    told: Summary
    notices: tuple[str, ...]
    mistakes: tuple[UserError, ...]
    todo: list[Replacement]
    digests: dict[str, str]
    state: bytes
    edition: Edition


def build(
    folders: Folders,
    with_site: bool = True,
    progress: Progress = iter,
    with_pdf: bool = False,
    strict: bool = False,
    cached: bool = False,
    scheduler: str | None = None,
    with_bench: bool = False,
    arranging: Arranging | None = None,
    pages_first: bool = False,
    held: HeldValues | None = None,
) -> Built:
    """Bring `docs/` and `site/` up to date, both or neither, on the cores here or behind a scheduler's address. With
    `pages_first` one site keeps the search index that it has until the next build, which takes nothing for done.
    What is `held` from the builds before need not be read again.
    """
    if with_pdf:
        require()
    packed, arrange = bench() if with_bench else None, arranging or as_one
    folders.verify()
    targets = [folders.docs, folders.site] if with_site else [folders.docs]
    with ExitStack() as stack:
        stack.enter_context(seldom_collected())
        give_back_large_buffers()
        places = stack.enter_context(output.staging(targets, [folders.docs, folders.site]))
        memory = stack.enter_context(memory_of(folders.docs, cached, held))
        asked = asked_for(with_site, with_bench, arrange is not as_one, with_pdf and typesetter())
        begun = beginning(folders.seeds, folders.config, asked) if cached else None
        if begun and (settled := before(begun, folders.docs, folders.site if with_site else None, memory)):
            return settled.again
        memory = replace(memory, crew=stack.enter_context(cluster(scheduler, program) if scheduler else all_cores()))
        made = arrange(BuildAsked(folders, places, progress, memory, with_pdf, packed, strict, pages_first))
        return put_in_place(made, folders, memory, None if pages_first else begun)


def put_in_place(made: Staged, folders: Folders, memory: Memory, begun: Beginning | None) -> Built:
    """Replace what changed. The next build can take it for done, where it is known what this one read (`begun`)."""
    commit(made.todo)
    if begun and not made.mistakes:
        settle(begun, folders.seeds, folders.config, Settled(made.told, made.notices, *made.states), memory)
    changed = tuple(change.target for change in made.todo if change.name.rpartition("/")[2] != LIST)
    return Built(changed, made.notices, made.mistakes, made.told)


def as_one(asked: BuildAsked) -> Staged:
    """One site of all letters. None of these is held while it is made, which takes as much room."""
    laid = lay_down(asked)
    todo, site_state = laid.todo, b""
    for fresh in (place / "site" for place in asked.places[1:]):
        about = asked.places[0] / "docs", laid.digests, laid.edition, asked.folders.site, fresh, asked.memory
        replaced, listed = site_changes(*about, asked.pages_first)
        todo, site_state = todo + replaced, state_of(listed, ())
    return Staged(laid.told, laid.notices, laid.mistakes, todo, (laid.state, site_state))


def lay_down(asked: BuildAsked) -> Laid:
    """Make the pages aside, and what the site has besides, where one is asked for."""
    folders, (place, *of_site) = asked.folders, asked.places
    work = work_out(folders, asked.progress, asked.memory)
    asked.refuse(work.found.mistakes)
    old, staged = kept(pages_of(work.found), folders.docs), place / "docs"
    content, by_hand = lay_out(chain(old.items(), make_pages(work, folders.docs)), staged, folders.docs)
    todo, digests = output.changes(staged, content, folders.docs), content | by_hand
    state = state_of(listing(digests), content)
    if of_site:
        others = make_others(work, asked)
        todo = output.apart(todo, others.keys(), place / "pages")
        digests |= output.write(others, staged)
    return Laid(
        told_of(work.letters, work.found.unjudged),
        work.notices + (work.own.notices if of_site else ()),
        work.found.mistakes,
        todo,
        digests,
        state,
        Edition(work.own, epoch_of(work.letters), tuple(sorted(old)), folders.docs),
    )


def make_others(work: Work, asked: BuildAsked) -> dict[str, bytes]:
    """The files that one site of all letters has and the folder of pages has not, or has otherwise, by name."""
    before = kept((*downloads_of(work.found), *(pdfs_of(work.found) if asked.with_pdf else ())), asked.folders.site)
    bench_files = make_bench(work, asked.packed) if asked.packed else {}
    return before | make_beside(work, asked.with_pdf) | bench_files


def make_bench(work: Work, packed: Bench) -> dict[str, bytes]:
    """The files of the bench, and the pages that are others where there is one, by name."""
    return packed.parts | letter_files(work.letters) | by_path(bench_pages(work.connections, work.own, packed.size))


def make_beside(work: Work, with_pdf: bool) -> dict[str, bytes]:
    """The files that the site has and the folder of pages has not, or has otherwise, by name."""
    addressed = by_path(references_with_address(work.letters, work.own.url))
    downloads = make_downloads(work.sheets, work.keyed)
    return downloads | addressed | (make_pdfs(work.letters, work.sheets, work.keyed) if with_pdf else {})


def check(folders: Folders, progress: Progress = iter) -> Checked:
    """Hold the generated files in `docs/` against what the letters give now, and read the site back if it is there."""
    folders.verify(with_site=False)
    command = folders.build_command()
    with output.of_one_build([folders.docs, folders.site], command), all_cores() as crew:
        work = work_out(folders, progress, replace(FORGETFUL, crew=crew))
        old = kept(pages_of(work.found), folders.docs)
        made = unpacked(make_pages(work, folders.docs))
        stale = output.stale(old | made, folders.docs)
        wrong = [*unfit(made, folders.docs), *filter(None, [site_faults(folders.site, old, command)])]
    return Checked(stale, (*work.found.mistakes, *wrong), work.letters)


def unfit(made: Mapping[str, bytes], docs: Path) -> Iterator[UserError]:
    """The data that do not have the form that the site promises."""
    for name, wrong in faults_in(made):
        yield UserError(docs / name, None, f"does not fit its schema: {wrong}", "report it: a fault of the program")


def work_out(folders: Folders, progress: Progress, memory: Memory = FORGETFUL) -> Work:
    """Read, prove, connect and compare the letters."""
    own = read_own_site(folders.config)
    found = gather(folders.seeds, progress, published_in(folders.docs), memory)
    return connected(found, own, folders.seeds, compared_in(folders.docs), memory)


def connected(
    found: Gathered,
    own: OwnSite,
    seeds: Path,
    published: Collection[str],
    memory: Memory,
    elsewhere: Mapping[str, str] | None = None,
) -> Work:
    """Connect and compare letters that were read; `published` are the comparisons that have a page.

    `elsewhere` are the addresses of papers that other sites have.
    """
    step("finding citations and themes")
    findings = (record.findings for record in found.records)
    letters, connections = connect_found(found.letters, findings, found.finders, elsewhere or {})
    keyed = Keyed(memory, keys_of(letters, found.records), parts_of(letters, found.records))
    comparisons = compared(letters, published, keyed)
    sheets = tuple(ComparisonSheet(comparison, keyed) for comparison in comparisons)
    silent = (*silences(connections, seeds), *without_link(connections))
    notices = (*found.notices, *silent, *without_page(letters, comparisons))
    return Work(letters, connections, sheets, own, notices, found, keyed)


def make_pages(work: Work, docs: Path) -> Iterator[tuple[str, Content]]:
    """The files that belong in a folder of pages, each with its name, as they are made: all of them are more than
    memory is for. Who wrote an asset there by hand keeps it. Files to take away come first: others make those of each
    letter while this process makes those of all, which nobody helps with.
    """
    step("making pages")
    taken_away = exports(work.letters, work.connections, work.sheets, work.keyed)
    made = pages(work.letters, work.connections, work.own, work.sheets, partial(reuses_in, work), work.keyed)
    by_hand = set(output.by_hand(docs))
    return chain(named(chain(taken_away, made)), (own for own in assets().items() if own[0] not in by_hand))


def reuses_in(work: Work) -> list[Reuse]:
    """The passages that return in another letter, or in the same one."""
    within = {record.letter.id: record.repeats for record in work.found.records}
    runs = {record.letter.id: record.kept_runs for record in work.found.records}
    return reuse_once(work.letters, within, runs, work.keyed)


def by_path(made: Iterable[SiteFile | DataFile]) -> dict[str, bytes]:
    """What stands in each file."""
    return unpacked(named(made))


def named(made: Iterable[SiteFile | DataFile | PackedFile]) -> Iterator[tuple[str, Content]]:
    """The name of each file and what stands in it; no page may take the place of another."""
    seen: set[str] = set()
    for page in made:
        if page.path in seen:
            raise SamePathError(page.path)
        seen.add(page.path)
        yield page.path, page if isinstance(page, PackedFile) else page.content


def lay_out(content: Iterable[tuple[str, Content]], staged: Path, docs: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Put together what MkDocs reads: the generated files and those written by hand, of which it gives the digests."""
    own = own_files(docs, output.not_generated(docs))
    by_hand = output.write_each(((name, content_of(docs / name)) for name in own), staged, docs)
    return output.write_each(content, staged, docs), by_hand
