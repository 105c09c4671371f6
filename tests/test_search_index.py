"""The search index is whole or the build fails in one line, whatever its maker gives.

A stand-in for Pagefind passes on what the real one says, but spoils its last answer: so no test waits for a machine to
be busy.
"""

import gzip
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from pagefind.service import get_executable
from places import files_in

from build_tools.cache.remembering import Memory
from build_tools.cache.store import opened
from build_tools.committing.staying import StandingFolder
from build_tools.dutch.stems import END
from build_tools.errors import UserError
from build_tools.site.search import pagefind_service, volumes
from build_tools.site.search.entry import IndexEntry
from build_tools.site.search.index import FOLDER, write_index
from build_tools.site.search.lean import LANGUAGE
from build_tools.site.search.page_passages import PageText
from build_tools.site.search.pagefind_service import Files, index_of
from build_tools.site.search.whole_index import fragment, unpacked, verify

STAND_IN = """#!{python}
import base64, json, subprocess, sys

def spoil(files):
{spoil}

def read(stream):
    told = bytearray()
    while not told.endswith(b","):
        more = stream.read1(65536)
        if not more:
            sys.exit()
        told += more
    return bytes(told)

real = subprocess.Popen([{real!r}, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
while True:
    real.stdin.write(read(sys.stdin.buffer))
    real.stdin.flush()
    said = read(real.stdout)
    answer = json.loads(base64.b64decode(said[:-1]))
    if answer["payload"]["type"] == "GetFiles":
        files = {{file["path"]: base64.b64decode(file["content"]) for file in answer["payload"]["files"]}}
        spoil(files)
        answer["payload"]["files"] = [
            {{"path": path, "content": base64.b64encode(data).decode()}} for path, data in files.items()
        ]
        said = base64.b64encode(json.dumps(answer).encode()) + b","
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()
"""
TABLES = ("zeven", "woordvormen")
FIRST = "    name = next(name for name in files if name.startswith({!r}))\n"


def entries(count: int = 3) -> list[IndexEntry]:
    text = "Het kabinet schrijft over werk, wonen en de taal."
    return [
        IndexEntry(
            f"brieven/{n}/", f"Brief {n}", "2011-01-01", "", "", (("soort", "Brief"),), (PageText("al-1", text),)
        )
        for n in range(count)
    ]


def stand_in(folder: Path, spoil: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "pagefind"
    path.write_text(STAND_IN.format(python=sys.executable, real=str(get_executable()), spoil=spoil), encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(path))


def test_an_honest_stand_in_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_index(entries(), tmp_path / "real")
    stand_in(tmp_path, "    pass", monkeypatch)
    write_index(entries(), tmp_path / "other")
    real, other = (
        {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        for site in (tmp_path / "real", tmp_path / "other")
    )
    assert real == other
    tables = ["keuzes", "zeven", "woordvormen", "samenstellingen", "schrijfwijzen"]
    assert len(real) == 3 + len(["entry", "meta", "index", "js", "worker", "wasm", *tables])


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (FIRST.format("fragment/") + "    files[name] = b''", "is empty or cut short"),
        (FIRST.format("fragment/") + "    files[name] = files[name][:-9]", "Compressed file ended"),
        (FIRST.format("fragment/") + "    del files[name]", "is missing"),
        (FIRST.format("index/") + "    files[name] = b''", "is empty or cut short"),
        (FIRST.format("index/") + "    del files[name]", "is missing"),
        (FIRST.format("index/") + "    files['index/unknown_0000000.pf_index'] = files[name]", "belongs to nothing"),
        (FIRST.format("pagefind.unknown") + "    files[name] = b''", "is empty or cut short"),
        (FIRST.format("pagefind-entry") + "    files[name] = b''", "Expecting value"),
        (FIRST.format("wasm") + "    del files[name]", "No such file"),
        (FIRST.format("pagefind.js") + "    del files[name]", "No such file"),
        (FIRST.format("pagefind-worker.js") + "    files[name] = b''", "pagefind-worker.js is empty"),
        ("    files.clear()", "No such file"),
        ("    sys.exit()", "it stopped before it had answered"),
        ("    print(',', flush=True)", "does not work here"),
        ("    raise SystemExit(9)", "it stopped before it had answered"),
    ],
)
def test_an_index_that_is_not_whole_fails_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: str, says: str
) -> None:
    stand_in(tmp_path, spoil, monkeypatch)
    with pytest.raises(UserError) as error:
        write_index(entries(), tmp_path / "site")
    assert len(error.value.lines) == 1
    assert says in str(error.value)
    assert "build again" in str(error.value)


