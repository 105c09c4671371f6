"""A comparison rests on a doubt where a difference of any kind touches it, and says so; other doubts hold nothing."""

from dataclasses import replace

import pytest
from letters import block, letter, note, table, with_notes

from build_tools.compare.comparing import compare
from build_tools.compare.telling.misread import misread
from build_tools.compare.telling.names import order_told
from build_tools.compare.telling.verdict import verdict_of
from build_tools.draft import Document
from build_tools.model import Block, Doubt, DoubtKind, Fact, FactKey, Kind, Letter, Source
from build_tools.reading.letter import read_letter

DIKE, LOCK = "De wachters meten de dijk bij Zwartsluis iedere week.", "De sluis gaat in de winter om vijf uur dicht."
BROKEN, HEADING, BEGINS = DoubtKind.BROKEN_WORD, DoubtKind.WEAK_HEADING, DoubtKind.PARAGRAPH_UNSURE


def of(id_: str, *blocks: Block, doubt: Doubt | None = None) -> Letter:
    return replace(letter(blocks, id_=id_), doubts=(doubt,) if doubt else ())


@pytest.mark.parametrize(
    ("kind", "at", "one", "other", "held"),
    [
        (BROKEN, "Zwart- sluis", [DIKE.replace("Zwartsluis", "Zwart- sluis")], [DIKE], True),
        (BROKEN, "meten", [DIKE.replace("Zwartsluis", "Zwart- sluis")], [DIKE], False),
        (BROKEN, "sluis", [f"De sluis {DIKE}"], [f"De Sluis {DIKE}"], False),
        (BEGINS, "De sluis gaat", [f"{DIKE} {LOCK}"], [DIKE, LOCK], True),
        (BEGINS, "iedere week.", [DIKE, LOCK], [DIKE, LOCK], False),
        (BEGINS, "De wachters meten", [f"{DIKE} {LOCK}"], [DIKE, LOCK], False),
    ],
)
def test_signs_and_boundaries_rest_on_a_doubt(
    kind: DoubtKind, at: str, one: list[str], other: list[str], held: bool
) -> None:
    doubt = Doubt(kind, 1, 1, at, "al-1")
    a = of("a", *(block(n, text) for n, text in enumerate(one, 1)), doubt=doubt)
    b = of("b", *(block(n, text) for n, text in enumerate(other, 1)))
    for pair in ((a, b), (b, a)):
        verdict = verdict_of(compare(*pair)).first
        assert verdict.startswith(
            "Op 1 plaats mogelijk verkeerd gelezen; daarbuiten geen woord" if held else "Geen woord"
        )


@pytest.mark.parametrize(("kind", "held"), [(Kind.HEADING, True), (Kind.PARAGRAPH, False)])
def test_what_a_text_is_rests_on_a_doubt(kind: Kind, held: bool) -> None:
    a = of("a", block(1, "De sluis en de brug"), block(2, LOCK), doubt=Doubt(HEADING, 1, 1, "De sluis", "al-1"))
    b = of("b", block(1, "De sluis en de brug", kind), block(2, LOCK))
    assert bool(misread(compare(a, b))) is held


def test_a_table_that_is_text_in_the_other_print() -> None:
    cells = [["Sluis", "Winter", "Zomer"], ["Spijk", "45", "50"], ["Lobith", "20", "16"]]
    a, b = (
        of("a", block(1, " ".join(" ".join(row) for row in cells)), block(2, LOCK)),
        of("b", table(1, cells), block(2, LOCK)),
    )
    assert [place.kind for place in misread(compare(a, b))] == ["tabel_in_tekst"]
    doubts = [Doubt(kind, n, 1, "Spijk 45", "al-1") for n, kind in enumerate((HEADING, DoubtKind.TABLE_GIVEN_UP), 1)]
    assert [place.kind for place in misread(compare(replace(a, doubts=tuple(doubts)), b))] == ["tabel_opgegeven"]


