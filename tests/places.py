"""Where a build lies, and what stands in a folder."""

from pathlib import Path

from build_tools.folders import Folders


def folders_of(place: Path) -> Folders:
    """The folders of a build that all lie in one place, with its settings."""
    return Folders(place / "seeds", place / "docs", place / "site", place / "mkdocs.yml")


def files_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their names in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
