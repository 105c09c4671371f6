"""The items of a list, whatever the file: the mark before the first paragraph, the rest below it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_tools.draft import Given
from build_tools.model import Kind
from build_tools.sources.readers.markup.list_marks import bullet
from build_tools.sources.readers.markup.pieces import TaggedPiece, TaggedRun, folded


def marked(pieces: Iterable[TaggedPiece], mark: str, marks: list[str], level: int) -> Iterator[TaggedPiece]:
    """The pieces of an item, the first paragraph with the mark before it."""
    own = bullet(mark, marks)
    before = (TaggedRun(f"{mark} "),) if mark else ()
    given = Given(0, Kind.ITEM, level, own)
    for index, inner in enumerate(pieces):
        if index == 0 and inner.given.kind is Kind.PARAGRAPH and not inner.picture and not inner.given.left_out:
            yield TaggedPiece((*before, *inner.runs), given)
            continue
        if index == 0 and mark:
            yield TaggedPiece(folded(before), replace(given, bullet=own and replace(own, kept=True, width=0)))
        yield inner
