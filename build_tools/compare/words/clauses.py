"""A clause that stands at another place of the same text, word for word: it is told apart from what changed beside it.

After `parted`: the runs cover both texts as before; two different ones in a row have a clause that moved between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.compare.words.word_diff import Run
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.tokens import Token, are_words, keys_of

LEAST = 4
"""Words of a clause: three may come and go by chance."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens that were taken out of run `out` from `i` on, and put in run `into` from `j` on."""

    out: int
    into: int
    i: int
    j: int
    length: int


def parted(runs: Sequence[Run], a: Sequence[Token], b: Sequence[Token]) -> list[Run]:
    """The runs, with what moved between them as runs of its own."""
    cuts: dict[int, tuple[int, int, int, int]] = {}
    for clause in sorted(_clauses(runs, a, b), key=lambda own: (-own.length, own.i, own.j)):
        if clause.out not in cuts and clause.into not in cuts:
            out, into = runs[clause.out], runs[clause.into]
            cuts[clause.out] = (clause.i, clause.i + clause.length, out.b0, out.b0)
            cuts[clause.into] = (into.a0, into.a0, clause.j, clause.j + clause.length)
    return [part for at, run in enumerate(runs) for part in (_around(run, cuts[at]) if at in cuts else (run,))]


def _around(run: Run, inside: tuple[int, int, int, int]) -> Iterator[Run]:
    """A run in three, of which the empty ones are left out. What stands on its other side goes with the longer rest."""
    a0, a1, b0, b1 = inside
    if b0 == b1 and a0 > run.a0:
        b0 = b1 = run.b1
    if a0 == a1 and b0 > run.b0:
        a0 = a1 = run.a1
    parts = (Run(False, run.a0, a0, run.b0, b0), Run(False, a0, a1, b0, b1), Run(False, a1, run.a1, b1, run.b1))
    return (part for part in parts if part.a0 < part.a1 or part.b0 < part.b1)


def _clauses(runs: Sequence[Run], a: Sequence[Token], b: Sequence[Token]) -> Iterator[Clause]:
    """All that stands in one run as it was, and in another one as it is."""
    one, other = keys_of(a), keys_of(b)
    having: dict[tuple[str, ...], tuple[int, int]] = {}
    changed = [(at, run) for at, run in enumerate(runs) if not run.equal]
    out_of = [(at, run) for at, run in changed if run.a1 - run.a0 >= LEAST]
    into = [(at, run) for at, run in changed if run.b1 - run.b0 >= LEAST]
    for at, run in out_of if into else ():
        for i, begin in enumerate(_begins(one[run.a0 : run.a1]), start=run.a0):
            having.setdefault(begin, (at, i))
    for at, run in into if having else ():
        for j, begin in enumerate(_begins(other[run.b0 : run.b1]), start=run.b0):
            out, i = having.get(begin, (at, 0))
            if out != at:
                length = alike_ahead(one[i : runs[out].a1], other[j : run.b1])
                if sum(are_words(a[i : i + length])) >= LEAST:
                    yield Clause(out, at, i, j, length)


def _begins(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The shortest clauses that keys can begin with, from each place on."""
    return zip(*(keys[start:] for start in range(LEAST)), strict=False)
