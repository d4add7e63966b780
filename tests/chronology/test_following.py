"""Until when a baby is followed."""

from __future__ import annotations

import datetime as dt

import pytest

from factories import a_baby, a_partnership, an_actor, an_agency, entry_on
from sightline.agencies.models import PolicySetting
from sightline.chronology.following import close_babies, followed_until
from sightline.chronology.kinds import Plan
from sightline.core.actors import TICK
from sightline.core.errors import Refused
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db
BORN = dt.date(2024, 11, 23)
SECOND_BIRTHDAY = dt.date(2026, 11, 23)


def is_closed(baby: Baby) -> bool:
    baby.refresh_from_db()
    return baby.closed_on is not None


@pytest.mark.parametrize(
    ("day", "closed"), [(SECOND_BIRTHDAY - dt.timedelta(days=1), False), (SECOND_BIRTHDAY, True)]
)
def test_a_baby_is_followed_until_the_day_before_its_second_birthday(day: dt.date, closed: bool) -> None:
    baby = a_baby(born_on=BORN)
    close_babies(TICK, day)
    assert is_closed(baby) == closed


def test_a_baby_born_on_29_february_is_two_on_1_march() -> None:
    assert followed_until(a_baby(born_on=dt.date(2024, 2, 29))) == dt.date(2026, 2, 28)


def test_an_unborn_baby_is_followed() -> None:
    baby = a_baby(unborn=True)
    assert followed_until(baby) is None
    close_babies(TICK, dt.date(2040, 1, 1))
    assert not is_closed(baby)


def test_a_plan_that_is_open_keeps_the_page_open_and_its_end_closes_it() -> None:
    baby = a_baby(born_on=BORN)
    care = an_agency("social_care")
    entry_on(baby.person, Plan(type="child_protection"), BORN, agency=care, source_id="p1")
    close_babies(TICK, SECOND_BIRTHDAY)
    assert not is_closed(baby)
    end = SECOND_BIRTHDAY + dt.timedelta(days=30)
    entry_on(baby.person, Plan(type="child_protection", end_on=end), BORN, agency=care, source_id="p1")
    close_babies(TICK, end)
    assert not is_closed(baby)
    close_babies(TICK, end + dt.timedelta(days=1))
    assert is_closed(baby)


def test_a_partnership_may_follow_for_longer_from_a_day_on() -> None:
    baby = a_baby(born_on=BORN)
    PolicySetting.unscoped.create(
        partnership=a_partnership(),
        name="followed_until_months",
        value="36",
        from_on=SECOND_BIRTHDAY,
        source="Board minute",
        set_by="test",
    )
    close_babies(TICK, SECOND_BIRTHDAY)
    assert not is_closed(baby)


def test_closing_twice_closes_once_and_nobody_does_it_by_hand() -> None:
    a_baby(born_on=BORN)
    assert [close_babies(TICK, SECOND_BIRTHDAY), close_babies(TICK, SECOND_BIRTHDAY)] == [1, 0]
    with pytest.raises(Refused):
        close_babies(an_actor(), SECOND_BIRTHDAY)
