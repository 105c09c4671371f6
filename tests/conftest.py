"""The order of the tests: the quick ones first. A folder to work in, and what comes in through a pipe."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ORDER = ("slow", "pdf", "browser")
"""Marks of tests that take long, or need more than Python; `make test-fast` leaves them out."""

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    return max((ORDER.index(mark.name) + 1 for mark in item.iter_markers() if mark.name in ORDER), default=0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with one letter."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/brief.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Let these bytes come in through standard input."""
    return lambda content: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))
