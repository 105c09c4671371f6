"""What official XML becomes: structure, notes, lists, tables, facts; and that no word of it is lost."""

import random
from pathlib import Path
from typing import Any

import pytest
from each import each
from lxml import etree

from build_tools.errors import UserError
from build_tools.model import FactKey
from build_tools.papers.citing import citation_of
from build_tools.papers.of_letter import called, kamerstuk, paper_of
from build_tools.papers.wanted import missing_of
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read
from build_tools.sources.seeds import find
from tests.tagged import cases, letter_of, outcome

CASES = cases("official_xml")
PAPER = (
    "<officiele-publicatie><kamerstuk><stuk><algemeen><vrije-tekst><tekst>{}</tekst></vrije-tekst></algemeen></stuk>"
    "</kamerstuk></officiele-publicatie>"
)
STATED = {"blocks", "notes", "facts", "left out", "remarks", "text"}

METADATA = """<?xml version="1.0"?><metadata_gegevens>
<metadata name="OVERHEIDop.documenttitel" scheme="" content="Stand van de hangmatten"/>
<metadata name="OVERHEIDop.dossiernummer" content="39600-XV;39601"/>
<metadata name="OVERHEIDop.ondernummer" content="12"/>
<metadata name="OVERHEIDop.vergaderjaar" content="2030-2031"/><metadata name="DCTERMS.issued" content="2031-02-14"/>
<metadata name="OVERHEIDop.indiener" content="M. van der Hanger"/>{}
</metadata_gegevens>"""


@pytest.mark.parametrize("case", CASES)
def test_case(tmp_path: Path, case: str) -> None:
    wanted: dict[str, Any] = CASES[case]
    content = wanted["file"] if "file" in wanted else PAPER.format(wanted["body"])
    asked = {key for key in STATED if key in wanted}
    assert asked, "a case states something"
    assert outcome(letter_of(tmp_path, "stuk.xml", content), asked) == {key: wanted[key] for key in asked}


def test_a_part_of_a_debate_is_cited_by_its_place_and_asks_for_no_signer(tmp_path: Path) -> None:
    debate = CASES["heads: a part of a debate is numbered by the address of its facts"]["file"]
    letter = letter_of(tmp_path, "deel.xml", debate)
    assert citation_of(letter) == "Handelingen II 2030/31, nr. 61, item 4"
    assert paper_of(letter) == "h-tk-20302031-61-4"
    assert called(kamerstuk(letter) or "") == "Handelingen II 2030/31, nr. 61, item 4"
    assert missing_of(letter.facts) == (FactKey.DATE,)


def test_facts_beside_a_paper_name_where_they_stand(tmp_path: Path) -> None:
    letter = letter_of(tmp_path, "stuk.xml", PAPER.format("<al>De hangmat verbindt.</al>"), METADATA.format(""))
    assert {key.value: fact.origin for key, fact in letter.facts.items()} == {
        "title": "metadata.xml, OVERHEIDop.documenttitel",
        "date": "metadata.xml, DCTERMS.issued",
        "signers": "metadata.xml, OVERHEIDop.indiener",
        "dossier": "metadata.xml, OVERHEIDop.dossiernummer",
        "ondernummer": "metadata.xml, OVERHEIDop.ondernummer",
        "vergaderjaar": "metadata.xml, OVERHEIDop.vergaderjaar",
    }
    assert letter.fact(FactKey.DOSSIER) == "39600-XV"


def test_a_letter_is_dated_by_itself_and_called_by_what_stands_beside_it(tmp_path: Path) -> None:
    head = "<al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, 10 februari 2031</al>"
    letter = letter_of(tmp_path, "stuk.xml", PAPER.format(f"{head}<al>Tekst.</al>"), METADATA.format(""))
    assert letter.fact(FactKey.DATE) == "2031-02-10"
    assert letter.fact(FactKey.TITLE) == "Stand van de hangmatten"


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        (
            '<metadata name="OVERHEIDop.indiener" content="minister &lt;/voorvoegsels&gt; &lt;naam&gt;"/>',
            FactKey.SIGNERS,
        ),
        ('<metadata name="OVERHEIDop.vergaderjaar" content="2030"/>', FactKey.VERGADERJAAR),
        ('<metadata name="DCTERMS.issued" content="vorige week"/>', FactKey.DATE),
        ('<metadata name="OVERHEIDop.dossiernummer" content="onbekend"/>', FactKey.DOSSIER),
    ],
)
def test_a_fact_beside_a_paper_is_whole_or_absent(tmp_path: Path, entry: str, key: FactKey) -> None:
    metadata = f"<metadata_gegevens>{entry}</metadata_gegevens>"
    letter = letter_of(tmp_path, "stuk.xml", PAPER.format("<al>Tekst.</al>"), metadata)
    assert key not in letter.facts


def test_a_file_of_facts_is_no_letter(tmp_path: Path) -> None:
    letter_of(tmp_path, "stuk.xml", PAPER.format("<al>Tekst.</al>"), METADATA.format(""))
    assert list(find(tmp_path).files) == ["stuk"]


def test_a_file_of_facts_without_its_paper_is_named(tmp_path: Path) -> None:
    (tmp_path / "los.metadata.xml").write_text(METADATA.format(""))
    with pytest.raises(UserError, match="states facts of a paper, and is not the paper"):
        read(find(tmp_path).files["los.metadata"])


BLOCKS = ("al", "tekst", "divisie", "box", "onbekend", "al-groep", "bijlage", "noot.al")
PHRASES = ("nadruk", "sup", "extref", "vreemd", "inf")


def grown(random_: random.Random, words: list[str], depth: int, parent: etree._Element) -> None:
    """Elements at random, known and unknown, nested and mixed with text, each word once."""

    def word() -> str:
        words.append(f"w{len(words)}")
        return f" {words[-1]} "

    for _ in range(random_.randint(1, 4)):
        kind = random_.choice((*BLOCKS, *PHRASES, "noot", "lijst", "table", "ondertekening", "plaatje"))
        child = etree.SubElement(parent, kind)
        if kind == "noot":
            etree.SubElement(child, "noot.nr").text = "1"
            child = etree.SubElement(child, "noot.al")
        elif kind == "lijst":
            child = etree.SubElement(child, "li")
            etree.SubElement(child, "li.nr").text = random_.choice(("–", "1."))
        elif kind == "table":
            row = etree.SubElement(etree.SubElement(etree.SubElement(child, "tgroup"), "tbody"), "row")
            child = etree.SubElement(row, "entry")
        if random_.random() < 0.7:
            child.text = word()
        if depth and random_.random() < 0.6:
            grown(random_, words, depth - 1, child)
        if random_.random() < 0.4 and kind not in ("lijst", "table"):
            parent[-1].tail = word()


def test_no_word_of_any_tree_is_lost_or_stands_twice(tmp_path: Path) -> None:
    def whole(seed: int) -> None:
        root = etree.Element("officiele-publicatie")
        words: list[str] = []
        body = etree.SubElement(root, "kamerstuk")
        etree.SubElement(body, "al").text = "Tekst."
        grown(random.Random(seed), words, 3, body)
        path = tmp_path / "stuk.xml"
        path.write_bytes(etree.tostring(root))
        letter = read_letter(read(path))
        assert sorted(word for word in letter.source.text.split() if word[0] == "w") == sorted(words)
        assert letter.ledger.balances

    each(range(60), whole)
