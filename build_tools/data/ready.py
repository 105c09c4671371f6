"""What was worked out beforehand where the program is packed for browsers, in which it would take a second each time.

The value of a name lies beside this module as a pickle of plain values, put there by `workbench/program.py` with the
program itself; elsewhere nothing lies there, and whoever asks works it out.
"""

import pickle
from importlib.resources import files
from typing import Any

FOLDER = "prepared"
PROTOCOL = 5
"""A way of writing that every supported Python has."""


def packed(value: object) -> bytes:
    """A value as it is laid there."""
    return pickle.dumps(value, PROTOCOL)


def prepared(name: str) -> Any | None:
    """The value of a name; None where there is none."""
    path = files(__package__) / FOLDER / name
    return pickle.loads(path.read_bytes()) if path.is_file() else None  # noqa: S301 -- a part of the program
