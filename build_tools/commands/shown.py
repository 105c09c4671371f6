"""What the preview has built: the site, again and again; then its pages, and once these are shown the search index."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from build_tools import build as stages
from build_tools.cache.remembering import FORGETFUL
from build_tools.cache.settled import Built
from build_tools.commands.console import Console, tell
from build_tools.commands.report import report
from build_tools.connections.findings import finders_of
from build_tools.dossiers.arrange import per_dossier
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.progress import reading, unless
from build_tools.records import Recorder
from build_tools.site.serving.preview import Builds
from build_tools.sources.catalogue import Catalogue
from build_tools.sources.ids import nowhere
from build_tools.sources.seeds import find
from build_tools.sources.term_file import read_terms
from build_tools.sources.theme_file import read_themes


def builds_to_show(
    folders: Folders, console: Console, port: int, cache: bool, scheduler: str | None, bench: bool, dossiers: bool
) -> Builds:
    """Where nothing is remembered, or sites are many, all is built at once: the second build would do it once more."""
    arranging = per_dossier if dossiers else stages.as_one
    asked = folders, True, reading, False, False, cache, scheduler, bench, arranging
    in_two = cache and not dossiers

    def pages(again: bool) -> Built:
        with console.steps():
            built = stages.build(*asked, again and in_two)
        if not (built.stood and again):
            report(built, folders, True, console, port)
            tell(built.mistakes)
        return built

    def index(overtaken: Callable[[], bool]) -> Sequence[Path]:
        with console.steps(), unless(overtaken):
            return stages.build(*asked).changed if in_two else ()

    return Builds(pages, index, partial(read_one, folders.seeds))


def read_one(seeds: Path) -> None:
    """Read the shortest letter for nobody, so that who edits the first one need not wait for what reading takes once:
    words, stems, patterns. What is wrong with it a build tells.
    """
    with suppress(UserError, OSError):
        recorder = Recorder(Catalogue(), finders_of(read_themes(seeds), read_terms(seeds)), FORGETFUL)
        shortest_first = sorted(find(seeds, nowhere).files.items(), key=lambda one: one[1].stat().st_size)
        for id_, path in shortest_first[:1]:
            recorder.begun(path, id_)()
