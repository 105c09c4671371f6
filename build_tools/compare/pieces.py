"""One row, word by word: what is equal and what changed.

After `cut`: the `a` sides of the pieces, one after another, are exactly the one text, the `b` sides the other;
equal pieces are equal to the letter, and no changed piece cuts a word.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.compare.word_diff import Run, word_diff
from build_tools.dutch.tokens import BOUNDARY, Token, is_word, tokenise

SENTENCE_ENDS = (".", "?", "!", "…", BOUNDARY)
PAUSES = (",", ";", ":")
CLOSING = ('"', ")", "]")
"""Keys of signs behind which a sentence ends, a clause ends, and of those that can stand behind these."""

ISLAND = 2
"""So many words that stayed between longer rewordings are read as part of these."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of both texts. `reworded` says that words differ, not only the print of the same words."""

    a: str
    b: str
    reworded: bool = False

    @property
    def equal(self) -> bool:
        """Whether both sides are the same, and no part of a rewording."""
        return self.a == self.b and not self.reworded


def cut(text_a: str, text_b: str) -> list[Stretch]:
    """The stretches of two texts in order; neighbouring equal ones are one."""
    a, b = tokenise(text_a), tokenise(text_b)
    runs = word_diff([token.key for token in a], [token.key for token in b])
    runs = [_slid(run, around, a, b) for run, around in _with_room(_without_islands(runs, a, b))]
    return gathered(_stretches(_closed(runs, len(a), len(b)), a, b))


def _without_islands(runs: Sequence[Run], a: Sequence[Token], b: Sequence[Token]) -> list[Run]:
    """A word or two that stayed by chance between two rewordings would only confuse."""
    result: list[Run] = []
    for index, run in enumerate(runs):
        if (
            len(result) > 1
            and not run.equal
            and _is_island(a[runs[index - 1].a0 : runs[index - 1].a1])
            and min(_changed_words(result[-2], a, b), _changed_words(run, a, b)) > ISLAND
        ):
            start = result[-2]
            result[-2:] = [Run(False, start.a0, run.a1, start.b0, run.b1)]
        else:
            result.append(run)
    return result


def _is_island(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= ISLAND and all(map(is_word, tokens))


def _changed_words(run: Run, a: Sequence[Token], b: Sequence[Token]) -> int:
    return max(sum(map(is_word, a[run.a0 : run.a1])), sum(map(is_word, b[run.b0 : run.b1])))


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


def _stretches(runs: Iterator[Run], a: Sequence[Token], b: Sequence[Token]) -> Iterator[Stretch]:
    """The runs as text. Where words were put in or taken out, the space beside them comes or goes with them."""
    after_change = False
    for run in runs:
        if not run.equal:
            yield from _reworded(_text(a[run.a0 : run.a1]), _text(b[run.b0 : run.b1]))
        elif a[run.a0 : run.a1] == b[run.b0 : run.b1]:
            text = _text(a[run.a0 : run.a1])
            yield Stretch(text, text)
        else:
            pairs = zip(a[run.a0 : run.a1], b[run.b0 : run.b1], strict=True)
            for index, (one, other) in enumerate(pairs):
                beside = after_change and index == 0 and one.lead != other.lead
                yield Stretch(one.lead, other.lead, beside)
                yield Stretch(one.text, other.text)
        after_change = not run.equal


def _reworded(one: str, other: str) -> Iterator[Stretch]:
    """A change without the white space that both sides begin with."""
    lead = len(one) - len(one.lstrip(" "))
    if one and other and lead and other[:lead] == one[:lead] and other[lead : lead + 1] != " ":
        yield Stretch(one[:lead], other[:lead])
        one, other = one[lead:], other[lead:]
    yield Stretch(one, other, True)


def _text(tokens: Sequence[Token]) -> str:
    return "".join(token.lead + token.text for token in tokens)


def gathered(cuts: Iterable[Stretch]) -> list[Stretch]:
    """Neighbours put together: equal with equal, and reworded with reworded."""
    result: list[Stretch] = []
    for piece in cuts:
        if not piece.a and not piece.b:
            continue
        last = result[-1] if result else None
        if last and ((last.equal and piece.equal) or (last.reworded and piece.reworded)):
            result[-1] = Stretch(last.a + piece.a, last.b + piece.b, piece.reworded)
        else:
            result.append(piece)
    return result
