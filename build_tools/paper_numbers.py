"""How the number of a Kamerstuk is written: for readers, in a citation, and as the official identifier.

A dossier is kept as `34200-XV`, `21501-31` or `35934-(R2158)`: its number, then what tells it from its neighbours.
"""

import re

_KINGDOM = re.compile(r"-\(R\d+\)\Z")


def identifier(dossier: str, item: str) -> str:
    """`kst-34200-XV-1`. The second number of a bill for the Kingdom is no part of it: `kst-35934-D`."""
    return f"kst-{_KINGDOM.sub('', dossier)}-{item}"


def unspaced(dossier: str) -> str:
    """`34200 XV` and `21501-31`, as a citation writes them."""
    return re.sub(r"-(?=[A-Z(])", " ", dossier)


def spaced(dossier: str) -> str:
    """`34 200 XV`, as Dutch readers write it."""
    return unspaced(re.sub(r"^(\d\d)(\d{3})", r"\1 \2", dossier))


def session(first: int) -> str:
    """The session that began in a year, as a citation writes it: `2024/25`, `1999/2000`."""
    until = first + 1
    return f"{first}/{until if until % 100 == 0 else f'{until % 100:02}'}"


def nr(item: str) -> str:
    """`nr. 448`; the papers of the Eerste Kamer have letters and no `nr.`."""
    return item if item.isalpha() else f"nr. {item}"
