"""Official XML of officielebekendmakingen.nl: Kamerstukken, questions with answers, debates and annexes.

After `extract`: the text layer of the paper, its lines with what the elements say of them, and the facts that its
head and the file of facts beside it state. No entity was resolved and nothing fetched.
"""

from collections.abc import Mapping
from pathlib import Path

from build_tools.draft import Extract
from build_tools.errors import UserError
from build_tools.model import Fact, FactKey, Kind
from build_tools.sources.readers.markup.layout import laid_out, with_notes
from build_tools.sources.readers.markup.outline import with_levels
from build_tools.sources.readers.official_xml import debates, heads, lists, tables
from build_tools.sources.readers.official_xml.flow import PaperPlace, emphases_in, flow, noted
from build_tools.sources.readers.official_xml.metadata import beside, referred
from build_tools.sources.readers.official_xml.parsing import parsed
from build_tools.sources.readers.official_xml.words import notes_in

__all__ = ["debates", "extract", "heads", "lists", "tables"]
"""The modules that read elements add their readings when they are imported."""

KIND = "official XML"


def extract(path: Path, content: bytes, facts: Mapping[FactKey, Fact] | None = None) -> Extract:
    """The text, structure and facts of a paper. Those beside it are read there, if they are not given."""
    file = parsed(path, content)
    place = PaperPlace(notes_in(file.root), emphases_in(file.root))
    notes = {n: noted(note, place) for note, n in place.notes.numbers.items()}
    laid = laid_out(with_notes(with_levels(flow(file.root, place)), notes))
    if not any(line.given and not line.given.left_out and line.given.kind is not Kind.NOTE for line in laid.lines):
        raise UserError(path, None, "has no text of a paper", "fetch the paper again or leave it out")
    remarks = (*file.remarks, *laid.remarks)
    other = {**referred(file.root), **(beside(path) if facts is None else facts)}
    stated = settled(laid.stated, other, asks=file.root.find(".//{*}kamervraagomschrijving") is not None)
    return Extract(laid.text, file.encoding, KIND, laid.lines, wrapped=False, stated=stated, remarks=remarks)


def settled(own: Mapping[FactKey, Fact], other: Mapping[FactKey, Fact], asks: bool) -> dict[FactKey, Fact]:
    """The facts of the paper itself with those beside it; `BRIEF VAN DE MINISTER` is no title if there is a better."""
    found = {**other, **own}
    if FactKey.TITLE in other and not asks:
        found[FactKey.TITLE] = other[FactKey.TITLE]
    return found
