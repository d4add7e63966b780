"""The reference page of the tables, printed from the columns that the reader itself uses."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.core.codes import Codes
from sightline.exchange.tabular.columns import Column
from sightline.exchange.tabular.tables import TABLES, Table

_INTRODUCTION = """# Tables

For an agency that does not send FHIR: one CSV file a table, in UTF-8 with or without a byte order mark, with
commas between cells and one kind of line end. The header names the columns, in any order, and tells which
table it is; the page for bringing records in offers a template of each. Dates are YYYY-MM-DD. An empty cell
means *not recorded*, never *no* and never *normal*. Several people in one cell have semicolons between them.

A column marked **needed** may have no empty cell. One marked *may be left out* need not stand in the header.
Every other column stands in the header, and its cells may be empty. A file with a fault is refused as a
whole, with every fault by row and column. The same file again changes nothing.
"""


def page() -> str:
    """Every table with its columns, and every set of codes once."""
    sets = _code_sets()
    parts = [_INTRODUCTION, *(_table(table, sets) for table in TABLES), "## Codes\n"]
    parts += [_codes(name, codes) for name, codes in sets.items()]
    return "\n".join(parts)


def _table(table: Table, sets: dict[str, Codes]) -> str:
    lines = [f"## `{table.name}`\n", f"{table.title}.\n"]
    lines += ["| Column | Holds | | Meaning |", "|---|---|---|---|"]
    lines += [
        f"| `{one.name}` | {_form(one, sets)} | {_duty(one)} | {one.meaning} |" for one in table.columns
    ]
    return "\n".join(lines) + "\n"


def _form(column: Column, sets: dict[str, Codes]) -> str:
    if column.codes is None:
        return column.form
    name = next(name for name, codes in sets.items() if codes is column.codes)
    return f"{column.form}: [{name}](#{name.replace(' ', '-')})"


def _duty(column: Column) -> str:
    if column.needed:
        return "**needed**"
    return "" if column.in_every_header else "may be left out"


def _code_sets() -> dict[str, Codes]:
    """Every set of codes under the name of the first column that uses it."""
    sets: dict[str, Codes] = {}
    for name, codes in _codes_used():
        if not any(codes is known for known in sets.values()):
            sets[name] = codes
    return sets


def _codes_used() -> Iterator[tuple[str, Codes]]:
    for table in TABLES:
        for column in table.columns:
            if column.codes is not None:
                own = column.place in ("field", "sectors")
                name = f"{table.name} {column.name}" if own else f"any {column.name}"
                yield name.replace("_", " "), column.codes


def _codes(name: str, codes: Codes) -> str:
    lines = [f"### {name}\n", "| Code | Meaning |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{code}` | {label} |" for code, label in codes.items())]) + "\n"
