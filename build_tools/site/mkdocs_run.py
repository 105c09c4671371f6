"""From `docs/` to the site: MkDocs, strict, and independent of the clock."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, cast

from build_tools.cache.remembering import FORGETFUL, Memory
from build_tools.errors import MistakesError, all_made
from build_tools.model import FactKey, Letter
from build_tools.progress import step
from build_tools.site.kept_pages import NAME, KeptPages
from build_tools.site.mkdocs_settings import complaints, mistake_of, settings_of
from build_tools.site.press import Press
from build_tools.sources.own_site import OwnSite

if TYPE_CHECKING:
    from mkdocs.plugins import BasePlugin

LATEST_EPOCH = 2**31 - 1
"""What a gzip file can hold as its time."""


def make_site(
    docs: Path, site: Path, epoch: int, own: OwnSite, old: Collection[str] = (), memory: Memory = FORGETFUL
) -> None:
    """Build the site of a folder of pages under its own name.

    Any warning fails, but of old pages, which are shown as they were.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, ConfigurationError

    step("making the site")
    with complaints() as messages:
        try:
            config = settings_of(docs, site, epoch, own)
            kept = KeptPages(Press(docs, site, own, epoch), memory, old, messages)
            config.plugins[NAME] = cast("BasePlugin[Any]", kept)
            build(config)
        except (Abort, ConfigurationError) as error:
            raise MistakesError(mistake_of(own, message) for message in messages or [str(error)]) from error
        except OSError as error:
            error.filename = error.filename or _written(error)
            raise
    excused = tuple(f"Doc file '{name}'" for name in old)
    all_made(mistake_of(own, message) for message in messages if not message.startswith(excused))


def _written(error: OSError) -> str | None:
    """The file that MkDocs was writing: a full disk does not say it, nor does MkDocs."""
    for frame, _ in walk_tb(error.__traceback__):
        if frame.f_code.co_name == "write_file":
            return str(frame.f_locals.get("output_path"))
    return None


def epoch_of(letters: Iterable[Letter]) -> int:
    """The time that the site states as its own: midnight of its newest letter's date."""
    newest = max((date for letter in letters if (date := letter.fact(FactKey.DATE))), default="1970-01-01")
    seconds = int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    return min(max(seconds, 0), LATEST_EPOCH)
