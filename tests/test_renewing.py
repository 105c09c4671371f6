"""A renewal of a site that is shown: the pages first, then the search index. Whatever comes between, the next build
leaves just what a clean one makes."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from frozen import SEEDS
from places import files_in, folders_of
from watchdog.events import DirModifiedEvent, FileModifiedEvent, FileMovedEvent

from build_tools.build import build
from build_tools.cache.settled import Built, built_before
from build_tools.commands.shown import rehearse
from build_tools.errors import UserError
from build_tools.folders import Folders
from build_tools.progress import LOG, Overtaken, step, unless
from build_tools.site import press
from build_tools.site.read_back import site_faults
from build_tools.site.search import pagefind_service
from build_tools.site.search.pagefind_service import index_of
from build_tools.site.serving.news import News
from build_tools.site.serving.preview import Builds, renew

Files = dict[str, bytes]
Clean = Callable[[Folders], tuple[Files, Files]]

LETTER = "brief-donner-2011"
WORD = "zilvermeeuw"
"""Stands in no letter."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one letter, to be copied."""
    place = tmp_path_factory.mktemp("renewing")
    (place / "seeds").mkdir()
    shutil.copy(SEEDS / f"{LETTER}.txt", place / "seeds")
    build(folders_of(place), cached=True)
    return place


