"""From one recorded entry to its rows of the signal tables. Pure: no database.

`rows_of` gives each row whole, every column named. The rows of `child` are what one entry says of a baby;
`projection.children` merges them into one row for each stretch of time. `person_row` is told by a source
person and the entry that first named it, `supply_row` by an agency.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final

from sightline.chronology.recorded import Growing, Recorded
from sightline.core.clock import day_number
from sightline.signals.tables import BY_NAME, OPEN

Row = dict[str, Any]
Told = Iterator[tuple[str, Row]]
SYMMETRIC: Final = ("sibling", "half_sibling")

TABLES_OF: Final[dict[str, tuple[str, ...]]] = {
    "pregnancy": ("child",),
    "birth": ("child",),
    "appointment": ("appointment", "met"),
    "contact": ("contact", "met"),
    "measurement": ("measurement",),
    "mobility": ("mobility",),
    "injury": ("injury",),
    "observation": ("observation",),
    "statement": ("statement",),
    "household": ("stay",),
    "relationship": ("relationship",),
    "seen": ("met",),
    "referral": ("referral",),
    "strategy_request": ("strategy",),
    "strategy_discussion": ("strategy",),
    "medical": ("medical",),
    "assessment": ("assessment", "considered"),
    "plan": ("plan",),
    "touchpoint": ("touchpoint", "met"),
    "offer": ("offer",),
    "gp_request": ("gp_request",),
    "challenge": ("challenge",),
    "shared": ("shared",),
    "moved_area": ("area_move",),
    "disagreement": (),
}
"""The tables into which an entry of each kind may write."""


def rows_of(recorded: Recorded) -> Told:
    """Every row that the entry gives: the table's name and the row with all of its columns."""
    common = _common(recorded)
    for table, own in _TELLERS[recorded.kind](recorded):
        yield table, empty(table) | common | own


def empty(table: str) -> Row:
    """A row of the table with nothing in it."""
    return {column.name: None for column in BY_NAME[table].columns}


def person_row(naming: Row, *, sex: str, born_from: dt.date | None, born_to: dt.date | None) -> Row:
    """What an agency knows of somebody. `naming` holds the common columns of the entry that named them."""
    return empty("person") | naming | {"sex": sex, "born_from": _day(born_from), "born_to": _day(born_to)}


def supply_row(
    partnership: str, kind: str, sector: str, agency: str, *, known_from: int, last_day: int
) -> Row:
    """That an agency sends a kind of entry."""
    return {
        "partnership": partnership,
        "kind": kind,
        "sector": sector,
        "agency": agency,
        "known_from": known_from,
        "known_until": OPEN,
        "last_day": last_day,
    }


def _common(recorded: Recorded) -> Row:
    return {
        "about_id": recorded.about_id,
        "agency": recorded.agency,
        "sector": recorded.sector,
        "happened_from": recorded.happened_from,
        "happened_to": recorded.happened_to,
        "recorded_day": recorded.recorded_day,
        "known_from": recorded.known_from,
        "known_until": recorded.known_until,
        "sensitivity": recorded.sensitivity,
        "entry_id": recorded.entry_id,
        "root_id": recorded.root_id,
    }


def _day(day: dt.date | None) -> int | None:
    return None if day is None else day_number(day)


def _people(recorded: Recorded, part: str) -> list[str]:
    """The persons in a part, each once: two records of one person may be named in one entry."""
    return list(dict.fromkeys(recorded.people.get(part, ())))


def _first(recorded: Recorded, part: str) -> str | None:
    return next(iter(recorded.people.get(part, ())), None)


