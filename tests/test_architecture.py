"""The shape of the program: few files at the top, small packages, imports one way, each name once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from build_tools.workbench.program import NOT_THERE

PROGRAM = Path(__file__).parents[1] / "build_tools"
MODULES = sorted(PROGRAM.rglob("*.py"))
PACKAGES = sorted({module.parent for module in MODULES})

CLASS = re.compile(r" *class (\w+)[:(\[]")
IMPORT = re.compile(rf"^ *from ({PROGRAM.name}[\w.]*) import (\([^)]+\)|[\w, ]+)", re.MULTILINE)
IMPORTED = re.compile(r"(\w+)(?: as \w+)?")
"""How lines begin tells classes and imports. To take all code apart would take ten times as long, and more."""


def place(module: Path) -> str:
    """The package that a module is in; what stands at the top is a place of its own."""
    return str(module.relative_to(PROGRAM)) if module.parent == PROGRAM else str(module.parent.relative_to(PROGRAM))


def imported(module: Path) -> Iterator[Path]:
    """The modules of the program that a module imports."""
    for source, names in IMPORT.findall(module.read_text(encoding="utf-8")):
        base = PROGRAM.joinpath(*source.split(".")[1:])
        for name in IMPORTED.findall(names):
            found = (base / f"{name}.py", base / name / "__init__.py", base.with_suffix(".py"))
            yield next((path for path in found if path.is_file()), base / "__init__.py")


def test_few_files_lie_at_the_top() -> None:
    assert len(list(PROGRAM.glob("*.py"))) <= 15


def test_no_package_is_crowded() -> None:
    assert [package for package in PACKAGES if len(list(package.glob("*.py"))) > 20] == []


def test_no_class_name_stands_twice() -> None:
    lines = (line for module in MODULES for line in module.read_text(encoding="utf-8").splitlines())
    classes = Counter(found[1] for line in lines if (found := CLASS.match(line)))
    assert len(classes) > 100
    assert [name for name, count in classes.items() if count > 1] == []


def test_imports_between_packages_run_one_way() -> None:
    arrows: defaultdict[str, set[str]] = defaultdict(set)
    for module in MODULES:
        arrows[place(module)] |= {place(other) for other in imported(module)} - {place(module)}
    assert len(arrows) > 20
    try:
        order = list(TopologicalSorter(arrows).static_order())
    except CycleError as error:
        pytest.fail(f"imports in a circle: {' -> '.join(error.args[1])}")
    assert order.index("reading") > order.index("draft.py") and order.index("compare") < order.index("pages")


def test_what_runs_in_a_browser_needs_nothing_that_is_not_sent_there() -> None:
    needed, found = {PROGRAM / "workbench" / "comparing.py"}, set[Path]()
    while needed:
        found |= needed
        needed = {other for module in needed for other in imported(module)} - found
    assert len(found) > 300
    assert [path for path in sorted(found) if path.relative_to(PROGRAM).parts[0] in NOT_THERE] == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [str(module) for module in MODULES if not module.read_text(encoding="utf-8").startswith('"""')]
    assert silent == []
