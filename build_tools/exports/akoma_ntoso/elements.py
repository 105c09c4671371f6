"""Elements of Akoma Ntoso."""

from lxml import etree

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def named(name: str) -> str:
    """The name of an element with its namespace."""
    return f"{{{AKN}}}{name}"


def within(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """A new last element of another one. `class_` is the attribute `class`."""
    return etree.SubElement(parent, named(tag), {key.rstrip("_"): value for key, value in attributes.items()})


def add_text(parent: etree._Element, text: str) -> None:
    """Text behind all that an element has."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
