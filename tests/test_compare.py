"""Letters compared: passages, moves, kinds, repeats, verdict, and the proof that both texts are there."""

import json
import random
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from case_files import cases
from each import each
from frozen import five_letters
from hypothesis import given, settings
from hypothesis import strategies as st
from letters import block, letter, note, reuse_among
from planted import Planted, as_letter, as_paper, pair, score

from build_tools.compare.comparing import CompareError, compare, prove
from build_tools.compare.model import Comparison, Side, rebuilt
from build_tools.compare.repeats import repeats, repeats_within
from build_tools.compare.telling.verdict import verdict_of
from build_tools.dutch.characters import visible
from build_tools.dutch.tokens import count_words
from build_tools.exports.comparison_json import comparison_json
from build_tools.model import Block, Fact, FactKey, FactValue, FurtherDossier, Kind, LeftOut, Letter, NoteRef, Reason
from build_tools.pages.comparison.proof import ViewError, prove_views, text_in
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.pages.comparison.views import column_view, running_view
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read
from build_tools.versions.reuse import STOCK

ONE = "Het kabinet gaat uit van de kracht van mensen en geeft hun ruimte voor eigen initiatief in de buurt."
TWO = "Gemeenten krijgen meer vrijheid om te bepalen hoe zij de inburgering van nieuwkomers willen inrichten."
THREE = "De minister stuurt de Kamer voor de zomer een brief over de voortgang van alle genoemde maatregelen."
FOUR = "Scholen besteden aandacht aan burgerschap, ook buiten de lessen en samen met ouders uit de wijk."


def plain(id_: str, *texts: str) -> Letter:
    return letter([block(n, text) for n, text in enumerate(texts, start=1)], id_=id_)


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(change.kind.value, change.before, change.after) for change in comparison.changes]


def compared(a: Letter, b: Letter) -> Comparison:
    """A comparison of which both views are proven as well."""
    comparison = compare(a, b)
    prove_views(comparison, running_view(comparison), column_view(comparison))
    return comparison


def test_the_same_letter() -> None:
    same = compared(plain("a", ONE, TWO), plain("b", ONE, TWO))
    assert same.changes == ()
    assert verdict_of(same).text == "Geen woord gewijzigd. De 34 woorden zijn gelijk; ook de leestekens zijn gelijk."


def test_items_that_change_places_and_numbers_are_one_move_and_renumbered() -> None:
    def items(id_: str, *texts: str) -> Letter:
        numbered = (f"{n}. {text}" for n, text in enumerate(texts, start=1))
        return letter([block(n, text, Kind.ITEM) for n, text in enumerate(numbered, start=1)], id_=id_)

    exchanged = compared(items("a", ONE, TWO, THREE, FOUR), items("b", ONE, THREE, TWO, FOUR))
    assert [kind for kind, _, _ in told(exchanged)] == ["verplaatst", "nummer"]
    assert told(exchanged)[1] in {("nummer", "2, 3", "3, 2"), ("nummer", "3, 2", "2, 3")}
    assert compared(items("a", ONE, TWO, THREE, FOUR), items("b", FOUR, THREE, TWO, ONE)).changes


@pytest.mark.parametrize(
    ("a", "b", "changes"),
    [
        ([ONE, TWO, THREE], [ONE, THREE], [("vervallen", TWO, "")]),
        ([ONE, THREE], [ONE, TWO, THREE], [("toegevoegd", "", TWO)]),
        ([ONE, TWO, THREE, FOUR], [TWO, THREE, FOUR, ONE], [("verplaatst", ONE, ONE)]),
        ([f"{ONE} {TWO}", THREE], [ONE, TWO, THREE], [("opmaak", " ", "\n")]),
        ([ONE, TWO, THREE], [f"{ONE} {TWO}", THREE], [("opmaak", "\n", " ")]),
        ([f"{ONE} {TWO}", THREE], [ONE, f"{TWO} {THREE}"], [("opmaak", " ", "\n"), ("opmaak", "\n", " ")]),
        ([f"{ONE} {TWO}", THREE], [TWO, f"{THREE} {ONE}"], [("verplaatst", ONE, ONE)]),
        ([ONE, "Tot slot.", TWO], [f"{ONE} Tot slot.", TWO], [("opmaak", "\n", " ")]),
        ([], [ONE], [("toegevoegd", "", ONE)]),
    ],
)
def test_passages(a: list[str], b: list[str], changes: list[tuple[str, str, str]]) -> None:
    assert told(compared(plain("a", *a), plain("b", *b))) == changes


