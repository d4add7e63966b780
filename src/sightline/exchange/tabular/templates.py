"""A template to download for each table: its header, ready to be filled."""

from __future__ import annotations

from dataclasses import dataclass

from sightline.exchange.tabular.tables import TABLES, Table


@dataclass(frozen=True, slots=True)
class Template:
    """One template: the name to save it under, its bytes, and the table with its documented columns."""

    file_name: str
    content: bytes
    table: Table


def templates() -> dict[str, Template]:
    """Every template by the name of its table, in the order in which tables are best filled."""
    return {table.name: _template(table) for table in TABLES}


def _template(table: Table) -> Template:
    header = ",".join(column.name for column in table.columns)
    # With a byte order mark, so that spreadsheet programs open it as UTF-8.
    return Template(f"{table.name}.csv", f"{header}\r\n".encode("utf-8-sig"), table)
