"""What a word processor's file holds that is no text of the letter, in plain Dutch."""

from collections.abc import Iterator, Mapping
from enum import Enum


class Aside(Enum):
    """What is set aside while a file is read: its name for one, and for more."""

    INSERTED = ("invoeging", "invoegingen")
    DELETED = ("doorhaling", "doorhalingen")
    COMMENT = ("opmerking in de kantlijn", "opmerkingen in de kantlijn")
    HIDDEN = ("teken verborgen tekst", "tekens verborgen tekst")
    OBJECT = ("grafiek, diagram of ingesloten object", "grafieken, diagrammen of ingesloten objecten")
    LOST_NOTE = ("noot die in het bestand geen tekst heeft", "noten die in het bestand geen tekst hebben")

    def counted(self, n: int) -> str:
        """`1 opmerking in de kantlijn`."""
        return f"{n} {self.value[n != 1]}"


def remarks_of(aside: Mapping[Aside, int]) -> Iterator[str]:
    """One line for each sort of thing that was set aside."""
    changes = [kind.counted(aside[kind]) for kind in (Aside.INSERTED, Aside.DELETED) if aside.get(kind)]
    if changes:
        yield f"Bijgehouden wijzigingen zijn overgenomen: {' en '.join(changes)}. Doorgehaalde tekst is weggelaten."
    for kind in (Aside.COMMENT, Aside.HIDDEN, Aside.OBJECT):
        if aside.get(kind):
            yield f"Niet in de tekst: {kind.counted(aside[kind])}."
    if aside.get(Aside.LOST_NOTE):
        yield f"Verwezen wordt naar {Aside.LOST_NOTE.counted(aside[Aside.LOST_NOTE])}."


def picture_name(name: str, says: str, width: float, height: float) -> str:
    """A picture with what it is said to show and its size in centimetres."""
    size = f"{width:.1f} × {height:.1f} cm".replace(".", ",") if width and height else "zonder maat"
    said = " ".join(says.split())
    return f"{name or 'zonder naam'} ({f'“{said}”, ' if said else ''}{size})"