def test_what_moved_shows_what_else_changed_in_it() -> None:
    moved = compared(plain("a", ONE, TWO, THREE, FOUR), plain("b", TWO, THREE, FOUR, ONE.replace("buurt", "wijk")))
    assert told(moved) == [("verplaatst", ONE, ONE.replace("buurt", "wijk")), ("woord", "buurt", "wijk")]
    html = running_view(moved)
    assert html.count('data-moved="1"') == 2
    assert html.count('id="w-1"') == html.count('id="w-1-oud"') == html.count('id="w-2"') == 1


def test_a_paragraph_that_was_reworded_on_its_way_moved() -> None:
    own = "Op last van de dijkgraaf is de sluis bij de haven sinds de vloed van maart dag en nacht dicht gebleven."
    new = "In opdracht van de dijkgraaf is elke sluis bij onze haven sinds die vloed in maart dag en nacht gesloten."
    (first, *rest) = told(compared(plain("a", own, TWO, THREE, FOUR), plain("b", TWO, THREE, FOUR, new)))
    assert first == ("verplaatst", own, new)
    assert {kind for kind, *_ in rest} == {"woord"}


def test_a_heading_that_a_paragraph_went_over_stays_one() -> None:
    kop = block(2, "Vervolg", Kind.HEADING)
    a = letter([block(1, ONE), kop, block(3, TWO), block(4, THREE)], id_="a")
    b = letter([block(1, ONE), block(2, TWO), replace(kop, n=3), block(4, THREE)], id_="b")
    assert [kind for kind, *_ in told(compared(a, b))] == ["verplaatst"]


def test_a_match_that_is_the_same_wins_over_one_that_has_it_all_and_more() -> None:
    item = "Het niet slagen voor het examen leidt tot intrekking van de tijdelijke vergunning."
    long = f"{ONE} Bovendien geldt: {item} {TWO}"
    a = letter([block(1, THREE), block(2, long), block(3, item, Kind.ITEM), block(4, FOUR)], id_="a")
    b = letter([block(1, THREE), block(2, item, Kind.ITEM), block(3, FOUR)], id_="b")
    assert told(compared(a, b)) == [("vervallen", long, "")]


def test_a_section_is_one_addition_with_its_notes() -> None:
    kop = block(2, "Bijlage: de cijfers", Kind.HEADING, 2, part=1)
    b = letter([block(1, ONE), kop, block(3, TWO, part=1, notes=(NoteRef(1, 5),))], [note(1, THREE, by=3)], id_="b")
    found = compared(plain("a", ONE), b)
    assert [change[0] for change in told(found)] == ["toegevoegd"]
    assert verdict_of(found).text.endswith("Alleen in B: de bijlage «Bijlage: de cijfers» (35 woorden).")


def test_notes_go_with_notes() -> None:
    a = letter([block(1, ONE, notes=(NoteRef(1, 11),))], [note(1, TWO)], id_="a")
    b = letter([block(1, ONE, notes=(NoteRef(1, 3),))], [note(1, TWO.replace("meer", "minder"))], id_="b")
    found = compared(a, b)
    assert [(change.before, change.after, change.a, change.b) for change in found.changes] == [
        ("meer", "minder", "fn:1", "fn:1")
    ]
    assert '<sup class="bijwerk"><a href="../../brieven/b/#fn:1">1</a></sup>' in running_view(found)


