"""What the preview has built: the site, again and again; then its pages, and once these are shown the search index."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

from build_tools import build as stages
from build_tools.addresses import LETTER_PAGE
from build_tools.cache.held import HeldValues
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
from build_tools.site import press
from build_tools.site.serving.preview import Builds
from build_tools.sources.catalogue import Catalogue
from build_tools.sources.ids import nowhere
from build_tools.sources.own_site import read_own_site
from build_tools.sources.seeds import find
from build_tools.sources.term_file import read_terms
from build_tools.sources.theme_file import read_themes


def builds_to_show(
    folders: Folders, console: Console, port: int, cache: bool, scheduler: str | None, bench: bool, dossiers: bool
) -> Builds:
    """Where nothing is remembered, or sites are many, all is built at once: the second build would do it once more."""
    arranging = per_dossier if dossiers else stages.as_one
    asked = folders, True, reading, False, False, cache, scheduler, bench, arranging
    in_two, held = cache and not dossiers, HeldValues()
    one_at_a_time = Lock()

    def pages(again: bool) -> Built:
        with one_at_a_time, console.steps():
            built = stages.build(*asked, again and in_two, held)
        if not (built.stood and again):
            report(built, folders, True, console, port)
            tell(built.mistakes)
        return built

    def index(overtaken: Callable[[], bool]) -> Sequence[Path]:
        with one_at_a_time, console.steps(), unless(overtaken):
            return stages.build(*asked, False, held).changed if in_two else ()

    def ready() -> None:
        with one_at_a_time:
            rehearse(folders)

    return Builds(pages, index, ready)


def rehearse(folders: Folders) -> None:
    """Read a letter of middling length and finish its page, for nobody, so that who edits the first one need not wait
    for what that takes once: words, stems, patterns, MkDocs, templates. What is wrong with it a build tells.
    """
    with suppress(UserError, OSError):
        own, seeds = read_own_site(folders.config), folders.seeds
        recorder = Recorder(Catalogue(), finders_of(read_themes(seeds), read_terms(seeds)), FORGETFUL)
        by_length = sorted(find(seeds, nowhere).files.items(), key=lambda one: one[1].stat().st_size)
        for id_, path in by_length[len(by_length) // 2 :][:1]:
            recorder.begun(path, id_)()
            page = f"{LETTER_PAGE.format(id_).rstrip('/')}.md"
            press.rehearse(press.Press(folders.docs.resolve(), folders.site.resolve(), own, 0), page)
