"""Versions among many letters: families, contained letters, decoys, and what an editor states."""

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import block, letter, with_versions

from build_tools.compare.words.word_diff import word_diff
from build_tools.model import Fact, FactKey, Letter
from build_tools.versions.covering import coverage
from build_tools.versions.family import families_of
from build_tools.versions.finding import find
from build_tools.versions.index import coded, codes_of, near, winnowed
from build_tools.versions.pairs import SMALL, pairs_shown
from build_tools.versions.replacing import replacing

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
    assert winnowed(coded(own)) == {609952114169334313, 670882294661812662, 1044904952808468149}


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


MOULD = (
    "Hierbij bericht ik u dat de vragen van het lid {0} over {1}, ingezonden op {2}, niet binnen de gebruikelijke "
    "termijn kunnen worden beantwoord omdat het overleg met {3} nog gaande is. Ik streef ernaar uw Kamer de antwoorden "
    "{4} te doen toekomen. Over de gevolgen van {1} voor gemeenten en provincies spreek ik nog met de bestuurders, "
    "zoals bij eerdere gelegenheden is toegezegd. Ik vertrouw erop u hiermee voldoende te hebben geïnformeerd."
)


def moulded(count: int, seed: int) -> dict[str, str]:
    """Letters of one mould: each fills in each place by itself, out of a few dozen."""
    dice = random.Random(seed)
    return {
        f"vorm-{n:03}": MOULD.format(
            *(f"{place}{dice.randrange(40)} vul{place}{dice.randrange(40)}" for place in "abcde")
        )
        for n in range(count)
    }


@given(st.integers(), st.integers(8, 60))
@settings(max_examples=20)
def test_letters_of_one_mould_are_never_versions(seed: int, count: int) -> None:
    found = find({id_: codes_of(text) for id_, text in moulded(count, seed).items()})
    assert found.families == ()
    assert found.related == ()


def test_two_versions_of_one_letter_are_found_among_letters_of_its_mould() -> None:
    letters = moulded(60, 1)
    again = letters["vorm-007"].replace("bij eerdere gelegenheden", "bij een eerdere gelegenheid")
    assert found(letters | {"opnieuw": again}) == [("opnieuw", "vorm-007")]


def test_letters_that_agree_by_chance_at_all_places_but_one_are_no_versions() -> None:
    dice, places = random.Random(6), range(4)
    mould = [" ".join(f"vorm{part}woord{n}" for n in range(60)) for part in (*places, 4)]
    letters = {
        f"brief-{n:03}": " ".join(f"{mould[part]} zaak{part}soort{dice.randrange(6)}" for part in places) + mould[4]
        for n in range(120)
    }
    assert found(letters) == []


def test_two_letters_of_a_mould_are_told_apart_by_their_numbers() -> None:
    mould = (
        text(7, 80)
        + " de vragen van het lid {} over {} met kenmerk {} "
        + text(8, 80)
        + " op {} aan {} te {} "
        + text(14, 80)
    )
    one, other = (mould.format("Bakker", "de wolf", "2024Z10123", "12", "juni", "Assen"),
                  mould.format("Vos", "het water", "2025Z00456", "3", "mei", "Goes"))  # fmt: skip
    assert found({"a": one, "b": other}) == []
    assert found({"a": one, "b": one.replace("2024Z10123", "2025Z00456").replace(" 12 ", " 3 ")}) == [("a", "b")]


def test_letters_of_several_years_have_hardly_a_number_in_common() -> None:
    mould = f"{text(7, 60)} over {{}} zijn {{}} keer {text(8, 60)} van {{}} en {{}} in {{}} {text(14, 60)} 7"
    one, other = mould.format(2023, 412, 31, 88, 6), mould.format(2024, 388, 44, 97, 5)
    assert found({"a": one, "b": other}) == []
    assert found({"a": one, "b": one.replace("412", "413").replace(" 88 ", " 87 ")}) == [("a", "b")]


def test_the_next_letter_of_a_series_names_another_year_at_each_place() -> None:
    mould = f"{text(7, 60)} in {{}} {text(8, 60)} in {{}} kwamen {{}} van {text(14, 60)} en {{}} of {{}} keer 7"
    one, other = mould.format(2023, 2023, 412, 31, 6), mould.format(2024, 2024, 388, 44, 6)
    assert found({"a": one, "b": other}) == []
    assert found({"a": one, "b": one.replace("2023", "2024")}) == [("a", "b")]


def test_letters_that_differ_in_what_is_filled_in_are_of_one_mould() -> None:
    mould = f"{text(7, 40)} op {{}} juni 2026 over {{}} in {text(8, 40)} te {{}} {text(14, 40)}"
    one, other = mould.format(3, "het vervoer", "Goes"), mould.format(12, "zonnevelden", "Sneek")
    assert found({"a": one, "b": other}) == []
    assert found({"a": one, "b": other.replace(" te ", " of te ")}) == [("a", "b")]


