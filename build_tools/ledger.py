"""The ledger: every non-space character of a source ends in exactly one place."""

from collections.abc import Sequence

from build_tools.model import Block, Cut, LeftOut, Ledger, Note, Source, non_space


def account(source: Source, blocks: Sequence[Block], notes: Sequence[Note], taken: Sequence[Cut]) -> Ledger:
    line_starts = [0]
    for line in source.text.split("\n"):
        line_starts.append(line_starts[-1] + len(line) + 1)
    from bisect import bisect_right
    return Ledger(
        non_space(source.text),
        sum(non_space(b.text) for b in blocks),
        sum(non_space(n.text) for n in notes),
        tuple(LeftOut(bisect_right(line_starts, c.start), source.text[c.start:c.end], c.reason) for c in sorted(taken, key=lambda c: c.start)),
        len(source.text.split()),
        sum(len(b.text.split()) for b in blocks),
        sum(len(n.text.split()) for n in notes),
    )
