"""Letters that come in as files: under which id, what is shown, what is written, and what never is."""

import os
import pickle
import re
from dataclasses import replace
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest
import yaml

from build_tools.adding import arriving, placing, telling
from build_tools.adding.arriving import Arrival, arrivals
from build_tools.adding.asked import asked_for, incoming
from build_tools.adding.naming import free_id, safe
from build_tools.adding.questions import with_questions
from build_tools.adding.there import FolderThere
from build_tools.build import build
from build_tools.cli import main
from build_tools.draft import Extract
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.gather import gather
from build_tools.model import Fact, FactKey
from build_tools.papers.wanted import WANTED, missing_of
from build_tools.sources.readers import READERS, VARIABLE
from build_tools.sources.readers.plain import text

KAMERSTUK = """Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2024–2025

32 824 Integratiebeleid

Nr. {} BRIEF VAN DE MINISTER VAN FINANCIËN

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 7 februari 2025

{}

De Minister van Financiën,
J. Jansen
"""
ANSWERS = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031
Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden
812
Vragen van het lid Zandstra (ZZP) aan de Minister van Financiën over de pont (ingezonden 3 februari 2031).
Antwoord van Minister Van Veerdam (Financiën) (ontvangen 21 februari 2031).
Vraag 1
Vaart de pont?
Antwoord 1
Ja.
"""
WORDS = ["".join(letters) for letters in product("bdfgk", "aeiou", "lmnprst", "aeiou")]
"""Words enough for letters of their own; none has a digit, which could call a note."""

LONG = " ".join(f"{word} over de begroting" for word in WORDS[:60]) + "."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with letters to add in `in`, and none in `seeds` yet."""
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str = "Geachte voorzitter,\n\nTer inzage.\n") -> Path:
    path = Path("in", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def added() -> list[str]:
    return sorted(path.name for path in Path("seeds").iterdir())


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("brief-2011", "brief-2011"),
        ("Brief (def) #2", "Brief-(def)-2"),
        ("één brief", "één-brief"),
        ("e\u0301e\u0301n", "één"),
        ("../../etc", "etc"),
        ("v1.2", "v1.2"),
        (".verborgen", "verborgen"),
        ("caf\udce9", "caf"),
        ("???", "brief"),
        ("x" * 300, "x" * 180),
    ],
)
def test_a_name_that_is_safe_everywhere(name: str, id_: str) -> None:
    assert safe(name) == id_


@pytest.mark.parametrize(
    ("wanted", "kind", "id_"),
    [
        ("ander", "txt", "ander"),
        ("brief", "pdf", "brief-pdf"),
        ("Brief", "txt", "Brief-2"),
        ("nota", "txt", "nota-3"),
        ("stuk", "pdf", "stuk-2"),
    ],
)
def test_an_id_that_is_free(wanted: str, kind: str, id_: str) -> None:
    taken = {"brief": "txt", "nota": "txt", "nota-2": "txt", "stuk": "txt", "stuk-pdf": "txt"}
    assert free_id(wanted, kind, taken) == id_


