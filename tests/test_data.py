"""What the files of `build_tools/data/` must keep to, whoever adds a word."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_tools import data

FILES = [path.stem for path in sorted(Path(data.__file__).parent.glob("*.yml"))]


def lists(node: Any) -> Iterator[list[Any]]:
    if isinstance(node, list):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from lists(child)


@pytest.mark.parametrize("name", FILES)
def test_words_are_text(name: str) -> None:
    """YAML takes `no`, `on` and `12` for something else unless they are quoted."""
    assert [
        entry for found in lists(data.data(name)) for entry in found if not isinstance(entry, str | list | dict)
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    assert [found for found in lists(data.data(name)) if len({str(entry) for entry in found}) < len(found)] == []
