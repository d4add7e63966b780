"""Keeping an address confidential, or no longer."""

from __future__ import annotations

from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.people.models import Address
from sightline.people.queries import children_of

KEEPERS = ("practitioner", "team_manager", "safeguarding_lead")


def may_keep_address_confidential(
    actor: Actor, address: Address, because: str, *, confidential: bool = True
) -> Decision:
    """The agency that holds the address; to lift it, that agency's safeguarding lead."""
    if address.source_person.agency_id != actor.agency_id or actor.role not in KEEPERS:
        return refuse("An address is kept confidential by the agency that holds it.")
    if not confidential and actor.role != "safeguarding_lead":
        return refuse("Only the safeguarding lead lets a confidential address be shown again.")
    return allow("It is an address that the actor's agency holds.")


@action("address.kept_confidential", may=may_keep_address_confidential)
def keep_address_confidential(
    actor: Actor, address: Address, because: str, *, confidential: bool = True
) -> Address:
    """Keep an address from everybody but the readers whom the policy table names (`access.addresses`).

    Raises SightlineError without a reason.
    """
    if not because.strip():
        raise SightlineError("Say why, and who asked for it.")
    address.confidential = confidential
    address.save(update_fields=["confidential"])
    children = children_of([address.source_person.person_id])
    concerned = {str(child) for found in children.values() for child in found}
    current().note(f"address:{address.id}", *sorted(concerned))
    return address
