"""One row, word by word: what is equal and what changed.

After `cut`: the `a` sides of the pieces, one after another, are exactly the one text, the `b` sides the other;
equal pieces are equal to the letter, and no changed piece cuts a word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from build_tools.compare.words.citing import with_citations
from build_tools.compare.words.clauses import parted
from build_tools.compare.words.rewriting import CLOSING, sentenced, without_scraps
from build_tools.compare.words.word_diff import Run, word_diff
from build_tools.data import data
from build_tools.dutch.matching import alike_ahead
from build_tools.dutch.tokens import BOUNDARY, Token, is_word, keys_of, text_of, tokenise

SENTENCE_ENDS = (".", "?", "!", "…", BOUNDARY)
PAUSES = (",", ";", ":")
"""Keys of signs behind which a sentence ends, and a clause."""


_SIGNS = re.compile(r"[^\w€$£%‰ ]+")
"""The signs that a text begins with: `.` of `. Ten eerste`."""


class Stretch(NamedTuple):
    """A stretch of both texts. `reworded` says that words differ, not only the print of the same words; `cited` that
    both cite a paper, each in its own form; `apart` that it is no part of the change beside it.
    """

    a: str
    b: str
    reworded: bool = False
    cited: bool = False
    apart: bool = False

    @property
    def equal(self) -> bool:
        """Whether both sides are the same, and no part of a rewording."""
        return self.a == self.b and not self.reworded


def cut(text_a: str, text_b: str) -> list[Stretch]:
    """The stretches of two texts in order; neighbouring equal ones are one."""
    if text_a == text_b:
        return gathered([Stretch(text_a, text_b)])
    a, b = with_citations(text_a, text_b, tokenise(text_a), tokenise(text_b))
    runs = word_diff(keys_of(a), keys_of(b))
    slid = [_slid(run, around, a, b) for run, around in _with_room(runs)]
    runs = without_scraps([*_closed(slid, len(a), len(b))], sentenced(text_a, a), sentenced(text_b, b))
    apart = (part for run in parted(runs, a, b) for part in _figure_apart(run, a, b))
    return gathered(_stretches(apart, a, b))


def _figure_apart(run: Run, a: Sequence[Token], b: Sequence[Token]) -> Iterator[Run]:
    """A number that became another one, apart from the words that came or went beside it: `40` and `geen 45`, `18` and
    `zo'n 21 kleine`.
    """
    one, other = a[run.a0 : run.a1], b[run.b0 : run.b1]
    if run.equal or min(len(one), len(other)) != 1 or not _is_figure((one if len(one) == 1 else other)[0]):
        yield run
        return
    longer = other if len(one) == 1 else one
    figures = [at for at, token in enumerate(longer) if _is_figure(token)]
    if len(figures) != 1 or len(longer) == 1 or not all(map(_bare_word, longer)):
        yield run
        return
    in_a, in_b = run.a0 + figures[0] * (longer is one), run.b0 + figures[0] * (longer is other)
    parts = (
        Run(False, run.a0, in_a, run.b0, in_b),
        Run(False, in_a, in_a + 1, in_b, in_b + 1),
        Run(False, in_a + 1, run.a1, in_b + 1, run.b1),
    )
    yield from (part for part in parts if part.a0 < part.a1 or part.b0 < part.b1)


def _is_figure(token: Token) -> bool:
    return token.key.lstrip("-")[:1].isdigit()


def _bare_word(token: Token) -> bool:
    """A word, or a number, that is no unit of one."""
    return is_word(token) and token.text not in data("looked_for")["units"]


def _with_room(runs: Sequence[Run]) -> Iterator[tuple[Run, tuple[int, int]]]:
    """The changed runs, each with how many tokens stayed before and after it."""
    for index, run in enumerate(runs):
        if not run.equal:
            before = runs[index - 1].a1 - runs[index - 1].a0 if index else 0
            before += index == 1  # to the very begin of the text there is nothing to run into
            after = runs[index + 1].a1 - runs[index + 1].a0 if index + 1 < len(runs) else 0
            yield run, (before, after)


def _slid(run: Run, room: tuple[int, int], a: Sequence[Token], b: Sequence[Token]) -> Run:
    """What was only put in or only taken out, at the best of the places where it could equally well stand.

    "een man. Een vrouw. Een kind" without the woman: "Een vrouw. " was taken out, not "vrouw. Een ".
    """
    if run.a0 < run.a1 and run.b0 < run.b1:
        return run
    text, start, end = (a, run.a0, run.a1) if run.a0 < run.a1 else (b, run.b0, run.b1)
    places = [0]
    while -places[-1] < room[0] - 1 and _same(text[start + places[-1] - 1], text[end + places[-1] - 1]):
        places.append(places[-1] - 1)
    forward = 0
    while forward < room[1] - 1 and _same(text[start + forward], text[end + forward]):
        forward += 1
        places.append(forward)
    shift = max(places, key=lambda place: (_opens(text, start + place), place))
    return Run(False, run.a0 + shift, run.a1 + shift, run.b0 + shift, run.b1 + shift)


def _same(one: Token, other: Token) -> bool:
    return one.text == other.text


def _opens(tokens: Sequence[Token], at: int) -> int:
    """How well a stretch begins at a token: as a passage (3), a sentence (2), a clause (1), or as nothing (0)."""
    before = at - 1
    while before > 0 and tokens[before].key in CLOSING:
        before -= 1
    if before < 0 or tokens[at - 1].text == BOUNDARY:
        return 3
    return 2 * (tokens[before].key in SENTENCE_ENDS) or int(tokens[before].key in PAUSES)


def _closed(changed: Sequence[Run], end_a: int, end_b: int) -> Iterator[Run]:
    """The changed runs with the equal ones between them."""
    a, b = 0, 0
    for run in (*changed, Run(False, end_a, end_a, end_b, end_b)):
        if run.a0 > a:
            yield Run(True, a, run.a0, b, run.b0)
        if run.a1 > run.a0 or run.b1 > run.b0:
            yield run
        a, b = run.a1, run.b1


def _stretches(runs: Iterable[Run], a: Sequence[Token], b: Sequence[Token]) -> Iterator[Stretch]:
    """The runs as text. Where words were put in or taken out, the space beside them comes or goes with them."""
    after_change = False
    for run in runs:
        one, other = a[run.a0 : run.a1], b[run.b0 : run.b1]
        if not run.equal:
            yield from _reworded(text_of(one), text_of(other), after_change)
        elif one == other:
            same = text_of(one)
            yield Stretch(same, same)
        else:
            yield from _printed(one, other, after_change)
        after_change = not run.equal


def _printed(one: Sequence[Token], other: Sequence[Token], after_change: bool) -> Iterator[Stretch]:
    """Tokens that say the same, each with its white space apart."""
    for index, (x, y) in enumerate(zip(one, other, strict=True)):
        yield Stretch(x.lead, y.lead, after_change and index == 0 and x.lead != y.lead)
        if " " in x.text + y.text:
            yield from _renamed(x.text, y.text)
        else:
            yield Stretch(x.text, y.text)


def _renamed(one: str, other: str) -> Iterator[Stretch]:
    """A citation in two forms: what differs, as one change."""
    a, b = tokenise(one), tokenise(other)
    ahead = alike_ahead(a, b)
    behind = alike_ahead(a[:ahead:-1], b[:ahead:-1])
    end_a, end_b = len(a) - behind, len(b) - behind
    changed = text_of(a[ahead:end_a]), text_of(b[ahead:end_b])
    lead = " " * all(own.startswith(" ") for own in changed)
    yield Stretch(text_of(a[:ahead]) + lead, text_of(b[:ahead]) + lead)
    yield Stretch(changed[0].removeprefix(lead), changed[1].removeprefix(lead), cited=True)
    yield Stretch(text_of(a[end_a:]), text_of(b[end_b:]))


def _reworded(one: str, other: str, apart: bool) -> Iterator[Stretch]:
    """A change without the white space that both sides begin with; the end of a passage, and signs, apart from words
    that only one side has.
    """
    lead = len(one) - len(one.lstrip(" "))
    if one and other and lead and other[:lead] == one[:lead] and other[lead : lead + 1] != " ":
        yield Stretch(one[:lead], other[:lead])
        one, other = one[lead:], other[lead:]
    for text, empty, ends in ((one, other, (BOUNDARY, other)), (other, one, (one, BOUNDARY))):
        if text[:1] == BOUNDARY and text.strip() and not empty.strip():
            yield Stretch(*ends)
            one, other = one.removeprefix(ends[0]), other.removeprefix(ends[1])
    signs_a = _SIGNS.match(one)
    signs_b = signs_a and _SIGNS.match(other)
    if signs_a and signs_b and (signs_a[0] == one.rstrip(" ")) != (signs_b[0] == other.rstrip(" ")):
        yield Stretch(signs_a[0], signs_b[0])
        one, other = one[signs_a.end() :], other[signs_b.end() :]
    yield Stretch(one, other, True, apart=apart)


def gathered(cuts: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours put together: equal with equal, and reworded with reworded."""
    result: list[Stretch] = []
    was_equal = was_reworded = False
    for piece in cuts:
        a, b, reworded, _, apart = piece
        if not a and not b:
            continue
        equal = a == b and not reworded
        if (was_equal and equal) or (was_reworded and reworded and not apart):
            result[-1] = Stretch(result[-1].a + a, result[-1].b + b, reworded)
        else:
            result.append(piece)
        was_equal, was_reworded = equal, reworded
    return result
