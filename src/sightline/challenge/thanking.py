"""Thanks: to a colleague or a team, for having spoken or for having looked again."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sightline.access.keys import own_id, team_of
from sightline.agencies.models import Team
from sightline.challenge.codes import THANKED_FOR
from sightline.challenge.models import Challenge, Thanks
from sightline.challenge.policy import may_thank
from sightline.challenge.telling import note
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError


@dataclass(frozen=True, slots=True)
class Thankable:
    """Somebody who can be thanked: one colleague of a team, or the whole team."""

    key: str
    words: str
    team_id: uuid.UUID
    professional_id: uuid.UUID | None = None


def thankable(actor: Actor, challenge: Challenge) -> list[Thankable]:
    """Whoever raised it, whoever decided, and the two teams; nobody thanks themselves."""
    found = [_person(challenge.raiser_id, challenge.raiser.name, challenge.from_team)]
    if challenge.with_professional and challenge.with_team:
        found.append(
            _person(challenge.with_professional.pk, challenge.with_professional.name, challenge.with_team)
        )
    found += [_team(team) for team in (challenge.from_team, challenge.with_team) if team]
    return [one for one in found if one.professional_id != own_id(actor)]


@action("challenge.thanked", may=may_thank)
def thank(actor: Actor, challenge: Challenge, whom: str, what_for: str, words: str) -> Thanks:
    """Thank somebody. The same words to the same again are once.

    Raises SightlineError for somebody who is not offered, without a reason, or without words.
    """
    chosen = next((one for one in thankable(actor, challenge) if one.key == whom), None)
    if chosen is None:
        raise SightlineError("Choose whom you thank.")
    if what_for not in THANKED_FOR:
        raise SightlineError("Say what you thank them for.")
    if not words.strip():
        raise SightlineError("Write a line: it is what they read.")
    given, _ = Thanks.unscoped.get_or_create(
        of=challenge,
        by_id=own_id(actor),
        to_id=chosen.professional_id,
        to_team_id=chosen.team_id,
        what_for=what_for,
        words=words.strip(),
        defaults={"by_team_id": team_of(actor)},
    )
    note(challenge)
    return given


def _person(key: uuid.UUID, name: str, team: Team) -> Thankable:
    return Thankable(str(key), f"{name}, {team.name}", team.pk, key)


def _team(team: Team) -> Thankable:
    return Thankable(str(team.pk), f"Everybody in {team.name}", team.pk)
