"""Growth: whatever was measured is shown, on the chart or as it was recorded with why it has no centile."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest

from factories import a_baby, an_actor, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import Measurement
from sightline.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return an_actor("health_visiting", name="Ruth Adeyemi")


def growth_of(client, baby):
    page = client.get(f"/babies/{baby.pk}/").content.decode()
    return page.split('id="growth"')[1].split('id="marks"')[0]


def weighed(visitor, baby, days_ago, **values):
    on = clock.today() - dt.timedelta(days=days_ago)
    record(visitor, baby.person, Measurement(**values), happened_on=on)


def test_no_weight_is_not_called_no_weighing(visitor, sign_in):
    baby = a_baby("Ash", born_days_ago=40)
    open_to(visitor, baby)
    assert "No weight is recorded. That is not the same as none taken" in growth_of(sign_in(visitor), baby)


def test_a_weight_in_the_first_fortnight_stands_on_the_chart(visitor, sign_in):
    baby = a_baby("Ash", born_days_ago=20)
    open_to(visitor, baby)
    weighed(visitor, baby, 15, weight_kg=Decimal("3.20"))
    said = growth_of(sign_in(visitor), baby)
    assert "No weight is recorded" not in said
    assert "3.20" in said
    assert "<svg" in said


def test_a_weight_of_a_baby_whose_sex_is_not_recorded_is_shown_with_why_it_has_no_centile(visitor, sign_in):
    baby = a_baby("Ash", born_days_ago=20, sex="unknown")
    open_to(visitor, baby)
    weighed(visitor, baby, 15, weight_kg=Decimal("3.20"))
    said = growth_of(sign_in(visitor), baby)
    assert "No weight is recorded" not in said
    assert "<strong>3.2 kg</strong>" in said
    assert "no centile, because the sex is not recorded" in said


def test_a_centile_that_came_without_its_weight_is_shown_as_it_was_sent(visitor, sign_in):
    baby = a_baby("Ash", born_days_ago=60)
    open_to(visitor, baby)
    weighed(visitor, baby, 15, weight_centile=Decimal("25"))
    said = growth_of(sign_in(visitor), baby)
    assert "<strong>25th centile</strong>" in said
    assert "only the centile was sent" in said


def test_a_weight_before_the_birth_is_shown_and_not_drawn(visitor, sign_in):
    baby = a_baby("Ash", born_days_ago=20)
    open_to(visitor, baby)
    weighed(visitor, baby, 30, weight_kg=Decimal("2.90"))
    said = growth_of(sign_in(visitor), baby)
    assert "no birth is recorded by then" in said
    assert "<svg" not in said


def test_the_reference_package_is_not_loaded_until_growth_is_drawn():
    asked = "import sys, sightline.web.pictures.growth_chart; sys.exit('rcpchgrowth' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False, timeout=60).returncode == 0
