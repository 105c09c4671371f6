"""The bench: Pyodide is what its makers published, the browser's stand-ins read as lxml does, refusals are plain."""

import gzip
import json
import subprocess
import sys
import tarfile
import zipimport
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha512
from io import BytesIO
from itertools import groupby, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import canonicalize
from zipfile import ZipFile

import httpx
import pytest
from case_files import small_letters
from frozen import SEEDS, five_letters
from word_parts import BODY, NUMBERING, STYLES, call, item, note, odt, p, row, table, word

from build_tools.compare.comparing import compare
from build_tools.data import read, ready
from build_tools.dutch.word_list import _words, known, to_prepare
from build_tools.errors import UserError
from build_tools.exports.comparison_forms import FORMS
from build_tools.exports.redline import document, package
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.reading.letter import read_letter
from build_tools.site.offers import uses
from build_tools.sources.readers import document_of, office_files
from build_tools.sources.readers.office import package as office_package
from build_tools.sources.readers.word import looks
from build_tools.workbench import compiling, engine
from build_tools.workbench.bytecode import compiled
from build_tools.workbench.comparing import Comparing, brought, compared
from build_tools.workbench.files import letter_files
from build_tools.workbench.program import program_archive
from build_tools.workbench.standin.lxml import builder, etree

TEXT = b"Geachte voorzitter,\n\nHierbij treft u de visie op integratie aan.\n"
WORD_FILES = {
    "text": word(BODY),
    "styles": word(p("Kop", style="Kop1") + BODY, styles=STYLES),
    "notes": word(p("Zie de brief.", call(1)), footnotes=note(1, p("Kamerstuk 32 824."))),
    "list": word(item("een", 1) + item("twee", 1), numbering=NUMBERING),
    "table": word(BODY + table(row("a", "b"), row("c", "d"))),
    "odt": odt("<text:p>Geachte voorzitter,</text:p>"),
}


