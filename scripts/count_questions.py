"""Count the questions that ordinary families of the demo county would have been asked, day by day.

    .venv/bin/python scripts/count_questions.py [--every 1] [--json]

The county itself joined three weeks ago, so its own prompts do not say what two years would have brought.
Here each ordinary family (one without a twist) is replayed from the first thing known to today through the
product's own actions, in a scratch database that is gone afterwards, as `sightline replay` does it. A family
takes some seconds; `--every 9` takes every ninth only. Prints questions per 100 babies a year by tempo and by
lesson, and exits 1 when a baby had more than one question to be answered now or this week in its first year.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Final

PRESSING: Final = ("now", "week")
YEAR: Final = 365
DAYS_IN_A_YEAR: Final = 365.25


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: on which day of life, which lesson, how soon."""

    day: int
    point: str
    tempo: str


@dataclass(frozen=True, slots=True)
class Followed:
    """One family over the days that were read."""

    family: str
    days: int
    asked: tuple[Asked, ...]

    @property
    def pressing_in_first_year(self) -> list[Asked]:
        """What was asked now or this week before the first birthday, from birth on."""
        return [one for one in self.asked if one.tempo in PRESSING and 0 <= one.day < YEAR]


@dataclass(slots=True)
class Counted:
    """What came of all families; rates are questions per 100 babies a year."""

    families: int
    baby_years: float
    questions: int
    per_100_babies_a_year: float
    by_tempo: dict[str, float] = field(default_factory=dict)
    by_lesson: dict[str, float] = field(default_factory=dict)
    most_pressing_in_a_first_year: int = 0
    too_often: list[dict[str, Any]] = field(default_factory=list)


def main() -> int:
    """Replay, count, print."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="sightline-questions-") as data:
        os.environ.pop("DATABASE_URL", None)
        os.environ.update(SIGHTLINE_DEMO="1", SIGHTLINE_DATA=data, SIGHTLINE_TLS="off")
        os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.config.settings"
        import django

        django.setup()
        counted = count(list(_follow(options.every)))
    print(json.dumps(asdict(counted)) if options.json else _words(counted), flush=True)
    return 1 if counted.too_often else 0


def count(followed: Iterable[Followed]) -> Counted:
    """The rates, and the families that were asked too much in the first year."""
    families = list(followed)
    years = sum(one.days for one in families) / DAYS_IN_A_YEAR
    asked = [question for one in families for question in one.asked]
    return Counted(
        families=len(families),
        baby_years=round(years, 1),
        questions=len(asked),
        per_100_babies_a_year=_rate(len(asked), years),
        by_tempo=_rates((one.tempo for one in asked), years),
        by_lesson=_rates((one.point for one in asked), years),
        most_pressing_in_a_first_year=max((len(one.pressing_in_first_year) for one in families), default=0),
        too_often=[
            {"family": one.family, "asked": [asdict(each) for each in one.pressing_in_first_year]}
            for one in families
            if len(one.pressing_in_first_year) > 1
        ],
    )


def _rates(keys: Iterable[str], years: float) -> dict[str, float]:
    return {key: _rate(number, years) for key, number in Counter(keys).most_common()}


def _rate(number: int, years: float) -> float:
    return round(100 * number / years, 2) if years else 0.0


def _follow(every: int) -> Iterator[Followed]:
    from sightline.core import clock
    from sightline.demo.families import county
    from sightline.exchange.replaying.scratch import scratch_database

    today = clock.today()
    ordinary = [family for family in county(today) if not family.life.twist]
    with scratch_database():
        for number, family in enumerate(ordinary[::every], start=1):
            if one := _replayed(family.document(today), (today - family.born).days):
                yield one
            if number % 20 == 0:
                print(f"{number} of {len(ordinary[::every])} families", file=sys.stderr, flush=True)


def _replayed(document: dict[str, Any], lived: int) -> Followed | None:
    from sightline.exchange.case_files import read
    from sightline.exchange.replaying.scratch import emptied
    from sightline.exchange.replaying.story import replay
    from sightline.prompts.models import Prompt

    if not document["facts"]:
        return None
    case = read(json.dumps(document | {"until": lived}), f"{document['id']}.yaml")
    with emptied():
        replay(case)
        asked = [
            Asked((raised_on - case.born).days, point, tempo)
            for raised_on, point, tempo in Prompt.unscoped.order_by("raised_on", "point").values_list(
                "raised_on", "point", "tempo"
            )
        ]
    first = min(fact["day"] for fact in document["facts"])
    return Followed(document["id"], max(lived - first, 1), tuple(asked))


def _words(counted: Counted) -> str:
    lines = [
        f"{counted.families} ordinary families, {counted.baby_years} baby years.",
        f"{counted.questions} questions: {counted.per_100_babies_a_year} per 100 babies a year.",
        *(f"  {tempo:<40} {rate}" for tempo, rate in counted.by_tempo.items()),
        *(f"  {point:<40} {rate}" for point, rate in counted.by_lesson.items()),
        f"Most asked now or this week in one first year: {counted.most_pressing_in_a_first_year}.",
    ]
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth family only (1: all)")
    parser.add_argument("--json", action="store_true", help="one line for machines")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
