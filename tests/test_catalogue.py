"""The catalogue: what is read, and what each mistake of an editor says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.errors import UserError
from build_tools.model import Fact, Signer
from build_tools.sources.catalogue import Catalogue, Entry, read_catalogue

CASES = yaml.safe_load((Path(__file__).parent / "cases/catalogue/errors.yml").read_text(encoding="utf-8"))


def catalogue(folder: Path, content: bytes) -> Catalogue:
    path = folder / "catalogue.yml"
    path.write_bytes(content)
    return read_catalogue(path, ["a", "b"], ["kamerstuk", "word"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_mistakes_name_file_line_and_remedy(tmp_path: Path, case: dict[str, Any]) -> None:
    with pytest.raises(UserError) as error:
        catalogue(tmp_path, case["catalogue"].encode())
    assert str(error.value) == f"{tmp_path}/{case['error']}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfea: {}", "holds characters that YAML does not know"),
        (b"a: \x01", "holds characters that YAML does not know"),
        (b"a: " + b"[" * 50_000, "is nested too deeply"),
    ],
)
def test_content_that_is_no_catalogue(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message):
        catalogue(tmp_path, content)


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
    assert stated.of("a") == Entry("word", facts)


def test_nothing_needs_to_be_stated(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "catalogue.yml", ["a"], []) == Catalogue()
    assert catalogue(tmp_path, b"# only a remark\n").of("a") == Entry()


def test_a_pair_is_the_same_from_either_side(tmp_path: Path) -> None:
    stated = catalogue(tmp_path, b"b: {versions: [a]}\n")
    assert stated.stated_versions() == {("a", "b")}
    assert stated.denied_versions() == set()
    assert catalogue(tmp_path, b"b: {not_versions: [a]}\n").denied_versions() == {("a", "b")}


@pytest.mark.parametrize("dossier", ["32824", "34000-IXB", "36600-IIA", "26800-A", "21501-31", "35934-(R2158)"])
def test_a_dossier_is_stated_as_it_is_kept(tmp_path: Path, dossier: str) -> None:
    stated = catalogue(tmp_path, f"a: {{facts: {{dossier: {{value: {dossier}, source: a register}}}}}}".encode())
    assert stated.of("a").facts["dossier"].value == dossier
