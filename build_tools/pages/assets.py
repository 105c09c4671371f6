"""What pages need beside their text: style sheets, scripts and the mark of the site.

They are written by hand in the folder `assets` of this package, and go from there to every folder of pages.
"""

from functools import cache
from importlib.resources import files

FOLDER = "assets"


def asset(name: str) -> str:
    """What stands in a style sheet or script."""
    return files(__package__).joinpath(FOLDER, name).read_text(encoding="utf-8")


@cache
def assets() -> dict[str, bytes]:
    """All of them, by their path below a folder of pages."""
    there = sorted(files(__package__).joinpath(FOLDER).iterdir(), key=lambda file: file.name)
    return {f"{FOLDER}/{file.name}": file.read_bytes() for file in there}
