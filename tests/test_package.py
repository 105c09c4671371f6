"""What others install: the same program as the clone, whole, and in need of nothing beside it."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Sequence
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

import pytest

from build_tools import __version__
from build_tools.cli import main
from build_tools.folders import PROJECT
from build_tools.pdf import writer

pytest.importorskip("flit_core", reason="flit_core is not installed")

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
LETTER = "Geachte voorzitter,\n\nHierbij zend ik u de nota over {what} die ik in het debat van gisteren toezegde.\n"
RUN = """
import json, sys
import build_tools.cli as cli

print(cli.__file__, file=sys.stderr)
sys.exit(any([cli.main(command) for command in json.loads(sys.argv[1])]))
"""


def made(what: str, project: Path, folder: Path) -> Path:
    """A wheel or sdist, as an installer has it made."""
    code = f"import sys; from flit_core.buildapi import build_{what} as make; print(make(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(folder)]
    folder.mkdir(parents=True)
    done = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True)
    return folder / done.stdout.strip()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made("wheel", PROJECT, tmp_path_factory.mktemp("package") / "wheel")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made("sdist", PROJECT, tmp_path_factory.mktemp("package") / "sdist")


def files_of(wheel: Path) -> dict[str, bytes]:
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(program: Path, here: Path, *commands: Sequence[str]) -> None:
    """Commands in turn, from the program in a folder and with another one to work in."""
    environment = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
    command = [sys.executable, "-c", RUN, json.dumps(commands)]
    environment["PYTHONPATH"] = str(program)
    done = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, check=False)
    assert done.stderr.startswith(f"{program}/build_tools/"), done.stderr
    assert done.returncode == 0, done.stderr


def letters(folder: Path) -> Path:
    (folder / "letters").mkdir(parents=True)
    for name in ("eerste", "tweede"):
        (folder / f"letters/{name}.txt").write_text(LETTER.format(what=f"de {name} dijk"), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_in_an_empty_folder_the_wheel_builds_what_the_clone_builds(
    tmp_path: Path, wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed, here = tmp_path / "installed", letters(tmp_path / "at-installed")
    with ZipFile(wheel) as archive:
        archive.extractall(installed)
    (installed / "docs").mkdir()
    (installed / "docs/vreemd.md").write_text("# Van een ander\n", encoding="utf-8")
    (installed / "mkdocs.yml").write_text("site_name: Van een ander\n", encoding="utf-8")
    build, both = ("--seeds", "letters/"), ("compare", "eerste", "tweede", "--page", "beide.html")
    run(installed, here, build, (*build, *both))
    docs, site = tree(here / "docs"), tree(here / "site")
    monkeypatch.chdir(letters(tmp_path / "at-clone"))
    monkeypatch.delenv("SITE_URL", raising=False)
    assert main(build) == 0
    assert (docs, site) == (tree(Path("docs")), tree(Path("site")))
    assert {"assets/kader.css", "over.md", "data/brieven/eerste.json"} <= docs.keys()
    assert not [name for name in (*docs, *site) if "vreemd" in name]
    assert b'"page_count":' in site["pagefind/pagefind-entry.json"], "search has its index"
    page = (here / "beide.html").read_text(encoding="utf-8")
    assert "<style>" in page
    assert re.search(r"<ins\b[^>]*>tweede</ins>", page)


@pytest.mark.slow
def test_the_wheel_made_from_the_sdist_is_the_same(tmp_path: Path, wheel: Path, sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    root = tmp_path / sdist.name.removesuffix(".tar.gz")
    assert files_of(made("wheel", root, tmp_path / "made")) == files_of(wheel)
    for name in ("docs", "seeds", "mkdocs.yml", "tests", "Makefile", "LICENSE"):
        assert (root / name).exists(), "a clone can be worked on from it"
    assert not list(root.rglob("*.pyc"))
    assert tree(root / "docs") == tree(PROJECT / "docs")


def test_what_the_package_says_of_itself(wheel: Path) -> None:
    inside = files_of(wheel)
    folder = f"kamerbrieven-{__version__}.dist-info"
    said = message_from_bytes(inside[f"{folder}/METADATA"])
    assert (said["Version"], said["License-Expression"]) == (__version__, "EUPL-1.2")
    assert b"EUROPEAN UNION PUBLIC LICENCE v. 1.2" in inside[f"{folder}/licenses/LICENSE"]
    assert "build_tools/py.typed" in inside
    assert {name.split("/")[0] for name in inside} == {"build_tools", folder}, "nothing lies beside it"


def test_every_version_has_its_day_in_the_changelog() -> None:
    changelog = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)} \(\d{{4}}-\d\d-\d\d\)$", changelog, re.MULTILINE)


def test_pictures_of_the_readme_show_wherever_it_is_read() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert not re.findall(r"!\[[^]]*\]\((?!https://)", readme)
    assert not re.findall(r"<img\b(?![^>]*src=\"https://)", readme)


def test_a_comment_says_what_each_dependency_is_for() -> None:
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|pdf|install|dev) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in lists for line in block.splitlines()]
    assert len(lines) >= len(PYPROJECT["project"]["dependencies"]) + len(PYPROJECT["dependency-groups"]["dev"])
    for line in lines:
        assert re.search(r"# \w+", line), line


def test_a_site_needs_nothing_that_only_tests_need() -> None:
    """And each lock holds the versions of the larger one, so that what is installed first stays."""
    site, pdf, dev = (locked(f"requirements{kind}.lock") for kind in ("", "-pdf", "-dev"))
    assert site < pdf
    assert pdf - {one for one in pdf if one.startswith("pygments==")} < dev
    assert not {one for one in pdf if one.partition("==")[0] in ("pytest", "playwright", "mypy", "pypdf")}


def test_the_bill_of_materials_lists_what_is_installed() -> None:
    bill = json.loads((PROJECT / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert {f"{part['name']}=={part['version']}" for part in bill["components"]} == locked("requirements-pdf.lock")


def locked(name: str) -> set[str]:
    text = (PROJECT / name).read_text(encoding="utf-8")
    return set(re.findall(r"^([\w.-]+==[\w.]+)", text, re.MULTILINE))


@pytest.mark.parametrize(
    ("clone", "uv", "remedy"),
    [
        (True, False, "make pdf, and Pango from the system"),
        (True, True, "uv run --extra pdf kamerbrieven pdf, and Pango"),
        (False, False, "pip install 'weasyprint>=70,<71', and Pango"),
        (False, True, "uvx --with 'weasyprint>=70,<71' …, and Pango"),
    ],
)
def test_the_remedy_for_missing_pdfs_is_the_users_own(
    monkeypatch: pytest.MonkeyPatch, clone: bool, uv: bool, remedy: str
) -> None:
    monkeypatch.setattr("build_tools.folders.in_clone", lambda: clone)
    monkeypatch.delenv("UV", raising=False)
    if uv:
        monkeypatch.setenv("UV", "/usr/bin/uv")
    assert writer.remedy().startswith(remedy)
    assert writer.WEASYPRINT in PYPROJECT["project"]["optional-dependencies"]["pdf"]
