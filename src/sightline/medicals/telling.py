"""Telling those who wait for a medical. A notice says that something changed, and nothing clinical."""

from __future__ import annotations

from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.models import Assignment
from sightline.core import clock
from sightline.medicals.models import Medical
from sightline.medicals.policy import EXAMINER


def tell_askers(medical: Medical, words: str) -> None:
    """Tell whoever asked. Their team sees it on the medical's page as well."""
    tell([medical.asked_by_id] if medical.asked_by_id else [], medical.child_id, words)


def tell_examiners(medical: Medical, words: str) -> None:
    """Tell every examiner of the agency asked: a role, and not one person."""
    held = Assignment.unscoped.filter(
        held_on(clock.today()), role=EXAMINER, team__agency_id=medical.to_agency_id
    )
    tell(held.values_list("professional_id", flat=True), medical.child_id, words)
