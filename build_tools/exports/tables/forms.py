"""The forms of an export, and what each needs that not every installation has."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from build_tools.errors import UserError
from build_tools.exports.akoma_ntoso.document import akoma_ntoso
from build_tools.exports.tables.databases import parquet, sqlite
from build_tools.exports.tables.rows import DataTable
from build_tools.exports.tables.text_forms import csv_files, json_lines
from build_tools.folders import how_to_have
from build_tools.model import Letter

PYARROW = "pyarrow>=26,<28"
"""What the extra `data` asks for."""


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A form: how it is made of letters and tables, and whether that takes the extra."""

    make: Callable[[Sequence[Letter], Sequence[DataTable]], dict[str, bytes]]
    extra: bool = False


EXPORT_FORMS: Mapping[str, ExportForm] = {
    "sqlite": ExportForm(lambda _, tables: sqlite(tables)),
    "csv": ExportForm(lambda _, tables: csv_files(tables)),
    "parquet": ExportForm(lambda _, tables: parquet(tables), extra=True),
    "jsonl": ExportForm(lambda _, tables: json_lines(tables)),
    "akn": ExportForm(lambda letters, _: {f"akn/{one.id}.xml": akoma_ntoso(one) for one in letters}),
}
"""By the name that the command knows."""


def require_extra(names: Iterable[str]) -> None:
    """Say in one line what is missing, before any work is done."""
    asked = [name for name in names if EXPORT_FORMS[name].extra]
    if asked and find_spec("pyarrow") is None:
        wrong = f"cannot write {' and '.join(asked)} here (pyarrow is not installed)"
        remedy = how_to_have(PYARROW, "data", "kamerbrieven export", "export")
        raise UserError("kamerbrieven export", None, wrong, f"{remedy}, or name other forms with --format")
