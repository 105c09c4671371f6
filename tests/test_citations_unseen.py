"""How many citations are found in texts that were written apart from the rules, and how many are found in vain."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from textwrap import fill
from typing import Any

import pytest
import yaml

from build_tools.citations.find import citations
from build_tools.connections.references import references_of
from build_tools.draft import Document
from build_tools.model import Source
from build_tools.reading.letter import read_letter

FILE = Path(__file__).parent / "truth" / "connected" / "citations_unseen.yml"
TRUTH: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
ROWS: list[list[str]] = [*TRUTH["cites"], *([text] for text in TRUTH["never"])]
LEAST = 0.99
"""The floor of both measures: of what is cited the part that is found, of what is found the part that is cited."""

HEAD = """32 999 Proefdossier
Nr. 7 BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 7 februari 2025
"""
LEAD = "Met deze brief informeer ik uw Kamer over de voortgang van het beleid dat is gericht op de integratie. Zie ook:"
REST = "Dit is van belang voor het vervolg, zo schreef ik al eerder aan uw Kamer."


def full(papers: Iterable[str]) -> Counter[str]:
    return Counter(f"http://data.europa.eu/{paper}/oj" if paper.startswith("eli/") else paper for paper in papers)


def cited_in(text: str) -> Counter[str]:
    letter = read_letter(Document(Source.of("brief", "brief.txt", text, "UTF-8", "0" * 64)))
    return Counter(target.paper for reference in references_of(letter) for target in reference.citation.targets)


def recall_and_precision(found: Counter[str], rows: Iterable[list[str]]) -> tuple[float, float]:
    listed = [paper for _, *papers in rows for paper in papers]
    must = full(paper for paper in listed if paper[0] != "?")
    counted = found - full(paper[1:] for paper in listed if paper[0] == "?")
    hits = (counted & must).total()
    return hits / must.total(), hits / counted.total()


def test_citations_in_plain_text() -> None:
    found = Counter(target.paper for text, *_ in ROWS for citation in citations(text) for target in citation.targets)
    assert min(recall_and_precision(found, ROWS)) >= LEAST


@pytest.mark.parametrize("width", [64, 70, 78, 86])
def test_citations_broken_over_lines_of_print(width: int) -> None:
    """Wherever its lines end, a letter cites the same papers: no number at the start of a line is anything else."""
    paragraphs = [fill(f"{LEAD} {text} {REST}", width, break_on_hyphens=False) for text, *_ in ROWS if "\n" not in text]
    rows = [row for row in ROWS if "\n" not in row[0]]
    assert min(recall_and_precision(cited_in("\n\n".join([HEAD, *paragraphs])), rows)) >= LEAST - 0.01


@pytest.mark.parametrize("name", TRUTH["letters"])
def test_citations_of_whole_letters(name: str) -> None:
    letter = TRUTH["letters"][name]
    assert recall_and_precision(cited_in(letter["text"]), [[name, *letter["cites"]]]) == (1, 1)
