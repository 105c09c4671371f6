"""How the number of a Kamerstuk is written: for readers, in a citation, and as the official identifier.

A dossier is kept as `34200-XV`, `21501-31` or `35934-(R2158)`: its number, then what tells it from its neighbours.
The patterns here are the one grammar of that; where a text may use them loosely, the reader of that text says so.
"""

import re

DASH = r"[-‐‑‒–—−]"
"""Whatever is printed for a hyphen or a dash: hyphens, dashes of all widths, a minus."""

CHAPTER = r"[IVX]{1,6}[ABC]?"
"""A chapter of the budget: `XV`, `IXB`, `IIA`."""

COUNCIL = r"\d\d"
"""One of the councils of ministers that share a dossier: `21 501-31`."""

KINGDOM = r"\(R\s?\d{3,4}\)"
"""The second number of a bill for the Kingdom: `35 934 (R2158)`."""

SUFFIX = rf"(?:{CHAPTER}|[A-Z]|{COUNCIL}|{KINGDOM})"
"""What tells a dossier from its neighbours; a single capital is one of the funds: `26 800 A`."""

ROMAN = r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[A-Z]{2})(?![\w.-])"
"""A dossier of the Eerste Kamer itself has a Roman number: `CXXIV`; of one letter it would be any capital."""

PRINTED = rf"\d\d \d{{3}}(?: ?[-–]? ?{SUFFIX}(?!\w)|,? hoofdstuk {CHAPTER}(?!\w))?"
"""A dossier in the head or the foot of a printed paper: `34 200 XV`; until 1995 `22 300 hoofdstuk XIV`."""

KEPT = rf"(?:\d{{5}}(?:-(?!\(R\s){SUFFIX})?|[CLXVI]{{2,9}})"
"""A dossier as it is kept: `34200-XV`, `CXXIV`."""

_SECOND_NUMBER = re.compile(rf"-{KINGDOM}\Z")
"""The second number of a dossier as it is kept: `-(R2158)`."""


def kept(dossier: str) -> str:
    """`36 600 XV`, `36600, hoofdstuk XV`, `36 600-XV`: all `36600-XV`."""
    plain = re.sub(r"[\s,.()]|hoofdstuk|hfd?st", "", dossier)
    return re.sub(rf"^(\d{{5}}){DASH}?(?=.)", r"\1-", re.sub(r"(R\d+)\Z", r"(\1)", plain))


def identifier(dossier: str, item: str) -> str:
    """`kst-34200-XV-1`. The second number of a bill for the Kingdom is no part of it: `kst-35934-D`."""
    return f"kst-{_SECOND_NUMBER.sub('', dossier)}-{item}"


def unspaced(dossier: str) -> str:
    """`34200 XV` and `21501-31`, as a citation writes them."""
    return re.sub(r"-(?=[A-Z(])", " ", dossier)


def spaced(dossier: str) -> str:
    """`34 200 XV`, as Dutch readers write it."""
    return unspaced(re.sub(r"^(\d\d)(\d{3})", r"\1 \2", dossier))


def numbered(dossier: str, item: str) -> str:
    """`32 824, nr. 448`: a paper as Dutch readers write it."""
    return f"{spaced(dossier)}, {nr(item)}"


def session(first: int) -> str:
    """The session that began in a year, as a citation writes it: `2024/25`, `1999/2000`."""
    until = first + 1
    return f"{first}/{until if until % 100 == 0 else f'{until % 100:02}'}"


def nr(item: str) -> str:
    """`nr. 448`; the papers of the Eerste Kamer have letters and no `nr.`; `70-3` is a sitting with a part of it."""
    number, _, part = item.partition("-")
    return item if item.isalpha() else ", item ".join(filter(None, (f"nr. {number}", part)))
