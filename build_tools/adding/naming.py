"""The id under which a letter comes into the folder: the number of the paper where it is known, else its file's name.

After `free_id`: no other letter has the id, not even on a host that tells no capitals from small letters, and it can be
the name of a file and of a page.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from build_tools.model import Letter
from build_tools.papers.of_letter import paper_of
from build_tools.sources.ids import folded
from build_tools.sources.readers import ending_of
from build_tools.sources.seeds import LONGEST_ID

ROOM = 20
"""In bytes: what the longest kind and a number take behind an id (`-docx-12`), with some to spare."""

NAMELESS = "brief"
"""What a file is called of whose name no character can stay."""

_UNSAFE = re.compile(r"[^\w.()-]+")
"""What an address, a shell or another system may not bear: `Brief (def) #2` becomes `Brief-(def)-2`."""


def wanted_id(path: Path, letter: Letter) -> str:
    """`kst-32824-448`. A name that begins with the number says more, and stays: `kst-34200-XV-1-artikel-13`."""
    own, paper = safe(path.name.removesuffix(ending_of(path))), paper_of(letter)
    return safe(paper) if paper and not re.match(rf"{re.escape(paper)}(?:-|$)", own) else own


def safe(name: str) -> str:
    """A name without what is not safe in one, and not hidden; as it was where all of it is."""
    plain = _UNSAFE.sub("-", unicodedata.normalize("NFC", name)).strip("-.")
    while len(plain.encode()) > LONGEST_ID - ROOM:
        plain = plain[:-1]
    return plain.strip("-.") or NAMELESS


def safe_ending(path: Path) -> str:
    """The ending under which a file is kept; text often has none."""
    return ending_of(path).lower().rstrip("~") or ".txt"


def free_id(wanted: str, kind: str, taken: Mapping[str, str]) -> str:
    """The id, or the nearest that is free. `taken` are ids, folded, with the kind of each one's file."""
    if folded(wanted) not in taken:
        return wanted
    other_kind = f"{wanted}-{kind}"
    if taken[folded(wanted)] != kind and folded(other_kind) not in taken:
        return other_kind
    return next(id_ for id_ in (f"{wanted}-{n}" for n in count(2)) if folded(id_) not in taken)