def test_a_letter_is_shown_copied_and_asked_about(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put("Brief def.txt", KAMERSTUK.format(7, LONG))
    put("kort.TXT")
    assert main(["add", "--yes", "in"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "kst-32824-7, from in/Brief def.txt",
        "  title     Brief van de minister van Financiën (line 6)",
        "  date      2025-02-07 (line 10)",
        "  signer    J. Jansen, minister van Financiën (line 14)",
        "  ministry  Financiën (line 14)",
        "  number    32 824, nr. 7 (line 6)",
        "  session   2024-2025",
        "kort, from in/kort.TXT",
        "  missing   title, date, signer, ministry, number",
        "read well 1, facts missing 1, doubts 0",
        "  facts missing  kort         missing: title, date, signer, ministry, number",
        "  read well      kst-32824-7",
        "2 letters added to seeds",
        "seeds/catalogue.yml asks about what is missing in 1 letter",
        "to read them, and what is to look at: make serve (or kamerbrieven serve), then open "
        "http://127.0.0.1:8000/werkbank/",
    ]
    assert added() == ["catalogue.yml", "kort.txt", "kst-32824-7.txt"]
    assert Path("seeds/kst-32824-7.txt").read_bytes() == Path("in/Brief def.txt").read_bytes()
    letters = gather(folder / "seeds", iter).letters
    assert [letter.id for letter in letters] == ["kort", "kst-32824-7"]


@pytest.mark.usefixtures("folder")
def test_answers_to_questions_are_known_by_their_series(capsys: pytest.CaptureFixture[str]) -> None:
    put("vragen.txt", ANSWERS)
    assert main(["add", "--yes", "in"]) == 0
    told = capsys.readouterr().out
    assert "  number    Aanhangsel Handelingen II 2030/31, nr. 812 (line 5)" in told and "missing   " not in told
    assert added() == ["ah-tk-20302031-812.txt"]


def test_a_question_that_is_answered_is_a_fact(folder: Path) -> None:
    put("kort.txt")
    main(["add", "--yes", "in/kort.txt"])
    catalogue = Path("seeds/catalogue.yml")
    before, asked = catalogue.read_text(encoding="utf-8").split("    # date:")
    _, _, behind = asked.partition("source:\n")
    answer = "    date: # when was it sent?\n      value: 2011-06-16\n      source: een lijst\n"
    catalogue.write_text(f"{before}{answer}{behind}", encoding="utf-8")
    (letter,) = gather(folder / "seeds", iter).letters
    assert letter.facts["date"].value == "2011-06-16"


@pytest.mark.usefixtures("folder")
def test_what_the_catalogue_states_already_is_not_asked(capsys: pytest.CaptureFixture[str]) -> None:
    put("kort.txt")
    Path("seeds").mkdir()
    stated = "kort:\n  facts:\n    title: {value: Kort, source: een lijst}\n"
    Path("seeds/catalogue.yml").write_text(stated, encoding="utf-8")
    assert main(["add", "--yes", "in"]) == 0
    assert "  title     Kort (een lijst)\n  missing   date, signer, ministry, number\n" in capsys.readouterr().out
    assert Path("seeds/catalogue.yml").read_text(encoding="utf-8") == stated


@pytest.mark.usefixtures("folder")
def test_the_same_file_is_not_copied_again(capsys: pytest.CaptureFixture[str]) -> None:
    put("brief.txt")
    put("brief kopie.txt")
    main(["add", "--yes", "in"])
    told = capsys.readouterr().out
    assert "brief, from in/brief kopie.txt\n  is the same file; not copied again\nread well 0, " in told
    assert told.endswith("kamerbrieven serve), then open http://127.0.0.1:8000/werkbank/\n")
    before = Path("seeds/catalogue.yml").read_bytes()
    assert main(["add", "--yes", "in", "seeds/brief.txt"]) == 0
    assert capsys.readouterr().out.endswith("read well 0, facts missing 0, doubts 0, there already 3\nnothing to add\n")
    assert added() == ["brief.txt", "catalogue.yml"]
    assert Path("seeds/catalogue.yml").read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_another_letter_gets_another_id(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(READERS, ".een", text.extract)
    put("a.txt", KAMERSTUK.format(7, LONG))
    put("b.een", KAMERSTUK.format(7, LONG + " Gewijzigd."))
    put("c.txt", KAMERSTUK.format(7, "Heel iets anders."))
    main(["add", "--yes", "in"])
    told = capsys.readouterr().out
    assert added() == ["kst-32824-7-2.txt", "kst-32824-7-een.een", "kst-32824-7.txt"]
    assert "  versions  kst-32824-7-een\n" in told
    assert "  versions  kst-32824-7\n" in told
    assert "  kst-32824-7 is another letter, so this one is kst-32824-7-2\n" in told
    assert Path("seeds/kst-32824-7.txt").read_bytes() == Path("in/a.txt").read_bytes()


@pytest.mark.usefixtures("folder")
def test_a_name_that_begins_with_the_number_says_more() -> None:
    put("kst-32824-7-bijlage.txt", KAMERSTUK.format(7, LONG))
    main(["add", "--yes", "in"])
    assert added() == ["kst-32824-7-bijlage.txt"]


def test_versions_among_what_is_there_come_from_its_pages(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a large file again would take long; its page has its words."""
    put("eerste.txt", f"Geachte voorzitter,\n\n{LONG}\n")
    main(["add", "--yes", "in/eerste.txt"])
    build(Folders(folder / "seeds", folder / "docs"), with_site=False)
    capsys.readouterr()
    put("tweede.txt", f"Geachte voorzitter,\n\n{LONG} Met een zin erbij.\n")
    monkeypatch.setattr("build_tools.adding.there.read", lambda *_: pytest.fail("is read again"))
    main(["add", "--yes", "in/tweede.txt"])
    assert "  versions  eerste\n" in capsys.readouterr().out


def test_versions_of_a_letter_without_a_page_are_found_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(30):
        put(f"brief-{n}.txt", f"Geachte voorzitter,\n\n{LONG} Versie {n}.\n")
    main(["add", "--yes", str(folder / "in/brief-0.txt")])
    capsys.readouterr()
    main(["add", "--yes", "in"])
    told = capsys.readouterr().out
    assert told.count("  versions  brief-0, brief-1, brief-10, brief-11, brief-12 and 24 more\n") == 25


@pytest.mark.usefixtures("folder")
def test_one_bad_file_stops_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor does one that the program itself fails on, which is told last and whole."""

    def fail(_path: Path, _content: bytes) -> Extract:
        raise ZeroDivisionError

    monkeypatch.setitem(READERS, ".stuk", fail)
    put("a-leeg.txt", "")
    put("b.stuk")
    put("goed.txt")
    Path("in/weg.txt").symlink_to("/etc/hostname")
    with pytest.raises(ZeroDivisionError):
        main(["add", "--yes", "in", "nergens.txt"])
    told = capsys.readouterr()
    assert [line.split(";")[0] for line in told.err.splitlines()] == [
        "in/weg.txt: is a link to a file outside the folder",
        "nergens.txt: is no file or folder, and names no paper that is known",
        "in/a-leeg.txt: is empty",
        "in/b.stuk: makes the program fail (ZeroDivisionError)",
    ]
    assert "read well 0, facts missing 1, doubts 0, not read 4\n" in told.out
    assert added() == ["catalogue.yml", "goed.txt"]
    Path("in/b.stuk").unlink()
    assert main(["add", "--yes", "in"]) == 1


def test_what_is_no_file_among_the_letters_stops_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "seeds").mkdir()
    (folder / "seeds/weg.txt").symlink_to("nergens.txt")
    os.mkfifo(folder / "seeds/pijp.txt")
    put("leeg.txt", "")
    put("brief.txt", "Geachte voorzitter,\n\nTer inzage.\n")
    assert main(["add", "--yes", "in"]) == 1
    assert capsys.readouterr().err.startswith("in/leeg.txt: is empty; ")
    assert "brief.txt" in added()


@pytest.mark.usefixtures("folder")
def test_what_is_no_file_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "--yes", "/dev/zero"]) == 1
    assert capsys.readouterr().err == "/dev/zero: is not a regular file; leave it out\n"


@pytest.mark.usefixtures("folder")
def test_the_worst_stands_first(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    put("a.txt", KAMERSTUK.format(7, LONG))
    put("b.txt", KAMERSTUK.format(8, "Anders."))
    put("c.txt")
    doubts = {"b.txt": tuple(f"line {n}: a note without call" for n in range(3, 10))}
    monkeypatch.setattr(arriving, "doubts_of", lambda letter: doubts.get(letter.source.name, ()))
    main(["add", "--yes", "in"])
    told = capsys.readouterr().out
    assert "  doubt     line 7: a note without call\n            and 2 more doubts\n" in told
    assert told.partition("read well 1, ")[2].splitlines()[:4] == [
        "facts missing 1, doubts 1",
        "  doubts         kst-32824-8  doubts: 7 (from b.txt)",
        "  facts missing  c            missing: title, date, signer, ministry, number",
        "  read well      kst-32824-7",
    ]


@pytest.mark.usefixtures("folder")
def test_of_many_only_those_that_ask_for_something_stand_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(1, telling.SCREEN + 1):
        put(f"nr {n:02}.txt", KAMERSTUK.format(n, WORDS[n]))
    put("niets.txt")
    main(["add", "--yes", "in"])
    rows = capsys.readouterr().out.partition(f"read well {telling.SCREEN}, facts missing 1, doubts 0\n")[2].splitlines()
    assert re.fullmatch(r"  facts missing +niets +missing: title, date, signer, ministry, number", rows[0])
    assert rows[1] == f"{telling.SCREEN + 1} letters added to seeds"


@pytest.mark.parametrize(("answer", "files"), [(True, ["brief.txt", "catalogue.yml"]), (False, [])])
def test_it_asks_before_it_writes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answer: bool, files: list[str]
) -> None:
    put("brief.txt")
    asked = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("click.confirm", lambda question, **_: asked.append(question) or answer)
    assert main(["add", "in"]) == 0
    assert asked == ["add 1 letter to seeds, and questions about 1 to seeds/catalogue.yml?"]
    assert [path.name for path in sorted(folder.glob("seeds/*"))] == files


@pytest.mark.usefixtures("folder")
def test_where_nobody_can_answer_nothing_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    put("brief.txt")
    assert main(["add", "in"]) == 2
    assert capsys.readouterr().err == (
        "kamerbrieven add: it asks before it writes, and nobody can answer here: give --yes; "
        "see kamerbrieven add --help\n"
    )
    assert not Path("seeds").exists()


@pytest.mark.usefixtures("folder")
def test_quiet_says_mistakes_alone(capsys: pytest.CaptureFixture[str]) -> None:
    put("brief.txt")
    put("leeg.txt", "")
    assert main(["add", "--yes", "-q", "in"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.partition(";")[0] for line in told.err.splitlines()] == ["in/leeg.txt: is empty"]


@pytest.mark.usefixtures("folder")
def test_a_folder_is_looked_through() -> None:
    letters = ("b.txt", "onder/a.txt", "los.xml", "stuk.xml")
    for name in (*letters, "foto.jpg", ".verborgen", "~$b.docx", ".git/x", "catalogue.yml", "stuk.metadata.xml"):
        put(name)
    Path("in/foto.jpg").write_bytes(bytes.fromhex("ffd8ffe000104a464946"))
    put("mail.eml")
    asked = asked_for(["in", "in/b.txt"])
    assert [str(file.path) for file in asked.files] == ["in/b.txt", "in/los.xml", "in/stuk.xml", "in/onder/a.txt"]
    assert [file.beside for file in asked.files] == [None, None, Path("in/stuk.metadata.xml"), None]
    assert asked.notices == (
        "in/catalogue.yml: speaks about letters and is none; not added",
        "in/foto.jpg: is of no kind that is read; not added",
        "in/mail.eml: is of no kind that is read; not added (name the file itself to add it as text)",
    )


@pytest.mark.usefixtures("folder")
def test_facts_beside_a_paper_come_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, ".xml", text.extract)
    put("stuk.xml", KAMERSTUK.format(7, LONG))
    put("stuk.metadata.xml", "<metadata/>")
    main(["add", "--yes", "in"])
    assert added() == ["kst-32824-7.metadata.xml", "kst-32824-7.xml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("linking", [True, False])
def test_nothing_is_replaced_and_nothing_half_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], linking: bool
) -> None:
    """Something may come under a name after it was found free; some disks cannot link."""
    if not linking:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    put("brief.txt")
    put("goed.txt", "Een goede brief.")
    Path("seeds/brief.txt").mkdir(parents=True)
    assert main(["add", "--yes", "in"]) == 1
    assert capsys.readouterr().err == (
        "seeds/brief.txt: is in the way, or something above it; move it and add the letter again\n"
    )
    assert added() == ["brief.txt", "catalogue.yml", "goed.txt"]
    assert list(yaml.safe_load(Path("seeds/catalogue.yml").read_text(encoding="utf-8"))) == ["goed"]