def _told(recorded: Recorded, *names: str) -> Row:
    """The named fields of the detail, as columns: days as numbers, decimals as floats."""
    return {name: _plain(getattr(recorded.detail, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, dt.date):
        return day_number(value)
    return float(value) if isinstance(value, Decimal) else value


def _days(recorded: Recorded, *names: str) -> Row:
    """Fields called `…_on` in an entry are columns called `…_day`."""
    return {f"{name}_day": _plain(getattr(recorded.detail, f"{name}_on")) for name in names}


def _met(recorded: Recorded, people: list[str], how: str) -> Told:
    for person in people:
        yield "met", {"about_id": person, "how": how, "source_kind": recorded.kind}


def _alike(table: str, *names: str) -> Callable[[Recorded], Told]:
    """A kind whose fields are the table's columns."""

    def tell(recorded: Recorded) -> Told:
        yield table, _told(recorded, *names)

    return tell


def _pregnancy(recorded: Recorded) -> Told:
    own = _told(recorded, "multiple_birth")
    yield "child", own | {"partnership": "", "due_day": _days(recorded, "expected")["expected_day"]}


def _birth(recorded: Recorded) -> Told:
    own = _told(recorded, "sex", "gestation_days", "birth_weight_g", "multiple_birth")
    yield "child", own | {"partnership": "", **_days(recorded, "born")}


def _appointment(recorded: Recorded) -> Told:
    own = _told(recorded, "service", "outcome", "routine")
    yield "appointment", own
    if own["outcome"] == "attended":
        yield from _met(recorded, _people(recorded, "with"), "present")


def _contact(recorded: Recorded) -> Told:
    yield "contact", _told(recorded, "child_seen", "lived_experience")
    yield from _met(recorded, _people(recorded, "spoke_to"), "spoke")


def _seen(recorded: Recorded) -> Told:
    yield from _met(recorded, [recorded.about_id], _told(recorded, "how")["how"])


def _measurement(recorded: Recorded) -> Told:
    """A centile that the agency itself gave goes before one worked out."""
    own = _told(recorded, "weight_kg", "length_cm", "head_cm", "weight_centile", "head_centile")
    growing = recorded.growing or Growing()
    for name in ("weight_sds", "length_sds", "head_sds"):
        own[name] = getattr(growing, name)
    for name in ("weight_centile", "head_centile"):
        own[name] = own[name] if own[name] is not None else getattr(growing, name)
    yield "measurement", own


def _injury(recorded: Recorded) -> Told:
    own = _told(recorded, "injury", "site", "patterned", "explanation", "explanation_fits", "medical_cause")
    yield "injury", own | {"site": own["site"].lower() if own["site"] else None}


def _statement(recorded: Recorded) -> Told:
    yield "statement", _told(recorded, "code") | {"by_id": _first(recorded, "by")}


def _household(recorded: Recorded) -> Told:
    own = _told(recorded, "change", "reason_known", "nights_a_week")
    for child in _people(recorded, "of"):
        if child != recorded.about_id:
            yield "stay", own | {"child_id": child}


def _relationship(recorded: Recorded) -> Told:
    """Stored towards the baby; a sibling who is a followed baby too is stored both ways."""
    own = _told(recorded, "type", "identity", "ended")
    for other in _people(recorded, "to"):
        if other == recorded.about_id:
            continue
        if recorded.about_is_baby:
            yield "relationship", own | {"about_id": other, "to_id": recorded.about_id}
        if not recorded.about_is_baby or own["type"] in SYMMETRIC:
            yield "relationship", own | {"to_id": other}


def _referral(recorded: Recorded) -> Told:
    yield "referral", _told(recorded, "to_sector", "outcome", "source_key") | _days(recorded, "outcome")


def _strategy_request(recorded: Recorded) -> Told:
    own = _told(recorded, "by_sector", "outcome") | _days(recorded, "outcome")
    yield "strategy", own | {"step": "requested"}


def _strategy_discussion(recorded: Recorded) -> Told:
    yield "strategy", {"step": "held"}


def _medical(recorded: Recorded) -> Told:
    yield "medical", _told(recorded, "outcome", "police_present") | _days(recorded, "requested", "outcome")


def _assessment(recorded: Recorded) -> Told:
    yield "assessment", _told(recorded, "type", "baby_factors") | _days(recorded, "started", "completed")
    for person in _people(recorded, "considered"):
        yield "considered", {"about_id": person, "child_id": recorded.about_id}


def _plan(recorded: Recorded) -> Told:
    yield "plan", _told(recorded, "type", "need_code") | _days(recorded, "start", "end")


def _touchpoint(recorded: Recorded) -> Told:
    yield "touchpoint", _told(recorded, "programme", "number")
    yield from _met(recorded, _people(recorded, "received_by"), "received")


def _offer(recorded: Recorded) -> Told:
    """One row for each person to whom it was offered; about the baby where nobody is named."""
    own = _told(recorded, "offer", "outcome", "priority") | {"child_id": recorded.about_id}
    for person in _people(recorded, "to") or [recorded.about_id]:
        yield "offer", own | {"about_id": person}


def _gp_request(recorded: Recorded) -> Told:
    yield "gp_request", _told(recorded, "clinician", "how") | _days(recorded, "requested", "seen")


def _challenge(recorded: Recorded) -> Told:
    yield "challenge", _told(recorded, "by_sector", "with_sector", "stage") | _days(recorded, "resolved")


def _shared(recorded: Recorded) -> Told:
    if recorded.ref_id:
        for sector in dict.fromkeys(recorded.sectors.get("with", ())):
            about = recorded.ref_about_id or recorded.about_id
            yield "shared", {"about_id": about, "of_entry_id": recorded.ref_id, "with_sector": sector}


def _nothing(recorded: Recorded) -> Told:
    """A parent's view is read beside the entry; no signal counts it."""
    yield from ()


_TELLERS: Final[dict[str, Callable[[Recorded], Told]]] = {
    "pregnancy": _pregnancy,
    "birth": _birth,
    "appointment": _appointment,
    "contact": _contact,
    "measurement": _measurement,
    "mobility": _alike("mobility", "rolls", "sits", "crawls", "cruises", "walks"),
    "injury": _injury,
    "observation": _alike("observation", "code", "level", "explored", "past", "status"),
    "statement": _statement,
    "household": _household,
    "relationship": _relationship,
    "seen": _seen,
    "referral": _referral,
    "strategy_request": _strategy_request,
    "strategy_discussion": _strategy_discussion,
    "medical": _medical,
    "assessment": _assessment,
    "plan": _plan,
    "touchpoint": _touchpoint,
    "offer": _offer,
    "gp_request": _gp_request,
    "challenge": _challenge,
    "shared": _shared,
    "moved_area": _alike("area_move", "from_area", "history_received"),
    "disagreement": _nothing,
}