def test_the_open_places_of_the_first_sentence_count() -> None:
    mould = f"bij brief van {{}} vroeg {{}} mij om {text(7, 90)}"
    one, other = mould.format("12 mei 2023", "het lid Bos"), mould.format("3 juni 2024", "de leden Vos en Kuiper")
    assert found({"a": one, "b": other}) == []
    assert found({"a": one, "b": one.replace("mei", "juni")}) == [("a", "b")]


def test_versions_that_a_number_alone_counts_are_versions() -> None:
    family = {f"v{n:02}": f"{text(9)} Versie {n}" for n in range(30)}
    assert found(family) == list(combinations(sorted(family), 2))


def test_short_answers_that_quote_the_questions_are_no_version_of_them() -> None:
    questions = [" ".join(f"vraag{n}woord{m}" for m in range(30)) for n in range(8)]
    answers = [
        f"{question} {' '.join(f'antwoord{n}woord{m}' for m in range(9))}" for n, question in enumerate(questions)
    ]
    assert found({"vragen": " ".join(questions), "antwoorden": " ".join(answers)}) == []


def test_two_versions_of_one_letter_are_found_in_a_long_mould() -> None:
    dice = random.Random(10)
    mould = text(11, 120) + " {} " + text(12, 120) + " {} " + text(13, 120) + " {} aldus"
    letters = {
        f"brief-{n:03}": mould.format(*(f"nummer{dice.randrange(10**6)} zaak{dice.randrange(10**6)}" for _ in "abc"))
        for n in range(60)
    }
    again = letters["brief-031"].replace("woord1", "anders1", 1)
    assert found(letters | {"opnieuw": again}) == [("brief-031", "opnieuw")]


def test_families_of_a_few_sentences_are_found_whole() -> None:
    """Of so few words it can be chance that versions far apart look like letters of one mould: of some hundreds of such
    families one falls in two (that of seed 86821663 does)."""
    assert sum(is_found_whole(seed) for seed in range(40)) >= 39


def is_found_whole(seed: int) -> bool:
    """Whether thirty versions of a short text, each made from the one before it, are all found to be of one family."""
    dice = random.Random(seed)
    family = in_turn(" ".join(f"woord{dice.randrange(9000)}" for _ in range(110)), 30, seed, 0.03)
    return len(found({f"v{n:02}": text for n, text in enumerate(family)})) == 435


def in_turn(original: str, count: int, seed: int, part: float) -> list[str]:
    """Versions of which each changes the one before it."""
    versions = [original]
    for n in range(count - 1):
        versions.append(edited(versions[-1], seed + n, part))
    return versions


@given(st.permutations(range(30)), st.sampled_from([0.01, 0.03]))
@settings(max_examples=10)
def test_a_family_is_found_whole_whatever_the_files_are_called(names: Sequence[int], part: float) -> None:
    family = {f"brief-{name:02}": text for name, text in zip(names, in_turn(text(1), 30, 2, part), strict=True)}
    found = find({id_: codes_of(text) for id_, text in (family | moulded(30, 3)).items()})
    assert found.families == (tuple(sorted(family)),)


@given(st.permutations([*moulded(12, 4).items(), *((f"v{n}", edited(text(5), n, 0.05)) for n in range(6))]))
@settings(max_examples=20)
def test_the_order_of_files_does_not_matter(letters: Sequence[tuple[str, str]]) -> None:
    codes = {id_: codes_of(text) for id_, text in letters}
    assert find(codes) == find(dict(sorted(codes.items())))


def test_answers_that_quote_the_questions_are_no_version_of_them() -> None:
    questions = [f"Is {n} het geval? " + " ".join(f"vraag{n}woord{m}" for m in range(30)) for n in range(8)]
    answers = [
        f"{question} {' '.join(f'antwoord{n}woord{m}' for m in range(60))}" for n, question in enumerate(questions)
    ]
    assert found({"vragen": " ".join(questions), "antwoorden": " ".join(answers)}) == []


def test_letters_of_several_years_with_the_same_paragraphs_are_no_versions() -> None:
    same = [" ".join(f"vast{n}woord{m}" for m in range(60)) for n in range(5)]
    own = {year: [" ".join(f"jaar{year}deel{n}woord{m}" for m in range(40)) for n in range(5)] for year in range(5)}
    years = {str(year): " ".join(f"{a} {b}" for a, b in zip(same, parts, strict=True)) for year, parts in own.items()}
    assert found(years) == []


def test_a_publication_with_two_letters_belongs_to_the_one_it_has_most_of() -> None:
    letters = {"kort": text(1, 200), "lang": text(2, 400)}
    assert found(letters | {"alles": f"{text(1, 200)} {text(3, 50)} {text(2, 400)}"}) == [("alles", "lang")]


def test_half_rewritten_is_related() -> None:
    words = text(1, 300).split()
    half = [word if n % 20 < 12 else f"nieuw{n}" for n, word in enumerate(words)]
    assert found({"a": " ".join(words), "b": " ".join(half)}) == []
    assert related(" ".join(words), " ".join(half))


def test_a_short_letter_less_one_sentence_is_related() -> None:
    short = [f"woord{n}" for n in range(43)]
    assert related(" ".join(short), " ".join(short[:20] + short[29:]))


