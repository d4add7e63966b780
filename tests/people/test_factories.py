"""The makers that every other test stands on."""

from __future__ import annotations

import pytest

from factories import a_baby, an_actor, an_adult, an_nhs_number, open_to
from sightline.core.ids import is_nhs_number
from sightline.linkage.models import Claim

pytestmark = pytest.mark.django_db


def test_an_invented_nhs_number_passes_its_check_and_starts_with_999() -> None:
    number = an_nhs_number()
    assert is_nhs_number(number)
    assert number.startswith("999")


def test_a_made_baby_has_one_source_person_with_one_claim() -> None:
    baby = a_baby()
    source = baby.person.source_people.get()
    assert Claim.unscoped.get(source_person=source).person_id == baby.person_id


def test_a_made_adult_is_no_baby() -> None:
    assert not hasattr(an_adult(), "baby")


def test_an_actor_acts_in_the_team_of_its_sector_and_may_be_involved() -> None:
    actor = an_actor("gp")
    assert (actor.sector, actor.role, actor.partnership) == ("gp", "practitioner", "northshire")
    assert open_to(actor, a_baby()).team_id == actor.team_id
