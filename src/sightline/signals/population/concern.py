"""What is told when somebody worries: what was seen and said, referrals, assessments, plans, differences."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sightline.signals.population.chance import Column, Numbers, number
from sightline.signals.population.telling import Told, Writer

OF_ADULTS: Final = (
    "adverse_childhood", "substance_misuse", "cannabis", "alcohol", "mental_ill_health", "perinatal_low_mood",
    "disability", "learning_difficulty", "young_parent", "care_leaver", "abused_as_adult",
    "domestic_abuse_victim", "domestic_abuse_perpetrator", "violent_offence", "previous_child_removed",
    "previous_child_harmed", "concealed_pregnancy", "late_booking", "reluctant_to_engage", "favours_a_child",
    "rough_handling", "harsh_comment", "poor_home_conditions", "unsafe_sleep", "debt_or_housing",
)  # fmt: skip
OF_BABIES: Final = (
    "premature", "multiple_birth", "disability", "chronic_condition", "complex_needs", "learning_difficulty",
    "excessive_crying", "feeding_difficulty", "poor_presentation", "unsettled",
)  # fmt: skip
SECTORS: Final = {
    "health_visiting": 5, "midwifery": 3, "gp": 3, "social_care": 2, "police": 2, "mental_health": 1,
    "substance_service": 1, "nursery": 1, "housing": 1, "probation": 1, "hospital": 1,
}  # fmt: skip
ADULTS: Final = (("mother", 1.4), ("other_parent", 0.9), ("another", 0.2))


def write_concern(writer: Writer) -> None:
    """Everything that is told when somebody worries."""
    seen = [_observations(writer, shape, rate) for shape, rate in ADULTS]
    seen.append(_of_babies(writer))
    seen.append(_statements(writer))
    for told in seen:
        _passed_on(writer, told)
    _referrals(writer)
    _strategies(writer)
    _medicals(writer)
    _assessments(writer)
    _plans(writer)
    _challenges(writer)


def _observations(writer: Writer, shape: str, rate: float) -> Told:
    world, chance = writer.world, writer.world.chance
    places = world.happen(rate, calm=0.1)
    told = writer.tell(
        places, world.when(places, -200, 600), chance.code(SECTORS, len(places)), world.people(shape, places)
    )
    codes = dict.fromkeys(OF_ADULTS, 1.0) | {"favours_a_child": 4.0, "reluctant_to_engage": 2.0}
    return writer.write("observation", told, **_observed(writer, codes, len(places)))


def _of_babies(writer: Writer) -> Told:
    world, chance = writer.world, writer.world.chance
    places = world.happen(1.0, calm=0.12)
    told = writer.tell(places, world.when(places, 0, 500), chance.code(SECTORS, len(places)))
    return writer.write("observation", told, **_observed(writer, dict.fromkeys(OF_BABIES, 1.0), len(places)))


def _observed(writer: Writer, codes: dict[str, float], count: int) -> dict[str, Column]:
    chance = writer.world.chance
    states = {None: 10, "alleged": 1, "investigated": 1, "convicted": 1, "acquitted": 0.5}
    return {
        "code": chance.code(codes, count),
        "level": chance.code({"low": 4, "moderate": 3, "high": 1, None: 3}, count),
        "explored": chance.flag(0.2, 0.2, count),
        "past": chance.flag(0.12, 0.2, count),
        "status": chance.code(states, count),
    }


def _statements(writer: Writer) -> Told:
    world, chance = writer.world, writer.world.chance
    places = world.happen(0.5, calm=0.1)
    told = writer.tell(places, world.when(places, -100, 500), chance.code(SECTORS, len(places)))
    by = pc.if_else(
        pa.array(chance.yes(0.7, len(places))),
        world.people("mother", places),
        world.people("other_parent", places),
    )
    codes = {
        "struggling": 4, "bonding_difficulty": 2, "feeling_low": 3, "frightened": 2, "fears_blame": 1,
        "asks_for_help": 3, "harm_disclosed": 1,
    }  # fmt: skip
    return writer.write("statement", told, by_id=by, code=chance.code(codes, len(places)))


def _passed_on(writer: Writer, told: Told) -> None:
    """Some of these entries were passed to another service; `shared` is about whom the entry is about."""
    chance = writer.world.chance
    some = told.where(chance.yes(0.15, len(told.fact)))
    day = np.asarray(some.common["recorded_day"]) + chance.whole(0, 40, len(some.fact))
    passing = writer.tell(some.place, day.astype(np.int64), some.common["sector"], some.common["about_id"])
    sectors = chance.code({"social_care": 2, "health_visiting": 2, "gp": 1}, len(some.fact))
    writer.write("shared", passing, of_entry_id=some.common["root_id"], with_sector=sectors)


def _referrals(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(2.2, calm=0.02)
    day = world.when(places, -200, 600, 0.8)
    outcomes = {"open": 1, "accepted": 2, "no_further_action": 4, "advice": 2, "declined": 1}
    outcome = chance.code(outcomes, len(places))
    writer.write(
        "referral",
        writer.tell(places, day, chance.code(SECTORS, len(places))),
        to_sector=chance.code({"social_care": 8, "early_help": 2}, len(places)),
        outcome=outcome,
        outcome_day=number(day + 2, np.asarray(pc.equal(outcome, "open"))),
        source_key=chance.code({None: 6, "a neighbour": 1, "a relative": 1}, len(places)),
    )


def _recent(writer: Writer, places: Numbers, within: int, part: float) -> Numbers:
    """Days of which some are in the last weeks: what is open then is open now."""
    world, chance = writer.world, writer.world.chance
    lately = world.today - chance.whole(0, within, len(places))
    is_recent = chance.yes(part, len(places)) & (lately >= world.born[places])
    return np.where(is_recent, lately, world.when(places, 0, 600))


def _strategies(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(0.4, calm=0.01)
    day = _recent(writer, places, 10, 0.3)
    told = writer.tell(
        places, day, chance.code({"health_visiting": 1, "hospital": 1, "police": 1}, len(places))
    )
    outcome = chance.code({"held": 2, "refused": 1, "unanswered": 2, None: 1}, len(places))
    answered = number(
        day + 1, ~np.asarray(pc.fill_null(pc.is_in(outcome, pa.array(["held", "refused"])), False))
    )
    writer.write(
        "strategy", told, step="requested", by_sector="health_visiting", outcome=outcome, outcome_day=answered
    )
    held = chance.yes(0.5, len(places))
    told = writer.tell(places[held], day[held] + 1, chance.code({"social_care": 1}, int(held.sum())))
    writer.write("strategy", told, step="held")


def _medicals(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(0.35, calm=0.01)
    day = _recent(writer, places, 40, 0.4)
    outcomes = {
        "accidental": 2,
        "inflicted": 1,
        "medical_cause": 1,
        "inconclusive": 1,
        "not_recorded": 1,
        None: 2,
    }
    outcome = chance.code(outcomes, len(places))
    given = ~np.asarray(pc.is_null(outcome)) & chance.yes(0.7, len(places))
    writer.write(
        "medical",
        writer.tell(places, day, chance.code({"hospital": 1}, len(places))),
        requested_day=number(day - chance.whole(-9, 3, len(places)), chance.yes(0.2, len(places))),
        outcome=outcome,
        outcome_day=number(day + chance.whole(0, 5, len(places)), ~given),
        police_present=chance.flag(0.3, 0.3, len(places)),
    )


def _assessments(writer: Writer) -> None:
    """Assessments of the baby, with whom they weighed; and a few before the birth."""
    world, chance = writer.world, writer.world.chance
    places = world.happen(1.2, calm=0.02)
    day = world.when(places, -150, 600)
    kinds = {"child_and_family": 4, "pre_birth": 2, "early_help": 2, "section_47": 1, "other": 1}
    kind = chance.code(kinds, len(places))
    completed = number(day, chance.yes(0.3, len(places)))
    told = writer.tell(places, day, chance.code({"social_care": 4, "early_help": 1}, len(places)))
    writer.write(
        "assessment",
        told,
        type=kind,
        started_day=number(day - chance.whole(5, 40, len(places)), chance.yes(0.1, len(places))),
        completed_day=completed,
        baby_factors=chance.flag(0.3, 0.3, len(places)),
    )
    for shape, part in (("mother", 0.8), ("other_parent", 0.5), ("another", 0.15), ("sibling", 0.3)):
        some = told.where(chance.yes(part, len(places))[told.fact])
        columns = dict(some.common) | {"about_id": world.people(shape, some.place)}
        writer.add("considered", columns | {"child_id": world.babies(some.place)}, len(some.fact))


def _plans(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    kinds = {"child_protection": 3, "child_in_need": 3, "early_help": 2, "looked_after": 1}
    for shape, rate in (("baby", 0.7), ("sibling", 0.5)):
        places = world.happen(rate, calm=0.02)
        day = world.when(places, -100 if shape == "baby" else -1500, 500, 0.8 if shape == "baby" else 0)
        about = world.babies(places) if shape == "baby" else world.people(shape, places)
        told = writer.tell(places, day, chance.code({"social_care": 1}, len(places)), about)
        writer.write(
            "plan",
            told,
            type=chance.code(kinds, len(places)),
            start_day=number(day, chance.yes(0.05, len(places))),
            end_day=number(day + chance.whole(60, 400, len(places)), chance.yes(0.5, len(places))),
            need_code=chance.code({"N1": 4, "N2": 1, "N5": 2, None: 3}, len(places)),
        )


def _challenges(writer: Writer) -> None:
    world, chance = writer.world, writer.world.chance
    places = world.happen(0.4, calm=0.01)
    day = _recent(writer, places, 25, 0.4)
    told = writer.tell(places, day, chance.code({"health_visiting": 1, "midwifery": 1}, len(places)))
    writer.write(
        "challenge",
        told,
        by_sector="health_visiting",
        with_sector=chance.code({"social_care": 3, "gp": 1}, len(places)),
        stage=chance.code({1: 3, 2: 2, 3: 1}, len(places)),
        resolved_day=number(day + chance.whole(1, 20, len(places)), chance.yes(0.4, len(places))),
    )