@pytest.mark.parametrize(
    ("column", "held"),
    [
        (["", "45", "20", "31", "18"], True),
        (["45", "20", "31", "18", "60"], False),
        (["46", "21", "31", "18", ""], False),
    ],
)
def test_a_column_that_stands_a_row_lower(column: list[str], held: bool) -> None:
    def printed(id_: str, values: list[str]) -> Letter:
        places = ["Spijk", "Lobith", "Tolkamer", "Pannerden", "Millingen"]
        return of(id_, table(1, [["Sluis", "Schepen"], *map(list, zip(places, values, strict=True))]), block(2, LOCK))

    a, b = printed("a", ["45", "20", "31", "18", ""]), printed("b", column)
    for pair in ((a, b), (b, a)):
        assert [place.kind for place in misread(compare(*pair))] == ["kolom_verschoven"] * held


def test_two_passages_without_a_space_rest_on_a_doubt() -> None:
    doubt = Doubt(DoubtKind.WORDS_FUSED, 1, 1, "iedere week.De sluis", "al-1")
    a = of("a", block(1, f"{DIKE}{LOCK}"), doubt=doubt)
    assert misread(compare(a, of("b", block(1, DIKE), block(2, LOCK))))
    assert not misread(compare(a, of("b", block(1, f"{DIKE}{LOCK}"))))


@pytest.mark.parametrize(("said", "held"), [("12 mei 2030 (2 mei 2030)", True), ("32 117 (32 111)", False)])
def test_which_is_older_rests_on_a_doubtful_date(said: str, held: bool) -> None:
    doubt = Doubt(DoubtKind.FACT_CONTRADICTED, 9, 2, said)
    a, b = of("a", block(1, DIKE), doubt=doubt), of("b", block(1, DIKE))
    dated = [replace(one, facts={FactKey.DATE: Fact(day, 1)}) for one, day in ((a, "2030-05-02"), (b, "2030-05-12"))]
    comparison = compare(*dated)
    assert order_told(comparison).endswith("daaraan is te twijfelen." if held else "is de oudste van de twee.")
    assert verdict_of(comparison).first.startswith("Op 1 plaats") is held


@pytest.mark.parametrize(
    ("day", "held"), [("2030-05-02", True), ("2032-05-02", False), ("2030-06-03", False), ("2031-05-02", True)]
)
def test_a_date_that_the_session_of_the_other_print_has_not(day: str, held: bool) -> None:
    a, b = of("a", block(1, DIKE)), of("b", block(1, DIKE))
    a = replace(a, facts={FactKey.DATE: Fact(day, 1)})
    b = replace(b, facts={FactKey.DATE: Fact("2032-05-02", 1), FactKey.VERGADERJAAR: Fact("2031-2032", 1)})
    comparison = compare(a, b)
    assert [place.kind for place in misread(comparison)] == ["datum_buiten_zitting"] * held
    assert ("daaraan is te twijfelen" in order_told(comparison)) is held


@pytest.mark.parametrize(
    ("one", "kinds"),
    [
        (["de dijk meten; de brug verven;", "het sluiswerk."], ["punten_in_een"]),
        (["de dijk meten, de brug verven;", "het sluiswerk."], []),
        (["de dijk meten;", "de brug verven;", f"het sluiswerk. {LOCK}"], ["alinea_in_punt"]),
        (["de dijk meten; de brug verven; het sluiswerk."], ["punten_in_een"]),
    ],
)
def test_items_and_the_text_below_them_that_are_one_item_of_the_other_print(one: list[str], kinds: list[str]) -> None:
    whole = ["de dijk meten;", "de brug verven;", "het sluiswerk."]
    below = [] if LOCK in one[-1] else [block(9, LOCK)]
    a = of("a", block(1, "Nodig zijn:"), *(block(n, text, Kind.ITEM) for n, text in enumerate(one, 2)), *below)
    items = [block(n, text, Kind.ITEM) for n, text in enumerate(whole, 2)]
    b = of("b", block(1, "Nodig zijn:"), *items, block(9, LOCK))
    assert [place.kind for place in misread(compare(a, b))] == kinds


