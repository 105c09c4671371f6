"""Where the files of the type lie that pages, papers and the share picture are set in: it comes along as a package."""

from importlib.resources import files
from pathlib import Path


def type_file(name: str) -> Path:
    """A file of the package: a face (`SourceSerifPro-It.otf`), or its licence."""
    return Path(str(files("font_source_serif_pro"))) / "files" / name
