"""Builds with what was made before, whole, in part, damaged or not at all: the same bytes."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from frozen import SEEDS
from mkdocs.structure.pages import Page as MarkdownPage
from places import files_in, folders_of

from build_tools import build as stages
from build_tools.build import build
from build_tools.cache import remembering
from build_tools.cache.place import FILE, NAME
from build_tools.cache.remembering import key_of
from build_tools.cache.store import Store
from build_tools.cli import main
from build_tools.committing.sums import SUMS
from build_tools.errors import MistakesError
from build_tools.folders import Folders
from build_tools.pages import templating
from build_tools.pages.registers import parts
from build_tools.pdf import all_pdfs
from build_tools.site import renewing
from build_tools.versions import compared

LETTERS = ("brief-donner-2011", "kst-32824-357", "kst-34200-XV-1-artikel-13")
"""The shortest three."""


def folders_in(place: Path) -> Folders:
    """Some letters of the tests, with a version of one of them, so that there is something to compare."""
    seeds = place / "seeds"
    if not seeds.exists():
        seeds.mkdir(parents=True)
        for name in (*(f"{id_}.txt" for id_ in LETTERS), "themes.yml", "begrippen.yml"):
            shutil.copy(SEEDS / name, seeds)
        text = (seeds / "kst-34200-XV-1-artikel-13.txt").read_text()
        (seeds / "versie.txt").write_text(text.replace(" de ", " een ", 3))
    return Folders(seeds, place / "docs", place / "site", place / "mkdocs.yml")


def made(folders: Folders, cached: bool = True) -> dict[str, bytes]:
    """What a build of the pages makes."""
    build(folders, with_site=False, cached=cached)
    return files_in(folders.docs)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that was built once, with all that was made then; to be copied."""
    place = tmp_path_factory.mktemp("built")
    made(folders_in(place))
    return place


@pytest.fixture(scope="module")
def fresh(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build makes of the same letters where there never was anything, and nothing is kept."""
    return anew(folders_in(built), tmp_path_factory.mktemp("fresh"))


@pytest.fixture
def folders(built: Path, tmp_path: Path) -> Folders:
    shutil.copytree(built, tmp_path / "copy")
    return folders_in(tmp_path / "copy")


@pytest.fixture
def nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("this was made before")

    monkeypatch.setattr("build_tools.records.read_letter", refuse)
    monkeypatch.setattr(compared, "compare", refuse)
    monkeypatch.setattr("build_tools.pages.all_pages.letter_page", refuse)


def anew(folders: Folders, place: Path) -> dict[str, bytes]:
    """What a build makes in a folder where there never was anything."""
    shutil.copytree(folders.seeds, place / "seeds")
    return made(folders_in(place), cached=False)


@pytest.mark.slow
@pytest.mark.usefixtures("nothing_is_read")
def test_nothing_is_made_twice(folders: Folders, built: Path) -> None:
    assert made(folders) == files_in(built / "docs")


def no_store(place: Path) -> None:
    shutil.rmtree(place)


def damaged(place: Path) -> None:
    content, dice = bytearray((place / FILE).read_bytes()), random.Random(7)
    for at in range(0, len(content), 3000):
        content[min(len(content) - 1, at + dice.randrange(3000))] ^= 1 + dice.randrange(255)
    (place / FILE).write_bytes(content)


def cut_off(place: Path) -> None:
    content = (place / FILE).read_bytes()
    (place / FILE).write_bytes(content[: len(content) // 2])


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [no_store, damaged, cut_off])
def test_a_store_never_changes_what_is_made(
    folders: Folders, fresh: dict[str, bytes], spoil: Callable[[Path], None]
) -> None:
    spoil(folders.docs.parent / NAME)
    assert made(folders) == fresh == made(folders)


def one_word(folders: Folders) -> None:
    path = folders.seeds / "kst-32824-357.txt"
    path.write_text(path.read_text().replace("gemeenten", "provincies", 1))


def another_theme(folders: Folders) -> None:
    path = folders.seeds / "themes.yml"
    path.write_text(path.read_text().replace("title: ", "title: Nieuw ", 1))


def one_less(folders: Folders) -> None:
    (folders.seeds / "versie.txt").unlink()


def one_more(folders: Folders) -> None:
    (folders.seeds / "nieuw.txt").write_text("Den Haag, 3 maart 2025\n\nZie Kamerstuk 32 824, nr. 357.\n")


def another_term(folders: Folders) -> None:
    path = folders.seeds / "begrippen.yml"
    path.write_text(path.read_text().replace("title: ", "title: Nieuw ", 1))


def another_day(folders: Folders) -> None:
    """By which registers name a letter, and put it in another year."""
    path = folders.seeds / "brief-donner-2011.txt"
    path.write_text(f"Den Haag, 3 maart 2012\n\n{path.read_text()}")


def another_name(folders: Folders) -> None:
    folders.config.write_text("site_name: Anders\nsite_url: https://www.example.org/\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    "change", [one_word, another_theme, another_term, another_day, one_less, one_more, another_name]
)
def test_what_changed_is_made_anew(folders: Folders, tmp_path: Path, change: Callable[[Folders], None]) -> None:
    before = made(folders)
    change(folders)
    after = made(folders)
    assert after != before
    other = tmp_path / "anew"
    if folders.config.exists():
        other.mkdir()
        shutil.copy(folders.config, other)
    assert after == anew(folders, other)


@pytest.mark.slow
def test_registers_of_what_stayed_are_not_made_again(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another word in a paragraph that cites nothing, that speaks of no theme and has no term, changes none of them."""
    path = folders.seeds / "brief-donner-2011.txt"
    before = path.read_text()
    path.write_text(before.replace("koerswijziging", "koersverandering", 1))
    assert path.read_text() != before
    for module in ("citation_pages", "theme_pages", "term_pages"):
        monkeypatch.setattr(f"build_tools.pages.{module}._pages", lambda *_: pytest.fail("this was made before"))
    made(folders)


@contextmanager
def many_pages() -> Iterator[list[str]]:
    """Here a page of a register holds little. Tells the templates that are filled where that was not done before."""
    filled: list[str] = []
    fill = templating.filled
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templating, "filled", lambda *of, **what: filled.append(of[1]) or fill(*of, **what))
        patch.setattr(parts, "BYTES", 1_000)
        yield filled


