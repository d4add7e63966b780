"""Who holds a clock today: by name where the record knows it, the cover of whoever is away, or nobody."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from sightline.access.staff import covering, held_on
from sightline.agencies.duty import hours_at
from sightline.agencies.models import Assignment, Cover, Professional
from sightline.agencies.roles import ROLES
from sightline.clocks.models import Clock
from sightline.core import clock

NIGHT: Final = "emergency_duty_worker"
HANDED_TO_THE_NIGHT: Final = frozenset({"front_door_worker", "front_door_manager"})
"""Roles whose clocks the emergency duty team of their agency holds outside working hours."""
NAMED: Final = 2
"""How many of those who hold a role are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a clock today, in words, and on which number somebody answers for it."""

    words: str
    telephone: str


def holders_of(clocks: Sequence[Clock]) -> dict[uuid.UUID, Holder]:
    """The holder of each clock, in two queries (and one a partnership for its hours), however many clocks.

    A role is named with those who hold it today. There is no rota: who of them is at work is not known.
    """
    staff = _Staff(clocks)
    return {one.pk: staff.holder(one) for one in clocks}


def held_by(one: Clock) -> str:
    """Who holds one clock. For a list ask `holders_of`."""
    return holders_of([one])[one.pk].words


class _Staff:
    """Who holds which role today in the agencies that own these clocks, and who covers for whom."""

    def __init__(self, clocks: Sequence[Clock]) -> None:
        self.held = _held_for(clocks) if clocks else []
        everybody = {one.professional_id for one in self.held}
        named = {one.owner_professional_id for one in clocks if one.owner_professional_id}
        self.covers = covering(everybody | named) if clocks else {}
        codes = {one.partnership.code for one in clocks if one.owner_role in HANDED_TO_THE_NIGHT}
        self.nights = {code for code in codes if hours_at(clock.now(), code) == "night"}

    def holder(self, one: Clock) -> Holder:
        """The holder of one of the clocks."""
        if one.owner_professional:
            return self._by_name(one, one.owner_professional)
        people = self._with_role(one)
        place = _place(one)
        if not one.owner_role:
            managers = f" (manager: {_names(people)})" if people else ""
            return Holder(f"{place}{managers}", _telephone(one, people))
        by = "now the emergency duty team:" if self._is_the_nights(one) else "today"
        named = f"{by} {_names(people) or 'nobody holds this role'}"
        return Holder(f"{ROLES[one.owner_role]}, {place} ({named})", _telephone(one, people))

    def _by_name(self, one: Clock, owner: Professional) -> Holder:
        cover = self.covers.get(owner.pk)
        if cover:
            return Holder(_covered(cover, owner, _place(one)), _telephone(one, [cover.covering]))
        here = any(
            held.professional_id == owner.pk and held.team.agency_id == one.owner_agency_id
            for held in self.held
        )
        if here:
            return Holder(f"{owner.name}, {_place(one)}", _telephone(one, [owner]))
        gone = f"{_place(one)}: nobody by name, {owner.name} holds no role there today"
        return Holder(gone, _telephone(one, []))

    def _with_role(self, one: Clock) -> list[Professional]:
        roles = {one.owner_role or "team_manager"}
        if self._is_the_nights(one):
            roles = {NIGHT}
        found = {
            held.professional_id: self._at_work(held.professional)
            for held in self.held
            if held.role in roles and _is_place(held, one)
        }
        return sorted(found.values(), key=lambda person: person.name)

    def _is_the_nights(self, one: Clock) -> bool:
        return one.owner_role in HANDED_TO_THE_NIGHT and one.partnership.code in self.nights

    def _at_work(self, person: Professional) -> Professional:
        cover = self.covers.get(person.pk)
        return cover.covering if cover else person


def _held_for(clocks: Sequence[Clock]) -> list[Assignment]:
    """The assignments in force that could hold one of these clocks."""
    roles = {one.owner_role or "team_manager" for one in clocks if not one.owner_professional_id}
    asked = Q(role__in=roles | ({NIGHT} if roles & HANDED_TO_THE_NIGHT else set()))
    asked |= Q(professional_id__in={key for one in clocks if (key := one.owner_professional_id)})
    held = Assignment.unscoped.filter(
        held_on(clock.today()), asked, team__agency_id__in={one.owner_agency_id for one in clocks}
    )
    return list(held.select_related("professional", "team"))


def _is_place(held: Assignment, one: Clock) -> bool:
    if one.owner_team_id and held.role != NIGHT:
        return held.team_id == one.owner_team_id
    return held.team.agency_id == one.owner_agency_id


def _place(one: Clock) -> str:
    return one.owner_team.name if one.owner_team else one.owner_agency.name


def _covered(cover: Cover, away: Professional, place: str) -> str:
    until = f"{cover.to_on.day} {cover.to_on:%B}"
    return f"{cover.covering.name}, covering for {away.name} until {until}, {place}"


def _names(people: Iterable[Professional]) -> str:
    """The first two by name, the others counted; nothing for nobody."""
    names = [person.name for person in people]
    more = len(names) - NAMED
    others = [f"{more} {'other' if more == 1 else 'others'}"] if more > 0 else []
    told = [*names[:NAMED], *others]
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def _telephone(one: Clock, people: Sequence[Professional]) -> str:
    """Of the first who has one, else of the team, else of the agency; empty when none is kept."""
    own = [person.telephone for person in people if person.telephone]
    team = one.owner_team.telephone if one.owner_team else ""
    return next(iter(own), "") or team or one.owner_agency.telephone
