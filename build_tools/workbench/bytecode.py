"""An archive of Python with the modules compiled that are in use, for the Python that this runs in."""

import sys
from importlib.util import MAGIC_NUMBER, source_hash
from io import BytesIO
from marshal import dumps
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNCHECKED = (1).to_bytes(4, "little")
"""The flag of a compiled module that holds without a look at its source (PEP 552)."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell, so that its bytes do not depend on the hour."""


def compiled(archive: bytes) -> bytes:
    """The same archive with what is imported now compiled, instead of its source."""
    stream = BytesIO()
    used = {f"{name.replace('.', '/')}{ending}" for name in sys.modules for ending in (".py", "/__init__.py")}
    with ZipFile(BytesIO(archive)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for member in before.infolist():
            name, content = member.filename, before.read(member)
            if name in used:
                name, content = f"{name}c", _compiled(name, content)
            after.writestr(ZipInfo(name, LONG_AGO), content, ZIP_DEFLATED)
    return stream.getvalue()


def _compiled(name: str, source: bytes) -> bytes:
    """What a file of compiled Python has in it."""
    return MAGIC_NUMBER + UNCHECKED + source_hash(source) + dumps(compile(source, name, "exec", dont_inherit=True))
