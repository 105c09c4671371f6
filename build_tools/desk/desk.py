"""All that a clerk has to look at, as values; and how much of it there is, for the closing lines of a build."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.desk.catalogue_file import CatalogueFile
from build_tools.desk.doubtful import DoubtfulLetter, doubtful_letters
from build_tools.desk.judging import IdPair, UnjudgedFamily, UnjudgedPair, families_to_judge, held_back, related_pairs
from build_tools.desk.lacking import LackingLetter, lacking_letters
from build_tools.errors import UserError
from build_tools.model import Letter
from build_tools.pages.comparison.sheet import ComparisonSheet


@dataclass(frozen=True, slots=True)
class Desk:
    """What is to be mended first, doubts, missing facts, and versions to judge; `catalogue` is where most is stated."""

    catalogue: Path
    mistakes: tuple[UserError, ...]
    doubtful: tuple[DoubtfulLetter, ...] = ()
    lacking: tuple[LackingLetter, ...] = ()
    families: tuple[UnjudgedFamily, ...] = ()
    related: tuple[UnjudgedPair, ...] = ()
    held_back: tuple[ComparisonSheet, ...] = ()

    @property
    def places(self) -> int:
        """How many places are doubted."""
        return sum(letter.count for letter in self.doubtful)


def desk_of(
    letters: Sequence[Letter],
    sheets: Sequence[ComparisonSheet],
    mistakes: Sequence[UserError],
    stated: Collection[IdPair],
    related: Collection[IdPair],
    path: Path,
) -> Desk:
    """What a clerk has to look at in letters; `path` is the catalogue, `stated` and `related` are what it states."""
    catalogue = CatalogueFile(path)
    return Desk(
        path,
        tuple(mistakes),
        tuple(doubtful_letters(letters, catalogue)),
        tuple(lacking_letters(letters, catalogue)),
        tuple(families_to_judge(letters, sheets, stated, catalogue)),
        tuple(related_pairs(sheets, related, catalogue)),
        tuple(held_back(sheets)),
    )
