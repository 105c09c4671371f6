"""Elements that know their parents, parsed and written by the standard library.

A document type is never read: the parser stops at it, and says that there is one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


MOST_LEVELS = 256
"""Tags within tags, as lxml has it: what is deeper would end whatever walks it by calling itself."""


class XMLSyntaxError(Exception):
    """Text that is no XML, and the line where it stops to be."""

    def __init__(self, lineno: int, says: str = "no good XML") -> None:
        super().__init__(f"{says}, line {lineno}")
        self.lineno = lineno


class _DoctypeMetError(Exception):
    """A document type begins here."""


class _TooDeepError(Exception):
    """Tags lie deeper within tags than any document needs."""


class _Element(ElementTree.Element):
    """An element with the words that lxml has for it."""

    def __init__(self, tag: str, attributes: dict[str, str] | None = None) -> None:
        super().__init__(tag, attributes or {})
        self._parent: _Element | None = None

    def append(self, element: Any) -> None:
        super().append(element)
        element._parent = self

    def extend(self, elements: Iterable[Any]) -> None:
        for element in elements:
            self.append(element)

    def getparent(self) -> "_Element | None":
        return self._parent

    def iterchildren(self, tag: str | None = None) -> Iterator[Any]:
        return (child for child in self if tag is None or child.tag == tag)

    def iter(self, *tags: str | None) -> Any:
        return (element for element in super().iter() if not tags or element.tag in tags)

    def getroottree(self) -> Any:
        return SimpleNamespace(docinfo=SimpleNamespace(doctype=self.tag == DOCTYPE))


DOCTYPE = "!DOCTYPE"
"""The name of what stands for a document that declares a type."""


@dataclass(frozen=True, slots=True)
class QName:
    """The name of an element."""

    element: Any

    @property
    def localname(self) -> str:
        name: str = self.element.tag
        return name.rpartition("}")[2]


class XMLParser:
    """Comments, entities and the net are left alone whatever is asked."""

    def __init__(self, **_asked: bool) -> None:
        pass


class _Builder(ElementTree.TreeBuilder):
    def __init__(self) -> None:
        super().__init__(element_factory=_Element)
        self._depth = 0

    def start(self, tag: str, attributes: dict[str, str], /) -> Any:
        self._depth += 1
        if self._depth > MOST_LEVELS:
            raise _TooDeepError
        return super().start(tag, attributes)

    def end(self, tag: str, /) -> Any:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, *_declared: Any) -> None:
        raise _DoctypeMetError


def fromstring(content: bytes, _parser: XMLParser | None = None) -> Any:
    """The root of a document."""
    parser = ElementTree.XMLParser(target=_Builder())  # noqa: S314
    try:
        parser.feed(content)
        return parser.close()
    except _DoctypeMetError:
        return _Element(DOCTYPE)
    except _TooDeepError:
        raise XMLSyntaxError(1, "Excessive depth") from None
    except ElementTree.ParseError as error:
        raise XMLSyntaxError(error.position[0]) from None


def tostring(element: Any, xml_declaration: bool = False, **_asked: Any) -> bytes:
    """An element with all in it, as UTF-8."""
    written = ElementTree.tostring(element, "unicode").encode()
    return DECLARATION + written if xml_declaration else written
