"""A page that MkDocs need not make where its finished form is known, and what is kept of one that was made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from sys import intern
from typing import TYPE_CHECKING, Any
from zlib import compress, decompress

from build_tools.cache.remembering import Product
from build_tools.committing.waiting import QUICKLY
from build_tools.site.finish import Finished, under

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page as MarkdownPage

EMPTY = "empty"
"""The template of a page that is there already."""


@dataclass(frozen=True, slots=True)
class PageBefore:
    """A finished page, packed, and what MkDocs knows of it for other pages: its anchors, the anchors in other files
    that it leads to, and which of the files that it asked for were there."""

    packed: bytes
    finished: Finished
    anchors: frozenset[str]
    links: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    asked: tuple[tuple[str, bool], ...]


PAGE = Product("finished page", PageBefore)


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A finished page that waits for the others: where it goes in the site, its title, and what gives it, packed."""

    path: str
    title: str
    packed: Callable[[], bytes]

    @property
    def made_from(self) -> tuple[str, str]:
        """What stands for all that it is."""
        return self.title, sha256(self.packed()).hexdigest()

    @property
    def html(self) -> str:
        """The page under its title."""
        return under(self.title, _unpacked(self.packed()))


def titles_in(config: "MkDocsConfig") -> dict[str, str]:
    """The titles that the navigation gives to pages, by the names of their files."""
    return {target: title for entry in config.nav or () for title, target in entry.items()}


def packed_html(html: str) -> bytes:
    """A page in a fifth of its room: every page waits until all are rendered, and then for its turn."""
    return compress(html.encode(errors="surrogatepass"), QUICKLY)


def _unpacked(data: bytes) -> str:
    return decompress(data).decode(errors="surrogatepass")


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
def known_page() -> "Callable[..., MarkdownPage]":
    """A page that MkDocs need not make where it was made before; other commands do not wait for MkDocs."""
    from mkdocs.structure.pages import Page as MarkdownPage
    from mkdocs.structure.toc import TableOfContents

    class KnownPage(MarkdownPage):
        """A page with the key of all that it is made from, and what is known of it from before, if anything: then
        `packed` gives it. While it waits for other pages, as it does unless it is said to be finished `at_once`, its
        text is packed.
        """

        def __init__(
            self,
            title: str | None,
            file: "File",
            config: Any,
            key: bytes = b"",
            before: PageBefore | None = None,
            packed: Callable[[], bytes] | None = None,
            at_once: bool = False,
        ) -> None:
            self._content: bytes | str | None = None
            self._at_once = at_once
            super().__init__(title, file, config)
            self.key, self.before, self.packed = key, before, packed
            self.asked: dict[str, bool] = {}

        @property
        def content(self) -> str | None:
            """Its text as HTML."""
            return _unpacked(self._content) if isinstance(self._content, bytes) else self._content

        @content.setter
        def content(self, html: str | None) -> None:
            self._content = html if html is None or self._at_once else packed_html(html)

        def let_go(self) -> None:
            """Keep of a page that stands in the site what MkDocs asks of it in the end: where it leads, and its
            anchors.
            """
            self.content, self.toc, self.before = None, TableOfContents([]), None

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
            self.content, self.present_anchor_ids = "", set(map(intern, self.before.anchors))
            led_to = ((files.get_file_from_path(uri), dict(links)) for uri, links in self.before.links)
            self.links_to_anchors = {file: links for file, links in led_to if file}

        def as_kept(self, packed: bytes, finished: Finished) -> PageBefore:
            """The page as a later build takes it, given packed."""
            led_to = (self.links_to_anchors or {}).items()
            links = tuple((file.src_uri, tuple(links.items())) for file, links in led_to)
            anchors = frozenset(self.present_anchor_ids or ())
            return PageBefore(packed, finished, anchors, links, tuple(self.asked.items()))

    return KnownPage
