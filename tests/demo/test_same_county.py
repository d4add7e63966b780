"""The invented county is the same every time that it is made."""

from __future__ import annotations

import pytest
from small_county import MORNING, fingerprint, made

from sightline.demo.families import BABIES, county


@pytest.mark.django_db
def test_two_makings_give_the_same_records_people_and_questions() -> None:
    with made():
        first = fingerprint()
    with made():
        second = fingerprint()
    assert len(first) > 1000
    assert first == second


def test_four_hundred_families_live_the_same_lives_every_time() -> None:
    today = MORNING.date()
    first, second = ([family.document(today) for family in county(today)] for _ in range(2))
    assert len(first) == BABIES == 400
    assert first == second
