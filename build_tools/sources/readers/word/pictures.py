"""Pictures in a Word file: named, never shown."""

import re

from build_tools.sources.readers.office.package import Element, local
from build_tools.sources.readers.office.remarks import picture_name
from build_tools.sources.readers.word.names import PLACED

EMU = 360_000
"""Word's unit of length, in a centimetre."""
LONGEST_LENGTH = 11
"""Digits of a length at the most: a thousand metres; a longer number is no length."""
POINT = 2.54 / 72
"""A point in centimetres, in which old drawings state their size."""
OLD_SIZE = re.compile(r"(?:^|;)\s*(width|height):([\d.]+)pt")
"""In `width:120pt;height:40pt`."""


def picture_in(drawing: Element) -> str:
    """The name of the picture that a drawing shows; nothing where it shows none."""
    parts = {local(part): part for part in drawing.iter()}
    if "imagedata" in parts:
        return old_picture(parts)
    if "blip" not in parts and "pic" not in parts:
        return ""
    about, extent = drawing.find(f".//{{{PLACED}}}docPr"), drawing.find(f".//{{{PLACED}}}extent")
    size = [centimetres(extent.get(side)) for side in ("cx", "cy")] if extent is not None else [0.0, 0.0]
    own = parts.get("cNvPr")
    name = (own.get("name") if own is not None else "") or (about.get("name") if about is not None else "")
    return picture_name(name or "", (about.get("descr") or "") if about is not None else "", size[0], size[1])


def centimetres(text: str | None) -> float:
    return int(text) / EMU if text and text.isdecimal() and len(text) <= LONGEST_LENGTH else 0.0


def old_picture(parts: dict[str, Element]) -> str:
    """The same in the drawings of Word before 2010."""
    shape, image = parts.get("shape"), parts["imagedata"]
    style = (shape.get("style") or "") if shape is not None else ""
    sizes = {side: float(size) * POINT for side, size in OLD_SIZE.findall(style) if size.count(".") < 2 and size != "."}
    title = next((text for key, text in image.attrib.items() if key.endswith("title")), "")
    says = (shape.get("alt") or "") if shape is not None else ""
    return picture_name(title, says, sizes.get("width", 0), sizes.get("height", 0))
