"""Events reach those who subscribed, in order, once each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from sightline.core import events
from sightline.core.events import Event, publish, subscribe


@dataclass(frozen=True, slots=True)
class Rained(Event):
    where: str


@dataclass(frozen=True, slots=True)
class Poured(Rained):
    pass


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    yield
    for event in (Rained, Poured):
        events._subscribers.pop(event, None)


def test_subscribers_are_told_in_the_order_in_which_they_subscribed_and_twice_is_once() -> None:
    told: list[str] = []

    def low(event: Rained) -> None:
        told.append(f"low {event.where}")

    def high(event: Rained) -> None:
        told.append(f"high {event.where}")

    for subscriber in (low, high, low):
        subscribe(Rained, subscriber)
    publish(Rained("here"))
    assert told == ["low here", "high here"]


def test_an_event_that_nobody_subscribed_to_is_no_fault_and_kinds_are_told_apart() -> None:
    told: list[Event] = []
    subscribe(Rained, told.append)
    publish(Poured("there"))
    assert told == []


def test_a_subscriber_that_fails_stops_the_rest() -> None:
    told: list[str] = []

    def failing(event: Rained) -> None:
        raise ValueError("flood")

    subscribe(Rained, failing)
    subscribe(Rained, lambda event: told.append(event.where))
    with pytest.raises(ValueError, match="flood"):
        publish(Rained("here"))
    assert told == []
