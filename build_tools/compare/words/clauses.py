"""A clause that stands at another place of the same text, word for word: it is told apart from what changed beside it.

After `parted`: the runs cover both texts as before; two different ones in a row have a clause that moved between them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from build_tools.compare.words.rewriting import ISLAND
from build_tools.compare.words.word_diff import Run, word_diff
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.tokens import Token, are_words, is_word, keys_of

LEAST = 4
"""Words of a clause: three may come and go by chance."""

SAME = 0.6
"""The part of the words around a clause that both texts have, where it is the clause that moved: two sentences on one
subject share half, at most."""


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
    runs = _turned(runs, a, b)
    cuts: dict[int, tuple[int, int, int, int]] = {}
    for clause in sorted(_clauses(runs, a, b), key=lambda own: (-own.length, own.i, own.j)):
        if clause.out not in cuts and clause.into not in cuts:
            out, into = runs[clause.out], runs[clause.into]
            cuts[clause.out] = (clause.i, clause.i + clause.length, out.b0, out.b0)
            cuts[clause.into] = (into.a0, into.a0, clause.j, clause.j + clause.length)
    parts = [part for at, run in enumerate(runs) for part in (_around(run, cuts[at]) if at in cuts else (run,))]
    return _swapped(parts, a, b)


def _swapped(runs: Sequence[Run], a: Sequence[Token], b: Sequence[Token]) -> list[Run]:
    """The runs, with a word or two that went over one or two others as one change of all of them: `de raad stelt` and
    `stelt de raad`."""
    result: list[Run] = []
    for run in runs:
        if len(result) > 1 and not run.equal and result[-1].equal and not result[-2].equal:
            before, kept = result[-2:]
            gone, come = _crossing(before, run, a, b)
            if gone and gone == come and len(_said(a[kept.a0 : kept.a1])) <= ISLAND:
                result[-2:] = [Run(False, before.a0, run.a1, before.b0, run.b1)]
                continue
        result.append(run)
    return result


def _turned(runs: Sequence[Run], a: Sequence[Token], b: Sequence[Token]) -> list[Run]:
    """The runs, where a clause moved that stayed in its place as the longest part of its sentence: `De raad stelt op 3
    mei 2026 het plan vast` became `Op 3 mei 2026 stelt de raad het plan vast`.
    """
    result: list[Run] = []
    for run in runs:
        if len(result) > 1 and not run.equal and result[-1].equal and not result[-2].equal:
            long = result[-1].a1 - result[-1].a0 >= LEAST
            changed = _without_clause(result[-2], run, a, b) if long else None
            if changed and _is_clause(result[-1], changed, a):
                result[-2:] = _as_moved(result[-2], result[-1], run, _inside(changed, a, b))
                continue
        result.append(run)
    return result


def _without_clause(before: Run, after: Run, a: Sequence[Token], b: Sequence[Token]) -> Run | None:
    """What stands before a clause in the one text and behind it in the other, if it says the same but in its order or
    a few words."""
    one, other = _crossing(before, after, a, b)
    if one == other or (Counter(one) & Counter(other)).total() < SAME * max(len(one), len(other)):
        return None
    if _said(a[before.a0 : before.a1]):
        return Run(False, before.a0, before.a1, after.b0, after.b1)
    return Run(False, after.a0, after.a1, before.b0, before.b1)


def _crossing(before: Run, after: Run, a: Sequence[Token], b: Sequence[Token]) -> tuple[Sequence[str], Sequence[str]]:
    """The words that went at the one run and those that came at the other; none where more changed there."""
    gone = before.a1 - before.a0 + after.b1 - after.b0
    come = before.b1 - before.b0 + after.a1 - after.a0
    if min(gone, come) > 1 or max(gone, come) < 2:
        return [], []
    ahead, behind = (
        (a[before.a0 : before.a1], b[before.b0 : before.b1]),
        (a[after.a0 : after.a1], b[after.b0 : after.b1]),
    )
    if gone < come:
        ahead, behind = ahead[::-1], behind[::-1]
    if not (ahead[0] and behind[1]) or any(map(is_word, (*ahead[1], *behind[0]))):  # a sign may have gone as well
        return [], []
    return _said(ahead[0]), _said(behind[1])


def _said(tokens: Sequence[Token]) -> list[str]:
    return [*compress(keys_of(tokens), are_words(tokens))]


def _is_clause(kept: Run, changed: Run, a: Sequence[Token]) -> bool:
    """Whether what stayed is a clause, and no more than all that would stay if it had moved."""
    return LEAST <= len(_said(a[kept.a0 : kept.a1])) <= 2 * (changed.a1 - changed.a0)


def _inside(changed: Run, a: Sequence[Token], b: Sequence[Token]) -> list[Run]:
    """A changed run, word by word."""
    runs = word_diff(keys_of(a[changed.a0 : changed.a1]), keys_of(b[changed.b0 : changed.b1]))
    i, j = changed.a0, changed.b0
    return [Run(run.equal, i + run.a0, i + run.a1, j + run.b0, j + run.b1) for run in runs]


def _as_moved(before: Run, kept: Run, after: Run, inside: Sequence[Run]) -> list[Run]:
    """The clause at both its places, and between them what stands around it."""
    if inside[0].a0 == before.a0:
        come = Run(False, before.a0, before.a0, before.b0, kept.b1)
        return [come, *inside, Run(False, kept.a0, after.a1, after.b1, after.b1)]
    gone = Run(False, before.a0, kept.a1, before.b0, before.b0)
    return [gone, *inside, Run(False, after.a1, after.a1, kept.b0, after.b1)]


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
    changed = [(at, run) for at, run in enumerate(runs) if not run.equal]
    out_of = [(at, run) for at, run in changed if run.a1 - run.a0 >= LEAST]
    into = [(at, run) for at, run in changed if run.b1 - run.b0 >= LEAST]
    if not out_of or not into:
        return
    one, other = keys_of(a), keys_of(b)
    having: dict[tuple[str, ...], tuple[int, int]] = {}
    for at, run in out_of:
        for i, begin in enumerate(_begins(one[run.a0 : run.a1]), start=run.a0):
            having.setdefault(begin, (at, i))
    for at, run in into:
        for j, begin in enumerate(_begins(other[run.b0 : run.b1]), start=run.b0):
            out, i = having.get(begin, (at, 0))
            if out != at:
                length = alike_ahead(one[i : runs[out].a1], other[j : run.b1])
                if sum(are_words(a[i : i + length])) >= LEAST:
                    yield Clause(out, at, i, j, length)


def _begins(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The shortest clauses that keys can begin with, from each place on."""
    return zip(*(keys[start:] for start in range(LEAST)), strict=False)
