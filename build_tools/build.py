"""The program's table of contents: seeds, letters, pages, site."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from build_tools import output
from build_tools.compare.comparing import compare
from build_tools.compare.model import Comparison
from build_tools.compare.pairs import LONGEST_NAME, pairs_shown, with_versions
from build_tools.compare.reuse import reuse_among
from build_tools.connections.connect import Connections, connect
from build_tools.errors import UserError
from build_tools.exports.gather import exports
from build_tools.folders import Folders
from build_tools.model import Letter, Source
from build_tools.output import Page
from build_tools.pages.assets import assets
from build_tools.pages.gather import pages
from build_tools.pdf.comparison_pdf import comparison_paper
from build_tools.pdf.letter_pdf import letter_paper
from build_tools.pdf.writer import pdf, require
from build_tools.reading.facts import contradictions
from build_tools.reading.layouts import names
from build_tools.reading.letter import read_letter
from build_tools.site.mkdocs_run import epoch_of, make_site
from build_tools.sources.catalogue import Catalogue, Entry, read_catalogue
from build_tools.sources.own_site import OwnSite, read_own_site
from build_tools.sources.readers import read
from build_tools.sources.seeds import CATALOGUE, Seeds, find
from build_tools.sources.term_file import TERMS
from build_tools.sources.theme_file import THEMES

Progress = Callable[[list[Path]], Iterable[Path]]
"""Passes the files through, one by one, and may show how far it is."""


class TextLostError(Exception):
    """A letter whose ledger does not add up: a fault of this program, so it comes with its traceback."""


class SamePathError(Exception):
    """Two pages that would be one file: a fault of this program as well."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, and what the user should know about the files it read."""

    letters: tuple[Letter, ...]
    changed: tuple[Path, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """All that the pages are made of, and what the user should know about the files it was read from."""

    letters: tuple[Letter, ...]
    connections: Connections
    comparisons: tuple[Comparison, ...]
    own: OwnSite
    notices: tuple[str, ...]


def build(folders: Folders, with_site: bool = True, progress: Progress = iter, with_pdf: bool = False) -> Built:
    """Bring `docs/` and `site/` up to date with the letters, both or neither."""
    if with_pdf:
        require()
    work = work_out(folders, progress)
    content = make_pages(work, folders.docs)
    with ExitStack() as stack:
        staged = stack.enter_context(output.staging(folders.docs)) / "docs"
        lay_out(content, staged, folders.docs)
        todo = output.changes(staged, content.keys(), folders.docs)
        if with_site:
            fresh = stack.enter_context(output.staging(folders.site)) / "site"
            if with_pdf:
                output.write(make_papers(work), staged)
            make_site(staged, fresh, epoch_of(work.letters), work.own)
            todo += output.changes(fresh, set(output.by_hand(fresh)), folders.site)
        output.commit(todo)
    changed = tuple(change.target for change in todo if change.target.name != output.LIST)
    return Built(work.letters, changed, work.notices + (work.own.notices if with_site else ()))


def check(folders: Folders, progress: Progress = iter) -> tuple[str, ...]:
    """Name the generated files in `docs/` that are not what the letters give now."""
    return output.stale(make_pages(work_out(folders, progress), folders.docs), folders.docs)


def work_out(folders: Folders, progress: Progress) -> Work:
    """Read, prove, connect and compare the letters."""
    folders.verify()
    own = read_own_site(folders.config)
    read_ones, notices = read_letters(folders.seeds, progress)
    prove(read_ones)
    letters, connections = connect(read_ones, folders.seeds)
    comparisons = compared(letters)
    notices += (*silences(connections, folders.seeds), *without_page(letters, comparisons))
    return Work(letters, connections, comparisons, own, notices)


def compared(letters: Sequence[Letter]) -> tuple[Comparison, ...]:
    """The comparisons that get a page."""
    return tuple(compare(one, other) for one, other in pairs_shown(letters))


def read_letters(folder: Path, progress: Progress) -> tuple[tuple[Letter, ...], tuple[str, ...]]:
    """Read every document of a folder, and say what the user should know about its files."""
    seeds = find(folder)
    catalogue = catalogue_of(folder, seeds)
    letters = []
    for path in progress(list(seeds.files.values())):
        source = read(path)
        entry = catalogue.of(source.id)
        letters.append(read_letter(source, entry.layout, entry.facts))
        agree(letters[-1], entry, folder / CATALOGUE)
    encodings = (
        f"{folder / letter.source.name}: read as {letter.source.encoding}"
        for letter in letters
        if letter.source.encoding != "UTF-8"
    )
    known = with_versions(letters, catalogue.stated_versions(), catalogue.denied_versions())
    return known, (*seeds.notices, *encodings)


def agree(letter: Letter, entry: Entry, catalogue: Path) -> None:
    """Refuse a catalogue that states a fact otherwise than the text itself does."""
    for key, line in contradictions(letter.facts, entry.facts):
        wrong = f"states {key} of {letter.id} otherwise than line {line} of its text"
        raise UserError(catalogue, None, wrong, "take it out: the catalogue states only what a text does not say")


def read_one(folder: Path, id_: str) -> tuple[Source, Entry]:
    """Read one document, and what the catalogue states of it."""
    seeds = find(folder)
    if id_ not in seeds.files:
        close = get_close_matches(id_, seeds.files, n=1) or list(seeds.files)[:1]
        raise UserError(folder, None, f"holds no document {id_}", f"give an id like {close[0]}")
    return read(seeds.files[id_]), catalogue_of(folder, seeds).of(id_)


def read_two(folder: Path, names: Sequence[str]) -> list[Letter]:
    """Read documents that are named by their id in the folder, or as files anywhere."""
    letters, ids = [], find_ids(folder)
    for name in names:
        if name in ids:
            source, entry = read_one(folder, name)
            letters.append(read_letter(source, entry.layout, entry.facts))
        elif Path(name).is_file():
            letters.append(read_letter(read(Path(name))))
        else:
            close = get_close_matches(name, ids, n=1)
            hint = f"is it {close[0]}?" if close else "name a file, or give the folder of letters with --seeds"
            raise UserError(name, None, f"is no file, and no id in {folder}", hint)
    prove(letters)
    return letters


def find_ids(folder: Path) -> Collection[str]:
    """The ids in a folder; none where there is no such folder."""
    return find(folder).files if folder.is_dir() else ()


def catalogue_of(folder: Path, seeds: Seeds) -> Catalogue:
    return read_catalogue(folder / CATALOGUE, seeds.files.keys(), list(names()))


def prove(letters: Iterable[Letter]) -> None:
    """Fail where a character of a source is in no block, in no note and not left out with a reason."""
    for letter in letters:
        if not letter.ledger.balances:
            raise TextLostError(f"{letter.source.name}: {letter.ledger}")


def silences(connections: Connections, folder: Path) -> Iterable[str]:
    """Themes and terms that no letter speaks of: they have no page."""
    for theme in connections.silent:
        yield f"{folder / THEMES}: no passage speaks of {theme.id}, so it has no page"
    used = {use.term for use in connections.uses}
    for term in connections.terms:
        if term.id not in used:
            yield f"{folder / TERMS}: no letter uses {term.id}, so the page of terms leaves it out"


def without_page(letters: Iterable[Letter], comparisons: Iterable[Comparison]) -> Iterable[str]:
    """Versions that cannot be set side by side on a page, because of their names."""
    shown = {made.name: (made.a.id, made.b.id) for made in comparisons}
    for one, other in sorted((letter.id, id_) for letter in letters for id_ in letter.versions if letter.id < id_):
        name = f"{one}--{other}"
        if len(name.encode()) > LONGEST_NAME:
            yield f"{one} and {other}: too long together for a page that compares them; rename one of the two"
        elif shown.get(name, (one, other)) != (one, other):
            yield f"{one} and {other}: another comparison is called {name}, so they have none; rename one of the two"


def make_pages(work: Work, docs: Path) -> dict[str, bytes]:
    """The files that belong in a folder of pages, by name. Who wrote an asset there by hand keeps it."""
    content = by_path([
        *pages(work.letters, work.connections, work.own, work.comparisons, reuse_among(work.letters)),
        *exports(work.letters, work.connections, work.comparisons),
    ])
    by_hand = set(output.by_hand(docs))
    return content | {name: data for name, data in assets().items() if name not in by_hand}


def by_path(made: Iterable[Page]) -> dict[str, bytes]:
    """What stands in each file; no page may take the place of another."""
    content: dict[str, bytes] = {}
    for page in made:
        if page.path in content:
            raise SamePathError(page.path)
        content[page.path] = page.text.encode()
    return content


def make_papers(work: Work) -> dict[str, bytes]:
    """Letters and comparisons on paper, by name: files of the site alone, where each page offers its own."""
    papers = {f"pdf/{letter.id}.pdf": letter_paper(letter) for letter in work.letters}
    papers |= {f"pdf/vergelijken/{made.name}.pdf": comparison_paper(made) for made in work.comparisons}
    return {name: pdf(paper) for name, paper in papers.items()}


def lay_out(content: dict[str, bytes], staged: Path, docs: Path) -> None:
    """Put together what MkDocs reads: the generated files and those written by hand."""
    output.write({name: (docs / name).read_bytes() for name in output.by_hand(docs)}, staged)
    output.write(content, staged)
