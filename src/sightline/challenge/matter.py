"""One thing that can be challenged, and who can be challenged about it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.access.staff import held_on
from sightline.agencies.models import Agency, Assignment, Partnership, Professional, Team
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.people.models import Person


@dataclass(frozen=True, slots=True)
class Challenged:
    """Who can be challenged about it: a team of an agency, and who decided where one person did."""

    agency: Agency
    team: Team | None = None
    professional: Professional | None = None

    @property
    def key(self) -> str:
        """What stands for it in a form."""
        return str(self.team.pk if self.team else self.agency.pk)

    @property
    def words(self) -> str:
        """Its name."""
        return f"{self.team.name}, {self.agency.name}" if self.team else self.agency.name


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that can be challenged. `about` says in words what it is, without the child's name."""

    process: str
    process_id: uuid.UUID
    child: Person
    partnership: Partnership
    about: str
    challenged: tuple[Challenged, ...]
    sensitivity: str = "shared"

    def chosen(self, key: str) -> Challenged:
        """Whom the form names. Raises SightlineError for nobody of those offered."""
        found = next((one for one in self.challenged if one.key == key), None)
        if found is None:
            raise SightlineError("Choose whom you challenge.", why="It is sent to them.")
        return found


def put_to(actor: Actor, sender: Challenged, receiver: Challenged) -> tuple[Challenged]:
    """The other side of what one agency sent to another: the receiver, but for the receiver's own people."""
    is_receivers = actor.agency_id == receiver.agency.pk != sender.agency.pk
    return (sender,) if is_receivers else (receiver,)


def team_deciding(
    agency: Agency, roles: frozenset[str], professional: Professional | None = None
) -> Team | None:
    """The team of an agency that has one of the roles today: the decider's own, else the first."""
    held = Assignment.unscoped.filter(held_on(clock.today()), team__agency=agency, role__in=roles)
    own = held.filter(professional=professional) if professional else held.none()
    found = own.select_related("team").order_by("from_on", "id").first()
    found = found or held.select_related("team").order_by("from_on", "id").first()
    return found.team if found else None
