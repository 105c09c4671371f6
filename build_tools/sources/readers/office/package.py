"""A file of a word processor: a zip of XML parts, read part by part within bounds.

Nothing outside the file is read, no entity is resolved, no part is unpacked to disk. What is damaged, locked or built
to harm is the user's to mend, in one line.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from build_tools.errors import UserError
from build_tools.sources.readers.markup.guards import STOPPED, too_deep

Element = Any
"""An element of lxml, which states no types."""

MOST_PARTS = 5_000
"""A letter with a picture on every page has some hundreds."""
LARGEST_PART = 24_000_000
"""Bytes of one part unpacked: the text of a letter of a thousand pages; as a tree it takes some ten times that."""
SMALL_PART = 2_000_000
"""Bytes of a part that may be packed however well: it does no harm."""
LARGEST_RATIO = 200
"""How many times smaller packing can make what somebody wrote, in a part that is not small; XML gets to some 50."""

ANEW = "open it in the word processor and save it anew"
DECLARED = b"<!ENTITY"
"""How an entity is declared."""
NAMES_WITHIN = 10_000
"""Bytes at the begin of a part that hold its first namespaces."""
STRICT = (b"http://purl.oclc.org/ooxml/", re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(main|[a-zA-Z]+)"))
"""The names that Word's "Strict Open XML" has for the namespaces."""
STRICT_NAMES = {
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file, by name."""

    path: Path
    archive: ZipFile
    parts: Mapping[str, ZipInfo]

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where the file has no such part."""
        if name not in self.parts:
            return None
        content = self.bytes_of(name)
        return parsed(self.path, name, usual_names(content))

    def bytes_of(self, name: str) -> bytes:
        """A part unpacked, never more than a letter can have."""
        info = self.parts[name]
        limit = min(LARGEST_PART, max(SMALL_PART, LARGEST_RATIO * info.compress_size))
        if info.flag_bits & 1:
            raise locked(self.path)
        try:
            with self.archive.open(info) as stream:
                content = stream.read(limit + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise UserError(self.path, None, f"is damaged (its part {name} cannot be unpacked)", ANEW) from None
        if len(content) > limit:
            raise UserError(self.path, None, f"unpacks to more than any letter holds ({name})", "do not trust it")
        return content


def opened(path: Path, content: bytes) -> Package:
    """The file as a package."""
    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise UserError(path, None, "is cut off or damaged", f"fetch it again, or {ANEW}") from None
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise UserError(path, None, f"has {len(infos)} parts, more than any letter", "do not trust it")
    return Package(path, archive, {info.filename: info for info in infos})


def parsed(path: Path, name: str, content: bytes) -> Element:
    """The root of an XML part. A part that declares a document type is none that a word processor wrote."""
    # collect_ids stays as it is: without it lxml opens the file that a document type names.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _not_parsed(path, name, content, error) from None
    if root.getroottree().docinfo.doctype:
        raise _own_entities(path, name)
    return root


def _not_parsed(path: Path, name: str, content: bytes, error: etree.XMLSyntaxError) -> UserError:
    """Why the parser stopped: what was built to harm is not called damaged."""
    if STOPPED in str(error):
        return too_deep(path)
    if DECLARED in content:
        return _own_entities(path, name)
    return UserError(path, None, f"is damaged (line {error.lineno} of its part {name} is no good XML)", ANEW)


def _own_entities(path: Path, name: str) -> UserError:
    return UserError(path, None, f"declares entities of its own ({name})", "do not trust it")


def usual_names(content: bytes) -> bytes:
    """The part with the namespaces that nearly all files have."""
    beginning, names = STRICT
    if beginning not in content[:NAMES_WITHIN]:
        return content
    return names.sub(lambda found: STRICT_NAMES.get(found[1], beginning + found[1] + b"/") + found[2], content)


def locked(path: Path) -> UserError:
    return UserError(path, None, "is locked with a password", "open it and save it without one")


def local(element: Element) -> str:
    """The name of an element without its namespace; nothing for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
