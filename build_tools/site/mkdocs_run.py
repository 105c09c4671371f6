"""From `docs/` to the site: MkDocs, strict, and independent of the clock."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, cast

from build_tools import output
from build_tools.cache.aside import LaidAside
from build_tools.cache.remembering import FORGETFUL, Memory
from build_tools.errors import MistakesError, UserError, all_made
from build_tools.model import FactKey, Letter
from build_tools.progress import step
from build_tools.site.kept_pages import NAME, NOTHING_KNOWN, KeptPages, KnownFiles
from build_tools.site.mkdocs_settings import complaints, mistake_of, settings_of
from build_tools.site.press import Press, set_up
from build_tools.sources.own_site import OwnSite

if TYPE_CHECKING:
    from mkdocs.plugins import BasePlugin

_PAGE_FAILED = re.compile(r"Error (?:reading|building) page '(.*?)': *(.*)", re.DOTALL)
"""`Error building page 'colofon.md': Invalid isoformat string: 'x'`: what MkDocs says before it fails at a page."""

LATEST_EPOCH = 2**31 - 1
"""What a gzip file can hold as its time."""


def make_site(
    docs: Path,
    site: Path,
    epoch: int,
    own: OwnSite,
    old: Collection[str] = (),
    memory: Memory = FORGETFUL,
    written: Path | None = None,
    known: KnownFiles = NOTHING_KNOWN,
) -> None:
    """Build the site of a folder of pages under its own name; `written` is where those by hand stand, `known` what
    is known of the pages and of the site of before.

    Any warning fails, but of old pages, which are shown as they were.
    """
    from mkdocs.commands.build import build

    step("making the site")
    press = Press(docs, site, own, epoch)
    if memory.crew.shares_disk:
        memory.crew.begin(partial(set_up, press))  # by others, as this process does the same for MkDocs meanwhile
    with complaints() as messages, _given_up(own, messages, written):
        config = settings_of(docs, site, epoch, own)
        kept = KeptPages(press, memory, old, messages, LaidAside(site.parent), known)
        config.plugins[NAME] = cast("BasePlugin[Any]", kept)
        build(config)
    excused = tuple(f"Doc file '{name}'" for name in old)
    all_made(mistake_of(own, message) for message in messages if not message.startswith(excused))


@contextmanager
def _given_up(own: OwnSite, messages: Sequence[str], written: Path | None) -> Iterator[None]:
    """Where MkDocs gives up, say what the user has to mend, or which file could not be written."""
    from mkdocs.exceptions import Abort, ConfigurationError

    try:
        yield
    except (Abort, ConfigurationError) as error:
        raise MistakesError(mistake_of(own, message) for message in messages or [str(error)]) from error
    except UserError:
        raise
    except Exception as error:
        if mistake := _of_own_page(messages, written):
            raise mistake from error
        if isinstance(error, OSError):
            error.filename = error.filename or _written(error)
        raise


def _of_own_page(messages: Sequence[str], written: Path | None) -> UserError | None:
    """What made MkDocs give up at a page that somebody wrote by hand; at any other it is a fault of the program."""
    last = _PAGE_FAILED.fullmatch(messages[-1]) if messages else None
    if last is None or written is None or last[1] not in output.by_hand(written):
        return None
    return UserError(written / last[1], None, f"cannot be made a page ({last[2]})", "mend what it states or links to")


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
