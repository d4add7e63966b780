"""The signal tables and their companions again, from entries and claims alone."""

from __future__ import annotations

from typing import Final

from sightline.access.models import OpenMatter
from sightline.agencies.models import Agency
from sightline.chronology.models import Entry
from sightline.core.actions import action
from sightline.core.actors import Actor, system
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.unit import current
from sightline.people.models import Baby, NetworkMember, Person
from sightline.people.queries import in_parts
from sightline.projection.keeping import put
from sightline.projection.matters import restate_matters
from sightline.projection.models import SIGNAL_MODELS
from sightline.projection.network import restate_network
from sightline.projection.persons import restate_persons
from sightline.projection.supplies import restate_supply
from sightline.projection.writing import entries_of, rows_of_entries

REBUILD: Final = system("rebuild")


def rebuild() -> None:
    """Write everything again in one transaction, as the system actor `system:rebuild`."""
    rebuild_tables(REBUILD)


def may_rebuild(actor: Actor) -> Decision:
    """A part of the system only: nothing new is told, but everything is written."""
    return allow("The record tells itself again.") if actor.is_system else refuse("The system does this.")


@action("projection.rebuilt", may=may_rebuild)
def rebuild_tables(actor: Actor) -> None:
    """Empty the tables and tell every entry, person and agency again."""
    for model in SIGNAL_MODELS.values():
        model.unscoped.all().delete()
    NetworkMember.unscoped.all().delete()
    OpenMatter.unscoped.all().delete()
    for some in in_parts(Entry.unscoped.order_by("known_at", "pk").values_list("pk", flat=True)):
        put(rows_of_entries(entries_of(some)))
    babies = set(Baby.unscoped.values_list("pk", flat=True))
    restate_persons(Person.unscoped.values_list("pk", flat=True), births=babies)
    restate_network(babies)
    restate_matters(babies)
    restate_supply(Agency.unscoped.values_list("pk", flat=True))
    current().note("projection:all")
