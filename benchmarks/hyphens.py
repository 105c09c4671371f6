"""Hyphens at line ends, `hyphens.yml`: how many each kind of evidence gets right alone, and all but it: `make bench`.

The letters of `seeds/` stand for the other letters of a folder; a letter's own words are left out, as they tell most.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from build_tools.folders import PROJECT
from build_tools.reading.blocks.joining.broken_words import (
    RULES,
    Joint,
    Rule,
    Vocabulary,
    adjective,
    capital_or_digit,
    chain,
    compound_of_listed,
    habit_of_letter,
    habit_of_listed,
    hyphen_elsewhere,
    initialism,
    joined_elsewhere,
    line_end_hyphen,
    listed,
    name_before_word,
    prefix,
    short_word_elsewhere,
    too_short_to_break,
    vowels_clash,
)
from build_tools.reading.blocks.joining.dehyphenation import words_of
from build_tools.reading.lines import draft
from build_tools.sources.readers import read

KINDS: dict[str, tuple[Rule, ...]] = {
    "nothing: all join": (),
    "capitals, digits": (capital_or_digit,),
    "other letters": (joined_elsewhere, hyphen_elsewhere, short_word_elsewhere),
    "word list": (listed,),
    "compounds of the list": (compound_of_listed,),
    "habits of the list": (habit_of_listed,),
    "initialisms": (initialism,),
    "prefixes, vowels": (prefix, vowels_clash),
    "shapes of words": (adjective, chain, too_short_to_break, name_before_word),
}
LEAST_KEPT, LEAST_JOINED = 0.88, 0.99


def main() -> int:
    """Print the table; fail below the bars."""
    stated = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    ends = {kind: [word.strip() for line in lines for word in line.split(",")] for kind, lines in stated.items()}
    words = seeds_words()
    print(f"of {len(ends['real'])} real hyphens kept, of {len(ends['broken'])} broken words joined:")
    for name, rules in KINDS.items():
        rest = [rule for rule in RULES if rule not in rules]
        print(f"  {name:24} alone {shown(right(ends, rules, words)):14} all but it {shown(right(ends, rest, words))}")
    kept, joined = right(ends, RULES, words)
    print(f"  {'all':24} {shown((kept, joined))} (bars {LEAST_KEPT:.0%}, {LEAST_JOINED:.0%})")
    return int(kept < LEAST_KEPT or joined < LEAST_JOINED)


def right(ends: dict[str, list[str]], rules: Sequence[Rule], words: Vocabulary) -> tuple[float, float]:
    """The part of the real hyphens that stay, and of the broken words that are joined."""
    kept = [joint_of(word, rules, words) is Joint.CLOSE for word in ends["real"]]
    joined = [joint_of(word, rules, words) is Joint.WORD for word in ends["broken"]]
    return sum(kept) / len(kept), sum(joined) / len(joined)


def joint_of(word: str, rules: Sequence[Rule], words: Vocabulary) -> Joint:
    before, _, after = word.partition("|")
    at = line_end_hyphen(before.rstrip("-") + "-", after)
    return next(joint for rule in (*rules, habit_of_letter) if (joint := rule(at, words)))


def shown(parts: tuple[float, float]) -> str:
    return "  ".join(f"{part:.1%}" for part in parts)


def seeds_words() -> Vocabulary:
    """The words of our own letters, which break words at line ends."""
    found = [words_of(draft(read(path)).lines) for path in sorted((PROJECT / "seeds").glob("*.txt"))]
    plain = frozenset().union(*(own.plain for own in found))
    return Vocabulary(plain, frozenset().union(*(own.hyphenated for own in found)), breaks_words=True, spaced=False)


if __name__ == "__main__":
    sys.exit(main())
