"""The passages of a letter: what can cite, speak of a theme, or use a term, each with its own address.

After `passages`: every heading, paragraph, list item and note is one passage, in the order of the letter, notes
last; signatures are none.
"""

from dataclasses import dataclass

from build_tools.model import Block, Kind, Letter, Note

NOTE = "note"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a letter. `headings` are the headings above it, the outermost first; of a note, those above
    the block that refers to it, which is `home`.
    """

    letter: str
    anchor: str
    kind: str
    n: int
    text: str
    lines: tuple[int, int]
    page: str | None
    headings: tuple[str, ...]
    home: Block | None = None


def note_anchor(n: int) -> str:
    """The anchor that Markdown's footnotes give a note."""
    return f"fn:{n}"


def passages(letter: Letter) -> tuple[Passage, ...]:
    """The passages of a letter."""
    above: list[Block] = []
    headings: dict[int, tuple[str, ...]] = {}
    found: list[Passage] = []
    for block in letter.blocks:
        if block.kind is Kind.HEADING:
            above = [heading for heading in above if heading.level < block.level and heading.part == block.part]
        headings[block.n] = tuple(heading.text for heading in above if heading.part == block.part)
        if block.kind is Kind.HEADING:
            above.append(block)
        if block.kind is not Kind.SIGNATURE:
            found.append(_of_block(letter, block, headings[block.n]))
    blocks = {block.n: block for block in letter.blocks}
    notes = (_of_note(letter, note, blocks.get(note.block or 0), headings) for note in letter.notes)
    return (*found, *notes)


def _of_block(letter: Letter, block: Block, headings: tuple[str, ...]) -> Passage:
    return Passage(letter.id, block.anchor, block.kind.value, block.n, block.text, block.lines, block.page, headings)


def _of_note(letter: Letter, note: Note, home: Block | None, headings: dict[int, tuple[str, ...]]) -> Passage:
    above = headings[home.n] if home else ()
    page = note.page or (home.page if home else None)
    return Passage(letter.id, note_anchor(note.n), NOTE, note.n, note.text, note.lines, page, above, home)
