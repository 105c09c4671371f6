"""The command as a user meets it: what it builds, what it says, on which stream, with which status."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from socket import socket
from threading import Event
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from weakref import finalize

import pytest

from build_tools import __version__
from build_tools import build as stages
from build_tools.cli import main
from build_tools.commands.report import FEW, where_shown
from build_tools.folders import PROJECT, Folders
from build_tools.progress import reading
from build_tools.site.read_back import site_faults
from build_tools.site.serving.server import is_meant

CURRENT = {"kamerbrieven": __version__, "current": True, "stale": [], "mistakes": [], "doubts": []}
"""What `check --json` prints where all is well."""


@pytest.mark.slow
def test_alone_it_builds_all_and_says_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    told = capsys.readouterr()
    assert told.err.startswith("mkdocs.yml: states no site_url, so no page says where the site is")
    assert told.err.count("\n") == 1
    assert re.fullmatch(
        "1 letter, 4 words, 0 notes: every character is accounted for\n"
        r"\d+ files changed in docs and site\n"
        "to read the site: make serve [(]or kamerbrieven serve[)], then open http://127.0.0.1:8000/\n"
        "to look at: 1 letter with facts missing: make serve [(]or kamerbrieven serve[)], then open "
        "http://127.0.0.1:8000/werkbank/\n",
        told.out,
    )
    assert (here / "site/brieven/brief/index.html").is_file()


def test_other_folders_and_no_site(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--seeds", "seeds", "--docs", "d", "--site", "s", "--no-site"]) == 0
    assert sorted(path.name for path in here.iterdir()) == [".kamerbrieven", "d", "seeds"]
    shutil.rmtree(here / ".kamerbrieven")
    assert main(["--docs", "d", "--site", "s", "--no-site", "--no-cache"]) == 0
    assert sorted(path.name for path in here.iterdir()) == ["d", "seeds"], "nothing is remembered"
    assert capsys.readouterr().out.endswith(" files changed in d\n")


@pytest.mark.parametrize(
    ("folders", "dossiers", "command"),
    [
        (Folders(Path("seeds"), Path("docs")), False, "make serve (or kamerbrieven serve)"),
        (Folders(Path("seeds"), Path("docs")), True, "kamerbrieven serve --per-dossier"),
        (Folders(Path("a b"), Path("docs"), Path("s")), False, "kamerbrieven serve --seeds 'a b' --site s"),
    ],
)
def test_what_is_to_be_typed_names_the_folders(folders: Folders, dossiers: bool, command: str) -> None:
    shown = where_shown(None, folders, dossiers=dossiers)
    assert shown == f"{command}, then open http://127.0.0.1:8000/"


@pytest.mark.parametrize("options", [["check", "--docs", "d"], ["--docs", "d", "check"]])
def test_check(here: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    main(["--docs", "d", "--no-site"])
    assert main(options) == 0
    assert "d is current; every character of every letter is accounted for\n" in capsys.readouterr().err
    (here / "d/brieven/brief.md").write_text("anders", encoding="utf-8")
    assert main(options) == 1
    assert capsys.readouterr().err == "d: is stale: brieven/brief.md; run kamerbrieven --docs d and commit the pages\n"


@pytest.mark.parametrize(
    ("options", "command"),
    [
        ([], "kamerbrieven"),
        (["--docs", "een map"], "kamerbrieven --docs 'een map'"),
        (["--per-dossier"], "kamerbrieven --per-dossier"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_check_asks_for_is_the_build_of_what_it_checked(
    capsys: pytest.CaptureFixture[str], options: list[str], command: str
) -> None:
    assert main(["check", *options]) == 1
    assert capsys.readouterr().err.endswith(f"; run {command} and commit the pages\n")


def test_check_names_stale_pages_as_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--docs", "d", "--no-site"])
    capsys.readouterr()
    assert main(["check", "--docs", "d", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == CURRENT
    names = sorted(path.relative_to(here / "d").as_posix() for path in (here / "d").rglob("*.md"))
    for name in names:
        (here / "d" / name).write_text("anders", encoding="utf-8")
    assert main(["check", "--docs", "d", "--json"]) == 1
    told = capsys.readouterr()
    assert json.loads(told.out) == CURRENT | {"current": False, "stale": names}
    assert told.err == ""
    main(["check", "--docs", "d"])
    assert f"d: is stale: {', '.join(names[:FEW])} and {len(names) - FEW} more; run" in capsys.readouterr().err
    main(["check", "--docs", "d", "-v"])
    assert f"d: is stale: {', '.join(names)}; run" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
def test_check_does_not_mind_where_the_site_would_go() -> None:
    main(["--docs", "site", "--site", "s", "--no-site"])
    assert main(["check", "--docs", "site"]) == 0


@pytest.mark.usefixtures("here")
def test_a_fault_of_the_program_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "build", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main([])


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_being_stopped_is_said(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sent: signal.Signals, status: int
) -> None:
    monkeypatch.setattr(stages, "build", lambda *_: signal.raise_signal(sent))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell starts behind itself ignores it
    try:
        assert main([]) == status
    finally:
        signal.signal(signal.SIGINT, before)
    assert "stopped; the pages and the site are whole" in capsys.readouterr().err
    assert [path.name for path in here.iterdir()] == ["seeds"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_being_stopped_while_something_is_let_go_ends_what_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sent: signal.Signals, status: int
) -> None:
    """Nothing that is raised there gets out: a preview that was told to end at such a moment went on for ever."""

    def let_go_and_wait(*_: object) -> None:
        finalize(value := Event(), signal.raise_signal, sent)
        del value
        Event().wait()

    monkeypatch.setattr(stages, "build", let_go_and_wait)
    before, told = signal.signal(signal.SIGINT, signal.default_int_handler), sys.unraisablehook
    try:
        assert main([]) == status
        assert sys.unraisablehook == told
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr().err.strip() == "kamerbrieven: stopped; the pages and the site are whole"


@pytest.mark.usefixtures("here")
def test_quiet_and_verbose(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-q", "--no-site"]) == 0
    assert main(["check", "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    Path("seeds/brief.txt").write_text("Geachte voorzitter,\n\nAnders.\n", encoding="utf-8")
    assert main(["--no-site", "-v"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[:4] == ["reading letters", "finding citations and themes", "comparing versions", "making pages"]
    assert "changed: docs/brieven/brief.md" in told


@pytest.mark.slow
@pytest.mark.usefixtures("here")
def test_a_terminal_shows_each_step_to_the_end_on_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Standard error is a terminal here, as for a user; standard output is none."""
    master, terminal = os.openpty()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("SITE_URL", "https://x.nl/")
    with os.fdopen(terminal, "w") as screen, monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", screen)
        assert main([]) == 0
    with os.fdopen(master, "rb") as shown:
        steps = shown.read1(100_000).decode().split("\r\x1b[K")
    assert steps[0] == steps[-1] == ""
    for step in ("reading letters: 1 of 1", "making the site", "making the site, page: 1", "making the search index"):
        assert step in steps
    assert capsys.readouterr().out.startswith("1 letter, ")
    assert not any("\n" in step for step in steps)


