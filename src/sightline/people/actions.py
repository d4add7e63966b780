"""Stating what stands at the top of a baby's page and no entry tells."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sightline.agencies.models import Agency, Assignment, Professional
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.people.models import Baby
from sightline.people.queries import in_parts

STATED = ("language", "interpreter", "safe_contact", "registered_gp", "named_gp")


@dataclass(frozen=True, slots=True)
class Header:
    """A baby's language, whether an interpreter is needed, how it is safe to make contact, and its GP.

    Empty, or None, says that it is not known.
    """

    child_id: uuid.UUID
    language: str = ""
    interpreter: bool | None = None
    safe_contact: str = ""
    registered_gp: Agency | None = None
    named_gp: Professional | None = None


def may_state_headers(actor: Actor, headers: Sequence[Header]) -> Decision:
    """Parts of the system that load records; no page changes a header by hand yet."""
    if actor.is_system:
        return allow("Records that come in say what stands at the top of a page.")
    return refuse("The top of a page is stated by the records that come in.")


@action("headers.stated", may=may_state_headers)
def state_headers(actor: Actor, headers: Sequence[Header]) -> int:
    """Put these headers on the babies' pages, whole; how many said anything new.

    Raises SightlineError for somebody who is not followed as a baby, or a named GP who does not work in the
    registered practice.
    """
    _refuse_strangers(headers)
    babies = _babies(header.child_id for header in headers)
    if missing := sorted(str(header.child_id) for header in headers if header.child_id not in babies):
        raise SightlineError(f"No baby is followed under {', '.join(missing)}.")
    new = [babies[header.child_id] for header in headers if _put(babies[header.child_id], header)]
    # An upsert of rows that all exist: many times quicker than bulk_update.
    Baby.unscoped.bulk_create(
        new, update_conflicts=True, unique_fields=["person"], update_fields=STATED, batch_size=500
    )
    for baby in new:
        current().note(f"baby:{baby.pk}", str(baby.pk))
    return len(new)


def _babies(child_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Baby]:
    return {baby.pk: baby for some in in_parts(child_ids) for baby in Baby.unscoped.filter(pk__in=some)}


def _put(baby: Baby, header: Header) -> bool:
    """Put the header on the row; whether any of it is new."""
    said = {
        "language": header.language,
        "interpreter": header.interpreter,
        "safe_contact": header.safe_contact,
        "registered_gp_id": header.registered_gp and header.registered_gp.pk,
        "named_gp_id": header.named_gp and header.named_gp.pk,
    }
    new = {name: value for name, value in said.items() if getattr(baby, name) != value}
    for name, value in new.items():
        setattr(baby, name, value)
    return bool(new)


def _refuse_strangers(headers: Sequence[Header]) -> None:
    """Refuse a named GP who has no place in the registered practice."""
    wanted = {
        (header.named_gp.pk, header.registered_gp and header.registered_gp.pk)
        for header in headers
        if header.named_gp is not None
    }
    held = Assignment.unscoped.filter(professional_id__in={doctor for doctor, _ in wanted})
    if wanted - set(held.values_list("professional_id", "team__agency_id")):
        raise SightlineError(
            "The named GP does not work in the practice where the baby is registered.",
            next_step="Name a GP of that practice, or leave the name out.",
        )
