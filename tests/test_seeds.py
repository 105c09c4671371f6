"""Which files of a folder are letters, and which folders cannot be built."""

import os
from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest

from build_tools.errors import UserError
from build_tools.sources.seeds import EDITORIAL, find
from build_tools.sources.yaml_nodes import parse


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("Een brief.\n", encoding="utf-8")


def test_every_file_is_a_letter_but_hidden_and_editorial_ones(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a", "c & d <e>.asc", ".gitkeep", "catalogue.yml", "themes.yml", "notities.yml")
    (tmp_path / "oud").mkdir()
    seeds = find(tmp_path)
    assert list(seeds.files) == ["a", "b", "c & d <e>", "notities"]
    assert seeds.notices == (f"{tmp_path}/oud: a folder in the folder of letters is not read",)


def test_a_name_that_the_site_needs_itself_gets_another_page(tmp_path: Path) -> None:
    put(tmp_path, "README.md", "index.txt")
    seeds = find(tmp_path)
    assert list(seeds.files) == ["README_", "index_"]
    notice = "is read as a letter like the others; its page is called README_"
    assert seeds.notices[0] == f"{tmp_path}/README.md: {notice}"


def same_id(folder: Path) -> None:
    put(folder, "brief.md", "brief.txt")


def same_but_for_case(folder: Path) -> None:
    put(folder, "Brief.txt", "brief.txt")


def same_but_for_accent(folder: Path) -> None:
    put(folder, "één.txt", "e\u0301e\u0301n.txt")


def link_outside(folder: Path) -> None:
    (folder / "brief.txt").symlink_to("/etc/hostname")


def link_to_nothing(folder: Path) -> None:
    (folder / "brief.txt").symlink_to(folder.parent / "weg")


def wrong_catalogue_name(folder: Path) -> None:
    put(folder, "brief.txt", "Catalogue.yaml")


def long_name(folder: Path) -> None:
    put(folder, "x" * 240)


def line_feed_in_name(folder: Path) -> None:
    put(folder, "een\ntwee.txt")


def name_in_another_encoding(folder: Path) -> None:
    put(folder, "caf\udce9.txt")


def nothing(folder: Path) -> None:
    put(folder, "catalogue.yml", ".verborgen")


def no_folder(folder: Path) -> None:
    folder.rmdir()


def link_to_itself(folder: Path) -> None:
    (folder / "brief.txt").symlink_to("brief.txt")


def link_in_a_circle(folder: Path) -> None:
    (folder / "brief.txt").symlink_to("brief")
    (folder / "brief").symlink_to("brief.txt")


@pytest.mark.parametrize(
    ("prepare", "messages"),
    [
        (same_id, ["brief.txt: has the same id as brief.md; rename one of the two"]),
        (same_but_for_case, ["brief.txt: has the same id as Brief.txt; rename one of the two"]),
        (same_but_for_accent, ["één.txt: has the same id as e\u0301e\u0301n.txt; rename one of the two"]),
        (link_outside, ["brief.txt: is a link to a file outside the folder; put the file itself here"]),
        (link_to_nothing, ["brief.txt: is a link to a file outside the folder; put the file itself here"]),
        (link_to_itself, ["brief.txt: is a link that leads back to itself; put the file itself here"]),
        (link_in_a_circle, [
            "brief: is a link that leads back to itself; put the file itself here",
            "brief.txt: is a link that leads back to itself; put the file itself here",
            "brief.txt: has the same id as brief; rename one of the two",
        ]),
        (wrong_catalogue_name, ["Catalogue.yaml: has a name that is not looked for; call it catalogue.yml"]),
        (long_name, [f"{'x' * 240}: has too long a name; rename it (at most 200 bytes)"]),
        (line_feed_in_name, [r"een\ntwee.txt: has a control character in its name; rename it"]),
        (name_in_another_encoding, [r"caf\udce9.txt: has a name that is not UTF-8; rename it"]),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_found(
    tmp_path: Path, prepare: Callable[[Path], None], messages: list[str]
) -> None:
    put(tmp_path, "goed.txt")
    prepare(tmp_path)
    seeds = find(tmp_path)
    errors = [*(mistake.error for mistake in seeds.mistakes), *seeds.misnamed]
    assert [str(error) for error in errors] == [f"{tmp_path}/{message}" for message in messages]
    assert "goed" in seeds.files
    assert not seeds.files.keys() & seeds.wrong.keys()


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (nothing, "holds no letters; put a text file in it"),
        (no_folder, "is not a folder; give the folder of letters with --seeds"),
    ],
)
def test_folders_that_cannot_be_built(tmp_path: Path, prepare: Callable[[Path], None], message: str) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    prepare(folder)
    with pytest.raises(UserError, match=message):
        find(folder)


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UserError, match=rf"^{tmp_path}: cannot be read \(Permission denied\); make it readable"):
        find(tmp_path)


def test_a_link_within_the_folder_is_a_file(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert list(find(tmp_path).files) == ["a", "b"]


@pytest.mark.parametrize("name", EDITORIAL)
def test_what_editors_state_is_read_as_guardedly_as_a_letter(tmp_path: Path, name: str) -> None:
    """A pipe is not waited for, and what a link brings in from elsewhere is not read."""
    folder, stated = tmp_path / "seeds", tmp_path / "seeds" / name
    folder.mkdir()
    os.mkfifo(stated)
    with pytest.raises(UserError, match="is not a regular file"):
        parse(stated)
    stated.unlink()
    put(tmp_path, "elders")
    stated.symlink_to(tmp_path / "elders")
    with pytest.raises(UserError, match="is a link to a file outside the folder"):
        parse(stated)
    stated.unlink()
    assert parse(stated) is None
