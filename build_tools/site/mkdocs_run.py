"""From `docs/` to the site: MkDocs, strict, and independent of the clock."""

import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from build_tools.errors import UserError
from build_tools.folders import PROJECT
from build_tools.model import FactKey, Letter
from build_tools.progress import step

CONFIG = PROJECT / "mkdocs.yml"
LATEST_EPOCH = 2**31 - 1
"""What a gzip file can hold as its time."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs complains about instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def make_site(docs: Path, site: Path, epoch: int) -> None:
    """Build the site of a folder of pages. Any warning fails."""
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
        build(load_config(str(CONFIG), docs_dir=str(docs), site_dir=str(site), strict=True))
    except (Abort, ConfigurationError) as error:
        wrong = warnings.messages[0] if warnings.messages else str(error)
        raise UserError(CONFIG.name, None, f"MkDocs says: {wrong}", "mend that page or setting") from error
    finally:
        log.removeHandler(warnings)


def epoch_of(letters: Iterable[Letter]) -> int:
    """The time that the site states as its own: midnight of its newest letter's date."""
    newest = max((date for letter in letters if (date := letter.fact(FactKey.DATE))), default="1970-01-01")
    seconds = int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    return min(max(seconds, 0), LATEST_EPOCH)
