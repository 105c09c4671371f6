"""How open data is written: readable lines, signs as they are, and no byte that a reader of UTF-8 refuses."""

import json
from typing import Any


def as_json(content: Any) -> str:
    """The content as JSON text. Half a surrogate pair, which a broken file can hold, is written as its escape."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
