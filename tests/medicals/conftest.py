"""What every test of this room starts from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from medical_world import Place, a_place

from sightline.core import clock


@pytest.fixture(autouse=True)
def _a_monday_morning() -> Iterator[None]:
    """The clock stands at 10:00 on Monday 23 November 2026."""
    with clock.at(dt.datetime(2026, 11, 23, 10, tzinfo=clock.LONDON)):
        yield


@pytest.fixture
def place(db: None) -> Place:
    """A social worker with an open baby, and a hospital with an examiner."""
    return a_place()
