"""What was made before is used again, and never changes what comes out."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from frozen import IDS, five_letters, gathered
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

from build_tools.cache import remembering
from build_tools.cache.answers import answers
from build_tools.cache.groups import in_groups
from build_tools.cache.held import HeldValues
from build_tools.cache.kept_templates import KeptTemplates
from build_tools.cache.keyed import Keyed
from build_tools.cache.place import FILE, NAME, memory_of
from build_tools.cache.remembering import Memory, Product, digest_of, key_of
from build_tools.cache.store import Store, opened
from build_tools.cache.values import _admitted, decoded, encoded
from build_tools.dutch.words import Find
from build_tools.model import Letter, Signer
from build_tools.records import Record

SIGNING = Product("signing", tuple[Signer, ...])


def keys(number: int) -> list[bytes]:
    return [key_of("test", n) for n in range(number)]


def test_what_was_put_comes_back_in_the_next_process(tmp_path: Path) -> None:
    with opened(tmp_path / FILE) as store:
        store.put(b"a", b"one")
        assert store.get(b"a") == b"one"
    with opened(tmp_path / FILE) as store:
        assert (store.get(b"a"), store.get(b"b")) == (b"one", None)
        store.put(b"a", b"two")
    with opened(tmp_path / FILE) as store:
        assert store.get(b"a") == b"two"
    assert [path.name for path in tmp_path.iterdir()] == [FILE], "one file, and nothing beside it"


def test_a_store_without_a_file_holds_nothing() -> None:
    store = Store()
    store.put(b"a", b"one")
    store.flush()
    assert store.get(b"a") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    with opened(tmp_path / FILE, 400) as store:
        for key in keys(4):
            store.put(key, bytes(100))
    with opened(tmp_path / FILE, 400) as store:
        assert store.get(keys(4)[0]) is not None
        store.put(b"new", bytes(300))
    with opened(tmp_path / FILE, 400) as store:
        assert [store.get(key) is not None for key in [*keys(4), b"new"]] == [True, False, False, False, True]


def test_the_file_is_bounded(tmp_path: Path) -> None:
    for n in range(20):
        with opened(tmp_path / FILE, 1_000_000) as store:
            for m in range(5):
                store.put(key_of("test", n, m), random.Random(n).randbytes(100_000))
            store.put(b"too much", bytes(1_000_001))
    assert (tmp_path / FILE).stat().st_size < 1_200_000


LENGTHS: Product[dict[str, int]] = Product("lengths", dict)
LENGTH = Product("length", int)


def test_an_answer_is_made_once_and_let_go_when_nobody_asks(tmp_path: Path) -> None:
    made: list[str] = []

    def length(word: str) -> int:
        made.append(word)
        return len(word)

    for asked, anew in (["a", "bb"], ["a", "bb"]), (["bb", "bb"], []), (["bb", "a"], ["a"]):
        made.clear()
        with opened(tmp_path / FILE) as store, answers(Memory(store), LENGTHS) as known:
            assert [known.of(word, partial(length, word)) for word in asked] == list(map(len, asked))
        assert made == anew


def test_what_shows_only_while_it_is_made_from_what_is_asked_whether_it_still_holds(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> int:
        made.append(now)
        return now

    with opened(tmp_path / FILE) as store:
        keyed = Keyed(Memory(store), {"a": b"key"})
        for now in (1, 1, 2, 2):
            assert keyed.remembered_while(lambda found: found == now, LENGTH, ["a"], make) == now  # noqa: B023
        assert made == [1, 2]
        keyed.remembered_while(lambda _: True, LENGTH, ["unknown"], make)
    assert made == [1, 2, 2]


def test_a_name_more_or_less_leaves_the_other_groups_as_they_were() -> None:
    names = [f"brief-{n}" for n in range(1_000)]
    groups = list(in_groups(names, str))
    assert list(chain.from_iterable(groups)) == names
    assert 8 <= len(groups) <= 32
    fewer = list(in_groups(names[:500] + names[501:], str))
    assert sum(group not in groups for group in fewer) == 1


def test_all_that_is_made_of_a_letter_comes_back() -> None:
    """A value with something in it that a store does not admit would be made anew in each build, silently."""
    records = gathered().records
    assert [decoded(encoded(record), Record) for record in records] == list(records)


@given(data=st.data())
def test_a_damaged_file_gives_what_was_put_or_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("store") / FILE
    values = {key: key * (n * 40) for n, key in enumerate(keys(12))}
    with opened(path) as store:
        for key, value in values.items():
            store.put(key, value)
    content = bytearray(path.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=40)):
        content[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content[: data.draw(st.one_of(st.none(), st.integers(0, len(content))))])
    for _ in range(2):
        with opened(path) as store:
            assert all(store.get(key) in (value, None) for key, value in values.items())
            store.put(b"new", b"value")
            assert store.get(b"new") in (b"value", None)


def test_a_file_whose_own_words_are_damaged_is_replaced(tmp_path: Path) -> None:
    """SQLite says what is wrong with a table in the words of the file, which then are none."""
    with opened(tmp_path / FILE) as store:
        store.put(b"a", b"one")
    content = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(content.replace(b"CREATE TABLE contents", b"CREATE T\xc5BLE contents"))
    with opened(tmp_path / FILE) as store:
        assert store.get(b"a") is None
        store.put(b"a", b"two")
        assert store.get(b"a") == b"two"


def test_what_is_no_store_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / FILE
    other = sqlite3.connect(path)
    other.executescript("CREATE TABLE uses (a TEXT); CREATE VIEW contents AS SELECT 1 AS key, 2 AS digest, 3 AS data")
    other.close()
    for content in (path.read_bytes(), b"no database", b""):
        path.write_bytes(content)
        with opened(path) as store:
            assert store.get(b"a") is None
        with opened(path) as store:
            store.put(b"a", b"one")
        with opened(path) as store:
            assert store.get(b"a") == b"one"


def test_a_value_under_the_key_of_another_is_none(tmp_path: Path) -> None:
    with opened(tmp_path / FILE) as store:
        store.put(b"a", b"one")
        store.put(b"b", b"two")
    other = sqlite3.connect(tmp_path / FILE)
    with other:
        other.execute("UPDATE contents SET key = CASE key WHEN ? THEN ? ELSE ? END", (b"a", b"c", b"a"))
    other.close()
    with opened(tmp_path / FILE) as store:
        assert [store.get(key) for key in (b"a", b"b", b"c")] == [None, None, None]


def test_a_file_that_goes_away_midway_costs_only_what_was_in_it(tmp_path: Path) -> None:
    with opened(tmp_path / FILE) as store:
        store.put(b"a", b"one")
        store.flush()
        (tmp_path / FILE).unlink()
        store.put(b"b", b"two")
        store.flush()
        assert store.get(b"b") in (b"two", None)
    with opened(tmp_path / FILE) as store:
        assert (store.get(b"a"), store.get(b"b")) == (None, None)


def test_many_can_use_one_file(tmp_path: Path) -> None:
    def use(_: int) -> bool:
        with opened(tmp_path / FILE) as store:
            for key in keys(50):
                store.put(key, key * 100)
                store.flush()
            return all(store.get(key) == key * 100 for key in keys(50))

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(use, range(4)))
    with opened(tmp_path / FILE) as store:
        assert all(store.get(key) == key * 100 for key in keys(50))


KILLED = """
import os, sys
from pathlib import Path
from build_tools.cache.store import opened
with opened(Path(sys.argv[1])) as store:
    for n in range(10_000):
        store.put(b"%d" % n, b"%d" % n * 1000)
        store.flush()
        if n == 100:
            print("now", flush=True)
