"""From bytes to rows: CSV as RFC 4180 has it, in UTF-8 with or without a byte order mark."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NoReturn

from sightline.exchange.tabular.faults import Fault, RefusedTable

SAVE_AS: Final = "Save the sheet as 'CSV UTF-8 (comma delimited)' and send that file."
_SHEETS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How an Excel or OpenDocument workbook begins."""
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_ENDS: Final = re.compile(r"\r\n|\n|\r")
_NAMES: Final = {"\r\n": "CR LF", "\n": "LF", "\r": "CR"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `number` counts as a spreadsheet does, `line` is where it begins in the file."""

    number: int
    line: int
    cells: tuple[str, ...]


def rows_of(data: bytes, name: str) -> list[Row]:
    """Every row that is not empty, the header first.

    Raises RefusedTable for another encoding, the null character, mixed line ends, or broken quotation.
    """
    text = _decoded(data, name)
    _refuse_mixed_ends(text, name)
    return [row for row in _parsed(text, name) if any(row.cells)]


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a spreadsheet program's own file does."""
    return data.startswith(_SHEETS)


def _decoded(data: bytes, name: str) -> str:
    if is_workbook(data):
        _refuse(name, 1, "This is a spreadsheet program's own file, not CSV.", SAVE_AS)
    if data.startswith(_UTF16):
        _refuse(name, 1, "The file is in UTF-16, not in UTF-8.", SAVE_AS)
    if b"\0" in data:
        line = _line_at(data, data.index(b"\0"))
        _refuse(name, line, "The file holds the null character, which no table has.", SAVE_AS)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(name, _line_at(data, error.start), "The text is not in UTF-8.", SAVE_AS)


def _line_at(data: bytes, position: int) -> int:
    return data[:position].count(b"\n") + 1


def _refuse_mixed_ends(text: str, name: str) -> None:
    """Rows must all end alike. Within quotation marks a cell may hold line ends of its own."""
    first, line = "", 1
    for number, part in enumerate(text.split('"')):
        for found in _ENDS.finditer(part):
            first = first or (found[0] if number % 2 == 0 else "")
            if number % 2 == 0 and found[0] != first:
                _refuse(
                    name,
                    line,
                    f"Rows above end with {_NAMES[first]} and this one with {_NAMES[found[0]]}: two "
                    "files may have been put together.",
                    "Check that no row is lost, save the table as one file and send it again.",
                )
            line += 1


def _parsed(text: str, name: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number, line = 0, 1
    try:
        for cells in reader:
            number += 1
            yield Row(number, line, tuple(cell.strip() for cell in cells))
            line = reader.line_num + 1
    except csv.Error as error:
        _refuse(
            name,
            line,
            f"The row cannot be taken apart ({error}).",
            "A quotation mark may be missing, or stand alone within a cell: double it there, and put the "
            "cell in quotation marks.",
            row=number + 1,
        )


def _refuse(name: str, line: int, what: str, do: str, *, row: int | None = None) -> NoReturn:
    raise RefusedTable([Fault(row or line, line, "", what, do)], file=name) from None
