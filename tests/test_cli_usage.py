"""How the command is called: mistakes and their status, options, help, examples, completion."""

import os
import re
import shlex
from collections.abc import Callable
from errno import EACCES
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from each import each

from build_tools import build as stages
from build_tools.cli import Status, cli, main
from build_tools.commands.all_commands import COMMANDS as OTHERS
from build_tools.commands.examples import EXAMPLES

BY_NAME = cli.commands | OTHERS
COMMANDS = BY_NAME.items()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "brif", "--stage", "blocks"], "seeds: holds no document brif; give an id like brief"),
        (["--seeds", "weg"], "weg: is not a folder; give the folder of letters with --seeds"),
        (["--seeds", "weg", "compare", "x.txt", "y.txt"], "x.txt: is no file, and no id in weg; name a file, or"),
        (["compare", "brief", "brif"], "brif: is no file, and no id in seeds; is it brief?"),
        (["compare", "seeds/brief.txt", "leeg.txt"], "leeg.txt: is empty; put the letter's text in it or leave it out"),
        (["--docs", "seeds"], "seeds: overlaps with seeds; give folders that lie side by side"),
        (["--docs", "seeds/brief.txt/docs"], "seeds/brief.txt/docs: overlaps with seeds"),
    ],
)
def test_a_users_mistake_is_one_line_and_status_1(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (here / "leeg.txt").touch()
    refused(capsys, arguments, Status.MISTAKE, message)


@pytest.mark.usefixtures("here")
def test_a_folder_that_may_not_be_read_is_no_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "iterdir", refuse)
    refused(capsys, ["check"], Status.MISTAKE, "seeds: cannot be read (Permission denied); make it readable")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["verzin"], "kamerbrieven: No such command 'verzin'; see kamerbrieven --help"),
        (["--verzin"], "kamerbrieven: No such option"),
        (["show"], "kamerbrieven show: Missing argument 'ID'; see kamerbrieven show --help"),
        (["show", "brief", "--stage", "x"], "kamerbrieven show: Invalid value for '--stage': 'x' is not one of"),
        (["add"], "kamerbrieven add: Missing argument 'FILE|FOLDER|NUMBER...'; see kamerbrieven add --help"),
        (["add", "brief.txt"], "kamerbrieven add: it asks before it writes, and nobody can answer here: give --yes"),
        (["add", "brief.txt", "-q", "-v"], "kamerbrieven add: --quiet and --verbose cannot go together"),
        (["compare", "brief"], "kamerbrieven compare: Missing argument 'B'"),
        (["compare", "-", "-"], "kamerbrieven compare: standard input can be one of the two, not both"),
        (["serve", "--port", "0"], "kamerbrieven serve: Invalid value for '--port'"),
        (["--per-dossier", "--bench"], "kamerbrieven: --per-dossier and --bench cannot go together"),
        (["show", "brief", "--per-dossier"], "kamerbrieven show: this command does not use --per-dossier"),
        (["-q", "-v"], "kamerbrieven: --quiet and --verbose cannot go together"),
        (["-q", "check", "-v"], "kamerbrieven check: --quiet and --verbose cannot go together"),
        (["check", "-q", "--json"], "kamerbrieven check: --json and --quiet cannot go together"),
        (["check", "--page", "x"], "kamerbrieven check: this command does not use --page; see "),
    ],
)
@pytest.mark.usefixtures("here")
def test_wrong_usage_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    refused(capsys, arguments, Status.USAGE, message)


def unused_options() -> list[tuple[str, str]]:
    """Each option that may stand before a command, with each command that has no use for it."""
    own = {name: {parameter.name for parameter in command.params} for name, command in COMMANDS}
    options = [option for option in cli.params if option.expose_value]
    return [(option.opts[-1], name) for option in options for name in own if option.name not in own[name]]


def test_the_site_is_not_for_every_command() -> None:
    assert {("--site", "show"), ("--site", "compare"), ("--docs", "show"), ("--no-site", "pdf")} <= {*unused_options()}
    assert ("--seeds", "show") not in unused_options()


@pytest.mark.usefixtures("here")
def test_an_option_that_a_command_does_not_use_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    def is_refused(unused: tuple[str, str]) -> None:
        option, command = unused
        message = f"kamerbrieven {command}: this command does not use {option}; see kamerbrieven {command} --help\n"
        given = [option, "x"] if option in ("--seeds", "--docs", "--site", "--scheduler") else [option]
        refused(capsys, [*given, command], Status.USAGE, message)
        refused(capsys, [command, *given], Status.USAGE, message)

    each(unused_options(), is_refused)


def refused(capsys: pytest.CaptureFixture[str], arguments: list[str], status: Status, message: str) -> None:
    assert main(arguments) == status
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(message)
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("asked", ["-V", "--version"])
def test_version(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    assert main([asked]) == 0
    assert re.fullmatch(r"kamerbrieven, version \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_every_command_has_examples_in_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert EXAMPLES.keys() == {"kamerbrieven", *BY_NAME}
    for name, rows in EXAMPLES.items():
        assert main([*([name] if name in BY_NAME else []), "--help"]) == 0
        help_text = capsys.readouterr().out
        assert max(map(len, help_text.splitlines())) <= 80
        for typed, _ in rows:
            assert re.search(rf"^ +{re.escape(typed)}($|  )", help_text, re.MULTILINE)


@pytest.mark.parametrize("typed", [typed for rows in EXAMPLES.values() for typed, _ in rows])
def test_examples_work(here: Path, monkeypatch: pytest.MonkeyPatch, pipe: Callable[[bytes], None], typed: str) -> None:
    """Builds, the server and what is added are other tests' business; each command finds the files of its example."""
    letter = "Geachte voorzitter,\n\nTer inzage.\n"
    for name in ("seeds/kst-1.txt", "seeds/kst-2.txt", "brief.txt"):
        (here / name).write_text(letter, encoding="utf-8")
    pipe(letter.encode())
    monkeypatch.setattr("build_tools.site.serving.preview.preview", lambda *_: None)
    monkeypatch.setattr("build_tools.commands.add.add_all", lambda *_: None)
    monkeypatch.setattr(stages, "build", lambda *_, **__: stages.Built((), (), ()))
    monkeypatch.setattr(stages, "check", lambda *_: stages.Checked((), ()))
    program, *arguments = shlex.split(typed.rpartition("| ")[2])
    assert program == "kamerbrieven"
    assert main(arguments) == 0


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("sh", ["show"]),
        ("show ", ["brief"]),
        ("show --seeds weg ", []),
        ("--seeds weg show ", []),
        ("add b", ["file: b"]),
        ("compare b", ["brief"]),
        ("compare brief x", ["file: x"]),
        ("show brief --stage c", ["cleaned", "citations"]),
        ("check --docs d", ["dir: d"]),
        ("check --se", ["--seeds"]),
    ],
)
@pytest.mark.usefixtures("here")
def test_the_shell_completes(typed: str, offered: list[str]) -> None:
    *arguments, begun = typed.split(" ")
    found = ShellComplete(cli, {}, "kamerbrieven", "_KAMERBRIEVEN_COMPLETE").get_completions(arguments, begun)
    assert [item.value if item.type == "plain" else f"{item.type}: {item.value}" for item in found] == offered
