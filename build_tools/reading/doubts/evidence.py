"""What the rules of doubt look at: a letter that was read, and the lines that it came from."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, repeat

from build_tools.data import data
from build_tools.draft import Draft, Line
from build_tools.dutch.dates import PLACE_DATE
from build_tools.dutch.line_end_hyphens import Vocabulary
from build_tools.dutch.sentences import ENDED, cut_short
from build_tools.dutch.spans import line_starts
from build_tools.model import Block, Doubt, DoubtKind, Kind, Letter, Note, Passage
from build_tools.reading.blocks.paragraphs import as_set
from build_tools.reading.blocks.typesetting import PrintedLines
from build_tools.reading.steps.heads.head_shapes import ADDRESSEE
from build_tools.reading.steps.heads.meetings import told_of_meeting

NO_ADDRESS = r"(?!www\.|\S*(?:@|://))"
"""Before a pattern: no address of a page or of a mailbox begins there."""

Places = tuple[Passage, Block | Note, list[re.Match[str]]]
"""Where a pattern stands in a block or note."""

REMEMBERED = 200_000
"""Characters of a letter of which the places of patterns are remembered, at the most; in a longer one they are sought
anew, as they would take more room than all else."""

PIECES = re.compile(r"\S+|\s+")
"""Signs in a row, or white space."""

LONG_NOUN = 4
"""Letters of a noun that longer ones end in, at the least: `subdeel`; not in `lid`."""

Needs = Sequence[str] | re.Pattern[str]
"""What a text has in which a pattern is, and sooner found: one of some pieces, or a pattern that begins with what is
rare."""

SHOWN = 80
"""Characters of a passage that a doubt about it shows, of its begin or its end: enough to find it by."""


@dataclass(frozen=True)
class Evidence:
    """A letter with its lines as they came (`raw`) and those that are running text (`cleaned`),
    and the words by which broken ones were joined."""

    raw: Draft
    cleaned: Draft
    letter: Letter
    words: Vocabulary

    @cached_property
    def by_number(self) -> dict[int, Line]:
        """The lines of the source by number."""
        return {line.number: line for line in self.raw.lines}

    @cached_property
    def page(self) -> PrintedLines:
        """The running text as it was set, without what a file says of its own paragraphs."""
        own = tuple(line for line in self.cleaned.lines if not line.given)
        return as_set(replace(self.cleaned, lines=own), self.words)[0]

    @cached_property
    def on_page(self) -> dict[int, int]:
        """Where the lines of the source stand among those of the page."""
        return {line.number: at for at, line in enumerate(self.page.lines)}

    @cached_property
    def of_meeting(self) -> frozenset[int]:
        """The lines of the source in which the head of a list says of a meeting who holds it, where and when."""
        return frozenset(self.raw.lines[at].number for at in told_of_meeting(self.raw.lines))

    def line_before(self, number: int) -> Line | None:
        """The line of the source above one, beyond white space."""
        at = self._places.get(number, 0)
        return self.raw.lines[at - 1] if at else None

    def line_after(self, number: int) -> Line | None:
        """The line of the source below one, beyond white space."""
        at = self._places.get(number, len(self.raw.lines)) + 1
        return self.raw.lines[at] if at < len(self.raw.lines) else None

    def text_close_above(self, number: int) -> Line | None:
        """The next line above one that a block or note has, if no white space is between them."""
        line = self.by_number.get(number)
        while line is not None and not (line.blanks or line.turn):
            line = self.line_before(line.number)
            if line is not None and self.anchor_at(line.number):
                return line
        return None

    @cached_property
    def _places(self) -> dict[int, int]:
        return {line.number: at for at, line in enumerate(self.raw.lines)}

    @cached_property
    def _starts(self) -> list[int]:
        return line_starts(self.raw.source.text)

    def found(
        self, pattern: re.Pattern[str], wanted: Callable[[re.Match[str]], bool] = bool, needs: Needs = ()
    ) -> Iterator[tuple[Passage, re.Match[str], Sequence[int]]]:
        """Where the text of blocks and notes has a pattern, if it is wanted; with the source line of each character of
        the text. It is sought where the text has what it needs."""
        for passage, part, matches in self._sought(pattern, needs):
            if found := list(filter(wanted, matches)):
                lines = self.lines_of(part)
                yield from ((passage, match, lines) for match in found)

    def within(self, kind: Kind, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str], Sequence[int]]]:
        """The same in those of one kind."""
        for passage, part in self._parts:
            if passage.kind is kind:
                yield from ((passage, match, self.lines_of(part)) for match in pattern.finditer(passage.text))

    def matches(self, pattern: re.Pattern[str], needs: Needs = ()) -> Iterator[re.Match[str]]:
        """Every place of a pattern in the text of blocks and notes."""
        return chain.from_iterable(matches for _, _, matches in self._sought(pattern, needs))

    def _sought(self, pattern: re.Pattern[str], needs: Needs = ()) -> Iterable[Places]:
        """Where a pattern stands, wanted or not; sought once, as several rules ask for the same."""
        if pattern in self._found:
            return self._found[pattern]
        likely = [one for one in self._parts if not needs or has_one(one[0].text, needs)]
        sought = ((passage, part, list(pattern.finditer(passage.text))) for passage, part in likely)
        standing = (place for place in sought if place[2])
        if len(self.raw.source.text) > REMEMBERED:
            return standing
        self._found[pattern] = list(standing)
        return self._found[pattern]

    @cached_property
    def _found(self) -> dict[re.Pattern[str], list[Places]]:
        return {}

    def lines_of(self, part: Block | Note) -> list[int]:
        """The source line of each character of a block's or note's text; counted once, as many doubts ask for it."""
        if id(part) not in self._counted:
            self._counted[id(part)] = self._count_lines(part)
        return self._counted[id(part)]

    @cached_property
    def _counted(self) -> dict[int, list[int]]:
        return {}

    def _count_lines(self, part: Block | Note) -> list[int]:
        last = part.lines[1]
        if {*self.lines_within(part)} == {last}:
            return [last] * len(part.text)
        of_signs = [line for start, end in part.spans for line in self._lines_of_signs(start, end)]
        of_signs += repeat(last, len(part.text))
        lines: list[int] = []
        at = 0
        for piece in PIECES.findall(part.text):
            if piece.isspace():
                lines += repeat(of_signs[at], len(piece))
            else:
                lines += of_signs[at : at + len(piece)]
                at += len(piece)
        return lines

    def _lines_of_signs(self, start: int, end: int) -> Iterator[int]:
        """The line of each sign in a stretch of the source, but for white space."""
        source, starts = self.raw.source.text, self._starts
        while start < end:
            line = bisect_right(starts, start)
            stop = min(end, starts[line]) if line < len(starts) else end
            yield from repeat(line, sum(map(len, source[start:stop].split())))
            start = stop

    def parts(self) -> Iterator[tuple[Passage, Block | Note]]:
        """Blocks and notes, each with its passage."""
        yield from self._parts

    @cached_property
    def _parts(self) -> list[tuple[Passage, Block | Note]]:
        own: dict[str, Block | Note] = {block.anchor: block for block in self.letter.blocks}
        notes = {note.n: note for note in self.letter.notes}
        return [
            (passage, notes[passage.n] if passage.kind is Kind.NOTE else own[passage.anchor])
            for passage in self.letter.passages
        ]

    def doubt(self, kind: DoubtKind, line: int, text: str, anchor: str | None = None) -> Doubt:
        """A doubt about words in a line."""
        known = self.by_number.get(line)
        return Doubt(kind, line, known.page if known else 1, " ".join(text.split()), anchor or self.anchor_at(line))

    def anchor_at(self, line: int) -> str | None:
        """The block or note that has a line; nothing of one that was left out."""
        return self._anchors.get(line)

    @cached_property
    def _anchors(self) -> dict[int, str]:
        anchors: dict[int, str] = {}
        for passage, part in self.parts():
            for line in self.lines_within(part):
                anchors.setdefault(line, passage.anchor)
        return anchors

    def lines_with(self, part: Block | Note) -> list[Line]:
        """The lines of the source that have a block's or note's text, each once, in the order of its text."""
        return [self.by_number[n] for n in dict.fromkeys(self.lines_within(part)) if n in self.by_number]

    def lines_within(self, part: Block | Note) -> Iterator[int]:
        """The source lines of a block's or note's text, in order; one that it has in pieces comes as often."""
        for start, end in part.spans:
            yield from range(bisect_right(self._starts, start), bisect_right(self._starts, end - 1) + 1)


INITIAL_LAST = re.compile(r"(?<![^\W\d_])[A-Z]\.$")
"""`… door de heer K.` at the end of a line: a name goes on, and no sentence ends."""

REACH = 30
"""Characters of a text that are shown on either side of a place, at the most."""


def has_one(text: str, needs: Needs) -> bool:
    """Whether a text has what a pattern needs."""
    return needs.search(text) is not None if isinstance(needs, re.Pattern) else any(piece in text for piece in needs)


def begin_of(text: str) -> str:
    """The begin of a text, in whole words: enough to find it by."""
    return text if len(text) <= SHOWN else text[: SHOWN + 1].rpartition(" ")[0] or text[:SHOWN]


def end_of(text: str) -> str:
    """The end of a text, in whole words."""
    return text if len(text) <= SHOWN else text[-SHOWN - 1 :].partition(" ")[2] or text[-SHOWN:]


def around(text: str, start: int, end: int) -> str:
    """The words at a place of a text, with some of what stands about them."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    before = before if start <= REACH else before.partition(" ")[2] or before
    after = after if end + REACH >= len(text) else after.rpartition(" ")[0] or after
    return before + text[start:end] + after


