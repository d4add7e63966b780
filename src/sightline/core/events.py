"""How a low room makes a high room act.

A room subscribes in its `apps.py`; subscribers run in the same transaction, in room order (the order of
INSTALLED_APPS, lowest first); one that fails rolls everything back.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar


@dataclass(frozen=True, slots=True)
class Event:
    """Something that has happened, in this transaction. Each room declares its own."""


EventType = TypeVar("EventType", bound=Event)
_subscribers: dict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)


def subscribe(event: type[EventType], subscriber: Callable[[EventType], None]) -> None:
    """Call `subscriber` with each `event`, after those of lower rooms. Twice is once."""
    if subscriber not in _subscribers[event]:
        _subscribers[event].append(subscriber)


def publish(event: Event) -> None:
    """Tell every subscriber, now, in this transaction."""
    for subscriber in _subscribers[type(event)]:
        subscriber(event)


@dataclass(frozen=True, slots=True)
class DayPassed(Event):
    """The clock has come to a new Europe/London day, given as a day number (`core.clock`)."""

    day: int


@dataclass(frozen=True, slots=True)
class DigestDue(Event):
    """How much is due of a professional this morning: counts, and nothing about anybody.

    Overdue, due by the end of today, and due later within five working days. Published once a working day.
    """

    professional_id: uuid.UUID
    overdue: int
    today: int
    week: int
