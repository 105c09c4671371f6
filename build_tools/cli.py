"""The command `kamerbrieven`: options, messages, progress. What it does stands in `build.py`."""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from types import FrameType

import click

from build_tools import __version__
from build_tools import build as stages
from build_tools.compare.comparing import compare as compare_letters
from build_tools.compare.telling.terminal import as_text
from build_tools.errors import UserError, one_line, whole
from build_tools.folders import Folders, in_clone
from build_tools.init import lay_down
from build_tools.pages.standalone import standalone_page
from build_tools.reading.letter import read_through
from build_tools.show import CONNECTED, STAGES
from build_tools.site.preview import preview

DEFAULT = Folders(Path("seeds"), Path("docs"), Path("site"))
FOLDER = click.Path(path_type=Path)


def with_folders(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options for the folders, so that they may stand before and after its name."""

    @click.option("--seeds", type=FOLDER, help="Folder of the letters.  [default: seeds]")
    @click.option("--docs", type=FOLDER, help="Folder of the Markdown pages.  [default: docs]")
    @click.option("--site", type=FOLDER, help="Folder of the website.  [default: site]")
    @wraps(function)
    def command(seeds: Path | None, docs: Path | None, site: Path | None, **options: object) -> None:
        context = click.get_current_context()
        before = context.parent.obj if context.parent else DEFAULT
        context.obj = Folders(seeds or before.seeds, docs or before.docs, site or before.site)
        function(context.obj, **options)

    return command


strict_option = click.option("--strict", is_flag=True, help="Build nothing at all when a letter cannot be read.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--no-site", is_flag=True, help="Stop after the Markdown pages.")
@strict_option
@click.version_option(__version__)
@with_folders
def cli(folders: Folders, no_site: bool, strict: bool) -> None:
    """Turn Dutch parliamentary letters into a website, with proof that no word is lost.

    Without a command: build everything, from the letters to the site.
    """
    if click.get_current_context().invoked_subcommand is None:
        finish(stages.build(folders, not no_site, progress, False, strict), folders, not no_site)


@cli.command()
@click.argument("folder", metavar="[DIR]", type=FOLDER, default=Path())
def init(folder: Path) -> None:
    """Lay down a folder to begin with: settings of a site of one's own, and a place for letters."""
    for path in lay_down(folder):
        say(f"{path}: is there already, and stays as it is")
    where = "here" if folder.resolve() == Path.cwd() else f"in {folder}"
    click.echo(f"put letters as text files in {folder / 'seeds'}, then run kamerbrieven {where}")


@cli.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@with_folders
def serve(folders: Folders, port: int) -> None:
    """Show the site in a browser, and renew it when a letter or a page changes."""
    say(f"http://127.0.0.1:{port}/ shows the site; stop with Ctrl-C")
    preview(folders, port, lambda: tell(report(stages.build(folders), folders, True)))


@cli.command()
@strict_option
@with_folders
def pdf(folders: Folders, strict: bool) -> None:
    """Build everything, with a PDF of each letter and comparison on its page."""
    strict = strict or bool(click.get_current_context().find_root().params["strict"])
    finish(stages.build(folders, True, progress, True, strict), folders, True)


@cli.command()
@with_folders
def check(folders: Folders) -> None:
    """Fail when the pages in docs/ are not what the letters give now, or a letter cannot be read."""
    checked = stages.check(folders, progress)
    whole([*checked.mistakes, *stale(checked.stale, folders.docs)])
    say(f"{folders.docs} is current; every character of every letter is accounted for")


def stale(names: Sequence[str], docs: Path) -> Iterator[UserError]:
    if names:
        shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
        yield UserError(docs, None, f"is stale: {shown}", "run kamerbrieven and commit the pages")


@cli.command()
@click.argument("id_", metavar="ID")
@click.option("--stage", type=click.Choice([*STAGES, *CONNECTED]), required=True, help="How far to take it.")
@with_folders
def show(folders: Folders, id_: str, stage: str) -> None:
    """Show one letter as it is after a stage of its way."""
    source, entry = stages.read_one(folders.seeds, id_)
    reading = read_through(source, entry.layout, entry.facts)
    shown = STAGES[stage](reading) if stage in STAGES else CONNECTED[stage](reading.letter, folders.seeds)
    click.echo("\n".join(shown))


@cli.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option("--page", type=FOLDER, help="Write the comparison as a page of its own to this file.")
@with_folders
def compare(folders: Folders, one: str, other: str, page: Path | None) -> None:
    """Say what differs between two documents: ids of letters, or files."""
    comparison = compare_letters(*stages.read_two(folders.seeds, (one, other)))
    click.echo("\n".join(as_text(comparison)))
    if page:
        write_page(page, standalone_page(comparison))
        say(f"{page} shows both texts")


def write_page(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise UserError(path, None, wrong, "give a file in a folder that you may write to") from None


def finish(built: stages.Built, folders: Folders, with_site: bool) -> None:
    """Say what was built, and fail where something is to be mended."""
    whole(report(built, folders, with_site))


def report(built: stages.Built, folders: Folders, with_site: bool) -> Sequence[UserError]:
    """Say what was built, what is odd about its files, and how to see it; give what is to be mended."""
    for notice in built.notices:
        say(notice)
    ledgers = [letter.ledger for letter in built.letters]
    letters = counted(len(ledgers), "letter")
    words = counted(sum(ledger.source_words for ledger in ledgers), "word")
    notes = counted(sum(len(letter.notes) for letter in built.letters), "note")
    click.echo(f"{letters}, {words}, {notes}: every character is accounted for")
    places = f"{folders.docs} and {folders.site}" if with_site else f"{folders.docs}"
    click.echo(f"{counted(len(built.changed), 'file')} changed in {places}")
    if with_site:
        how = "make serve (or kamerbrieven serve)" if in_clone() else "kamerbrieven serve"
        click.echo(f"to read the site: {how}, then open http://127.0.0.1:8000/")
    return built.mistakes


def tell(errors: Iterable[UserError]) -> None:
    """Name mistakes, each on its line."""
    for error in errors:
        for line in error.lines:
            say(line)


def counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def progress(files: Sequence[Path]) -> Iterator[Path]:
    """Pass the files through; on a terminal, show how far it is."""
    with click.progressbar(files, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield from bar


def say(message: str) -> None:
    """Tell the user something, on the stream that holds no results."""
    click.echo(one_line(message), err=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. The user's mistake is one line and status 1; a fault of the program is a traceback."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        cli.main(arguments, prog_name="kamerbrieven", standalone_mode=False)
    except UserError as error:
        tell([error])
    except click.ClickException as error:
        say(f"kamerbrieven: {error.format_message()}; see kamerbrieven --help")
    except click.Abort:
        say("kamerbrieven: stopped; the pages and the site are whole")
    else:
        return 0
    return 1


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """Let a request to end unwind like Ctrl-C does, so that nothing stays half done."""
    raise KeyboardInterrupt
