"""What WeasyPrint leaves to do for PDF/UA.

After `finish`: notes are tagged as notes, running feet and the numbers in the margin are no part of the text, links say
in words where they lead, headers of tables say of what, every name of a part is on the document's list of names, and a
word that a line breaks is read as one word.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

Elements = dict[bytes, Any]


def finish(_document: Any, file: Any, links: Mapping[str, str]) -> None:
    """Complete the tags of a PDF that is all but written."""
    elements = {item.reference: item for item in file.objects if getattr(item, "get", None)}
    root = elements[file.catalog["StructTreeRoot"]]
    _leave_out_numbers(elements)
    _take_out_feet(file, elements, root)
    _tag_notes(elements)
    _word_links(elements, links)
    _scope_headers(elements)
    _list_names(elements, root)
    _soften_hyphens(file)


_BLOCKS = frozenset({"/P", "/Table", "/LBody"})


def _leave_out_numbers(elements: Elements) -> None:
    """Let the numbers of paragraphs lead nowhere: each is what stands right before the text of its block."""
    for item in elements.values():
        if item.get("S") in {"/P", "/LI", "/Div"}:
            kinds = [elements[kid].get("S") if kid in elements else None for kid in item["K"]]
            numbers = {at for at, pair in enumerate(pairwise(kinds)) if pair[0] == "/NonStruct" and pair[1] in _BLOCKS}
            item["K"][:] = [kid for at, kid in enumerate(item["K"]) if at not in numbers]


def _take_out_feet(file: Any, elements: Elements, root: Any) -> None:
    """What stands in the margins of a page has tags that lead nowhere: it becomes what it is, an artifact."""
    text = set(_below(root, elements))
    contents = {item.reference: item for item in file.objects if hasattr(item, "stream")}
    areas = elements[root["ParentTree"]]["Nums"][1::2]
    for page, owners in zip(file.page_references, areas, strict=False):
        stream = contents[elements[page]["Contents"]].stream
        feet = {mark for mark, owner in enumerate(owners) if owner not in text}
        for at, item in enumerate(stream):
            if isinstance(item, dict) and item.get("MCID") in feet:
                stream[at - 1] = "/Artifact"
                stream[at] = b"<</Type /Pagination>>"
        owners[:] = ["null" if mark in feet else owner for mark, owner in enumerate(owners)]
    for reference, item in list(elements.items()):
        if item.get("Type") == "/StructElem" and reference not in text:
            item.free = "f"
            del elements[reference]


def _below(item: Any, elements: Elements) -> Iterator[bytes]:
    for kid in item.get("K", ()):
        if kid in elements:
            yield kid
            yield from _below(elements[kid], elements)


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
    """A header in the head of a table is its column's, every other one its row's."""
    for item in elements.values():
        if item.get("S") == "/TH":
            item["A"]["Scope"] = "/Column" if _in_head(item, elements) else "/Row"
    for table in [item for item in elements.values() if item.get("S") == "/Table"]:
        _connect_headers(table, elements)


def _in_head(cell: Any, elements: Elements) -> bool:
    return bool(elements[elements[cell["P"]]["P"]]["S"] == "/THead")


def _connect_headers(table: Any, elements: Elements) -> None:
    """Let each cell name the headers above it and beside it, also where these span several columns or rows."""
    of_columns: defaultdict[int, list[Any]] = defaultdict(list)
    of_rows: defaultdict[int, list[Any]] = defaultdict(list)
    placed = list(_placed(table, elements))
    for cell, rows, columns in placed:
        if cell["S"] == "/TH":
            along, headers = (columns, of_columns) if _in_head(cell, elements) else (rows, of_rows)
            for at in along:
                headers[at].append(cell["ID"])
    for cell, rows, columns in placed:
        if cell["S"] == "/TD":
            own = [name for at in rows for name in of_rows[at]] + [name for at in columns for name in of_columns[at]]
            cell["A"]["Headers"][:] = {id(name): name for name in own}.values()
            if not own:
                del cell["A"]["Headers"]


def _placed(table: Any, elements: Elements) -> Iterator[tuple[Any, range, range]]:
    """The cells of a table, with the rows and columns that each takes."""
    taken: set[tuple[int, int]] = set()
    rows = [elements[kid] for kid in _below(table, elements) if elements[kid].get("S") == "/TR"]
    for at, row in enumerate(rows):
        column = 0
        for cell in (elements[kid] for kid in row["K"]):
            while (at, column) in taken:
                column += 1
            down = range(at, at + cell["A"].get("RowSpan", 1))
            along = range(column, column + cell["A"].get("ColSpan", 1))
            taken |= {(one, other) for one in down for other in along}
            yield cell, down, along


def _list_names(elements: Elements, root: Any) -> None:
    named = {_written(item["ID"]): reference for reference, item in elements.items() if "ID" in item}
    if named:
        names = b" ".join(name + b" " + named[name] for name in sorted(named))
        root["IDTree"] = b"<</Names [" + names + b"]>>"


def _written(name: Any) -> bytes:
    data: bytes = name.encode() if isinstance(name, str) else name.data
    return data


def _soften_hyphens(file: Any) -> None:
    """Let the hyphen that a line's end adds stand for a soft one. No text has the same: see `printable`."""
    for item in file.objects:
        if b"begincmap" in getattr(item, "stream", ()):
            item.stream = [line.replace(b"<2010>", b"<00ad>") for line in item.stream]