def test_a_page_that_did_not_come_in_is_named(tmp_path: Path) -> None:
    write_index(entries(2), tmp_path)
    folder = tmp_path / FOLDER
    given = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    verify(given, folder, ["brieven/0/", "brieven/1/"], LANGUAGE, END)
    with pytest.raises(UserError, match="brieven/2/ is not in it"):
        verify(given, folder, ["brieven/0/", "brieven/1/", "brieven/2/"], LANGUAGE, END)
    with pytest.raises(UserError, match="brieven/1/ should not be in it"):
        verify(given, folder, ["brieven/0/"], LANGUAGE, END)
    with pytest.raises(UserError, match="not every page is found in it"):
        verify(given, folder, ["brieven/0/", "brieven/1/"], LANGUAGE, "nergens")


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("harm", [empty, Path.unlink])
def test_a_file_that_is_not_on_the_disk_as_it_was_made_is_named(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """What a service that writes the files itself left behind on a busy machine."""
    write_index(entries(2), tmp_path)
    folder = tmp_path / FOLDER
    given = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for name in given:
        shutil.rmtree(tmp_path / "copy", ignore_errors=True)
        shutil.copytree(folder, tmp_path / "copy")
        harm(tmp_path / "copy" / name)
        with pytest.raises(UserError, match="is not as it was made"):
            verify(given, tmp_path / "copy", ["brieven/0/", "brieven/1/"], LANGUAGE, END)


def test_without_pagefind_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "weg"))
    with pytest.raises(UserError, match=r"Pagefind.* does not work here .*No such file.*; build again"):
        write_index(entries(), tmp_path / "site")


@pytest.mark.slow
def test_an_index_of_more_than_a_pipe_holds() -> None:
    """The wrapper of Pagefind waits without end for more than 2 MB. Words that hardly pack fill it fast."""
    words = [" ".join(sha256(b"%d %d" % (n, k)).hexdigest()[:32] for k in range(1500)) for n in range(40)]
    pages = [(f"{n}/", f"<html><body><h1>{n}</h1><p>{text}</p></body></html>") for n, text in enumerate(words)]
    with index_of(pages, {"force_language": LANGUAGE}) as made:
        assert sum(map(len, made().values())) > 2 * 2**20


def of_days(count: int = 8) -> list[IndexEntry]:
    """As many letters, each of its own day, and a page without one."""
    letters = [replace(entry, day=f"2011-01-{n:02}") for n, entry in enumerate(entries(count), 1)]
    return [*letters, replace(letters[0], url="over/", title="Over deze site", day="")]


