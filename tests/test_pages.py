"""The pages of small letters, and what a letter's page must say whatever is known of it."""

import json
from dataclasses import replace

import pytest
import yaml
from case_files import CASES
from letters import block, files_of, letter, note, with_notes
from rendering import render

from build_tools.dutch.format import number
from build_tools.model import Fact, FactKey, Kind, LeftOut, Letter, NoteRef, Reason, Signer
from build_tools.pages.front_matter import as_yaml
from build_tools.papers.of_letter import dossier, kamerstuk, official_url, title

KNOWN = {
    "title": Fact("Visie: «integratie»", "Parlis, https://x.nl/?a=1&b=2."),
    "date": Fact("2011-06-16", 5),
    "place": Fact("Den Haag", 5),
    "signers": Fact((Signer("J.P.H. Donner", "minister van X"), Signer("A. Ander", "staatssecretaris")), 53),
    "ministry": Fact("X", 53),
    "addressee": Fact("de Voorzitter", 3),
    "dossier": Fact("34200-XV", "de catalogus"),
    "dossier_title": Fact("Begroting", "de catalogus"),
    "ondernummer": Fact("1", "de catalogus"),
    "vergaderjaar": Fact("2010-2011", 2),
}
NUMBERED = {"dossier": Fact("32824", 1), "ondernummer": Fact("357", 1)}
PAPER = ["kamerstuk", "dossier", "ondernummer", "vergaderjaar"]
KEYS = ["title", "date", "signer", "signers", "ministry", *PAPER]


def made(*letters: Letter) -> dict[str, str]:
    return files_of(letters)


def page_of(one: Letter) -> tuple[dict[str, object], str]:
    """The front matter and the body of a letter's page."""
    _, matter, body = made(one)[f"brieven/{one.id}.md"].split("---\n", 2)
    return yaml.safe_load(matter), body


def test_every_letter_has_its_files() -> None:
    assert sorted(made(letter(id_="a"))) == sorted([
        "index.md", "brieven/index.md", "over.md", "zoeken.md", "controleer.md", "vergelijken/zelf.md",
        "verantwoording.md", "verantwoording/a.md",
        "vergelijken/index.md", "terugkerend.md", "vergelijken/terugkerend.md",
        "personen/index.md", "ministeries/index.md", "dossiers/index.md",
        "soorten/index.md", "soorten/brief-van-het-ministerie.md",
        "verwijzingen.md", "begrippen.md", "themas/index.md", "toezeggingen.md", "toezeggingen/bewindspersonen.md",
        "brieven/a.md",
        "data/brieven/a.json", "data/brieven/a.md.txt", "data/teksten/a.txt", "data/brieven/a.bib",
        "data/brieven/a.ris", "data/brieven/a.csl.json", "bronnen/a.txt",
        "data/verwijzingen.json", "data/themas.json", "data/toezeggingen.json", "data/index.json",
        "data/schema/brief.json", "data/schema/vergelijking.json", "data/schema/verwijzingen.json",
        "data/schema/toezeggingen.json", "data/schema/themas.json", "data/schema/index.json",
    ])  # fmt: skip


def test_front_matter_has_what_is_known_in_a_fixed_order() -> None:
    one = replace(letter([block(1, "x")], facts=KNOWN), versions=("b",), themes=("taal",))
    matter, _ = page_of(one)
    assert list(matter) == [*KEYS, "themes", "versions", "source", "sha256", "facts"]
    assert matter["title"] == "Visie: «integratie»"
    assert str(matter["date"]) == "2011-06-16"
    assert matter["signers"][1] == {"name": "A. Ander", "role": "staatssecretaris"}  # type: ignore[index]
    assert (matter["kamerstuk"], matter["dossier"], matter["ondernummer"]) == (
        "34 200 XV, nr. 1",
        "34200-XV",
        "1",
    )
    assert list(matter["facts"]) == KEYS  # type: ignore[call-overload]
    assert matter["facts"]["date"] == {"text": 5}  # type: ignore[index]
    assert matter["facts"]["kamerstuk"] == {"catalogue": "de catalogus"}  # type: ignore[index]


