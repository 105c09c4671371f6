"""Finished pages from build to build: those alone are rendered of which something changed, if many by all cores.

A page is what it was where all that it is made from is: its Markdown, the data beside it that finishing reads, what the
site is called and how one finds the way in it, which of the pages and files that it leads to are there. That its
anchors and those of other pages fit is looked at in every build. Where MkDocs runs by itself, every page is made anew.
Others than this process read the folder of pages themselves; of a page that MkDocs complains about they give nothing,
so that it is rendered here, where complaints are told.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, DictLoader, Environment

from build_tools import output
from build_tools.addresses import COMPARISON_DATA, LETTER_DATA
from build_tools.cache.aside import LaidAside
from build_tools.cache.remembering import FORGETFUL, Memory, key_of
from build_tools.committing.digests import digest, digest_at
from build_tools.committing.staying import StandingFolder
from build_tools.errors import UserError, attempt
from build_tools.progress import at
from build_tools.site.finish import Finished
from build_tools.site.known_page import EMPTY, PAGE, PageBefore, known_page, titles_in
from build_tools.site.offers import offers, uses
from build_tools.site.press import Press, finished_page
from build_tools.site.search.index import FOLDER
from build_tools.workers.crew import Waiting

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

NAME = "kamerbrieven: pages of before"
"""What these are called among the plugins of MkDocs."""

BESIDE = {"brieven": LETTER_DATA, "vergelijken": COMPARISON_DATA}
"""The data that finishing a page reads, by the folder of the page."""

MANY = 40
"""So many pages are finished one by one before MkDocs runs, by all cores: what these share is set up once more for it,
but none of them waits, packed, until all are rendered, as MkDocs lets them."""


@dataclass(frozen=True, slots=True)
class KnownFiles:
    """What is known before a site is made: the digests of files in the folder of pages, by name, and the site of
    before."""

    digests: Mapping[str, str] = field(default_factory=dict)
    standing: StandingFolder | None = None


NOTHING_KNOWN = KnownFiles()

WORKED_ON = "assets/"
"""Where sheets and scripts lie, which are made lighter and one in the site."""


@dataclass(frozen=True)
class KeptPages:
    """The pages of one run of MkDocs, as a plugin of it. `old` are the names of pages that may have faults,
    `aside` is where finished ones wait, `files` all of this run, and `static` the names of those that go to the site as
    they are, there and here.
    """

    press: Press
    memory: Memory
    old: Collection[str]
    faults: Sequence[str]
    aside: LaidAside
    known: KnownFiles = NOTHING_KNOWN
    files: list["Files"] = field(default_factory=list)
    static: list[tuple[str, str]] = field(default_factory=list)

    def on_files(self, files: "Files", *, config: Any) -> None:
        """Give each page its own, with what is known of it, from before or from others who made it now."""
        _verify_places(files)
        titles, pages = titles_in(config), files.documentation_pages()
        keys = list(self._keys(files))
        found = [self._before(key, files) for key in keys]
        many, each = found.count(None) >= MANY, zip(pages, keys, found, strict=True)
        begun = (
            self._begun(file.src_uri, key, n) if many and not before else partial(_known, before)
            for n, (file, key, before) in enumerate(each, 1)
        )
        made = self.memory.crew.in_order(begun)
        for file, key, waiting in zip(pages, keys, made, strict=True):
            known_page()(titles.get(file.src_uri), file, config, key, *self._laid_aside(waiting()))
        self._hold_back(files)

    def _laid_aside(self, page: PageBefore | None) -> tuple[PageBefore | None, Callable[[], bytes] | None]:
        """What is known of a page while it waits, and what gives the page itself."""
        return (replace(page, packed=b""), self.aside.put(page.packed)) if page else (None, None)

    def _hold_back(self, files: Any) -> None:
        """Let MkDocs copy none of the files that go to the site as they are."""
        self.files.append(files)
        below = f"{self.press.docs}/"
        for file in files:
            own = file.abs_src_path and file.abs_src_path.startswith(below)
            if own and file.inclusion.is_included() and not file.is_documentation_page():
                file.copy_file = _nothing
                self.static.append((file.dest_uri, file.src_uri))

    def lay_static_files(self) -> None:
        """Let them stand in the site, but where MkDocs wrote another one, and where the search index is."""
        site, docs = self.press.site, self.press.docs
        free = (
            names for names in self.static if not names[0].startswith(f"{FOLDER}/") and not (site / names[0]).exists()
        )
        new = ((name, own) for name, own in free if not self._stays(name, own))
        output.write_each(((name, (docs / own).read_bytes()) for name, own in new), site)

    def _stays(self, name: str, own: str) -> bool:
        """Whether a file that goes to the site as it is stands there."""
        standing, found = self.known.standing, self.known.digests.get(own)
        if standing is None or found is None or name.startswith(WORKED_ON):
            return False
        return standing.stays(name, found)

    def let_go(self) -> None:
        """Let go of all files: MkDocs, which holds them, needs none any more once all pages are there, and it has
        looked where they lead.
        """
        for files in self.files:
            for file in [*files]:
                file.page = None
                files.remove(file)

    def _keys(self, files: "Files") -> Iterator[bytes]:
        """The keys of all that the pages are made from."""
        own, docs = self.press.own, self.press.docs
        shared = key_of("what pages share", own.name, own.url, own.about, own.copyright, tuple(self._way(files)))
        for file in files.documentation_pages():
            content = self.known.digests.get(file.src_uri) or digest(file.content_bytes)
            made_from = file.src_uri, content, *_beside(file, docs, self.known.digests)
            yield key_of(PAGE.name, shared, made_from)

    def _begun(self, name: str, key: bytes, n: int) -> Waiting[PageBefore | None]:
        """A page that is begun by whoever is there, if they find the folder. One that nobody makes MkDocs renders."""
        if name in self.old or not self.memory.crew.shares_disk:
            return partial(_known, None)
        return partial(_made, self.memory.begun_anew(PAGE, key, partial(finished_page, self.press, name)), n)

    def _way(self, files: "Files") -> Iterator[tuple[str, str, str]]:
        """What the theme takes from the navigation: titles, addresses, what the pages in it state of themselves."""
        from mkdocs.utils.meta import get_data

        for entry in self.press.own.nav:
            file = files.get_file_from_path(entry.target)
            yield entry.title, entry.target, repr(get_data(file.content_string)[1]) if file else ""

    def _before(self, key: bytes, files: "Files") -> PageBefore | None:
        """What is known of a page, if what it led to is there and what was not is not."""
        found = self.memory.recalled(PAGE, key)
        same = found and all((files.get_file_from_path(uri) is not None) is there for uri, there in found.asked)
        return found if same else None

    def on_env(self, env: Environment, **_: Any) -> None:
        if env.loader:
            env.loader = ChoiceLoader([DictLoader({EMPTY: ""}), env.loader])

    def keep(self, page: Any, packed: bytes, finished: Finished) -> None:
        """Keep a page, unless something is wrong with one of those that were rendered just now."""
        if not self.faults and page.file.src_uri not in self.old:
            self.memory.remember(page.key, page.as_kept(packed, finished))


def _verify_places(files: Any) -> None:
    """Refuse two files that would be one in the site, like `over.md` and `over/index.md`."""
    there: dict[str, str] = {}
    for file in files:
        other = there.setdefault(file.dest_uri, file.src_uri)
        if other != file.src_uri and file.inclusion.is_included():
            wrong = f"would be the same file of the site as {other}"
            raise UserError(file.src_uri, None, wrong, "give one of them another name")


def before_of(page: Any) -> PageBefore | None:
    """What is known of a page from before; of one that is to be made nothing."""
    found: PageBefore | None = getattr(page, "before", None)
    return found


def keep(page: Any, packed: bytes, finished: Finished, config: Any) -> None:
    """Keep a page that was made just now, where this run keeps any; what only making it takes is let go."""
    if NAME in config.plugins:
        config.plugins[NAME].keep(page, packed, finished)
        page.let_go()


def _nothing(dirty: bool = False) -> None:
    """Stands for copying a file, in a build of whatever kind."""


def lay_static_files(config: Any) -> None:
    """Let what this run of MkDocs held back stand in the site."""
    if NAME in config.plugins:
        config.plugins[NAME].lay_static_files()


def let_go(config: Any) -> None:
    """Let go of what MkDocs knows of pages and of other files."""
    if NAME in config.plugins:
        config.plugins[NAME].let_go()


def standing_in(config: Any) -> StandingFolder | None:
    """The site of before, if this run of MkDocs knows one."""
    standing: StandingFolder | None = config.plugins[NAME].known.standing if NAME in config.plugins else None
    return standing


def aside_in(config: Any) -> LaidAside:
    """Where finished pages wait for the others."""
    kept = config.plugins.get(NAME)
    return kept.aside if kept else LaidAside(Path(config.site_dir).parent)


def memory_in(config: Any) -> Memory:
    """What this run of MkDocs remembers by."""
    return config.plugins[NAME].memory if NAME in config.plugins else FORGETFUL


def _known(before: PageBefore | None) -> PageBefore | None:
    return before


def _made(waiting: Waiting[PageBefore], n: int) -> PageBefore | None:
    """The n-th page as others made it, unless there is something wrong with it."""
    made = attempt(waiting)
    at("making the site, page", n)
    return made if isinstance(made, PageBefore) else None


def _beside(file: "File", docs: Path, digests: Mapping[str, str]) -> tuple[object, ...]:
    """What finishing a page reads beside it: its data, and which other forms of it there are."""
    page = Path(file.src_uri)
    form = BESIDE.get(page.parent.as_posix())
    data = form.format(page.stem) if form else ""
    read = digests.get(data) or digest_at(docs / data)
    return read, (*offers(page, docs), *uses(page, docs))
