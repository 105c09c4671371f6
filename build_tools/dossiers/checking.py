"""Whether the pages of all dossiers are what the letters give now, and the sites that were built whole."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools import output
from build_tools.arranging import BuildAsked
from build_tools.build import Checked, unfit
from build_tools.cache.remembering import FORGETFUL
from build_tools.dossiers.arrange import Arranged, arranged, pages_laid_down
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.gather import Progress
from build_tools.kept import pages_of
from build_tools.site.read_back import site_faults
from build_tools.sources.readers import content_of
from build_tools.workers.processes import all_cores


def check_dossiers(folders: Folders, progress: Progress = iter) -> Checked:
    """Hold the generated files in `docs/` against what the letters give now, and read back the sites that are there."""
    folders.verify(with_site=False)
    command = folders.build_command(dossiers=True)
    with output.of_one_build([folders.docs, folders.site], command), all_cores() as crew, TemporaryDirectory() as place:
        asked = BuildAsked(folders, [Path(place)], progress, replace(FORGETFUL, crew=crew), False, None, False)
        done = arranged(asked)
        names = pages_laid_down(asked, done)
        stale = output.stale_among(names, Path(place, "docs"), folders.docs)
        old = [f"{group.id}/{name}" for group in done.groups for name in pages_of(done.found)]
        wrong = [*_unfit(done, Path(place, "docs")), *filter(None, [site_faults(folders.site, old, command)])]
    return Checked(stale, (*done.found.mistakes, *wrong), done.found.letters)


def _unfit(done: Arranged, staged: Path) -> Iterator[UserError]:
    """The data of each dossier that do not have the form that its site promises."""
    for group in done.groups:
        folder = staged / group.id
        files = (path for path in folder.rglob("*.json") if path.is_file())
        yield from unfit({path.relative_to(folder).as_posix(): content_of(path) for path in files}, folder)
