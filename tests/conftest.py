"""What every test may use: the clock set to a known day, the shared real inputs where they are present."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import emptying
from sightline.core import clock

emptying.allow()
ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SIGHTLINE_SHARED", ROOT.parent / "shared"))


@pytest.fixture
def shared_data() -> Path:
    """The folder of real inputs that nobody here wrote; tests that need it skip, saying so, without it."""
    data = SHARED / "data"
    if not data.is_dir():
        pytest.skip(f"The optional folder of shared inputs is absent: {data}")
    return data


@pytest.fixture
def a_monday() -> Iterator[dt.date]:
    """The clock stands at 10:00 on Monday 23 November 2026."""
    day = dt.date(2026, 11, 23)
    with clock.at(dt.datetime(2026, 11, 23, 10, 0, tzinfo=clock.LONDON)):
        yield day
