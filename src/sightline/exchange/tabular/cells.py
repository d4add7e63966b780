"""What a cell may hold: each reader turns its text into a value, or says what is wrong and what to do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from sightline.core import clock
from sightline.core.codes import Codes
from sightline.core.ids import bare_nhs_number
from sightline.exchange.tabular.faults import WrongCell, quoted

Reads = Callable[[str], Any]
"""Reads the text of a cell that is not empty. Raises WrongCell."""

SEPARATOR: Final = ";"
"""Between several in one cell."""
EARLIEST: Final = dt.date(1900, 1, 1)
"""Spreadsheets write an empty date as a day around this one."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?")
_ROUNDED: Final = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?")
_TELEPHONE: Final = re.compile(r"\+?[0-9 ()]+")
_FORMULA_STARTS: Final = ("=", "@", "+", "-")
_MOST_CODES_LISTED: Final = 16
_AS_TEXT: Final = "Set the column's format to text before the numbers are put in, and export again."


def refuse_formula(text: str) -> None:
    """Raise WrongCell for what a spreadsheet program would run. Numbers and telephone numbers may pass."""
    if not text.startswith(_FORMULA_STARTS) or _NUMBER.fullmatch(text) or _TELEPHONE.fullmatch(text):
        return
    raise WrongCell(
        f"The cell begins with '{text[0]}', as a formula does.",
        "Send the value that it stands for; in a text, put a word before the sign.",
    )


def text_up_to(longest: int) -> Reads:
    """Text of at most that many characters."""

    def read(text: str) -> str:
        if len(text) > longest:
            raise WrongCell(f"The text has {len(text)} characters; at most {longest} fit.", "Shorten it.")
        return text

    return read


def key(longest: int) -> Reads:
    """The sender's own number of a record or person."""
    fits = text_up_to(longest)

    def read(text: str) -> str:
        if SEPARATOR in text:
            raise WrongCell(
                f"{quoted(text)} holds a semicolon, which parts several from each other.",
                "Use numbers without one.",
            )
        if _ROUNDED.fullmatch(text):
            raise WrongCell(f"{quoted(text)} is a number that a spreadsheet has rounded.", _AS_TEXT)
        return str(fits(text))

    return read


def several(one: Reads) -> Reads:
    """Several, with semicolons between them, each once."""

    def read(text: str) -> tuple[Any, ...]:
        parts = [part.strip() for part in text.split(SEPARATOR)]
        return tuple(dict.fromkeys(one(part) for part in parts if part))

    return read


def code_of(codes: Codes) -> Reads:
    """One of a set of codes."""

    def read(text: str) -> str:
        if text not in codes:
            raise WrongCell(f"{quoted(text)} is not one of the codes.", _which(codes))
        return text

    return read


def _which(codes: Codes) -> str:
    if len(codes) > _MOST_CODES_LISTED:
        return "The documentation of the tables lists them."
    return f"Use one of: {', '.join(codes)}."


def yes_or_no(text: str) -> bool:
    """`yes` or `no`."""
    if text not in ("yes", "no"):
        raise WrongCell(f"{quoted(text)} is neither 'yes' nor 'no'.", "Empty means that it was not recorded.")
    return text == "yes"


def whole(least: int, most: int) -> Reads:
    """A whole number between two, ends included."""

    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
            raise WrongCell(f"{quoted(text)} is not a whole number.", "Write digits only.")
        return int(_within(Decimal(text), Decimal(least), Decimal(most)))

    return read


def amount(least: str, most: str) -> Reads:
    """A number with a decimal point, between two, ends included; at most three places."""

    def read(text: str) -> Decimal:
        if not re.fullmatch(r"\d{1,6}(?:\.\d{1,3})?", text, re.ASCII):
            raise WrongCell(
                f"{quoted(text)} is not a number such as 3.45.",
                "Use a point, at most three places after it, and no unit.",
            )
        return _within(_decimal(text), Decimal(least), Decimal(most))

    return read


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the form was checked before
        raise WrongCell(f"{quoted(text)} is not a number.", "Use digits and a point.") from None


def _within(value: Decimal, least: Decimal, most: Decimal) -> Decimal:
    if not least <= value <= most:
        raise WrongCell(f"{value} lies outside {least} to {most}.", "Check the value and its unit.")
    return value


def any_day(text: str) -> dt.date:
    """A day as YYYY-MM-DD, which may lie ahead."""
    if not _DAY.fullmatch(text):
        raise WrongCell(f"{quoted(text)} is not a date as YYYY-MM-DD.", "Write it as 2026-03-31.")
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        raise WrongCell(f"There is no day {quoted(text)}.", "Check day and month.") from None
    if day <= EARLIEST:
        raise WrongCell(
            f"{quoted(text)} is what a spreadsheet makes of an empty date.", "Empty the cell, or correct it."
        )
    return day


def past_day(text: str) -> dt.date:
    """A day as YYYY-MM-DD, today at the latest."""
    day = any_day(text)
    if day > clock.today():
        raise WrongCell(f"{quoted(text)} lies ahead.", "Only what has happened is recorded: check the year.")
    return day


def moment(text: str) -> dt.datetime:
    """A day as YYYY-MM-DD, or with the time as YYYY-MM-DD HH:MM by the clock in England.

    A day without a time counts as its end, so that nothing is taken to be known too early; today, as now.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        return min(clock.end_of(past_day(text)), clock.now())
    day = past_day(found[1])
    hour, minute, second = (int(part or 0) for part in found.groups()[1:])
    try:
        at = dt.time(hour, minute, second)
    except ValueError:
        raise WrongCell(f"{quoted(text)} holds no time of day.", "Write it as 2026-03-31 14:05.") from None
    return dt.datetime.combine(day, at, clock.LONDON).astimezone(dt.UTC)


def nhs_number(text: str) -> str:
    """Ten digits. A number with a wrong check digit passes: it is kept, marked, and never used to link."""
    bare = bare_nhs_number(text)
    if _ROUNDED.fullmatch(text):
        raise WrongCell(f"{quoted(text)} was rounded by a spreadsheet: its digits are lost.", _AS_TEXT)
    if re.fullmatch(r"\d{9}", bare, re.ASCII):
        raise WrongCell("The number has nine digits: a zero at its beginning may be lost.", _AS_TEXT)
    if not re.fullmatch(r"\d{10}", bare, re.ASCII):
        raise WrongCell("An NHS number has ten digits.", "Check it, or leave the cell empty.")
    return bare
