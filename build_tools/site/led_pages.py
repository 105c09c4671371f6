"""Finished pages on their way into the site, each led to the style sheet of all.

What stands in the site of before as this very page was written there is not unpacked, nor led to the sheet again.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from build_tools.cache.answers import answers
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.committing.staying import StandingFolder
from build_tools.output import write_each
from build_tools.site.sheets.styles import UnitedSheet

LED: Product[dict[bytes, str]] = Product("digests of pages in the site", dict)


class LaidPage(Protocol):
    """A finished page that waits for the others: where it goes in the site, what stands for all that it is, itself."""

    @property
    def path(self) -> str: ...

    @property
    def made_from(self) -> tuple[str, str]: ...

    @property
    def html(self) -> str: ...


def write_led(
    waiting: Sequence[LaidPage], sheet: UnitedSheet, folder: Path, memory: Memory, standing: StandingFolder | None
) -> None:
    """Write the pages into a site."""
    with answers(memory, LED) as known:
        keys = {page.path: key_of(LED.name, page.made_from, sheet) for page in waiting} if memory.store.keeps else {}
        before = {path: known.before.get(key) for path, key in keys.items()}
        staying = {path: own for path, own in before.items() if own and standing and standing.stays(path, own)}
        new = ((page.path, _written(page, sheet)) for page in waiting if page.path not in staying)
        digests = staying | write_each(new, folder, standing=standing)
        known.now.update((key, digests[path]) for path, key in keys.items())


def _written(page: LaidPage, sheet: UnitedSheet) -> bytes:
    """A page as MkDocs would write it."""
    return sheet.led(page.html).encode(errors="xmlcharrefreplace")
