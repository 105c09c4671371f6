"""The parts of the bench with their Python compiled, as compiling is half of what a browser does before it compares.

Only the Python that runs there can do it. Where the machine that builds has node, Pyodide runs in that, once for a
program; without node all goes as it is, and a reader's first comparison takes some two seconds longer.
"""

import gzip
import shutil
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

from build_tools.workbench.engine import PACKED, kept_at

NODE = "node"
SCRIPT = Path(__file__).with_name("compile.mjs")

PATIENCE = 120.0
"""Seconds at the most for what takes some ten."""


def with_compiled(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts by name, those that are archives compiled where that can be done."""
    digest = sha256(b"".join(parts[name] for name in sorted(parts))).hexdigest()
    kept = kept_at().with_name(f"compiled-{digest}.zip")
    if not kept.exists() and not _made(parts, kept):
        return dict(parts)
    with ZipFile(kept) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _made(parts: Mapping[str, bytes], kept: Path) -> bool:
    """Whether they could be made and kept."""
    node = shutil.which(NODE)
    if node is None:
        return False
    with TemporaryDirectory(dir=kept.parent) as made:
        folder = Path(made)
        _lay_out(parts, folder)
        command = [node, SCRIPT.name]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            return False
        with ZipFile(folder / kept.name, "w", ZIP_STORED) as archive:
            for name, content in parts.items():
                archive.writestr(name, (folder / Path(name).name).read_bytes() if name.endswith(".zip") else content)
        for old in kept.parent.glob("compiled-*.zip"):
            old.unlink(missing_ok=True)
        (folder / kept.name).replace(kept)
    return True


def _lay_out(parts: Mapping[str, bytes], folder: Path) -> None:
    """The parts as node takes them."""
    shutil.copy(SCRIPT, folder)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name, content in parts.items():
        own = Path(name).name
        plain = gzip.decompress(content) if own.endswith(PACKED) else content
        (folder / own.removesuffix(PACKED)).write_bytes(plain)
