"""What a build does with files that it cannot read: names every one, builds the rest, leaves old pages as they were."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.build import build, check
from build_tools.cli import main
from build_tools.committing.journal import LIST
from build_tools.errors import MistakesError
from build_tools.folders import Folders
from build_tools.gather import Gathered, gather
from build_tools.kept import kept, pdfs_of
from build_tools.sources.yaml_nodes import Stanzas

OPENING, CLOSING = "Geachte voorzitter,\n\n", "\n\nDe Minister van Financiën,\nJ. Jansen\n"
LONG = " ".join(f"zin{number} over de begroting" for number in range(40)) + "."
"""Words enough for two letters that have them to be versions of each other."""
THEME = "{}:\n  title: {}\n  introduction: Over geld.\n  official: Financiën\n  core: [{}]\n"
TERM = "{}:\n  title: Geld\n  about: Over geld.\n  words: [{}]\n"


def put(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(OPENING + text + CLOSING, encoding="utf-8")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Three letters, of which two are versions of each other."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    put(seeds, een=f"{LONG} Eerste.", twee=f"{LONG} Tweede.", drie="Over het geld.")
    return Folders(seeds, tmp_path / "docs", tmp_path / "site")


def tree(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name != LIST}


def names(name: str, id_: str) -> bool:
    """Whether a name has an id in it: `een.md` and `een--twee.md` have `een`, `tekst-uit-een-bestand.md` has not."""
    return re.search(rf"(?<![a-z])(?<![a-z]-){id_}(?![a-z]|-[a-z])", name) is not None


def about(pages: dict[str, bytes], id_: str) -> dict[str, bytes]:
    """The pages and files that are a letter's own, and those of the comparisons that it stands in."""
    return {name: data for name, data in pages.items() if names(name, id_)}


def lines(error: MistakesError, folder: Path) -> Iterator[str]:
    """What is named, without the remedy."""
    return (line.removeprefix(f"{folder}/").rpartition(";")[0] for line in error.lines)


@pytest.mark.slow
def test_three_bad_files_among_twenty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    put(seeds, **{f"brief-{number}": f"Dit is brief {number}." for number in range(1, 18)})
    (seeds / "leeg.txt").touch()
    (seeds / "gescand.txt").write_bytes(b"%PDF-1.7")
    (seeds / "kring.txt").symlink_to("kring.txt")
    assert main([]) == 1
    told = capsys.readouterr()
    assert [line.partition(":")[0] for line in told.err.splitlines() if line.startswith("seeds/")] == [
        "seeds/kring.txt",
        "seeds/gescand.txt",
        "seeds/leeg.txt",
    ]
    assert told.out.startswith("17 letters, ")
    for folder, pages in (("docs", "brieven/brief-*.md"), ("site", "brieven/brief-*/index.html")):
        assert len(list((tmp_path / folder).glob(pages))) == 17


