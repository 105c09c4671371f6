"""What is made piece by piece comes back whole, or is made anew."""

from collections.abc import Iterator
from pathlib import Path

from build_tools.as_json import as_json, as_json_by_parts
from build_tools.cache.aside import LaidAside
from build_tools.cache.lots import LOT, Making, Pieces, in_lots
from build_tools.cache.remembering import Memory, Product, key_of
from build_tools.cache.store import opened

PIECES, END = Product("pieces", tuple[str, ...]), Product("end", tuple[int, str])


def test_pieces_come_back_and_a_lost_lot_makes_all_anew(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> Making[str, str]:
        made.append(1)
        yield from map(str, range(LOT + 1))
        return "told"

    def told(memory: Memory) -> Iterator[object]:
        making = Pieces(in_lots(memory, PIECES, END, b"key", make))
        yield list(making) == list(map(str, range(LOT + 1))) and making.told == "told"

    with opened(tmp_path / "store") as store:
        memory = Memory(store)
        assert all([*told(memory), *told(memory)])
        assert len(made) == 1
        memory.remember(key_of(PIECES.name, b"key", 1), 7)
        assert all(told(memory))
        assert len(made) == 2


def test_parts_are_written_as_the_whole_is() -> None:
    contents: tuple[dict[str, list[object]], ...] = ({}, {"a": []}, {"a": [], "b": [{"t": "é“\ud800"}], "c": [1]})
    for content in contents:
        assert as_json_by_parts(content.items()) == as_json(content).encode()


def test_what_was_laid_aside_comes_back_whichever_is_asked_first(tmp_path: Path) -> None:
    aside, given = LaidAside(tmp_path), [b"een", b"", b"\x00" * 70_000, "één".encode()]
    waiting = [aside.put(data) for data in given]
    assert [one() for one in reversed(waiting)] == given[::-1]
    last = aside.put(b"laatste")
    assert [one() for one in (*waiting, last)] == [*given, b"laatste"]
    assert list(tmp_path.iterdir()) == [], "it has no name"
