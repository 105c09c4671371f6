"""Which passages of two documents share words in the same order: both texts as one stream of words each.

After `links`: the links never go back on either side, and no word speaks for two of them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.compare.heads import formal
from build_tools.compare.kinds import behind_label
from build_tools.compare.words.word_diff import Run, word_diff
from build_tools.dutch.sentences import sentence_at
from build_tools.dutch.tokens import passage_words, tokenise, words
from build_tools.model import Block, Kind, Passage

RUN = 3
"""So many words in a row speak for a link: two are often the same by chance (`van de`), and of four too few survive a
rewording."""

LEAST = 0.25
"""The part of the words of the shorter passage that must be shared."""

PARTLY = 0.5
"""The same, where one of the two has a better match elsewhere: a passage that was split or merged."""

OTHER_KIND = 0.6
"""The same, where a heading would belong with a paragraph."""

NOTE_WITH_TEXT = 0.9
"""The same, where a note would belong with the running text."""

HOME = 0.3
"""The part of their words that sentences or paragraphs share which refer to one note, reworded or not."""

RUNNING = (Kind.PARAGRAPH, Kind.ITEM)
"""Kinds that become each other: running text that is made a list."""

REMEMBERED = 256
"""So many passages have their words counted at hand: more than stand in most gaps."""

LOOSE = 2
"""Of a run that goes over the boundary of a passage, so many words at its begin or end may be there by chance."""

_BEGIN = "\n"
"""Before the first word of a passage, so that a passage is rather matched with another one than with a part of it."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A passage as its words; as its signs, where it has no word. `formal` names what it is as
    a part of the form of a letter."""

    passage: Passage
    words: tuple[str, ...]
    formal: str = ""


@dataclass(frozen=True, slots=True)
class PassageLink:
    """Passage `i` of the one and `j` of the other document: how many words they share in runs, and which part that is
    of the shorter one. `over` says that a run goes on beyond a boundary that only one of both has.
    """

    i: int
    j: int
    shared: int
    ratio: float
    over: bool = False


def profiles(own: Sequence[Passage], other: Sequence[Passage]) -> list[Profile]:
    """The passages of one document in order."""
    by_form = formal(own, other)
    return [
        Profile(passage, _said(passage) or _signs(passage.text), by_form.get(passage.anchor, "")) for passage in own
    ]


def _said(passage: Passage) -> tuple[str, ...]:
    """The words of a passage; of a heading those behind its label, where there are such: `Bijlage 1` says only which
    annex it is, and another one may be the first today.
    """
    title = behind_label(passage.text) if passage.kind is Kind.HEADING else ""
    return passage_words(title) or passage_words(passage.text)


def _signs(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenise(text))


def links(a: Sequence[Profile], b: Sequence[Profile]) -> list[PassageLink]:
    """The pairs that belong together, in order."""
    found = [link for link in _shared(a, b) if link.over or link.ratio >= _least(a[link.i], b[link.j])]
    found = [link for link in found if not parted_notes(a[link.i], b[link.j])]
    best_i, best_j = _most(found, "i"), _most(found, "j")
    return [
        link for link in found if link.over or link.ratio >= PARTLY or link.shared == best_i[link.i] == best_j[link.j]
    ]


def _most(found: Iterable[PassageLink], side: str) -> dict[int, int]:
    most: Counter[int] = Counter()
    for link in found:
        at = getattr(link, side)
        most[at] = max(most[at], link.shared)
    return most


def _least(one: Profile, other: Profile) -> float:
    kinds = one.passage.kind, other.passage.kind
    if kinds[0] is kinds[1] or set(kinds) == set(RUNNING):
        return LEAST
    return NOTE_WITH_TEXT if Kind.NOTE in kinds else OTHER_KIND


def parted_notes(one: Profile, other: Profile) -> bool:
    """Whether two notes of different words belong to different places of the text: a note stands where it is referred
    to, and of two that say almost the same (`Brief van 3 mei`, `Brief van 4 mei`) one went and one came.
    """
    homes = [(own.passage.home, own.passage.n) for own in (one, other)]
    places = [_referring(home, n) for home, n in homes if home]
    if len(places) < len(homes) or one.words == other.words:
        return False
    return all(likeness(mine, theirs) < HOME for mine, theirs in zip(*places, strict=True))


def _referring(home: Block, note: int) -> tuple[Sequence[str], Sequence[str]]:
    """The words of the sentence that refers to a note, and of its paragraph."""
    at = next((ref.at for ref in home.notes if ref.n == note), 0)
    start, end = sentence_at(home.text, at)
    return words(home.text[start:end]), passage_words(home.text)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The part of their words that two lists share, in whatever order."""
    return 2 * shared_words(one, other) / max(1, len(one) + len(other))


def shared_words(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words they share, in whatever order."""
    mine, theirs = _counts(tuple(one)), _counts(tuple(other))
    return sum(min(mine[word], theirs[word]) for word in mine.keys() & theirs.keys())


@lru_cache(maxsize=REMEMBERED)
def _counts(own: tuple[str, ...]) -> Counter[str]:
    """How often each word stands in a passage, which is held against all others of its gap."""
    return Counter(own)


def _shared(a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[PassageLink]:
    """Passages with the words that they share in runs of some length, or that are all of both."""
    one, other = _places(a), _places(b)
    shared: Counter[tuple[int, int]] = Counter()
    over: set[tuple[int, int]] = set()
    for run in _runs(a, b):
        parts = list(_parts(run, one, other))
        for i, j, length in parts:
            if run.a1 - run.a0 >= RUN or length == len(a[i].words) == len(b[j].words):
                shared[i, j] += length
        sure = [part[:2] for part in parts if part[2] > LOOSE or part not in (parts[0], parts[-1])]
        over |= set(sure) if len(sure) > 1 else set()
    for (i, j), count in sorted(shared.items()):
        yield PassageLink(i, j, count, count / min(len(a[i].words), len(b[j].words)), (i, j) in over)


def _places(own: Sequence[Profile]) -> list[int]:
    """The passage of each word of the stream."""
    return [place for place, profile in enumerate(own) for _ in profile.words]


def _runs(a: Sequence[Profile], b: Sequence[Profile]) -> Iterator[Run]:
    """The equal runs of both streams; words that differ only in that they begin a passage belong to them."""
    one, other = _keys(a), _keys(b)
    a0, b0 = 0, 0
    for run in (*word_diff(one, other), Run(False, len(one), len(one), len(other), len(other))):
        as_many = run.a1 - run.a0 == run.b1 - run.b0 > 0
        if run.equal or (as_many and _bare(one[run.a0 : run.a1]) == _bare(other[run.b0 : run.b1])):
            continue
        if run.a0 > a0:
            yield Run(True, a0, run.a0, b0, run.b0)
        a0, b0 = run.a1, run.b1


def _bare(keys: Sequence[str]) -> list[str]:
    return [key.removeprefix(_BEGIN) for key in keys]


def _keys(own: Sequence[Profile]) -> list[str]:
    return [word if at else _BEGIN + word for profile in own for at, word in enumerate(profile.words)]


def _parts(run: Run, one: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """An equal run cut where a passage ends: the passages, and how many words."""
    if (one[run.a0], other[run.b0]) == (one[run.a1 - 1], other[run.b1 - 1]):
        yield one[run.a0], other[run.b0], run.a1 - run.a0
        return
    start = 0
    places = list(zip(one[run.a0 : run.a1], other[run.b0 : run.b1], strict=True))
    for at, (before, after) in enumerate(pairwise([*places, (-1, -1)]), start=1):
        if before != after:
            yield *before, at - start
            start = at
