"""Who cites what: the seeds against a reading by hand, and small letters that cite each other."""

from pathlib import Path

import pytest
import yaml
from frozen import five_letters
from letters import block, connections, files_of, letter, note
from rendering import elements, own_text, tree

from build_tools.citations.by_name import named_in
from build_tools.connections.connect import connect
from build_tools.connections.references import References, references
from build_tools.dutch.sentences import sentences
from build_tools.model import Fact, Letter, NoteRef
from build_tools.pages.markdown import blocks_markdown, notes_markdown
from build_tools.pages.text_links import links_of
from build_tools.papers.publications import address, dossier_of, name, order

TRUTH = yaml.safe_load((Path(__file__).parent / "truth" / "connected" / "citations.yml").read_text(encoding="utf-8"))


def numbered(item: str, *blocks: str, id_: str = "") -> Letter:
    facts = {"dossier": Fact("32824", 1), "ondernummer": Fact(item, 1)}
    return letter([block(n, text) for n, text in enumerate(blocks, 1)], facts=facts, id_=id_ or f"kst-{item}")


@pytest.fixture(scope="module")
def seeds() -> References:
    return references(tuple(five_letters().values()))


def test_seeds_cite_what_a_reader_found(seeds: References) -> None:
    found: dict[str, list[list[str]]] = {id_: [] for id_ in TRUTH}
    for reference in seeds.all:
        found[reference.passage.letter].append([reference.passage.anchor, *reference.papers])
    assert found == TRUTH


def test_seeds_hold_27_citations_of_27_papers(seeds: References) -> None:
    papers = [paper for reference in seeds.all for paper in reference.papers if paper.startswith("kst-")]
    assert (sum(reference.papers[0].startswith("kst-") for reference in seeds.all), len(papers)) == (27, 32)
    assert len(set(papers)) == 27


def test_names_are_tied_to_their_notes(seeds: References) -> None:
    tied = {named.note: named.papers for named in seeds.named["kst-32824-448"]["al-77"]}
    assert tied == {27: ("kst-36651-21",), 28: ("kst-36651-26",), 29: ("kst-36651-29",), 30: ("kst-35228-45",)}
    letter_of_november = seeds.named["kst-34200-XV-1-artikel-13"]["al-13"][0]
    assert letter_of_november.papers == ("kst-29754-253", "kst-29754-271")


def test_a_note_without_papers_names_nothing() -> None:
    assert list(named_in("De motie-Becker vraagt dit.", [NoteRef(1, 16)], {})) == []
    found = list(named_in("De motie-Becker vraagt dit. Meer niet.", [NoteRef(1, 38)], {1: ["kst-1-1"]}))
    assert found == []  # the name stands in another sentence than the marker


def test_own_number_is_no_citation() -> None:
    one = numbered("448", "Zie Kamerstuk 32 824, nr. 448 en Kamerstuk 32 824, nr. 447.")
    assert [reference.papers for reference in references([one]).all] == [("kst-32824-447",)]


def test_papers_on_the_site_are_linked_here_and_know_who_cites_them() -> None:
    old, new = numbered("1", "Een brief."), numbered("2", "Eerst dit. Zie Kamerstuk 32 824, nr. 1 hierover. Dan dat.")
    found = references([old, new])
    links = links_of(new.id, found)
    assert [link.href for link in links["al-1"]] == ["kst-1.md"]
    cited_by = found.to("kst-32824-1")
    assert [reference.sentence for reference in cited_by] == ["Zie Kamerstuk 32 824, nr. 1 hierover."]
    assert found.to(None) == []


def test_a_range_gives_each_paper_a_link_and_keeps_the_words() -> None:
    one = letter([block(1, "x", notes=(NoteRef(1, 1),))], [note(1, "Tweede Kamer, 34 053, nrs 1 – 5.")])
    html = tree(blocks_markdown(one.blocks) + "\n\n" + notes_markdown(one, links_of(one.id, references([one]))))
    element = elements(html)["fn:1"]
    hrefs = [link.get("href", "") for link in element.iter("a") if "zoek" in link.get("href", "")]
    assert sorted(hrefs) == [address(f"kst-34053-{n}") for n in range(1, 6)]
    for parent in element.iter():
        for child in [child for child in parent if "bijwerk" in child.get("class", "").split()]:
            child.text = ""
    assert own_text(element).split() == ["Tweede", "Kamer,", "34", "053,", "nrs", "1", "–", "5."]


