"""Four hundred babies over two years: ordinary lives, and for each lesson a family or two it asks about."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sightline.demo import names
from sightline.demo.lives import Life, ordinary
from sightline.demo.twists import AGE, TWISTS

BABIES: Final = 400
SEED: Final = 20261122
OLDEST_DAYS: Final = 730
YOUNGEST_DAYS: Final = -150


@dataclass(frozen=True, slots=True)
class Family:
    """A life with its dates: `born` is day 0 of it. `place` is the town, in whose teams' care it is."""

    number: int
    born: dt.date
    place: int
    life: Life

    @property
    def id(self) -> str:
        """The case file's id."""
        return f"county-{self.number:03d}"

    def document(self, today: dt.date) -> dict[str, Any]:
        """The story as a case file, as far as it has been lived by `today`."""
        lived = (today - self.born).days
        facts = sorted(
            (fact for fact in self.life.facts if _known_day(fact) <= lived),
            key=lambda fact: (_known_day(fact), int(fact["day"])),
        )
        named = {str(name) for fact in facts for name in _people_named(fact)}
        return {
            "format": "sightline-case/1",
            "id": self.id,
            "source": {"title": "Invented for the demo county", "publisher": "invented"},
            "born": self.born.isoformat(),
            "baby": {
                "name": self.life.name,
                "sex": self.life.sex,
                "gestation_weeks": self.life.gestation_weeks,
                "birth_weight_kg": self.life.birth_weight_kg,
                "multiple_birth": self.life.multiple,
            },
            "people": [person for person in self.life.people if person["id"] in named],
            "facts": facts,
        }


def _known_day(fact: dict[str, Any]) -> int:
    return int(fact.get("known_day", fact["day"]))


def _people_named(fact: dict[str, Any]) -> Iterator[str]:
    for key in ("about", "by", "to"):
        if isinstance(fact.get(key), str):
            yield fact[key]
    for key in ("with", "spoke_to", "received_by", "considered"):
        if isinstance(fact.get(key), list):
            yield from fact[key]


def county(today: dt.date) -> Iterator[Family]:
    """Every family, the same every time: only the dates move with the day on which the county is made."""
    chance = random.Random(SEED)
    twists = list(TWISTS)
    for number in range(BABIES):
        twist = twists[number] if number < len(twists) else ""
        age = AGE[twist] if twist else chance.randint(YOUNGEST_DAYS, OLDEST_DAYS)
        life = _life(chance, number)
        ordinary(chance, life)
        if twist:
            life.twist = twist
            TWISTS[twist](life)
        place = 0 if number % 3 == 0 or twist else number % len(names.TOWNS)
        yield Family(number, today - dt.timedelta(days=age), place, life)


def _life(chance: random.Random, number: int) -> Life:
    girl = chance.random() < 0.5
    weeks = chance.choices((36, 37, 38, 39, 40, 41), weights=(4, 8, 16, 28, 30, 14))[0]
    return Life(
        name=chance.choice(names.GIRLS if girl else names.BOYS),
        family=names.FAMILIES[number % len(names.FAMILIES)],
        sex="female" if girl else "male",
        gestation_weeks=weeks,
        weight_sds=round(max(-1.2, min(1.8, chance.gauss(0.2, 0.6))), 2),
        mother=chance.choice(names.WOMEN),
        father=chance.choice(names.MEN),
        mother_age=chance.randint(19, 41),
        father_age=chance.randint(20, 48),
    )
