"""The command `add`: letters come in, are shown, and are put with the others when the user wants it."""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from build_tools.adding.arriving import Arrival, Fault, arrivals
from build_tools.adding.asked import Asked, Incoming, asked_for
from build_tools.adding.likeness import versions_of
from build_tools.adding.placing import place, replace_text
from build_tools.adding.questions import with_questions
from build_tools.adding.services import Services
from build_tools.adding.telling import letter_lines, table
from build_tools.adding.there import FolderThere, folder_there, words_there
from build_tools.addresses import DESK
from build_tools.commands.console import Console, counted, tell
from build_tools.commands.report import where_shown
from build_tools.errors import UserError, all_made, attempt
from build_tools.folders import Folders
from build_tools.progress import each, step
from build_tools.reading.facts import settled
from build_tools.reading.layouts import names as layout_names
from build_tools.sources.catalogue import read_catalogue
from build_tools.sources.readers import content_of
from build_tools.sources.seeds import CATALOGUE


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of all that the user named; so many files were left `aside`."""

    read: tuple[Arrival, ...]
    versions: Mapping[str, Sequence[str]]
    mistakes: tuple[UserError, ...]
    faults: tuple[Fault, ...]
    aside: int = 0

    @property
    def new(self) -> tuple[Arrival, ...]:
        """The letters that are not there yet."""
        return tuple(arrival for arrival in self.read if arrival.there is None)


def add_all(names: Sequence[str], folders: Folders, services: Services, yes: bool, console: Console) -> None:
    """Read all that is named, show it, ask, and write. What could not be read is said at the end."""
    if not yes and not sys.stdin.isatty():
        raise click.UsageError("it asks before it writes, and nobody can answer here: give --yes")
    asked = asked_for(names)
    for notice in asked.notices:
        console.notice(notice)
    with tempfile.TemporaryDirectory(prefix="kamerbrieven-") as place_of_fetched:
        with console.steps():
            intake = taken_in(asked, folders, services, Path(place_of_fetched))
        show(intake, console)
        mistakes = [*intake.mistakes]
        if intake.new and (yes or click.confirm(f"add {_what(intake, folders.seeds)}?", err=True)):
            mistakes += write(intake.new, folders, console)
    if intake.faults:
        tell(mistakes)
        raise intake.faults[0].error
    all_made(mistakes)


def taken_in(asked: Asked, folders: Folders, services: Services, folder: Path) -> Intake:
    """Fetch and read everything, one by one."""
    there = folder_there(folders.seeds)
    fetched = _fetched(asked.papers, services, folder)
    files = [*asked.files, *(file for file in fetched if isinstance(file, Incoming))]
    found = list(arrivals(each(files, "reading letters"), there))
    read = with_stated([part for part in found if isinstance(part, Arrival)], there, folders.seeds / CATALOGUE)
    mistakes = (part for part in (*asked.mistakes, *fetched, *found) if isinstance(part, UserError))
    faults = tuple(part for part in found if isinstance(part, Fault))
    versions = versions_of(read, there, words_there(there, folders.docs)) if read else {}
    return Intake(read, versions, (*mistakes, *map(_as_mistake, faults)), faults, len(asked.notices))


def with_stated(arrivals: Sequence[Arrival], there: FolderThere, catalogue: Path) -> tuple[Arrival, ...]:
    """The letters with what the catalogue states of them already; what is wrong in it comes out later."""
    ids = {*there.files, *(arrival.id for arrival in arrivals)}
    found = attempt(partial(read_catalogue, catalogue, ids, list(layout_names())))
    entries = {} if isinstance(found, UserError) else found.entries
    return tuple(
        replace(one, facts=settled(one.facts, entries[one.id].facts)) if one.id in entries else one for one in arrivals
    )


def _fetched(papers: Sequence[str], services: Services, folder: Path) -> list[Incoming | UserError]:
    """Papers from the official services. Only who asks for one needs what speaks to them."""
    if not papers:
        return []
    from build_tools.adding.fetching import fetch

    return list(fetch(papers, services, folder))


def _as_mistake(fault: Fault) -> UserError:
    wrong = f"makes the program fail ({type(fault.error).__name__})"
    return UserError(fault.file.called, None, wrong, "report it with this file; the first such fault stands below")


def show(intake: Intake, console: Console) -> None:
    """Each letter, and of several a table."""
    for arrival in intake.read:
        console.result("\n".join(letter_lines(arrival, intake.versions.get(arrival.id, ()))))
    if len(intake.read) + len(intake.mistakes) > 1:
        console.result("\n".join(table(intake.read, len(intake.mistakes), intake.aside)))
    if not intake.new:
        console.result("nothing to add")


def _what(intake: Intake, seeds: Path) -> str:
    entries = sum(bool(arrival.missing) for arrival in intake.new)
    asking = f", and questions about {entries} to {seeds / CATALOGUE}" if entries else ""
    return f"{counted(len(intake.new), 'letter')} to {seeds}{asking}"


def write(new: Sequence[Arrival], folders: Folders, console: Console) -> list[UserError]:
    """Put the letters into the folder, and then ask in the catalogue what they do not say. Gives what went wrong."""
    seeds = folders.seeds
    with console.steps():
        done = [(arrival, attempt(partial(place, arrival, seeds))) for arrival in each(new, "adding letters")]
        step("asking what is missing")
        placed = [arrival for arrival, path in done if isinstance(path, Path)]
        asked = attempt(partial(ask, seeds / CATALOGUE, placed))
    console.result(f"{counted(len(placed), 'letter')} added to {seeds}")
    if isinstance(asked, int) and asked:
        console.result(f"{seeds / CATALOGUE} asks about what is missing in {counted(asked, 'letter')}")
    if placed:
        console.result(f"to read them, and what is to look at: {where_shown(None, folders, f'{DESK}/')}")
    return [part for part in (*(path for _, path in done), asked) if isinstance(part, UserError)]


def ask(catalogue: Path, placed: Sequence[Arrival]) -> int:
    """Write the questions into the catalogue. Gives about how many letters."""
    old = content_of(catalogue) if catalogue.exists() else b""
    content, asked = with_questions(catalogue, old, placed)
    if asked:
        replace_text(catalogue, content)
    return asked
