"""Where the files of the type lie that pages, papers and the share picture are set in: it comes along as a package."""

from importlib.resources import files
from pathlib import Path


def type_file(name: str) -> Path:
    """A file of the package: a face (`SourceSerifPro-It.otf`), or its licence."""
    return Path(str(files("font_source_serif_pro"))) / "files" / name


def cut_file(face: str, part: str) -> Path:
    """A face of which only a part of the letters is left, packed for the web."""
    return Path(__file__).parent / "cut" / f"{face}-{part}.woff2"