@pytest.mark.usefixtures("folder")
def test_facts_do_not_come_without_their_paper() -> None:
    put("stuk.xml", "<officiele-publicatie/>")
    put("stuk.metadata.xml", "<metadata/>")
    Path("seeds/stuk.xml").mkdir(parents=True)
    with pytest.raises(UserError, match="is in the way"):
        paper = replace(arrival(), name="stuk.xml", file=incoming(Path("in/stuk.xml")), digest=EMPTY)
        placing.place(paper, Path("seeds"))
    assert added() == ["stuk.xml"]


def refuse(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.usefixtures("folder")
def test_a_full_disk_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    put("brief.txt")
    monkeypatch.setattr(placing.os, "fdopen", full)
    assert main(["add", "--yes", "in"]) == 1
    told = "seeds/brief.txt: cannot be written (No space left on device); make room on that disk, and add"
    assert told in capsys.readouterr().err
    assert added() == []


EMPTY = sha256(b"<officiele-publicatie/>").hexdigest()


def arrival(name: str = "kort.txt") -> Arrival:
    (found,) = arrivals([incoming(put(name))], FolderThere())
    assert isinstance(found, Arrival)
    return found


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "old",
    [
        "",
        "# Alleen een opmerking\n",
        "a:\n  layout: word",
        "a:\r\n  layout: word\r\n",
        "a:\n  facts:\n    title:\n      value: >-\n        Een\n        titel\n      source: |+\n        x\n\n",
        "{a: {layout: word}}\n",
        "---\na: {layout: word}\n...\n",
        "a: {layout: word}\nkort-2: {}\n",
    ],
)
def test_the_catalogue_stays_byte_for_byte_and_gets_questions(old: str) -> None:
    new, asked = with_questions(Path("catalogue.yml"), old.encode(), [arrival()])
    assert asked == 1
    assert new.startswith(old.encode())
    assert b"What kort.txt does not say" in new
    before, after = (yaml.safe_load(content) or {} for content in (old.encode(), new))
    assert {key: value for key, value in after.items() if key != "kort"} == before
    assert after.get("kort", {"facts": None}) == {"facts": None}
    assert new.count(b"\r") in (0, new.count(b"\n"))
    assert with_questions(Path("catalogue.yml"), new, [arrival()])[1] == (0 if "kort" in after else 1)


