"""The page for clerks, made when somebody asks for it; and the line that leads there."""

from collections.abc import Callable, Mapping
from functools import partial

from build_tools import build as stages
from build_tools.addresses import DESK, NOT_FOUND
from build_tools.cache.place import memory_of
from build_tools.cache.settled import Summary
from build_tools.commands.console import counted
from build_tools.desk.desk import Desk, desk_of
from build_tools.desk.page import ASSETS, asset_of_desk, page_of
from build_tools.errors import UserError
from build_tools.folders import Folders, in_clone
from build_tools.sources.seeds import CATALOGUE

ADDRESS = "http://127.0.0.1:{}/"
"""Where the preview shows the site, by its port."""

PORT = 8000
"""The port of a preview where nobody asks for another one."""


def pages_for_clerks(folders: Folders) -> Mapping[str, Callable[[], bytes]]:
    """What the preview shows beside the site, by path."""
    assets = {f"{DESK}/{name}": partial(asset_of_desk, name) for name in ASSETS}
    return {f"{DESK}/index.html": partial(_page, folders), **assets}


def _page(folders: Folders) -> bytes:
    frame = (folders.site / NOT_FOUND).read_text(encoding="utf-8")
    return page_of(desk_in(folders), frame).encode()


def desk_in(folders: Folders) -> Desk:
    """What a clerk has to look at in a folder of letters as it is now."""
    catalogue = folders.seeds / CATALOGUE
    try:
        with memory_of(folders.docs) as memory:
            work = stages.work_out(folders, iter, memory)
    except UserError as error:
        return Desk(catalogue, (error,))
    found = work.found
    return desk_of(work.letters, work.sheets, found.mistakes, found.stated, found.related, catalogue)


def to_look_at(told: Summary, port: int | None, dossiers: bool = False) -> str | None:
    """What waits for a clerk, in one line with where it is; nothing where nothing does."""
    doubtful = len({doubt.id for doubt in told.doubts})
    waiting = (
        (doubtful, "letter", "with doubts"), (told.unjudged, "letter", "with versions to confirm"),
        (told.lacking, "letter", "with facts missing"),
    )  # fmt: skip
    parts = [f"{counted(number, noun)} {what}" for number, noun, what in waiting if number]
    return f"to look at: {', '.join(parts)}: {where_shown(port, f'{DESK}/', dossiers)}" if parts else None


def where_shown(port: int | None, path: str = "", dossiers: bool = False) -> str:
    """Where a page of the preview is: in the one that runs at a port, or in one that is still to be begun."""
    if port:
        return f"{ADDRESS.format(port)}{path}"
    command = "kamerbrieven serve --per-dossier" if dossiers else "kamerbrieven serve"
    how = f"make serve (or {command})" if in_clone() and not dossiers else command
    return f"{how}, then open {ADDRESS.format(PORT)}{path}"