def test_what_is_said_of_a_range_of_papers_is_told_once() -> None:
    said = "De Kamer kreeg het voorstel van wet (Kamerstuk 34 053, nrs. 1 – 3)."
    page = files_of([letter([block(1, f"{said} Zie ook Kamerstuk 34 054, nr. 9.")])])["brieven/brief.md"]
    listed = page.split('id="verwijst-naar"')[1].split("</dl>")[0]
    assert [entry.count(said) for entry in listed.split("<dt>")[1:]] == [1, 0, 0, 0]
    assert listed.count('<a class="plaats" href="#al-1">alinea 1</a>') == 4


@pytest.mark.parametrize(
    ("paper", "its_name", "dossier", "its_address"),
    [
        ("kst-32824-448", "Kamerstuk 32 824, nr. 448", "32824", "https://zoek.officielebekendmakingen.nl/kst-32824-448.html"),
        ("kst-34200-XV-1", "Kamerstuk 34 200 XV, nr. 1", "34200-XV", "https://zoek.officielebekendmakingen.nl/kst-34200-XV-1.html"),
        ("kst-31700-VI-D", "Kamerstuk 31 700 VI, D", "31700-VI", "https://zoek.officielebekendmakingen.nl/kst-31700-VI-D.html"),
        ("kst-34430-AB", "Kamerstuk 34 430, AB", "34430", "https://zoek.officielebekendmakingen.nl/kst-34430-AB.html"),
        ("kst-21501-31-599", "Kamerstuk 21 501-31, nr. 599", "21501-31", "https://zoek.officielebekendmakingen.nl/kst-21501-31-599.html"),
        ("dossier/23761", "Dossier 23 761", "23761", "https://zoek.officielebekendmakingen.nl/dossier/23761"),
        ("h-tk-20162017-66-6", "Handelingen II 2016/17, nr. 66, item 6", None, "https://zoek.officielebekendmakingen.nl/h-tk-20162017-66-6.html"),
        ("h-tk-20072008-7909-7943", "Handelingen II 2007/08, p. 7909-7943", None, "https://zoek.officielebekendmakingen.nl/h-tk-20072008-7909-7943.html"),
        ("h-tk-20092010-39-3876", "Handelingen II 2009/10, nr. 39, p. 3876", None, "https://zoek.officielebekendmakingen.nl/h-tk-20092010-39-3876.html"),
        ("ah-tk-20242025-1028", "Aanhangsel Handelingen II 2024/25, nr. 1028", None, "https://zoek.officielebekendmakingen.nl/ah-tk-20242025-1028.html"),
        ("stb-2011-35", "Stb. 2011, 35", None, "https://zoek.officielebekendmakingen.nl/stb-2011-35.html"),
        ("2025D05339", "Document 2025D05339", None, "https://www.tweedekamer.nl/kamerstukken/detail?id=2025D05339"),
        ("http://data.europa.eu/eli/dir/2024/1346/oj", "Richtlijn 2024/1346", None, "http://data.europa.eu/eli/dir/2024/1346/oj"),
    ],
)  # fmt: skip
def test_papers_have_a_name_and_an_address(paper: str, its_name: str, dossier: str | None, its_address: str) -> None:
    assert (name(paper), dossier_of(paper), address(paper)) == (its_name, dossier, its_address)


def test_papers_are_in_order_of_number() -> None:
    papers = ["kst-32824-10", "kst-32824-9", "kst-9824-1"]
    assert sorted(papers, key=order) == ["kst-9824-1", "kst-32824-9", "kst-32824-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eén. Twee! «Drie.» Vier?", ["Eén.", "Twee!", "«Drie.»", "Vier?"]),
        ("Zie nr. 12 en art. 3. De heer J.N.J. Nobel komt.", ["Zie nr. 12 en art. 3.", "De heer J.N.J. Nobel komt."]),
        ("Dat is 1.000 euro. en nog wat", ["Dat is 1.000 euro. en nog wat"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_without_themes_and_terms_all_is_empty() -> None:
    one = letter([block(1, "Inburgering is belangrijk.")])
    found = connections([one])
    assert (found.themes, found.hits, found.terms, found.uses, found.silent) == ((), (), (), (), ())
    assert connect([one], Path("nowhere"))[0] == (one,)
