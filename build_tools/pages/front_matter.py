"""The front matter of a letter's page: what is known of it, as YAML."""

from datetime import date
from typing import Any

import yaml

from build_tools.dutch.characters import visible
from build_tools.model import Fact, FactKey, Letter
from build_tools.papers.of_letter import kamerstuk, rests_on

ONE_LINE = 10**9
"""The width at which YAML would break a line: none is so long, so that a value stands on one."""

QUICK: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""Writes the same six times as fast where it was compiled, but for signs beyond U+FFFF, which it shows escaped."""

ESCAPED = "\\U"
"""How these begin."""


def front_matter(letter: Letter) -> str:
    """Every fact that is known, in a fixed order, and where each was found. What is unknown is left out."""
    signed = [{"name": signer.name, "role": signer.role} for signer in letter.signers]
    values: dict[str, Any] = {
        "title": letter.fact(FactKey.TITLE),
        "date": _date(letter.fact(FactKey.DATE)),
        "signer": signed[0]["name"] if signed else None,
        "signers": signed,
        "ministry": letter.fact(FactKey.MINISTRY),
        "kamerstuk": kamerstuk(letter),
        "dossier": letter.fact(FactKey.DOSSIER),
        "ondernummer": letter.fact(FactKey.ONDERNUMMER),
        "vergaderjaar": letter.fact(FactKey.VERGADERJAAR),
        "corrected": _date(letter.fact(FactKey.CORRECTED)),
    }
    known = {key: value for key, value in values.items() if value}
    origins = {key: _origin(stated) for key in known if (stated := rests_on(letter, key))}
    rest = {
        "themes": list(letter.themes),
        "versions": list(letter.versions),
        "source": letter.source.name,
        "sha256": letter.source.sha256,
        "facts": origins,
    }
    return as_yaml(known | rest)


def as_yaml(values: dict[str, Any]) -> str:
    """The values of a page that are not empty, in the order given."""
    shown = {key: _clean(value) for key, value in values.items() if value}
    written = _written(shown, QUICK)
    return _written(shown, yaml.SafeDumper) if ESCAPED in written else written


def _written(values: dict[str, Any], dumper: type[Any]) -> str:
    written: str = yaml.dump(values, Dumper=dumper, allow_unicode=True, sort_keys=False, width=ONE_LINE)
    return written


def _origin(stated: Fact) -> dict[str, int | str]:
    return {"text": stated.origin} if isinstance(stated.origin, int) else {"catalogue": stated.origin}


def _date(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _clean(value: Any) -> Any:
    """Values as a page may carry them."""
    if isinstance(value, str):
        return visible(value).strip()
    if isinstance(value, dict):
        return {key: _clean(entry) for key, entry in value.items()}
    return [_clean(entry) for entry in value] if isinstance(value, list) else value
