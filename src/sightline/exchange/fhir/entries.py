"""What every mapping shares: when a resource was recorded, its care, and the entry that it becomes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from sightline.chronology.kinds import Detail
from sightline.chronology.proposals import EntryProposal, PersonProposal
from sightline.core import clock
from sightline.exchange.fhir.authors import author_of
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import Days, days, instant, last_day, parts, precision_of
from sightline.exchange.fhir.labels import is_restricted
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

_RECORDED: Final = ("issued", "recorded", "recordedDate", "authoredOn")


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a resource becomes. `aside` says why it is kept as received, wholly or for what is left."""

    entries: tuple[EntryProposal, ...] = ()
    people: tuple[PersonProposal, ...] = ()
    aside: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """When a fact happened: the days that it may have been, and the instant where known."""

    days: Days | None = None
    at: dt.datetime | None = None


NEVER: Final = When()


def kept_aside(reason: str) -> Mapped:
    """The resource has no place yet."""
    return Mapped(aside=reason)


def when(body: Json, *names: str) -> When:
    """The first of some elements that is there: a dateTime, or the start of a Period."""
    for name in names:
        told = body.get(name)
        text = told.get("start") if isinstance(told, dict) else told
        found = days(text)
        if found is not None:
            return When(found, instant(text))
    return NEVER


def entry(
    received: Received,
    around: Surroundings,
    about: str,
    detail: Detail,
    happened: When,
    *,
    part: str = "",
    people: tuple[tuple[str, str], ...] = (),
    note: str = "",
    withdrawn: bool = False,
    sensitivity: str = "",
) -> EntryProposal:
    """One entry out of a resource. `part` tells several of one resource apart."""
    return EntryProposal(
        about=about,
        detail=detail,
        source_id=received.source_id + part,
        happened_from=happened.days[0] if happened.days else None,
        happened_to=happened.days[1] if happened.days else None,
        recorded_at=recorded_at(received.body),
        precision=precision_of(happened.days),
        happened_at=happened.at,
        people=people,
        author_name=author_of(received, around),
        note=note,
        sensitivity=sensitivity or ("restricted" if is_restricted(received.labels) else "shared"),
        source_version=received.source_version,
        withdrawn=withdrawn or received.is_deleted or received.body.get("status") == "entered-in-error",
    )


def recorded_at(body: Json) -> dt.datetime:
    """When the agency recorded it: as the resource says, else when it was last changed, else now."""
    return told_recorded_at(body) or clock.now()


def told_recorded_at(body: Json) -> dt.datetime | None:
    """When the agency recorded it, where the resource says."""
    told: list[Any] = [body.get(name) for name in _RECORDED]
    told += [one.get("recorded") for one in parts(body.get("contained")) if _is_provenance(one)]
    told += [(body.get("meta") or {}).get("lastUpdated"), body.get("date")]
    return next((moment for text in told if (moment := _moment(text))), None)


def _is_provenance(one: Json) -> bool:
    return one.get("resourceType") == "Provenance"


def _moment(text: Any) -> dt.datetime | None:
    day = last_day(text)
    if day is None or day == day.max:
        return None
    return instant(text) or clock.end_of(day)


def notes_of(body: Json, *others: str) -> str:
    """The notes on a resource and some texts, one a line."""
    told = [*others, *(str(one.get("text") or "") for one in parts(body.get("note")))]
    return "\n".join(text for text in told if text)