@pytest.mark.usefixtures("folder")
def test_a_catalogue_that_is_wrong_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    put("kort.txt")
    Path("seeds").mkdir()
    Path("seeds/catalogue.yml").write_text("a: [", encoding="utf-8")
    assert main(["add", "--yes", "in"]) == 1
    assert capsys.readouterr().err.startswith("seeds/catalogue.yml:1: is not YAML")
    assert Path("seeds/catalogue.yml").read_text(encoding="utf-8") == "a: ["
    assert added() == ["catalogue.yml", "kort.txt"]


@pytest.mark.usefixtures("folder")
def test_little_is_kept_of_each_of_many() -> None:
    """Not the letter itself: of a thousand words some eight thousand bytes."""
    words = " ".join(WORDS[:800] + WORDS[:200])
    (found,) = arrivals([incoming(put("a.txt", f"Geachte voorzitter,\n\n{words}.\n"))], FolderThere())
    assert len(pickle.dumps(found)) < 10_000


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_far_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    (found,) = arrivals([incoming(put("groot.txt", "x" * 1_000_001))], FolderThere())
    assert isinstance(found, UserError)
    assert "in/groot.txt: is larger than" in str(found)


@pytest.mark.parametrize(
    ("title", "missing"),
    [
        ("Gewijzigde motie van het lid De Boer", {FactKey.DATE, FactKey.SIGNERS, FactKey.DOSSIER, FactKey.ONDERNUMMER}),
        ("Besluitenlijst van de procedurevergadering van 4 maart 2031", {FactKey.DATE}),
        ("Motie en antwoord", {*WANTED} - {FactKey.TITLE, FactKey.VERGADERJAAR}),
    ],
)
def test_nothing_is_asked_that_a_paper_cannot_have(title: str, missing: set[FactKey]) -> None:
    assert {*missing_of({FactKey.TITLE: Fact(title, 1)})} == missing