@pytest.fixture(scope="module")
def half(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after an edit, with the index of before; to be copied."""
    place = tmp_path_factory.mktemp("half") / "copy"
    shutil.copytree(built, place)
    edit(folders_of(place))
    assert not pages_first(folders_of(place)).stood
    return place


@pytest.fixture
def folders(half: Path, tmp_path: Path) -> Folders:
    """A copy in which the pages of an edited letter are shown, and the index is that of before."""
    shutil.copytree(half, tmp_path / "copy")
    return folders_of(tmp_path / "copy")


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """What a clean build makes of the letters that are there, which is asked of the same ones more than once."""
    made: dict[tuple[tuple[str, bytes], ...], tuple[Files, Files]] = {}

    def build_clean(folders: Folders) -> tuple[Files, Files]:
        letters = tuple(sorted(files_in(folders.seeds).items()))
        if letters not in made:
            anew = folders_of(tmp_path_factory.mktemp("clean"))
            shutil.copytree(folders.seeds, anew.seeds)
            build(anew, cached=False)
            made[letters] = both(anew)
        return made[letters]

    return build_clean


def both(folders: Folders) -> tuple[Files, Files]:
    return files_in(folders.docs), files_in(folders.site)


def index_in(site: Path) -> Files:
    return files_in(site / "pagefind")


def edit(folders: Folders, word: str = WORD) -> None:
    path = folders.seeds / f"{LETTER}.txt"
    path.write_text(path.read_text().replace("integratie", word, 1))


def page(folders: Folders) -> str:
    return (folders.site / "brieven" / LETTER / "index.html").read_text()


def pages_first(folders: Folders) -> Built:
    return build(folders, cached=True, pages_first=True)


@pytest.mark.slow
def test_an_edited_letter_is_shown_with_the_index_of_before_which_then_follows(
    built: Path, folders: Folders, clean: Clean
) -> None:
    index = index_in(built / "site")
    assert WORD in page(folders)
    assert index_in(folders.site) == index
    shown = {name for name in files_in(folders.site) if not name.startswith("pagefind/")}
    changed = {path.relative_to(folders.site).as_posix() for path in build(folders, cached=True).changed}
    assert index_in(folders.site) != index
    assert changed & shown == {".kamerbrieven.sha256"}, "no page is written once more"
    assert both(folders) == clean(folders)


@pytest.mark.slow
def test_what_ends_in_between_is_never_taken_for_a_finished_site(folders: Folders, clean: Clean) -> None:
    told = f"{folders.site}: is not whole: the search index is that of an earlier build; run kamerbrieven"
    assert str(site_faults(folders.site)) == told
    assert built_before(folders, with_site=True, with_bench=False, dossiers=False) is None
    assert built_before(folders, with_site=True, with_bench=False, dossiers=False) is None
    assert build(folders, cached=True).changed
    assert site_faults(folders.site) is None
    assert built_before(folders, with_site=True, with_bench=False, dossiers=False)
    assert both(folders) == clean(folders)


def another_word(folders: Folders) -> None:
    edit(folders, "koolmees")


def the_first_again(folders: Folders) -> None:
    shutil.copy(SEEDS / f"{LETTER}.txt", folders.seeds)


def one_more_letter(folders: Folders) -> None:
    (folders.seeds / "tweede.txt").write_text("Geachte voorzitter,\n\nTer inzage.\n")


def a_damaged_index(folders: Folders) -> None:
    (folders.site / "pagefind" / "pagefind-entry.json").write_text("{")


def no_list(folders: Folders) -> None:
    (folders.site / ".kamerbrieven.sha256").unlink()


BETWEEN = [another_word, the_first_again, one_more_letter, a_damaged_index, no_list]


@pytest.mark.slow
@pytest.mark.parametrize("between", BETWEEN)
def test_whatever_comes_in_between_the_end_is_a_clean_build(
    folders: Folders, clean: Clean, between: Callable[[Folders], None]
) -> None:
    between(folders)
    pages_first(folders)
    build(folders, cached=True)
    assert site_faults(folders.site) is None
    assert both(folders) == clean(folders)


@pytest.mark.slow
def test_an_index_that_was_overtaken_leaves_the_pages_as_they_are_shown(folders: Folders, clean: Clean) -> None:
    before = both(folders)
    told: list[str] = []

    def at_the_index() -> bool:
        return any("search index, page" in one for one in told)

    LOG.addFilter(lambda record: told.append(record.getMessage()) or True)
    try:
        with pytest.raises(Overtaken), unless(at_the_index):
            build(folders, cached=True)
    finally:
        LOG.filters.clear()
    assert before == both(folders)
    edit(folders, "koolmees")
    pages_first(folders)
    build(folders, cached=True)
    assert both(folders) == clean(folders)


def test_work_that_was_overtaken_is_given_up_where_it_tells_how_far_it_is() -> None:
    done: list[str] = []
    with pytest.raises(Overtaken), unless(lambda: "second" in done):
        for name in ("first", "second", "third"):
            step(name)
            done.append(name)
    step("afterwards")
    assert done == ["first", "second"]


def test_who_gives_up_does_not_wait_for_a_service_that_never_answers(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 1000\n")
    silent.chmod(0o700)
    monkeypatch.setattr(pagefind_service, "_program", lambda: silent)
    with pytest.raises(Overtaken), unless(lambda: True), index_of([], {}) as made:
        made()


class Shown:
    """A server that notes what it is told to show."""

    def __init__(self, told: list[str]) -> None:
        self.told = told

    def show(self) -> None:
        self.told.append("shown")

    def stay(self) -> None:
        self.told.append("nothing new")

    def show_index(self) -> None:
        self.told.append("index shown")


def renewed(
    news: News, told: list[str], index: Callable[[], Sequence[Path]], changed: Sequence[Path] = (Path("a"),)
) -> None:
    """What a renewal tells in order, given what happens while the index is made."""

    def pages(_: bool) -> Built:
        told.append("pages")
        return Built(tuple(changed), (), ())

    def follow(overtaken: Callable[[], bool]) -> Sequence[Path]:
        found = index()
        if overtaken():
            raise Overtaken
        told.append("index")
        return found

    with suppress(Overtaken):
        renew(Builds(pages, follow, list), news, Shown(told))  # type: ignore[arg-type]


def touch(path: Path, text: str, news: News) -> None:
    path.write_text(text)
    news.dispatch(FileModifiedEvent(str(path)))


def test_pages_are_shown_before_their_index_and_those_of_another_edit_too(tmp_path: Path) -> None:
    news, told, letter = News(), [], tmp_path / "brief.txt"
    touch(letter, "een", news)
    renewed(news, told, lambda: touch(letter, "anders", news) or ())
    assert told == ["pages", "shown"]
    renewed(news, told, tuple)
    assert told == ["pages", "shown", "pages", "shown", "index", "index shown"]
    renewed(news, told, tuple)
    assert told[6:] == ["nothing new"]


def test_what_a_build_writes_itself_is_no_news(tmp_path: Path) -> None:
    news, told, letter, own = News(), [], tmp_path / "brief.txt", tmp_path / "docs.md"
    touch(letter, "een", news)
    renewed(news, told, lambda: touch(own, "gemaakt", news) or (), [])
    assert told == ["pages", "nothing new"], "who else wrote there overtakes the index"
    renewed(news, told, lambda: news.dispatch(FileModifiedEvent(str(own))) or (), [own])
    assert told[2:] == ["pages", "shown", "index", "index shown"]
    own.unlink()
    news.dispatch(FileModifiedEvent(str(own)))
    assert news.is_there(), "who takes it away is heard"


def test_only_files_that_are_seen_are_news(tmp_path: Path) -> None:
    news = News()
    news.dispatch(DirModifiedEvent(str(tmp_path)))
    news.dispatch(FileModifiedEvent(str(tmp_path / ".brief.txt.swp")))
    assert not news.is_there()
    news.dispatch(FileMovedEvent(str(tmp_path / ".tijdelijk"), str(tmp_path / "brief.txt")))
    assert news.is_there()
    news.is_read()
    assert not news.is_there()


@pytest.mark.parametrize("text", ["Geachte voorzitter,\n\nTer inzage.\n", ""])
def test_what_is_read_for_nobody_is_told_to_nobody(text: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "brief.txt").write_text(text)
    for place in (tmp_path, tmp_path / "nowhere"):
        rehearse(folders_of(place))
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_what_is_made_for_nobody_leaves_a_site_as_it_is(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "copy")
    folders = folders_of(tmp_path / "copy")
    before = files_in(folders.docs), files_in(folders.site)
    rehearse(folders)
    assert (files_in(folders.docs), files_in(folders.site)) == before
    assert not build(folders, cached=True).changed
    assert press._shared.cache_info().currsize == 0


def test_a_mistake_ends_a_renewal() -> None:
    def mistaken(_: bool) -> Built:
        raise UserError("brief.txt", None, "is empty", "fill it")

    news, told = News(), []
    news.dispatch(FileModifiedEvent("brief.txt"))
    with pytest.raises(UserError):
        renew(Builds(mistaken, lambda _: (), list), news, Shown(told))  # type: ignore[arg-type]
    assert told == []
