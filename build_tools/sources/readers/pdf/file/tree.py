"""The structure tree of a tagged PDF: elements with their standard names, and the tagged content that each holds.

After `tree_of`: names are those of the standard (a file's own names are looked up in its role map); each stretch of
content is named once, by page and number; what points in circles or lies too deep is left aside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

from build_tools.sources.readers.pdf.file.opening import DEEPEST, MOST_ELEMENTS, TooMuchError


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of tagged content: the page, counted from 1, and its number there."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the tree. `rows` and `columns` are how many of each a cell takes."""

    tag: str
    kids: "tuple[Element | Content, ...]"
    rows: int = 1
    columns: int = 1
    actual: str | None = None

    def walk(self) -> "Iterator[Element | Content]":
        """Itself and all below it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()
            else:
                yield kid


def tree_of(pdf: pikepdf.Pdf) -> Element | None:
    """The tree of a PDF, None where it has none. Raises TooMuchError where it has too many elements."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return None
    names = root.get("/RoleMap")
    roles = {str(k): str(v) for k, v in names.items()} if isinstance(names, pikepdf.Dictionary) else {}
    pages: dict[tuple[int, int], int] = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    found = Climber(roles, pages).element(root, 0, 0)
    return found if any(isinstance(one, Content) for one in found.walk()) else None


class Climber:
    """Walks a tree once; remembers what it has seen."""

    def __init__(self, roles: Mapping[str, str], pages: Mapping[tuple[int, int], int]) -> None:
        self.roles = roles
        self.pages = pages
        self.seen: set[tuple[int, int]] = set()
        self.contents: set[Content] = set()
        self.count = 0

    def element(self, node: pikepdf.Object, page: int, depth: int) -> Element:
        """An element with all below it."""
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise TooMuchError(f"more than {MOST_ELEMENTS} elements in its tree of tags")
        page = self.page_of(node, page)
        rows, columns = spans_of(node.get("/A"))
        kids = tuple(self.kids(node.get("/K"), page, depth + 1)) if depth < DEEPEST else ()
        actual = node.get("/ActualText")
        text = str(actual) if isinstance(actual, pikepdf.String) else None
        return Element(self.standard(str(node.get("/S", "/Document"))), kids, rows, columns, text)

    def kids(self, found: object, page: int, depth: int) -> "Iterator[Element | Content]":
        """What an element holds: elements and content, each once."""
        nodes = list(found.as_list()) if isinstance(found, pikepdf.Array) else [found]
        for node in nodes:
            if isinstance(node, int):
                yield from self.content(page, node)
            elif isinstance(node, pikepdf.Dictionary) and "/MCID" in node:
                yield from self.content(self.page_of(node, page), int(node.get("/MCID", -1)))
            elif isinstance(node, pikepdf.Dictionary) and "/S" in node and self.is_new(node):
                yield self.element(node, page, depth)

    def content(self, page: int, mark: int) -> Iterator[Content]:
        one = Content(page, mark)
        if one not in self.contents:
            self.contents.add(one)
            yield one

    def is_new(self, node: pikepdf.Object) -> bool:
        """Whether an element was not met before: a tree that comes back to itself has no end."""
        key = node.objgen
        if key != (0, 0) and key in self.seen:
            return False
        self.seen.add(key)
        return True

    def page_of(self, node: pikepdf.Object, page: int) -> int:
        own = node.get("/Pg")
        return self.pages.get(own.objgen, page) if isinstance(own, pikepdf.Dictionary) else page

    def standard(self, name: str) -> str:
        """A name of the standard, without its slash; a file can map its own names to others of its own."""
        for _ in range(DEEPEST):
            if name not in self.roles or self.roles[name] == name:
                break
            name = self.roles[name]
        return name.lstrip("/")


def spans_of(attributes: object) -> tuple[int, int]:
    """How many rows and columns a cell takes."""
    found = [attributes] if isinstance(attributes, pikepdf.Dictionary) else []
    if isinstance(attributes, pikepdf.Array):
        found = [one for one in attributes.as_list() if isinstance(one, pikepdf.Dictionary)]
    return tuple(max((int(one.get(key, 1)) for one in found), default=1) for key in ("/RowSpan", "/ColSpan"))  # type: ignore[return-value]
