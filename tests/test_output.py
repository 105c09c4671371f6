"""Files are written all together or not at all, and nobody else's files are touched."""

import json
import os
import zlib
from errno import EACCES, ENOSPC, EROFS
from pathlib import Path
from time import time_ns

import pytest

from build_tools import output
from build_tools.committing import digests
from build_tools.committing.digests import digest, digest_at
from build_tools.committing.journal import LIST, commit
from build_tools.committing.standing import content_at, write_anew
from build_tools.committing.staying import StandingFolder
from build_tools.committing.sums import digests_of
from build_tools.committing.waiting import PackedFile, packed
from build_tools.errors import UserError
from build_tools.output import by_hand, changes, generated, staging, stale, write, write_each


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def publish(folder: Path, content: dict[str, str]) -> list[str]:
    """Generate files in a folder; give the names of those that were written or removed."""
    with staging([folder]) as (place,):
        made = write({name: text.encode() for name, text in content.items()}, place / "new")
        todo = changes(place / "new", made, folder)
        commit(todo)
    return [change.target.relative_to(folder).as_posix() for change in todo if change.target.name != LIST]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with two generated files and one written by hand."""
    publish(tmp_path / "docs", {"brieven/a.md": "a", "index.md": "i"})
    (tmp_path / "docs/over.md").write_text("hand", encoding="utf-8")
    return tmp_path / "docs"


def test_only_what_changed_is_written(docs: Path) -> None:
    before = (docs / "index.md").stat()
    assert publish(docs, {"brieven/a.md": "a", "index.md": "i"}) == []
    assert publish(docs, {"brieven/a.md": "aa", "index.md": "i", "brieven/b.md": "b"}) == [
        "brieven/a.md",
        "brieven/b.md",
    ]
    after = (docs / "index.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_removed_letter_takes_its_page_along(docs: Path) -> None:
    assert publish(docs, {"index.md": "i"}) == ["brieven/a.md"]
    assert tree(docs) == {"index.md": "i", "over.md": "hand"}
    assert not (docs / "brieven").exists()


def test_files_of_others_are_never_overwritten(docs: Path) -> None:
    with pytest.raises(UserError, match=r"over.md: was not made by kamerbrieven; move it out of the way"):
        publish(docs, {"over.md": "made"})
    assert tree(docs) == {"brieven/a.md": "a", "index.md": "i", "over.md": "hand"}
    assert list(by_hand(docs)) == ["over.md"]


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(ENOSPC, "No space"), ValueError()])
@pytest.mark.parametrize("moves", range(5))
def test_a_failure_in_the_middle_leaves_all_as_it_was(
    docs: Path, monkeypatch: pytest.MonkeyPatch, moves: int, fault: BaseException
) -> None:
    before = tree(docs)
    replace, left = os.replace, iter([True] * moves + [False])

    def fail_once(source: str, target: str) -> None:
        if not next(left, True):
            raise fault
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail_once)
    with pytest.raises((type(fault), UserError)):
        publish(docs, {"brieven/a.md": "new", "brieven/c.md": "c", "data/c.json": "{}", "index.md": "new"})
    assert tree(docs) == before
    assert generated(docs) == {"brieven/a.md", "index.md"}
    assert [path.name for path in docs.parent.iterdir()] == ["docs"]


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    message = r"docs: cannot be written \(No space left on device\); make room on that disk; nothing was changed"
    with pytest.raises(UserError, match=message), staging([tmp_path / "docs"]):
        raise OSError(ENOSPC, "No space left on device")


def test_a_full_disk_names_the_file_that_it_had_no_room_for(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user knows the file by the name that it would have had, not by that of the temporary one."""

    def full(path: str, data: bytes) -> None:
        if path.endswith("/c.json"):
            raise OSError(ENOSPC, "No space left on device")
        write_anew(path, data)

    monkeypatch.setattr(output, "write_anew", full)
    before = tree(docs)
    with pytest.raises(UserError) as error:
        publish(docs, {"brieven/a.md": "new", "data/c.json": "{}"})
    told = "cannot be written (No space left on device); make room on that disk"
    assert str(error.value).startswith(f"{docs}/data/c.json: {told}")
    assert tree(docs) == before


def test_of_two_folders_the_right_one_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: str, _: bytes) -> None:
        raise OSError(ENOSPC, "No space left on device", path)

    monkeypatch.setattr(output, "write_anew", full)
    with (
        pytest.raises(UserError, match=f"^{tmp_path}/docs/a.md: "),
        staging([tmp_path / "docs", tmp_path / "site"]) as (place, _),
    ):
        write({"a.md": b"a"}, place / "docs")


@pytest.mark.parametrize(
    "fault", [PermissionError(EACCES, "Permission denied"), OSError(EROFS, "Read-only file system")]
)
def test_a_read_only_folder_is_named(docs: Path, monkeypatch: pytest.MonkeyPatch, fault: OSError) -> None:
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if str(target).endswith("c.md") and docs in Path(target).parents:
            raise type(fault)(fault.errno, fault.strerror, str(source), None, str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    before = tree(docs)
    with pytest.raises(UserError) as error:
        publish(docs, {"brieven/a.md": "new", "brieven/c.md": "c"})
    wrong = (
        f"{docs}/brieven: cannot be written to ({fault.strerror}); make it writable, or give another folder; nothing"
    )
    assert str(error.value).startswith(wrong)
    assert tree(docs) == before


def test_what_the_system_did_not_say_is_not_said_of_a_folder(docs: Path) -> None:
    """A library may call its own faults so, as one does a template that is not there."""
    with pytest.raises(OSError, match="weg"), staging([docs]):
        raise OSError("weg.html")


def test_a_folder_that_nothing_can_be_made_beside_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_: object) -> None:
        raise PermissionError(EACCES, "Permission denied", path)

    monkeypatch.setattr(os, "mkdir", refuse)
    with (
        pytest.raises(UserError, match=rf"^{tmp_path}: cannot be written to \(Permission denied\); make it writable"),
        staging([tmp_path / "docs"]),
    ):
        pass


