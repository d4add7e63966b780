"""Reading one fact: its common keys, its kind's own, and the versions in which it became known."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Final

from sightline.core.codes import PRECISIONS, SECTORS
from sightline.exchange.case_files.kinds import (
    KINDS,
    Kind,
    day,
    detail_of,
    people_of,
    person,
    sectors_of,
)
from sightline.exchange.case_files.places import Place
from sightline.exchange.case_files.story import BABY, NOBODY, Fact, Later

_COMMON: Final = ("id", "day", "known_day", "precision", "agency", "about", "kind", "note")
Values = dict[str, Any]


def read_fact(place: Place, index: int, people: Collection[str], born: dt.date) -> tuple[Fact, str, str]:
    """One fact, its own `id` and the `ref` to another (empty where there is none)."""
    name = _kind_of(place)
    kind = KINDS[name]
    required = ["day", "agency", *(key for key, one in kind.keys.items() if one.required)]
    given = place.mapping((*_COMMON, *kind.keys), required)
    values = {key: kind.keys[key].reads(given[key], people) for key in given if key in kind.keys}
    on = day(given["day"])
    known_day = day(given["known_day"]) if "known_day" in given else on
    fact = Fact(
        index=index,
        line=place.line,
        day=on,
        known_day=known_day,
        precision=given["precision"].code(PRECISIONS) if "precision" in given else "exact",
        agency=given["agency"].code((*SECTORS, NOBODY)),
        about=person(given["about"], people) if "about" in given else BABY,
        kind=name,
        versions=(),
        note=given["note"].text() if "note" in given else "",
    )
    own_id = given["id"].text() if "id" in given else ""
    return _told(fact, kind, values, born), own_id, values.get("ref", "")


def _kind_of(place: Place) -> str:
    every = {key for kind in KINDS.values() for key in kind.keys}
    return place.mapping((*_COMMON, *every), ("kind",))["kind"].code(KINDS)


def _told(fact: Fact, kind: Kind, values: Values, born: dt.date) -> Fact:
    about, values = _stand(fact, values)
    versions = tuple(
        _version(start, fact.kind, kind, _known_by(start, kind, values), born)
        for start in _starts(fact, kind, values)
    )
    return dataclasses.replace(fact, about=about, versions=versions, sectors=sectors_of(kind, values))


def _stand(fact: Fact, values: Values) -> tuple[str, Values]:
    """Whom the entry is about, and the values with what the file leaves to be understood."""
    told = _understood(fact, values)
    if fact.kind in ("statement", "offer") and fact.about != BABY:
        part = "by" if fact.kind == "statement" else "to"
        return BABY, {part: (fact.about,), **told}
    if fact.kind == "appointment" and fact.about != BABY and _is_antenatal(fact, told):
        present = told.get("with", ())
        return BABY, {**told, "with": tuple(dict.fromkeys((*present, fact.about)))}
    return fact.about, told


def _understood(fact: Fact, values: Values) -> Values:
    """Defaults that lie in the fact itself: who asks, when it was asked, to whom the person stands."""
    told = dict(values)
    if fact.kind in ("strategy_request", "challenge"):
        told.setdefault("by", fact.agency)
    if fact.kind == "gp_request":
        told.setdefault("requested_day", fact.day)
    if fact.kind == "relationship":
        told.setdefault("to", (BABY,))
    return told


def _is_antenatal(fact: Fact, values: Mapping[str, Any]) -> bool:
    """Such an appointment is the mother's and the unborn baby's: one entry, about the baby."""
    return values.get("routine") == "antenatal" or (fact.day < 0 and values.get("service") == "midwifery")


def _version(start: int, name: str, kind: Kind, known: Values, born: dt.date) -> Later:
    named = people_of(kind, known)
    people = (*named, ("of", BABY)) if name == "household" else named
    return Later(start, detail_of(kind, known, born), people)


def _starts(fact: Fact, kind: Kind, values: Values) -> list[int]:
    """The days on which something new of the fact became known."""
    ahead = {values[key] for key in kind.later if key in values and values[key] > fact.known_day}
    return [fact.known_day, *sorted(ahead)]


def _known_by(start: int, kind: Kind, values: Values) -> Values:
    """The values without those days that lie ahead of `start`, and without what belongs to them."""
    ahead = {key for key in kind.later if key in values and values[key] > start}
    hidden = ahead | {belonging for key in ahead for belonging in kind.later[key]}
    return {key: value for key, value in values.items() if key not in hidden}
