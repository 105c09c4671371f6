"""What the README tells exists, and what exists the README tells."""

import re

from click import Context, Option

from build_tools.cli import Status, cli
from build_tools.folders import PROJECT
from build_tools.show import STAGES

README = (PROJECT / "README.md").read_text(encoding="utf-8")


def test_commands() -> None:
    assert set(re.findall(r"^\| `kamerbrieven (\w+)", README, re.MULTILINE)) == set(cli.commands)


def test_stages() -> None:
    told = re.search(r"after a stage: (.*) \|", README)
    assert told is not None
    assert re.findall(r"`(\w+)`", told[1]) == list(STAGES)


def test_options() -> None:
    """Each option stands in the row of its command, or below the table where several commands have it."""
    rows = dict(re.findall(r"^\| `kamerbrieven ?(\w*)[^|]*\| (.*) \|$", README, re.MULTILINE))
    shared = README.split("| `kamerbrieven compare")[1].split("| status |")[0]
    for name, command in {"": cli, **cli.commands}.items():
        for option in command.get_params(Context(command)):
            for spelling in option.opts if isinstance(option, Option) else ():
                assert spelling in rows[name] or spelling in shared, (name, spelling)


def test_statuses() -> None:
    table = README.split("| status | when |")[1].split("\n\n")[0]
    told = [int(number) for row in re.findall(r"^\| ([\d, ]+) \|", table, re.MULTILINE) for number in row.split(", ")]
    assert told == [status.value for status in Status]


def test_make() -> None:
    targets = re.findall(r"^(\w+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"`make (\w+)`", README)) == set(targets)


def test_places() -> None:
    listing = README.split("```")[-2]
    names = re.findall(r"(?<![\w/])[\w.]+(?:\.py|\.yml|/)(?=\s)", listing)
    assert len(names) > 15
    for name in names:
        places = (PROJECT, PROJECT / "build_tools", PROJECT / "seeds", PROJECT / "docs", PROJECT / "tests")
        assert name == "site/" or any((place / name).exists() for place in places), name
