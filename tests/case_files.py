"""The files of `cases/`: each is taken up by some test, whatever folder it lies in.

A file is a small letter for `test_cases.py`, unless it is named here with the tests that read it instead.
"""

from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"
READ_BY = {
    "catalogue/errors.yml": "test_catalogue.py",
    "citations.yml": "test_citations.py",
    "citing/everything.csl": "test_reference_managers.py",
    "compare/changes.yml": "test_compare.py",
    "compare/kinds.yml": "test_word_compare.py",
    "compare/lost.yml": "test_lost_words.py",
    "compare/pieces.yml": "test_word_compare.py",
    "compare/traces.yml": "test_traces.py",
    "compare/verdicts.yml": "test_verdict.py",
    "official_html/pages.yml": "test_official_html.py",
    "official_xml/headings.yml": "test_official_xml.py",
    "official_xml/heads.yml": "test_official_xml.py",
    "official_xml/lists.yml": "test_official_xml.py",
    "official_xml/tables.yml": "test_official_xml.py",
    "official_xml/text.yml": "test_official_xml.py",
    "pages_by_hand.yml": "test_own_pages.py",
    "pledges.yml": "test_pledges.py",
    "pointing.yml": "test_pointing.py",
    "quotes.yml": "test_quotes.py",
    "pages/kleine-brief.md": "test_pages.py",
}


def cases(name: str) -> Any:
    """What one of the files above states."""
    assert name in READ_BY
    return _stated(CASES / name)


def small_letters() -> dict[str, dict[str, Any]]:
    """All other files, by folder and name. One that is no case at all is left for a test to name."""
    paths = (path for path in sorted(CASES.rglob("*")) if path.is_file())
    names = {path.relative_to(CASES).as_posix(): path for path in paths}
    return {name.removesuffix(".yml"): _case(path) for name, path in names.items() if name not in READ_BY}


def _case(path: Path) -> dict[str, Any]:
    stated = _stated(path) if path.suffix == ".yml" else None
    return stated if isinstance(stated, dict) else {}


def _stated(path: Path) -> Any:
    """By libyaml, ten times as fast: each process that runs tests reads all cases."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