def test_nobody_waits_for_a_service_that_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many pages are to come, and whatever goes wrong with making one."""
    monkeypatch.setattr(pagefind_service, "_program", lambda: Path("/bin/false"))
    many = ((f"{n}/", "<p>Een") for n in range(3 * pagefind_service.AHEAD))
    with pytest.raises(UserError, match="does not work here"), index_of(many, {}) as made:
        made()
    with pytest.raises(ZeroDivisionError), index_of(((f"{1 // n}/", "") for n in (1, 0)), {}):
        pass


def test_an_index_of_many_words_lies_in_volumes_that_know_each_page_once(tmp_path: Path) -> None:
    write_index(of_days(), tmp_path / "one")
    write_index(of_days(), tmp_path / "more", most=40)
    one, more = (tmp_path / name / FOLDER for name in ("one", "more"))
    sieves, forms = ([json.loads((own / f"{name}.json").read_bytes()) for own in (one, more)] for name in TABLES)
    assert "volumes" not in forms[0]
    assert len(forms[1]["volumes"]) > 1
    folders = [tmp_path / "more" / place for place in (f"{FOLDER}/", *forms[1]["volumes"])]
    found = [fragment(path) for folder in folders for path in folder.glob("fragment/*")]
    assert sorted(page["url"] for page in found) == sorted(entry.url for entry in of_days())
    assert sieves[1].keys() == {path.stem for folder in folders for path in folder.glob("fragment/*")}
    assert sorted(map(str, sieves[1].values())) == sorted(map(str, sieves[0].values()))


def test_two_volumes_are_made_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is begun while the one before it is made, when the one before that is gone."""
    told: list[str] = []

    @contextmanager
    def telling(pages: Iterable[tuple[str, str]], config: Mapping[str, str]) -> Iterator[Callable[[], Files]]:
        with index_of(pages, config) as made:
            told.append("begun")
            yield made
        told.append("gone")

    monkeypatch.setattr(volumes, "index_of", telling)
    write_index(of_days(), tmp_path, most=40)
    count = told.count("begun")
    assert count > 2 and told == ["begun", *["begun", "gone"] * (count - 1), "gone"]


def test_a_volume_that_is_not_whole_fails_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    of_second = "    names = [name for name in files if name.startswith('fragment/unknown2')]\n"
    stand_in(tmp_path, of_second + "    for name in names: del files[name]", monkeypatch)
    with pytest.raises(UserError, match=r"^2/: is no whole search index"):
        write_index(of_days(), tmp_path / "site", most=40)


def test_only_the_volume_of_a_letter_that_changed_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def told(
        pages: Iterable[tuple[str, str]], config: Mapping[str, str]
    ) -> AbstractContextManager[Callable[[], Files]]:
        made.append(config["force_language"])
        return index_of(pages, config)

    monkeypatch.setattr(volumes, "index_of", told)
    before, after, alone = (tmp_path / name for name in ("before", "after", "alone"))
    edited = [replace(entry, title="Brief over taal") if entry.day == "2011-01-05" else entry for entry in of_days()]
    with opened(tmp_path / "store") as store:
        write_index(of_days(), before, Memory(store), most=40)
        whole, made[:] = list(made), []
        standing = StandingFolder(before)
        write_index(edited, after, Memory(store), standing=standing, most=40)
        assert len(made) == 1 < len(whole)
        assert set(standing.staying).isdisjoint(files_in(after))
        edited_index = files_in(after) | {name: (before / name).read_bytes() for name in standing.staying}
        damaged = next((before / FOLDER).glob("[0-9]/fragment/*"))
        damaged.unlink()  # it stands in the other folder as well
        damaged.write_bytes(b"damaged")
        standing, made[:] = StandingFolder(before), []
        write_index(of_days(), tmp_path / "mended", Memory(store), standing=standing, most=40)
        assert made == [f"unknown{damaged.parents[1].name}"]
        mended = files_in(tmp_path / "mended") | {name: (before / name).read_bytes() for name in standing.staying}
    write_index(edited, alone, most=40)
    assert edited_index == files_in(alone)
    write_index(of_days(), before, most=40)
    assert mended == files_in(before)


def test_a_site_without_a_page_to_find(tmp_path: Path) -> None:
    write_index([], tmp_path)
    assert (tmp_path / FOLDER / "zeven.json").read_text(encoding="utf-8") == "{}"


def test_values_of_every_kind_and_size(tmp_path: Path) -> None:
    for data, value in (
        (b"\x83\x01\x61\x61\x80", [1, "a", []]),
        (b"\x18\xff", 255),
        (b"\x19\x01\x00", 256),
        (b"\x1a\x00\x01\x00\x00", 65536),
        (b"\x78\x19" + b"x" * 25, "x" * 25),
        (b"\x98\x18" + b"\x00" * 24, [0] * 24),
    ):
        (tmp_path / "table").write_bytes(gzip.compress(b"pagefind_dcd" + data))
        assert unpacked(tmp_path / "table") == value
