"""What health services tell: appointments, contacts, growth, moving about, marks, talks, help, moves."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import pyarrow.compute as pc

from sightline.signals.population.chance import Column, Numbers, number
from sightline.signals.population.telling import Told, Writer

SERVICES: Final = {
    "midwifery": 0.2, "health_visiting": 0.35, "gp": 0.2, "hospital": 0.2, "mental_health": 0.05,
}  # fmt: skip
KEPT: Final = {
    "attended": 0.9, "not_brought": 0.02, "cancelled_by_family": 0.03, "cancelled_by_service": 0.02,
    "rescheduled": 0.02, "declined": 0.005, "unable_to_invite": 0.005,
}  # fmt: skip
MISSED: Final = {
    "attended": 0.45, "not_brought": 0.18, "no_access": 0.14, "declined": 0.11, "cancelled_by_family": 0.05,
    "cancelled_by_service": 0.03, "rescheduled": 0.03, "unable_to_invite": 0.01,
}  # fmt: skip
SITES: Final = {
    "cheek": 3, "left ear": 2, "both shins": 2, "forehead": 2, "left knee": 1, "shin and ear": 1, "back": 2,
    "foot": 1, None: 2,
}  # fmt: skip
# From what age in days most babies do it.
SKILLS: Final = {"rolls": 150, "sits": 200, "crawls": 270, "cruises": 330, "walks": 400}


def write_health(writer: Writer) -> None:
    """Everything that health services tell."""
    _appointments(writer)
    _contacts(writer)
    _people_seen(writer)
    _measurements(writer)
    _mobility(writer)
    _injuries(writer)
    _talks(writer)
    _offers(writer)
    _requests(writer)
    _moves(writer)


def met(writer: Writer, told: Told, shape: str, part: float, how: str, kind: str) -> None:
    """That somebody of the family took part in these entries."""
    world = writer.world
    # Every version of a fact says the same.
    some = told.where(world.chance.yes(part, int(told.fact.max(initial=0)) + 1)[told.fact])
    writer.add(
        "met",
        dict(some.common)
        | {"about_id": world.people(shape, some.place)}
        | {"how": _all(how, some), "source_kind": _all(kind, some)},
        len(some.fact),
    )


def _all(value: str, told: Told) -> Column:
    from sightline.signals.population.chance import constant

    return constant(value, len(told.fact))


def _appointments(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(13, calm=0.6)
    service = chance.code(SERVICES, len(places))
    told = writer.tell(places, world.when(places, -200, 730, 0.4), service)
    outcome = chance.either(world.trouble[places], MISSED, KEPT)
    routine = chance.code(
        {"antenatal": 1, "new_birth": 1, "six_week": 1, "one_year": 1, None: 4}, len(places)
    )
    writer.write("appointment", told, service=service, outcome=outcome, routine=routine)
    kept = told.where(np.asarray(pc.equal(outcome, "attended"))[told.fact])
    met(writer, kept, "mother", 0.7, "present", "appointment")
    met(writer, kept, "other_parent", 0.12, "present", "appointment")


def _contacts(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(9, calm=0.6)
    sectors = {"health_visiting": 5, "midwifery": 1, "social_care": 2, "early_help": 1, "gp": 1}
    told = writer.tell(places, world.when(places, -60, 730, 0.3), chance.code(sectors, len(places)))
    seen, day = chance.flag(0.7, 0.15, len(places)), chance.flag(0.2, 0.5, len(places))
    writer.write("contact", told, child_seen=seen, lived_experience=day)
    met(writer, told, "mother", 0.8, "spoke", "contact")
    met(writer, told, "other_parent", 0.15, "spoke", "contact")
    met(writer, told, "another", 0.03, "spoke", "contact")


def _people_seen(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    for shape, rate in (("other_parent", 0.3), ("another", 0.05), ("mother", 0.2)):
        places = world.happen(rate)
        sector = chance.code({"midwifery": 1, "health_visiting": 2, "probation": 1, "gp": 1}, len(places))
        told = writer.tell(places, world.when(places, -150, 600), sector, world.people(shape, places))
        how = chance.code({"met": 3, "spoke": 2, "assessed": 1, "screened": 1}, len(places))
        writer.write("met", told, how=how, source_kind="seen")


def _measurements(writer: Writer) -> None:
    """Weighings along a baby's own line; in troubled families the line falls for some."""
    world, chance = writer.world, writer.world.chance
    places = world.happen(7)
    day = world.when(places, 0, 400, 0.5)
    age = day - world.born[places]
    own = chance.generator.normal(0, 1, world.count)
    falls = np.where(world.trouble & chance.yes(0.5, world.count), 2.2, 0.0)
    after = np.clip((age - world.crisis[places]) / 60, 0, 1)
    sds = own[places] - falls[places] * after + chance.generator.normal(0, 0.1, len(places))
    sds = np.round(sds, 2)
    sector = chance.code({"health_visiting": 3, "gp": 1}, len(places))
    not_given = chance.yes(0.03, len(places))
    writer.write(
        "measurement",
        writer.tell(places, day, sector),
        weight_kg=np.round(3.4 + 0.016 * age + 0.4 * sds, 2),
        weight_sds=number(sds, not_given),
        weight_centile=number(_centile(sds), not_given),
        length_cm=number(np.round(50 + 0.07 * age, 1), chance.yes(0.6, len(places))),
    )


