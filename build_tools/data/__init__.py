"""Facts about Dutch, about ministries and about their letters, as data."""

from functools import cache
from importlib.resources import files
from typing import Any

from build_tools.data.ready import prepared


@cache
def data(name: str) -> Any:
    """What the file `name`.yml of this folder states."""
    value = prepared(f"{name}.yml")
    return read(name) if value is None else value


def read(name: str) -> Any:
    """The same, from the file."""
    return stated_in(files(__name__).joinpath(f"{name}.yml").read_text(encoding="utf-8"))


def stated_in(text: str) -> Any:
    """What a text of the program's own in YAML states."""
    import yaml  # slow to import, and not needed where all is prepared

    safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # reads eight times as fast where PyYAML has its part in C
    return yaml.load(text, Loader=safe)  # noqa: S506 -- a safe loader, whichever there is
