"""Babies, the people around them, how they are related and who lives where."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.signals.population.chance import Column, Numbers, constant, number
from sightline.signals.population.telling import DAY, Writer, noon
from sightline.signals.population.world import ids
from sightline.signals.tables import OPEN

HERE: Final = "here"
THERE: Final = "there"
PARTNERSHIPS: Final = (HERE, THERE)
IDENTITIES: Final = {
    "named": 0.8, "described": 0.05, "not_asked": 0.05, "unknown": 0.03, "asked_not_disclosed": 0.02,
    "not_safe_to_ask": 0.02, "no_second_parent": 0.02, "no_contact_permitted": 0.01,
}  # fmt: skip
ANOTHER: Final = {
    "partner": 0.2, "grandparent": 0.35, "relative": 0.15, "friend": 0.1, "lodger": 0.1, "carer": 0.1,
}  # fmt: skip


def write_people(writer: Writer) -> None:
    """Everyone, and what they are to each other."""
    write_babies(writer)
    _parents(writer)
    _others(writer)
    _brothers_and_sisters(writer)
    _stays(writer)


def write_babies(writer: Writer) -> None:
    """One row for each version of what is known of a birth: expected, born, the weight put right."""
    world, chance = writer.world, writer.world.chance
    early = chance.yes(0.09, world.count)
    gestation = np.where(early, chance.whole(170, 258, world.count), chance.whole(259, 292, world.count))
    due = np.where(world.is_born, world.born + 280 - gestation, world.born)
    expected = noon(due - chance.whole(150, 240, world.count))
    born_at = noon(world.born) + DAY // 4
    corrected = world.is_born & (world.born < world.today - 9) & chance.yes(0.03, world.count)
    corrected_at = noon(world.born + chance.whole(1, 8, world.count))
    weight = chance.whole(1900, 4400, world.count)
    booked = (expected < born_at) & (expected <= noon(np.array([world.today]))[0])
    common = _baby_columns(writer, due)
    birth: dict[str, Column] = {
        "born_day": number(world.born),
        "gestation_days": number(gestation, chance.yes(0.05, world.count)),
        "sex": chance.code({"female": 0.48, "male": 0.5, "unknown": 0.02}, world.count),
        "birth_weight_g": number(weight, chance.yes(0.05, world.count)),
    }
    _baby_rows(writer, common, booked, expected, np.where(world.is_born, born_at, OPEN))
    _baby_rows(writer, common | birth, world.is_born, born_at, np.where(corrected, corrected_at, OPEN))
    birth["birth_weight_g"] = number(weight + 100)
    _baby_rows(writer, common | birth, corrected, corrected_at, np.full(world.count, OPEN))


def _baby_columns(writer: Writer, due: Numbers) -> dict[str, Column]:
    world, chance = writer.world, writer.world.chance
    away = chance.yes(0.05, world.count)[world.family]
    left = chance.yes(0.01, world.count)
    return {
        "about_id": world.babies(world.everyone),
        "agency": constant("midwifery-one", world.count),
        "sector": constant("midwifery", world.count),
        "happened_from": number(np.minimum(world.born, world.today)),
        "happened_to": number(np.minimum(world.born, world.today)),
        "sensitivity": number(np.zeros(world.count, dtype=np.int64)),
        "partnership": pa.array(PARTNERSHIPS).take(pa.array(away.astype(np.int64))),
        "due_day": number(due, chance.yes(0.02, world.count)),
        "multiple_birth": pc.if_else(pa.array(world.is_twin), True, chance.flag(0, 0.6, world.count)),
        "last_day": number(world.today - chance.whole(1, 60, world.count), ~left),
    }


def _baby_rows(
    writer: Writer, columns: dict[str, Column], chosen: Numbers, since: Numbers, until: Numbers
) -> None:
    entries = ids("entry", writer.last_entry + 1 + np.arange(len(chosen)))
    writer.last_entry += len(chosen)
    told = {"entry_id": entries, "root_id": entries, "recorded_day": number(since // DAY)}
    told |= {"known_from": number(since), "known_until": number(until)}
    kept = pa.array(np.flatnonzero(chosen))
    writer.add("child", {name: each.take(kept) for name, each in (columns | told).items()}, len(kept))


def _related(writer: Writer, shape: str, places: Numbers, kind: Any, **own: Any) -> None:
    """Relatives of the babies at `places`, as the midwife or the health visitor wrote them down."""
    world = writer.world
    sector = world.chance.code({"midwifery": 0.7, "health_visiting": 0.3}, len(places))
    day = world.when(places, -200, 20, gathered=0)
    told = writer.tell(places, day, sector, world.people(shape, places))
    named = {
        "to_id": world.babies(places),
        "identity": "named",
        "ended": world.chance.flag(0.01, 0.2, len(places)),
    }
    writer.write("relationship", told, type=kind, **(named | own))


def _known_person(writer: Writer, shape: str, places: Numbers, sex: Any, youngest: int, oldest: int) -> None:
    """What is known of a relative: once for the whole family."""
    world, chance = writer.world, writer.world.chance
    places = np.unique(world.family[places])
    day = world.when(places, -210, -190, gathered=0)
    told = writer.tell(places, day, chance.code({"midwifery": 1}, len(places)), world.people(shape, places))
    old = chance.whole(youngest, oldest, len(places))
    unknown = chance.yes(0.1, len(places))
    born = {
        "born_from": number(world.today - old - 365, unknown),
        "born_to": number(world.today - old, unknown),
    }
    writer.write("person", told, sex=chance.code(sex, len(places)), **born)


def _parents(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    every = world.everyone
    _known_person(writer, "mother", every, {"female": 0.97, "unknown": 0.03}, 17 * 365, 45 * 365)
    _related(writer, "mother", every, "mother")
    two = every[chance.yes(0.93, world.count)[world.family]]
    _known_person(
        writer, "other_parent", two, {"male": 0.93, "female": 0.05, "unknown": 0.02}, 17 * 365, 55 * 365
    )
    kind = chance.code({"father": 0.92, "parent": 0.05, "mother": 0.03}, len(two))
    _related(writer, "other_parent", two, kind, identity=chance.code(IDENTITIES, len(two)))
    together = two[chance.yes(0.4, len(two))]
    _related(writer, "other_parent", together, "partner", to_id=world.people("mother", together))
    parted = two[chance.yes(0.04, len(two))]
    _related(writer, "other_parent", parted, "ex_partner", to_id=world.people("mother", parted))


def _others(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    some = world.everyone[chance.yes(0.16, world.count)[world.family]]
    _known_person(
        writer, "another", some, {"male": 0.5, "female": 0.4, "unknown": 0.1, None: 0.1}, 14 * 365, 70 * 365
    )
    _related(writer, "another", some, chance.code(ANOTHER, len(some)))
    theirs = some[chance.yes(0.25, len(some))]
    kind = chance.code({"partner": 0.9, "ex_partner": 0.1}, len(theirs))
    _related(writer, "another", theirs, kind, to_id=world.people("mother", theirs))
    # The same, written from her side.
    hers = some[chance.yes(0.1, len(some))]
    _related(writer, "mother", hers, "partner", to_id=world.people("another", hers))


def _brothers_and_sisters(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    older = world.everyone[chance.yes(0.4, world.count)[world.family]]
    _known_person(writer, "sibling", older, {"female": 0.5, "male": 0.5}, 2 * 365, 20 * 365)
    _related(writer, "sibling", older, chance.code({"sibling": 0.7, "half_sibling": 0.3}, len(older)))
    second = world.everyone[world.everyone != world.family]
    first = world.family[second]
    for one, other in ((first, second), (second, first)):
        sector = chance.code({"midwifery": 1}, len(one))
        told = writer.tell(other, world.born[other] + 1, sector, world.babies(one))
        writer.write("relationship", told, to_id=world.babies(other), type="sibling", identity="named")


def _stays(writer: Writer) -> None:
    """Who moves in, out, stays often or takes on care; out again, for some, later."""
    world, chance = writer.world, writer.world.chance
    for shape, rate, changes in (
        ("another", 0.5, {"moves_in": 0.4, "stays_often": 0.35, "takes_on_care": 0.25}),
        ("other_parent", 0.25, {"moves_in": 0.3, "stays_often": 0.2, "moves_out": 0.5}),
        ("mother", 0.02, {"moves_out": 0.5, "moves_in": 0.5}),
    ):
        places = world.happen(rate, calm=0.2)
        day = world.when(places, -30, 600)
        _stay(writer, shape, places, day, chance.code(changes, len(places)))
        later = chance.yes(0.2, len(places))
        _stay(writer, shape, places[later], day[later] + 45, constant("moves_out", int(later.sum())))


def _stay(writer: Writer, shape: str, places: Numbers, day: Numbers, change: Column) -> None:
    world, chance = writer.world, writer.world.chance
    sector = chance.code({"health_visiting": 0.6, "social_care": 0.3, "police": 0.1}, len(places))
    told = writer.tell(places, day, sector, world.people(shape, places))
    writer.write(
        "stay",
        told,
        child_id=world.babies(places),
        change=change,
        reason_known=chance.flag(0.4, 0.2, len(places)),
        nights_a_week=number(chance.whole(1, 7, len(places)), chance.yes(0.4, len(places))),
    )
