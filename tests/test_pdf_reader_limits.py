"""PDF files that cannot be read: one line each, and bounded work."""

import tracemalloc
import zlib
from base64 import a85encode
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf_files import SENTENCE, document, drawing, pdf, saved, written

from build_tools.errors import UserError
from build_tools.sources.readers.pdf.file import opening
from build_tools.sources.readers.pdf.file import runs as runs_of_page
from build_tools.sources.readers.pdf.file.glyphs import Glyph
from build_tools.sources.readers.pdf.file.unpacking import size_of
from build_tools.sources.readers.pdf.page.rows import rows_of
from build_tools.sources.readers.pdf.tagged import ordered_rows

NOISE = bytes(range(256)) * 8


def locked() -> bytes:
    with pikepdf.new() as opened:
        opened.add_blank_page()
        return saved(opened, encryption=pikepdf.Encryption(owner="a", user="b"))


def without_pages() -> bytes:
    with pikepdf.new() as opened:
        return saved(opened)


REFUSED = [
    ("empty", b" \n", "is empty"),
    ("noise", b"%PDF-1.7\n" + NOISE, "is a broken PDF file"),
    ("a Word file", b"PK\x03\x04" + NOISE, "is a Word, OpenDocument or ZIP file"),
    ("a text", "Geachte voorzitter, één brief.".encode(), "is plain text; give it the ending .txt"),
    ("a picture", b"II*\0" + NOISE, "is a TIFF picture; have it read by a program for text recognition"),
    ("locked", locked(), "needs a password"),
    ("no pages", without_pages(), "without a page"),
    ("a scan", drawing(b"0 0 100 100 re f"), "without text"),
    ("cut off", written(SENTENCE)[:-400], "PDF"),
]