def doubted(
    evidence: Evidence,
    kind: DoubtKind,
    pattern: re.Pattern[str],
    wanted: Callable[[re.Match[str]], bool] = bool,
    needs: Needs = (),
) -> Iterator[Doubt]:
    """A doubt at each place of a pattern in the text, if it is wanted; `needs` as in `Needs`."""
    for passage, match, lines in evidence.found(pattern, wanted, needs):
        text = around(passage.text, match.start(), match.end())
        yield evidence.doubt(kind, lines[match.start()], text, passage.anchor)


def ends_sentence(text: str) -> bool:
    """Whether a line ends a sentence, and not within a name or behind a short form: `… de heer K.`, `… door ir.`"""
    return ENDED.fullmatch(text) is not None and not INITIAL_LAST.search(text) and not cut_short(text)


def names_number(text: str) -> bool:
    """Whether a line ends in a word that a number follows, or one that ends in such a word: `artikel`, `subdeel`."""
    nouns: list[str] = data("dutch")["numbered_nouns"]
    last = text.lower().split()[-1:]
    return any(word in nouns or word.endswith(tuple(noun for noun in nouns if len(noun) >= LONG_NOUN)) for word in last)


def heads_letter(text: str) -> bool:
    """Whether a text says to whom a letter goes, or where and when it was written, as above one within a paper."""
    addressed = text.startswith("Aan ") and ADDRESSEE.fullmatch(text) and not ENDED.fullmatch(text)
    return bool(addressed or PLACE_DATE.fullmatch(text))


def has_verb(text: str) -> bool:
    """Whether a text says that something is or is done, as a sentence does."""
    return not frozenset(data("dutch")["sentence_words"]).isdisjoint(re.split(r"\W+", text.lower()))
