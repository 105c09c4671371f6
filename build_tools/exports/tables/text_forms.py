"""Tables as text: comma-separated values, and a line of JSON for each row.

Of both the encoding is UTF-8. In CSV nothing stands where a value is not known, and a text is what it is: whoever
opens it in a spreadsheet tells that program that it is text.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from build_tools.as_json import in_one_line
from build_tools.exports.tables.rows import DataTable


def csv_files(tables: Iterable[DataTable]) -> dict[str, bytes]:
    """A file for each table, the names of its columns first."""
    return {f"csv/{table.name}.csv": _csv(table) for table in tables}


def _csv(table: DataTable) -> bytes:
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, table.columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(table.values())
    return stream.getvalue().encode()


def json_lines(tables: Iterable[DataTable]) -> dict[str, bytes]:
    """A file for each table."""
    return {
        f"jsonl/{table.name}.jsonl": "".join(f"{in_one_line(row)}\n" for row in table.values()).encode()
        for table in tables
    }
