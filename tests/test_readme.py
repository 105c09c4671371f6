"""What the README tells exists, and what exists the README tells."""

import re

import pytest
from click import Command, Context, Option
from frozen import SEEDS

from build_tools.cli import Status, cli, main
from build_tools.commands.all_commands import COMMANDS as OTHERS
from build_tools.commands.show import STAGES
from build_tools.folders import PROJECT

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_commands() -> None:
    assert set(re.findall(r"^\| `kamerbrieven (\w+)", README, re.MULTILINE)) == set(cli.list_commands(Context(cli)))


def test_what_the_first_pair_says(capsys: pytest.CaptureFixture[str]) -> None:
    shown = README.split("```text\n")[1].split("```")[0]
    main(["compare", "brief-donner-2011", "kst-32824-1", "--seeds", str(SEEDS)])
    assert " ".join(capsys.readouterr().out.split()).startswith(" ".join(shown.split()))


def test_stages() -> None:
    told = re.search(r"after a stage: (.*) \|", README)
    assert told is not None
    assert re.findall(r"`(\w+)`", told[1]) == list(STAGES)


def test_options() -> None:
    """Each option stands in the row of its command, or below the table where several commands have it."""
    shared = README.split("| `kamerbrieven compare")[1].split("\n\n")[1]
    known = {name: spellings(command) for name, command in COMMANDS.items()}
    for name, told in told_options().items():
        assert told | set(OPTION.findall(shared)) >= known[name], name
        assert told <= known[name], name
    assert set(OPTION.findall(shared)) <= set.union(*known.values())


COMMANDS: dict[str, Command] = {"": cli, **cli.commands, **OTHERS}
OPTION = re.compile(r"(?<![\w-])--?[a-z](?:[a-z-]*[a-z])?\b|(?<=`)-[A-Z](?=`)")
"""`--exit-code`, `-q`, `-V`."""


def told_options() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `kamerbrieven ?(\w*)[^|]*\| (.*) \|$", README, re.MULTILINE)
    return {name: set(OPTION.findall(row)) for name, row in rows}


def spellings(command: Command) -> set[str]:
    """Every way to write an option of a command."""
    options = (
        option for option in command.get_params(Context(command, **cli.context_settings)) if isinstance(option, Option)
    )
    return {spelling for option in options for spelling in option.opts}


def test_statuses() -> None:
    table = README.split("| status | when |")[1].split("\n\n")[0]
    told = [int(number) for row in re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE) for number in row.split(", ")]
    assert told == [status.value for status in Status]


def test_make() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)
    assert set(re.findall(r"`make ([a-z-]+)`", README)) == set(targets)
    assert set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) == set(targets), "make help lists each"
    assert set(re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)[0].split()) == set(targets)


def listing(page: str) -> list[str]:
    """The names in the list of a page that says where things are."""
    text = (PROJECT / page).read_text(encoding="utf-8").partition("\n## Where things are\n")[2].split("```")[1]
    lines = [line for line in text.splitlines() if line.strip()]
    return [name for line in lines for name in re.findall(r"(?:^ *|(?<= ))([\w/.]+(?:\.py|\.yml|/))", line)]


def test_places() -> None:
    for page, places in (("README.md", ["", "seeds", "tests", "build_tools"]), ("ARCHITECTURE.md", LEVELS)):
        names = listing(page)
        assert len(names) > 10
        for name in names:
            assert name == "site/" or any((PROJECT / place / name).exists() for place in places), name


LEVELS = [
    "",
    "build_tools",
    "build_tools/reading",
    "build_tools/compare",
    "build_tools/exports",
    "build_tools/pages",
    "build_tools/site",
    "build_tools/sources",
    "build_tools/citations",
    "build_tools/workbench",
]


def test_every_package_has_its_place_on_the_map() -> None:
    names = listing("ARCHITECTURE.md")
    top = [path for path in (PROJECT / "build_tools").iterdir() if not path.name.startswith(("_", "."))]
    known = {f"{path.name}/" if path.is_dir() else path.name for path in top}
    assert {name for name in known if name.endswith((".py", "/"))} <= set(names) | {"start/"}


WRITTEN = ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "mkdocs.yml", "Makefile"]
IN_CODE = ["build_tools/**/*.py", "build_tools/**/*.yml", "build_tools/**/*.js", "seeds/*.yml", "tests/**/*.yml"]


def test_every_path_that_is_named_is_there() -> None:
    files = [PROJECT / name for name in WRITTEN] + [path for glob in IN_CODE for path in PROJECT.glob(glob)]
    named = re.compile(r"(?<![\w/])(?:build_tools|tests)/[\w/.-]*\w/?")
    told = [(path.name, name) for path in files for name in named.findall(path.read_text(encoding="utf-8"))]
    assert len(told) > 40
    assert [(page, name) for page, name in told if not (PROJECT / name).exists()] == []


def test_modules_that_docstrings_name_are_there() -> None:
    """`forms.py` is a file of the program, in the same folder or elsewhere, or one of its tests."""
    program = PROJECT / "build_tools"
    names = {path.name for place in (program, PROJECT / "tests") for path in place.rglob("*.py")}
    told = [(path.name, name) for path in program.rglob("*.py") for name in MODULE.findall(path.read_text("utf-8"))]
    assert [(page, name) for page, name in told if name not in names] == []


MODULE = re.compile(r"(?<![\w*.-])(\w+\.py)\b")


def test_names_of_the_glossary_are_in_the_code() -> None:
    rows = (PROJECT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("\n## Glossary\n")[2]
    told = [
        name for row in re.findall(r"\| ([^|]*) \|$", rows, re.MULTILINE) for name in re.findall(r"`([\w.]+)`", row)
    ]
    files = (PROJECT / "build_tools").rglob("*.py")
    code = {word for path in files for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))}
    assert len(told) > 40
    assert [name for name in told if name.rpartition(".")[2] not in code] == []
