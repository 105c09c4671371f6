"""The program's own values as bytes, and back.

The bytes are a pickle that may name nothing but the classes that the type of the value consists of: frozen dataclasses
and enums of this program, found by walking through the types of their fields, and days. Reading one imports nothing and
calls nothing else, so bytes that somebody else made can be a wrong value at worst, and never run. JSON would be as
safe, but loses what a letter and its passages have in common, and takes several times as long. A dataclass is written
as its class called with its fields: as dataclasses have themselves written, that takes twice as long, both ways. A
member of an enum is its class called with its value: as Python 3.11.2 writes it, it names `getattr`, which none may.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

PROTOCOL = 5
"""A way of writing that every supported Python has; it knows sets and long texts without naming a class."""


def encoded(value: object) -> bytes:
    """A value as bytes."""
    file = io.BytesIO()
    _Writer(file, PROTOCOL).dump(value)
    return file.getvalue()


def decoded(data: bytes, type_: Any) -> object | None:
    """The value of this type that bytes are; None where they are none, whatever it is that is wrong with them."""
    try:
        value: object = _Reader(io.BytesIO(data), _admitted(type_)).load()
    except Exception:  # damaged bytes make unpickling fail in any way there is
        return None
    return value if isinstance(value, get_origin(type_) or type_) else None


class _Writer(pickle.Pickler):
    """Writes dataclasses and members of enums as calls of their classes."""

    def reducer_override(self, value: Any) -> Any:
        type_: Any = type(value)
        fields_of = _fields_of(type_)
        return NotImplemented if fields_of is None else (type_, fields_of(value))


@cache
def _fields_of(type_: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What a class is called with to give such a value again; None of what is neither dataclass nor enum."""
    if issubclass(type_, Enum):
        return lambda value: (value.value,)
    names = [field.name for field in fields(type_)] if is_dataclass(type_) else []
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else None


class _Reader(pickle.Unpickler):
    """Reads values of the admitted classes, and none with anything else in them."""

    def __init__(self, file: io.BytesIO, admitted: dict[tuple[str, str], type]) -> None:
        super().__init__(file)
        self._admitted = admitted

    def find_class(self, module: str, name: str) -> type:
        """A class by its whole name; no function, no method, no part of a class has one."""
        found = self._admitted.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of this value")
        return found


@cache
def _admitted(type_: Any) -> dict[tuple[str, str], type]:
    """The classes that a value of a type consists of, by module and name."""
    found: set[Any] = set()
    todo = [type_]
    while todo:
        part = todo.pop()
        if part not in found:
            found.add(part)
            todo += _parts(part)
    return {(part.__module__, part.__qualname__): part for part in found if _may_stand(part)}


def _parts(type_: Any) -> tuple[Any, ...]:
    """The types that one is made of: `tuple[Hit, ...]` of Hit, a dataclass of the types of its fields."""
    return (*get_args(type_), *(get_type_hints(type_).values() if is_dataclass(type_) else ()))


def _may_stand(type_: Any) -> bool:
    return isinstance(type_, type) and (is_dataclass(type_) or issubclass(type_, Enum) or type_ is date)
