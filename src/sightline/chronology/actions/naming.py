"""Bringing somebody new into the record from a baby's page: a partner, a man nobody has met."""

from __future__ import annotations

import datetime as dt

from sightline.chronology.policy import may_name, own_agency
from sightline.core import clock, ids
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.linkage.automatic import consider
from sightline.linkage.claims import claim_own
from sightline.linkage.known import PAGE_SYSTEM
from sightline.people.models import Person, SourcePerson


@action("person.named", may=may_name)
def name_person(
    actor: Actor,
    child: Person,
    *,
    given_name: str = "",
    family_name: str = "",
    sex: str = "unknown",
    born_on: dt.date | None = None,
) -> Person:
    """A new person, known to the actor's agency alone until somebody links it.

    The entry recorded next says how they stand to the child. A name may be missing: a man may be described
    before he is named.

    Raises SightlineError when a date of birth has not come yet.
    """
    known = {"given_name": given_name.strip(), "family_name": family_name.strip(), "sex": sex}
    if born_on is not None and born_on > clock.today():
        raise SightlineError("This date of birth has not come yet.", next_step="Correct the day.")
    born = {"born_from": born_on, "born_to": born_on}
    person = Person.unscoped.create(**known, **born)
    source = SourcePerson.unscoped.create(
        agency_id=own_agency(actor),
        source_system=PAGE_SYSTEM,
        key=f"named:{ids.new_id()}",
        person=person,
        **known,
        **born,
    )
    claim_own([source], actor.id)
    current().note(f"source_person:{source.id}", str(child.pk))
    consider(actor, [source])
    return person