"""


@pytest.mark.slow
def test_a_killed_process_leaves_the_file_whole(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, tmp_path / FILE], stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stdout.readline() == b"now\n"
        process.kill()
    with opened(tmp_path / FILE) as store:
        assert all(store.get(b"%d" % n) == b"%d" % n * 1000 for n in range(100))


@pytest.mark.parametrize("id_", IDS)
def test_a_letter_comes_back_as_it_was(id_: str) -> None:
    letter = five_letters()[id_]
    assert decoded(encoded(letter), Letter) == letter


@pytest.mark.parametrize("id_", IDS)
def test_a_letter_comes_back_whatever_python_writes_for_an_enum(id_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.11.2, which Debian 12 brings, has members of enums written as `getattr(Kind, "NOTE")`."""
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda member, _protocol: (getattr, (type(member), member.name)))
    letter = five_letters()[id_]
    assert decoded(encoded(letter), Letter) == letter


class Runs:
    """What a stranger's bytes could ask for."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("exit 3",)


@dataclass(frozen=True)
class Stranger:
    name: str


@pytest.mark.parametrize(
    "data",
    [
        encoded(Runs()),
        encoded(Stranger("x")),
        encoded(len),
        encoded(Letter),
        b"cbuild_tools.model.letter\nLetter.__init__.__globals__\n.",
        encoded(Find("a", 1, 2))[:-5],
        b"",
    ],
)
def test_bytes_that_are_no_value_of_the_type_are_none(data: bytes) -> None:
    assert decoded(data, tuple[Signer, ...]) is None


def test_what_is_remembered_is_not_made_again(tmp_path: Path) -> None:
    made: list[str] = []

    def make() -> tuple[Signer, ...]:
        made.append("once")
        return (Signer("J. Jansen", "Minister"),)

    for inputs in (("a", 1), ("a", 1), ("a", "1"), (("a",), 1)):
        with memory_of(tmp_path / "docs") as memory:
            assert memory.remembered(SIGNING, inputs, make) == (Signer("J. Jansen", "Minister"),)
    assert len(made) == 3


def test_a_process_holds_what_it_was_given_and_the_store_knows_that_it_is_used(tmp_path: Path) -> None:
    held, words, own = HeldValues(), Product("words", tuple[str, ...]), encoded(("een", "twee"))
    limit = len(own) + 5
    with opened(tmp_path / FILE, limit) as store:
        store.put(b"words", own)
        store.put(b"other", b"1234")
    given = []
    for _ in range(3):
        with opened(tmp_path / FILE, limit) as store:
            given.append(Memory(store, held=held).recalled(words, b"words"))
            store.put(b"newer", b"12")
    assert given == [("een", "twee")] * 3
    assert given[0] is given[2]
    with opened(tmp_path / FILE, limit) as store:
        assert store.get(b"words")
        assert store.get(b"other") is None


def test_what_others_may_change_is_not_held_nor_more_than_there_is_room_for() -> None:
    held = HeldValues(limit=10)
    for key, value in (b"a", "first"), (b"b", {"may": "change"}), (b"c", "second"), (b"d", "third"):
        held.put(key, value, 4)
        held.get(b"a")
    assert [held.get(key) for key in (b"a", b"b", b"c", b"d")] == ["first", None, None, "third"]


def test_another_program_reads_nothing_of_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with memory_of(tmp_path / "docs") as memory:
        memory.remembered(SIGNING, ("a",), lambda: (Signer("old", ""),))
    monkeypatch.setattr(remembering, "program", lambda: "another")
    with memory_of(tmp_path / "docs") as memory:
        assert memory.remembered(SIGNING, ("a",), lambda: (Signer("new", ""),)) == (Signer("new", ""),)


def test_a_program_is_all_its_files_and_what_runs_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/code.py").write_text("1")
    (tmp_path / "data.yml").write_text("2")
    before = digest_of(tmp_path, ["3.11"])
    (tmp_path / "sub/code.pyc").write_text("compiled")
    assert digest_of(tmp_path, ["3.11"]) == before != digest_of(tmp_path, ["3.12"])
    (tmp_path / "data.yml").write_text("3")
    assert digest_of(tmp_path, ["3.11"]) != before
    assert any(name.startswith("mkdocs-") for name in remembering.installed())


def test_the_folder_is_nobody_elses_and_in_no_list(tmp_path: Path) -> None:
    with memory_of(tmp_path / "docs") as memory:
        memory.store.put(b"a", b"one")
    assert (tmp_path / NAME / ".gitignore").read_text() == "*\n"
    (tmp_path / NAME).chmod(0o755)
    with memory_of(tmp_path / "docs") as memory:
        assert memory.store.get(b"a") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME]


@pytest.mark.parametrize("make", [Path.touch, lambda path: path.symlink_to("/tmp")])
def test_what_is_in_the_way_is_left_alone(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / NAME)
    with memory_of(tmp_path / "docs") as memory:
        memory.remember(b"a", "one")
        assert memory.recalled(SIGNING, b"a") is None


def test_every_value_that_is_kept_is_made_of_its_fields_alone() -> None:
    kept = {type_ for product in products() for type_ in _admitted(product.type).values() if is_dataclass(type_)}
    assert Letter in kept and Signer in kept
    assert [(type_, one.name) for type_ in kept for one in fields(type_) if not one.init] == []


def products() -> list[Product[Any]]:
    """All that stages of a build keep."""
    modules = [module for name, module in sys.modules.items() if name.startswith("build_tools.")]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Product)]


def test_templates_are_compiled_once_and_again_where_they_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    folder = tmp_path / "package/templates"
    folder.mkdir(parents=True)
    package, template = folder.parent, folder / "a.j2"

    def compiled(times: int) -> str:
        """What another process makes of the template, which it has to compile so many times."""
        made = Environment(loader=FileSystemLoader(folder), bytecode_cache=KeptTemplates())
        with patch.object(made, "compile", wraps=made.compile) as compiling:
            text = made.get_template("a.j2").render()
        assert compiling.call_count == times
        return text

    template.write_text("one")
    assert compiled(1) == compiled(1) == "one"
    assert sorted(tmp_path.rglob("*")) == [package, folder, template], "outside a package nothing is kept"
    (package / "__init__.py").touch()
    assert compiled(1) == compiled(0) == "one"
    template.write_text("two")
    assert compiled(1) == compiled(0) == "two"
    (kept,) = (package / "__pycache__").iterdir()
    assert kept.suffix == ".pyc"
    assert list(folder.iterdir()) == [template], "MkDocs takes all that lies among its templates for one"
    for data in (b"", kept.read_bytes()[:-20], b"nonsense"):
        kept.write_bytes(data)
        assert compiled(1) == "two"
