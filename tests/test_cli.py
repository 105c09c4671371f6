"""The command as a user meets it: what it says, on which stream, with which status."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from build_tools import build as stages
from build_tools import cli
from build_tools.cli import main
from build_tools.folders import PROJECT
from build_tools.show import STAGES


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one letter."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/brief.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_alone_it_builds_all_and_says_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("mkdocs.yml: states no site_url, so no page says where the site is")
    assert told.err.count("\n") == 1
    assert re.fullmatch(
        "1 letter, 4 words, 0 notes: every character is accounted for\n"
        r"\d+ files changed in docs and site\n"
        "to read the site: make serve [(]or kamerbrieven serve[)], then open http://127.0.0.1:8000/\n",
        told.out,
    )
    assert (here / "site/brieven/brief/index.html").is_file()


def test_other_folders_and_no_site(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seeds", "seeds", "--docs", "d", "--site", "s", "--no-site"]) == 0
    assert sorted(path.name for path in here.iterdir()) == ["d", "seeds"]
    assert capsys.readouterr().out.endswith(" files changed in d\n")


@pytest.mark.parametrize("options", [["check", "--docs", "d"], ["--docs", "d", "check"]])
def test_check(here: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    main(["--docs", "d", "--no-site"])
    assert main(options) == 0
    assert "d is current; every character of every letter is accounted for\n" in capsys.readouterr().err
    (here / "d/brieven/brief.md").write_text("anders", encoding="utf-8")
    assert main(options) == 1
    assert capsys.readouterr().err == "d: is stale: brieven/brief.md; run kamerbrieven and commit the pages\n"


@pytest.mark.parametrize("stage", STAGES)
def test_show(capsys: pytest.CaptureFixture[str], stage: str) -> None:
    assert main(["--seeds", str(PROJECT / "seeds"), "show", "kst-32824-357", "--stage", stage]) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "brif", "--stage", "blocks"], "seeds: holds no document brif; give an id like brief"),
        (["show", "brief"], "kamerbrieven: Missing option '--stage'"),
        (["show", "brief", "--stage", "x"], "kamerbrieven: Invalid value for '--stage': 'x' is not one of"),
        (["verzin"], "kamerbrieven: No such command 'verzin'.; see kamerbrieven --help"),
        (["--verzin"], "kamerbrieven: No such option"),
        (["--seeds", "weg"], "weg: is not a folder; give the folder of letters with --seeds"),
        (["--seeds", "weg", "compare", "x.txt", "y.txt"], "x.txt: is no file, and no id in weg; name a file, or"),
        (["compare", "brief", "brif"], "brif: is no file, and no id in seeds; is it brief?"),
        (["--docs", "seeds"], "seeds: overlaps with seeds; give folders that lie side by side"),
        (["--docs", "seeds/brief.txt/docs"], "seeds/brief.txt/docs: overlaps with seeds"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_users_mistake_is_one_line_and_status_1(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(arguments) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(message)
    assert told.err.count("\n") == 1


@pytest.mark.usefixtures("here")
def test_a_fault_of_the_program_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "build", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main([])


def test_being_stopped_is_said(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(stages, "build", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    assert main([]) == 1
    assert "stopped; the pages and the site are whole" in capsys.readouterr().err
    assert [path.name for path in here.iterdir()] == ["seeds"]


def test_serve_shows_the_site_and_follows_changes(here: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "build_tools", "serve", "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(command, cwd=here, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert "Ter inzage." in page_with("Ter inzage.", port)
            (here / "seeds/brief.txt").write_text("", encoding="utf-8")
            (here / "seeds/tweede.txt").write_text("Geachte voorzitter,\n\nNieuw.\n", encoding="utf-8")
            time.sleep(2)
            (here / "seeds/brief.txt").write_text("Geachte voorzitter,\n\nGewijzigd.\n", encoding="utf-8")
            assert "Gewijzigd." in page_with("Gewijzigd.", port)
        finally:
            server.send_signal(signal.SIGINT)
            told = server.communicate(timeout=10)[1]
    assert "seeds/brief.txt: is empty" in told
    assert "Traceback" not in told


def free_port() -> int:
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def page_with(text: str, port: int) -> str:
    """The letter's page, once it holds a text; or as it is after half a minute."""
    page = ""
    for _ in range(150):
        try:
            with urlopen(f"http://127.0.0.1:{port}/brieven/brief/") as response:
                page = response.read().decode("utf-8")
        except URLError:
            pass
        if text in page:
            break
        time.sleep(0.2)
    return page


def test_progress_passes_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    files = [Path("a"), Path("b")]
    assert list(cli.progress(files)) == files
    assert capsys.readouterr() == ("", "")
