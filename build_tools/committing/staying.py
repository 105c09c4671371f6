"""A folder that stands while another is made to take its place: what is the same in both stays, and is not made aside.

So of a large site a build reads what may have changed, and writes, reads again and takes away none of the rest.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from build_tools.committing.digests import digest_at


class StandingFolder:
    """The files of a folder, and of which of them it was said so far that they stay, with their digests; `aside` are
    those of files that are made aside, as far as they are known while others are still made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.staying: dict[str, str] = {}
        self.aside: dict[str, str] = {}

    def stays(self, name: str, wanted: str) -> bool:
        """Whether a file has the digest that is wanted under its name; then it stays."""
        found = digest_at(f"{self.folder}/{name}") == wanted
        if found:
            self.staying[name] = wanted
        return found

    def keep(self, digests: Mapping[str, str]) -> None:
        """Let files stay as they are, which have these digests."""
        self.staying.update(digests)

    def keeps(self, folder: str) -> bool:
        """Whether anything stays in a folder of it."""
        return any(name.startswith(f"{folder}/") for name in self.staying)

    def without(self, names: Iterable[str]) -> dict[str, str]:
        """What stays, but for what was made aside all the same."""
        aside = set(names)
        return {name: own for name, own in self.staying.items() if name not in aside}
