"""The namespaces of Word's XML, and short ways to ask for what stands in it."""

from collections.abc import Iterator

from build_tools.sources.readers.office.package import Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
OFF = {"0", "false", "off", "none"}


def w(name: str) -> str:
    """The full name of one of Word's own elements or attributes."""
    return f"{{{WORD}}}{name}"


def child(element: Element | None, *path: str) -> Element | None:
    """The element at the end of a path of Word's own names; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, *path: str, name: str = "val") -> str:
    """An attribute of the element at the end of a path; nothing where there is none."""
    found = child(element, *path)
    return (found.get(w(name)) or "") if found is not None else ""


def number(element: Element | None, *path: str, name: str = "val") -> int | None:
    """The same as a whole number; None where it is none."""
    text = value(element, *path, name=name)
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def switched(element: Element | None, name: str) -> bool | None:
    """Whether properties switch something on or off; None where they do not speak of it."""
    found = child(element, name)
    return None if found is None else (found.get(w("val")) or "1") not in OFF


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of an element with one of Word's names."""
    return iter(()) if element is None else element.iterchildren(w(name))
