"""What a Word file counts or sets aside while it is read from beginning to end."""

from collections import Counter
from dataclasses import dataclass, field

from build_tools.sources.readers.office.counting import written
from build_tools.sources.readers.office.package import Package
from build_tools.sources.readers.office.remarks import Aside
from build_tools.sources.readers.office.written import TextRun
from build_tools.sources.readers.word.numbering import CountsOfLists
from build_tools.sources.readers.word.styles import WordStyles


@dataclass(frozen=True, slots=True)
class RunLook:
    """An empty run of its type, the font of its letters, whether they are shown as capitals, or not at all."""

    like: TextRun
    font: str
    capitals: bool
    hidden: bool


@dataclass(slots=True)
class NoteCalls:
    """The notes of one sort as they are called: how they count, where they count anew (`eachSect`, `eachPage`, else
    nowhere), the number reached, and each with its number.
    """

    how: str
    start: int
    anew: str = ""
    count: int = 0
    printed: dict[str, str] = field(default_factory=dict)

    def call(self, id_: str, mark: str) -> str:
        """The number of a note as printed: the mark that somebody typed, else the next number."""
        if id_ not in self.printed:
            self.count += not mark
            self.printed[id_] = mark or written(self.start + self.count - 1, self.how)
        return self.printed[id_]


@dataclass(slots=True)
class WordReading:
    """One reading of a file: its styles, and what is reached so far in lists, notes, fields and what is set aside."""

    package: Package
    styles: WordStyles
    lists: CountsOfLists
    calls: dict[str, NoteCalls]
    order: dict[str, None] = field(default_factory=dict)
    looks: dict[tuple[str, bytes], RunLook] = field(default_factory=dict)
    fields: list[bool] = field(default_factory=list)
    aside: Counter[Aside] = field(default_factory=Counter)

    def turned(self, what: str) -> None:
        """A section (`eachSect`) or a page (`eachPage`) ends: notes that count by it start anew."""
        for calls in self.calls.values():
            calls.count = 0 if calls.anew == what else calls.count

    @property
    def in_code(self) -> bool:
        """Whether what is read now is the code of a field, not what the field shows."""
        return any(self.fields)
