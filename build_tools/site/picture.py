"""The picture that goes with a link to the site elsewhere: its name and what it is, in its own colours."""

from collections.abc import Callable, Iterator
from io import BytesIO

from build_tools.typeface.files import type_file

SIZE = (1200, 630)
"""Pixels: the size that sites which show links expect (Open Graph)."""
GROUND, INK, SOFT, RED = "#fdfbf6", "#1f1e1b", "#5d5a52", "#8a2b1d"
"""The colours of the site by day."""
COLOURS = 64
"""So many are left of them: enough for the edges of letters, in a third of the bytes."""
MARGIN = 96
RULE = (64, 8)
"""How long and how thick the rule above the name is."""
NAME_TOP, ABOUT_TOP = 190, 356
"""Where the name begins, and below it what the site is."""
NAME_SIZE, ABOUT_SIZE, ABOUT_STEP = 104, 44, 60
"""The sizes of both, and how far apart the lines of the second are."""


def share_picture(name: str, about: str) -> bytes:
    """A PNG. The type comes along as a package, so that every machine draws the same."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", SIZE, GROUND)
    draw = ImageDraw.Draw(picture)
    large = ImageFont.truetype(_type("Semibold"), NAME_SIZE)
    small = ImageFont.truetype(_type("Regular"), ABOUT_SIZE)
    draw.rectangle((MARGIN, MARGIN, MARGIN + RULE[0], MARGIN + RULE[1]), fill=RED)
    draw.text((MARGIN, NAME_TOP), name, font=large, fill=INK)
    width = SIZE[0] - 2 * MARGIN
    for row, line in enumerate(_lines(about, lambda text: draw.textlength(text, small) <= width)):
        draw.text((MARGIN, ABOUT_TOP + ABOUT_STEP * row), line, font=small, fill=SOFT)
    written = BytesIO()
    picture.quantize(COLOURS).save(written, "PNG", optimize=True)
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