def test_letterheads_are_compared_apart() -> None:
    head = [LeftOut(1, "Den Haag, 5 mei 2022", Reason.HEAD), LeftOut(2, "Ons kenmerk 7", Reason.HEAD)]
    facts = {"date": Fact("2022-05-05", 1), "place": Fact("Den Haag", 1)}
    b = letter([block(1, ONE)], facts=facts, left_out=head, id_="b")
    found = compared(plain("a", ONE), b)
    assert [(line.states, line.line) for line in found.head] == [("plaats en datum", 1), ("briefhoofd", 2)]
    same = letter(
        [block(1, ONE)], facts=facts, left_out=[LeftOut(1, "Datum 5 mei 2022, Den Haag", Reason.HEAD)], id_="a"
    )
    assert [line.text for line in compared(same, b).head] == ["Ons kenmerk 7"]


def test_what_both_letterheads_state_of_a_paper_is_in_neither_alone() -> None:
    def answered(id_: str, asked: str, further: str) -> Letter:
        stated: dict[FactKey, tuple[FactValue, str]] = {
            FactKey.ASKED: (asked, f"ingezonden {asked}"),
            FactKey.SERIES: ("Aanhangsel Handelingen II", f"Aanhangsel {id_}"),
            FactKey.ALSO_IN: ((FurtherDossier(further, "Havens"),), f"{further} Havens {id_}"),
        }
        facts = {key: Fact(value, at) for at, (key, (value, _)) in enumerate(stated.items(), start=1)}
        lines = [LeftOut(at, text, Reason.MASTHEAD) for at, (_, text) in enumerate(stated.values(), start=1)]
        return letter([block(1, ONE)], facts=facts, left_out=lines, id_=id_)

    found = compare(answered("a", "2023-05-01", "31409"), answered("b", "2023-05-02", "31409"))
    assert [(line.side, line.states) for line in found.head] == [
        (Side.A, "datum van de vragen"), (Side.B, "datum van de vragen"),
    ]  # fmt: skip
    other = compare(answered("a", "2023-05-01", "31409"), answered("b", "2023-05-01", "29383"))
    assert [line.states for line in other.head] == ["verdere dossiers", "verdere dossiers"]


def test_what_stands_in_one_letter_only_is_listed_with_one_en() -> None:
    head = [LeftOut(1, "Aan de Voorzitter", Reason.HEAD), LeftOut(2, "32 824 Integratiebeleid", Reason.MASTHEAD)]
    addressed = {FactKey.ADDRESSEE: Fact("de Voorzitter", 1)}
    filed = addressed | {FactKey.DOSSIER: Fact("32824", 2), FactKey.TITLE: Fact("Integratiebeleid", 2)}
    annex = block(2, "Rechten en plichten", Kind.HEADING, part=1)
    in_head = compare(plain("a", ONE), letter([block(1, ONE)], facts=filed, left_out=head, id_="b"))
    assert verdict_of(in_head).text.endswith("Alleen in B: adressering, dossier en titel.")
    with_annex = compare(plain("a", ONE), letter([block(1, ONE), annex], facts=addressed, left_out=head[:1], id_="b"))
    told_last = "Alleen in B: adressering en de bijlage «Rechten en plichten» (3 woorden)."
    assert verdict_of(with_annex).text.endswith(told_last)


def test_the_older_one_may_be_the_second() -> None:
    a, b = (
        replace(plain(id_, ONE.replace("buurt", word)), facts={"date": Fact(day, 1)})
        for id_, word, day in (("a", "wijk", "2022-01-02"), ("b", "buurt", "2021-01-02"))
    )
    data = json.loads(comparison_json(ComparisonSheet(compared(a, b))))
    assert (data["a"]["older"], data["b"]["older"]) == (False, True)


CHANGES = cases("compare/changes.yml")


@pytest.mark.parametrize("case", CHANGES, ids=lambda case: case["name"])
def test_every_change_of_a_text(case: dict[str, Any], tmp_path: Path) -> None:
    found = compared(*(read_text(tmp_path, id_, case[id_]) for id_ in ("a", "b")))
    assert [[*change] for change in told(found)] == case["changes"]


