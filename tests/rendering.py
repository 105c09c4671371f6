"""What MkDocs makes of Markdown, read back: the proof that escaping is right."""

from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from build_tools.dutch.characters import visible

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"


@cache
def config() -> MkDocsConfig:
    return load_config(str(CONFIG), docs_dir=str(CONFIG.parent / "docs"), plugins=[], hooks=[])


def render(text: str) -> str:
    """HTML, with exactly the extensions of mkdocs.yml."""
    extensions, settings = config()["markdown_extensions"], config()["mdx_configs"]
    return markdown.markdown(text, extensions=extensions, extension_configs=settings)


def tree(text: str) -> ElementTree.Element:
    """The HTML as a tree; it fails where a tag does not close. XML does not know the capital X."""
    return ElementTree.fromstring(f"<div>{render(text).replace('&#X', '&#x')}</div>")


def elements(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}


def own_text(element: ElementTree.Element) -> str:
    """The text of an element without nested lists; markers of notes as [n], a line break as a space."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "sup":
            parts.append("".join(f"[{link.text}]" for link in child))
        elif child.tag == "br":
            parts.append(" ")
        elif child.tag != "ul" and child.get("class") != "footnote-backref":
            parts.append(own_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def folded(text: str) -> str:
    """As readers see it: control characters shown, white space folded."""
    return " ".join(visible(text).split())


VOID = ("br", "input", "link", "meta")


class _Builder(HTMLParser):
    """Builds a tree of HTML, and fails where a tag does not close."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tree = ElementTree.TreeBuilder()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in VOID:
            self.tree.end(tag)
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


def html_tree(text: str) -> ElementTree.Element:
    """The HTML of Markdown that has tags of its own, as a tree."""
    return parsed(render(text))


def parsed(html: str) -> ElementTree.Element:
    """HTML as a tree."""
    builder = _Builder()
    builder.feed(f"<div>{html}</div>")
    builder.close()
    return builder.tree.close()