@pytest.mark.parametrize(("_what", "content", "message"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, _what: str, content: bytes, message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        document(tmp_path, content)
    assert "\n" not in str(refused.value)


def test_a_file_that_opens_with_an_empty_password_is_read(tmp_path: Path) -> None:
    with pikepdf.open(document_file(tmp_path, written(SENTENCE))) as opened:
        content = saved(opened, encryption=pikepdf.Encryption(owner="a", user=""))
    assert SENTENCE[:20] in document(tmp_path, content).source.text


def document_file(folder: Path, content: bytes) -> Path:
    path = folder / "open.pdf"
    path.write_bytes(content)
    return path


def test_a_stream_that_unpacks_to_far_too_much_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    content = drawing(b" " * (opening.MOST_UNPACKED + 1), packed=True)
    assert len(content) < 200_000
    tracemalloc.start()
    with pytest.raises(UserError, match="unpacks to"):
        document(tmp_path, content)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def hidden_bomb(how: str) -> bytes:
    """A page with a stream that unpacks to far too much, which the bytes of the file do not show as they are."""
    bomb, name = zlib.compress(b" " * (opening.MOST_UNPACKED + 1)), pikepdf.Name
    streams = {
        "locked": (bomb, name.FlateDecode),
        "letters": (a85encode(bomb) + b"~>", pikepdf.Array([name.ASCII85Decode, name.FlateDecode])),
        "digits": (bomb.hex().encode() + b">", pikepdf.Array([name.ASCIIHexDecode, name.FlateDecode])),
        "twice": (zlib.compress(bomb), pikepdf.Array([name.FlateDecode, name.FlateDecode])),
    }
    with pikepdf.open(BytesIO(drawing(b""))) as opened:
        opened.pages[0].Contents.write(streams[how][0], filter=streams[how][1], type_check=False)
        if how == "locked":
            return saved(opened, compress_streams=False, encryption=pikepdf.Encryption(owner="a", user=""))
        return saved(opened, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@pytest.mark.parametrize("how", ["locked", "letters", "digits", "twice"])
def test_what_is_packed_and_hidden_is_counted_too(tmp_path: Path, how: str) -> None:
    content = hidden_bomb(how)
    assert len(content) < 300_000
    tracemalloc.start()
    with pytest.raises(UserError, match="holds more than a letter can: a stream"):
        document(tmp_path, content)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_page_that_is_written_in_letters_is_read(tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(written(SENTENCE))) as opened:
        contents = opened.pages[0].Contents
        packed = zlib.compress(contents.read_bytes())
        filters = pikepdf.Array([pikepdf.Name.ASCII85Decode, pikepdf.Name.FlateDecode])
        contents.write(a85encode(packed) + b"~>", filter=filters, type_check=False)
        content = saved(opened, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert SENTENCE[:20] in document(tmp_path, content).source.text


def test_an_object_stream_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    bomb = zlib.compress(b" " * (opening.MOST_UNPACKED + 1))
    stream = (
        b"1 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode >>\nstream\n" + bomb + b"\nendstream\nendobj\n"
    )
    with pytest.raises(UserError, match="unpacks to"):
        document(tmp_path, b"%PDF-1.7\n" + stream + b"%%EOF")


def lzw_codes(codes: list[int]) -> bytes:
    """Codes of LZW as a stream, of nine bits and more as the table fills."""
    bits, known = "", 257
    for code in codes:
        width = max(9, min(12, (known + 1).bit_length()))
        bits += f"{code:0{width}b}"
        known = 257 if code == 256 else known + 1
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8))


def lzw_bomb() -> bytes:
    """Spaces, each run one longer than the last, until the table is full, and then the longest again and again."""
    once = [256, 32, *range(258, 4095)]
    return lzw_codes([*once, *[4094] * (opening.MOST_UNPACKED // 3800), 257])


@pytest.mark.parametrize(
    ("way", "bomb"),
    [("LZWDecode", lzw_bomb()), ("RunLengthDecode", b"\x81 " * (opening.MOST_UNPACKED // 128 + 1) + b"\x80")],
    ids=["LZW", "runs"],
)
def test_what_is_packed_in_older_ways_is_counted_too(tmp_path: Path, way: str, bomb: bytes) -> None:
    with pikepdf.open(BytesIO(drawing(b""))) as opened:
        opened.pages[0].Contents.write(bomb, filter=pikepdf.Name(f"/{way}"), type_check=False)
        content = saved(opened, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    tracemalloc.start()
    with pytest.raises(UserError, match="unpacks to"):
        document(tmp_path, content)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("packed", "filters", "size"),
    [
        (b"\x02abc\xfed\x80rest", "/RunLengthDecode", 6),
        (bytes.fromhex("800b6050220c0c8501"), "/LZWDecode", 10),
        (b"", "/LZW", 0),
        (b"\x05a", "/RL", 6),
    ],
    ids=["runs", "LZW, the example of the standard", "empty", "cut off"],
)
def test_a_size_is_counted_without_unpacking(packed: bytes, filters: str, size: int) -> None:
    assert size_of(memoryview(packed), [filters], 1000) == size


def test_a_page_with_too_many_characters_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.sources.readers.pdf.file.drawing.MOST_GLYPHS_OF_PAGE", 500)
    with pytest.raises(UserError, match="more than 500 characters on page 1"):
        document(tmp_path, drawing(b"BT /F 12 Tf 100 700 Td (" + b"a" * 501 + b") Tj ET"))


def test_forms_that_call_forms_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten forms that each draw the next ten times would draw ten thousand million times."""
    monkeypatch.setattr("build_tools.sources.readers.pdf.file.drawing.MOST_STROKES_OF_PAGE", 1000)
    with pikepdf.new() as opened:
        opened.add_blank_page(page_size=(595, 842))
        below = None
        for _ in range(10):
            form = opened.make_stream(b"/X Do " * 10 if below else b"0 0 m 1 1 l S")
            form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
            form["/BBox"] = pikepdf.Array([0, 0, 1, 1])
            form["/Resources"] = (
                pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=below)) if below else pikepdf.Dictionary()
            )
            below = form
        opened.pages[0]["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=below))
        opened.pages[0]["/Contents"] = opened.make_stream(b"/X Do")
        content = saved(opened)
    with pytest.raises(UserError, match="drawings on page 1"):
        document(tmp_path, content)


@pytest.mark.pdf
def test_a_tree_that_comes_back_to_itself_is_left_aside(tmp_path: Path) -> None:
    with pikepdf.open(document_file(tmp_path, pdf(f"<p>{SENTENCE}</p>", tagged=True))) as opened:
        root = opened.Root["/StructTreeRoot"]
        element = opened.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Sect))
        element["/K"] = pikepdf.Array([element, element])
        root["/K"] = element
        content = saved(opened)
    assert "".join(document(tmp_path, content).source.text.split()).startswith("".join(SENTENCE.split()))


def sign(text: str, x0: float, base: float, size: float) -> Glyph:
    return Glyph(text, x0, x0 + 0.5 * size, base, size, bold=False, italic=False, page=1)


def test_a_sign_raised_from_a_raised_one_is_kept() -> None:
    rows = rows_of([sign("a", 100, 100, 20), sign("b", 110, 92, 11), sign("c", 116, 86, 6)])
    assert sorted("".join(row.text for row in rows)) == ["a", "b", "c"]


def test_only_runs_of_larger_type_nearby_are_looked_at_for_a_raised_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of single letters far apart is read without holding each against every other."""
    looked: list[object] = []

    def touches(*runs: object) -> bool:
        looked.append(runs)
        return False

    monkeypatch.setattr(runs_of_page, "touches", touches)
    rows_of([sign("x", 40 + 50 * (n % 10), 20 + 12 * (n // 10), 10) for n in range(600)])
    assert not looked
    rows_of([sign("x", 40 + 50 * (n % 10), 20 + 12 * (n // 10), 10 - 3 * (n % 2)) for n in range(600)])
    assert len(looked) <= 600 * 10


def test_a_space_that_a_letter_covers_parts_no_word() -> None:
    """Some programs draw more spaces under a line, over the letters; the space between two words stays."""
    letters = [sign(text, 100 + 5 * at, 100, 10) for at, text in enumerate("De bomen")]
    covered = [sign(" ", x0, 100, 10) for x0 in (100, 119.9)]
    assert [row.text for row in rows_of([*letters, *covered])] == ["De bomen"]
    assert [row.text for row in ordered_rows([*letters[:5], *covered, *letters[5:]])] == ["De bomen"]


def test_a_line_without_spaces_can_have_one_that_never_breaks() -> None:
    """Some files draw those alone where they justify a line; gaps part its other words. The next line has spaces."""
    words = ["Voor", "de", "aankoop", "was", "€\u00a0315.000", "uitgetrokken"]
    line, x = [], 40.0
    for word in words:
        line += [sign(letter, x + 5 * at, 100, 10) for at, letter in enumerate(word)]
        x = line[-1].x1 + 2.9
    spaced = [sign(letter, 40 + 5 * at, 112, 10) for at, letter in enumerate("De bomen zijn in mei gesnoeid.")]
    assert rows_of([*line, *spaced])[0].text == " ".join(words)
