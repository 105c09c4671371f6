"""How letters become a site, or several: what a build asks for, and what was made aside before anything changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.cache.remembering import Memory
from build_tools.cache.settled import Summary
from build_tools.committing.journal import Replacement
from build_tools.errors import MistakesError, UserError
from build_tools.folders import Folders
from build_tools.gather import Progress
from build_tools.workbench.files import Bench


@dataclass(frozen=True, slots=True)
class BuildAsked:
    """What a build is to make of which folders, in places aside for the pages and perhaps the site, and by whom.

    With `pages_first` the search index that stands in a site stays until the next build.
    """

    folders: Folders
    places: Sequence[Path]
    progress: Progress
    memory: Memory
    with_pdf: bool
    packed: Bench | None
    strict: bool
    pages_first: bool = False

    def refuse(self, mistakes: Sequence[UserError]) -> None:
        """Stop at mistakes where that is asked."""
        if self.strict and mistakes:
            raise MistakesError(mistakes)


@dataclass(frozen=True, slots=True)
class Staged:
    """What was made aside: what is to be said of its letters, what the user should know and has to mend, what changes,
    and what both folders are then, the second as the list of its digests."""

    told: Summary
    notices: tuple[str, ...]
    mistakes: tuple[UserError, ...]
    todo: list[Replacement]
    states: tuple[bytes, bytes]


Arranging = Callable[[BuildAsked], Staged]
"""How letters become sites: `as_one`, or one for each dossier."""
