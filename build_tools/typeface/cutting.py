"""Cut the type to the letters that Dutch needs: `make typeface`, after `faces.py` names other letters.

It takes fontTools, which a build of a site does not.
"""

from collections.abc import Iterator
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from build_tools.typeface.faces import FACES, SIGNS
from build_tools.typeface.files import cut_file, type_file

FEATURES = ["kern", "liga", "onum", "lnum", "pnum", "tnum"]


def cut(face: str, part: str) -> bytes:
    """A face with the letters of one part alone, as WOFF2; the same bytes each time."""
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=[], notdef_outline=True)
    font = TTFont(type_file(f"SourceSerifPro-{face}.ttf"), recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(unicodes=list(_codes(SIGNS[part])))
    cutter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _codes(signs: str) -> Iterator[int]:
    for part in signs.split(", "):
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


if __name__ == "__main__":
    for face in FACES:
        for part in SIGNS:
            cut_file(face, part).write_bytes(cut(face, part))
