"""What must be known of babies to say whose a question is: read once for all of them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from sightline.access.doors import LATELY, in_force
from sightline.access.models import BreakGlass, Involvement, OpenMatter
from sightline.access.openness import Openness, openness_of_each
from sightline.agencies.models import Agency
from sightline.core import clock
from sightline.people.models import Baby, SourcePerson
from sightline.people.queries import in_parts
from sightline.prompts.owners import Around
from sightline.prompts.policy import Policy, policy_on


class Surroundings:
    """Who is around each of these babies on a day, what is open on it, and its partnership's policy."""

    def __init__(self, children: Iterable[uuid.UUID], day: dt.date) -> None:
        self.day = day
        wanted = list(children)
        self.involved = involved_on(wanted, day)
        self.openness = _openness(wanted, day)
        self._glass = _glass(wanted)
        self._records = _records(wanted)
        self._concerned = _concerned(wanted, day)
        self._babies = {
            child: (code, surgery)
            for some in in_parts(wanted)
            for child, code, surgery in Baby.unscoped.filter(person_id__in=some).values_list(
                "person_id", "partnership__code", "registered_gp_id"
            )
        }
        self.agencies = {agency.id: agency for agency in _agencies()}
        self._by_sector = _by_sector(self.agencies.values())
        self._policies: dict[str, Policy] = {}

    def around(self, child: uuid.UUID) -> Around:
        """Who is there to be asked about the baby."""
        code, surgery = self._babies[child]
        return Around(
            involved=tuple(self.involved.get(child, ())),
            lead_is_open=self.openness[child] == "concern",
            agencies=self._by_sector.get(code, {}),
            surgery=surgery,
            glass=frozenset(self._glass.get(child, ())),
            records=frozenset(self._records.get(child, ())),
            front_door_is_open=child in self._concerned,
        )

    def policy_of(self, child: uuid.UUID) -> Policy:
        """What the baby's partnership decided, on the day."""
        code = self._babies[child][0]
        if code not in self._policies:
            self._policies[code] = policy_on(code, self.day)
        return self._policies[code]


def involved_on(children: Iterable[uuid.UUID], day: dt.date) -> dict[uuid.UUID, list[Involvement]]:
    """The involvements in force on a day (this instant, today), by child, the latest last."""
    force = in_force(None if day == clock.today() else day)
    found: dict[uuid.UUID, list[Involvement]] = defaultdict(list)
    for some in in_parts(children):
        rows = Involvement.unscoped.filter(force, child_id__in=some).select_related("team__agency")
        for row in rows.order_by("from_on", "id"):
            found[row.child_id].append(row)
    return dict(found)


def _openness(children: list[uuid.UUID], day: dt.date) -> dict[uuid.UUID, Openness]:
    return {
        child: open_ for some in in_parts(children) for child, open_ in openness_of_each(some, day).items()
    }


def _glass(children: list[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for some in in_parts(children):
        broken = BreakGlass.unscoped.filter(expires_at__gt=clock.now(), child_id__in=some)
        for child, team in broken.values_list("child_id", "team_id"):
            found[child].add(team)
    return found


def _records(children: list[uuid.UUID]) -> dict[uuid.UUID, set[uuid.UUID]]:
    """The agencies that hold a record of each baby."""
    found: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for some in in_parts(children):
        held = SourcePerson.unscoped.filter(person_id__in=some, withdrawn=False)
        for child, agency in held.values_list("person_id", "agency_id"):
            found[child].add(agency)
    return found


def _concerned(children: list[uuid.UUID], day: dt.date) -> set[uuid.UUID]:
    """The babies on whom a concern is open on the day, or ended lately."""
    since_lately = Q(until__isnull=True) | Q(until__gte=day - LATELY)
    matters = OpenMatter.unscoped.filter(since_lately, level="concern", since__lte=day)
    return {
        child
        for some in in_parts(children)
        for child in matters.filter(child_id__in=some).values_list("child_id", flat=True)
    }


def _agencies() -> list[Agency]:
    return list(Agency.unscoped.select_related("partnership").order_by("-code"))


def _by_sector(agencies: Iterable[Agency]) -> dict[str, dict[str, uuid.UUID]]:
    """One agency a sector, by partnership: the first by code."""
    found: dict[str, dict[str, uuid.UUID]] = {}
    for agency in agencies:
        found.setdefault(agency.partnership.code, {})[agency.sector] = agency.id
    return found
