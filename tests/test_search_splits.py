"""Words as a vocabulary splits them, with what was split by another one, are split as without."""

import random
from pathlib import Path

import pytest

from build_tools.cache.remembering import Memory
from build_tools.cache.store import opened
from build_tools.site.search.splits import remember_words, splits
from build_tools.site.search.words import Parts

STEMS = ("arbeid", "markt", "beleid", "taal", "toets", "gemeente", "raad", "burger", "schap", "woord", "lijk", "kinder")
ENDS = ("", "en", "s", "e", "ing", "heid")
MADE = [f"{one}{by}{other}{end}" for one in STEMS for other in ("", *STEMS) for by in ("", "s") for end in ENDS]


def split_with(
    place: Path, name: str, vocabulary: list[str], asked: list[str]
) -> tuple[dict[str, tuple[str, ...]], int]:
    """The words that fall apart by a vocabulary, with a store; and of how many it was known."""
    with opened(place / "store.sqlite") as store, splits(Memory(store), name) as (found, by):
        known, before = Parts(vocabulary, split=found, by=by), dict(found.before)
        apart = dict(known.of_all(asked))
        remember_words(Memory(store), known.words(name))
        return apart, sum(before.get(word) is split for word, split in found.now.items())


@pytest.mark.parametrize("seed", range(3))
def test_words_fall_apart_as_without_what_was_split_before(seed: int, tmp_path: Path) -> None:
    chosen = random.Random(seed)
    vocabulary, kept = set(chosen.sample(MADE, 200)), 0
    for step in range(8):
        of_before = split_with(tmp_path, f"{step}", sorted(vocabulary), MADE)
        assert of_before[0] == dict(Parts(sorted(vocabulary)).of_all(MADE))
        kept += of_before[1]
        vocabulary ^= set(chosen.sample(MADE, chosen.choice((1, 1, 2, 150))))
    assert kept


def test_a_vocabulary_with_one_word_more_splits_few_again(tmp_path: Path) -> None:
    few = ["arbeid", "markt", "taal", "toets", "taaltoets", "arbeidsmarkt", "marktkader"]
    split_with(tmp_path, "few", few, few)
    apart, kept = split_with(tmp_path, "more", [*few, "kader"], [*few, "kader"])
    assert apart["marktkader"] == ("markt", "kader") and kept == len(few) - 1


def test_a_vocabulary_that_returns_is_known_whole(tmp_path: Path) -> None:
    for name, words in (("a", ["taal", "toets", "taaltoets"]), ("b", ["taal", "taaltoets"])):
        split_with(tmp_path, name, words, words)
    assert split_with(tmp_path, "a", ["taal", "toets", "taaltoets"], ["taaltoets"]) == (
        {"taaltoets": ("taal", "toets")},
        1,
    )
