"""What the search page looks up beside the index: spellings, choices, what each page is; promises that are found."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.addresses import LETTER_DATA, PLEDGE_DATA, is_note, note_anchor, pledge_place
from build_tools.cache.place import FILE
from build_tools.cache.remembering import Memory
from build_tools.cache.store import opened
from build_tools.dutch.characters import letter_by_letter
from build_tools.dutch.stems import stem, words
from build_tools.site.described.page_facts import Page
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.index import FOLDER, write_index
from build_tools.site.search.kinds import asked_by, asked_together, unshown_words
from build_tools.site.search.lean import lean_html
from build_tools.site.search.lexicon import lexicon
from build_tools.site.search.page_passages import PageText, Sought, packed_texts
from build_tools.site.search.slips import one_letter_apart, slips
from build_tools.site.search.spellings import Spelled, spellings, written
from build_tools.site.search.words import Parts
from build_tools.site.search_entries import entries


def page(url: str, title: str, **meta: object) -> tuple[Page, Sought]:
    return Page(url, title, "", meta), Sought("", "", packed_texts([PageText("al-1", title)]))


NOBEL = {"name": "J.N.J. Nobel", "role": "staatssecretaris van Sociale Zaken"}
ONE = page(
    "brieven/a/", "Visie", date="2025-02-07", ministry="Sociale Zaken", signers=[NOBEL], kamerstuk="32 824, nr. 4"
)
OTHER = page("brieven/b/", "Visie", date="2024-12-01")
PAIR = page("vergelijken/a--b/", "Visie: twee versies vergeleken")


def pledge(letter: str, anchor: str, text: str, kind: str = "toezegging") -> dict[str, str]:
    return {"letter": letter, "anchor": anchor, "text": text, "kind": kind}


def found(folder: Path, *pledges: dict[str, str]) -> list[IndexEntry]:
    (folder / PLEDGE_DATA).parent.mkdir(parents=True, exist_ok=True)
    (folder / PLEDGE_DATA).write_text(json.dumps(pledges), encoding="utf-8")
    listed = (f'<div id="{pledge_place(pledge["letter"], pledge["anchor"])}">' for pledge in pledges)
    (folder / "toezeggingen.md").write_text("\n".join(listed), encoding="utf-8")
    return entries([ONE, OTHER, PAIR], folder)


def test_a_comparison_is_found_by_what_tells_its_letters(tmp_path: Path) -> None:
    comparison = found(tmp_path)[2]
    told = ("Kamerstuk 32 824, nr. 4", "7 februari 2025", "J.N.J. Nobel", "1 december 2024", "verschil")
    assert not [words for words in told if words not in comparison.unshown]


def test_a_promise_is_found_once_at_its_place(tmp_path: Path) -> None:
    text = "Voor de zomer stuur ik de Kamer een brief."
    made = found(
        tmp_path, pledge("a", "al-7", text), pledge("a", "al-7", "Ook stuur ik een nota."), pledge("a", "al-9", text)
    )
    assert [entry.url for entry in made[3:]] == ["toezeggingen/#a-al-7"]
    promise = made[3]
    assert promise.title == "Toezegging van J.N.J. Nobel"
    assert tuple(promise.passages) == (PageText("a-al-7", f"{text} Ook stuur ik een nota."),)
    assert dict(promise.filters) == {"soort": "Toezegging", "jaar": "2025", "ministerie": "Sociale Zaken"}


@pytest.mark.parametrize(
    ("versions", "told"), [(["a"], "Andere versie van «Visie»"), ([], "«Hierbij …»"), (["c"], "«Hierbij …»")]
)
def test_a_letter_without_a_subject_has_that_of_its_other_version(
    versions: list[str], told: str, tmp_path: Path
) -> None:
    about, sought = page("brieven/c/", "Brief van de minister van Financiën", versions=versions)
    sought = replace(sought, about="J.N.J. Nobel", opening="«Hierbij …»")
    assert entries([ONE, (about, sought)], tmp_path)[1].about == f"J.N.J. Nobel · {told}"


def test_an_answer_to_a_motion_is_no_promise_and_a_kept_one_says_so(tmp_path: Path) -> None:
    made = found(
        tmp_path, pledge("a", "al-1", "Zo voer ik de motie uit.", "motie"), pledge("b", "al-2", "x", "nagekomen")
    )
    assert [entry.title for entry in made[3:]] == ["Nagekomen toezegging"]


def test_a_promise_is_found_by_its_paragraph_that_it_stands_in(tmp_path: Path) -> None:
    letter = tmp_path / LETTER_DATA.format("a")
    letter.parent.mkdir(parents=True)
    block = {"anchor": "al-3", "kind": "paragraph", "text": "Het begrip integratie. Ik stuur u een brief."}
    letter.write_text(json.dumps({"blocks": [block], "notes": []}), encoding="utf-8")
    promise = found(tmp_path, pledge("a", "al-3", "Ik stuur u een brief."))[3]
    assert promise.url.partition("#")[2] == "a-al-3" and "begrip integratie" in promise.unshown


def test_words_that_ask_for_a_kind_find_its_pages() -> None:
    asked = asked_by()
    assert asked[stem("toegezegd")] == ["Toezegging"] and asked[stem("staatssecretaris")] == ["Persoon"]
    for kind in ("Vergelijking", "Toezegging", "Ministerie"):
        by_these = {stem(word) for word in unshown_words(kind).split()}
        assert by_these >= {word for word, kinds in asked.items() if kind in kinds}
    assert "staatssecretaris" not in unshown_words("Persoon")
    assert [stem("brief"), stem("kamerstuk"), "Vergelijking"] in asked_together()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("De Kamer, nr. 12", ["de", "kamer", "nr", "12"]),
        ("Eén cafe\u0301’s “Ĳ”", ["een", "cafe", "s", "ij"]),
        ("ﬁnanciën GROẞ Łódź so\u00adciaal", ["financien", "gross", "lodz", "sociaal"]),
    ],
)
def test_words_are_folded_whatever_signs_they_have(text: str, folded: list[str]) -> None:
    assert words(text) == folded


def test_words_are_kept_as_pages_write_them() -> None:
    assert written(["De Raad. Een raad, van Yeşilgöz en coördi\u00adnatie (2x)."]) == {
        "de": "De", "raad": "raad", "een": "Een", "van": "van", "yesilgoz": "Yeşilgöz", "en": "en",
        "coordinatie": "coördinatie", "x": "x",
    }  # fmt: skip


def test_a_common_word_that_no_page_has_is_told_from_one_that_stands_there_in_another_form() -> None:
    table = spellings(Spelled([{"werken": "werken", "raad": "Raad"}, {"raad": "raad"}]))
    assert table["words"]["raad"] == 2
    assert table["words"]["gewerkt"] == 0
    assert "raad" not in table["written"]
    common = set(table["common"].split())
    assert "fiets" in common and not common & table["words"].keys()


def test_a_word_that_a_page_has_wrong_is_told_from_one_that_is_rare() -> None:
    often = "De wethouder, een gebiedsverbod, de leerplicht, een kwaliteit en het voorlichten."
    once = "De wethuoder, een gebiedverbod, de leerplich, de kwaliteits- en zaaknormen, Van Leerdicht en voorlichter."
    pages = [written([text]) for text in (often, often, often, once)]
    found = {"wethuoder": "wethouder", "gebiedverbod": "gebiedsverbod", "leerplich": "leerplicht"}
    assert slips(Spelled(pages)).items() >= found.items()
    assert not {"kwaliteits", "voorlichter"} & slips(Spelled(pages)).keys()
    assert slips(Spelled(pages[1:])) == {}, "two pages may be chance"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("raad", "rad", True), ("raad", "raat", True), ("raad", "rada", True), ("raad", "raad", False),
     ("raad", "rat", False), ("abcd", "badc", False)],
)  # fmt: skip
def test_a_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) == one_letter_apart(other, one) == apart


def test_tables_are_the_same_with_what_was_asked_of_dutch_before(tmp_path: Path) -> None:
    for text in ("De arbeid en de taalles.", "De arbeid en de taalles.", "Landbouwbeleid, visserijplan, de arbeid."):
        with opened(tmp_path / FILE) as store, lexicon(Memory(store)) as dutch:
            for word in ("taalles", "landbouwbeleid"):
                assert Parts([text], dutch).of(word) == Parts([text]).of(word)
            assert Parts([text]).table(dutch) == Parts([text]).table()
            assert spellings(Spelled([written([text])]), dutch) == spellings(Spelled([written([text])]))


@pytest.mark.parametrize("typed", ["ﬁnanciën", "fi\u00adnanciën"])
def test_joined_letters_stand_apart_in_the_index(typed: str) -> None:
    entry = IndexEntry("brieven/a/", typed, "", "", "", (), (PageText("al-1", f"De {typed} van het Rijk"),))
    html = lean_html(entry, {})
    assert '<p id="al-1">De financiën van het Rijk</p>' in html and '<h1 id="">financiën</h1>' in html
    assert letter_by_letter("naĳver") == "naijver"


def test_the_tables_say_what_there_is_to_choose_and_what_each_page_is(tmp_path: Path) -> None:
    person = IndexEntry("personen/n/", "J.N.J. Nobel", "", "", "", (("soort", "Persoon"),), (PageText("", "x"),))
    write_index([*found(tmp_path), person], tmp_path / "site")
    folder = tmp_path / "site" / FOLDER
    choices = json.loads((folder / "keuzes.json").read_bytes())
    assert choices == {
        "soort": ["Brief", "Persoon", "Vergelijking"], "jaar": ["2025", "2024"],
        "ministerie": ["Sociale Zaken"], "thema": [],
    }  # fmt: skip
    sieves = sorted(json.loads((folder / "zeven.json").read_bytes()).values(), key=str)
    assert {"soort": ["Brief"], "brief": ["b"], "jaar": ["2024"], "dag": ["2024-12-01"]} in sieves
    assert {"soort": ["Persoon"], "naam": ["j", "n", "j", "nobel"]} in sieves


def test_the_page_knows_notes_by_the_form_of_their_address(tmp_path: Path) -> None:
    write_index(found(tmp_path), tmp_path)
    notes = json.loads((tmp_path / FOLDER / "woordvormen.json").read_bytes())["notes"]
    assert re.fullmatch(notes, note_anchor(12)) and is_note(note_anchor(12))
    assert not re.fullmatch(notes, "al-12")
