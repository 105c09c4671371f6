"""From `docs/` to the site: MkDocs, strict, and independent of the clock."""

import logging
import os
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb

from build_tools.errors import MistakesError, UserError, whole
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


def make_site(docs: Path, site: Path, epoch: int, old: Collection[str] = ()) -> None:
    """Build the site of a folder of pages. Any warning fails, but of old pages, which are shown as they were."""
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
        build(load_config(str(CONFIG), docs_dir=str(docs), site_dir=str(site)))
    except (Abort, ConfigurationError) as error:
        raise MistakesError(map(_mistake, warnings.messages or [str(error)])) from error
    except OSError as error:
        error.filename = error.filename or _written(error)
        raise
    finally:
        log.removeHandler(warnings)
    excused = tuple(f"Doc file '{name}'" for name in old)
    whole(_mistake(message) for message in warnings.messages if not message.startswith(excused))


def _written(error: OSError) -> str | None:
    """The file that MkDocs was writing: a full disk does not say it, nor does MkDocs."""
    for frame, _ in walk_tb(error.__traceback__):
        if frame.f_code.co_name == "write_file":
            return str(frame.f_locals.get("output_path"))
    return None


def _mistake(message: str) -> UserError:
    return UserError(CONFIG.name, None, f"MkDocs says: {message}", "mend that page or setting")


def epoch_of(letters: Iterable[Letter]) -> int:
    """The time that the site states as its own: midnight of its newest letter's date."""
    newest = max((date for letter in letters if (date := letter.fact(FactKey.DATE))), default="1970-01-01")
    seconds = int(datetime.fromisoformat(newest).replace(tzinfo=UTC).timestamp())
    return min(max(seconds, 0), LATEST_EPOCH)
