"""One clock as a line of a list: what, for whom, by when, and where it leads."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sightline.clocks.models import Clock
from sightline.clocks.queries import Due
from sightline.core.actors import Actor
from sightline.people.models import Person
from sightline.web.due_words import due_words
from sightline.web.pages.places import page_of

NO_NAME: Final = "A child whose page is not open to you"


@dataclass(frozen=True, slots=True)
class Line:
    """One clock as a list shows it."""

    due: Due
    whom: str
    when: str
    address: str | None


def line_of(actor: Actor, one: Due, children: Mapping[uuid.UUID, Person], now: dt.datetime) -> Line:
    """One line of a list: the child is named only where `children` has it."""
    child = children.get(one.clock.pk)
    return Line(
        one,
        whom_in_words(one.clock, children),
        due_words(one.clock, one.rule, now),
        page_of(actor, one.clock, child),
    )


def whom_in_words(one: Clock, children: Mapping[uuid.UUID, Person]) -> str:
    """The child's name where it may be named; else words that are the same for every child."""
    child = children.get(one.pk)
    if child:
        return child.name
    return NO_NAME if one.child_id else "Not about one child"
