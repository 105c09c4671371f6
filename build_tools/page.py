"""A page as a value: gathered in one place, written in another."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path below the folder of pages, and what stands in it."""

    path: str
    text: str
