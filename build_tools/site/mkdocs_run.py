"""From `docs/` to the site: MkDocs, strict, and independent of the clock."""

import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from build_tools.errors import UserError
from build_tools.model import FactKey, Letter
from build_tools.sources.own_site import BASE, NavEntry, OwnSite

LATEST_EPOCH = 2**31 - 1
"""What a gzip file can hold as its time."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains about instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def make_site(docs: Path, site: Path, epoch: int, own: OwnSite) -> None:
    """Build the site of a folder of pages under its own name. Any warning fails."""
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    log = logging.getLogger("mkdocs")
    log.propagate = False
    warnings = _Warnings()
    log.addHandler(warnings)
    try:
        build(load_config(str(BASE), docs_dir=str(docs), site_dir=str(site), strict=True, **_settings(own, docs)))
    except (Abort, ConfigurationError) as error:
        wrong = warnings.messages[0] if warnings.messages else str(error)
        raise UserError(own.path, None, f"MkDocs says: {wrong}", "mend that page or setting") from error
    finally:
        log.removeHandler(warnings)


def _settings(own: OwnSite, docs: Path) -> dict[str, Any]:
    """What differs from the settings of every site, as MkDocs takes it."""
    return {
        "site_name": own.name,
        "site_url": own.url,
        "site_description": own.about,
        "copyright": own.copyright,
        "nav": [{escape(entry.title): entry.target} for entry in own.nav if _is_there(entry, own, docs)],
    }


def _is_there(entry: NavEntry, own: OwnSite, docs: Path) -> bool:
    """Refuse a page in the navigation that nobody wrote."""
    if entry.target.endswith(".md") and not (docs / entry.target).is_file():
        raise UserError(own.path, entry.line, f"names {entry.target}, which is not there", "write it among the pages")
    return True


def epoch_of(letters: Iterable[Letter]) -> int:
    """The time that the site states as its own: midnight of its newest letter's date."""
    newest = max((date for letter in letters if (date := letter.fact(FactKey.DATE))), default="1970-01-01")
    seconds = int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    return min(max(seconds, 0), LATEST_EPOCH)
