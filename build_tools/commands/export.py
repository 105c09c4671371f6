"""The command `export`: letters and what was found in them, as files for other programs."""

from collections.abc import Sequence
from pathlib import Path

from build_tools import build as stages
from build_tools import output
from build_tools.cache.place import memory_of
from build_tools.commands.console import Console, counted
from build_tools.errors import UserError
from build_tools.exports.tables.forms import EXPORT_FORMS, require_extra
from build_tools.exports.tables.rows import tables_of
from build_tools.folders import Folders
from build_tools.progress import reading


def export_to(where: Path, names: Sequence[str], folders: Folders, console: Console) -> Sequence[UserError]:
    """Write the forms of these names into a folder; give what is to be mended in the letters that could not be read."""
    require_extra(names)
    Folders(folders.seeds, folders.docs, where).verify()
    with console.steps(), memory_of(folders.docs, True) as memory:
        work = stages.work_out(folders, reading, memory)
    tables = tables_of(work.letters, work.connections, [sheet.comparison for sheet in work.sheets])
    content = {path: data for name in names for path, data in EXPORT_FORMS[name].make(work.letters, tables).items()}
    try:
        output.write(content, where)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise UserError(error.filename or where, None, wrong, "give a folder that you may write to") from None
    for path in content if console.verbose else ():
        console.notice(f"written: {where / path}")
    console.result(f"{counted(len(work.letters), 'letter')} in {counted(len(content), 'file')} in {where}")
    return work.found.mistakes