@pytest.fixture(scope="module")
def parted(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder whose registers have many pages, built once; to be copied. And the templates that were filled for it."""
    place = tmp_path_factory.mktemp("parted") / "copy"
    shutil.copytree(built, place)
    no_store(place / NAME)
    with many_pages() as filled:
        made(folders_in(place))
    return place, filled


@pytest.mark.slow
@pytest.mark.parametrize("change", [one_word, another_theme, one_less, one_more])
def test_of_registers_with_many_pages_only_those_are_made_that_changed(
    parted: tuple[Path, list[str]], tmp_path: Path, change: Callable[[Folders], None]
) -> None:
    place, all_filled = parted
    assert {"brieven-jaar.md.j2", "thema-jaar.md.j2", "begrip-jaar.md.j2", "verwijzingen-deel.md.j2"} < set(all_filled)
    shutil.copytree(place, tmp_path / "copy")
    folders = folders_in(tmp_path / "copy")
    before = files_in(folders.docs)
    change(folders)
    with many_pages() as filled:
        after = made(folders)
        assert 0 < len(filled) < len(all_filled) / 3
        assert after == anew(folders, tmp_path / "anew") != before


@pytest.mark.slow
def test_the_store_of_other_letters_changes_nothing(folders: Folders, fresh: dict[str, bytes], tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(folders.seeds, other / "seeds")
    one_word(folders_in(other))
    made(folders_in(other))
    shutil.copy(other / NAME / FILE, folders.docs.parent / NAME / FILE)
    assert made(folders) == fresh


@pytest.mark.slow
def test_another_version_of_the_program_makes_all_anew(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes | None] = []
    get = Store.get
    monkeypatch.setattr(remembering, "program", lambda: "another")
    monkeypatch.setattr(Store, "get", lambda store, key: asked.append(found := get(store, key)) or found)
    made(folders)
    assert asked and not any(asked)


@pytest.mark.slow
def test_a_store_deleted_midway_changes_nothing(
    folders: Folders, fresh: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    work_out = stages.work_out

    def and_delete(*arguments: object) -> stages.Work:
        work = work_out(*arguments)  # type: ignore[arg-type]
        no_store(folders.docs.parent / NAME)
        return work

    with monkeypatch.context() as patch:
        patch.setattr(stages, "work_out", and_delete)
        found = made(folders)
    assert found == fresh


@pytest.mark.slow
def test_two_builds_at_once_with_one_store(folders: Folders, fresh: dict[str, bytes]) -> None:
    """Each has its own pages; the store beside them is one."""
    no_store(folders.docs.parent / NAME)
    place = folders.docs.parent
    both = [folders, Folders(folders.seeds, place / "docs2", place / "site2", folders.config)]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        pool.submit(files_in, place / "nothing").result()  # it has begun, and has all that a build needs
        one, other = pool.submit(made, both[0]), made(both[1])
        assert one.result() == other == fresh


def test_keys_tell_inputs_apart() -> None:
    inputs = [(), ("a", "b"), ("ab",), ("a", ("b",)), (b"a", "b"), (None, "b"), ("a', 'b",)]
    assert len({key_of("stage", *one) for one in inputs}) == len(inputs)


@pytest.fixture(scope="module")
def small_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one letter and of pages by hand, built once; to be copied."""
    place = tmp_path_factory.mktemp("small")
    (place / "seeds").mkdir()
    (place / "docs").mkdir()
    shutil.copy(SEEDS / "brief-donner-2011.txt", place / "seeds")
    (place / "mkdocs.yml").write_text("site_name: Proef\nnav:\n  - Eigen: eigen.md\n")
    (place / "docs" / "eigen.md").write_text("# Eigen\n\nZie [de brief](brieven/brief-donner-2011.md#al-1).\n")
    (place / "docs" / "los.md").write_text("---\ndate: 2025-01-02\n---\n# Los\n\nTekst.\n")
    build(folders_of(place), cached=True)
    return place


@pytest.fixture
def small(small_built: Path, tmp_path: Path) -> Folders:
    shutil.copytree(small_built, tmp_path / "small")
    return folders_of(tmp_path / "small")


@pytest.mark.slow
def test_a_site_that_stands_is_not_made_again(small: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    build(small, cached=True)
    before = files_in(small.site)
    small.config.write_text(f"{small.config.read_text()}# Tot hier.\n")
    monkeypatch.setattr(renewing, "make_site", lambda *_: pytest.fail("this site was made before"))
    assert build(small, cached=True).changed == ()
    assert files_in(small.site) == before


@pytest.mark.slow
def test_where_nothing_changed_nothing_is_read(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(folders, with_site=False, cached=True)
    monkeypatch.setattr(stages, "work_out", lambda *_: pytest.fail("nothing changed"))
    again = build(folders, with_site=False, cached=True)
    assert again.told == first.told and again.notices == first.notices
    assert again.stood and again.told.letters == 4 and again.told.words > 1_000 and again.changed == ()


def letter_by_others(folders: Folders) -> None:
    (folders.seeds / "brief-donner-2011.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n")


def settings_by_others(folders: Folders) -> None:
    folders.config.write_text("site_name: Anders\n")


@pytest.mark.slow
@pytest.mark.parametrize("change", [letter_by_others, settings_by_others])
def test_what_changes_during_a_build_is_seen_by_the_next(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Folders], None]
) -> None:
    one_word(folders)
    lay_out = stages.lay_out

    def and_change(*arguments: Any) -> set[str]:
        change(folders)
        return lay_out(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(stages, "lay_out", and_change)
        made(folders)
    if folders.config.exists():
        (tmp_path / "anew").mkdir()
        shutil.copy(folders.config, tmp_path / "anew")
    assert made(folders) == anew(folders, tmp_path / "anew")


@pytest.mark.slow
def test_the_environment_is_seen(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    made(folders)
    monkeypatch.setenv("KAMERBRIEVEN_LARGEST_MB", "none")
    with pytest.raises(MistakesError, match="is no number of megabytes"):
        made(folders)


def a_page_that_is_damaged(folders: Folders) -> None:
    (folders.site / "over" / "index.html").write_text("<p>half")


def a_page_that_is_gone(folders: Folders) -> None:
    (folders.site / "pagefind" / "pagefind.js").unlink()


def a_list_that_is_gone(folders: Folders) -> None:
    (folders.site / SUMS).unlink()


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [a_page_that_is_damaged, a_page_that_is_gone, a_list_that_is_gone])
def test_a_site_that_is_not_whole_is_made_again(small: Folders, spoil: Callable[[Folders], None]) -> None:
    before = files_in(small.site)
    spoil(small)
    build(small, cached=True)
    assert files_in(small.site) == before


def a_page_by_hand(folders: Folders) -> None:
    (folders.docs / "nieuw.md").write_text("# Nieuwe bladzijde\n\nZie [een andere](los.md).\n")


def other_words_by_hand(folders: Folders) -> None:
    (folders.docs / "eigen.md").write_text("# Anders\n\nZie [de brief](brieven/brief-donner-2011.md#al-2).\n")


def what_the_way_shows(folders: Folders) -> None:
    (folders.docs / "eigen.md").write_text("---\nicon: material/pencil\n---\n# Eigen\n\nTekst.\n")


def a_page_less(folders: Folders) -> None:
    (folders.docs / "los.md").unlink()


def a_page_of_another_name(folders: Folders) -> None:
    (folders.docs / "los.md").rename(folders.docs / "vast.md")


def another_owner(folders: Folders) -> None:
    folders.config.write_text(folders.config.read_text().replace("Proef", "Anders & meer"))


def a_word_of_the_letter(folders: Folders) -> None:
    path = folders.seeds / "brief-donner-2011.txt"
    path.write_text(path.read_text().replace("integratie", "inburgering", 1))


CHANGES = [
    a_page_by_hand, other_words_by_hand, what_the_way_shows, a_page_less, a_page_of_another_name, another_owner,
    a_word_of_the_letter,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
def test_a_site_of_other_files_is_made_anew(small: Folders, change: Callable[[Folders], None]) -> None:
    before = files_in(small.site)
    change(small)
    build(small, cached=True)
    after = files_in(small.site)
    assert after != before
    build(small, cached=False)
    assert files_in(small.site) == after


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pages that Markdown is asked for from here on."""
    names: set[str] = set()
    render = MarkdownPage.render

    def noted(page: MarkdownPage, *others: Any) -> None:
        names.add(page.file.src_uri)
        render(page, *others)

    monkeypatch.setattr(MarkdownPage, "render", noted)
    return names


@pytest.mark.slow
def test_pages_that_did_not_change_are_not_rendered(small: Folders, rendered: set[str]) -> None:
    a_page_by_hand(small)
    build(small, cached=True)
    assert rendered == {"nieuw.md"}


@pytest.mark.slow
def test_a_page_that_is_not_rendered_still_has_to_lead_somewhere(small: Folders, rendered: set[str]) -> None:
    (small.docs / "los.md").write_text("# Los\n\nZie [deze](eigen.md#hier).\n")
    (small.docs / "eigen.md").write_text("# Eigen\n\n## Hier\n\nTekst.\n")
    build(small, cached=True)
    (small.docs / "eigen.md").write_text("# Eigen\n\n## Elders\n\nTekst.\n")
    rendered.clear()
    for _ in range(2):
        with pytest.raises(MistakesError, match="does not contain an anchor"):
            build(small, cached=True)
    assert "los.md" not in rendered


@pytest.mark.pdf
@pytest.mark.slow
def test_pdfs_that_stay_are_not_made_again(small: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    build(small, with_pdf=True, cached=True)
    a_page_by_hand(small)
    with monkeypatch.context() as patch:
        patch.setattr(all_pdfs, "pdf", lambda *_: pytest.fail("this PDF was made before"))
        build(small, with_pdf=True, cached=True)
    kept = files_in(small.site)
    assert "pdf/brief-donner-2011.pdf" in kept and "nieuw/index.html" in kept
    build(small, with_pdf=True, cached=False)
    assert files_in(small.site) == kept


@pytest.mark.pdf
@pytest.mark.slow
def test_pdfs_of_other_words_are_made_anew(small: Folders) -> None:
    build(small, with_pdf=True, cached=True)
    before = files_in(small.site)["pdf/brief-donner-2011.pdf"]
    a_word_of_the_letter(small)
    build(small, with_pdf=True, cached=True)
    after = files_in(small.site)
    build(small, with_pdf=True, cached=False)
    assert files_in(small.site) == after and after["pdf/brief-donner-2011.pdf"] != before


def test_where_nothing_changed_what_makes_pages_is_not_even_imported(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a process of its own is seen to import it; else this one builds, which has it anyhow."""
    program = "import sys; from build_tools.cli import main; main(); print('build_tools.build' in sys.modules)"
    asked = ["--no-site", "--quiet", f"--seeds={folders.seeds}"]
    monkeypatch.chdir(folders.docs.parent)

    def imported() -> str:
        run = [sys.executable, "-c", program, *asked]
        return subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()

    assert [imported(), imported()] == ["True", "False"]
    one_word(folders)
    main(asked)
    assert imported() == "False"
    (folders.docs / "index.md").write_text("# Iets anders\n")
    main(asked)
    assert imported() == "False"
    assert (folders.docs / "index.md").read_text() != "# Iets anders\n"
