"""The JSON of the site: what there is, and the form that is promised for it."""

import json
from collections.abc import Mapping
from functools import cache

import pytest
from frozen import five_letters
from jsonschema import Draft202012Validator
from letters import block, files_of, letter

from build_tools.compare.comparing import compare
from build_tools.exports.schemas import FITS, faults_in, kind_of, schema
from build_tools.pages.comparison.sheet import ComparisonSheet


@cache
def made() -> Mapping[str, bytes]:
    """Every generated file of the five letters, two of which are compared."""
    letters = five_letters()
    sheet = ComparisonSheet(compare(letters["brief-donner-2011"], letters["kst-32824-1"]))
    return {path: text.encode() for path, text in files_of(tuple(letters.values()), [sheet]).items()}


@pytest.mark.parametrize("kind", FITS)
def test_every_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert json.loads(made()[f"data/schema/{kind}.json"]) == schema(kind)


def test_every_json_file_fits_its_schema() -> None:
    kinds = {kind_of(path) for path in made()}
    assert kinds == {*FITS, None}
    assert list(faults_in(made())) == []
    without = [path for path in made() if path.endswith(".json") and not kind_of(path)]
    assert all(path.endswith(".csl.json") or path.startswith("data/schema/") for path in without)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("data/brieven/a.json", '"level": 1', '"level": 0'),
        ("data/brieven/a.json", '"balances": true', '"balances": false'),
        ("data/index.json", '"data/brieven/a.json"', '"https://x.nl/a.json"'),
    ],
)
def test_what_does_not_fit_is_named(path: str, old: str, new: str) -> None:
    files = files_of([letter([block(1, "x")], id_="a")])
    assert old in files[path]
    assert [name for name, _ in faults_in({path: files[path].replace(old, new, 1).encode()})] == [path]


def test_the_index_names_the_files_that_there_are() -> None:
    index = json.loads(made()["data/index.json"])
    assert [one["id"] for one in index["letters"]] == list(five_letters())
    named = {path for one in (*index["letters"], *index["comparisons"]) for path in one["files"].values()}
    own = {path for path in made() if path.startswith(("data/", "bronnen/"))}
    further = set(index["data"].values())
    only_in_site = {path for path in named if path.endswith((".docx", ".html"))}
    assert (named | further) - only_in_site == own - {"data/index.json"}


def test_all_data_say_which_program_made_them_and_what_may_be_done() -> None:
    stamped = {"kamerbrieven", "licence"}
    for path, text in made().items():
        content = json.loads(text) if kind_of(path) else []
        groups = content.values() if kind_of(path) == "themas" else [content]
        entries = (one for group in groups for one in (group if isinstance(group, list) else [group]))
        assert all(stamped <= one.keys() for one in entries)
