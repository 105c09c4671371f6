"""Finished pages from build to build: MkDocs renders those alone of which something changed.

A page is what it was where all that it is made from is: its Markdown, the data beside it that finishing reads, what the
site is called and how one finds the way in it, which of the pages and files that it leads to are there. That its
anchors and those of other pages fit is looked at in every build. Where MkDocs runs by itself, every page is made anew.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING, Any
from zlib import compress, decompress

from jinja2 import ChoiceLoader, DictLoader, Environment

from build_tools.addresses import COMPARISON_DATA, LETTER_DATA
from build_tools.cache.remembering import FORGETFUL, Memory, Product, key_of
from build_tools.output import QUICKLY
from build_tools.site.finish import Finished
from build_tools.site.offers import offers, uses
from build_tools.sources.own_site import OwnSite

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page as MarkdownPage

NAME = "kamerbrieven: pages of before"
"""What these are called among the plugins of MkDocs."""

EMPTY = "empty"
"""The template of a page that is there already."""

BESIDE = {"brieven": LETTER_DATA, "vergelijken": COMPARISON_DATA}
"""The data that finishing a page reads, by the folder of the page."""


@dataclass(frozen=True, slots=True)
class PageBefore:
    """A finished page, and what MkDocs knows of it for other pages: its anchors, the anchors in other files that it
    leads to, and which of the files that it asked for were there."""

    html: str
    finished: Finished
    anchors: frozenset[str]
    links: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    asked: tuple[tuple[str, bool], ...]


PAGE = Product("finished page", PageBefore)


@dataclass(frozen=True)
class KeptPages:
    """The pages of one run of MkDocs, as a plugin of it. `old` are the names of pages that may have faults."""

    own: OwnSite
    memory: Memory
    old: Collection[str]
    faults: Sequence[str]

    def on_files(self, files: "Files", *, config: Any) -> None:
        """Give each page its own, with what is known of it from before."""
        known_page, titles = _known_page(), dict(map(_titled, config.nav))
        named = self.own.name, self.own.url, self.own.about, self.own.copyright
        shared = key_of("what pages share", named, tuple(self._way(files)))
        for file in files.documentation_pages():
            made_from = file.src_uri, sha256(file.content_bytes).hexdigest(), *_beside(file, Path(config.docs_dir))
            key = key_of(PAGE.name, shared, made_from)
            known_page(titles.get(file.src_uri), file, config, key, self._before(key, files))

    def _way(self, files: "Files") -> Iterator[tuple[str, str, str]]:
        """What the theme takes from the navigation: titles, addresses, what the pages in it state of themselves."""
        from mkdocs.utils.meta import get_data

        for entry in self.own.nav:
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

    def keep(self, page: Any, html: str, finished: Finished) -> None:
        """Keep a page, unless something is wrong with one of those that were rendered just now."""
        if not self.faults and page.file.src_uri not in self.old:
            self.memory.remember(page.key, page.as_kept(html, finished))


def before_of(page: Any) -> PageBefore | None:
    """What is known of a page from before; of one that is to be made nothing."""
    found: PageBefore | None = getattr(page, "before", None)
    return found


def keep(page: Any, html: str, finished: Finished, config: Any) -> None:
    """Keep a page that was made just now, where this run keeps any; what only making it takes is let go."""
    if NAME in config.plugins:
        config.plugins[NAME].keep(page, html, finished)
        page.let_go()


def memory_in(config: Any) -> Memory:
    """What this run of MkDocs remembers by."""
    return config.plugins[NAME].memory if NAME in config.plugins else FORGETFUL


def _titled(entry: Mapping[str, str]) -> tuple[str, str]:
    """An entry of the navigation as page and title."""
    ((title, target),) = entry.items()
    return target, title


def _beside(file: "File", docs: Path) -> tuple[object, ...]:
    """What finishing a page reads beside it: its data, and which other forms of it there are."""
    page = Path(file.src_uri)
    form = BESIDE.get(page.parent.as_posix())
    data = docs / form.format(page.stem) if form else None
    read = sha256(data.read_bytes()).hexdigest() if data and data.is_file() else None
    return read, (*offers(page, docs), *uses(page, docs))


class _Asked:
    """The files of a site, noting which were asked for and whether they are there."""

    def __init__(self, files: "Files") -> None:
        self._files = files
        self.found: dict[str, bool] = {}

    def get_file_from_path(self, path: str) -> "File | None":
        file = self._files.get_file_from_path(path)
        self.found[path] = file is not None
        return file


@cache
def _known_page() -> "Callable[..., MarkdownPage]":
    """A page that MkDocs need not make where it was made before; other commands do not wait for MkDocs."""
    from mkdocs.structure.pages import Page as MarkdownPage
    from mkdocs.structure.toc import TableOfContents

    class KnownPage(MarkdownPage):
        """A page with the key of all that it is made from, and what is known of it from before, if anything."""

        def __init__(self, title: str | None, file: "File", config: Any, key: bytes, before: PageBefore | None) -> None:
            self._packed: bytes | None = None
            super().__init__(title, file, config)
            self.key, self.before = key, before
            self.asked: dict[str, bool] = {}

        @property
        def content(self) -> str | None:
            """Its text as HTML, packed: every page waits until all are rendered, and then for its turn."""
            return None if self._packed is None else decompress(self._packed).decode(errors="surrogatepass")

        @content.setter
        def content(self, html: str | None) -> None:
            self._packed = None if html is None else compress(html.encode(errors="surrogatepass"), QUICKLY)

        def let_go(self) -> None:
            """Keep of a page that stands in the site what MkDocs asks of it in the end: where it leads, and its
            anchors.
            """
            self.content, self.toc = None, TableOfContents([])

        def read_source(self, config: Any) -> None:
            if self.before is None:
                super().read_source(config)
            else:
                self.markdown, self.meta = "", {**self.before.finished.page.meta, "template": EMPTY}

        def render(self, config: Any, files: "Files") -> None:
            if self.before is None:
                asked: Any = _Asked(files)
                super().render(config, asked)
                self.asked, self.markdown = asked.found, ""
                self.present_anchor_ids = set(map(intern, self.present_anchor_ids or ()))
                return
            self.content, self.present_anchor_ids = "", set(self.before.anchors)
            led_to = ((files.get_file_from_path(uri), dict(links)) for uri, links in self.before.links)
            self.links_to_anchors = {file: links for file, links in led_to if file}

        def as_kept(self, html: str, finished: Finished) -> PageBefore:
            """The page as a later build takes it."""
            led_to = (self.links_to_anchors or {}).items()
            links = tuple((file.src_uri, tuple(links.items())) for file, links in led_to)
            anchors = frozenset(self.present_anchor_ids or ())
            return PageBefore(html, finished, anchors, links, tuple(self.asked.items()))

    return KnownPage
