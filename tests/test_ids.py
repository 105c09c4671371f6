"""Two kinds of one letter: each has an id of its own that stays, and they are versions of each other."""

import json
from pathlib import Path

import pytest

from build_tools.build import build
from build_tools.commands.named_letters import read_one
from build_tools.folders import Folders
from build_tools.gather import gather
from build_tools.sources.ids import ids_of, kinds_of_one
from build_tools.sources.readers import READERS
from build_tools.sources.readers.plain import text
from build_tools.sources.seeds import find

LETTER = "Geachte voorzitter,\n\n{}\n\nDe Minister van Financiën,\nJ. Jansen\n"


@pytest.fixture(autouse=True)
def more_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if there were readers for these two; they stand behind text."""
    for ending in (".een", ".twee"):
        monkeypatch.setitem(READERS, ending, text.extract)


def put(folder: Path, **texts: str) -> Path:
    """Write letters; a name says its ending behind an underscore."""
    folder.mkdir(exist_ok=True)
    for name, about in texts.items():
        (folder / name.replace("_", ".")).write_text(LETTER.format(about), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ("brief.een", "brief"),
        ("brief.een brief.txt", "brief-een brief"),
        ("brief.twee brief.een brief.txt", "brief-twee brief-een brief"),
        ("brief.twee Brief.EEN", "brief-twee Brief"),
        ("index.een index.txt", "index-een index_"),
        ("brief.txt brief.md", "brief brief"),  # both are text: which is the letter?
        ("brief.txt brief-een.een", "brief brief-een"),
        ("v1.2 v1.2.een", "v1.2 v1.2-een"),
    ],
)
def test_the_first_kind_has_the_name_alone(names: str, ids: str) -> None:
    assert list(ids_of(map(Path, names.split())).values()) == ids.split()


@pytest.mark.parametrize(
    ("names", "pairs"),
    [
        ("brief.een brief.txt", [("brief", "brief-een")]),
        ("brief.txt brief-een.een", [("brief", "brief-een")]),
        (
            "brief.txt brief.een brief.twee",
            [("brief", "brief-een"), ("brief", "brief-twee"), ("brief-een", "brief-twee")],
        ),
        ("brief.txt brief-txt.txt brief-een.txt", []),
    ],
)
def test_kinds_of_one_letter_are_named(names: str, pairs: list[tuple[str, str]]) -> None:
    files = {id_: path for path, id_ in ids_of(map(Path, names.split())).items()}
    assert list(kinds_of_one(files)) == pairs


def test_an_id_that_another_file_has_from_its_name_is_a_mistake(tmp_path: Path) -> None:
    seeds = find(put(tmp_path, brief_txt="", brief_een="", **{"brief-een_txt": ""}))
    assert [str(mistake.error) for mistake in seeds.mistakes] == [
        f"{tmp_path}/brief.een: has the same id as brief-een.txt; rename one of the two"
    ]
    assert list(seeds.files) == ["brief"]


def test_they_are_built_as_versions_whatever_their_texts_say(tmp_path: Path) -> None:
    folders = Folders(put(tmp_path / "seeds", brief_een="Een.", brief_txt="Geheel anders."), tmp_path / "docs")
    build(folders, with_site=False)
    letters = gather(folders.seeds, iter).letters
    assert {letter.id: letter.versions for letter in letters} == {"brief": ("brief-een",), "brief-een": ("brief",)}
    assert (folders.docs / "vergelijken/brief--brief-een.md").is_file()
    assert read_one(folders.seeds, "brief-een")[0].source.id == "brief-een"


def test_a_published_address_stays_with_its_file(tmp_path: Path) -> None:
    """A kind that came later does not take it, and goes under another name; then every letter is there."""
    folders = Folders(put(tmp_path / "seeds", brief_twee="De brief.", ander_txt="Iets."), tmp_path / "docs")
    build(folders, with_site=False)
    page = folders.docs / "data/brieven/brief.json"
    before = page.read_bytes()
    put(folders.seeds, brief_een="De brief.")
    wrong = build(folders, with_site=False).mistakes
    assert [line.removeprefix(f"{folders.seeds}/") for error in wrong for line in error.lines] == [
        "brief.twee: is published as brief, and would become brief-twee; "
        "call brief.een brief-een.een, so that no address changes"
    ]
    assert page.read_bytes() == before
    (folders.seeds / "brief.een").rename(folders.seeds / "brief-een.een")
    assert build(folders, with_site=False).mistakes == ()
    assert json.loads(page.read_bytes())["source"]["file"] == "brief.twee"
    assert json.loads(page.read_bytes())["versions"] == ["brief-een"]


def test_a_second_kind_keeps_its_address_when_the_first_goes(tmp_path: Path) -> None:
    seeds = put(tmp_path / "seeds", brief_txt="De brief.", brief_een="De brief.", ander_txt="Iets.")
    folders = Folders(seeds, tmp_path / "docs")
    build(folders, with_site=False)
    (folders.seeds / "brief.txt").unlink()
    assert [str(error).partition("brief.een: ")[2] for error in build(folders, with_site=False).mistakes] == [
        "is published as brief-een, and would become brief; call brief.een brief-een.een, so that no address changes"
    ]
    assert (folders.docs / "brieven/brief-een.md").is_file()
