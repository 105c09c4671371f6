"""What keeps a PDF from being PDF/UA-1 (ISO 14289-1), as far as a program can see: each fault names its clause.

The conditions are those of the Matterhorn Protocol that a program can decide, for what our papers can hold at all:
a PDF with forms, media, layers or files in it is refused as a whole.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree

import pikepdf

SHOWING = {"Tj", "TJ", "'", '"', "Do", "sh", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*"}
"""The operators that put something on a page."""

STRANGE = ("/AcroForm", "/OCProperties", "/AF", "/Collection", "/Perms", "/OpenAction", "/AA")
"""What a catalogue can have and ours never needs."""

PARENTS = {
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/LI": {"/L"},
    "/LBody": {"/LI"},
}
CHILDREN = {
    "/Table": {"/TR", "/THead", "/TBody"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/L": {"/LI", "/L"},
    "/LI": {"/Lbl", "/LBody"},
}
OTHERS = {"/Document", "/NonStruct", "/Part", "/Div", "/P", "/Span", "/Link", "/Note", "/Lbl", "/Figure"}
STANDARD = OTHERS | PARENTS.keys() | CHILDREN.keys() | {f"/H{level}" for level in range(1, 7)}
UA, DC = "{http://www.aiim.org/pdfua/ns/id/}", "{http://purl.org/dc/elements/1.1/}"


def faults(data: bytes) -> list[str]:
    """One line for each fault; none for a PDF that is as it should be."""
    with pikepdf.open(BytesIO(data)) as file:
        tags = list(elements(file.Root.StructTreeRoot))
        return [
            *([] if re.match(rb"%PDF-1\.[0-7]\s", data) else ["6.1 not PDF 1"]),
            *map(str, file.check_pdf_syntax()),
            *_of_document(file),
            *_of_structure(file.Root.StructTreeRoot, tags),
            *_of_headings(tags),
            *_of_tables(tags),
            *_of_pages(file, tags),
            *_of_fonts(file),
        ]


def elements(node: Any) -> Iterator[Any]:
    """The elements of the structure tree, in reading order."""
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def kids(node: Any) -> list[Any]:
    own = node.get("/K", [])
    return list(own) if isinstance(own, pikepdf.Array) else [own]


def _same(one: Any, other: Any) -> bool:
    return bool(one.objgen == other.objgen and one.objgen != (0, 0))


def _of_document(file: pikepdf.Pdf) -> Iterator[str]:
    root = file.Root
    mark = root.get("/MarkInfo", {})
    if not mark.get("/Marked") or mark.get("/Suspects"):
        yield "6.2 not marked, or suspect"
    if str(root.get("/Lang", "")) != "nl":
        yield "7.2 no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "7.1 title not shown"
    if file.is_encrypted or file.attachments or any(key in root for key in STRANGE):
        yield "7.10-7.16 holds more than text"
    metadata = ElementTree.fromstring(root.Metadata.read_bytes())
    said = {element.tag: "".join(element.itertext()).strip() for element in metadata.iter()}
    said |= {key: value for element in metadata.iter() for key, value in element.attrib.items()}
    if said.get(f"{UA}part") != "1":
        yield "5 does not say that it is PDF/UA-1"
    if not said.get(f"{DC}title"):
        yield "7.1 no title"


def _of_structure(root: Any, tags: list[Any]) -> Iterator[str]:
    yield from (f"7.1 {kind} is no standard type" for kind in {str(tag.S) for tag in tags} - STANDARD)
    names = [str(tag.ID) for tag in tags if "/ID" in tag]
    listed = list(map(str, root.get("/IDTree", {}).get("/Names", [])[::2])) if names else []
    if len(names) != len(set(names)) or sorted(names) != listed:
        yield "7.9 names of parts are not unique, or not on the list of names"
    for parent in [root, *tags]:
        kind = str(parent.get("/S", ""))
        for tag in kids(parent):
            if isinstance(tag, pikepdf.Dictionary) and "/S" in tag:
                if not _same(tag.P, parent):
                    yield f"7.1 {tag.S} does not know its parent"
                if kind not in PARENTS.get(str(tag.S), {kind}) or str(tag.S) not in CHILDREN.get(kind, {str(tag.S)}):
                    yield f"7.2 {tag.S} in {kind}"
    yield from _of_parts(tags)


def _of_parts(tags: list[Any]) -> Iterator[str]:
    for tag in tags:
        kind = str(tag.S)
        if kind == "/Figure" and not tag.get("/Alt"):
            yield "7.3 a figure without description"
        if kind == "/Note" and ("/ID" not in tag or str(kids(tag)[0].get("/S")) != "/Lbl"):
            yield "7.9 a note without name or label"
        if kind == "/Link" and not any(_is_reference(kid) for kid in kids(tag)):
            yield "7.18.5 a link that leads nowhere"


def _of_headings(tags: list[Any]) -> Iterator[str]:
    levels = [int(str(tag.S)[2:]) for tag in tags if re.fullmatch(r"/H[1-6]", str(tag.S))]
    yield from (f"7.4.2 level {level} after {last}" for last, level in pairwise([0, *levels]) if level > last + 1)


def _is_reference(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and str(kid.get("/Type")) == "/OBJR"


def _of_tables(tags: list[Any]) -> Iterator[str]:
    """Every header says of what, and every cell which headers it has; a table may have none at all."""
    headed = {cell.objgen for tag in tags if str(tag.S) == "/Table" for cell in _cells(tag) if _heads(tag)}
    headers = {str(tag.get("/ID")) for tag in tags if str(tag.S) == "/TH"}
    for tag in tags:
        if str(tag.S) == "/TH" and str(tag.A.get("/Scope")) not in ("/Row", "/Column"):
            yield "7.5 a header without scope"
        if str(tag.S) == "/TD" and tag.objgen in headed:
            own = set(map(str, tag.A.get("/Headers", [])))
            if not own or own - headers:
                yield "7.5 a cell without its headers"
        if str(tag.S) == "/Table" and len(set(_lengths(tag))) != 1:
            yield "7.2 a table whose rows differ in length"


def _cells(table: Any) -> list[Any]:
    return [cell for cell in elements(table) if str(cell.S) in ("/TH", "/TD")]


def _heads(table: Any) -> bool:
    return any(str(cell.S) == "/TH" for cell in _cells(table))


def _lengths(table: Any) -> Iterator[int]:
    """How many columns each row takes, with what goes on in it from above."""
    above: list[tuple[int, int]] = []
    for row in (tag for tag in elements(table) if str(tag.S) == "/TR"):
        spans = [(int(cell.A.get("/RowSpan", 1)), int(cell.A.get("/ColSpan", 1))) for cell in kids(row)]
        yield sum(columns for _, columns in (*spans, *above))
        above = [(rows - 1, columns) for rows, columns in (*spans, *above) if rows > 1]


def _of_pages(file: pikepdf.Pdf, tags: list[Any]) -> Iterator[str]:
    """What is shown is an artifact, or belongs to one element, which the way back from the page leads to as well."""
    owners = {(tag.Pg.objgen, int(kid)): tag for tag in tags for kid in kids(tag) if isinstance(kid, int)}
    links = {kid.Obj.objgen: tag for tag in tags for kid in kids(tag) if _is_reference(kid)}
    ways = file.Root.StructTreeRoot.ParentTree.Nums
    back = dict(zip(map(int, ways[::2]), ways[1::2], strict=True))
    shown = set()
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") != "/S" or "/StructParents" not in page:
            yield f"7.18.3 page {number} does not follow the structure"
        for fault, mark in _marks(page):
            yield from [f"7.1 page {number}: {fault}"] if fault else []
            owner = owners.get((page.objgen, mark))
            if not fault and (owner is None or not _same(back[int(page.StructParents)][mark], owner)):
                yield f"7.1 page {number}: mark {mark} belongs to nothing"
            shown.add((page.objgen, mark))
        for note in page.get("/Annots", []):
            link = links.get(note.objgen)
            if str(note.Subtype) != "/Link" or not note.get("/Contents"):
                yield f"7.18.5 page {number}: a link without description"
            if link is None or str(link.S) != "/Link" or not _same(back[int(note.StructParent)], link):
                yield f"7.18.5 page {number}: a link that no text belongs to"
    if owners.keys() - shown:
        yield "7.1 tags of what is not shown"


def _marks(page: Any) -> Iterator[tuple[str, int]]:
    """The numbered stretches of a page; what is wrong with one, or with what stands outside, comes with -1."""
    inside: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            mark = operands[1].get("/MCID") if name == "BDC" else None
            inside.append("text" if mark is not None else str(operands[0]))
            if inside.count("text") and len(inside) > 1:
                yield "tags in each other", -1
            if mark is not None:
                yield "", int(mark)
        elif name == "EMC":
            inside.pop()
        elif name in ("Tj", "TJ") and _has_unknown_glyph(operands[0]):
            yield "7.21.8 a sign that no font here has", -1
        elif name in SHOWING and inside not in (["text"], ["/Artifact"]):
            yield f"{name} without a tag", -1


def _has_unknown_glyph(shown: Any) -> bool:
    """Every glyph takes two bytes; glyph 0 is the one for what a font does not have."""
    strings = shown if isinstance(shown, pikepdf.Array) else [shown]
    texts = [bytes(text) for text in strings if isinstance(text, pikepdf.String)]
    return any(text[at : at + 2] == b"\0\0" for text in texts for at in range(0, len(text), 2))


def _of_fonts(file: pikepdf.Pdf) -> Iterator[str]:
    for item in file.objects:
        kind = str(item.get("/Type", "")) if isinstance(item, pikepdf.Dictionary) else ""
        if kind == "/FontDescriptor" and not any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"7.21.4.1 {item.FontName} is not in it"
        if kind == "/Font" and str(item.Subtype) == "/Type0":
            yield from _of_font(item)


def _of_font(font: Any) -> Iterator[str]:
    below = font.DescendantFonts[0]
    if str(font.Encoding) != "/Identity-H":
        yield f"7.21.3.3 {font.BaseFont} has an encoding of its own"
    if str(below.Subtype) == "/CIDFontType2" and "/CIDToGIDMap" not in below:
        yield f"7.21.3.2 {font.BaseFont} does not say which letters are which"
    if "/ToUnicode" not in font:
        yield f"7.21.7 {font.BaseFont} does not say which letters it shows"
    elif re.search(rb"<(?:0000|FFFE|FEFF)>\s*$", font.ToUnicode.read_bytes(), re.MULTILINE | re.IGNORECASE):
        yield f"7.21.7 {font.BaseFont} shows what is no letter"
