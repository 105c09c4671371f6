"""What waits to be written: as bytes, or packed, where many files wait for others."""

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import compress, decompress

from build_tools.committing.digests import digest, digest_at
from build_tools.committing.standing import FilePath, content_at

QUICKLY = 1
"""How zlib packs what waits: some 1 ms for 100 kB."""


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file in an eighth of its room. By its digest it is known whether it has to be unpacked at all."""

    path: str
    data: bytes
    digest: str

    @property
    def content(self) -> bytes:
        return decompress(self.data)

    @property
    def text(self) -> str:
        return self.content.decode()


Content = bytes | PackedFile


def packed(path: str, content: bytes) -> PackedFile:
    return PackedFile(path, compress(content, QUICKLY), digest(content))


def unpacked(files: Iterable[tuple[str, Content]]) -> dict[str, bytes]:
    """What stands in each file, by name."""
    return {name: bytes_of(content) for name, content in files}


def bytes_of(content: Content) -> bytes:
    return content.content if isinstance(content, PackedFile) else content


def digest_of(content: Content) -> str:
    return content.digest if isinstance(content, PackedFile) else digest(content)


def has(path: FilePath, content: Content) -> bool:
    """Whether just this stands in a file."""
    return digest_at(path) == content.digest if isinstance(content, PackedFile) else content_at(path) == content
