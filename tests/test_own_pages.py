"""Pages written by hand: what is wrong with them is one line that names the file, and nothing is half written."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from case_files import cases

from build_tools import build as stages
from build_tools import output
from build_tools.arranging import Arranging
from build_tools.build import as_one, build
from build_tools.dossiers.arrange import per_dossier
from build_tools.errors import MistakesError, UserError
from build_tools.folders import Folders
from build_tools.site import kept_pages
from build_tools.site.mkdocs_run import make_site
from build_tools.sources.own_site import read_own_site
from build_tools.workers.crew import ALONE, Crew
from build_tools.workers.processes import all_cores

CASES: dict[str, dict[str, Any]] = cases("pages_by_hand.yml")
LETTER = "Geachte voorzitter,\n\nHierbij zend ik u de nota.\n\nDe Minister van Financiën,\nJ. Jansen\n"
TWO_CORES = partial(all_cores, patience=0, cores=2)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """A letter, and a folder for pages."""
    monkeypatch.chdir(tmp_path)
    for name in ("seeds", "docs"):
        Path(name).mkdir()
    Path("seeds/a.txt").write_text(LETTER, encoding="utf-8")
    return Folders(Path("seeds"), Path("docs"))


def files() -> list[str]:
    return sorted(str(path) for path in Path().rglob("*") if not path.is_dir())


def write(case: dict[str, Any]) -> None:
    Path("docs/colofon.md").write_bytes(case["page"].encode(case.get("encoding", "utf-8")))


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.get("site")])
def test_a_page_by_hand_is_sound_or_its_fault_is_said(folders: Folders, name: str) -> None:
    write(CASES[name])
    before, told = files(), CASES[name].get("told")
    if told is None:
        assert Path("docs/brieven/a.md") in build(folders, with_site=False).changed
        return
    with pytest.raises(UserError) as error:
        build(folders, with_site=False)
    assert str(error.value).startswith(f"docs/colofon.md{told}") and len(error.value.lines) == 1
    assert files() == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("crew", "many"), [(lambda: ALONE, 40), (lambda: ALONE, 1), (TWO_CORES, 1)], ids=["few", "one core", "two"]
)
@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("site")])
def test_a_page_that_mkdocs_gives_up_at_is_named(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, name: str, crew: Callable[[], Crew], many: int
) -> None:
    monkeypatch.setattr(stages, "all_cores", crew)
    monkeypatch.setattr(kept_pages, "MANY", many)
    write(CASES[name])
    before = files()
    with pytest.raises(UserError) as error:
        build(folders)
    assert str(error.value).startswith(f"docs/colofon.md{CASES[name]['told']}") and len(error.value.lines) == 1
    assert files() == before


@pytest.mark.slow
@pytest.mark.parametrize("name", ["accents of another encoding", "a day as text"])
def test_in_front_of_dossiers_a_page_by_hand_is_named_too(folders: Folders, name: str) -> None:
    write(CASES[name])
    before = files()
    with pytest.raises(UserError, match=f"^docs/colofon.md{CASES[name]['told'].split('(')[0]}"):
        build(folders, arranging=per_dossier)
    assert files() == before


@pytest.mark.slow
def test_at_a_page_of_the_program_a_fault_stays_one_of_the_program(folders: Folders, tmp_path: Path) -> None:
    docs = tmp_path / "pages"
    output.write({"index.md": b"---\ndate: morgen\n---\n# Begin\n"}, docs)
    own = replace(read_own_site(folders.config), nav=())
    with pytest.raises(ValueError, match="morgen"):
        make_site(docs, tmp_path / "site", 0, own, written=folders.docs)


PLACES: dict[str, Callable[[Path], object]] = {
    "is not a regular file; leave it out": os.mkfifo,
    "is a link to nothing; mend the link or leave it out": lambda path: path.symlink_to("weg.md"),
    "is a link that leads back to itself; mend the link or leave it out": lambda path: path.symlink_to(path.name),
}


@pytest.mark.parametrize(("told", "made"), PLACES.items())
def test_what_is_called_like_a_page_and_is_no_file_is_named(
    folders: Folders, told: str, made: Callable[[Path], object]
) -> None:
    made(Path("docs/colofon.md"))
    with pytest.raises(UserError) as error:
        build(folders, with_site=False)
    assert str(error.value).startswith(f"docs/colofon.md: {told}")


def test_everything_wrong_with_pages_is_said_at_once(folders: Folders) -> None:
    output.write({"a.md": b"# Caf\xe9\n", "eigen/b.css": b"\xff", "c.png": b"\xff"}, folders.docs)
    Path(os.fsdecode(b"docs/caf\xe9.md")).write_text("# C\n", encoding="utf-8")
    with pytest.raises(MistakesError) as error:
        build(folders, with_site=False)
    assert [line.partition(";")[0] for line in error.value.lines] == [
        "docs/a.md:1: is not UTF-8 text",
        r"docs/caf\udce9.md: has a name that is not UTF-8",
        "docs/eigen/b.css:1: is not UTF-8 text",
    ]


def test_a_folder_that_cannot_be_looked_into_is_named(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs/dicht").mkdir()
    look = os.scandir

    def refuse(path: Any) -> Any:
        if str(path) == "docs/dicht":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UserError, match=r"^docs/dicht: cannot be read \(Permission denied\); make it readable"):
        build(folders, with_site=False)


@pytest.mark.slow
@pytest.mark.parametrize("arranging", [as_one, per_dossier])
def test_two_pages_at_one_address_are_named(folders: Folders, arranging: Arranging) -> None:
    output.write({"wij.md": b"# Wij\n", "wij/index.md": b"# Wij\n"}, folders.docs)
    before = files()
    with pytest.raises(UserError, match=r"^wij/index.md: would be the same file of the site as wij.md; give one of"):
        build(folders, arranging=arranging)
    assert files() == before


@pytest.mark.slow
def test_a_page_by_hand_may_stand_in_any_folder(folders: Folders) -> None:
    output.write({"templates/wij.md": b"# Wij\n"}, folders.docs)
    folders.config.write_text("nav:\n  - Wij: templates/wij.md\n", encoding="utf-8")
    build(folders)
    assert Path("site/templates/wij/index.html").is_file()


@pytest.mark.slow
def test_a_name_too_long_for_any_file_is_no_page(folders: Folders) -> None:
    folders.config.write_text(f"nav:\n  - Wij: {'x' * 300}.md\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"^mkdocs.yml:2: names x+\.md, which is not there; write it among the pages"):
        build(folders)
