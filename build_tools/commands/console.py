"""How the command speaks: results on standard output, all else on standard error.

Steps are shown on a terminal alone, on one line that is gone afterwards; `-v` tells them on lines that stay.
"""

import logging
import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum

import click

from build_tools.errors import UserError, one_line
from build_tools.progress import LOG


class Status(IntEnum):
    """With what the command ends. A script can rely on it; the README has the table."""

    DONE = 0
    MISTAKE = 1
    DIFFERENT = 1
    USAGE = 2
    INTERRUPTED = 128 + signal.SIGINT
    TERMINATED = 128 + signal.SIGTERM


CLEAR_LINE = "\r\x1b[K"
"""To the begin of the line, and away with what stands there."""


def say(message: str) -> None:
    """Tell the user something, on the stream that holds no results."""
    click.echo(one_line(message), err=True)


def put_out(text: str, nl: bool = True) -> None:
    """Give a result. Raises UserError where standard output takes no more; click ends quietly where nobody reads it."""
    try:
        click.echo(text, nl=nl)
    except BrokenPipeError:
        raise
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise UserError("standard output", None, wrong, "make room where it goes, then run this again") from None


def tell(errors: Iterable[UserError]) -> None:
    """Name mistakes, each on its line."""
    for error in errors:
        for line in error.lines:
            say(line)


@dataclass(frozen=True, slots=True)
class Console:
    """What the user wants to hear: with `quiet` mistakes alone, with `verbose` every step and file."""

    quiet: bool = False
    verbose: bool = False

    def result(self, text: str) -> None:
        if not self.quiet:
            put_out(text)

    def notice(self, text: str) -> None:
        if not self.quiet:
            say(text)

    @contextmanager
    def steps(self) -> Iterator[None]:
        """Tell what the program is busy with."""
        listener = self._listener()
        before = LOG.level
        LOG.setLevel(listener.level)
        LOG.addHandler(listener)
        try:
            yield
        finally:
            LOG.removeHandler(listener)
            LOG.setLevel(before)
            listener.close()

    def _listener(self) -> logging.Handler:
        if self.verbose:
            return _Lines(logging.INFO)
        if self.quiet:
            return _Lines(logging.ERROR)
        return _OneLine(logging.DEBUG) if _is_terminal() else _Lines(logging.WARNING)


class _Lines(logging.Handler):
    """Gives each step a line."""

    def emit(self, record: logging.LogRecord) -> None:
        say(record.getMessage())


class _OneLine(logging.Handler):
    """Shows the step of the moment on a line that is gone at the end."""

    def emit(self, record: logging.LogRecord) -> None:
        width = shutil.get_terminal_size().columns - 1
        click.echo(CLEAR_LINE + one_line(record.getMessage())[:width], nl=False, err=True)

    def close(self) -> None:
        click.echo(CLEAR_LINE, nl=False, err=True)
        super().close()


def _is_terminal() -> bool:
    """Whether a line on standard error can be written anew."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def counted(number: int, what: str) -> str:
    """`1 letter`, `2,000 letters`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
