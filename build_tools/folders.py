"""Where the letters lie and where the pages go, and which folders cannot serve for that."""

import os
from dataclasses import dataclass
from itertools import permutations
from os.path import lexists, realpath
from pathlib import Path
from shlex import quote

from build_tools.errors import UserError

CONFIG = "mkdocs.yml"
"""The file in the working folder that says what is one's own about the site."""

PER_DOSSIER = " --per-dossier"
"""As it is typed behind a command."""

PROJECT = Path(__file__).resolve().parent.parent
"""The folder that this package lies in, a clone's or the one it is installed in. A build reads nothing else in it."""


def in_clone() -> bool:
    """Whether the program runs from a clone, with its recipes for make beside it; else it is installed."""
    return (PROJECT / "Makefile").is_file() and (PROJECT / "pyproject.toml").is_file()


def how_to_have(package: str, extra: str, command: str, target: str) -> str:
    """How to have a package that an extra asks for, in the way in which the program was installed and started: by what
    the index of packages has, wherever this program came from; in a clone by its own name, or a target of make.
    """
    with_uv = "UV" in os.environ  # uv says so to what it runs
    if in_clone():
        return f"uv run --extra {extra} {command}" if with_uv else f"make {target}"
    return f"uvx --with '{package}' …" if with_uv else f"pip install '{package}'"


@dataclass(frozen=True, slots=True)
class Folders:
    """The three folders of a build, and the file that says what is one's own about the site; it need not be there.

    A check needs no site.
    """

    seeds: Path
    docs: Path
    site: Path = Path("site")
    config: Path = Path(CONFIG)

    @property
    def given(self) -> str:
        """These folders as the options of another command; nothing of those that it finds by itself."""
        found = ((name, getattr(self, name)) for name in ("seeds", "docs", "site"))
        return "".join(f" --{name} {quote(str(path))}" for name, path in found if path != Path(name))

    def build_command(self, dossiers: bool = False) -> str:
        """What is to be typed to build in these folders."""
        return f"kamerbrieven{self.given}{PER_DOSSIER if dossiers else ''}"

    def verify(self, with_site: bool = True) -> None:
        """Refuse folders in which a build would destroy what it reads, or anything else of the user's."""
        targets = (self.docs, self.site) if with_site else (self.docs,)
        for one, other in permutations((self.seeds, *targets), 2):
            if Path(realpath(one)).is_relative_to(realpath(other)):
                raise UserError(one, None, f"overlaps with {other}", "give folders that lie side by side")
        for target in targets:
            _verify_place(target)
            for precious in (Path.home(), PROJECT):
                if precious.is_relative_to(realpath(target)):
                    raise UserError(target, None, f"holds {precious}", "give a folder for the pages alone")


def _verify_place(target: Path) -> None:
    """Refuse what is there already and can be no folder, and what would lie in that."""
    there = next(filter(lexists, (target, *target.parents)), target)
    if there.is_dir():
        return
    to_nothing = there.is_symlink() and not there.exists()
    wrong = "is a link to nothing" if to_nothing else "is not a folder"
    place = "" if there == target else f"lies in {there}, which "
    remedy = "make the folder that it leads to, or give another one" if to_nothing else "give another one"
    raise UserError(target, None, f"{place}{wrong}", remedy)
