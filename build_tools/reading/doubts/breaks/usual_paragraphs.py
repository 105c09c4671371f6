"""How long the paragraphs of a letter are, which tells where one may end that is not seen to."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from build_tools.dutch.sentences import sentences
from build_tools.model import Block, Kind
from build_tools.reading.doubts.text import NO_PARAGRAPH

USUAL, WEIGHED = 0.33, 8
"""The part of the paragraphs that end with a sentence, of those that reach it: of 2,400 in real letters .29 to .46,
whichever sentence it is. And the number of paragraphs that weigh as much as this where a letter tells its own."""

HALVES, STEEP = 2.5, 6
"""How the lengths of both parts tell: paragraphs are neither very short nor very long, so what a break would part is
likelier two the longer its shorter part is. The odds are worth `HALVES` * a * b / (a + b) / the usual length to the
power `STEEP`, as counted at 8,400 places between sentences: two parts of half the usual length are hardly ever two
paragraphs, and two of the usual one nearly always. This tells far more than first words do."""

LEAST_WORTH, MOST_WORTH = 0.3, 8.0
"""What the lengths are worth at the least and at the most, as a letter can have short and long paragraphs."""

STRAY = 2
"""Characters by which the place of a line in its paragraph can be less than it is in the text."""


@dataclass(frozen=True)
class UsualParagraphs:
    """The paragraphs of a letter, by their characters and sentences; a short one is a salutation or a label."""

    blocks: Sequence[Block]

    @cached_property
    def _ends(self) -> dict[int, list[int]]:
        """By paragraph the places in it at which its sentences end."""
        own = (block for block in self.blocks if block.kind is Kind.PARAGRAPH and len(block.text) > NO_PARAGRAPH)
        return {id(block): [end for _, end in sentences(block.text)] for block in own}

    @cached_property
    def _with_sentences(self) -> Counter[int]:
        """How many paragraphs have so many sentences."""
        return Counter(map(len, self._ends.values()))

    @cached_property
    def _usual_length(self) -> float:
        lengths = [len(block.text) for block in self.blocks if id(block) in self._ends]
        return sum(lengths) / len(lengths) if lengths else NO_PARAGRAPH

    def part_ending(self, block: Block, before: int) -> float:
        """The part of the other paragraphs that end with as many sentences as one has in so many characters, of those
        that have as many."""
        ends = self._ends.get(id(block), [])
        sentences_before = max(bisect_right(ends, before + STRAY), 1)
        among = self._with_sentences.copy()
        among[len(ends)] -= bool(ends)
        reach = sum(count for number, count in among.items() if number >= sentences_before)
        return (among[sentences_before] + USUAL * WEIGHED) / (reach + WEIGHED)

    def worth_of_lengths(self, before: int, after: int) -> float:
        """What the characters of two texts are worth to the odds that they are two paragraphs and not one."""
        halves = HALVES * before * after / max(before + after, 1) / self._usual_length
        return min(max(halves**STEEP, LEAST_WORTH), MOST_WORTH)
