"""The type that pages are set in, served by the site itself: Source Serif Pro, cut down to what Dutch letters need.

Each face comes in two files: what Dutch is written with (with the ş, ğ and č of names), and rarer letters and signs,
which a browser fetches only for a page that has them. Until a face is there a serif of the reader's own machine
stands in, stretched to the same measures, so that no line jumps. The files lie in `cut/`; `cutting.py` makes them.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_tools.output import put
from build_tools.typeface.files import cut_file, type_file

FOLDER = "assets/letter"
FAMILIES = {"Kamerbrieven": 100, "Kamerbrieven klein": 107}
"""Not its own name, which its makers keep for the whole. What is set small is drawn somewhat larger, in percent."""

FACES = {"Regular": "400 normal", "Semibold": "600 700 normal", "It": "400 italic"}
SIGNS = {
    "latijn": "20-7E, A0, A3, A7, AB, AD, B0, B2-B4, B6-B7, BB, BD, C7, C9, CB, CF, D6, DC, DF-E2, E4-E5, E7-EF, F1-F4,"
    " F6, F8-FC, 107, 10D, 11F, 130-131, 15E-161, 17E, 2013-2014, 2018-201E, 2022, 2026, 20AC",
    "anders": "A1-A2, A4-A6, A8-AA, AC, AE-AF, B1, B5, B8-BA, BC, BE-C6, C8, CA, CC-CE, D0-D5, D7-DB, DD-DE, E3, E6,"
    " F0, F5, F7, FD-FF, 100-106, 108-10C, 10E-11E, 120-12F, 132-15D, 162-17D, 17F, 218-21B, 2020-2021, 2030,"
    " 2032-2033, 2039-203A",
}
AT_ONCE = ("Regular-latijn", "Semibold-latijn")
"""What a browser should fetch before it has read the style sheet."""

STAND_INS = {"Georgia": 101.4, "Times New Roman": 111.3, "Liberation Serif": 111.3, "Noto Serif": 94}
"""How much larger, in percent, each has to be to run as wide in Dutch."""

ASCENT, DESCENT = 103.6, 33.5
"""Of the size, in percent: how far Source Serif reaches above and below its base line."""


@dataclass(frozen=True, slots=True)
class Face:
    """A file of type, with the rules that tell a style sheet beside its folder of it."""

    name: str
    rules: str
    data: bytes


def write_type(site: Path) -> tuple[str, list[str]]:
    """Put the type on the site, with its licence: the rules for the style sheet, and the paths to fetch at once."""
    folder = site / FOLDER
    folder.mkdir(parents=True)
    for face in faces():
        put(folder / face.name, face.data)
    put(folder / "OFL.txt", type_file("LICENSE.txt").read_bytes())
    rules = [face.rules for face in faces()] + list(_stand_ins())
    return "".join(rules), [f"{FOLDER}/{face.name}" for face in faces() if face.name.startswith(AT_ONCE)]


@cache
def faces() -> tuple[Face, ...]:
    """All files; the same bytes each time."""
    return tuple(_face(face, part) for face in FACES for part in SIGNS)


def _face(face: str, part: str) -> Face:
    data = cut_file(face, part).read_bytes()
    name = f"{face}-{part}.{hashlib.sha256(data).hexdigest()[:8]}.woff2"
    weight, style = FACES[face].rsplit(" ", 1)
    signs = ",".join(f"U+{signs}" for signs in SIGNS[part].split(", "))
    about = (
        f"font-weight:{weight};font-style:{style};font-display:swap;unicode-range:{signs};"
        f"src:url({FOLDER.rpartition('/')[2]}/{name})format('woff2')"
    )
    rules = [f"@font-face{{font-family:'{own}';size-adjust:{size}%;{about}}}" for own, size in FAMILIES.items()]
    return Face(name, "".join(rules), data)


def _stand_ins() -> Iterator[str]:
    for name, size in STAND_INS.items():
        ascent, descent = (round(100 * measure / size, 1) for measure in (ASCENT, DESCENT))
        measures = f"size-adjust:{size}%;ascent-override:{ascent}%;descent-override:{descent}%;line-gap-override:0%"
        yield f"@font-face{{font-family:'als {name}';src:local('{name}');{measures}}}"
