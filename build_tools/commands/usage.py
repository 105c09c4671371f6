"""What is wrong with how the command was called, on one line, and where to read how it is."""

import click


def explained(error: click.ClickException) -> str:
    """The mistake, with the command that it concerns."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "kamerbrieven"
    wrong = error.format_message().rstrip(".")
    if isinstance(error, click.NoSuchOption) and context and error.option_name in _all_options(context):
        wrong = unused(error.option_name)
    return f"{command}: {wrong}; see {command} --help"


def unused(option: str) -> str:
    return f"this command does not use {option}"


def _all_options(context: click.Context) -> set[str]:
    """The options of all commands: in the wrong place they are no spelling mistake."""
    group = context.find_root().command
    commands = [group]
    if isinstance(group, click.Group):
        own = click.Context(group)
        commands += filter(None, (group.get_command(own, name) for name in group.list_commands(own)))
    return {name for command in commands for parameter in command.params for name in parameter.opts}
