"""The page for clerks, made when somebody asks for it."""

from collections.abc import Callable, Mapping
from functools import partial

from build_tools import build as stages
from build_tools.addresses import DESK, NOT_FOUND
from build_tools.cache.place import memory_of
from build_tools.desk.desk import Desk, desk_of
from build_tools.desk.page import ASSETS, asset_of_desk, page_of
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.sources.seeds import CATALOGUE


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
