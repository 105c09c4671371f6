"""What the rules of doubt look at: a letter that was read, and the lines that it came from."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from build_tools.draft import Draft, Line
from build_tools.dutch.spans import line_starts
from build_tools.model import Block, Doubt, DoubtKind, Kind, Letter, Note, Passage


@dataclass(frozen=True)
class Evidence:
    """A letter with its lines as they came (`raw`) and those that are running text (`cleaned`)."""

    raw: Draft
    cleaned: Draft
    letter: Letter

    @cached_property
    def by_number(self) -> dict[int, Line]:
        """The lines of the source by number."""
        return {line.number: line for line in self.raw.lines}

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.raw.source.text)

    def line_of(self, part: Block | Note, at: int) -> int:
        """The source line where the character at this place of a block's or note's text stands."""
        count = len("".join(part.text[:at].split()))
        for start, end in part.spans:
            own = [offset for offset in range(start, end) if not self.raw.source.text[offset].isspace()]
            if count < len(own):
                return bisect_right(self._starts, own[count])
            count -= len(own)
        return part.lines[1]

    def parts(self) -> Iterator[tuple[Passage, Block | Note]]:
        """Blocks and notes, each with its passage."""
        own: dict[str, Block | Note] = {block.anchor: block for block in self.letter.blocks}
        notes = {note.n: note for note in self.letter.notes}
        for passage in self.letter.passages:
            yield passage, notes[passage.n] if passage.kind is Kind.NOTE else own[passage.anchor]

    def doubt(self, kind: DoubtKind, line: int, text: str, anchor: str | None = None) -> Doubt:
        """A doubt about words in a line."""
        known = self.by_number.get(line)
        return Doubt(kind, line, known.page if known else 1, " ".join(text.split()), anchor or self.anchor_at(line))

    def anchor_at(self, line: int) -> str | None:
        """The block or note that has a line; nothing of one that was left out."""
        known = self.by_number.get(line)
        for passage, part in self.parts():
            if known and any(start < known.end and known.start < end for start, end in part.spans):
                return passage.anchor
        return None


def around(text: str, start: int, end: int, reach: int = 30) -> str:
    """The words at a place of a text, with some of what stands about them."""
    before, after = text[max(0, start - reach) : start], text[end : end + reach]
    before = before if start <= reach else before.partition(" ")[2]
    after = after if end + reach >= len(text) else after.rpartition(" ")[0]
    return before + text[start:end] + after


