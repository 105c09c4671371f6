"""The one family of errors that are the user's to mend; everything else is a bug and keeps its traceback.

UserError
 ├─ a seed that cannot be read, or two seeds with one id
 ├─ a catalogue that is not YAML, or that states an unknown key or file
 └─ folders that cannot serve (missing, overlapping, not writable)
"""

from pathlib import Path


class UserError(Exception):
    """A mistake that one line explains: where it is, what is wrong, what to do."""

    def __init__(self, where: Path | str, line: int | None, wrong: str, remedy: str) -> None:
        place = f"{where}:{line}" if line is not None else f"{where}"
        super().__init__(f"{one_line(place)}: {one_line(wrong)}; {one_line(remedy)}")


def one_line(text: str) -> str:
    """Keep a message on one line, whatever a file name or a value in it holds."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
