"""The ledger: every non-space character of a source ends in exactly one place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from build_tools.draft import Cut
from build_tools.dutch.spans import line_starts
from build_tools.dutch.tokens import count_words, words
from build_tools.model import Block, Ledger, LeftOut, Note, Reason, Source, non_space


class UnbalancedError(Exception):
    """A character of a source is lost, stands twice, or was invented: a bug of a step, never a reader's mistake."""


def account(source: Source, blocks: Sequence[Block], notes: Sequence[Note], taken: Iterable[Cut]) -> Ledger:
    """The account of a letter.

    What two cuts claim was left out once, by the one that begins first.

    Raises UnbalancedError when a non-space character of the source is in no place or in more than one,
    or when a text has other characters than the stretches of the source that it was made of.
    """
    left_out = list(each_once(cut for cut in taken if cut.reason is not Reason.NOTE))
    prove_text(source, blocks, notes)
    prove_places(source, blocks, notes, left_out)
    starts = line_starts(source.text)
    entries = (
        LeftOut(bisect_right(starts, cut.start), source.text[cut.start : cut.end], cut.reason) for cut in left_out
    )
    return Ledger(
        source_characters=non_space(source.text),
        block_characters=sum(non_space(block.text) for block in blocks),
        note_characters=sum(non_space(note.text) for note in notes),
        left_out=tuple(entry for entry in entries if entry.text.strip()),
        source_words=len(words(source.text)),
        block_words=sum(count_words(block.text) for block in blocks),
        note_words=sum(count_words(note.text) for note in notes),
    )


def each_once(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The cuts in order of place, each without what those before it hold."""
    at = 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if at < cut.end:
            yield replace(cut, start=max(at, cut.start))
            at = cut.end


def prove_text(source: Source, blocks: Sequence[Block], notes: Sequence[Note]) -> None:
    """Each text is its stretches of the source, but for white space."""
    parts: tuple[Block | Note, ...] = (*blocks, *notes)
    for part in parts:
        text = "".join(source.text[a:b] for a, b in part.spans)
        if text != part.text and "".join(text.split()) != "".join(part.text.split()):
            raise UnbalancedError(f"{source.name}:{part.lines[0]}: the text is not that of the source")


def prove_places(source: Source, blocks: Sequence[Block], notes: Sequence[Note], cuts: Sequence[Cut]) -> None:
    """The stretches of blocks, notes and what was left out cover the source once."""
    parts: tuple[Block | Note, ...] = (*blocks, *notes)
    spans = [span for part in parts for span in part.spans]
    spans += [(cut.start, cut.end) for cut in cuts]
    at = 0
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if start < at and source.text[start : min(at, end)].strip():
            raise UnbalancedError(f"{source.name}:{line_at(source, start)}: characters stand in two places")
        if source.text[at:start].strip():
            raise UnbalancedError(f"{source.name}:{line_at(source, at)}: characters are lost")
        at = max(at, end)
    if source.text[at:].strip():
        raise UnbalancedError(f"{source.name}:{line_at(source, at)}: characters are lost")


def line_at(source: Source, offset: int) -> int:
    """The number of the line with this offset, or the next one that has text."""
    while offset < len(source.text) and source.text[offset].isspace():
        offset += 1
    return source.text.count("\n", 0, offset) + 1
