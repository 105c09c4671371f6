"""Makes elements with what is in them."""

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from build_tools.workbench.standin.lxml.etree import _Element


class ElementMaker:
    """Makes elements of one namespace; prefixes are those of the program, whatever the document."""

    def __init__(self, namespace: str, nsmap: Mapping[str, str] | None = None) -> None:
        self._namespace = namespace
        for prefix, name in (nsmap or {}).items():
            ElementTree.register_namespace(prefix, name)

    def __call__(self, name: str, *parts: Any) -> _Element:
        made = _Element(f"{{{self._namespace}}}{name}")
        for part in parts:
            _put_into(made, part)
        return made


def _put_into(element: _Element, part: Any) -> None:
    """Attributes, an element, or text behind what is there."""
    if isinstance(part, Mapping):
        element.attrib.update(part)
    elif isinstance(part, str):
        last = element[-1] if len(element) else None
        if last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    else:
        element.append(part)
