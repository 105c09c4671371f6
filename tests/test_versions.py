"""Versions among many letters: families, contained letters, decoys, and what an editor states."""

import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from letters import block, letter

from build_tools.compare.word_diff import word_diff
from build_tools.model import Fact, Letter
from build_tools.versions.covering import coverage
from build_tools.versions.finding import find
from build_tools.versions.index import coded, codes_of, near, winnowed
from build_tools.versions.pairs import SMALL, pairs_shown, with_versions

STOCK = (
    "Geachte voorzitter, hierbij bied ik u mede namens de minister van Justitie de antwoorden aan op de vragen van de "
    "leden. Het kabinet hecht groot belang aan een samenleving waarin iedereen mee kan doen. Ik vertrouw erop u "
    "hiermee voldoende te hebben geïnformeerd en zal uw Kamer in het najaar opnieuw informeren over de voortgang."
)


def text(seed: int, count: int = 300) -> str:
    """A letter of its own with the stock phrases of all letters."""
    dice = random.Random(seed)
    words = " ".join(f"woord{dice.randrange(900)}" for _ in range(count))
    return f"{STOCK} {words} {STOCK}"


def edited(original: str, seed: int, part: float) -> str:
    dice = random.Random(seed)
    return " ".join(f"anders{dice.randrange(900)}" if dice.random() < part else w for w in original.split())


def found(texts: dict[str, str]) -> list[tuple[str, str]]:
    families = find({id_: codes_of(text) for id_, text in texts.items()}).families
    return sorted(pair for family in families for pair in combinations(family, 2))


def related(*texts: str) -> bool:
    return bool(find({str(n): codes_of(text) for n, text in enumerate(texts)}).related)


@pytest.mark.parametrize("part", [0.0, 0.01, 0.05, 0.10])
def test_an_edited_letter_is_a_version(part: float) -> None:
    assert found({"a": text(1), "b": edited(text(1), 2, part), "c": text(3)}) == [("a", "b")]


def test_a_letter_inside_a_longer_publication() -> None:
    assert found({"a": text(1), "b": f"{text(2, 3000)} {text(1)} {text(3, 3000)}"}) == [("a", "b")]


def test_letters_that_share_stock_phrases_are_no_versions() -> None:
    assert found({f"brief-{n}": text(n, 200) for n in range(40)}) == []


def test_short_letters_of_one_mould_are_no_versions() -> None:
    mould = "Hierbij bied ik u aan {} over {}, zoals toegezegd in het debat van {}. " + STOCK
    filled = [mould.format(*(f"{word}{n} zaak{n} punt{n} lid{n} dag{n}" for word in "xyz")) for n in range(5)]
    assert found({f"brief-{n}": filled[n] for n in range(5)}) == []


def test_a_family_of_dozens_is_found_whole() -> None:
    family = {f"versie-{n:02}": edited(text(1), n, 0.02) for n in range(40)}
    strangers = {f"brief-{n:02}": text(100 + n) for n in range(40)}
    assert found(family | strangers) == list(combinations(sorted(family), 2))


def test_hashes_are_the_same_everywhere() -> None:
    own = ["de", "kracht", "van", "alle", "mensen", "én", "\udc80"]
    assert winnowed(coded(own)) == {609952114169334313, 673029784752263606, 1044904954955951797}


def test_a_shared_run_of_eight_words_is_never_missed() -> None:
    shared = [f"gedeeld{n}" for n in range(8)]
    for seed in range(20):
        dice = random.Random(seed)
        one, other = ([f"{side}{dice.randrange(99)}" for _ in range(30)] for side in "ab")
        one[7:7], other[19:19] = shared, shared
        assert winnowed(coded(one)) & winnowed(coded(other))


def test_short_texts() -> None:
    assert coverage([], [1]) == 0
    assert near([]) == []
    assert find({}).families == ()
    short = " ".join(f"woord{n}" for n in range(39))
    assert found({"a": short, "b": short}) == []
    assert related(short, short)
    assert word_diff([], []) == []


def of_text(id_: str, content: str, day: str | None = None) -> Letter:
    facts = {"date": Fact(day, 1)} if day else {}
    return letter([block(1, content)], facts=facts, id_=id_)


def test_an_editor_states_and_denies_pairs() -> None:
    letters = [of_text("a", text(1)), of_text("b", text(1)), of_text("c", text(2))]
    linked = with_versions(letters, {("b", "c")}, {("a", "b")})
    assert [one.versions for one in linked] == [(), ("c",), ("b",)]
    assert [(one.id, other.id) for one, other in pairs_shown(linked)] == [("b", "c")]


def test_in_a_large_family_pages_follow_time() -> None:
    ids = [f"v{n:02}" for n in range(SMALL + 2)]
    days = [f"2022-01-{len(ids) - n:02}" for n in range(len(ids))]
    family = [
        replace(of_text(id_, "x", day), versions=tuple(other for other in ids if other != id_))
        for id_, day in zip(ids, days, strict=True)
    ]
    shown = [(one.id, other.id) for one, other in pairs_shown(family)]
    assert shown == sorted({*pairwise(ids), *((id_, ids[-1]) for id_ in ids[:-1])})


def test_in_a_small_family_every_pair_has_a_page() -> None:
    ids = [f"v{n}" for n in range(5)]
    family = [replace(of_text(id_, "x"), versions=tuple(set(ids) - {id_})) for id_ in ids]
    assert [(one.id, other.id) for one, other in pairs_shown(family)] == list(combinations(ids, 2))


def test_names_that_a_file_system_cannot_hold_get_no_page() -> None:
    one, other = "a" * 190, "b" * 190
    letters = with_versions([of_text(one, text(1)), of_text(other, text(1))], (), ())
    assert letters[0].versions == (other,)
    assert pairs_shown(letters) == []
