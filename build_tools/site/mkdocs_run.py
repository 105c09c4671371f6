"""From `docs/` to the site: MkDocs, strict, and independent of the clock."""

import logging
import os
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Any, cast

from build_tools.cache.remembering import FORGETFUL, Memory
from build_tools.errors import MistakesError, UserError, all_made
from build_tools.model import FactKey, Letter
from build_tools.progress import step
from build_tools.site.kept_pages import NAME, KeptPages
from build_tools.sources.own_site import BASE, NavEntry, OwnSite

if TYPE_CHECKING:
    from mkdocs.plugins import BasePlugin

DOSSIER = "dossier"
"""Under what name MkDocs hands on of which dossier a site is."""

LATEST_EPOCH = 2**31 - 1
"""What a gzip file can hold as its time."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains about instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def make_site(
    docs: Path, site: Path, epoch: int, own: OwnSite, old: Collection[str] = (), memory: Memory = FORGETFUL
) -> None:
    """Build the site of a folder of pages under its own name.

    Any warning fails, but of old pages, which are shown as they were.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    step("making the site")
    log = logging.getLogger("mkdocs")
    log.propagate = False
    warnings = _Warnings()
    log.addHandler(warnings)
    try:
        config = load_config(str(BASE), docs_dir=str(docs), site_dir=str(site), **_settings(own, docs))
        config.plugins[NAME] = cast("BasePlugin[Any]", KeptPages(own, memory, old, warnings.messages))
        build(config)
    except (Abort, ConfigurationError) as error:
        raise MistakesError(_mistake(own, message) for message in warnings.messages or [str(error)]) from error
    except OSError as error:
        error.filename = error.filename or _written(error)
        raise
    finally:
        log.removeHandler(warnings)
    excused = tuple(f"Doc file '{name}'" for name in old)
    all_made(_mistake(own, message) for message in warnings.messages if not message.startswith(excused))


def _written(error: OSError) -> str | None:
    """The file that MkDocs was writing: a full disk does not say it, nor does MkDocs."""
    for frame, _ in walk_tb(error.__traceback__):
        if frame.f_code.co_name == "write_file":
            return str(frame.f_locals.get("output_path"))
    return None


def _mistake(own: OwnSite, message: str) -> UserError:
    return UserError(own.path, None, f"MkDocs says: {message}", "mend that page or setting")


def _settings(own: OwnSite, docs: Path) -> dict[str, Any]:
    """What differs from the settings of every site, as MkDocs takes it."""
    return {
        "site_name": own.name,
        "site_url": own.url,
        "site_description": own.about,
        "copyright": own.copyright,
        "extra": {"generator": False, DOSSIER: own.dossier},
        "nav": all_made(_entry(entry, own, docs) for entry in own.nav),
    }


def _entry(entry: NavEntry, own: OwnSite, docs: Path) -> dict[str, str] | UserError:
    """What MkDocs takes for an entry of the navigation; nobody may have forgotten to write its page."""
    if entry.target.endswith(".md") and not (docs / entry.target).is_file():
        return UserError(own.path, entry.line, f"names {entry.target}, which is not there", "write it among the pages")
    return {escape(entry.title): entry.target}


def epoch_of(letters: Iterable[Letter]) -> int:
    """The time that the site states as its own: midnight of its newest letter's date."""
    newest = max((date for letter in letters if (date := letter.fact(FactKey.DATE))), default="1970-01-01")
    seconds = int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    return min(max(seconds, 0), LATEST_EPOCH)
