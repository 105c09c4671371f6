"""How much two letters share: of the shorter one what stands together in the longer one, and of each in the other.

Together: in one stretch of the longer letter of which most words are shared. So a letter is found in a publication
that contains it as a whole; questions that answers quote one by one are not. Letters that are alike for the most part
may differ in their numbers, or be questions and their short answers: these are different ones all the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from build_tools.compare.words.word_diff import Run as Stretch
from build_tools.compare.words.word_diff import word_diff
from build_tools.versions.index import NUMBER, Codes

CHECKED_RUN = 4
"""Words of a shared run: shorter than in the index, so that more of what was edited is covered."""

WHOLE, PIECES, ADDED = 0.95, 4, 0.15
"""What quotes a letter piece by piece has nearly all of it, is interrupted at so many places or more, where an editor
changes words as well as adding some, and has so large a part of its own words there."""

QUOTED = b"\1" * 8
"""Words that follow each other in a quotation; fewer may be alike by chance."""

EDGE = 20
"""Words before the first shared run, and behind the last, that belong to the letter: the opening of a sentence, `Bij
brief van 3 mei heeft het lid Bos`. What is longer may be the publication around a letter."""

MANY_NUMBERS, FEW_KEPT = 3, 0.25
"""So many numbers that went, beside which a quarter at most stayed, by chance: a date alone has two."""

HALF = 0.5
"""Where a look at the changes one by one must tell, the part of what stayed that must have gone."""

OPEN_PLACES = range(3, 13)
"""At so many places two letters of one mould differ. An editor who changes as many puts words in or takes them out at
one of them; one who changes figures alone often changes more."""

Run = tuple[int, ...]


def runs_of(codes: Codes) -> Iterator[Run]:
    """All runs of four words, in order."""
    return zip(*(codes[start:] for start in range(CHECKED_RUN)), strict=False)


def coverage(one: Codes, other: Codes) -> float:
    """The part of the words of the shorter one that stand together in the other."""
    short, long_ = sorted((one, other), key=len)
    return min(sum(covered(short, long_)), most_together(covered(long_, short))) / max(1, len(short))


def shared_both_ways(one: Codes, other: Codes, stock: Collection[Run]) -> float:
    """The part of the words of each that stand somewhere in the other, the lesser of the two; stock does not count."""
    return min(sum(covered(a, b, stock)) / max(1, len(a)) for a, b in ((one, other), (other, one)))


def covered(own: Codes, other: Codes, stock: Collection[Run] = frozenset()) -> bytearray:
    """For each word of the one whether it stands in a run of the other."""
    there = set(runs_of(other)).difference(stock)
    found = bytearray(len(own))
    for at, run in enumerate(runs_of(own)):
        if run in there:
            found[at : at + CHECKED_RUN] = b"\x01" * CHECKED_RUN
    return found


def most_together(found: Sequence[int]) -> int:
    """The covered words in the stretch that has most of them beyond the words that are not covered."""
    best = score = count = most = 0
    for word in found:
        score, count = score + (1 if word else -1), count + word
        if score <= 0:
            score = count = 0
        elif score > best:
            best, most = score, count
    return most


def quotes(one: Codes, other: Codes) -> bool:
    """Whether the longer one has the shorter one whole but in pieces, with words of its own after each: questions, and
    their answers, however short.
    """
    short, long_ = sorted((one, other), key=len)
    found = covered(long_, short)
    inside = found[found.find(QUOTED) : found.rfind(QUOTED)]
    own = [len(gap) for gap in inside.split(b"\1") if len(gap) >= CHECKED_RUN]
    many = len(own) >= PIECES and sum(own) >= ADDED * len(long_)
    in_pieces = 2 * max(map(len, found.split(b"\0"))) < len(short)
    return many and in_pieces and sum(covered(short, long_)) >= WHOLE * len(short)


def other_numbers(one: Codes, other: Codes) -> bool:
    """Whether letters that are alike have other numbers in each other's place, more than they have in common.

    Letters of one mould, and of several years, differ in their dates and numbers, and in as many names and other words,
    or have hardly a number in common; versions of one letter share most numbers, or an editor brought a few of them up
    to date. Of letters with few numbers half may be the same by chance: these are told apart where a number that comes
    back is another one everywhere, as the year is in the letter of the next one, or where there is nothing but other
    words in each other's place.
    """
    mine, theirs = _replaced(one, other), _replaced(other, one)
    if mine.most and theirs.most:
        return True
    if not all(side.gone and side.gone >= HALF * side.kept for side in (mine, theirs)):
        return False
    runs = word_diff(one, other)
    changed = [(one[run.a0 : run.a1], other[run.b0 : run.b1]) for run in runs if not run.equal]
    many = all(side.gone >= max(side.kept, MANY_NUMBERS) for side in (mine, theirs))
    if many and _comes_back_as_another(one, other, changed):
        return True
    return len(changed) in OPEN_PLACES and _filled_in(_open_places(runs, one, other))


class NumbersReplaced(NamedTuple):
    """How many numbers of a letter the other one has at no place, how many stayed, and how many other words went."""

    gone: int
    kept: int
    words: int

    @property
    def most(self) -> bool:
        """Whether hardly one stayed, or fewer than went, and as many other words went with these."""
        nearly_all = self.gone >= MANY_NUMBERS and self.kept <= FEW_KEPT * self.gone
        return nearly_all or (self.gone > max(1, self.kept) and self.gone <= self.words)


def _replaced(own: Codes, other: Codes) -> NumbersReplaced:
    found, there = covered(own, other), set(other)
    first, last = found.find(1), found.rfind(1) + 1
    inside = slice(0 if first <= EDGE else first, None if len(own) - last <= EDGE else last)
    kept = {word for word, stands in zip(own[inside], found[inside], strict=True) if stands}
    gone = set(own[inside]) - kept - there
    numbers, numbers_kept = (sum(word & NUMBER > 0 for word in found) for found in (gone, kept))
    return NumbersReplaced(numbers, numbers_kept, len(gone) - numbers)


def _comes_back_as_another(one: Codes, other: Codes, changed: Sequence[tuple[Codes, Codes]]) -> bool:
    """Whether a number that one letter has more than once is one and the same other number in the other."""
    instead: defaultdict[int, list[int]] = defaultdict(list)
    for mine, theirs in changed:
        if len(mine) == len(theirs):
            for word, new in zip(mine, theirs, strict=True):
                if word & new & NUMBER:
                    instead[word].append(new)
    return any(
        len(news) > 1 and len(set(news)) == 1 and word not in other and news[0] not in one
        for word, news in instead.items()
    )


def _open_places(runs: Sequence[Stretch], one: Codes, other: Codes) -> list[tuple[Codes, Codes]]:
    """What letters have at each place where they differ; one word that stays is within it: `opvang van zwerfkatten`."""
    places: list[tuple[int, int, int, int]] = []
    for run in runs:
        if run.equal:
            continue
        if places and run.a0 - places[-1][1] <= 1:
            places[-1] = places[-1][0], run.a1, places[-1][2], run.b1
        else:
            places.append((run.a0, run.a1, run.b0, run.b1))
    return [(one[a0:a1], other[b0:b1]) for a0, a1, b0, b1 in places]


def _filled_in(places: Sequence[tuple[Codes, Codes]]) -> bool:
    """Whether letters differ at some places only in what stands there: in names or subjects too, and in several words
    at once.
    """
    if not all(mine and theirs for mine, theirs in places):
        return False
    named = any(not any(word & NUMBER for word in (*mine, *theirs)) for mine, theirs in places)
    return named and any(max(len(mine), len(theirs)) > 1 for mine, theirs in places)
