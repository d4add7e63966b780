"""What nobody sends cannot be computed: said so, never raised, never taken as clear."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

import pytest

from sightline.signals.engines import sqlite
from sightline.signals.population.drawing import values_on
from sightline.signals.statement import computed
from sightline.signals.supply import missing, supplied_kinds
from sightline.signals.tables import OPEN

POINTS = {point.id: point for point in computed()}


@pytest.fixture
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    sqlite.create(connection)
    return connection


def sends(database: sqlite3.Connection, *kinds: str, **more: Any) -> None:
    told = {
        "partnership": "here", "sector": "gp", "agency": "gp-one", "known_from": 0, "known_until": OPEN,
        "last_day": 1,
    } | more  # fmt: skip
    sqlite.insert(database, "supply", [told | {"kind": kind} for kind in kinds])


def test_where_nobody_sends_anything_no_signal_can_be_computed(database: sqlite3.Connection) -> None:
    assert sqlite.not_computable(database, values_on()) == [point.id for point in computed() if point.needs]


def test_a_kind_that_somebody_sends_can_be_computed(database: sqlite3.Connection) -> None:
    sends(database, "touchpoint")
    left = sqlite.not_computable(database, values_on())
    assert "icon-gap" not in left
    assert "not-brought-pattern" in left


def test_any_one_of_several_kinds_will_do_where_the_lesson_says_so(database: sqlite3.Connection) -> None:
    sends(database, "seen")
    assert "unseen-man" not in sqlite.not_computable(database, values_on())


def test_another_partnership_sends_for_itself_only(database: sqlite3.Connection) -> None:
    sends(database, "touchpoint", partnership="there")
    assert "icon-gap" in sqlite.not_computable(database, values_on())


@pytest.mark.parametrize("more", [{"known_until": 1}, {"known_from": OPEN - 1}], ids=["no longer", "not yet"])
def test_supply_is_as_it_was_known(database: sqlite3.Connection, more: dict[str, int]) -> None:
    sends(database, "touchpoint", **more)
    assert supplied_kinds(database.cursor(), "sqlite", values_on()) == set()


def test_what_is_missing_is_named_with_its_alternatives() -> None:
    made = replace(POINTS["icon-gap"], needs=("touchpoint", ("contact", "seen")))
    assert missing(made, {"seen"}) == ["touchpoint"]
    assert missing(made, {"touchpoint"}) == ["contact or seen"]
    assert missing(made, {"touchpoint", "contact"}) == []
