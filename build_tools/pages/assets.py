"""What pages need beside their text: style sheets, scripts and the mark of the site.

They are written by hand in the folder `assets` of this package, and go from there to every folder of pages.
"""

from importlib.resources import files
from pathlib import Path

NAME = "assets"
ASSETS = Path(str(files(__package__))) / NAME
"""Where they are written."""


def asset(name: str) -> str:
    """What stands in a style sheet or script."""
    return (ASSETS / name).read_text(encoding="utf-8")


def assets() -> dict[str, bytes]:
    """All of them, by their path below a folder of pages."""
    return {f"{NAME}/{file.name}": file.read_bytes() for file in sorted(ASSETS.iterdir())}
