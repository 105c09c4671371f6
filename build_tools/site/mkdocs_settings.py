"""The settings under which MkDocs makes a site, as every process that renders a page of it takes them, and what MkDocs
complains about."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader

from build_tools.errors import UserError, all_made
from build_tools.site.described.page_facts import DOSSIER
from build_tools.sources.own_site import BASE, NavEntry, OwnSite

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme


def settings_of(docs: Path, site: Path, epoch: int, own: OwnSite) -> "MkDocsConfig":
    """The settings of a site of a folder of pages; `epoch` are the seconds that stand for now."""
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    from mkdocs.config import load_config

    settings = load_config(str(BASE), docs_dir=str(docs), site_dir=str(site), **_own_settings(own, docs))
    settings.theme.get_env = partial(_environment, settings.theme)  # type: ignore[method-assign]
    return settings


class ThemeFiles(FileSystemLoader):
    """The files of a theme, but for the folders whose names begin with a dot. MkDocs takes nothing from these either,
    after it has looked at each of seven thousand icons.
    """

    def list_templates(self) -> list[str]:
        found: set[str] = set()
        for root in self.searchpath:
            for folder, inner, names in os.walk(root):
                inner[:] = [name for name in inner if not name.startswith(".")]
                found |= {Path(folder, name).relative_to(root).as_posix() for name in names}
        return sorted(found)


def _environment(theme: "Theme") -> Environment:
    made = type(theme).get_env(theme)
    made.loader = ThemeFiles(theme.dirs)
    return made


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
