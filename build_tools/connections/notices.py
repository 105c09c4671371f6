"""What a user should know of the connections that were not found."""

from collections.abc import Iterable
from pathlib import Path

from build_tools.connections.connect import Connections
from build_tools.sources.term_file import TERMS
from build_tools.sources.theme_file import THEMES


def silences(connections: Connections, folder: Path) -> Iterable[str]:
    """Themes and terms that no letter speaks of: they have no page."""
    for theme in connections.silent:
        yield f"{folder / THEMES}: no passage speaks of {theme.id}, so it has no page"
    used = {use.term for use in connections.uses}
    for term in connections.terms:
        if term.id not in used:
            yield f"{folder / TERMS}: no letter uses {term.id}, so the page of terms leaves it out"


def without_link(connections: Connections) -> Iterable[str]:
    """Laws whose articles letters cite and of which the table of laws has no number, those of most letters first."""
    unknown = connections.references.unknown
    for law in sorted(unknown, key=lambda law: (-len(unknown[law]), law)):
        where, others = unknown[law][0], len(unknown[law]) - 1
        more = f" and {others} more" if others else ""
        yield f"{where}{more}: no number is known of «{law}», so its articles are no links"
