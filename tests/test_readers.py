"""What a file's bytes become, and which files are refused."""

import os
from collections.abc import Callable
from errno import EACCES
from hashlib import sha256
from pathlib import Path

import pytest

from build_tools.errors import UserError
from build_tools.sources.readers import VARIABLE, id_of, read, read_standard_input

MIXED = "UTF-8 with some Windows-1252"
TEXT = "Geachte voorzitter,\nde coëfficiënt is «5 €» – zie ‘bijlage’.\n"

ENCODED = [
    ("plain", TEXT.encode(), "UTF-8"),
    ("byte order mark", TEXT.encode("utf-8-sig"), "UTF-8"),
    ("Windows line ends", TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
    ("old Macintosh line ends", TEXT.replace("\n", "\r").encode(), "UTF-8"),
    ("Windows-1252", TEXT.encode("cp1252"), "Windows-1252"),
    ("UTF-16, little end first", ("\ufeff" + TEXT).encode("utf-16-le"), "UTF-16"),
    ("UTF-16, big end first", ("\ufeff" + TEXT).encode("utf-16-be"), "UTF-16"),
    ("UTF-16 without mark", TEXT.encode("utf-16-le"), "UTF-16"),
    ("UTF-16 without mark, big end first", TEXT.encode("utf-16-be"), "UTF-16"),
    ("UTF-32", ("\ufeff" + TEXT).encode("utf-32-le"), "UTF-32"),
    (
        "UTF-8 into which somebody pasted",
        TEXT.replace("–", "\0").encode().replace(b"\0", b"\x96"),
        MIXED,
    ),
]


def source_of(folder: Path, content: bytes, name: str = "brief.txt") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("_what", "content", "encoding"), ENCODED, ids=[row[0] for row in ENCODED])
def test_every_encoding_gives_the_same_text(tmp_path: Path, _what: str, content: bytes, encoding: str) -> None:
    source = read(source_of(tmp_path, content)).source
    assert (source.text, source.encoding) == (TEXT, encoding)
    assert source.sha256 == sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("de ruïne".encode() + b" van Zo\xeb", "de ruïne van Zoë", MIXED),
        ("zij zei: “geïnd”".encode() + b" \x80 5 \x96 \x80 6", "zij zei: “geïnd” € 5 – € 6", MIXED),
        ("Kostić en Šimić".encode() + b" \x96 zo heet \x96 hij\x85", "Kostić en Šimić – zo heet – hij…", MIXED),
        ("de beëdiging van Zoë".encode()[:-1], "de beëdiging van ZoÃ", MIXED),
        ("«CAFÉ”, zei ANDRÉ’S hond".encode("cp1252"), "«CAFÉ”, zei ANDRÉ’S hond", "Windows-1252"),
        ("in één café".encode("cp1252"), "in één café", "Windows-1252"),
    ],
)  # fmt: skip
def test_two_encodings_in_one_file(tmp_path: Path, content: bytes, text: str, encoding: str) -> None:
    source = read(source_of(tmp_path, content)).source
    assert (source.text, source.encoding) == (text, encoding)


def test_control_characters_stay(tmp_path: Path) -> None:
    text = "Een\x07bel, een\x0cpagina en een \x1b[31mkleur,\ufeff met wit\xa0erin.\n"
    assert read(source_of(tmp_path, text.encode())).source.text == text


def test_bytes_that_windows_1252_leaves_open_stay(tmp_path: Path) -> None:
    assert read(source_of(tmp_path, b"caf\xe9 \x81 " + b"x" * 99)).source.text == "café \x81 " + "x" * 99


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty; put the letter's text in it"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7 ...", "is a PDF file; give it the ending .pdf"),
        (b"PK\x03\x04...", "is a Word, OpenDocument or ZIP file"),
        (b"\xd0\xcf\x11\xe0...", "is a Word file of before 2007"),
        (b"{\\rtf1 tekst}", "is an RTF file"),
        (b"\x89PNG\r\n", "is a PNG picture"),
        (b"tekst\0tekst", "looks like a binary file"),
        (b"a\n" * 300_001, "has more than 300,000 lines; take the letter itself out of it"),
        (bytes(range(1, 256)), "looks like a binary file"),
        (b"\xff\xfea\0b", "is not valid UTF-16; save the file anew as UTF-8"),
        (b"\xef\xbb\xbfeen\ntwee \xff drie", r"brief.txt:2: is not valid UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, content: bytes, message: str) -> None:
    path = source_of(tmp_path, content)
    with pytest.raises(UserError, match=message) as error:
        read(path)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.txt")
    with pytest.raises(UserError, match="is not a regular file"):
        read(tmp_path / "pijp.txt")


def test_a_file_that_is_too_large_for_a_letter_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(20_000_001)
    with pytest.raises(UserError, match=r"groot.txt: is larger than 20 MB; take the letter itself out of it, or allow"):
        read(path)
    monkeypatch.setenv(VARIABLE, "21")
    with pytest.raises(UserError, match=r"groot.txt: (?!is larger)"):
        read(path)
    monkeypatch.setenv(VARIABLE, "veel")
    with pytest.raises(UserError, match=f"{VARIABLE}: veel is no number of megabytes; write one like 20"):
        read(path)


def test_what_comes_in_through_a_pipe_is_not_read_without_end(
    pipe: Callable[[bytes], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    pipe(b"x" * 1_000_001)
    with pytest.raises(UserError, match="stdin: is larger than 1 MB"):
        read_standard_input()


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot be read \(No such file or directory\)"):
        read(tmp_path / "weg.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UserError, match=r"cannot be read \(Permission denied\)"):
        read(source_of(tmp_path, b"geheim"))


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("kst-32824-448.txt", "kst-32824-448"),
        ("BRIEF.TXT", "BRIEF"),
        ("brief", "brief"),
        ("Kamerstuk 32824 nr. 12", "Kamerstuk 32824 nr. 12"),
        ("brief v1.2", "brief v1.2"),
        ("brief.2.md", "brief.2"),
        ("brief.txt~", "brief"),
        ("index.txt", "index_"),
        ("ReadMe.md", "ReadMe_"),
        ("index-2.txt", "index-2"),
    ],
)
def test_an_id_is_the_name_without_its_ending(name: str, id_: str) -> None:
    assert id_of(Path(name)) == id_
