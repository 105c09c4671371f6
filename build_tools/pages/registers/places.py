"""Where the places of a parted register came to stand, so that links find them and old addresses lead on.

A register that is parted has a file `ankers.json` beside its pages. The script `ankers.js` on the first of these reads
it when an address asks for a place that is not there any more.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from build_tools.addresses import page_path
from build_tools.as_json import in_one_line
from build_tools.committing.waiting import PackedFile
from build_tools.output import SiteFile
from build_tools.pages.registers.parts import RegisterPart

T = TypeVar("T")

FILE = "{}/ankers.json"


@dataclass(frozen=True, slots=True)
class RegisterFiles:
    """The pages of a register; `places` has the page of each anchor, where it is parted."""

    files: tuple[PackedFile, ...]
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AnchorPlaces:
    """By the path of each register that is parted the page of every anchor; both as they stand in addresses."""

    pages: Mapping[str, Mapping[str, str]]

    def address(self, register: str, anchor: str) -> str:
        """Where an anchor of a register is, from the root of the site."""
        page = self.pages.get(register, {}).get(anchor)
        return f"{register}/{page}/#{anchor}" if page else f"{register}/#{anchor}"

    def with_register(self, register: str, pages: Mapping[str, str]) -> "AnchorPlaces":
        """The same with those of one more register."""
        return AnchorPlaces({**self.pages, register: pages})

    def files(self) -> Iterator[SiteFile]:
        """For each parted register what its script reads."""
        for register, pages in self.pages.items():
            if pages:
                yield SiteFile(FILE.format(register), in_one_line(pages, tight=True))


def places_in(parts: Iterable[RegisterPart[T]], anchors: Callable[[T], Iterable[str]]) -> dict[str, str]:
    """The page of every anchor; of one that stands on several the first."""
    found: dict[str, str] = {}
    for part in parts:
        for entry in part.entries:
            for anchor in anchors(entry):
                found.setdefault(anchor, page_path(part.name))
    return found
