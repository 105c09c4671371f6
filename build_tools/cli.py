"""The command `kamerbrieven`: what can be asked, and with which status it ends. What it does stands in `build.py`.

A build of which nothing changed is asked for most often, and reads next to nothing; so what else the program can do is
imported only where somebody asks for it.
"""

from collections.abc import Sequence

import click

from build_tools import __version__
from build_tools.cache.settled import Built, built_before
from build_tools.commands import options
from build_tools.commands.console import Console, Status, say, tell
from build_tools.commands.examples import examples
from build_tools.commands.report import PORT, report
from build_tools.commands.stopping import stops_heard, told_to_end
from build_tools.commands.usage import explained
from build_tools.errors import UserError, all_made
from build_tools.folders import Folders
from build_tools.progress import reading


class Commands(click.Group):
    """Besides those that build, the commands of `all_commands.py`."""

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        return super().get_command(context, name) or _others().get(name)

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted({*super().list_commands(context), *_others()})


def _others() -> dict[str, click.Command]:
    from build_tools.commands.all_commands import COMMANDS

    return COMMANDS


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples("kamerbrieven"),
)
@click.option("--no-site", is_flag=True, help="Stop after the Markdown pages.")
@options.per_dossier
@options.strict
@options.cache
@options.scheduler
@options.bench
@click.version_option(__version__, "-V", "--version")
@options.with_console("Name each step and each changed file.")
@options.with_folders
def cli(
    folders: Folders,
    console: Console,
    no_site: bool,
    dossiers: bool,
    strict: bool,
    cache: bool,
    scheduler: str | None,
    bench: bool,
) -> None:
    """Turn Dutch parliamentary letters into a website, with proof that no word is lost.

    Without a command: build everything, from the letters to the site.
    """
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        options.hand_down(context)
        return
    all_made(build_all(folders, console, not no_site, False, strict, cache, scheduler, bench, dossiers))


def build_all(
    folders: Folders,
    console: Console,
    with_site: bool = True,
    with_pdf: bool = False,
    strict: bool = False,
    cached: bool = True,
    scheduler: str | None = None,
    with_bench: bool = False,
    dossiers: bool = False,
) -> Sequence[UserError]:
    """Build, and say what was done; give what is to be mended."""
    options.exclude("dossiers", "bench")
    with console.steps():
        built = _built(folders, with_site, with_pdf, strict, cached, scheduler, with_bench, dossiers)
    report(built, folders, with_site, console, dossiers=dossiers)
    return built.mistakes


def _built(
    folders: Folders,
    with_site: bool,
    with_pdf: bool,
    strict: bool,
    cached: bool,
    scheduler: str | None,
    with_bench: bool,
    dossiers: bool,
) -> Built:
    """Build where anything changed; what makes pages is imported only then."""
    if cached and not with_pdf:
        folders.verify()
        before = built_before(folders, with_site, with_bench, dossiers)
        if before:
            return before
    from build_tools import build as stages
    from build_tools.dossiers.arrange import per_dossier

    arranging = per_dossier if dossiers else stages.as_one
    return stages.build(folders, with_site, reading, with_pdf, strict, cached, scheduler, with_bench, arranging)


# The other commands stand in `commands/all_commands.py`. A new one has its examples in `commands/examples.py` and
# its row in the README.


@cli.command(epilog=examples("serve"))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Where on this machine it is shown."
)
@options.per_dossier
@options.cache
@options.scheduler
@options.bench
@options.with_console("Name each step and each changed file.")
@options.with_folders
def serve(
    folders: Folders, console: Console, port: int, dossiers: bool, cache: bool, scheduler: str | None, bench: bool
) -> None:
    """Show the site in a browser.

    It is renewed when a letter or a page changes. A page of its own, which is
    never published, shows what is to look at: doubts, missing facts, versions.
    """
    options.exclude("dossiers", "bench")
    from build_tools.commands.desk import pages_for_clerks
    from build_tools.commands.shown import builds_to_show
    from build_tools.site.serving.preview import preview

    console.notice("the site is shown once it is made; stop with Ctrl-C")
    builds = builds_to_show(folders, console, port, cache, scheduler, bench, dossiers)
    preview(folders, port, builds, pages_for_clerks(folders))


@cli.command(epilog=examples("pdf"))
@options.per_dossier
@options.strict
@options.cache
@options.scheduler
@options.bench
@options.with_console("Name each step and each changed file.")
@options.with_folders
def pdf(
    folders: Folders, console: Console, dossiers: bool, strict: bool, cache: bool, scheduler: str | None, bench: bool
) -> None:
    """Build everything, PDFs too.

    Each page of a letter or comparison then offers its PDF.
    """
    all_made(build_all(folders, console, True, True, strict, cache, scheduler, bench, dossiers))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. A user's mistake is one line and a status; a fault of the program is a traceback."""
    try:
        with stops_heard():
            return cli.main(arguments, prog_name="kamerbrieven", standalone_mode=False) or Status.DONE
    except UserError as error:
        tell([error])
        return Status.MISTAKE
    except click.ClickException as error:
        say(explained(error))
        return error.exit_code
    except click.Abort as stopped:
        say("kamerbrieven: stopped; the pages and the site are whole")
        return Status.TERMINATED if told_to_end(stopped.__cause__) else Status.INTERRUPTED
