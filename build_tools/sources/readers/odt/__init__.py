"""OpenDocument text files: what a person sees in them, read from their own XML, as for Word files."""

from collections.abc import Iterable

from build_tools.errors import UserError
from build_tools.sources.readers.odt.body import content
from build_tools.sources.readers.odt.lists import OdtLists, list_styles
from build_tools.sources.readers.odt.marks import OdtReading
from build_tools.sources.readers.odt.names import q
from build_tools.sources.readers.odt.pages import edges_of
from build_tools.sources.readers.odt.styles import styles_of
from build_tools.sources.readers.office.package import ANEW, Element, Package, locked
from build_tools.sources.readers.office.remarks import Aside, remarks_of
from build_tools.sources.readers.office.written import Item, Written

CONTENT, STYLES, MANIFEST, SORT = "content.xml", "styles.xml", "META-INF/manifest.xml", "mimetype"


def is_odt(package: Package) -> bool:
    """Whether a package says that it is an OpenDocument file, or holds what only such a file has."""
    if SORT in package.parts:
        return package.bytes_of(SORT).startswith(b"application/vnd.oasis.opendocument")
    return CONTENT in package.parts and MANIFEST in package.parts


def read_odt(package: Package) -> Written:
    """All that an OpenDocument file holds."""
    if MANIFEST in package.parts and b"encryption-data" in package.bytes_of(MANIFEST):
        raise locked(package.path)
    root, others = package.xml(CONTENT), package.xml(STYLES)
    body = root.find(f"{q('office:body')}/{q('office:text')}") if root is not None else None
    if root is None or body is None:
        raise UserError(package.path, None, "is no OpenDocument text with a text in it", ANEW)
    styles = styles_of(root, others)
    lists = OdtLists(list_styles([part for part in (others, root) if part is not None]))
    reading = OdtReading(package, styles, lists)
    found = tuple(content(body, reading))
    reading.aside[Aside.INSERTED] = sum(1 for _ in body.iter(q("text:insertion")))
    reading.aside[Aside.DELETED] = sum(1 for _ in body.iter(q("text:deletion")))
    notes = tuple(reading.notes)
    edges = edges_of(body, others, styles)
    first, rest = (read_all(parts, reading) for parts in (edges.first, edges.others))
    return Written(first, found, notes, rest, tuple(remarks_of(reading.aside)))


def read_all(parts: Iterable[Element], reading: OdtReading) -> tuple[Item, ...]:
    """What stands in heads and feet."""
    return tuple(item for part in parts for item in content(part, reading))
