"""What stands at the top of a baby's page is stated by an action, whole, and traced."""

from __future__ import annotations

import pytest

from factories import a_baby, a_professional, a_team, an_actor, an_adult, an_agency
from sightline.agencies.models import Assignment, Professional
from sightline.core.actors import IMPORT
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.people.actions import Header, state_headers
from sightline.people.models import Baby

pytestmark = pytest.mark.django_db


def a_gp(practice: str = "gp") -> Professional:
    doctor = a_professional("gp", "Dr Sam Example")
    Assignment.unscoped.create(
        professional=doctor, team=a_team(an_agency("gp", practice)), role="practitioner"
    )
    return doctor


def test_a_header_is_on_the_page_and_in_the_ledger() -> None:
    baby, practice, doctor = a_baby(), an_agency("gp"), a_gp()
    assert state_headers(IMPORT, [Header(baby.pk, "Polish", True, "Text only.", practice, doctor)]) == 1
    told = Baby.unscoped.get(pk=baby.pk)
    assert (told.language, told.interpreter, told.safe_contact) == ("Polish", True, "Text only.")
    assert (told.registered_gp, told.named_gp) == (practice, doctor)
    assert told.born_on == baby.born_on, "What entries tell stays."
    entry = LedgerEntry.ledger.get(event="headers.stated")
    assert [one.child_id for one in entry.children.all()] == [baby.pk]


def test_the_same_header_again_changes_nothing() -> None:
    header = Header(a_baby().pk, "English")
    assert [state_headers(IMPORT, [header]) for _ in range(2)] == [1, 0]


def test_a_practitioner_does_not_state_a_header() -> None:
    with pytest.raises(Refused):
        state_headers(an_actor("health_visiting"), [Header(a_baby().pk, "English")])


def test_only_a_followed_baby_has_a_header() -> None:
    baby = a_baby()
    with pytest.raises(SightlineError, match="No baby is followed"):
        state_headers(IMPORT, [Header(baby.pk, "Polish"), Header(an_adult().pk, "Polish")])
    assert Baby.unscoped.get(pk=baby.pk).language == ""


def test_a_named_gp_works_in_the_registered_practice() -> None:
    header = Header(a_baby().pk, registered_gp=an_agency("gp", "elsewhere"), named_gp=a_gp())
    with pytest.raises(SightlineError, match="does not work in the practice"):
        state_headers(IMPORT, [header])