WORDS = st.sampled_from(
    ("de", "een", "kabinet", "burger", "Kamer", "12", "-3", "€", "32.824", "“samen”", "–", "* *", ".", "zo’n", "wet-en")
)
MANY = ["de", "het", "een", "kabinet", "Kamer", "12", "32.824", "“samen”", "–", ",", ".", "zo’n", "wet-en", "x", "y"]
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=8)


@settings(max_examples=150)
@given(PARAGRAPHS, PARAGRAPHS)
def test_both_texts_can_be_rebuilt_and_stand_in_both_views(a: list[str], b: list[str]) -> None:
    found = compared(plain("a", *a), plain("b", *b))
    for side, texts in ((Side.A, a), (Side.B, b)):
        assert [text for _, text in rebuilt(found.rows, side)] == texts


@settings(max_examples=150)
@given(PARAGRAPHS, st.lists(st.integers(0, 7), max_size=4), st.randoms(use_true_random=False))
def test_a_letter_never_differs_from_itself(texts: list[str], again: list[int], dice: random.Random) -> None:
    """Nor where a passage stands twice, or is all signs, or nothing."""
    own = dressed_at_random(dice, [*texts, *(texts[at] for at in again if at < len(texts))], "a")
    assert compare(own, own).changes == ()


@settings(max_examples=100)
@given(PARAGRAPHS, PARAGRAPHS)
def test_words_that_stayed_and_words_that_changed_add_up(a: list[str], b: list[str]) -> None:
    found = compare(plain("a", *a), plain("b", *b))
    for side, texts, total in ((Side.A, a, found.words.a), (Side.B, b, found.words.b)):
        pieces = [piece.of(side) for row in found.rows if row.anchors(side) for piece in row.pieces]
        assert sum(map(count_words, pieces)) == sum(map(count_words, texts)) == total


@settings(max_examples=100)
@given(PARAGRAPHS, st.data())
def test_shuffled_and_cut_paragraphs_too(a: list[str], data: st.DataObject) -> None:
    b = data.draw(st.permutations(a))
    found = compared(plain("a", ONE, *a, TWO), plain("b", *b, TWO, ONE))
    stored = json.loads(comparison_json(ComparisonSheet(found)))
    for side, texts in (("a", [ONE, *a, TWO]), ("b", [*b, TWO, ONE])):
        rows = [row for row in stored["rows"] if row[side]]
        whole = ["".join(piece.get("text", piece.get(side, "")) for piece in row["pieces"]) for row in rows]
        assert "\n".join(whole).split("\n") == texts, "the open data is enough"


def changed_at_random(dice: random.Random, texts: list[str]) -> list[str]:
    """Paragraphs moved, split, merged and reworded."""
    result = list(texts)
    for _ in range(dice.randrange(8) if texts else 0):
        place, kind = dice.randrange(len(result)), dice.randrange(4)
        own = result[place].split(" ")
        if kind == 0:
            result.insert(dice.randrange(len(result)), result.pop(place))
        elif kind == 1:
            half = dice.randrange(len(own) + 1)
            result[place : place + 1] = [" ".join(own[:half]), " ".join(own[half:])]
        elif kind == 2:
            result[place : place + 2] = [" ".join(result[place : place + 2])]
        else:
            result[place] = " ".join(dice.choice(MANY) if dice.random() < 0.2 else word for word in own)
    return result


