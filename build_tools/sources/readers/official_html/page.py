"""A saved page as a tree, and where in it the paper stands; a page that holds none is refused.

After `found`: the root of the paper is known by its structure; nothing but the file was read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from build_tools.errors import UserError
from build_tools.sources.readers.markup.decoding import decoded
from build_tools.sources.readers.markup.guards import STOPPED, local, no_entities, not_too_deep, too_deep
from build_tools.sources.readers.official_html.elements import PAPER, SILENT, classes, is_chrome

SITES = (
    (re.compile(r"officielebekendmakingen|Officiële bekendmakingen"), "officielebekendmakingen.nl"),
    (re.compile(r"tweedekamer\.nl|Tweede Kamer der Staten-Generaal"), "tweedekamer.nl"),
)
"""What names a site in the title, the links and the facts of a page's head."""

ABOUT = ("paper-header", "paper-description")
"""On older pages of tweedekamer.nl: a paper is described, its votes and debates follow."""

END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
OPENED = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
"""Tags that close and open a page, `</body >`, `<html lang="nl">`: one that is opened and never closed is cut off."""
NULL = "\0"
REMEDY = "save the page of the paper itself on officielebekendmakingen.nl or tweedekamer.nl, or take it out"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The body of a page, the root of the paper in it, the site it comes from, its encoding."""

    body: etree._Element
    head: etree._Element | None
    paper: etree._Element
    site: str
    encoding: str
    remarks: tuple[str, ...]


def found(path: Path, content: bytes) -> SavedPage:
    """The page with the paper in it."""
    file = decoded(path, content)
    no_entities(path, file.text)
    if OPENED.search(file.text) and not END.search(file.text):
        raise UserError(path, None, "is half a web page: its end is missing", "save the page again")
    root = tree_of(path, file.text)
    body = root.find("body")
    head = root.find("head")
    site = site_of(head)
    paper = None if body is None else paper_in(body, site)
    if body is None or paper is None:
        of = f"a page of {site} without the text of a paper" if site else "a web page of another kind"
        raise UserError(path, None, f"is {of}{named(head)}", REMEDY)
    return SavedPage(body, head, paper, site, file.encoding, file.remarks)


def tree_of(path: Path, text: str) -> etree._Element:
    """Any HTML as a tree; tags that are not closed are closed as a web browser does."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.replace(NULL, "").encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise UserError(path, None, "is no web page that can be read", "save the page again") from None
    if any(STOPPED in entry.message for entry in parser.error_log):
        raise too_deep(path)
    not_too_deep(path, root)
    return root


def site_of(head: etree._Element | None) -> str:
    """The official site that a page comes from, by what its head says; nothing for any other."""
    says = " ".join(_said(head)) if head is not None else ""
    return next((site for sign, site in SITES if sign.search(says)), "")


def _said(head: etree._Element) -> Iterator[str]:
    """The title of a page, its own address and its facts; not what its scripts and styles are called."""
    for element in head:
        if local(element) == "title":
            yield element.text_content() if isinstance(element, html.HtmlElement) else ""
        elif local(element) == "link" and element.get("rel") in ("canonical", "shortlink"):
            yield element.get("href") or ""
        elif local(element) == "meta":
            yield element.get("content") or ""


def paper_in(body: etree._Element, site: str) -> etree._Element | None:
    """The smallest element that holds all that only a paper has."""
    marked = [element for element in body.iter() if local(element) and classes(element) & PAPER and shows(element)]
    outer = [element for element in marked if not any(is_chrome(above) for above in element.iterancestors())]
    if outer:
        return common(outer)
    if site == "tweedekamer.nl" and any(classes(element) & set(ABOUT) for element in body.iter() if local(element)):
        return body.find(".//*[@id='content-container']")
    return None


def shows(element: etree._Element) -> bool:
    """Whether an element is a part of what the page shows."""
    return not any(local(own) in SILENT for own in (element, *element.iterancestors()))


def common(elements: list[etree._Element]) -> etree._Element:
    """The smallest element that holds all of these, their notes with them."""
    chain = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        around = {element, *element.iterancestors()}
        chain = [own for own in chain if own in around]
    return chain[0]


def named(head: etree._Element | None) -> str:
    """The title of a page, to say which it is."""
    title = " ".join((head.findtext("title") or "").split())[:80] if head is not None else ""
    return f" («{title}»)" if title else ""
