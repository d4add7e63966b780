"""Telling professionals something about a baby: the one way in which a notice is written."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from sightline.access.doors import closure_in_force, in_force
from sightline.access.events import NoticeGiven
from sightline.access.models import BreakGlass, Closure, Involvement, Notice, StaffPerson
from sightline.access.staff import covering, held_on
from sightline.agencies.models import Assignment
from sightline.core import clock
from sightline.core.events import publish
from sightline.people.models import Baby, NetworkMember, Person
from sightline.people.queries import of_one_page

Place = tuple[uuid.UUID, uuid.UUID]
"""A team and its agency."""


def tell(
    professional_ids: Iterable[uuid.UUID],
    child: Person | uuid.UUID,
    words: str,
    *,
    break_glass: BreakGlass | None = None,
    but: uuid.UUID | None = None,
) -> int:
    """Write one notice to each of them, and to whoever covers them today, within an action. How many.

    Nobody is told to whom the baby's record is closed, by name, by every place where they work, or as their
    own family's; of a sealed baby, nobody outside the team that opens it. `but` is left out also as cover.
    """
    about = child.pk if isinstance(child, Person) else child
    wanted, people = _with_cover(professional_ids) - {but}, of_one_page(about)
    made = Notice.unscoped.bulk_create(
        Notice(professional_id=one, child_id=about, words=words, break_glass=break_glass)
        for one in sorted(wanted - _shut_out(wanted, people))
    )
    for notice in made:
        publish(NoticeGiven(notice.professional_id, notice.pk))
    return len(made)


def _with_cover(professionals: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    wanted = set(professionals)
    return wanted | {cover.covering_id for cover in covering(wanted).values()}


def _shut_out(wanted: set[uuid.UUID], people: list[uuid.UUID]) -> set[uuid.UUID]:
    here = Closure.unscoped.filter(closure_in_force(), child_id__in=people)
    closures = list(here.values_list("professional_id", "team_id", "agency_id"))
    shut = {professional for professional, _, _ in closures if professional} | _own_family(wanted, people)
    teams = {team for _, team, _ in closures if team}
    agencies = {agency for _, team, agency in closures if agency and not team}
    only = _sealed_for(people)
    if not (teams or agencies or only is not None):
        return shut
    places = _places(wanted)
    return shut | {one for one in wanted if not _has_a_place(places[one], teams, agencies, only)}


def _own_family(wanted: set[uuid.UUID], people: list[uuid.UUID]) -> set[uuid.UUID]:
    around = NetworkMember.unscoped.filter(child_id__in=people).values("person_id")
    own = StaffPerson.unscoped.filter(
        Q(person_id__in=people) | Q(person_id__in=around), professional_id__in=wanted
    )
    return set(own.values_list("professional_id", flat=True))


def _sealed_for(people: list[uuid.UUID]) -> set[uuid.UUID] | None:
    """The teams to whom a sealed baby is open; None when the baby is not sealed."""
    if not Baby.unscoped.filter(pk__in=people, sealed=True).exists():
        return None
    leading = Involvement.unscoped.filter(in_force(), child_id__in=people, part="lead_social_worker")
    return set(leading.values_list("team_id", flat=True))


def _places(wanted: set[uuid.UUID]) -> dict[uuid.UUID, list[Place]]:
    held = Assignment.unscoped.filter(held_on(clock.today()), professional_id__in=wanted)
    places: dict[uuid.UUID, list[Place]] = defaultdict(list)
    for professional, team, agency in held.values_list("professional_id", "team_id", "team__agency_id"):
        places[professional].append((team, agency))
    return places


def _has_a_place(
    places: list[Place], teams: set[uuid.UUID], agencies: set[uuid.UUID], only: set[uuid.UUID] | None
) -> bool:
    """Whether the record is open in one of the places where somebody works today."""
    return any(
        team not in teams and agency not in agencies and (only is None or team in only)
        for team, agency in places
    )
