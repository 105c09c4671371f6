"""What a build did, and which pages are stale, in words."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from build_tools import __version__
from build_tools.addresses import DESK
from build_tools.cache.settled import Built, OpenDoubt, Summary
from build_tools.commands.console import Console, counted
from build_tools.commands.doubts import doubt_line, doubts_together, on_lines, open_doubts
from build_tools.errors import UserError
from build_tools.folders import PER_DOSSIER, Folders, in_clone

if TYPE_CHECKING:
    from build_tools.build import Checked

FEW = 5
"""So many stale pages are named without `-v`: enough to see what it is about, and still one line."""


SOME_DOUBTS = 20
"""So many doubts are named without `-v`; what is beyond a screen nobody reads."""


ADDRESS = "http://127.0.0.1:{}/"
"""Where the preview shows the site, by its port."""

PORT = 8000
"""The port of a preview where nobody asks for another one."""


def report(
    built: Built,
    folders: Folders,
    with_site: bool,
    console: Console,
    shown_at: int | None = None,
    dossiers: bool = False,
) -> None:
    """Say what was built, what is odd about its files, and how to see it; `shown_at` is the port of a preview."""
    for notice in built.notices:
        console.notice(notice)
    told = built.told
    letters, words, notes = (
        counted(number, what) for number, what in ((told.letters, "letter"), (told.words, "word"), (told.notes, "note"))
    )
    console.result(f"{letters}, {words}, {notes}: every character is accounted for")
    tell_doubts(told.doubts, folders.seeds, console)
    if console.verbose:
        for path in built.changed:
            console.notice(f"changed: {path}")
    places = f"{folders.docs} and {folders.site}" if with_site else f"{folders.docs}"
    console.result(f"{counted(len(built.changed), 'file')} changed in {places}")
    if with_site:
        console.result(f"to read the site: {where_shown(shown_at, folders, dossiers=dossiers)}")
    if with_site and (waiting := to_look_at(told, shown_at, folders, dossiers)):
        console.result(waiting)


def shown_doubts(doubts: Sequence[OpenDoubt], folders: Folders, console: Console) -> Iterator[UserError]:
    """The places where a reading may be wrong: many of one kind in a letter on one line, with `-v` each on its own."""
    return (open_doubts if console.verbose else doubts_together)(doubts, folders.seeds)


def tell_doubts(doubts: Iterable[OpenDoubt], seeds: Path, console: Console) -> None:
    """Name the doubts of a build; of many lines the gravest. Words are looked for only for those that are shown."""
    lines = on_lines(doubts, together=not console.verbose)
    shown = lines if console.verbose else lines[:SOME_DOUBTS]
    for alike in shown:
        console.notice(f"doubt: {doubt_line(alike, seeds)}")
    if len(shown) < len(lines):
        console.notice(f"{counted(len(lines) - len(shown), 'more line')} of doubts: see kamerbrieven check --doubts")


def checked_values(checked: "Checked", doubts: Iterable[UserError]) -> dict[str, Any]:
    """What `check --json` prints."""
    mistakes, doubtful = ([line for error in errors for line in error.lines] for errors in (checked.mistakes, doubts))
    return {
        "kamerbrieven": __version__,
        "current": checked.current,
        "stale": list(checked.stale),
        "mistakes": mistakes,
        "doubts": doubtful,
    }


def stale(names: Sequence[str], folders: Folders, console: Console, dossiers: bool = False) -> Iterator[UserError]:
    """Say which pages are not what the letters give now."""
    if not names:
        return
    few = names if console.verbose else names[:FEW]
    more = f" and {len(names) - len(few)} more" if len(few) < len(names) else ""
    remedy = f"run {folders.build_command(dossiers)} and commit the pages"
    yield UserError(folders.docs, None, f"is stale: {', '.join(few)}{more}", remedy)


def to_look_at(told: Summary, port: int | None, folders: Folders, dossiers: bool = False) -> str | None:
    """What waits for a clerk, in one line with where it is; nothing where nothing does."""
    doubtful = len({doubt.id for doubt in told.doubts})
    waiting = (
        (doubtful, "letter", "with doubts"), (told.unjudged, "letter", "with versions to confirm"),
        (told.lacking, "letter", "with facts missing"),
    )  # fmt: skip
    parts = [f"{counted(number, noun)} {what}" for number, noun, what in waiting if number]
    return f"to look at: {', '.join(parts)}: {where_shown(port, folders, f'{DESK}/', dossiers)}" if parts else None


def where_shown(port: int | None, folders: Folders, path: str = "", dossiers: bool = False) -> str:
    """Where a page of the preview is: in the one that runs at a port, or in one that is still to be begun."""
    if port:
        return f"{ADDRESS.format(port)}{path}"
    options = f"{folders.given}{PER_DOSSIER if dossiers else ''}"
    command = f"kamerbrieven serve{options}"
    how = f"make serve (or {command})" if in_clone() and not options else command
    return f"{how}, then open {ADDRESS.format(PORT)}{path}"