@pytest.mark.slow
def test_strict_builds_nothing(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    options = [f"--{name}={getattr(folders, name)}" for name in ("seeds", "docs", "site")]
    (folders.seeds / "een.txt").write_bytes(b"")
    (folders.seeds / "twee.txt").write_bytes(b"\0")
    assert main([*options, "--strict"]) == 1
    assert capsys.readouterr().err.count("\n") == 2
    assert main([*options, "--strict", "pdf"]) == main([*options, "pdf", "--strict"]) == 1
    assert not folders.docs.exists()
    assert not folders.site.exists()


@pytest.mark.slow
def test_a_letter_that_became_unreadable_keeps_its_pages(folders: Folders) -> None:
    build(folders)
    before = tree(folders.docs), tree(folders.site)
    assert "vergelijken/een--twee.md" in about(before[0], "een")
    (folders.seeds / "een.txt").write_bytes(b"")
    put(folders.seeds, drie="Over het geld van morgen.")
    built = build(folders)
    after = tree(folders.docs), tree(folders.site)
    assert [str(error).partition(":")[0] for error in built.mistakes] == [f"{folders.seeds}/een.txt"]
    for old, new in zip(before, after, strict=True):
        assert len(about(old, "een")) >= 8
        assert about(new, "een") == about(old, "een")
    assert b"van morgen" in after[1]["brieven/drie/index.html"]
    for name, page in after[0].items():
        assert b"brieven/een" not in page or name in about(after[0], "een"), name
    assert b"een--twee" not in after[0]["brieven/twee.md"]
    assert [path for path in built.changed if names(path.name, "een")] == []
    put(folders.seeds, een=f"{LONG} Eerste.", drie="Over het geld.")
    build(folders)
    assert (tree(folders.docs), tree(folders.site)) == before


def test_check_names_bad_files_and_stale_pages(folders: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    build(folders, with_site=False)
    (folders.seeds / "drie.txt").write_bytes(b"")
    build(folders, with_site=False)
    assert check(folders).stale == ()
    put(folders.seeds, twee="Heel iets anders.")
    assert main(["check", f"--seeds={folders.seeds}", f"--docs={folders.docs}"]) == 1
    bad, stale = capsys.readouterr().err.splitlines()
    assert bad.startswith(f"{folders.seeds}/drie.txt: is empty")
    assert stale.startswith(f"{folders.docs}: is stale: ")


def test_two_files_of_one_name_leave_its_page_alone(folders: Folders) -> None:
    """Which of the two is the letter is not ours to guess."""
    build(folders, with_site=False)
    before = tree(folders.docs)
    (folders.seeds / "drie.md").write_text("Een andere tekst.", encoding="utf-8")
    assert len(build(folders, with_site=False).mistakes) == 1
    assert about(tree(folders.docs), "drie") == about(before, "drie")


def test_every_kind_of_mistake_is_named_in_one_run(folders: Folders) -> None:
    put(folders.seeds, goed="Over het geld.", vier="Den Haag, 3 mei 2023.")
    (folders.seeds / "vier.txt").write_text(f"Den Haag, 3 mei 2023\n\n{OPENING}Vier.{CLOSING}", encoding="utf-8")
    (folders.seeds / "een.txt").write_bytes(b"\xff\xfea\0b")
    (folders.seeds / "lang\n.txt").touch()
    (folders.seeds / "catalogue.yml").write_text(
        "een: {layout: x}\ntwee: {facts: {}, versions: [een]}\ndrie: {layout: x}\nxyz: {}\n"
        "vier: {facts: {date: {value: 2023-05-04, source: een gissing}}}\n",
        encoding="utf-8",
    )
    (folders.seeds / "themes.yml").write_text(
        THEME.format("geld", "Geld", "geld") + THEME.format("goud", "Goud", "g*ud"), encoding="utf-8"
    )
    (folders.seeds / "begrippen.yml").write_text(
        TERM.format("geld", "geld") + TERM.format("Goud", "goud"), encoding="utf-8"
    )
    built = build(folders, with_site=False)
    named = list(lines(MistakesError(built.mistakes), folders.seeds))
    assert named == [
        r"lang\n.txt: has a control character in its name",
        "catalogue.yml:4: xyz is no known document",
        "catalogue.yml:3: x is no known layout",
        "een.txt:1: is not valid UTF-16",
        "catalogue.yml:1: x is no known layout",
        "catalogue.yml: states date of vier otherwise than line 1 of its text",
        "themes.yml:10: g*ud cannot be matched",
        "begrippen.yml:5: Goud cannot be an address",
    ]
    letters = gather(folders.seeds, iter).letters
    assert [(letter.id, letter.versions) for letter in letters] == [("goed", ()), ("twee", ())]
    assert {path.name for path in folders.docs.glob("themas/*.md")} == {"geld.md", "index.md"}


def test_a_theme_that_is_wrong_keeps_its_page(folders: Folders) -> None:
    themes = folders.seeds / "themes.yml"
    themes.write_text(THEME.format("geld", "Geld", "geld"), encoding="utf-8")
    build(folders, with_site=False)
    before = tree(folders.docs)["themas/geld.md"]
    themes.write_text(THEME.format("geld", "''", "geld") + THEME.format("zin", "Zinnen", "zin*"), encoding="utf-8")
    assert len(build(folders, with_site=False).mistakes) == 1
    after = tree(folders.docs)
    assert after["themas/geld.md"] == before
    assert "themas/zin.md" in after
    assert b"themas/geld" not in after["brieven/drie.md"]


def test_a_term_that_is_wrong_keeps_its_page(folders: Folders) -> None:
    terms = folders.seeds / "begrippen.yml"
    terms.write_text(TERM.format("geld", "geld"), encoding="utf-8")
    build(folders, with_site=False)
    before = tree(folders.docs)["begrippen/geld.md"]
    terms.write_text(TERM.format("geld", "g*ld") + TERM.format("readme", "zin"), encoding="utf-8")
    mistakes = [str(error) for error in build(folders, with_site=False).mistakes]
    assert len(mistakes) == 2
    assert "readme is the page of all terms; call the term otherwise" in mistakes[1]
    assert tree(folders.docs)["begrippen/geld.md"] == before


def test_what_is_kept_may_be_all_in_a_folder(tmp_path: Path) -> None:
    made = dict.fromkeys(("themas/geld/2015.md", "themas/geld.md", "themas/geldstroom.md"), b"x")
    for name, content in made.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / LIST).write_text(str([*made]).replace("'", '"'), encoding="utf-8")
    assert list(kept(["themas/geld/", "themas/goud.md"], tmp_path)) == ["themas/geld/2015.md"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("catalogue.yml", "een: [", "is not YAML"),
        ("catalogue.yml", "- een", "has no keys"),
        ("Catalogue.yaml", "een: {}", "has a name that is not looked for"),
        ("themes.yml", "- een", "has no keys"),
        ("begrippen.yml", "een: [", "is not YAML"),
    ],
)
def test_an_editors_file_that_is_unusable_stops_all_and_the_rest_is_named_with_it(
    folders: Folders, name: str, content: str, says: str
) -> None:
    build(folders, with_site=False)
    before = tree(folders.docs)
    (folders.seeds / name).write_text(content, encoding="utf-8")
    (folders.seeds / "een.txt").write_bytes(b"")
    put(folders.seeds, twee="Gewijzigd.")
    with pytest.raises(MistakesError) as error:
        build(folders, with_site=False)
    assert len(error.value.lines) == 2
    assert any(name in line and says in line for line in error.value.lines)
    assert any("een.txt: is empty" in line for line in error.value.lines)
    assert tree(folders.docs) == before


