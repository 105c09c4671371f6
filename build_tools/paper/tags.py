"""What WeasyPrint leaves to do for PDF/UA: notes tagged as notes, links in words, scopes of table headers."""

from collections.abc import Mapping
from typing import Any

Elements = dict[bytes, Any]


def finish(_document: Any, file: Any, links: Mapping[str, str]) -> None:
    """Complete the tags of a PDF that is all but written."""
    elements = {item.reference: item for item in file.objects if getattr(item, "get", None)}
    _tag_notes(elements)
    _word_links(elements, links)
    _scope_headers(elements)


def _tag_notes(elements: Elements) -> None:
    """Let what stands at the foot of a page be notes, each with a name and its number as a label.

    They are the only spans that lie straight in an area of the document and have parts of their own.
    """
    notes = [item for item in elements.values() if item.get("S") == "/Span" and _is_foot(item, elements)]
    for n, note in enumerate(notes, 1):
        note["S"], note["ID"] = "/Note", f"(noot-{n})"
        elements[note["K"][0]]["S"] = "/Lbl"


def _is_foot(item: Any, elements: Elements) -> bool:
    area = elements[item["P"]]
    in_area = area["S"] == "/NonStruct" and elements[area["P"]]["S"] == "/Document"
    return bool(in_area and item["K"] and item["K"][0] in elements)


def _word_links(elements: Elements, links: Mapping[str, str]) -> None:
    """Let links say where they lead, to who does not see them too."""
    for item in elements.values():
        if item.get("S") == "/Link":
            for annotation in _annotations(item, elements):
                place = getattr(annotation.get("Dest"), "string", "")
                if place in links:
                    annotation["Contents"].string = links[place]
                    item["Alt"] = annotation["Contents"]


def _annotations(link: Any, elements: Elements) -> list[Any]:
    kids = [elements[kid] for kid in link["K"] if kid in elements]
    return [elements[kid["Obj"]] for kid in kids if kid.get("Type") == "/OBJR"]


def _scope_headers(elements: Elements) -> None:
    """The first header of a row below the head is the row's, every other one its column's."""
    for item in elements.values():
        if item.get("S") == "/TH":
            in_head = elements[elements[item["P"]]["P"]]["S"] == "/THead"
            item["A"]["Scope"] = "/Column" if in_head else "/Row"
