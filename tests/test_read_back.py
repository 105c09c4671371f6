"""A built site is read back: every file is there and whole, every link and anchor leads somewhere."""

import json
from pathlib import Path

import pytest

from build_tools.build import build, check
from build_tools.committing.digests import digest
from build_tools.committing.sums import SUMS, listing
from build_tools.folders import Folders
from build_tools.output import LIST, write
from build_tools.site.read_back import FEW, site_faults

PAGES = {
    "index.html": '<a href="brieven/a%20b/#al-1"></a><a href="https://www.example.org/#x"></a><a href="#top" id="top">',
    "brieven/a b/index.html": '<p id="al-1"><a href="../../data/a.json?x=1#deel"></a><img src="data:image/png,">',
    "data/a.json": "{}",
    "404.html": '<link href="/om/brieven/data/a.json"><a href="/om/brieven/brieven/a%20b/"></a><a href="/om/brieven/">',
}


def site_of(folder: Path, **changed: str) -> Path:
    made = {name: text.encode() for name, text in {**PAGES, **changed}.items()}
    listed = listing({name: digest(content) for name, content in made.items()})
    write(made | {SUMS: listed, LIST: json.dumps([*made, SUMS]).encode()}, folder)
    return folder


def test_a_whole_site_has_no_faults(tmp_path: Path) -> None:
    assert site_faults(site_of(tmp_path)) is None


def test_what_no_build_made_is_nobodys_site(tmp_path: Path) -> None:
    assert site_faults(tmp_path / "nowhere") is None
    (tmp_path / "index.html").write_bytes(b'<a href="nowhere">')
    assert site_faults(tmp_path) is None


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("brieven/b/", "index.html leads to brieven/b/, which is not there"),
        ("brieven/a%20b/#al-2", "index.html leads to brieven/a%20b/#al-2, which is not there"),
        ("/om/brieven/c/", "index.html leads to /om/brieven/c/, which is not there"),
        ("/brieven/a%20b/", "index.html leads to /brieven/a%20b/, which is not there"),
        ("../brieven/a%20b/", "index.html leads to ../brieven/a%20b/, which is not there"),
        ("#nergens", "index.html leads to #nergens, which is not there"),
    ],
)
def test_a_link_that_leads_nowhere_is_named(tmp_path: Path, link: str, says: str) -> None:
    fault = site_faults(site_of(tmp_path, **{"index.html": f'<a href="{link}">'}))
    assert str(fault) == f"{tmp_path}: is not whole: {says}; run kamerbrieven"


def test_old_pages_are_as_they_were(tmp_path: Path) -> None:
    site = site_of(tmp_path, **{"brieven/oud/index.html": '<a href="../weg/">'})
    assert site_faults(site) is not None
    assert site_faults(site, ["brieven/oud.md"]) is None


def test_files_that_are_gone_or_cut_are_named(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site / "data/a.json").unlink()
    (site / "index.html").write_bytes(b"<a href")
    says = "data/a.json is missing, index.html is damaged"
    assert str(site_faults(site)) == f"{tmp_path}: is not whole: {says}; run kamerbrieven"


@pytest.mark.parametrize("content", [b"", b"\xff\n", b"rommel\n", b"0  index.html\n"])
def test_a_list_of_digests_that_is_damaged_vouches_for_nothing(tmp_path: Path, content: bytes) -> None:
    site = site_of(tmp_path)
    (site / SUMS).write_bytes(content)
    assert str(site_faults(site)) == f"{tmp_path}: is not whole: {SUMS} is damaged; run kamerbrieven"


def test_a_list_that_is_gone_is_named(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    (site / SUMS).unlink()
    assert str(site_faults(site)) == f"{tmp_path}: is not whole: {SUMS} is missing; run kamerbrieven"
    (site / LIST).write_bytes(b"rommel")
    assert str(site_faults(site)).startswith(f"{tmp_path}/{LIST}: is damaged; restore it, or ")


def test_of_many_faults_a_few_are_named(tmp_path: Path) -> None:
    fault = str(site_faults(site_of(tmp_path, **{"index.html": "".join(f'<a href="{n}">' for n in range(FEW + 2))})))
    assert fault.count("leads to") == FEW
    assert fault.endswith(" and 2 more; run kamerbrieven")


@pytest.mark.slow
def test_check_reads_the_site_back(here: Path) -> None:
    folders = Folders(here / "seeds", here / "docs", here / "site")
    build(folders)
    assert check(folders).current
    page = here / "site/brieven/brief/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:-100])
    (mistake,) = check(folders).mistakes
    told = f"site: is not whole: brieven/brief/index.html is damaged; run {folders.build_command()}"
    assert str(mistake).endswith(told)
    build(folders)
    assert page.read_bytes() == whole
    assert check(folders).current