@pytest.mark.parametrize("name", WORD_FILES)
def test_word_processors_files_are_read_as_with_lxml(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = WORD_FILES[name]
    expected = office_files.extract(Path("a.docx"), content)
    for module in (office_package, looks):
        monkeypatch.setattr(module, "etree", etree)
    assert office_files.extract(Path("a.docx"), content) == expected


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ("<w:document", "no good XML"),
        ('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', "declares entities"),
        ("<a>" * 6_000 + "</a>" * 6_000, "more than 200 deep"),
    ],
)
def test_harmful_files_are_refused_as_with_lxml(xml: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for parser in (office_package.etree, etree):
        monkeypatch.setattr(office_package, "etree", parser)
        with pytest.raises(UserError, match=says):
            office_package.parsed(Path("a.docx"), "word/document.xml", xml.encode())


def test_tracked_changes_are_written_as_with_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    one = read_letter(document_of(Path("a.txt"), TEXT))
    sheet = ComparisonSheet(compare(one, read_letter(document_of(Path("b.txt"), TEXT.replace(b"visie", b"nota")))))
    expected = package.redline(sheet)
    own = builder.ElementMaker(document.NAMESPACE, {"w": document.NAMESPACE})
    for module in (package, document):
        monkeypatch.setattr(module, "etree", etree)
        monkeypatch.setattr(module, "ElementMaker", builder.ElementMaker)
        monkeypatch.setattr(module, "make", own)
    made = package.redline(sheet)
    assert told_in(made) == told_in(expected)


def told_in(content: bytes) -> dict[str, str]:
    """The parts of a Word file in one way of writing."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: canonicalize(archive.read(name).decode()) for name in archive.namelist()}


def test_pyodide_is_kept_only_as_it_was_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engine.VARIABLE, str(tmp_path / "kept.tgz"))
    monkeypatch.setattr(httpx, "get", answer(b"something else"))
    with pytest.raises(UserError, match="its digest differs"):
        engine.engine_files()
    monkeypatch.setattr(httpx, "get", offline)
    with pytest.raises(UserError, match="cannot be fetched"):
        engine.engine_files()
    assert list(tmp_path.iterdir()) == []


def test_pyodide_is_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = tarred({f"package/{name}": b"" for name in (*engine.AS_THEY_ARE, engine.WASM)})
    monkeypatch.setattr(engine, "DIGEST", b64encode(sha512(published).digest()).decode())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(httpx, "get", answer(published))
    first = engine.engine_files()
    monkeypatch.setattr(httpx, "get", offline)
    assert engine.engine_files() == first
    assert first.keys() == {*engine.AS_THEY_ARE.values(), engine.LOCK, engine.PACKED_WASM}


def answer(content: bytes) -> Callable[..., httpx.Response]:
    request = httpx.Request("GET", engine.ADDRESS)
    return lambda *_, **__: httpx.Response(200, content=content, request=request)


def offline(*_: object, **__: object) -> httpx.Response:
    raise httpx.ConnectError("no net")


def tarred(files: dict[str, bytes]) -> bytes:
    files[f"package/{engine.LOCK}"] = b'{"info": {"python": "3.14.2"}, "packages": {"lxml": {}}}'
    stream = BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, content in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, BytesIO(content))
    return stream.getvalue()


@cache
def archive() -> bytes:
    """The program for the browser, packed once."""
    return program_archive()


def test_the_program_is_packed_the_same_each_time_with_all_that_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = archive()
    assert packed == program_archive()
    names = set(ZipFile(BytesIO(packed)).namelist())
    assert {"build_tools/workbench/comparing.py", "lxml/etree.py", "yaml/loader.py", "markupsafe/_native.py"} <= names
    with ZipFile(BytesIO(packed)) as opened, TemporaryDirectory() as folder:
        opened.extractall(folder)
        monkeypatch.setattr(ready, "files", lambda package: Path(folder, *package.split(".")))
        assert ready.prepared("laws.yml") == read("laws")
        assert {name: ready.prepared(name) for name in to_prepare()} == to_prepare()
        _words.cache_clear()
        words = _words()
    monkeypatch.undo()
    _words.cache_clear()
    assert words == _words() and known("integratie")
    assert not [name for name in names if name.startswith("build_tools/site/") or name.endswith(".so")]
    assert len([name for name in names if name.startswith("licenties/")]) >= 4


@pytest.mark.slow
def test_the_program_as_packed_needs_nothing_else_to_read_and_compare(tmp_path: Path) -> None:
    """Python alone, without any library of this machine, as in a browser: on each letter, and on small texts of
    each kind. What could be missing is a module or a file, and these ask for all that the other small texts ask for."""
    with ZipFile(BytesIO(archive())) as packed:
        packed.extractall(tmp_path)
    letters = [path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt")]
    kinds = groupby(small_letters().items(), lambda named: named[0].partition("/")[0])
    cases = [case for _, kind in kinds for _, case in islice(kind, OF_A_KIND)]
    texts = [*letters, *(case["text"] for case in cases if "text" in case)]
    asked = [sys.executable, "-I", "-S", "-c", ALONE, str(tmp_path)]
    ran = subprocess.run(asked, input=json.dumps(texts).encode(), capture_output=True, check=True)
    assert (ran.stdout.decode(), len(texts) > 80) == ("", True)


OF_A_KIND = 6
"""Of the texts in a folder of `cases/`."""

ALONE = """
import json, sys

sys.path.insert(0, sys.argv[1])
from build_tools.workbench.comparing import brought, compared

texts = [brought("a.txt", text.encode(), False) for text in json.load(sys.stdin)]
for one, other in zip(texts[::2], texts[1::2] + texts[:1]):
    made = compared(one, other)
    print(made if isinstance(made, str) else "" if made.html else "no page", end="")
"""


def test_what_is_in_use_is_compiled_and_runs_as_its_source_does(tmp_path: Path) -> None:
    whole = archive()
    made = tmp_path / "programma.zip"
    made.write_bytes(compiled(whole))
    names = set(ZipFile(made).namelist())
    assert "build_tools/workbench/comparing.pyc" in names and "build_tools/workbench/comparing.py" not in names
    assert len(names) == len(ZipFile(BytesIO(whole)).namelist()) and "jinja2/sandbox.py" in names
    code = zipimport.zipimporter(f"{made}/build_tools/dutch").get_code("tokens")
    assert "keys_of" in code.co_names


def test_without_node_the_parts_of_the_bench_go_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engine.VARIABLE, str(tmp_path / "kept.tgz"))
    parts = {"zelf/programma.zip": b"PK", f"zelf/python/{engine.PACKED_WASM}": gzip.compress(b"")}
    for stated in (tmp_path, Path("/usr/bin/false").parent):  # no node; and Pyodide that cannot be started
        monkeypatch.setattr(compiling, "NODE", "node" if stated == tmp_path else "false")
        monkeypatch.setenv("PATH", str(stated))
        assert compiling.with_compiled(parts) == parts
    assert [*tmp_path.iterdir()] == []


def test_a_letter_of_the_site_is_compared_as_it_was_read() -> None:
    letter = five_letters()["brief-donner-2011"]
    ((_, content),) = letter_files([letter]).items()
    made = compared(brought(letter.id, content, True), brought("b.txt", TEXT, False))
    assert isinstance(made, Comparing)
    own = read_letter(document_of(Path("b.txt"), TEXT))
    assert made.file("json") == FORMS["json"](ComparisonSheet(compare(letter, own)))
    assert "brieven/brief-donner-2011/" in made.html and "brieven/b/" not in made.html
    assert "data-met-adres" not in made.html


def test_what_stands_in_a_text_never_becomes_a_tag() -> None:
    harm = TEXT + b'\n<script>alert(1)</script> <img src=x onerror="alert(2)">\n'
    made = compared(brought("<b>a.txt", harm, False), brought("b.txt", TEXT, False))
    assert isinstance(made, Comparing)
    assert "<script" not in made.html and "<img" not in made.html and "<b>a" not in made.html


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("brief.pdf", b"%PDF-1.7", "Een pdf leest deze pagina niet"),
        ("brief.doc", b"\xd0\xcf\x11\xe0", "van vóór 2007"),
        ("stuk.docx", b"PK\x03\x04xx", "is niet te lezen"),
        ("leeg.txt", b" ", "is niet te lezen"),
        ("groot.txt", b"a" * 20_000_001, "groter dan 20 MB"),
        ("lang.txt", b"woord " * 200_000, "langer dan deze pagina aankan"),
        ("rij.txt", TEXT + b"(" * 1_001, "In «rij.txt» staan meer dan 1.000 tekens zonder spatie"),
        ("gegevens.xml", b"<officiele-publicatie/>", "Xml en html leest deze pagina niet"),
        ("bladzij.txt", b"<!DOCTYPE html><p>Geachte voorzitter,</p>", "Xml en html leest deze pagina niet"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, content: bytes, says: str) -> None:
    said = compared(brought(name, content, False), brought("b.txt", TEXT, False))
    assert isinstance(said, str) and says in said and "\n" not in said


def test_a_letter_of_another_edition_is_refused() -> None:
    said = compared(brought("kst-1", b"damaged", True), brought("b.txt", TEXT, False))
    assert said == "Deze brief hoort bij een andere uitgave van de site. Laad de pagina opnieuw."


def test_a_letter_leads_to_the_bench_where_there_is_one(tmp_path: Path) -> None:
    page, other = Path("brieven/brief één.md"), Path("brieven/brief twee.md")
    assert not [*uses(page, tmp_path)]
    (tmp_path / "zelf/brieven").mkdir(parents=True)
    (tmp_path / "zelf/brieven/brief één.brief").touch()
    (link,) = uses(page, tmp_path)
    assert ' href="../../vergelijken/zelf/?a=brief%20%C3%A9%C3%A9n"' in link
    assert not [*uses(other, tmp_path)] and not [*uses(Path("themas/brief één.md"), tmp_path)]
