"""The digests of the files in a folder, in the form that `sha256sum --check` reads. A build leaves them in a site."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from errno import ENOENT
from pathlib import Path

from build_tools.committing.digests import digest_at

SUMS = ".kamerbrieven.sha256"
"""Hidden, as the list of generated files is."""

INDEX_LAGS = b"# The search index is that of an earlier build.\n"
"""With what the list of a site begins whose pages were renewed first: so it is none that a whole build left. Programs
that read such lists leave the line aside."""


def sums(folder: Path, names: Iterable[str]) -> bytes:
    """The digests of files in a folder, as a list of them."""
    return listing(digests_of(folder, names))


def digests_of(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The digest of each of these files in a folder."""
    place = "" if folder == Path() else f"{folder}/"
    return {name: _there(name, digest_at(place + name)) for name in names}


def _there(name: str, found: str | None) -> str:
    if found is None:
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), name)
    return found


def listing(digests: Mapping[str, str]) -> bytes:
    """A list of files with their digests, a line each. No name has a line break in it."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def stands(site: Path, listed: bytes, generated: Collection[str]) -> bool:
    """Whether a site is just the files of a list of digests, each of them whole, and that list."""
    path = site / SUMS
    if not path.is_file() or path.read_bytes() != listed:
        return False
    stated = named(listed)
    return {*stated, SUMS} == set(generated) and not any(damaged(site, stated))


def named(listed: bytes) -> dict[str, str]:
    """The digest of each file that a list names; what is no line of a list names none."""
    lines = (line.partition("  ") for line in listed.decode(errors="replace").splitlines())
    return {name: digest_of_it for digest_of_it, _, name in lines if name}


def damaged(site: Path, stated: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with files, given with their digests."""
    for name, digest_of_it in stated.items():
        found = digest_at(f"{site}/{name}")
        if found is None:
            yield f"{name} is missing"
        elif found != digest_of_it:
            yield f"{name} is damaged"
