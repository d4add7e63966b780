"""Passing on: entries of the agency that answers, and an answer to the team that referred."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Final

from sightline.access.scope import may_open, standing
from sightline.access.table import View
from sightline.agencies.models import Agency, professional_id
from sightline.chronology.actions.recording import store
from sightline.chronology.kinds import Shared
from sightline.chronology.lines import Line
from sightline.chronology.models import Entry
from sightline.chronology.policy import own_agency
from sightline.chronology.queries import chronology_of
from sightline.chronology.writing import Draft
from sightline.core import clock, ids
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.linkage.known import PAGE_SYSTEM
from sightline.sharing.deciding import keep_decision
from sightline.sharing.models import Answer, InformationRequest, PassedOn, ShareDecision
from sightline.sharing.policy import may_pass_on
from sightline.sharing.said import Weighed, missing_weight

AT_MOST: Final = 30
"""So many of the agency's entries are offered, the latest first."""
NEVER: Final = frozenset({"shared", "disagreement"})
"""Entries about entries are not passed on by themselves."""


def offered_entries(actor: Actor, asked: InformationRequest) -> list[Line]:
    """The agency's own entries about the child and those around it, as the actor may read them, latest first.

    None for whoever may not open the child's page: being asked opens the request, not the record.
    """
    child = standing(asked.child)
    if not may_open(actor, child):
        return []
    own = [line for line in chronology_of(actor, child) if _is_own(actor, line)]
    return own[::-1][:AT_MOST]


def refuse_strange_entries(actor: Actor, asked: InformationRequest, entries: Sequence[Entry]) -> None:
    """Raises SightlineError for an entry that was not the actor's to pass on."""
    if not entries:
        return
    offered = {line.entry.pk for line in offered_entries(actor, asked)}
    if any(entry.pk not in offered for entry in entries):
        raise SightlineError(
            "An entry that you chose was changed or is not yours to pass on.", next_step="Choose again."
        )


def pass_entries(actor: Actor, decision: ShareDecision, entries: Iterable[Entry]) -> None:
    """Say in the chronology that each was passed on, to which sector, within the action that decided it."""
    for entry in entries:
        said = store(Draft(_entry(actor, entry), Shared(), sectors=(("with", decision.recipient.sector),)))
        PassedOn.unscoped.create(decision=decision, entry=entry, entry_root=said)


def carries(root_id: uuid.UUID) -> bool:
    """Whether a decision to share carries the entry."""
    return PassedOn.unscoped.filter(entry_root_id=root_id).exists()


@action("sharing.passed_on", may=may_pass_on)
def pass_to_referrer(actor: Actor, answer: Answer, weighed: Weighed) -> ShareDecision:
    """Let the team that referred read an answer. It is another agency's: detriment and reason are asked.

    Raises SightlineError that names what is missing. Pressed twice, it is passed on once.
    """
    sent = answer.of.of.referral
    InformationRequest.unscoped.select_for_update().get(pk=answer.of_id)
    held = answer.share_decisions.filter(recipient=sent.from_agency, decision="shared").first()
    if held is not None:
        return held
    if gaps := missing_weight("shared", "protection", weighed):
        raise SightlineError(" ".join(gaps.values()))
    return keep_decision(
        "passed",
        child=answer.of.child,
        holder=Agency.unscoped.get(pk=own_agency(actor)),
        recipient=sent.from_agency,
        what=f"What {answer.of.agency.name} answered.",
        weighed=weighed,
        actor=actor,
        request=answer.of,
        answer=answer,
    )


def _is_own(actor: Actor, line: Line) -> bool:
    entry = line.entry
    told = line.view is View.SHOWN and not entry.withdrawn
    return told and entry.agency_id == actor.agency_id and entry.kind not in NEVER


def _entry(actor: Actor, passed: Entry) -> Entry:
    """The entry that says so: of the same agency, about the same person, and as restricted."""
    key, now = ids.new_id(), clock.now()
    return Entry(
        id=key,
        kind="shared",
        agency_id=passed.agency_id,
        team_id=actor.team_id,
        author_id=professional_id(actor.id),
        author_name=actor.name,
        about=passed.about,
        happened_from=clock.today(),
        happened_to=clock.today(),
        recorded_at=now,
        known_at=now,
        source_system=PAGE_SYSTEM,
        source_id=str(key),
        sensitivity=passed.sensitivity,
        ref=passed,
    )