def test_stale_names_what_differs(docs: Path) -> None:
    assert stale({"brieven/a.md": b"a", "index.md": b"i"}, docs) == ()
    wanted = {"index.md": b"new", "brieven/b.md": b"b"}
    assert stale(wanted, docs) == ("brieven/a.md", "brieven/b.md", "index.md")


@pytest.mark.parametrize("content", ["{", "{}", "[1]", '["../over.md"]', '["/etc/passwd"]', '[""]'])
def test_a_list_that_cannot_be_trusted_is_refused(docs: Path, content: str) -> None:
    (docs / LIST).write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match="is damaged; restore it"):
        publish(docs, {})


def test_the_list_is_readable_in_a_review(docs: Path) -> None:
    assert json.loads((docs / LIST).read_text(encoding="utf-8")) == ["brieven/a.md", "index.md"]
    assert (docs / LIST).read_text(encoding="utf-8") == '[\n"brieven/a.md",\n"index.md"\n]\n'


def test_what_stands_already_is_not_written_again_and_what_is_written_leaves_it_alone(tmp_path: Path) -> None:
    stands, aside = tmp_path / "stands", tmp_path / "aside"
    write({"same.md": b"same", "other.md": b"before"}, stands)
    digests = write_each([("same.md", b"same"), ("other.md", b"after")], aside, stands)
    assert digests == {"same.md": digest(b"same"), "other.md": digest(b"after")}
    assert (aside / "same.md").samefile(stands / "same.md")
    assert not (aside / "other.md").samefile(stands / "other.md")
    write({"same.md": b"new"}, aside)
    assert tree(stands) == {"same.md": "same", "other.md": "before"}
    assert tree(aside) == {"same.md": "new", "other.md": "after"}


def test_what_waits_packed_is_unpacked_only_where_it_is_not_there(tmp_path: Path) -> None:
    stands, aside = tmp_path / "stands", tmp_path / "aside"
    write({"same.md": b"same", "other.md": b"before"}, stands)
    damaged = PackedFile("same.md", b"never unpacked", digest(b"same"))
    write_each([("same.md", damaged), ("other.md", packed("other.md", b"after"))], aside, stands)
    assert tree(aside) == {"same.md": "same", "other.md": "after"}
    with pytest.raises(zlib.error):
        write_each([("same.md", damaged)], tmp_path / "alone")


def test_what_stays_is_not_even_made_aside(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"same.html": "same", "other.html": "before", "gone.html": "gone"})
    with staging([site]) as (place,):
        standing = StandingFolder(site)
        content = {"same.html": b"same", "other.html": b"after", "new.html": b"new"}
        digests = write_each(content.items(), place / "new", standing=standing)
        made = digests_of(place / "new", by_hand(place / "new"))
        assert sorted(made) == ["new.html", "other.html"]
        assert made | standing.without(made) == digests
        todo = changes(place / "new", made, site, standing.without(made))
        assert sorted(change.name for change in todo) == [LIST, "gone.html", "new.html", "other.html"]
        commit(todo)
    assert tree(site) == {name: text.decode() for name, text in content.items()}
    assert generated(site) == content.keys()


def test_a_link_that_stands_there_is_not_taken_for_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "stands").mkdir()
    (tmp_path / "stands/a.md").symlink_to("../a.md")
    write({"a.md": b"a"}, tmp_path / "deep/aside", tmp_path / "stands")
    made = tmp_path / "deep/aside/a.md"
    assert not made.is_symlink()
    assert made.read_bytes() == b"a"


def test_a_file_is_read_once_until_it_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page"
    before = time_ns() - 60_000_000_000
    for content, at in (b"first", before), (b"other", before + 1), (b"third", before + 2):
        path.write_bytes(content)
        os.utime(path, ns=(at, at))
        assert digest_at(path) == digest(content)
    monkeypatch.setattr(digests, "content_at", lambda _: pytest.fail("it was not written since"))
    assert digest_at(path) == digest(b"third")


def test_a_file_that_was_written_just_now_is_always_read(tmp_path: Path) -> None:
    path = tmp_path / "page"
    for content in (b"first", b"other"):
        path.write_bytes(content)
        assert digest_at(path) == digest(content)
    assert digest_at(tmp_path / "nothing") is None


def test_what_is_no_file_has_no_content(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "itself").symlink_to("itself")
    (tmp_path / "nothing").symlink_to("not there")
    (tmp_path / "file").write_bytes(b"abc" * 1000)
    for name in ("pipe", "itself", "nothing", "not there", "file/below", "."):
        assert content_at(tmp_path / name) is None, name
    assert content_at(tmp_path / "file") == b"abc" * 1000
