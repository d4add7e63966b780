"""Rows as CSV. No cell is ever a formula, whatever somebody typed (OWASP, CSV injection)."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable
from typing import Final

from defusedcsv import csv

from sightline.core import clock

Cell = str | int | dt.date | dt.datetime | None
BEGINS_A_FORMULA: Final = "\t\r\n\v\f \u00a0\ufeff"
"""Blanks that some spreadsheets pass over before they look for a formula."""


def written(headings: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """The table as UTF-8 with a mark, which spreadsheets need to read names rightly."""
    text = io.StringIO(newline="")
    sheet = csv.writer(text)
    sheet.writerow([plain(heading) for heading in headings])
    sheet.writerows([plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def plain(cell: Cell) -> str:
    """A cell as text: an instant in London's time, a day as 2026-11-23, nothing as an empty cell."""
    if isinstance(cell, dt.datetime):
        return cell.astimezone(clock.LONDON).strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell).lstrip(BEGINS_A_FORMULA).replace("\x00", "")
