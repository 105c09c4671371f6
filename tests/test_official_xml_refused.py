"""Files with tags that are no papers, or that were made to harm: one line each; and files that are not as they say."""

from pathlib import Path

import pytest

from build_tools.errors import UserError
from build_tools.model import FactKey
from build_tools.reading.letter import read_letter
from build_tools.sources.readers import read

ROOT = "<officiele-publicatie><kamerstuk><al>{}</al></kamerstuk></officiele-publicatie>"
PAGE = "<html><head><title>{}</title></head><body>{}</body></html>"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
OWN = "declares entities of its own"
DEEP = "has tags within tags, more than 200 deep"

REFUSED = [
    ("lachen.xml", f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>{ROOT.format("&l11;")}', OWN),
    ("kwadraat.xml", f'<!DOCTYPE x [<!ENTITY a "{"x" * 9999}">]>{ROOT.format("&a;" * 9999)}', OWN),
    ("buiten.xml", f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{ROOT.format("&a;")}', OWN),
    ("net.xml", f'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]>{ROOT.format("x")}', OWN),
    ("pagina.html", f'<!DOCTYPE html [<!ENTITY a "x">]>{PAGE.format("x", "&a;")}', OWN),
    ("diep.xml", ROOT.format("<al>" * 60000 + "</al>" * 60000), DEEP),
    ("vrij-diep.xml", ROOT.format("<al>" * 240 + "</al>" * 240), DEEP),
    ("diep.html", PAGE.format("x", "<div>" * 60000), DEEP),
    ("half.xml", ROOT.format("Tekst.")[:-30], "is no whole XML file"),
    ("half.html", PAGE.format("x", '<div class="stuk"><p>Tekst')[:-20], "is half a web page"),
    ("verkeerd.xml", ROOT.format("a & b"), "verkeerd.xml:1: is no whole XML file"),
    ("groot.xml", " " * 20_000_001, "is larger than 20 MB"),
    ("leeg.xml", "", "is empty"),
    ("niets.xml", ROOT.format(""), "has no text of a paper"),
    ("rss.xml", '<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "is an RSS feed, not an official paper"),
    ("plaat.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "is an SVG picture"),
    ("anders.xml", "<catalogus><boek/></catalogus>", "is XML of another kind (catalogus)"),
    ("metadata.xml", "<metadata_gegevens/>", "states facts of a paper, and is not the paper"),
    ("krant.html", PAGE.format("De Krant", "<article><p>Nieuws.</p></article>"), "another kind («De Krant»)"),
    (
        "fout.xml",
        f"<!DOCTYPE html>{PAGE.format('Officiële bekendmakingen', '<p>Niet gevonden</p>')}",
        "without the text",
    ),
    ("brief.txt", PAGE.format("De Krant", "<p>Nieuws.</p>"), "is a web page of another kind"),
    ("script.html", PAGE.format("Tweede Kamer", '<div id="root"></div><script>x</script>'), "is a web page"),
    ("alleen-kop.html", PAGE.format("x", '<h1 class="stuktitel">Nr. 1 BRIEF</h1>'), "without the text of a paper"),
]


@pytest.mark.parametrize(("name", "content", "message"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_in_one_line(tmp_path: Path, name: str, content: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        read(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < len(str(path)) + 300


def test_a_table_made_to_cost_is_read_cell_by_cell(tmp_path: Path) -> None:
    rows = "<tr><td colspan=1000 rowspan=9999>x</td></tr>" * 3000
    path = tmp_path / "tabel.html"
    path.write_text(
        PAGE.format("x", f'<div class="stuk"><h1 class="stuktitel">Nr. 1 B</h1><table>{rows}</table></div>')
    )
    lines = [line for line in read(path).lines if line.given and line.given.cell]
    assert {(line.given.cell.rows, line.given.cell.columns) for line in lines if line.given and line.given.cell} == {
        (1, 1)
    }
    assert len(lines) == 3000


TEXT = "Coördinatie, «één» – ’s avonds."
ENCODED = [
    ("UTF-8", ROOT.format(TEXT).encode(), 0),
    ("a mark before it", b"\xef\xbb\xbf" + ROOT.format(TEXT).encode(), 0),
    ("UTF-16", ('<?xml version="1.0" encoding="utf-16"?>' + ROOT.format(TEXT)).encode("utf-16"), 0),
    (
        "Windows-1252 as it says",
        b'<?xml version="1.0" encoding="windows-1252"?>' + ROOT.format(TEXT).encode("cp1252"),
        0,
    ),
    ("says Latin-1, is UTF-8", b'<?xml version="1.0" encoding="iso-8859-1"?>' + ROOT.format(TEXT).encode(), 1),
    ("says UTF-8, is Windows-1252", b'<?xml version="1.0" encoding="utf-8"?>' + ROOT.format(TEXT).encode("cp1252"), 1),
    ("put into UTF-8 twice", ("\ufeff" + ROOT.format(TEXT)).encode().decode("cp1252", "replace").encode(), 1),
]


@pytest.mark.parametrize(("_what", "content", "remarks"), ENCODED, ids=[row[0] for row in ENCODED])
def test_every_encoding_gives_the_same_text(tmp_path: Path, _what: str, content: bytes, remarks: int) -> None:
    path = tmp_path / "stuk.xml"
    path.write_bytes(content)
    source = read(path).source
    assert source.text == TEXT + "\n"
    assert len(source.remarks) == remarks, source.remarks


@pytest.mark.parametrize("name", ["stuk.txt", "stuk.html", "stuk", "stuk.nr"])
def test_official_xml_is_read_as_such_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ROOT.format("Tekst."))
    assert read(path).source.kind == "official XML"


def test_a_debate_invents_no_signer(tmp_path: Path) -> None:
    path = tmp_path / "debat.txt"
    lines = ["<spreker>", "<voorvoegsels>", "Minister", "</voorvoegsels>", "<naam>", "<achternaam>", "De Wilg"]
    lines += ["</achternaam>", "</naam>", "<tekst>", "<al>", "Voorzitter.", "</al>", "</tekst>", "</spreker>"]
    path.write_text(ROOT.replace("kamerstuk", "handelingen").replace("<al>{}</al>", "\n".join(lines)))
    assert FactKey.SIGNERS not in read_letter(read(path)).facts


@pytest.mark.parametrize("text", ["De tag <html> en <al> staan hier.", "<naam>\nGeachte voorzitter,"])
def test_text_that_speaks_of_tags_is_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(text)
    assert read(path).source.kind == "text"
