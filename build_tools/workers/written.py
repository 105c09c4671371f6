"""Values as bytes for another process, or for a store: pickles, in which a dataclass is its class called with its
fields. As dataclasses have themselves written, that takes twice as long, both ways.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

PROTOCOL = 5
"""A way of writing that every supported Python has; it knows sets and long texts without naming a class."""


def written(value: object) -> bytes:
    """A value as bytes."""
    file = io.BytesIO()
    _Writer(file, PROTOCOL).dump(value)
    return file.getvalue()


class _Writer(pickle.Pickler):
    """Writes dataclasses as calls of their classes."""

    def reducer_override(self, value: Any) -> Any:
        type_: Any = type(value)
        fields_of = _fields_of(type_)
        return NotImplemented if fields_of is None else (type_, fields_of(value))


@cache
def _fields_of(type_: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What a class is called with to give such a value again; None of what is no dataclass."""
    names = [field.name for field in fields(type_)] if is_dataclass(type_) else []
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else None