def test_progress_passes_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    files = [Path("a"), Path("b")]
    assert list(reading(files)) == files
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("here")
def test_a_port_in_use_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "build", lambda *_, **__: stages.Built((), (), ()))
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    told = capsys.readouterr().err
    assert told.endswith(f"port {port}: cannot be used (Address already in use); give another one with --port\n")


@pytest.mark.slow
def test_serve_shows_the_site_and_follows_changes(here: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "build_tools", "serve", "--port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    told = here / "told.txt"
    started = partial(subprocess.Popen, command, cwd=here, env=environment, preexec_fn=hear_interrupts)
    with told.open("w") as errors, started(stderr=errors) as server:
        try:
            assert comes_to_hold("Ter inzage.", lambda: page(port))
            with urlopen(f"http://127.0.0.1:{port}/bronnen/brief.txt") as source:
                assert source.headers["Content-Type"] == "text/plain; charset=utf-8"
            with pytest.raises(HTTPError, match="421"):
                urlopen(Request(f"http://127.0.0.1:{port}/werkbank/", headers={"Host": f"evil.example:{port}"}))
            (here / "seeds/brief.txt").write_text("", encoding="utf-8")
            (here / "seeds/tweede.txt").write_text("Geachte voorzitter,\n\nNieuw.\n", encoding="utf-8")
            assert comes_to_hold("seeds/brief.txt: is empty", told.read_text)
            (here / "seeds/brief.txt").write_text("Geachte voorzitter,\n\nGewijzigd.\n", encoding="utf-8")
            assert comes_to_hold("Gewijzigd.", lambda: page(port))
            assert comes_to_hold("whole", lambda: "its index lags" if site_faults(here / "site") else "whole")
        finally:
            server.send_signal(signal.SIGINT)
    assert "Traceback" not in told.read_text()


@pytest.mark.parametrize(
    ("host", "port", "answered"),
    [
        ("127.0.0.1:8000", 8000, True),
        ("LocalHost:8000", 8000, True),
        ("[::1]:8000", 8000, True),
        ("localhost", 80, True),
        ("localhost", 8000, False),
        ("localhost:9000", 8000, False),
        ("evil.example:8000", 8000, False),
        ("localhost.evil.example:8000", 8000, False),
        ("127.0.0.1:8000,evil.example", 8000, False),
        ("", 8000, False),
        ("", 80, False),
    ],
)
def test_a_preview_answers_to_names_that_nobody_else_can_give_it(host: str, port: int, answered: bool) -> None:
    assert is_meant(host, port) is answered


def hear_interrupts() -> None:
    """What a shell starts in the background hears none, and so does all that it starts: tests run there too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port() -> int:
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def page(port: int) -> str:
    """The letter's page as it is served now; nothing while there is no server yet."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/brieven/brief/") as response:
            return str(response.read().decode("utf-8"))
    except OSError:
        return ""


def comes_to_hold(text: str, read: Callable[[], str]) -> bool:
    """Whether a text comes to stand somewhere; a machine in use takes its time."""
    for _ in range(1500):
        if text in read():
            return True
        time.sleep(0.2)
    return False
