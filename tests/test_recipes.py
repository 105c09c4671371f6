"""Each recipe of README.md and CONTRIBUTING.md, done in a copy of the project as it says, leaves the tests green."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import groupby, islice
from pathlib import Path

import pytest
from case_files import CASES, small_letters

from build_tools.folders import PROJECT

pytestmark = pytest.mark.slow

MADE = shutil.ignore_patterns(".git", ".venv*", ".hypothesis", ".*_cache", ".kamerbrieven-*")
QUICK = "not (slow or pdf or browser or hypothesis)"
"""The tests of `make test-fast`."""

LETTER = """32 824 Integratiebeleid

Nr. 999 BRIEF VAN DE MINISTER VAN SOCIALE ZAKEN EN WERKGELEGENHEID

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 maart 2026

Over de inburgering en de sportclubs schreef ik u eerder (Kamerstuk 32 824, nr. 448 en Kamerstuk 36 999, nr. 7).

De Minister van Sociale Zaken en Werkgelegenheid,
A. de Vries
"""


OF_A_KIND = 5
"""Cases of a folder that the copy has: a recipe that harms a kind shows in these. `test_cases.py` asks for all."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    made = Path(shutil.copytree(PROJECT, tmp_path / "copy", ignore=MADE))
    for _, kind in groupby(small_letters(), lambda name: name.partition("/")[0]):
        for name in islice(kind, OF_A_KIND, None):
            (made / CASES.relative_to(PROJECT) / f"{name}.yml").unlink()
    return made


COMMANDS = """
import json, sys
from build_tools.cli import main
from build_tools.workers import processes

processes.usable_cores = lambda: 1  # each core has tests of its own to do
sys.exit(any([main(command) for command in json.loads(sys.argv[1])]))
"""
"""A program that carries out commands in turn, and fails where one does."""


def run(copy: Path, *arguments: str) -> str:
    """Python in the copy, with the program of the copy; nothing of the tests around it comes along."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "COV"))}
    command = [sys.executable, *arguments]
    environment["PYTHONPATH"] = str(copy)
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def green(copy: Path, *tests: str) -> None:
    told = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", QUICK, *(f"tests/{name}" for name in tests))
    assert re.search(r"^\d+ passed", told, re.MULTILINE), told


def put_in(path: Path, before: str, *added: str) -> None:
    """Write lines into a file, in front of something that stands there once."""
    put_for(path, before, "".join(f"{line}\n" for line in added) + before)


def put_behind(path: Path, line: str, *added: str) -> None:
    """The same, behind a line."""
    put_for(path, line, line + "".join(f"{one}\n" for one in added))


def put_for(path: Path, known: str, now: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(known) == 1, (path, known)
    path.write_text(text.replace(known, now), encoding="utf-8")


def add(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def add_a_letter(copy: Path) -> None:
    add(copy / "seeds/kst-32824-999.txt", LETTER)
    fact = "kst-32824-999:\n  facts:\n    title:\n      value: Sport\n      source: de registratie van de Kamer\n"
    add(copy / "seeds/catalogue.yml", f"\n{fact}")


def judge_a_pair(copy: Path) -> None:
    found = "  facts:\n    title:\n      value: Visie op integratie\n      source: >-\n"
    put_in(copy / "seeds/catalogue.yml", found, "  not_versions: [kst-32824-1]")


def add_a_theme(copy: Path) -> None:
    about = "  title: Sport\n  introduction: Over sport.\n  official: Migratie en integratie\n  core: [sport*]\n"
    add(copy / "seeds/themes.yml", f"\nsport:\n{about}")


def follow_a_term(copy: Path) -> None:
    add(copy / "seeds/begrippen.yml", "\nsport:\n  title: Sport\n  about: Bewegen.\n  words: [sport*]\n")


EDITORS = {
    "Add a letter": add_a_letter,
    "Judge a pair of versions": judge_a_pair,
    "Add a theme": add_a_theme,
    "Follow a term": follow_a_term,
}
"""By the name of the recipe: what an editor does."""


LOOKS = re.compile(r'PROJECT / "(docs|build_tools|tests)"|PROJECT\.r?glob|PROJECT / [a-z]')
"""How a test looks at pages, at all code, or at files by their names; others of the project no recipe changes."""


def seeing(copy: Path) -> list[str]:
    """The tests that can see what an editor changed in `seeds/` and in the pages, and new files of programmers."""
    found = []
    for path in sorted((copy / "tests").glob("test_*.py")):
        parts = re.split(r"^(?=def |@)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        names = {part.partition("(")[0].removeprefix("def ") for part in parts if LOOKS.search(part)}
        tests = {name for name in names if name.startswith("test_")}
        found += [f"{path.name}::{name}" for name in sorted(tests)] if names == tests else [path.name]
    return found


STEP = '''"""The head of a telegram."""

from build_tools.draft import Draft
from build_tools.model import Reason
from build_tools.reading.steps.taking_out import take_out


def take_out_telegram(draft: Draft) -> Draft:
    found = {n: Reason.HEAD for n, line in enumerate(draft.lines) if line.text == "TELEGRAM"}
    return take_out(draft, found)
'''
CASE = """# A telegram says so.
text: |
  TELEGRAM

  Het kabinet wil dat iedereen meedoet.
layout: telegram
left out:
  - [1, briefhoofd, TELEGRAM]
blocks:
  - paragraph: Het kabinet wil dat iedereen meedoet.