def test_the_number_of_an_item_that_another_one_lacks() -> None:
    def numbered(id_: str, *items: str, doubt: Doubt | None = None) -> Letter:
        return of(id_, block(1, DIKE), *(block(n, text, Kind.ITEM) for n, text in enumerate(items, 2)), doubt=doubt)

    doubt = Doubt(DoubtKind.LIST_UNSURE, 4, 1, "3. het sluiswerk.", "al-4")
    a = numbered("a", "1. de dijk meten;", "de brug verven;", "3. het sluiswerk.", doubt=doubt)
    b = numbered("b", "1. de dijk meten;", "2. de brug verven;", "3. het sluiswerk.")
    (place,) = misread(compare(a, b))
    assert place.text == doubt.text and place.changes
    assert not misread(compare(replace(a, doubts=()), b))


def test_the_call_of_a_note_that_stands_as_a_number() -> None:
    def called(id_: str, text: str, *calls: tuple[int, int]) -> Letter:
        own = block(1, "De molen maalt."), replace(with_notes(text, *calls), n=2, lines=(2, 2))
        notes = [
            note(1, "Opgave van het waterschap.", by=2),
            note(2, "Besluit van het dorp in mei.", by=2 if len(calls) > 1 else None),
        ]
        return letter(own, notes, id_=id_)

    a = called("a", f"{DIKE} {LOCK}", (1, 10), (2, len(DIKE)))
    b = called("b", f"{DIKE} 2 {LOCK}", (1, 10))
    (place,) = misread(compare(a, b))
    assert place.kind == "verwijzing_als_getal" and place.changes
    assert verdict_of(compare(a, b)).first.endswith("daarbuiten geen woord gewijzigd.")


def test_the_call_of_a_note_that_is_glued_to_a_number() -> None:
    def called(id_: str, number: str, by: int | None, *calls: tuple[int, int]) -> Letter:
        own = replace(with_notes(f"{LOCK} Zo staat het in artikel {number} van het besluit.", *calls), n=1)
        return letter([own], [note(1, "Opgave van het waterschap.", by=1), note(2, "Besluit van mei.", by=by)], id_=id_)

    behind = len(f"{LOCK} Zo staat het in artikel 12")
    a, b = called("a", "122", None, (1, len(LOCK))), called("b", "12", 1, (1, len(LOCK)), (2, behind))
    (place,) = misread(compare(a, b))
    assert place.kind == "verwijzing_als_getal" and place.changes
    assert not misread(compare(called("a", "13", 1, (1, len(LOCK)), (2, behind)), b))


@pytest.mark.parametrize(("kind", "below", "held"), [
    (Kind.PARAGRAPH, Kind.ITEM, True), (Kind.ITEM, Kind.ITEM, False), (Kind.PARAGRAPH, Kind.PARAGRAPH, False),
])  # fmt: skip
def test_a_paragraph_between_two_items_that_is_an_item_of_the_other_print(kind: Kind, below: Kind, held: bool) -> None:
    def listed(id_: str, kind: Kind, below: Kind) -> Letter:
        items = [(DIKE, Kind.ITEM), (LOCK, kind), ("De brug wordt in de herfst geverfd.", below)]
        return of(id_, block(1, "Nodig is:"), *(block(n, *item) for n, item in enumerate(items, 2)))

    a, b = listed("a", kind, below), listed("b", Kind.ITEM, below)
    assert [place.kind for place in misread(compare(a, b))] == ["punt_zonder_teken"] * held


def test_items_with_full_stops_that_are_one_item_where_the_second_begins_a_line() -> None:
    def listed(id_: str, items: str) -> Letter:
        print_ = (
            f"De wachters van de oude toren bij Zwartsluis vragen om het volgende, dat nog niet is\nbesteld:\n{items}\n"
        )
        return replace(read_letter(Document(Source.of(id_, f"{id_}.txt", print_, "UTF-8", "0" * 64))), doubts=())

    one = "- De dijk wordt in de winter iedere week gemeten door de wachters van de oude toren."
    two = "De brug wordt in de herfst geverfd."
    apart, line = listed("a", f"{one}\n- {two}"), listed("b", f"{one}\n  {two}")
    assert [place.kind for place in misread(compare(apart, line))] == ["punten_in_een"]
    within = listed("c", f"{one} De brug wordt in de herfst\n  geverfd.")
    assert not misread(compare(apart, within))
