"""The catalogue: what is read, and what each mistake of an editor says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from case_files import cases
from frozen import SEEDS
from yaml import ScalarNode

from build_tools.errors import UserError, attempt
from build_tools.model import Fact, Signer
from build_tools.sources import yaml_nodes
from build_tools.sources.catalogue import Catalogue, CatalogueEntry, read_catalogue

CASES = cases("catalogue/errors.yml")


def catalogue(folder: Path, content: bytes) -> Catalogue:
    path = folder / "catalogue.yml"
    path.write_bytes(content)
    return read_catalogue(path, ["a", "b"], ["kamerstuk", "word"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_mistakes_name_file_line_and_remedy(tmp_path: Path, case: dict[str, Any]) -> None:
    assert mistakes(tmp_path, case["catalogue"].encode()) == [f"{tmp_path}/{case['error']}"]


def mistakes(folder: Path, content: bytes) -> list[str]:
    """Every line that an editor gets to read."""
    found = attempt(lambda: catalogue(folder, content))
    return [
        line for error in ([found] if isinstance(found, UserError) else found.wrong.values()) for line in error.lines
    ]


def test_every_mistake_is_named_and_costs_one_letter(tmp_path: Path) -> None:
    content = b"""
a:
  layout: kamerstukk
  facts:
    date: {value: morgen, source: x}
    titel: {value: x, source: y}
    place: {value: Den Haag}
  versions: [c]
b:
  facts:
    title: {value: Visie, source: a register}
d: {}
"""
    assert [line.removeprefix(f"{tmp_path}/catalogue.yml:")[:30] for line in mistakes(tmp_path, content)] == [
        "3: kamerstukk is no known layo",
        "5: date is 'morgen'; write a d",
        "6: titel is no known fact; is ",
        "7: place has no source; write ",
        "8: c is no known document; use",
        "12: d is no known document; us",
    ]
    found = catalogue(tmp_path, content)
    assert found.of("b").facts["title"].value == "Visie"
    with pytest.raises(UserError, match="kamerstukk"):
        found.of("a")


@pytest.mark.parametrize(
    ("content", "left_out"),
    [
        (b"brief-donnr: {layout: word}", "brief-donner"),
        (b"brief-donnr: {layout: word}\nbrief-donner: {layout: word}", "brief-donnr"),
        (b"iets heel anders: {layout: word}", "iets heel anders"),
    ],
)
def test_an_entry_of_no_document_is_taken_for_that_of_the_one_it_looks_like(
    tmp_path: Path, content: bytes, left_out: str
) -> None:
    """What was meant for a letter must not be missing from its page; where that letter has its entry, nothing is."""
    (tmp_path / "catalogue.yml").write_bytes(content)
    found = read_catalogue(tmp_path / "catalogue.yml", ["brief-donner", "kst-32824-1"], ["word"])
    assert list(found.wrong) == [left_out]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfea: {}", "holds characters that YAML does not know"),
        (b"a: \x01", "holds characters that YAML does not know"),
        (b"a: " + b"[" * 5_000, "is nested too deeply"),
    ],
)
def test_content_that_is_no_catalogue(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message):
        catalogue(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [
        *(path.read_bytes() for path in sorted(SEEDS.glob("*.yml"))),
        b"a:\tb\nc: [d,\te]",
        "a: b\ufeffc\n\ufeffd: e".encode(),
        "# \u2028\na: \"x\\u00e9\"\nb: 'it''s'\nc: >-\n  d\n\n  e\nf: &g {h: }\ni: [*g, ~, http://j.nl/]\n".encode(),
        b"a: [b",
        b"a: b: c",
    ],
)
def test_a_file_is_the_same_with_and_without_the_part_in_c(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for part in (yaml_nodes.IN_C, object):
        monkeypatch.setattr(yaml_nodes, "IN_C", part)
        try:
            found.append([*told(yaml_nodes.compose(Path("a.yml"), content))])
        except UserError as error:
            found.append([str(error)])
    assert found[0] == found[1]


def told(node: Any) -> Iterator[tuple[object, ...]]:
    """Where a node stands (one that is blank, on which line), what it is and what it says; the same of those in it."""
    if isinstance(node, tuple | list):
        for one in node:
            yield from told(one)
    else:
        blank, scalar = yaml_nodes.is_blank(node), isinstance(node, ScalarNode)
        yield node.tag, node.start_mark.line, blank or node.start_mark.column, scalar and node.value
        yield from () if scalar else told(node.value)


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    stated = catalogue(
        tmp_path,
        b"""
a:
  layout: word
  facts:
    date: {value: 2011-06-16, source: a register}
    ondernummer: {value: 1, source: a register}
    signers: {value: [{name: A. B, role: Minister}], source: a list}
""",
    )
    facts = {
        "date": Fact("2011-06-16", "a register"),
        "ondernummer": Fact("1", "a register"),
        "signers": Fact((Signer("A. B", "Minister"),), "a list"),
    }
    assert stated.of("a") == CatalogueEntry("word", facts)


def test_nothing_needs_to_be_stated(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "catalogue.yml", ["a"], []) == Catalogue()
    assert catalogue(tmp_path, b"# only a remark\n").of("a") == CatalogueEntry()


@pytest.mark.parametrize("content", [b"a:", b"a:\n  # layout: word\n", b"a:\n  facts:\n    # title:\n", b"a: {}"])
def test_comments_alone_state_nothing(tmp_path: Path, content: bytes) -> None:
    assert catalogue(tmp_path, content).of("a") == CatalogueEntry()


def test_a_pair_is_the_same_from_either_side(tmp_path: Path) -> None:
    stated = catalogue(tmp_path, b"b: {versions: [a]}\n")
    assert stated.stated_versions() == {("a", "b")}
    assert stated.denied_versions() == set()
    assert catalogue(tmp_path, b"b: {not_versions: [a]}\n").denied_versions() == {("a", "b")}


@pytest.mark.parametrize("dossier", ["32824", "34000-IXB", "36600-IIA", "26800-A", "21501-31", "35934-(R2158)"])
def test_a_dossier_is_stated_as_it_is_kept(tmp_path: Path, dossier: str) -> None:
    stated = catalogue(tmp_path, f"a: {{facts: {{dossier: {{value: {dossier}, source: a register}}}}}}".encode())
    assert stated.of("a").facts["dossier"].value == dossier
