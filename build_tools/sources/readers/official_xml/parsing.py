"""A file of official XML as a tree; any other XML is refused by its name.

After `parsed`: the root is a paper, the tree is not deep, no entity is left that the file itself declares, and
nothing but the file was read.
"""

import re
from dataclasses import dataclass
from html.entities import html5
from pathlib import Path

from lxml import etree

from build_tools.errors import UserError
from build_tools.sources.readers.markup.decoding import decoded
from build_tools.sources.readers.markup.guards import STOPPED, local, name_of, no_entities, not_too_deep, too_deep
from build_tools.sources.readers.official_xml.elements import PAPERS, WITHOUT_PAPER

ROOT = "officiele-publicatie"
DECLARATION = re.compile(r"\A\s*\ufeff?\s*<\?xml[^>]*\?>")
"""`<?xml version="1.0" encoding="utf-8"?>` at the begin: once the text is decoded it no longer tells the encoding."""
KNOWN_AS = {"rss": "an RSS feed", "feed": "an Atom feed", "svg": "an SVG picture", "html": "a web page (XHTML)"}
LONGEST = 120
"""Characters of what the parser says."""

REMEDY = "give the official XML of a paper (its root is officiele-publicatie) or leave it out"


@dataclass(frozen=True, slots=True)
class ParsedPaper:
    """A tree, the encoding of its file, and what a reader should know of that."""

    root: etree._Element
    encoding: str
    remarks: tuple[str, ...]


def parsed(path: Path, content: bytes) -> ParsedPaper:
    """The tree of an official paper."""
    found = decoded(path, content)
    no_entities(path, found.text)
    root = tree_of(path, found.text)
    not_too_deep(path, root)
    return ParsedPaper(paper_of(path, root), found.encoding, found.remarks)


def tree_of(path: Path, text: str) -> etree._Element:
    """Any XML as a tree."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(DECLARATION.sub("", text).encode(), parser)
    except etree.XMLSyntaxError as error:
        if STOPPED in (error.msg or ""):
            raise too_deep(path) from None
        says = re.sub(r",? line \d+, column \d+", "", error.msg or "unknown error")
        wrong = f"is no whole XML file ({says[:LONGEST]})"
        raise UserError(path, error.lineno or None, wrong, "fetch or save it again") from None


def paper_of(path: Path, root: etree._Element) -> etree._Element:
    """The root, if it is that of a paper."""
    if local(root) == ROOT:
        return root
    if local(root) in WITHOUT_PAPER:
        remedy = "put the paper's own XML beside it, and call this file as that one with .metadata.xml at the end"
        raise UserError(path, None, "states facts of a paper, and is not the paper", remedy)
    if local(root) in PAPERS and root.find(".//al") is not None:
        return root
    wrong = f"is {KNOWN_AS.get(name_of(root).lower(), f'XML of another kind ({name_of(root)})')}, not an official paper"
    raise UserError(path, None, wrong, REMEDY)


def character(entity: str) -> str:
    """What a name such as `&eacute;` stands for in every book of signs; a name that is unknown stays as it is."""
    return html5.get(entity.removeprefix("&"), entity)
