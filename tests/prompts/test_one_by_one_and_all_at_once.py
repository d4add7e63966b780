"""Random histories: everyone asked at once is asked what each is alone; a day adds what time adds."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import pytest
from asked import on, pass_today

from factories import a_person, an_agency, an_entry, received
from sightline.chronology.kinds import (
    Appointment,
    Challenge,
    Contact,
    Household,
    Injury,
    Mobility,
    MovedArea,
    Observation,
    Plan,
    Referral,
    Relationship,
    Statement,
)
from sightline.chronology.proposals import EntryProposal
from sightline.core import clock
from sightline.people.models import Baby
from sightline.prompts.evaluating import evaluate_everyone
from sightline.prompts.finding import find_for_babies, find_for_partnership
from sightline.prompts.models import Prompt

pytestmark = pytest.mark.django_db
SECTORS = ("midwifery", "health_visiting", "gp", "social_care", "police")
Told = tuple[str, Any, tuple[tuple[str, str], ...]]
"""About whom (of one family), what, and who else is named."""

CHOICES: tuple[Callable[[random.Random], Told], ...] = (
    lambda dice: ("baby", Injury(dice.choice(("bruise", "burn")), site=dice.choice(("ear", "shin"))), ()),
    lambda dice: ("baby", Mobility(crawls=dice.random() < 0.5), ()),
    lambda dice: ("baby", Appointment("gp", dice.choice(("not_brought", "attended", "declined"))), ()),
    lambda dice: ("baby", Contact(child_seen=True), (("spoke_to", dice.choice(("mother", "man"))),)),
    lambda dice: ("baby", Statement(dice.choice(("struggling", "frightened"))), (("by", "mother"),)),
    lambda dice: ("man", Household(dice.choice(("moves_in", "moves_out"))), (("of", "baby"),)),
    lambda dice: ("man", Relationship("father"), (("to", "baby"),)),
    lambda dice: ("mother", Observation(dice.choice(("cannabis", "alcohol")), level="moderate"), ()),
    lambda dice: ("man", Observation("domestic_abuse_perpetrator", past=dice.random() < 0.5), ()),
    lambda dice: ("baby", MovedArea("another county", history_received=dice.random() < 0.3), ()),
    lambda dice: ("baby", Referral("social_care", dice.choice(("open", "advice"))), ()),
    lambda dice: ("baby", Challenge("health_visiting", "social_care", stage=1), ()),
    lambda dice: ("baby", Plan("child_protection"), ()),
)


def a_record(sector: str, number: int) -> list[Any]:
    """The records that one agency holds of a family: the baby, its mother and a man."""
    born = clock.today() - dt.timedelta(days=30 * number)
    people = [
        a_person(f"baby-{number}", kind="baby", given_name=f"Ash {number}", born_from=born, born_to=born),
        a_person(f"mother-{number}", given_name="Robin", sex="female"),
        a_person(f"man-{number}", given_name="Lee", sex="male"),
    ]
    mother = an_entry(f"mother-{number}", Relationship("mother"), people=(("to", f"baby-{number}"),))
    return [*people, mother]


def something(dice: random.Random, number: int) -> EntryProposal:
    """One entry of a family, at random."""
    about, detail, named = dice.choice(CHOICES)(dice)
    people = tuple((part, f"{who}-{number}") for part, who in named)
    level = dice.choice(("shared", "shared", "shared", "restricted", "sealed"))
    return an_entry(f"{about}-{number}", detail, people=people, sensitivity=level)


def both_ways(day: dt.date) -> tuple[dict[Any, Any], dict[Any, Any]]:
    """What is asked of each alone, and of everyone at once."""
    babies = dict(Baby.unscoped.values_list("person_id", "partnership__code"))
    return find_for_babies(babies, day, clock.now()), find_for_partnership("northshire", day, clock.now())


@pytest.mark.parametrize("seed", [1, 7, 2026])
def test_everyone_at_once_is_asked_what_each_is_asked_alone(seed: int) -> None:
    dice = random.Random(seed)
    with on(0):
        for number, sector in enumerate(SECTORS):
            received(an_agency(sector), *a_record(sector, number))
    for day in range(1, 70, 4):
        with on(day) as today:
            number = dice.randrange(len(SECTORS))
            told = [something(dice, number) for _ in range(dice.randrange(1, 4))]
            received(an_agency(SECTORS[number]), *told)
            alone, at_once = both_ways(today)
            assert alone == at_once
    assert alone, "a history that asks nothing proves nothing"


@pytest.mark.parametrize("seed", [3, 11])
def test_a_day_that_passes_after_a_write_finds_nothing_left_to_do(seed: int) -> None:
    dice = random.Random(seed)
    with on(0):
        for number, sector in enumerate(SECTORS):
            received(an_agency(sector), *a_record(sector, number))
    for day in range(1, 40, 3):
        with on(day) as today:
            pass_today()
            number = dice.randrange(len(SECTORS))
            received(an_agency(SECTORS[number]), something(dice, number))
            again = evaluate_everyone(today)
            assert (again.raised, again.resolved) == (0, 0)
    assert Prompt.unscoped.exists()