def dressed_at_random(dice: random.Random, texts: list[str], id_: str) -> Letter:
    """The paragraphs as blocks of all kinds, the last ones as notes."""
    loose = dice.randrange(3) if len(texts) > 3 else 0
    kinds = [Kind.PARAGRAPH] * 4 + [Kind.HEADING, Kind.ITEM]
    body = texts[: len(texts) - loose]
    blocks = [block(n, text, dice.choice(kinds), part=n // 7) for n, text in enumerate(body, start=1)]
    notes = [note(n, text, by=dice.choice([None, 1])) for n, text in enumerate(texts[len(body) :], start=1)]
    return letter(blocks, notes, id_=id_)


def test_whatever_changes_every_change_has_one_number_and_one_address() -> None:
    def has_one(seed: int) -> None:
        dice = random.Random(seed)
        texts = [" ".join(dice.choice(MANY) for _ in range(dice.randrange(40))) for _ in range(dice.randrange(14))]
        texts += dice.choices(texts, k=2) if texts else []
        a, b = dressed_at_random(dice, texts, "a"), dressed_at_random(dice, changed_at_random(dice, texts), "b")
        found = compared(a, b)
        assert [change.n for change in found.changes] == list(range(1, len(found.changes) + 1))
        html = running_view(found)
        assert all(html.count(f'id="w-{change.n}"') == 1 for change in found.changes)

    each(range(150), has_one)


def test_a_heading_without_words_moves_nowhere() -> None:
    def headings(*texts: str) -> list[Block]:
        return [block(n, text, Kind.HEADING) for n, text in enumerate(texts, 1)]

    found = compare(letter(headings("de", "0", ""), id_="a"), letter(headings("", "de"), id_="b"))
    assert not any(row.moved for row in found.rows if not row.pieces)


def test_a_lost_word_fails_the_proof() -> None:
    found = compare(plain("a", ONE), plain("b", TWO))
    with pytest.raises(CompareError):
        prove(found.rows, plain("a", THREE).passages, found.b.passages)
    html = running_view(found)
    with pytest.raises(ViewError):
        prove_views(found, html.replace("Gemeenten", ""), column_view(found))
    with pytest.raises(ViewError):
        prove_views(found, html, column_view(found).replace("kracht", "kracht kracht"))


def test_a_typing_error_shows_its_letters_in_the_running_text() -> None:
    found = compared(plain("a", "De zwembranchen groeien."), plain("b", "De zwembranches groeien."))
    view = running_view(found)
    assert "zwembranche<b>n</b></del>" in view and "zwembranche<b>s</b></ins>" in view
    (change,) = json.loads(comparison_json(ComparisonSheet(found)))["changes"]
    assert (change["before"], change["letters"]) == ("zwembranchen", [[11, 12], [11, 12]])


def test_text_of_letters_is_escaped() -> None:
    evil = "<script>evil()</script> <ins> &amp; </div> \"'` [[noten]] \x01 " + ONE
    found = compared(plain("a", evil), plain("b", evil.replace("buurt", "<b>wijk</b>")))
    html = running_view(found) + column_view(found)
    assert "<script" not in html
    assert "<b>" not in html
    assert text_in(html, Side.B, columns=False).count(visible("<script>evil()</script>")) == 3


def test_long_runs_that_return_elsewhere() -> None:
    again = ONE.replace("kracht", "grote kracht") + " " + THREE
    found = repeats(plain("a", TWO, ONE).passages, plain("b", FOUR, again).passages)
    assert [(entry.a, entry.b) for entry in found] == [("al-2", "al-2")]
    assert [(piece.a, piece.b) for piece in found[0].pieces if piece.change] == [("", " grote")]
    assert [(entry.a, entry.b) for entry in repeats_within(plain("a", ONE, TWO, again).passages)] == [("al-1", "al-3")]


def test_a_returning_passage_says_where_it_is_cut() -> None:
    core = "gaat het kabinet uit van de kracht van mensen in hun eigen buurt of wijk"
    one = f"Zoals al in de vorige brief aan uw Kamer is toegelicht, {core}. Dat was altijd zo."
    other = f"Dat was eerst anders. Nu {core}, zodat gemeenten er meer ruimte dan voorheen voor krijgen."
    third = f"Dat was eerst anders. {core.capitalize()}. Zo is het."
    cuts = [(True, False), (False, True), (False, False)]
    for (a, cut_a), (b, cut_b) in combinations(zip((one, other, third), cuts, strict=True), 2):
        (found,) = repeats(plain("a", a).passages, plain("b", b).passages)
        assert (found.cut_a, found.cut_b) == (cut_a, cut_b)


def test_returning_passages_among_letters_are_no_versions_and_no_stock_phrases() -> None:
    long = f"{ONE} {TWO}"
    others = [plain(f"x{n}", f"{THREE} {FOUR}") for n in range(STOCK + 1)]
    found = reuse_among([plain("a", long, ONE.upper()), plain("b", FOUR, long), *others])
    assert [(entry.a.id, entry.b.id) for entry in found] == [("a", "a"), ("a", "b")]
    versions = [replace(plain("a", long), versions=("b",)), replace(plain("b", long), versions=("a",))]
    assert reuse_among(versions) == []


@pytest.fixture(scope="module")
def of_2011() -> Comparison:
    letters = five_letters()
    assert letters["brief-donner-2011"].versions == ("kst-32824-1",)
    assert letters["kst-32824-1"].versions == ("brief-donner-2011",)
    assert not any(letters[id_].versions for id_ in letters.keys() - {"brief-donner-2011", "kst-32824-1"})
    return compared(letters["brief-donner-2011"], letters["kst-32824-1"])


def test_the_letters_of_2011_differ_in_signs_only(of_2011: Comparison) -> None:
    found = told(of_2011)
    assert found[:4] == [
        ("leesteken", "“", "«"),
        ("leesteken", "”", "»"),
        ("leesteken", "", " "),
        ("leesteken", "", " "),
    ]
    assert found[4][:2] == ("toegevoegd", "")
    assert found[4][2].startswith("Integratie, binding, burgerschap\n1 Een nieuw perspectief\n")
    assert {kind for kind, _, _ in found[5:]} == {"opmaak"}
    assert [line.states for line in of_2011.head] == ["briefhoofd", "adressering", "plaats en datum"]
    assert verdict_of(of_2011).text.startswith(
        "Geen woord van de brief gewijzigd; het Kamerstuk heeft ook een bijlage. "
        "De 414 woorden van de brief zijn gelijk; 2 aanhalingstekens en 2 spaties in de "
        "voorletters verschillen. Alleen in het Kamerstuk: briefhoofd, adressering, plaats en datum, en de bijlage "
        "«Integratie, binding, burgerschap» ("
    )


def test_the_letter_of_2011_returns_in_its_annex(of_2011: Comparison) -> None:
    assert sum(entry.words for entry in of_2011.repeats) > 200
    pieces = [(piece.a, piece.b) for entry in of_2011.repeats for piece in entry.pieces if piece.change]
    assert ("daarmee", "nadrukkelijk") in pieces


def read_text(folder: Path, name: str, text: str) -> Letter:
    path = folder / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    return read_letter(read(path))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("layouts", [(as_letter, as_letter), (as_letter, lambda text: as_paper(text, 357))])
def test_planted_differences_are_found(tmp_path: Path, seed: int, layouts: tuple) -> None:  # type: ignore[type-arg]
    origin = five_letters()["kst-32824-357"]
    texts = [block.text for block in origin.blocks if block.kind is Kind.PARAGRAPH]
    planted = pair(texts, seed, "typo", "typo", "number", "sentence", "sentence", "drop", "move", "quotes")
    a, b = (read_text(tmp_path, n, lay(t)) for n, lay, t in zip("ab", layouts, (planted.a, planted.b), strict=True))
    result = score(planted.truth, compared(a, b).changes)
    assert (result.recall, result.precision, result.kinds) == (1, 1, 1)


def test_the_score_itself() -> None:
    found = compare(plain("a", ONE), plain("b", ONE.replace("buurt", "wijk").replace("kracht", "macht")))
    kind = found.changes[0].kind
    truth = [Planted(kind, "kracht", "macht"), Planted(kind, "ruimte", "plaats")]
    result = score(truth, found.changes)
    assert (result.recall, result.precision, result.kinds) == (0.5, 0.5, 1)
