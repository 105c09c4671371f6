"""What MkDocs makes of Markdown, read back: the proof that escaping is right."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from build_tools.characters import visible

CONFIG = Path(__file__).parent.parent / "mkdocs.yml"
NOT_OWN_TEXT = ("sup", "ul", "ol")


@cache
def config() -> MkDocsConfig:
    return load_config(str(CONFIG), docs_dir=str(CONFIG.parent / "docs"), plugins=[], hooks=[])


def render(text: str) -> str:
    """HTML, with exactly the extensions of mkdocs.yml."""
    extensions, settings = config()["markdown_extensions"], config()["mdx_configs"]
    return markdown.markdown(text, extensions=extensions, extension_configs=settings)


def tree(text: str) -> ElementTree.Element:
    """The HTML as a tree; it fails where a tag does not close."""
    return ElementTree.fromstring(f"<div>{render(text)}</div>")  # noqa: S314


def elements(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    return {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}


def own_text(element: ElementTree.Element) -> str:
    """The text of an element without markers of notes and nested lists; a line break counts as a space."""
    parts = [element.text or ""]
    for child in element:
        own = " " if child.tag == "br" else "" if child.tag in NOT_OWN_TEXT else own_text(child)
        parts += [own, child.tail or ""]
    return "".join(parts)


def note_text(element: ElementTree.Element) -> str:
    """The text of a note without the links back."""
    paragraph = element.find("p")
    if paragraph is None:
        return ""
    for back in [child for child in paragraph if child.get("class") == "footnote-backref"]:
        paragraph.remove(back)
    return own_text(paragraph).removesuffix("\xa0")


def folded(text: str) -> str:
    """As readers see it: control characters shown, runs of plain white space as one."""
    return re.sub("[ \n]+", " ", visible(text)).strip()
