"""The one family of errors that are the user's to mend; everything else is a bug and keeps its traceback.

UserError
 ├─ a seed that cannot be read, or two seeds with one id
 ├─ a catalogue that is not YAML, or that states an unknown key or file
 ├─ folders that cannot serve (missing, overlapping, not writable, full)
 └─ MistakesError: several of these, each on a line of its own

A mistake that need not stop the others' work is a value: `attempt` gives what a step makes or the mistake that it met,
`all_made` and `both` give what was made, or fail with all mistakes at once.
"""

from collections.abc import Callable, Iterable
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

FULL = (ENOSPC, EDQUOT)
"""What the system says where a disk, or what one may use of it, is full."""

MEGABYTE = 1_000_000
"""Bytes, as messages count them."""


class UserError(Exception):
    """A mistake that one line explains: where it is, what is wrong, what to do."""

    lines: tuple[str, ...]

    def __init__(self, where: Path | str, line: int | None, wrong: str, remedy: str) -> None:
        place = f"{where}:{line}" if line is not None else f"{where}"
        self.lines = (f"{one_line(place)}: {one_line(wrong)}; {one_line(remedy)}",)
        super().__init__(*self.lines)

    def __reduce__(self) -> tuple[Callable[..., "UserError"], tuple[str, ...]]:
        """Between processes its lines are all of it."""
        return _told_elsewhere, self.lines


class MistakesError(UserError):
    """Several mistakes, in order, each named once."""

    def __init__(self, errors: Iterable[UserError]) -> None:
        self.lines = tuple(dict.fromkeys(line for error in errors for line in error.lines))
        Exception.__init__(self, "\n".join(self.lines))


def _told_elsewhere(*lines: str) -> UserError:
    """A mistake that another process met."""
    error = MistakesError(())
    error.lines = lines
    error.args = ("\n".join(lines),)
    return error


def attempt(step: Callable[[], T]) -> T | UserError:
    """What a step makes, or the mistake that it met."""
    try:
        return step()
    except UserError as error:
        return error


def all_made(parts: Iterable[T | UserError]) -> list[T]:
    """What was made, if all of it was; else every mistake."""
    made: list[T] = []
    errors: list[UserError] = []
    for part in parts:
        if isinstance(part, UserError):
            errors.append(part)
        else:
            made.append(part)
    if errors:
        raise MistakesError(errors)
    return made


def both(one: S | UserError, other: T | UserError) -> tuple[S, T]:
    """Two things of different kinds, if both were made; else what is wrong with either."""
    if isinstance(one, UserError) or isinstance(other, UserError):
        raise MistakesError(part for part in (one, other) if isinstance(part, UserError))
    return one, other


def to_write(error: OSError) -> str:
    """What to do where the system did not let us write a file."""
    return "make room on that disk" if error.errno in FULL else "see to it that a file can be written there"


def one_line(text: str) -> str:
    """Keep a message on one line, whatever a file name or a value in it holds."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


class ThemeChangedError(Exception):
    """The theme of the site has no such element any more: the step that looked for it has to follow."""
