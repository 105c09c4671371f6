"""Finished pages on their way into the site: what stands there as it was written is not made again, and nothing else
is taken for it.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools.cache.remembering import FORGETFUL, Memory
from build_tools.cache.store import opened
from build_tools.committing.staying import StandingFolder
from build_tools.site.led_pages import write_led
from build_tools.site.sheets.styles import UnitedSheet

SHEET = UnitedSheet("assets/stijl.css", ())
FRAME = '<head><link rel="stylesheet" href="assets/stylesheets/main.css"></head><p>{}</p>'


@dataclass(frozen=True)
class Laid:
    """A page of some words; `unpacked` are those that were asked for."""

    words: str
    unpacked: list[str]
    path: str = "a.html"

    @property
    def made_from(self) -> tuple[str, str]:
        return "A", self.words

    @property
    def html(self) -> str:
        self.unpacked.append(self.words)
        return FRAME.format(self.words)


def written(words: str, place: Path, memory: Memory, sheet: UnitedSheet = SHEET) -> tuple[str, list[str]]:
    """What stands in a site after what is new was made aside, and the words that were unpacked for it."""
    unpacked: list[str] = []
    fresh, standing = place / "fresh", StandingFolder(place / "site")
    write_led([Laid(words, unpacked)], sheet, fresh, memory, standing)
    assert (fresh / "a.html").exists() == ("a.html" not in standing.staying)
    if fresh.exists():
        shutil.copytree(fresh, place / "site", dirs_exist_ok=True)
        shutil.rmtree(fresh)
    return (place / "site/a.html").read_text(), unpacked


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path


def test_what_stands_is_not_unpacked(place: Path) -> None:
    with opened(place / "store") as store:
        memory = Memory(store)
        first, asked = written("one", place, memory)
        assert asked == ["one"]
        assert "assets/stijl.css" in first
        assert written("one", place, memory) == (first, [])


def test_anything_else_is_made_again(place: Path) -> None:
    with opened(place / "store") as store:
        memory = Memory(store)
        first, _ = written("one", place, memory)
        (place / "site/a.html").write_text("damaged")
        assert written("one", place, memory) == (first, ["one"])
        assert written("two", place, memory)[1] == ["two"]
        assert written("one", place, memory) == (first, ["one"])
        assert written("one", place, memory, UnitedSheet("assets/other.css", ()))[1] == ["one"]
        (place / "site/a.html").unlink()
        assert written("one", place, memory) == (first, ["one"])


def test_without_a_store_all_is_made(place: Path) -> None:
    first, _ = written("one", place, FORGETFUL)
    assert written("one", place, FORGETFUL) == (first, ["one"])