def test_without_a_single_letter_nothing_is_built(folders: Folders) -> None:
    for path in folders.seeds.iterdir():
        path.write_bytes(b"")
    with pytest.raises(MistakesError) as error:
        build(folders)
    assert len(error.value.lines) == 3
    assert not folders.docs.exists()


@pytest.mark.slow
def test_an_old_page_may_lead_to_a_letter_that_is_gone(folders: Folders) -> None:
    """Its links are those of its day; a link that goes nowhere on a page of this build does stop it."""
    put(folders.seeds, **{"kst-32824-1": "De brief.", "drie": "Zie Kamerstuk 32 824, nr. 1."})
    stated = folders.seeds / "catalogue.yml"
    number = "{value: 32824, source: x}, ondernummer: {value: 1, source: x}"
    stated.write_text(f"kst-32824-1: {{facts: {{dossier: {number}}}}}", encoding="utf-8")
    build(folders)
    assert b"kst-32824-1.md" in tree(folders.docs)["brieven/drie.md"]
    stated.unlink()
    (folders.seeds / "kst-32824-1.txt").unlink()
    (folders.seeds / "drie.txt").write_bytes(b"")
    build(folders)
    assert not (folders.site / "brieven/kst-32824-1").exists()
    assert "Zie Kamerstuk" in (folders.site / "brieven/drie/index.html").read_text(encoding="utf-8")


def test_a_letter_that_never_had_a_page_gets_none(folders: Folders) -> None:
    (folders.seeds / "nieuw.txt").write_bytes(b"")
    build(folders, with_site=False)
    assert about(tree(folders.docs), "nieuw") == {}
    checked = check(folders)
    assert (checked.stale, len(checked.mistakes)) == ((), 1)


def test_papers_stay_too(tmp_path: Path) -> None:
    made = {"pdf/een.pdf": "1", "pdf/vergelijken/een--twee.pdf": "1-2", "pdf/twee.pdf": "2"}
    for name, text in made.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / LIST).write_text(str([*made]).replace("'", '"'), encoding="utf-8")
    found = Gathered((), Stanzas(), Stanzas(), (), (), ("een", "twee--drie", "twee"))
    assert kept(pdfs_of(found), tmp_path) == {name: text.encode() for name, text in made.items()}
    found = Gathered((), Stanzas(), Stanzas(), (), (), ("een",))
    assert kept(pdfs_of(found), tmp_path) == {"pdf/een.pdf": b"1"}
