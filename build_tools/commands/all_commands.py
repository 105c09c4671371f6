"""The commands that build nothing, in the order in which one meets them."""

from pathlib import Path

import click

from build_tools import build as stages
from build_tools.adding.services import OFFICIAL
from build_tools.as_json import as_json as to_json
from build_tools.cache.settled import told_of
from build_tools.commands import options
from build_tools.commands.console import Console, Status, put_out, say
from build_tools.commands.doubts import open_doubts
from build_tools.commands.examples import examples
from build_tools.commands.export import export_to
from build_tools.commands.init import lay_down
from build_tools.commands.named_letters import PIPED, documents, letter_ids, read_one, read_two
from build_tools.commands.quote import all_letters, quotation_in, quote_lines, quote_values
from build_tools.commands.report import checked_values, shown_doubts, stale
from build_tools.commands.show import STAGES, listing, listing_values, stage_values
from build_tools.compare.comparing import compare as compare_letters
from build_tools.compare.telling.terminal import as_text
from build_tools.compare.telling.verdict import words_differ
from build_tools.dossiers.checking import check_dossiers
from build_tools.errors import all_made
from build_tools.exports.comparison_forms import FORMS
from build_tools.exports.tables.forms import EXPORT_FORMS
from build_tools.folders import Folders
from build_tools.output import write_asked
from build_tools.pages.comparison.sheet import ComparisonSheet
from build_tools.progress import reading
from build_tools.quotes.answer import QuoteStatus, answer
from build_tools.reading.letter import read_through
from build_tools.sources.readers import read_standard_input


