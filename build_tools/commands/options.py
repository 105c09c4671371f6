"""The options that several commands have.

A command takes only the options that it uses. They may stand before its name as well: `hand_down` passes them on.
"""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from build_tools.commands.console import Console
from build_tools.commands.usage import unused
from build_tools.folders import Folders

FOLDER = click.Path(path_type=Path, readable=False)
"""One that may not be read is no wrong usage: whoever reads it names it."""

Command = Callable[..., None]


def _folders(_context: click.Context, _option: click.Parameter, begun: str) -> list[CompletionItem]:
    """Let the shell complete names of folders."""
    return [CompletionItem(begun, type="dir")]


def files(_context: click.Context, _argument: click.Parameter, begun: str) -> list[CompletionItem]:
    """The names of files."""
    return [CompletionItem(begun, type="file")]


def _folder(name: str, what: str) -> Callable[[Command], Command]:
    return click.option(
        f"--{name}", type=FOLDER, default=Path(name), show_default=True, help=what, shell_complete=_folders
    )


seeds = _folder("seeds", "Folder of the letters.")
docs = _folder("docs", "Folder of the Markdown pages.")
site = _folder("site", "Folder of the website.")
strict = click.option("--strict", is_flag=True, help="Change nothing when anything in the files of letters is wrong.")
cache = click.option(
    "--no-cache", "cache", is_flag=True, flag_value=False, default=True,
    help="Make everything anew, whatever was made before from the same files: the result is the same.",
)  # fmt: skip
per_dossier = click.option(
    "--per-dossier", "dossiers", is_flag=True,
    help="Make a site for each dossier, and one in front that lists and searches all of them.",
)  # fmt: skip
checked_per_dossier = click.option(
    "--per-dossier", "dossiers", is_flag=True,
    help="Hold them against what --per-dossier makes: a site for each dossier, and one in front.",
)  # fmt: skip
scheduler = click.option(
    "--scheduler", metavar="ADDRESS",
    help="Let the workers of a Dask cluster help, like tcp://127.0.0.1:8786: the result is the same.",
)  # fmt: skip
bench = click.option(
    "--bench", is_flag=True,
    help="Let readers compare for themselves in their browser: fetches Pyodide (6 MB) once, puts 8 MB into the site.",
)  # fmt: skip
json = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")


def with_folders(function: Command) -> Command:
    """Give a command the three folders of a build."""

    @seeds
    @docs
    @site
    @wraps(function)
    def command(seeds: Path, docs: Path, site: Path, **options: object) -> None:
        function(Folders(seeds, docs, site), **options)

    return command


def with_console(more: str) -> Callable[[Command], Command]:
    """Give a command `-q` and `-v`; `more` says what the latter adds."""

    def decorate(function: Command) -> Command:
        @click.option("-q", "--quiet", is_flag=True, help="Say nothing but mistakes.")
        @click.option("-v", "--verbose", is_flag=True, help=more)
        @wraps(function)
        def command(quiet: bool, verbose: bool, **options: object) -> None:
            exclude("quiet", "verbose")
            exclude("quiet", "as_json")
            function(console=Console(quiet, verbose), **options)

        return command

    return decorate


def exclude(*names: str) -> None:
    """Refuse options that contradict each other."""
    context = click.get_current_context()
    given = [option.opts[-1] for option in context.command.params if option.name in names and _is_set(context, option)]
    if len(given) > 1:
        raise click.UsageError(f"{' and '.join(given)} cannot go together", context)


def _is_set(context: click.Context, option: click.Parameter) -> bool:
    return bool(option.name and context.params.get(option.name))


def hand_down(context: click.Context) -> None:
    """Pass the options before a command's name on to it, and refuse those that it does not use."""
    group, name = context.command, context.invoked_subcommand
    command = group.get_command(context, name) if isinstance(group, click.Group) and name else None
    if command is None or name is None:
        return
    used = {parameter.name for parameter in command.params}
    given = [option for option in group.params if _is_given(context, option)]
    for option in given:
        if option.name not in used:
            own = click.Context(command, context, name)
            raise click.UsageError(unused(option.opts[-1]), own)
    context.default_map = {name: {option.name: context.params[option.name] for option in given if option.name}}


def _is_given(context: click.Context, option: click.Parameter) -> bool:
    source = context.get_parameter_source(option.name) if option.name else None
    return source is ParameterSource.COMMANDLINE