def test_front_matter_shows_signs_beyond_the_first_plane_as_they_are() -> None:
    assert as_yaml({"title": "Eén 😀 – ‘plan’"}) == "title: Eén 😀 – ‘plan’\n"


def test_front_matter_leaves_out_what_is_unknown() -> None:
    matter, body = page_of(letter([block(1, "x")]))
    assert list(matter) == ["source", "sha256"]
    unknown = "datum, plaats, ondertekenaar, ministerie, geadresseerde"
    assert f"<dt>Niet in de bron</dt> <dd>{unknown}</dd>" in body


@pytest.mark.parametrize(
    ("layout", "title", "lacks"),
    [
        ("departement", "Stand van de dijken", set()),
        ("kamerstuk", "Stand van de dijken", {"ministerie", "kamerstuk"}),
        ("kamerstuk", "Gewijzigde motie van het lid De Wit c.s.", {"kamerstuk"}),
    ],
)
def test_what_a_letter_of_its_sort_does_not_have_is_not_missed(layout: str, title: str, lacks: set[str]) -> None:
    """The number comes where a letter is printed, a session with it; members of a chamber have no ministry."""
    facts = {FactKey.TITLE: Fact(title, 1)} | ({FactKey.MINISTRY: Fact("Financiën", 2)} if not lacks else {})
    _, body = page_of(replace(letter([block(1, "x")], facts=facts), layout=layout))
    missed = body.split("<dt>Niet in de bron</dt> <dd>")[1].split("</dd>")[0].split(", ")
    assert {*missed} == {"datum", "plaats", "ondertekenaar", "geadresseerde"} | lacks


@pytest.mark.parametrize(
    ("facts", "blocks", "heading"),
    [
        (KNOWN, [block(1, "x")], "# Visie: «integratie» {: #titel .bijwerk }"),
        (KNOWN, [block(1, "Eigen titel", Kind.HEADING, 1)], "# Eigen titel {: #al-1 }"),
        ({}, [block(1, "Eigen titel", Kind.HEADING, 1)], "# Eigen titel {: #al-1 }"),
        (NUMBERED, [], "# Kamerstuk 32 824, nr. 357 {: #titel .bijwerk }"),
        ({"date": Fact("2011-06-01", 1)}, [], "# Brief van 1 juni 2011 {: #titel .bijwerk }"),
        ({}, [], "# een_id {: #titel .bijwerk }".replace("_", "\\_")),
    ],
)  # fmt: skip
def test_one_title(facts: dict[str, Fact], blocks: list, heading: str) -> None:  # type: ignore[type-arg]
    _, body = page_of(letter(blocks, facts=facts, id_="een_id"))
    assert [line for line in body.split("\n") if line.startswith("# ")] == [heading]


def test_what_is_not_the_letters_text_can_be_told_from_it() -> None:
    blocks = [block(1, "Titel", Kind.HEADING, 1), with_notes("Tekst", (1, 5)), block(3, "Slot")]
    one = letter([blocks[0], replace(blocks[1], n=2), blocks[2]], [note(1, "Noot"), note(2, "Los", None)], KNOWN)
    page = made(one, letter(id_="ander"))["brieven/brief.md"]
    html = render(page.split("---\n", 2)[2])
    for start in ("<h1 ", '<p id="al-2">', '<p id="al-3">', '<div class="footnote">'):
        assert start in html
    for apart in ("kenmerken bijwerk", "bijwerk los", "noten bijwerk", "buren bijwerk"):
        assert f'class="{apart}"' in html
    assert html.index("footnote") < html.index("buren"), "the way on comes after the notes"


def test_letters_stand_the_newest_first_and_lead_to_each_other_in_order_of_time() -> None:
    dated = {
        id_: letter(facts={"date": Fact(day, 1)}, id_=id_) for id_, day in [("b", "2025-02-07"), ("c", "2011-06-16")]
    }
    texts = made(letter(id_="a"), *dated.values())
    listed = texts["brieven/index.md"]
    assert listed.index('href="b/"') < listed.index('href="c/"') < listed.index('href="a/"')
    assert '<a rel="prev" href="../c/">' in texts["brieven/b.md"]
    assert '<a rel="next" href="../a/">' in texts["brieven/b.md"]
    assert 'rel="prev"' not in texts["brieven/c.md"]