def test_what_an_editor_states_joins_and_what_is_related_is_told_both_ways() -> None:
    words = text(1, 300).split()
    half = " ".join(word if n % 20 < 12 else f"nieuw{n}" for n, word in enumerate(words))
    letters = [of_text("a", " ".join(words)), of_text("b", half)]
    assert [letter.related for letter in with_versions(letters, (), ())] == [("b",), ("a",)]
    assert [letter.related for letter in with_versions(letters, (), {("a", "b")})] == [(), ()]
    stated = with_versions(letters, {("a", "b")}, ())
    assert [(letter.versions, letter.related) for letter in stated] == [(("b",), ()), (("a",), ())]


def family(size: int) -> list[Letter]:
    ids = [f"v{n:03}" for n in range(size)]
    return [
        replace(of_text(id_, "x", f"20{n // 12:02}-{n % 12 + 1:02}-01"), versions=tuple({*ids} - {id_}))
        for n, id_ in enumerate(ids)
    ]


def test_the_number_of_comparisons_grows_with_the_number_of_versions() -> None:
    counts = [len(pairs_shown(family(size))) for size in (SMALL + 4, 2 * (SMALL + 4), 4 * (SMALL + 4))]
    assert counts[2] - counts[1] == 2 * (counts[1] - counts[0])


def test_a_comparison_that_was_published_keeps_its_page() -> None:
    grown = family(SMALL + 3)
    assert ("v003", "v007") not in [(one.id, other.id) for one, other in pairs_shown(grown)]
    kept = pairs_shown(grown, ["v003--v007", "v003--gone", "index"])
    assert ("v003", "v007") in [(one.id, other.id) for one, other in kept]


def test_a_family_is_called_by_its_oldest_version_that_no_comparison_can_be_called_by() -> None:
    ids = ["a--b", "zelf", "c", "d"]
    letters = [
        replace(of_text(id_, "x", f"2020-01-0{n + 1}"), versions=tuple({*ids} - {id_})) for n, id_ in enumerate(ids)
    ]
    (one,) = families_of(letters)
    assert [letter.id for letter in one.letters] == ids
    assert one.names == ("c", "d")


def paper(number: int, title: str) -> Letter:
    stated = {FactKey.DOSSIER: "36410-XV", FactKey.ONDERNUMMER: str(number), FactKey.TITLE: title}
    return letter(facts={key: Fact(value, 1) for key, value in stated.items()}, id_=f"kst-{number}")


@pytest.mark.parametrize(
    ("stated", "replaces"),
    [
        ("ter vervanging van die gedrukt onder nr. 25", True),
        ("TER VERVANGING VAN NR. 25", True),
        ("t.v.v. 36410-XV-25", True),
        ("ter vervanging van de motie van het lid Van den Berg, gedrukt onder nr. 25", True),
        ("ter vervanging van het amendement van het lid Bos (36 410 XV, nr. 25)", True),
        ("ter vervanging van die gedrukt onder nrs. 25 en 26", False),
        ("ter vervanging van die gedrukt onder nr. 25 en nr. 26", False),
        ("ter vervanging van de boiler in woning nr. 25", False),
        ("over de vervanging van 25 bruggen, nr. 25", False),
        ("over subsidie ter vervanging van asbestdaken (Kamerstuk 36 410 XV, nr. 25)", False),
        ("ter vervanging van die gedrukt onder nr. 250", False),
    ],
)
def test_a_paper_that_says_it_replaces_another_is_its_version(stated: str, replaces: bool) -> None:
    papers = [paper(31, f"Gewijzigde motie {stated}"), paper(25, "Motie van het lid Bos"), paper(26, "")]
    assert list(replacing(papers)) == [("kst-25", "kst-31")] * replaces


FORM = (
    "Naar aanleiding van het verzoek van uw commissie van {day} bericht ik u hierbij hoe het staat met het onderzoek "
    "naar de kosten van de haven te {town}. Het onderzoek wordt gedaan door een bureau dat daarin ervaring heeft en is "
    "naar verwachting voor de zomer klaar. Zodra de uitkomsten er zijn zal ik u daarover berichten en zal ik daarbij "
    "ook ingaan op de vragen die de commissie mij heeft gesteld."
)
FILLED = (("19 mei 2022", "Delfzijl"), ("16 januari 2022", "Zutphen"), ("3 april 2024", "Harlingen"))


def test_letters_of_one_form_are_told_apart_by_a_third() -> None:
    texts = [FORM.format(day=day, town=town) for day, town in FILLED]
    found = find({f"brief-{n}": codes_of(own) for n, own in enumerate(texts)})
    assert found.families == ()


def test_three_versions_that_bring_a_date_and_an_amount_up_to_date_are_a_family() -> None:
    original = text(4, 200)
    texts = [f"Op {n + 2} mei is het {40 + n} miljoen. {original}" for n in range(3)]
    found = find({f"brief-{n}": codes_of(own) for n, own in enumerate(texts)})
    assert found.families == (("brief-0", "brief-1", "brief-2"),)
