"""A folder to work in, and what comes in through a pipe."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


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
