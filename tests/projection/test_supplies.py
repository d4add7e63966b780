"""Which agency sends which kind of entry."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from kept import MONDAY, at_noon, noon, rows

from factories import a_person, an_agency, an_entry, received
from sightline.chronology.kinds import Contact, Injury
from sightline.core.clock import day_number
from sightline.core.unit import unit
from sightline.projection.models import SupplyPromise
from sightline.projection.supplies import promise
from sightline.signals.tables import OPEN

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 9, 14)


def bring(*what: Any, days: int = 0) -> None:
    with at_noon(days):
        received(an_agency("midwifery", "north-maternity"), a_person("baby", kind="baby"), *what)


def test_a_kind_is_supplied_from_the_first_entry_of_it_that_comes() -> None:
    bring(an_entry("baby", Contact(), DAY))
    bring(an_entry("baby", Contact(), DAY), an_entry("baby", Injury("mark"), DAY), days=3)
    contact, injury = rows("supply")
    assert contact == {
        "partnership": "northshire", "kind": "contact", "sector": "midwifery", "agency": "north-maternity",
        "known_from": noon(), "known_until": OPEN, "last_day": day_number(MONDAY) + 3,
    }  # fmt: skip
    assert (injury["kind"], injury["known_from"]) == ("injury", noon(3))


def test_an_imprecise_entry_supplies_its_kind_all_the_same() -> None:
    bring(an_entry("baby", Contact(), DAY, happened_from=None, happened_to=None, precision="order_only"))
    assert [row["last_day"] for row in rows("supply")] == [day_number(MONDAY)]


def test_what_was_once_sent_stays_sent_when_it_is_replaced_or_taken_back() -> None:
    bring(an_entry("baby", Contact(), DAY, source_id="c"))
    bring(an_entry("baby", Contact(child_seen=True), DAY, source_id="c"), days=1)
    bring(an_entry("baby", Contact(), DAY, source_id="c", withdrawn=True), days=2)
    [row] = rows("supply")
    assert (row["known_from"], row["known_until"], row["last_day"]) == (noon(), OPEN, day_number(MONDAY) + 2)


def test_an_agency_that_says_it_will_send_a_kind_supplies_it_from_then_on() -> None:
    agency = an_agency("gp")
    with at_noon(), unit():
        promise(agency, ["measurement", "contact"])
    assert [(row["kind"], row["agency"], row["known_from"]) for row in rows("supply")] == [
        ("contact", "gp", noon()),
        ("measurement", "gp", noon()),
    ]


def test_a_promise_made_twice_is_one_and_stands_from_the_first() -> None:
    for days in (0, 4):
        with at_noon(days), unit():
            promise(an_agency("gp"), ["contact"])
    assert SupplyPromise.unscoped.count() == 1
    assert [row["known_from"] for row in rows("supply")] == [noon()]


def test_a_promise_of_no_kind_of_entry_is_refused() -> None:
    with unit(), pytest.raises(ValueError, match="telegram"):
        promise(an_agency("gp"), ["telegram"])
