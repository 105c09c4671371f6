"""Facts about Dutch, about ministries and about their letters, as data."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads the same eight times as fast where PyYAML has its part in C."""


@cache
def data(name: str) -> Any:
    """What the file `name`.yml of this folder states."""
    text = files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_SAFE)  # noqa: S506 -- a safe loader, whichever there is