def _known_form(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
    if path and path.suffix[1:] not in FORMS:
        raise click.BadParameter(f"the name must end in one of .{', .'.join(FORMS)}")
    return path


output = click.option(
    "--output", "--page", type=options.FOLDER, callback=_known_form,
    help=f"Write the comparison to this file too, in the form that its ending names: .{', .'.join(FORMS)}.",
)  # fmt: skip


@click.command(epilog=examples("init"))
@click.argument("folder", metavar="[DIR]", type=options.FOLDER, default=Path())
def init(folder: Path) -> None:
    """Lay down a folder to begin with.

    It has settings for a site of one's own and a place for letters. What is there already stays as it is.
    """
    for path in lay_down(folder):
        say(f"{path}: is there already, and stays as it is")
    where = "here" if folder.resolve() == Path.cwd() else f"in {folder}"
    put_out(f"put letters (PDF, Word, saved pages, text) in {folder / 'seeds'}, then run kamerbrieven {where}")


@click.command(epilog=examples("add"))
@click.argument("what", metavar="FILE|FOLDER|NUMBER...", nargs=-1, required=True, shell_complete=options.files)
@click.option("--yes", is_flag=True, help="Write without asking.")
@options.with_console("Name each step.")
@options.seeds
@options.docs
def add(what: tuple[str, ...], seeds: Path, docs: Path, console: Console, yes: bool) -> None:
    """Add letters: files, folders, papers by number or address.

    Shows what is found in each and asks before it writes. Files go into the
    folder of letters, questions about what is missing into its catalogue.
    Papers come from the official services.
    """
    from build_tools.commands.add import add_all  # other commands do not wait for what fetches papers

    add_all(what, Folders(seeds, docs), OFFICIAL, yes, console)


@click.command(epilog=examples("check"))
@click.option("--doubts", is_flag=True, help="Fail too where a reading may be wrong and the catalogue settles nothing.")
@options.checked_per_dossier
@options.json
@options.with_console("Name each step, every stale page and every doubt on a line of its own.")
@options.with_folders
def check(folders: Folders, console: Console, doubts: bool, dossiers: bool, as_json: bool) -> None:
    """Fail when pages are not what the letters give now.

    A site that is there already is read back too.
    """
    with console.steps():
        checked = (check_dossiers if dossiers else stages.check)(folders, reading)
    doubtful = told_of(checked.letters).doubts if doubts else ()
    if as_json:
        put_out(to_json(checked_values(checked, open_doubts(doubtful, folders.seeds))), nl=False)
        raise click.exceptions.Exit(Status.MISTAKE if doubtful or not checked.current else Status.DONE)
    unmade = stale(checked.stale, folders, console, dossiers)
    all_made([*checked.mistakes, *unmade, *shown_doubts(doubtful, folders, console)])
    console.notice(f"{folders.docs} is current; every character of every letter is accounted for")


@click.command(epilog=examples("export"))
@click.argument("where", metavar="[DIR]", type=options.FOLDER, default=Path("export"))
@click.option(
    "--format", "forms", type=click.Choice(list(EXPORT_FORMS)), multiple=True, default=list(EXPORT_FORMS),
    metavar="FORM", help=f"A form to write, more than once if need be: {', '.join(EXPORT_FORMS)}. Without it: all.",
)  # fmt: skip
@options.with_console("Name each step and each file.")
@options.seeds
@options.docs
def export(where: Path, forms: tuple[str, ...], seeds: Path, docs: Path, console: Console) -> None:
    """Write all letters as tables and as XML.

    The tables have letters, passages, citations, themes and changes, with the
    same rows in each form; akn is a file of Akoma Ntoso for each letter.
    """
    all_made(export_to(where, tuple(dict.fromkeys(forms)), Folders(seeds, docs), console))


@click.command(epilog=examples("show"))
@click.argument("id_", metavar="ID", shell_complete=letter_ids)
@click.option("--stage", type=click.Choice(list(STAGES)), help="How far to take it. Without it: list the stages.")
@options.json
@options.seeds
def show(seeds: Path, id_: str, stage: str | None, as_json: bool) -> None:
    """Show one letter as it is after a stage of its way.

    With - as its ID: the text on standard input.
    """
    document, entry = read_one(seeds, id_)
    if stage is None:
        own = document.source.id
        put_out(to_json(listing_values(own)) if as_json else "\n".join(listing(own)), nl=not as_json)
        return
    through = read_through(document, entry.layout, entry.facts)
    if as_json:
        put_out(to_json(stage_values(stage, through, seeds)), nl=False)
    else:
        put_out("\n".join(STAGES[stage].lines(through, seeds)))


@click.command(epilog=examples("compare"))
@click.argument("one", metavar="A", shell_complete=documents)
@click.argument("other", metavar="B", shell_complete=documents)
@output
@click.option("--exit-code", is_flag=True, help="End with status 1 when words differ (not signs, layout, letterheads).")
@options.json
@options.with_console("Name each change of layout too.")
@options.seeds
def compare(
    seeds: Path, one: str, other: str, console: Console, output: Path | None, exit_code: bool, as_json: bool
) -> None:
    """Say what differs between two documents.

    A and B are ids of letters, files, or - for the text on standard input.
    """
    if one == other == PIPED:
        raise click.UsageError("standard input can be one of the two, not both")
    comparison = compare_letters(*read_two(seeds, (one, other)))
    sheet = ComparisonSheet(comparison)
    if as_json:
        put_out(FORMS["json"](sheet).decode(), nl=False)
    else:
        console.result("\n".join(as_text(comparison, console.verbose)))
    if output:
        write_asked(output, FORMS[output.suffix[1:]](sheet))
        console.notice(f"{output} holds the comparison")
    if exit_code and words_differ(comparison):
        raise click.exceptions.Exit(Status.DIFFERENT)


@click.command(epilog=examples("quote"))
@click.argument("text", metavar="TEXT", required=True)
@click.option("--exit-code", is_flag=True, help="End with status 1 unless a letter says it word for word.")
@options.json
@options.with_console("Name each step.")
@options.seeds
@options.docs
def quote(seeds: Path, docs: Path, text: str, console: Console, exit_code: bool, as_json: bool) -> None:
    """Check a quotation: do letters say it so?

    TEXT is what is quoted, with or without quotation marks, what was left out
    as (…), and where it stands; - takes it from standard input.
    """
    quoted = quotation_in(read_standard_input().source.text if text == PIPED else text)
    with console.steps():
        letters, mistakes = all_letters(Folders(seeds, docs))
    found = answer(letters, quoted)
    if as_json:
        put_out(to_json(quote_values(found)), nl=False)
    else:
        console.result("\n".join(quote_lines(found)))
    all_made(mistakes)
    if exit_code and found.status is not QuoteStatus.VERBATIM:
        raise click.exceptions.Exit(Status.DIFFERENT)


COMMANDS: dict[str, click.Command] = {
    command.name or "": command for command in (init, add, check, export, show, compare, quote)
}
"""By name."""
