"""SDS and centiles, by UK-WHO corrected for gestation."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest

from factories import a_baby, a_person, a_source_person, an_agency, an_entry, entry_on, received
from sightline.chronology import ages
from sightline.chronology.events import GrowthRestated
from sightline.chronology.growth import centile_of, sds_of
from sightline.chronology.kinds import Birth, Measurement, Pregnancy
from sightline.chronology.models import Growth
from sightline.core import events
from sightline.core.actors import IMPORT
from sightline.linkage.actions import link, unlink

BORN = dt.date(2026, 8, 24)
METHODS = {"weight": "weight", "height": "length", "ofc": "head"}


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=dt.UTC).date()


@pytest.mark.parametrize(("which", "within"), [("corrected", 0.01), ("chronological", 0.012)])
def test_sds_agree_with_the_reference(shared_data: Path, which: str, within: float) -> None:
    """What is stored is corrected. Of the chronological values rcpchgrowth itself is 0.0115 off in one."""
    path = shared_data / "growth" / "rcpchgrowth" / "sds_age_validation_2021.json"
    rows = [row for row in json.loads(path.read_text()) if row["measurement_method"] in METHODS]
    assert len(rows) == 3000
    for row in rows:
        born, seen = _day(row["birth_date"]), _day(row["observation_date"])
        gestation = row["gestation_weeks"] * 7 + row["gestation_days"] if which == "corrected" else 280
        age = ages.corrected_age_in_days(born, gestation, seen)
        sds = sds_of(METHODS[row["measurement_method"]], row["observation_value"], age, row["sex"])
        reference = row[f"{which}_sds"]
        assert sds == (None if reference is None else pytest.approx(reference, abs=within))


def test_the_middle_of_the_reference_is_the_fiftieth_centile() -> None:
    assert centile_of(0) == pytest.approx(50)
    assert centile_of(-2 / 3) == pytest.approx(25.2, abs=0.1)


def test_what_the_reference_does_not_cover_stays_empty() -> None:
    assert sds_of("length", 30, -110, "male") is None
    assert sds_of("weight", 0.6, -200, "female") is None


@pytest.mark.django_db
def test_growth_is_worked_out_on_writing_and_corrected_for_gestation() -> None:
    baby = a_baby(born_on=BORN, sex="female")
    entry_on(baby.person, Birth(born_on=BORN, sex="female", gestation_days=224), BORN)
    seen = BORN + dt.timedelta(days=91)
    entry = entry_on(baby.person, Measurement(weight_kg=Decimal("4.2"), head_cm=Decimal("37.5")), seen)
    growth = Growth.unscoped.get(entry=entry)
    assert (growth.chronological_age_days, growth.corrected_age_days) == (91, 35)
    assert growth.weight_sds == pytest.approx(sds_of("weight", 4.2, 35, "female"))
    assert growth.weight_centile == pytest.approx(centile_of(growth.weight_sds or 0))
    assert growth.head_sds is not None
    assert growth.length_sds is None


@pytest.mark.django_db
def test_growth_waits_for_the_birth_and_is_restated_when_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[GrowthRestated] = []
    monkeypatch.setitem(events._subscribers, GrowthRestated, [told.append])
    agency, seen = an_agency("midwifery"), BORN + dt.timedelta(days=70)
    weighed = received(
        agency, a_person("b1", kind="baby"), an_entry("b1", Measurement(weight_kg=Decimal("5")), seen)
    )
    assert not Growth.unscoped.exists()
    received(agency, an_entry("b1", Birth(born_on=BORN, sex="male"), BORN))
    assert Growth.unscoped.get().corrected_age_days == 70
    received(agency, an_entry("b1", Pregnancy(expected_on=BORN + dt.timedelta(days=42)), BORN))
    assert Growth.unscoped.get().corrected_age_days == 28
    assert [event.entry_ids for event in told] == [weighed.entry_ids, weighed.entry_ids]


@pytest.mark.django_db
def test_growth_follows_a_link_and_its_undoing() -> None:
    baby = a_baby(born_on=BORN, sex="male")
    entry_on(baby.person, Birth(born_on=BORN, sex="male", gestation_days=280), BORN)
    other = a_source_person(an_agency("gp"), kind="baby")
    entry_on(
        other.person, Measurement(weight_kg=Decimal("5")), BORN + dt.timedelta(days=60), agency=other.agency
    )
    assert not Growth.unscoped.exists()
    claim = link(IMPORT, other, baby.person, "Same red book.")
    assert Growth.unscoped.get().weight_sds is not None
    unlink(IMPORT, claim, "It was a cousin's.")
    assert not Growth.unscoped.exists()


@pytest.mark.django_db
def test_a_measurement_without_an_exact_day_or_before_birth_has_no_growth() -> None:
    baby = a_baby(born_on=BORN)
    weight = Measurement(weight_kg=Decimal("5"))
    entry_on(baby.person, weight, BORN - dt.timedelta(days=1))
    entry_on(
        baby.person, weight, happened_from=BORN, happened_to=BORN + dt.timedelta(days=6), precision="week"
    )
    assert not Growth.unscoped.exists()