def _centile(sds: Numbers) -> Numbers:
    steps = np.unique(sds)
    part = np.array([50 * (1 + math.erf(each / math.sqrt(2))) for each in steps])
    return np.round(part, 2)[np.searchsorted(steps, sds)]


def _mobility(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(2.5)
    day = world.when(places, 100, 730, 0)
    age = day - world.born[places] + chance.whole(-60, 60, len(places))
    told = writer.tell(places, day, chance.code({"health_visiting": 2, "nursery": 1}, len(places)))
    flags = {name: number(age >= since, chance.yes(0.3, len(places))) for name, since in SKILLS.items()}
    writer.write("mobility", told, **flags)


def _injuries(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(0.6, calm=0.1)
    sector = chance.code(
        {"health_visiting": 2, "gp": 2, "hospital": 2, "nursery": 1, "midwifery": 1}, len(places)
    )
    day = world.when(places, 0, 700)
    _injury(writer, places, day, sector)
    # Another service tells of some of them too.
    again = chance.yes(0.15, len(places))
    other = chance.code({"social_care": 1, "gp": 1}, int(again.sum()))
    _injury(writer, places[again], day[again] + chance.whole(0, 2, int(again.sum())), other)


def _injury(writer: Writer, places: Numbers, day: Numbers, sector: Column) -> None:
    chance, count = writer.world.chance, len(places)
    kinds = {"bruise": 6, "mark": 3, "burn": 1, "head": 1, "bite": 1, "fracture": 0.3, "bleeding": 0.5}
    fits = {"yes": 4, "no": 1, "unclear": 1, "changed": 0.5, "none_given": 1, None: 2}
    writer.write(
        "injury",
        writer.tell(places, day, sector),
        injury=chance.code(kinds, count),
        site=chance.code(SITES, count),
        patterned=chance.flag(0.05, 0.4, count),
        explanation_fits=chance.code(fits, count),
        medical_cause=chance.flag(0.15, 0.3, count),
    )


def _talks(writer: Writer) -> None:
    """Talks on crying: most of the five, at about their times."""
    world, chance = writer.world, writer.world.chance
    for touch, (since, until, part) in enumerate(
        ((-60, -1, 0.5), (0, 3, 0.8), (7, 14, 0.8), (20, 27, 0.6), (40, 56, 0.7))
    ):
        places = world.everyone[chance.yes(part, world.count)]
        sector = chance.code({"midwifery": 1, "health_visiting": 1}, len(places))
        told = writer.tell(places, world.when(places, since, until, 0), sector)
        writer.write("touchpoint", told, programme="icon", number=str(touch + 1))
        met(writer, told, "mother", 0.97, "received", "touchpoint")
        met(writer, told, "other_parent", 0.35, "received", "touchpoint")


def _offers(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    for shape, rate in (("mother", 0.3), ("other_parent", 0.08)):
        places = world.happen(rate, calm=0.3)
        sector = chance.code({"health_visiting": 1, "gp": 1, "mental_health": 1}, len(places))
        told = writer.tell(places, world.when(places, -150, 360), sector, world.people(shape, places))
        kinds = {"perinatal_mental_health": 2, "talking_therapy": 2, "parenting": 2, "other": 1}
        outcomes = {"accepted": 4, "declined": 4, "waiting": 2, "not_offered": 1, None: 1}
        writer.write(
            "offer",
            told,
            child_id=world.babies(places),
            offer=chance.code(kinds, len(places)),
            outcome=chance.code(outcomes, len(places)),
            priority=chance.flag(0.3, 0.3, len(places)),
        )


def _requests(writer: Writer) -> None:
    """The surgery is asked to see a baby: within the last weeks for many, so that some are recent."""
    world, chance = writer.world, writer.world.chance
    places = world.happen(2.0, calm=0.05)
    recent = chance.yes(0.4, len(places)) & world.is_born[places]
    day = np.where(recent, world.today - chance.whole(0, 20, len(places)), world.when(places, 0, 700))
    told = writer.tell(places, day, chance.code({"gp": 1}, len(places)))
    wait = chance.generator.choice([0, 0, 0, 1, 4], len(places))
    writer.write(
        "gp_request",
        told,
        requested_day=day,
        seen_day=number(day + wait, chance.yes(0.1, len(places))),
        clinician=chance.code({"permanent": 3, "locum": 1, "unknown": 1, None: 1}, len(places)),
        how=chance.code({"in_surgery": 4, "remote": 1, None: 1}, len(places)),
    )


def _moves(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(0.15, calm=0.3)
    told = writer.tell(
        places, world.when(places, -100, 600), chance.code({"health_visiting": 1}, len(places))
    )
    area = chance.code({"another county": 3, "Overseas": 1, None: 1}, len(places))
    writer.write("area_move", told, from_area=area, history_received=chance.flag(0.4, 0.4, len(places)))
