"""What an OpenDocument file counts or sets aside while it is read from beginning to end."""

from collections import Counter
from dataclasses import dataclass, field

from build_tools.sources.readers.odt.lists import OdtLists, OpenList
from build_tools.sources.readers.odt.styles import OdtStyles
from build_tools.sources.readers.office.package import Package
from build_tools.sources.readers.office.remarks import Aside
from build_tools.sources.readers.office.written import FileNote


@dataclass(slots=True)
class OdtReading:
    """One reading of a file: its styles, its lists, the notes met so far, what is set aside."""

    package: Package
    styles: OdtStyles
    lists: OdtLists
    outline: OpenList = field(default_factory=lambda: OpenList("Outline"))
    notes: list[FileNote] = field(default_factory=list)
    aside: Counter[Aside] = field(default_factory=Counter)
