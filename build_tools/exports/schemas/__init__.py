"""The form of every kind of JSON on the site, as JSON Schema 2020-12: one file a kind, published in `data/schema/`.

After `faults_in`: of each file that has a schema it is known whether it fits.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from build_tools.data import stated_in

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

PUBLISHED = "data/schema/{}.json"
FITS: Mapping[str, str] = {
    "brief": r"data/brieven/(?!.*\.csl\.json)[^/]+\.json",
    "vergelijking": r"data/vergelijkingen/[^/]+\.json",
    "verwijzingen": r"data/verwijzingen\.json",
    "toezeggingen": r"data/toezeggingen\.json",
    "themas": r"data/themas\.json",
    "index": r"data/index\.json",
}
"""By kind the paths of its files. Those for reference managers have a form that others have set down."""


@cache
def schema(kind: str) -> dict[str, Any]:
    """The schema of a kind of file."""
    return dict(stated_in(files(__name__).joinpath(f"{kind}.yml").read_text(encoding="utf-8")))


def kind_of(path: str) -> str | None:
    """The kind of a file of the site; None of one that has no schema here."""
    return next((kind for kind, pattern in FITS.items() if re.fullmatch(pattern, path)), None)


def faults_in(content: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The files that do not fit their schema, and the first thing that is wrong with each."""
    from jsonschema.exceptions import best_match

    for path, data in content.items():
        if (kind := kind_of(path)) and (wrong := best_match(_validator(kind).iter_errors(json.loads(data)))):
            yield path, f"{wrong.json_path} {wrong.message}"


@cache
def _validator(kind: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator  # slow to import, and only a check needs it

    return Draft202012Validator(schema(kind))