def test_the_account_shows_everything_that_was_left_out() -> None:
    left_out = [LeftOut(2, "Pagina 1 <b>", Reason.PAGE_FOOT), LeftOut(1, "-", Reason.HYPHEN)]
    one = letter([block(1, "samen-"), block(2, "leving")], left_out=left_out)
    account = made(one)["verantwoording/brief.md"]
    assert "23 tekens in de bron = 12 in de tekst + 0 in noten + 11 weggelaten" in account
    assert '<li value="2">Pagina 1 &lt;b&gt;</li>' in account
    assert '<li value="1">samen-</li>' in account


def test_the_overview_of_accounts_leads_to_each_from_its_old_anchor() -> None:
    files = made(letter(id_="a"), letter(id_="b"))
    for id_ in "ab":
        assert (
            f'<tr id="{id_}" role="row"><th role="rowheader" scope="row"><a href="{id_}/">'
            in files["verantwoording.md"]
        )
        assert f'href="../../verantwoording/{id_}/"' in files[f"brieven/{id_}.md"]
        assert f'href="../../brieven/{id_}/"' in files[f"verantwoording/{id_}.md"]


def test_open_data_holds_the_text_as_it_was_read() -> None:
    one = letter([with_notes("a\x00<b>\u202e\ud800", (1, 2))], [note(1, "noot")], KNOWN)
    data = json.loads(made(one)["data/brieven/brief.json"])
    assert data["blocks"][0]["text"] == "a\x00<b>\u202e\ud800"
    assert data["blocks"][0]["notes"] == [{"n": 1, "at": 2}]
    assert data["notes"][0]["block"] == "al-1"
    assert data["facts"]["date"] == {"value": "2011-06-16", "line": 5, "text": 5}
    assert data["facts"]["signers"]["value"][0] == {"name": "J.P.H. Donner", "role": "minister van X"}
    assert data["ledger"]["balances"] is True
    assert data["official_url"] == "https://zoek.officielebekendmakingen.nl/kst-34200-XV-1.html"


@pytest.mark.parametrize(
    ("series", "item", "printed", "address"),
    [
        ("32824", "448", "32 824, nr. 448", "kst-32824-448"),
        ("34200-XV", "1", "34 200 XV, nr. 1", "kst-34200-XV-1"),
        ("21501-31", "599", "21 501-31, nr. 599", "kst-21501-31-599"),
        ("35010", "C", "35 010, C", "kst-35010-C"),
    ],
)
def test_names_of_papers(series: str, item: str, printed: str, address: str) -> None:
    one = letter(facts={"dossier": Fact(series, 1), "ondernummer": Fact(item, 1)})
    assert kamerstuk(one) == printed
    assert official_url(one) == f"https://zoek.officielebekendmakingen.nl/{address}.html"


def test_what_is_half_known_names_no_paper() -> None:
    one = letter(facts={"dossier": Fact("32824", 1)})
    assert (dossier(one), kamerstuk(one), official_url(one), title(one)) == ("32 824", None, None, "brief")


def test_numbers_are_dutch() -> None:
    assert [number(1), number(18729), number(1234567)] == ["1", "18.729", "1.234.567"]


def test_a_small_letter_from_top_to_bottom() -> None:
    """The whole page, as it should be; `tests/cases/pages/kleine-brief.md` is the page."""
    blocks = [
        block(1, "Inleiding", Kind.HEADING, 2, page="1"),
        block(2, "Zie de brief (nr. 1) op https://x.nl/a_b.", notes=(NoteRef(1, 12),), page="1"),
        block(3, "1. eerst", Kind.ITEM),
        block(4, "dan", Kind.ITEM, 2),
        block(5, "De minister van X, J. Jansen", Kind.SIGNATURE, breaks=(19,)),
        block(6, "Bijlage", Kind.HEADING, 2, part=1, page="2"),
    ]
    one = letter(blocks, [note(1, "Kamerstuk 32 824, nr. 1.")], KNOWN, id_="kleine-brief")
    assert made(one)["brieven/kleine-brief.md"] == (CASES / "pages/kleine-brief.md").read_text(encoding="utf-8")
