"""What search knows of a comparison, from the open data beside its page: what was compared, and the verdict.

Its text is that of the letters, which search finds on their own pages.
"""

import json
from pathlib import Path

from build_tools.addresses import COMPARISON_DATA
from build_tools.dutch.characters import visible
from build_tools.dutch.sentences import sentences
from build_tools.site.search.page_passages import PageText, Sought, packed_texts

TITLE = "titel"
"""Where the page of a comparison begins, with its verdict."""


def comparison_entry(docs: Path, name: str) -> Sought | None:
    """The comparison of this name; nothing where there is no data of one."""
    path = docs / COMPARISON_DATA.format(name)
    if not path.is_file():
        return None
    content = json.loads(path.read_bytes())
    versions = " en ".join(visible(content[side]["what"]) for side in ("a", "b"))
    verdict = visible(content["verdict"])
    first = verdict[slice(*next(sentences(verdict), (0, 0)))]
    about = f"Vergelijking van {versions} · {first}"
    return Sought(about, "", packed_texts([PageText(TITLE, verdict)]))
