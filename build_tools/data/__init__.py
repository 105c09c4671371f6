"""Facts about Dutch, about ministries and about their letters, as data."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def data(name: str) -> Any:
    """What the file `name`.yml of this folder states."""
    return yaml.safe_load(files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8"))
