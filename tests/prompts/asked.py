"""What the tests of questions have in common: a family around a baby, and entries that raise a question.

Each maker goes the product's own way, so that a question is raised as in use. The clock is the test's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from factories import a_baby, a_mother, an_actor, open_to
from sightline.access.models import Involvement
from sightline.chronology.actions import record
from sightline.chronology.kinds import Injury, MovedArea, Statement
from sightline.chronology.models import Entry
from sightline.chronology.queries import chronology_of
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.people.models import Baby, Person
from sightline.prompts.days import catch_up
from sightline.prompts.models import Prompt
from sightline.prompts.queries import Question, questions_on

DAY = dt.date(2026, 11, 23)
MARK, MOVE, HARD = "non-mobile-injury", "history-not-received", "parent-says-struggling"


@dataclass
class Family:
    """A baby of 60 days, its mother, and its health visitor."""

    baby: Baby
    mother: Person
    visitor: Actor
    involved: Involvement

    @property
    def child(self) -> Person:
        return self.baby.person


def a_family(visitor: Actor | None = None, **header: Any) -> Family:
    """A new family whose health visitor (a new one) is involved."""
    actor = visitor or an_actor("health_visiting")
    baby = a_baby(born_on=DAY - dt.timedelta(days=60), **header)
    return Family(baby, a_mother(baby), actor, open_to(actor, baby))


@contextmanager
def on(days: int, hour: int = 10) -> Iterator[dt.date]:
    """The clock stands at that hour, so many days after Monday 23 November 2026."""
    day = DAY + dt.timedelta(days=days)
    with clock.at(dt.datetime.combine(day, dt.time(hour), clock.LONDON)):
        yield day


def a_mark(family: Family, site: str = "left cheek", by: Actor | None = None, **more: Any) -> Entry:
    """A bruise today: asked the same day, of whoever saw it."""
    detail = Injury("bruise", site=site, **more)
    return record(by or family.visitor, family.child, detail, happened_on=clock.today())


def a_move(family: Family) -> Entry:
    """A move today without the history: asked within a week, 28 days later, of the health visitor."""
    detail = MovedArea(from_area="another county", history_received=False)
    return record(family.visitor, family.child, detail, happened_on=clock.today())


def told_by_mother(family: Family, code: str, by: Actor | None = None) -> Entry:
    """The mother says something today, to the health visitor when nobody else is given."""
    said = (("by", family.mother),)
    return record(by or family.visitor, family.child, Statement(code), happened_on=clock.today(), people=said)


def pass_today() -> None:
    """The day begins, as the tick has it."""
    for _ in catch_up(clock.today()):
        pass


def each_day(first: int, last: int, do: Callable[[], object] = pass_today) -> None:
    """Do something on each of these days; by default let it pass."""
    for number in range(first, last + 1):
        with on(number):
            do()


def prompts_of(family: Family, point: str) -> list[Prompt]:
    """Every prompt of the point about the baby, in the order in which they were raised."""
    found = Prompt.unscoped.filter(child=family.child, point=point)
    return list(found.order_by("raised_at", "id"))


def the_prompt(family: Family, point: str) -> Prompt:
    """The only prompt of the point about the baby."""
    (prompt,) = prompts_of(family, point)
    return prompt


def on_page(actor: Actor, family: Family) -> list[Question]:
    """The questions that the actor finds on the baby's page."""
    return questions_on(actor, family.child.pk, chronology_of(actor, family.child.pk))
