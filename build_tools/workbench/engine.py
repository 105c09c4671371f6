"""Python for the browser: one version of Pyodide, as its makers published it, known by its digest.

It is fetched once, into a folder of the user that all builds share, and only where a build is asked for the bench.
"""

import gzip
import io
import json
import os
import tarfile
from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha512
from pathlib import Path

from build_tools.errors import UserError

VERSION = "314.0.7"
ADDRESS = f"https://registry.npmjs.org/pyodide/-/pyodide-{VERSION}.tgz"
DIGEST = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
"""The SHA-512 of that file, as the registry states it."""

VARIABLE = "KAMERBRIEVEN_PYODIDE"
"""In the environment: where the file lies instead."""

PATIENCE = 60.0
"""Seconds in which something must come."""

WASM = "pyodide.asm.wasm"
PACKED = ".z"
PACKED_WASM = f"{WASM}{PACKED}"
"""Packed here, as many hosts send WebAssembly unpacked; none takes this ending for one that it has to unpack."""

LOCK = "pyodide-lock.json"
AS_THEY_ARE = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.js",
    "python_stdlib.zip": "python_stdlib.zip",
}
"""What they are called here: some hosts know no `.mjs`, and browsers run no script that is not sent as one."""


def engine_files() -> dict[str, bytes]:
    """What a browser needs to run Python, by name."""
    parts = _unpacked(_published())
    lock = json.dumps({"info": json.loads(parts[LOCK])["info"], "packages": {}})
    packed = gzip.compress(parts[WASM], mtime=0)
    return {own: parts[name] for name, own in AS_THEY_ARE.items()} | {LOCK: lock.encode(), PACKED_WASM: packed}


def _unpacked(published: bytes) -> Mapping[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(published)) as archive:
        members = ((name, archive.extractfile(f"package/{name}")) for name in (*AS_THEY_ARE, LOCK, WASM))
        return {name: member.read() for name, member in members if member}


def _published() -> bytes:
    """The file as published, kept from before or fetched now."""
    kept = kept_at()
    try:
        found = kept.read_bytes()
    except OSError:
        found = b""
    return found if is_genuine(found) else _fetched(kept)


def kept_at() -> Path:
    """Where the file lies, or will."""
    if stated := os.environ.get(VARIABLE, "").strip():
        return Path(stated)
    caches = os.environ.get("XDG_CACHE_HOME", "").strip() or "~/.cache"
    return Path(caches).expanduser() / "kamerbrieven" / f"pyodide-{VERSION}.tgz"


def is_genuine(content: bytes) -> bool:
    """Whether it is the file that was published, to the byte."""
    return sha512(content).digest() == b64decode(DIGEST)


def _fetched(place: Path) -> bytes:
    """The file from the registry; nothing else is ever kept."""
    import httpx  # no other build waits for it

    remedy = f"build without --bench, or let {VARIABLE} name the file"
    try:
        content = httpx.get(ADDRESS, timeout=PATIENCE, follow_redirects=True).raise_for_status().content
    except httpx.HTTPError:
        raise UserError(ADDRESS, None, "cannot be fetched, which the bench needs once", remedy) from None
    if not is_genuine(content):
        raise UserError(ADDRESS, None, "is not what was published: its digest differs", remedy)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(content)
        fresh.replace(place)
    except OSError as error:
        raise UserError(place, None, f"cannot be written ({error.strerror})", remedy) from None
    return content
