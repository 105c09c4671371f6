"""Papers by number or address: how they are understood, what is fetched, and every way in which that can go wrong."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from services import FACTS, KEY, PDF, XML, Answer, Server, running

from build_tools import __version__
from build_tools.adding.asked import Incoming, asked_for, papers_in
from build_tools.adding.fetching import fetch
from build_tools.adding.services import Services
from build_tools.build import build
from build_tools.cli import main
from build_tools.errors import UserError
from build_tools.folders import Folders


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running() as server:
        yield server


@pytest.mark.parametrize(
    ("named", "papers"),
    [
        ("32 824, nr. 448", ["kst-32824-448"]),
        ("32824-448", ["kst-32824-448"]),
        ("32 824, 448", ["kst-32824-448"]),
        ("Kamerstukken II 2024/25, 32 824, nrs. 448 en 449", ["kst-32824-448", "kst-32824-449"]),
        ("34 200 XV, nr. 1", ["kst-34200-XV-1"]),
        ("kst-34200-XV-1", ["kst-34200-XV-1"]),
        ("kst-1268678", ["kst-1268678"]),
        ("blg-1184123", ["blg-1184123"]),
        ("Aanhangsel Handelingen II 2024/25, nr. 1028", ["ah-tk-20242025-1028"]),
        ("Handelingen II 2016/17, nr. 66, item 6", ["h-tk-20162017-66-6"]),
        ("Stb. 2011, 35", ["stb-2011-35"]),
        ("2024D40329", ["2024D40329"]),
        ("2024Z11859", ["2024Z11859"]),
        ("https://zoek.officielebekendmakingen.nl/kst-32824-448.html", ["kst-32824-448"]),
        ("https://zoek.officielebekendmakingen.nl/dossier/32824/kst-32824-448?resultIndex=1", ["kst-32824-448"]),
        ("https://zoek.officielebekendmakingen.nl/kst-32824-448/metadata.xml", ["kst-32824-448"]),
        ("https://www.officielebekendmakingen.nl/blg-1184123.pdf", ["blg-1184123"]),
        ("https://www.tweedekamer.nl/kamerstukken/brieven_regering/detail?id=2024Z1&did=2024D40329", ["2024D40329"]),
        ("https://www.tweedekamer.nl/downloads/document?id=2024D40329", ["2024D40329"]),
    ],
)
def test_a_paper_is_understood_in_any_form(named: str, papers: list[str]) -> None:
    assert papers_in(named) == papers


@pytest.mark.parametrize(
    ("named", "says"),
    [
        ("brief.txt", 'is no file or folder, and names no paper that is known; name a file, or a paper like "32 824'),
        ("dossier 32 824", 'is a whole dossier; name one paper of it, like "32 824, nr. 448"'),
        ("Richtlijn 2003/86/EG", "is a European act, which is published elsewhere"),
        ("https://www.tweedekamer.nl/", "is no file or folder, and names no paper"),
        ("https://example.org/kst-32824-448.html", "is elsewhere; only officielebekendmakingen.nl and tweedekamer.nl"),
        ("https://officielebekendmakingen.nl.example.org/kst-32824-448.html", "is elsewhere"),
        ("file:///etc/passwd", "is elsewhere"),
    ],
)
def test_what_is_no_paper_is_one_line(named: str, says: str) -> None:
    (mistake,) = asked_for([named]).mistakes
    assert str(mistake).startswith(f"{named}: {says}")


def fetched(server: Server, folder: Path, *papers: str, **more: object) -> list[Incoming | UserError]:
    return list(fetch(papers, server.services(**more), folder))


def one(server: Server, folder: Path, paper: str) -> Incoming:
    (found,) = fetched(server, folder, paper)
    assert isinstance(found, Incoming), found
    return found


def mistake(server: Server, folder: Path, paper: str, **more: object) -> str:
    (found,) = fetched(server, folder, paper, **more)
    assert isinstance(found, UserError)
    (line,) = found.lines
    assert not [path for path in folder.rglob("*.xml") if path.stat().st_size > 1000]
    return line.replace(server.address, "@/")


def test_official_xml_with_its_facts(server: Server, tmp_path: Path) -> None:
    server.says = {"/kst-32824-448.xml": Answer(XML), "/kst-32824-448/metadata.xml": Answer(FACTS)}
    found = one(server, tmp_path, "kst-32824-448")
    assert (found.path.name, found.path.read_bytes()) == ("kst-32824-448.xml", XML)
    assert found.beside is not None
    assert (found.beside.name, found.beside.read_bytes()) == ("kst-32824-448.metadata.xml", FACTS)
    assert server.agents == {f"kamerbrieven/{__version__}"}


def test_else_the_pdf(server: Server, tmp_path: Path) -> None:
    """Where there is no XML, a page for people says so, with the status of a page that is there."""
    server.says = {"/kst-1268678.pdf": Answer(PDF)}
    found = one(server, tmp_path, "kst-1268678")
    assert (found.path.name, found.beside) == ("kst-1268678.pdf", None)
    assert server.asked == ["/kst-1268678.xml", "/kst-1268678.pdf"]


def document(number: str = "2024D40329", **more: object) -> dict[str, object]:
    return {"Id": KEY % 1, "DocumentNummer": number, "Kamerstukdossier": [], **more}


def test_a_document_of_parliament_is_its_official_publication(server: Server, tmp_path: Path) -> None:
    server.documents = [document(Volgnummer=1, Kamerstukdossier=[{"Nummer": 34200, "Toevoeging": "XV"}])]
    server.says = {"/kst-34200-XV-1.xml": Answer(XML)}
    found = one(server, tmp_path, "2024D40329")
    assert (found.path.name, found.beside) == ("kst-34200-XV-1.xml", None)


@pytest.mark.parametrize(("body", "ending"), [(PDF, ".pdf"), (b"PK\x03\x04", ".docx"), (b"\xd0\xcf\x11\xe0", ".doc")])
@pytest.mark.parametrize(
    "more",
    [
        {},
        {"Volgnummer": 448, "Kamerstukdossier": [{"Nummer": 32824}]},
        {"Volgnummer": 448, "Kamerstukdossier": [{"Nummer": 32824}, {"Nummer": 30000}]},
        {"Volgnummer": 448, "Kamerstukdossier": [{"Nummer": 32824}], "Soort": "Bijlage"},
    ],
)  # fmt: skip
def test_else_the_file_that_was_sent(
    server: Server, tmp_path: Path, body: bytes, ending: str, more: dict[str, object]
) -> None:
    server.documents = [document(**more)]
    server.says = {f"/OData/Document({KEY % 1})/resource": Answer(body)}
    assert one(server, tmp_path, "2024D40329").path.name == f"2024D40329{ending}"


def test_a_case_is_its_one_document(server: Server, tmp_path: Path) -> None:
    held = [{"DocumentNummer": "2024D40329"}]
    server.documents = [document(), {"Nummer": "2024Z11859", "Document": held}]
    server.says = {f"/OData/Document({KEY % 1})/resource": Answer(PDF)}
    assert one(server, tmp_path / "een", "2024Z11859").path.name == "2024D40329.pdf"
    held.append({"DocumentNummer": "2024D40330"})
    assert mistake(server, tmp_path / "twee", "2024Z11859") == (
        "2024Z11859: is a case with 2 documents (2024D40329, 2024D40330); name one of them"
    )


@pytest.mark.parametrize("paper", ["kst-99999-1", "2024D99999", "2024Z99999"])
def test_a_number_that_does_not_exist(server: Server, tmp_path: Path, paper: str) -> None:
    said = f"{paper}: is a number that the official services do not know; look whether it is right"
    assert mistake(server, tmp_path / "een", paper) == said
    server.says = {f"/{paper}.xml": Answer(status=404), f"/{paper}.pdf": Answer(status=410)}
    assert mistake(server, tmp_path / "twee", paper) == said


def test_what_fails_is_asked_again(server: Server, tmp_path: Path) -> None:
    server.says = {"/kst-32824-1.xml": Answer(XML, failures=[503, 429])}
    assert one(server, tmp_path / "een", "kst-32824-1").path.read_bytes() == XML
    server.says["/kst-32824-1.xml"].failures = [500, 502, 503]
    assert mistake(server, tmp_path / "twee", "kst-32824-1") == "@/kst-32824-1.xml: answers 503; try again later"
    assert server.asked.count("/kst-32824-1.xml") == 6


def test_other_ways_to_go_wrong(server: Server, tmp_path: Path) -> None:
    server.says = {
        "/kst-1-1.xml": Answer(status=403),
        "/kst-1-2.xml": Answer(XML % (b"x" * 2000)),
        "/kst-1-3.xml": Answer(XML, late=0.3),
    }
    assert mistake(server, tmp_path / "1", "kst-1-1").startswith("@/kst-1-1.xml: answers 403; look at it in a browser")
    assert "is more than 0 MB" in mistake(server, tmp_path / "2", "kst-1-2", largest=1000)
    late = mistake(server, tmp_path / "3", "kst-1-3", patience=0.05)
    assert late == "@/kst-1-3.xml: does not answer in time; try again later"


def test_the_net_is_off(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens here
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        (found,) = fetch(["kst-32824-1"], Services(address, address, (), pauses=()), tmp_path)
    assert str(found).startswith(f"{address}kst-32824-1.xml: cannot be reached (")
    assert str(found).endswith("; see whether this machine is on the net")


def test_only_the_services_themselves_are_asked(server: Server, tmp_path: Path) -> None:
    """Wherever they lead: to another machine, to another way of asking, in a circle."""
    with running() as stranger:
        locations = (f"{stranger.address}x", "ftp://127.0.0.1/x", "http://127.0.0.1:x/", "/kst-1-3.xml")
        for n, location in enumerate(locations):
            server.says[f"/kst-1-{n}.xml"] = Answer(status=302, location=location)
        said = [mistake(server, tmp_path / str(n), f"kst-1-{n}") for n in range(4)]
        assert stranger.asked == []
    assert said[0] == f"{stranger.address}x: is not one of the official services; fetch it and name the file"
    assert said[1] == "ftp://127.0.0.1/x: is not one of the official services; fetch it and name the file"
    assert said[2].startswith("@/kst-1-2.xml: cannot be reached (Invalid URL in location header")
    assert said[3] == "@/kst-1-3.xml: leads from one address to the next; fetch it and name the file"


def test_an_address_that_moved_within_the_services(server: Server, tmp_path: Path) -> None:
    server.says = {"/kst-1-1.xml": Answer(status=301, location="/nieuw/kst-1-1.xml"), "/nieuw/kst-1-1.xml": Answer(XML)}
    assert one(server, tmp_path, "kst-1-1").path.name == "kst-1-1.xml"


def test_at_most_two_at_once_and_one_does_not_stop_the_others(server: Server, tmp_path: Path) -> None:
    server.says = {f"/kst-1-{n}.xml": Answer(XML, late=0.02) for n in range(8) if n != 3}
    found = fetched(server, tmp_path, *(f"kst-1-{n}" for n in range(8)))
    assert [getattr(paper, "called", "")[-9:] for paper in found] == [
        f"t-1-{n}.xml" if n != 3 else "" for n in range(8)
    ]
    assert server.most_at_once == 2


def test_papers_are_added_like_files(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("build_tools.commands.all_commands.OFFICIAL", server.services())
    server.says = {"/kst-1-1.xml": Answer(XML), "/kst-1-1/metadata.xml": Answer(FACTS)}
    assert main(["add", "--yes", "kst-1-1", "kst-1-2"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(f"kst-1-1, from {server.address}kst-1-1.xml\n")
    assert "  date      2025-02-07 (metadata.xml, DCTERMS.issued)\n" in told.out
    assert told.err == "kst-1-2: is a number that the official services do not know; look whether it is right\n"
    assert {path.name for path in Path("seeds").iterdir()} == {"kst-1-1.xml", "kst-1-1.metadata.xml", "catalogue.yml"}


@pytest.mark.usefixtures("here")
def test_a_build_never_touches_the_net(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a build asks something of the net")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert build(Folders(Path("seeds"), Path("docs"), Path("site"))).mistakes == ()
