"""From a folder of letters to a site: what is built, refused, kept and the same every time."""

import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from errno import ENOSPC
from io import FileIO
from pathlib import Path

import pytest
from frozen import SEEDS
from letters import letter
from mkdocs import utils

from build_tools import build as stages
from build_tools import output
from build_tools.build import SamePathError, build, by_path, check
from build_tools.committing.journal import Replacement
from build_tools.committing.standing import write_anew
from build_tools.errors import MistakesError, UserError
from build_tools.folders import PROJECT, Folders
from build_tools.gather import gather
from build_tools.model import Block, Fact, FactKey, Passage
from build_tools.output import SiteFile
from build_tools.site import mkdocs_run as website

LETTER = "Geachte voorzitter,\n\nHierbij zend ik u de {what}.\n\nDe Minister van Financiën,\nJ. Jansen\n"


def two_letters(place: Path) -> Folders:
    """Two short letters and no catalogue."""
    seeds = place / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text(LETTER.format(what="nota"), encoding="utf-8")
    (seeds / "b <i>.txt").write_text(LETTER.format(what="{{ visie }} <b>&amp;"), encoding="cp1252")
    return Folders(seeds, place / "docs", place / "site")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return two_letters(tmp_path)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages and the site of these letters; to be copied."""
    place = tmp_path_factory.mktemp("built")
    build(two_letters(place))
    return place


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Folders:
    """What a build left behind."""
    shutil.copytree(built_once, tmp_path / "built")
    return Folders(*(tmp_path / "built" / name for name in ("seeds", "docs", "site")))


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_a_folder_without_catalogue_becomes_a_site(folders: Folders) -> None:
    built = build(folders)
    assert built.told.letters == 2
    assert built.notices[:-1] == (f"{folders.seeds}/b <i>.txt: read as Windows-1252",)
    assert (folders.docs / "brieven/a.md").is_file()
    assert (folders.docs / "assets/kamerbrieven.css").is_file(), "what is written by hand comes along"
    assert "Hierbij zend ik u de nota." in (folders.site / "brieven/a/index.html").read_text(encoding="utf-8")
    assert (folders.site / "brieven/b <i>/index.html").is_file()
    assert build(folders).changed == ()
    assert [path.name for path in sorted(folders.docs.parent.iterdir())] == ["docs", "seeds", "site"]


def test_without_site(folders: Folders) -> None:
    build(folders, with_site=False)
    assert folders.docs.is_dir()
    assert not folders.site.exists()


@pytest.mark.slow
def test_a_removed_letter_leaves_no_page(built: Folders) -> None:
    (built.seeds / "a.txt").unlink()
    build(built)
    for folder in (built.docs, built.site):
        assert not [name for name in tree(folder) if "brieven/a" in name]


@pytest.mark.slow
def test_pages_written_by_hand_stay_and_are_built(folders: Folders) -> None:
    folders.docs.mkdir()
    (folders.docs / "colofon.md").write_text("# Colofon\n\nMet de hand.\n", encoding="utf-8")
    build(folders)
    assert "Met de hand." in (folders.site / "colofon/index.html").read_text(encoding="utf-8")
    assert (folders.docs / "colofon.md").read_text(encoding="utf-8").endswith("Met de hand.\n")


@pytest.mark.slow
def test_a_page_with_a_dead_link_fails_and_changes_nothing(built: Folders) -> None:
    before = tree(built.docs), tree(built.site)
    (built.seeds / "a.txt").write_text(LETTER.format(what="wijziging"), encoding="utf-8")
    (built.docs / "colofon.md").write_text("[dood](weg.md)\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"mkdocs.yml: MkDocs says: .*colofon.md.*weg.md"):
        build(built)
    (built.docs / "colofon.md").unlink()
    assert (tree(built.docs), tree(built.site)) == before


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["make_pages", "site_changes", "lay_out"])
@pytest.mark.parametrize("fault", [KeyboardInterrupt, RuntimeError])
def test_a_crash_leaves_the_old_pages_and_site_whole(
    built: Folders, monkeypatch: pytest.MonkeyPatch, stage: str, fault: type[BaseException]
) -> None:
    before = tree(built.docs), tree(built.site)
    (built.seeds / "a.txt").write_text(LETTER.format(what="wijziging"), encoding="utf-8")
    whole: Callable[..., object] = getattr(stages, stage)

    def crash(*arguments: object) -> None:
        whole(*arguments)
        raise fault

    monkeypatch.setattr(stages, stage, crash)
    with pytest.raises(fault):
        build(built)
    assert (tree(built.docs), tree(built.site)) == before


@pytest.mark.slow
@pytest.mark.parametrize("page", ["brieven/a/index.html", "sitemap.xml", "feed.xml", "pagefind/pagefind.js"])
def test_a_full_disk_names_the_file_of_the_site(folders: Folders, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    """Whoever was writing it: MkDocs, or a step behind it."""
    write = FileIO.write

    def full(name: str) -> None:
        if name.endswith(f"/site/{page}"):
            raise OSError(ENOSPC, "No space left on device")

    class Small(FileIO):
        def write(self, data: bytes, /) -> int:
            full(str(self.name))
            return write(self, data)

    def put(path: str, data: bytes) -> None:
        full(str(path))
        write_anew(path, data)

    monkeypatch.setenv("SITE_URL", "https://x.nl/")  # else there is no sitemap
    monkeypatch.setattr(utils, "open", Small, raising=False)
    monkeypatch.setattr(output, "write_anew", put)
    with pytest.raises(UserError) as error:
        build(folders)
    told = "cannot be written (No space left on device); make room on that disk"
    assert str(error.value).startswith(f"{folders.site}/{page}: {told}")
    assert sorted(path.name for path in folders.docs.parent.iterdir()) == ["seeds"]


def test_links_to_themselves_are_refused_by_name(folders: Folders) -> None:
    loop = folders.seeds.parent / "kring"
    loop.symlink_to("kring")
    with pytest.raises(UserError, match="kring: is not a folder"):
        build(replace(folders, seeds=loop))
    with pytest.raises(UserError, match="kring: is a link to nothing; make the folder that it leads to"):
        build(replace(folders, docs=loop), with_site=False)
    (folders.seeds / "themes.yml").symlink_to("themes.yml")
    with pytest.raises(UserError, match=r"themes\.yml: is a link that leads back to itself"):
        build(folders, with_site=False)


@pytest.mark.slow
def test_every_dead_link_of_a_page_is_named_in_one_run(folders: Folders) -> None:
    folders.docs.mkdir()
    (folders.docs / "colofon.md").write_text("[dood](weg.md) en [ook](elders.md)\n", encoding="utf-8")
    with pytest.raises(MistakesError) as error:
        build(folders)
    assert [re.findall(r"'(\w+\.md)'", line)[1] for line in error.value.lines] == ["weg.md", "elders.md"]


def test_check_names_what_is_stale(folders: Folders) -> None:
    build(folders, with_site=False)
    checked = check(folders)
    assert (checked.stale, checked.mistakes) == ((), ())
    (folders.seeds / "a.txt").write_text(LETTER.format(what="wijziging"), encoding="utf-8")
    assert "brieven/a.md" in check(folders).stale
    assert "brieven/b <i>.md" not in check(folders).stale
    build(folders, with_site=False)
    (folders.docs / "brieven/a.md").unlink()
    assert check(folders).stale == ("brieven/a.md",)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("seeds", "seeds", "site"), "overlaps with"),
        (("seeds", "seeds/docs", "site"), "overlaps with"),
        (("site/seeds", "docs", "site"), "overlaps with"),
        (("seeds", "docs", "docs/site"), "overlaps with"),
        (("seeds", "docs/../seeds", "site"), "overlaps with"),
        (("seeds", "file", "site"), "file: is not a folder; give another one"),
        (("seeds", "file/docs", "site"), "file/docs: lies in .*/file, which is not a folder; give another one"),
        (("seeds", "docs", "file/a/site"), "file/a/site: lies in .*/file, which is not a folder; give another one"),
        (
            ("seeds", "link", "site"),
            "link: is a link to nothing; make the folder that it leads to, or give another",
        ),
        (("seeds", "link/docs", "site"), "link/docs: lies in .*/link, which is a link to nothing; make the folder"),
        (("seeds", "docs", "/"), "overlaps with"),
        (("seeds", str(Path.home()), "site"), "holds .*; give a folder for the pages alone"),
        (("seeds", str(PROJECT), "site"), "holds .*; give a folder for the pages alone"),
        (("weg", "docs", "site"), "weg: is not a folder"),
    ],
)
def test_folders_that_cannot_serve(folders: Folders, names: tuple[str, str, str], message: str) -> None:
    root = folders.seeds.parent
    (root / "file").touch()
    (root / "link").symlink_to("weg")
    before = tree(root)
    with pytest.raises(UserError, match=message):
        build(Folders(*(root / name for name in names)))
    assert tree(root) == before


@pytest.mark.slow
def test_files_of_others_in_the_site_stay(folders: Folders) -> None:
    folders.site.mkdir()
    (folders.site / "index.html").write_text("van een ander", encoding="utf-8")
    with pytest.raises(UserError, match=r"site/index.html: was not made by kamerbrieven"):
        build(folders)
    assert (folders.site / "index.html").read_text(encoding="utf-8") == "van een ander"
    assert not folders.docs.exists()


ON_TWO_CORES = """
import sys
from functools import partial
from build_tools import build
from build_tools.cli import main
from build_tools.site import kept_pages
from build_tools.workers.processes import all_cores

