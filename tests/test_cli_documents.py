"""Documents in the terminal: `show` and `compare`, for people, for programs and from a pipe."""

import json
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import frozen
import pytest

from build_tools import __version__
from build_tools.cli import main
from build_tools.commands.show import STAGES
from build_tools.folders import PROJECT

SEEDS = ["--seeds", str(frozen.SEEDS)]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
LETTER = """Geachte voorzitter,

Zie Kamerstuk 32 824, nr. 357 over werk.1

1 Een noot.
"""
SAME = " ".join(f"In jaar {n} waren er weer meer mensen die een cursus volgden." for n in range(10))
THEMES = "werk: {title: Werk, introduction: Over werk., official: Werk, core: [werk]}\n"


@pytest.mark.parametrize("stage", STAGES)
def test_show(capsys: pytest.CaptureFixture[str], stage: str) -> None:
    assert main([*SEEDS, "show", "kst-32824-357", "--stage", stage]) == 0
    assert capsys.readouterr().out.strip()


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What a command prints as JSON."""
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


@pytest.fixture
def speaking(here: Path) -> Path:
    """The letter cites a paper and speaks of a theme."""
    (here / "seeds/brief.txt").write_text(LETTER, encoding="utf-8")
    (here / "seeds/themes.yml").write_text(THEMES, encoding="utf-8")
    return here


LINE = {"line": 3, "page": 1, "blanks": 1}
VALUES = {
    "lines": LINE | {"text": "Zie Kamerstuk 32 824, nr. 357 over werk.1"},
    "cleaned": LINE | {"text": "Zie Kamerstuk 32 824, nr. 357 over werk."},
    "citations": {
        "anchor": "al-2", "form": "kamerstuk", "text": "Kamerstuk 32 824, nr. 357",
        "papers": ["kst-32824-357"], "note": None,
    },
    "themes": {
        "anchor": "al-2", "theme": "werk", "speaks": True, "points": 3, "needed": 3,
        "words": ["werk"], "heading": None,
    },
}  # fmt: skip


@pytest.mark.parametrize("stage", VALUES)
@pytest.mark.usefixtures("speaking")
def test_a_stage_as_json(capsys: pytest.CaptureFixture[str], stage: str) -> None:
    told = shown(capsys, "show", "brief", "--stage", stage)
    values = told.pop(stage)
    assert VALUES[stage] in values
    assert f"`{{{', '.join(values[0])}}}`" in README
    assert told == {"kamerbrieven": __version__, "id": "brief", "layout": "brief"}


@pytest.mark.parametrize("stage", [stage for stage in STAGES if stage not in VALUES])
def test_what_is_open_data_too_has_the_same_form(
    speaking: Path, capsys: pytest.CaptureFixture[str], stage: str
) -> None:
    main(["--no-site"])
    published = json.loads((speaking / "docs/data/brieven/brief.json").read_text(encoding="utf-8"))
    assert shown(capsys, "show", "brief", "--stage", stage)[stage] == published[stage]


@pytest.mark.usefixtures("here")
def test_show_without_a_stage_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "brief"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first == "brief can be shown after each stage of its way; name one with --stage:"
    assert [line.split()[0] for line in rest] == list(STAGES)
    listed = shown(capsys, "show", "brief")
    assert (listed["id"], list(listed["stages"])) == ("brief", list(STAGES))


def test_compare_prints_the_open_data_of_the_site(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, word in (("a", "kracht"), ("b", "inzet")):
        text = f"Geachte voorzitter,\n\nHet gaat om de {word} van mensen.\n\n{SAME}\n"
        (here / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
    main(["--no-site"])
    assert shown(capsys, "compare", "a", "b")["counts"]["woord"] == 1
    main(["compare", "a", "b", "--json"])
    assert capsys.readouterr().out == (here / "docs/data/vergelijkingen/a--b.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("other", "status"),
    [
        ("Ter inzage.", 0),
        ("“Ter inzage”!", 0),  # signs
        ("Ter\ninzage.", 0),  # layout
        ("Ter lezing.", 1),
        ("Ter inzage. Dank.", 1),
        ("Inzage.", 1),
    ],
)
def test_exit_code_tells_whether_words_differ(
    here: Path, capsys: pytest.CaptureFixture[str], other: str, status: int
) -> None:
    (here / "other.txt").write_text(f"Geachte voorzitter,\n\n{other}\n", encoding="utf-8")
    assert main(["compare", "brief", "other.txt"]) == 0
    assert main(["compare", "brief", "other.txt", "--exit-code", "--json"]) == status
    capsys.readouterr()
    assert main(["compare", "brief", "other.txt", "--exit-code", "-q"]) == status
    assert capsys.readouterr() == ("", "")


def test_changes_of_layout_are_told_when_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "Hierbij ontvangt u ter inzage de brief waarin het kabinet zijn visie op de integratie geeft"
    for name, text in (("een", lines.replace("brief ", "brief\n")), ("twee", lines.replace("kabinet ", "kabinet\n"))):
        (here / f"{name}.txt").write_text(f"Geachte voorzitter,\n\n{text}\n", encoding="utf-8")
    main(["compare", "een.txt", "twee.txt"])
    assert "1 keer anders opgemaakt" in capsys.readouterr().out
    main(["compare", "een.txt", "twee.txt", "-v"])
    assert re.search(r"^1 opmaak: ", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.usefixtures("here")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["show brief", "show brief --stage blocks", "compare brief brief", "check --json"])
def test_standard_output_that_is_full_is_named(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with suppress(OSError), Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(command.split()) == 1
        assert capsys.readouterr().err.startswith("standard output: cannot be written (No space left on device); make")


@pytest.mark.usefixtures("here")
def test_a_document_can_come_in_through_a_pipe(
    pipe: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]
) -> None:
    letter = "Geachte voorzitter,\n\nTer één.\n"
    pipe(letter.encode("cp1252"))
    assert main(["show", "-", "--stage", "lines"]) == 0
    assert capsys.readouterr().out == "    1 p1 +0 Geachte voorzitter,\n    3 p1 +1 Ter één.\n"
    pipe(letter.encode())
    assert main(["compare", "brief", "-"]) == 0
    assert "inzage werd één [Ter ·.] A#al-2, B#al-2" in capsys.readouterr().out
    pipe(b"")
    assert main(["compare", "-", "brief"]) == 1
    assert capsys.readouterr().err.startswith("stdin: is empty; see that what stands before the pipe")
