"""The picture that goes with a link to the site elsewhere: its name and what it is, on its own paper."""

from collections.abc import Callable, Iterator
from io import BytesIO

from build_tools.typeface.files import type_file

SIZE = (1200, 630)
PAPER, INK, SOFT, RED = "#fdfbf6", "#1f1e1b", "#5d5a52", "#8a2b1d"
MARGIN = 96


def share_picture(name: str, about: str) -> bytes:
    """A PNG. The type comes along as a package, so that every machine draws the same."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(picture)
    large, small = (ImageFont.truetype(_type(face), size) for face, size in (("Semibold", 104), ("Regular", 44)))
    draw.rectangle((MARGIN, MARGIN, MARGIN + 64, MARGIN + 8), fill=RED)
    draw.text((MARGIN, 190), name, font=large, fill=INK)
    width = SIZE[0] - 2 * MARGIN
    for row, line in enumerate(_lines(about, lambda text: draw.textlength(text, small) <= width)):
        draw.text((MARGIN, 356 + 60 * row), line, font=small, fill=SOFT)
    written = BytesIO()
    picture.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()


def _lines(text: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The words in lines, each as long as fits."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and not fits(longer):
            yield line
            longer = word
        line = longer
    yield line


def _type(face: str) -> str:
    return str(type_file(f"SourceSerifPro-{face}.otf"))
