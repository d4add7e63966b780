"""Reading the elements that many resources share: codes, days, times, extensions, names of people."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from sightline.core import clock
from sightline.exchange.fhir.document import Json

SNOMED: Final = "http://snomed.info/sct"
LOINC: Final = "http://loinc.org"
_SAME_SYSTEM: Final = {
    "https://snomed.info/sct": SNOMED,
    "https://fhir.nhs.uk/CodeSystem/safeguarding-codes-bars": SNOMED,
}
"""Systems that carry SNOMED CT's own codes: a common slip, and the safeguarding codes of BaRS."""

Code = tuple[str, str]
Days = tuple[dt.date, dt.date]


def parts(value: Any) -> list[Json]:
    """The parts of an element that may be absent, single or a list."""
    if isinstance(value, list):
        return [part for part in value if isinstance(part, dict)]
    return [value] if isinstance(value, dict) else []


def codes(*concepts: Any) -> list[Code]:
    """Every (system, code) of CodeableConcepts, or lists of them, in their order."""
    return [
        (_SAME_SYSTEM.get(system := str(coding.get("system", "")), system), str(coding["code"]))
        for concept in concepts
        for one in parts(concept)
        for coding in parts(one.get("coding"))
        if coding.get("code")
    ]


def coding_of(coding: Any) -> Code:
    """The (system, code) of one Coding."""
    one = coding if isinstance(coding, dict) else {}
    return str(one.get("system", "")), str(one.get("code", ""))


def words(concept: Any) -> str:
    """What a CodeableConcept calls itself: its text, else its first display, else its first code."""
    for one in parts(concept):
        codings = parts(one.get("coding"))
        found = [one.get("text"), *(c.get("display") for c in codings), *(c.get("code") for c in codings)]
        for text in found:
            if text:
                return str(text).strip()
    return ""


def extensions(part: Json, ending: str) -> Iterator[Json]:
    """The extensions of a part whose address ends so."""
    return (one for one in parts(part.get("extension")) if str(one.get("url", "")).endswith(ending))


def days(text: Any) -> Days | None:
    """The first and last day that a FHIR date, dateTime or instant may mean; None when absent.

    With a time, the day is Europe/London's; without one it is the day as written.
    """
    if not isinstance(text, str) or not text:
        return None
    try:
        if "T" not in text:
            return _span([int(number) for number in text.split("-")])
        moment = instant(text)
        return None if moment is None else (clock.day_of(moment), clock.day_of(moment))
    except (ValueError, OverflowError):  # the first and last days that a calendar can hold
        return None


def _span(numbers: list[int]) -> Days:
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if len(numbers) > 2:
        day = dt.date(year, month, numbers[2])
        return day, day
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def instant(text: Any) -> dt.datetime | None:
    """A dateTime or instant with its time, in UTC; None without a time."""
    if not isinstance(text, str) or "T" not in text:
        return None
    try:
        return dt.datetime.fromisoformat(text).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def first_day(text: Any) -> dt.date | None:
    """The first day that a date may mean."""
    found = days(text)
    return found[0] if found else None


def last_day(text: Any) -> dt.date | None:
    """The last day that a date may mean."""
    found = days(text)
    return found[1] if found else None


def exact_day(text: Any) -> dt.date | None:
    """The day, when it is known to the day."""
    found = days(text)
    return found[0] if found and found[0] == found[1] else None


def precision_of(found: Days | None) -> str:
    """How exact a span of days is, in the words of `core.codes.PRECISIONS`."""
    if found is None:
        return "order_only"
    length = (found[1] - found[0]).days + 1
    if length == 1:
        return "exact"
    return "month" if length <= 31 else "year"


def full_name(name: Json) -> str:
    """A HumanName as one text."""
    given = " ".join(str(part) for part in name.get("given") or () if part)
    spoken = " ".join(part for part in (given, str(name.get("family") or "")) if part)
    return (spoken or str(name.get("text") or "")).strip()