build.all_cores, kept_pages.MANY = partial(all_cores, patience=0, cores=2), 1
sys.exit(main([]))
"""
"""The command, where others are called in at once: by itself it would do so only once that is worth it."""


@pytest.mark.slow
def test_same_input_same_bytes(built_alone: Path, tmp_path: Path) -> None:
    """The five letters on two cores, from a folder, zone, locale and hash seed that differ."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    environment = os.environ | {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    environment |= {"PYTHONPATH": str(PROJECT)}
    environment.pop("SITE_URL", None)
    command = [sys.executable, "-c", ON_TWO_CORES]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    for folder in ("docs", "site"):
        assert tree(tmp_path / folder) == tree(built_alone / folder)


@pytest.mark.usefixtures("looked_through")
def test_nothing_of_letters_is_held_while_the_site_is_made(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    (folders.seeds / "a.txt").write_text(LETTER.format(what="nergens anders genoemde nota"), encoding="utf-8")
    held: list[object] = []

    def site_changes(*_: object) -> tuple[list[Replacement], bytes]:
        texts = (one for one in gc.get_objects() if isinstance(one, Block | Passage))
        held.extend(one for one in texts if "nergens anders" in one.text)
        return [], b""

    monkeypatch.setattr(stages, "site_changes", site_changes)
    assert build(folders).told.letters == 2 and held == []


@pytest.mark.parametrize(
    ("dates", "epoch"),
    [(["2011-06-16", "2025-02-07"], 1738886400), ([], 0), (["1814-11-07"], 0), (["9999-12-31"], 2**31 - 1)],
)
def test_the_time_of_the_site_is_that_of_its_newest_letter(folders: Folders, dates: list[str], epoch: int) -> None:
    letter = gather(folders.seeds, iter).letters[0]
    dated = [replace(letter, facts={FactKey.DATE: Fact(date, 1)}) for date in dates]
    assert website.epoch_of([letter, *dated]) == epoch


def test_a_catalogue_that_contradicts_the_text_is_refused(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    text = "Aan de Voorzitter van de Tweede Kamer\n\nDen Haag, 3 mei 2023\n\nGeachte voorzitter,\n\nTer inzage.\n"
    (seeds / "a.txt").write_text(text, encoding="utf-8")
    stated = "a:\n  facts:\n    date:\n      value: 2023-05-04\n      source: een gissing\n"
    (seeds / "catalogue.yml").write_text(stated, encoding="utf-8")
    with pytest.raises(UserError, match="states date of a otherwise than line 3 of its text"):
        build(Folders(seeds, tmp_path / "docs", tmp_path / "site"), with_site=False)
    assert not (tmp_path / "docs").exists()


def test_no_page_takes_the_place_of_another() -> None:
    with pytest.raises(SamePathError, match=r"themas/index\.md"):
        by_path([SiteFile("themas/index.md", "alle thema’s"), SiteFile("themas/index.md", "een thema")])


def test_versions_that_get_no_page_are_named() -> None:
    """A name can be too long for a file system, and two pairs can give one name."""
    long, longer = "a" * 130, "b" * 130
    ids = {"x": ("y--z",), "x--y": ("z",), "y--z": ("x",), "z": ("x--y",), long: (longer,), longer: (long,)}
    letters = [replace(letter(id_=id_), versions=versions) for id_, versions in ids.items()]
    assert list(stages.without_page(letters, stages.compared(letters))) == [
        f"{long} and {longer}: too long together for a page that compares them; rename one of the two",
        "x--y and z: another comparison is called x--y--z, so they have none; rename one of the two",
    ]
