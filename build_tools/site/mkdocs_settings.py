"""The settings under which MkDocs makes a site, as every process that renders a page of it takes them, and what MkDocs
complains about."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools.errors import UserError, all_made
from build_tools.site.described.page_facts import DOSSIER
from build_tools.sources.own_site import BASE, NavEntry, OwnSite

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def settings_of(docs: Path, site: Path, epoch: int, own: OwnSite) -> "MkDocsConfig":
    """The settings of a site of a folder of pages; `epoch` are the seconds that stand for now."""
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.config import load_config

    return load_config(str(BASE), docs_dir=str(docs), site_dir=str(site), **_own_settings(own, docs))


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains about instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def complaints() -> Iterator[list[str]]:
    """What MkDocs complains about meanwhile, instead of printing it; whoever asked before hears of none of it."""
    log, warnings = logging.getLogger("mkdocs"), _Warnings()
    log.propagate, before = False, log.handlers
    log.handlers = [warnings]
    try:
        yield warnings.messages
    finally:
        log.handlers = before


def mistake_of(own: OwnSite, message: str) -> UserError:
    """What MkDocs complains about, as a mistake of who wrote the pages."""
    return UserError(own.path, None, f"MkDocs says: {message}", "mend that page or setting")


def _own_settings(own: OwnSite, docs: Path) -> dict[str, Any]:
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
    there = isfile(docs / entry.target)  # noqa: PTH113 -- a name that is too long is none; Path.is_file fails at it
    if entry.target.endswith(".md") and not there:
        return UserError(own.path, entry.line, f"names {entry.target}, which is not there", "write it among the pages")
    return {escape(entry.title): entry.target}
