"""What a reader takes out of a file of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools.draft import Line
from build_tools.model import Fact, FactKey


@dataclass(frozen=True, slots=True)
class Extract:
    """The text layer of a file, whole and in order, with what only this kind of file shows.

    `encoding` and `kind` are what the page of accounts says of the file. The rest is as in `Document` and `Source`:
    where there are `lines`, every non-space character of `text` stands in exactly one of them.
    """

    text: str
    encoding: str
    kind: str
    lines: tuple[Line, ...] = ()
    wrapped: bool = True
    stated: Mapping[FactKey, Fact] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
