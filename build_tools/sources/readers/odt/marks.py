"""What an OpenDocument file counts or sets aside while it is read from beginning to end."""

from collections import Counter
from dataclasses import dataclass, field

from build_tools.sources.readers.office.package import Package
from build_tools.sources.readers.office.remarks import Aside
from build_tools.sources.readers.office.written import FileNote
from build_tools.sources.readers.odt.lists import Lists, Open
from build_tools.sources.readers.odt.styles import Styles


@dataclass(slots=True)
class Reading:
    """One reading of a file: its styles, its lists, the notes met so far, what is set aside."""

    package: Package
    styles: Styles
    lists: Lists
    outline: Open = field(default_factory=lambda: Open("Outline"))
    notes: list[FileNote] = field(default_factory=list)
    aside: Counter[Aside] = field(default_factory=Counter)