"""


def add_a_layout(copy: Path) -> None:
    layouts, steps = copy / "build_tools/reading/layouts.py", "from build_tools.reading.steps."
    add(copy / "build_tools/reading/steps/telegram.py", STEP)
    put_in(layouts, f"{steps}taking_out import Step", f"{steps}telegram import take_out_telegram")
    sign = '    return [line.text for line in draft.lines[:1]] == ["TELEGRAM"]'
    put_in(layouts, "def always(", "def is_telegram(draft: Draft) -> bool:", sign, "", "")
    row = '    Layout("telegram", is_telegram, (take_out_telegram, *PAGES, *TEXT)),'
    put_behind(layouts, "LAYOUTS: tuple[Layout, ...] = (\n", row)
    add(copy / "tests/cases/telegrams/head.yml", CASE)


def change_the_kinds(copy: Path) -> None:
    put_in(
        copy / "build_tools/data/change_kinds.yml",
        "  - rule: aanhalingstekens\n",
        "  - rule: regeleindeteken",
        "    kind: leesteken",
        "    same_without: [signs]",
        "    only: line_end",
        "    says: een teken aan het eind van een regel verschilt",
        "    names: [teken, tekens]",
    )
    add(copy / "tests/cases/compare/kinds.yml", '- {rule: regeleindeteken, before: ",", after: ";", line_end: true}\n')


NUMBERED = r'    form("bundel", rf"\bBundel\s{{1,3}}{DOSSIERS}", Numbers.PLAIN),'
READ = r'    form("verzamel", rf"\bVerzamel\s{{1,3}}(?P<dossier>{DOSSIER})\|(?P<item>\d{{1,4}})", running),'
CITED = """
bundel:
  match:
    - ["Bundel 32 824, nr. 448", kst-32824-448]
  never:
    - Bundel 3
verzamel:
  match:
    - ["Verzamel 32824|448", kst-32824-448]
  never:
    - Verzamel 3|4
"""


def add_a_form(copy: Path) -> None:
    """Two: one with numbers as in the table, one whose paper has a reader of its own."""
    put_in(copy / "build_tools/citations/forms.py", '    form(\n        "motie"', NUMBERED, READ)
    add(copy / "tests/cases/citations.yml", CITED)


def add_a_law(copy: Path) -> None:
    law = "  BWBR0099998: {name: Wet op de hoepels, short: [Whoep]}"
    put_behind(copy / "build_tools/data/laws.yml", "laws:\n", law)
    case = '    - ["artikel 3 Whoep", "BWBR0099998#Artikel3"]'
    put_behind(copy / "tests/cases/citations.yml", "\nartikel:\n  match:\n", case)


READER = '''"""Text that was written from the end to the begin."""

from pathlib import Path

from build_tools.draft import Extract
from build_tools.sources.readers.plain import text


def extract(path: Path, content: bytes) -> Extract:
    """Turn it round, and read it as text."""
    return text.extract(path, content.decode("utf-8")[::-1].encode())
'''


def add_a_kind_of_file(copy: Path) -> None:
    folder = copy / "build_tools/sources/readers"
    add(folder / "backwards.py", READER)
    put_in(folder / "__init__.py", '}\n"""What reads a file, by', '    ".sdrawkcab": _by("backwards"),')
    add(copy / "seeds/omgekeerd.sdrawkcab", "Geachte voorzitter,\n\nTer inzage.\n"[::-1])


PROGRAMMERS: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "Add a layout": (add_a_layout, ("test_cases", "test_truth", "test_architecture")),
    "Change the kinds of changes": (change_the_kinds, ("test_word_compare", "test_comparison_page", "test_data")),
    "Add a form of citation": (add_a_form, ("test_citations", "test_references")),
    "Add a law": (add_a_law, ("test_citations",)),
    "Add a kind of file": (add_a_kind_of_file, ("test_readers", "test_seeds", "test_architecture")),
}
"""By the name of the recipe: what a programmer does, and the tests that it may touch."""


def test_what_programmers_add_and_editors_do_turns_no_test_red(copy: Path) -> None:
    """All in one copy, so that the tests run once; none stands in the way of another."""
    for add_it, _ in PROGRAMMERS.values():
        add_it(copy)
    for do in EDITORS.values():
        do(copy)
    told = run(copy, "-c", COMMANDS, json.dumps([["--no-site"], ["show", "omgekeerd", "--stage", "blocks"]]))
    assert "7 letters" in told and "Ter inzage." in told
    page = (copy / "docs/brieven/kst-32824-999.md").read_text(encoding="utf-8")
    assert "title: Sport" in page and "- sport\n" in page
    assert not list((copy / "docs/vergelijken").glob("*--*"))
    assert "Sport" in (copy / "docs/begrippen.md").read_text(encoding="utf-8")
    touched = {f"{name}.py" for _, tests in PROGRAMMERS.values() for name in tests}
    green(copy, *sorted(touched), *(test for test in seeing(copy) if test.partition("::")[0] not in touched))


def test_every_recipe_is_done_here() -> None:
    told = []
    for page in ("README.md", "CONTRIBUTING.md"):
        recipes = (PROJECT / page).read_text(encoding="utf-8").partition("\n## Recipes\n")[2].partition("\n## ")[0]
        told += re.findall(r"^\*\*(.+?)\.\*\*", recipes, re.MULTILINE)
    assert sorted(told) == sorted([*EDITORS, *PROGRAMMERS])


def test_no_test_reads_the_seeds_of_the_site() -> None:
    """An editor may change them at any time; tests have a copy (`frozen.py`)."""
    reads = re.compile(r"PROJECT / f?[\"']seeds|parents?\[?\d?\]?(?:\.parent)? / [\"']seeds")
    found = {path.name for path in (PROJECT / "tests").rglob("*.py") if reads.search(path.read_text(encoding="utf-8"))}
    assert found <= {"frozen.py", Path(__file__).name}
