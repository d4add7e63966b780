"""Keeping a decision to share, or not to share: one row each, filled by the routine where it is routine."""

from __future__ import annotations

from typing import Any

from sightline.agencies.models import Agency, professional_id
from sightline.chronology.policy import own_agency
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.people.models import Person
from sightline.sharing.models import Answer, InformationRequest, ShareDecision
from sightline.sharing.policy import may_record_sharing
from sightline.sharing.routine import routine_for
from sightline.sharing.said import Weighed, missing_weight


@action("sharing.decided", may=may_record_sharing)
def record_sharing(
    actor: Actor,
    child: Person,
    recipient: Agency,
    decision: str,
    what: str,
    purpose_kind: str,
    weighed: Weighed,
) -> ShareDecision:
    """Keep what the actor's agency shared with another, or refused to, outside a request.

    Raises SightlineError that names all that is missing; for early help that the parents refused.
    """
    gaps = list(missing_weight(decision, purpose_kind, weighed).values())
    if not what.strip():
        gaps.insert(0, "Say what was shared, or asked for.")
    if weighed.parents == "front_door":
        gaps.append("Say what the parents were told.")
    if recipient.pk == actor.agency_id:
        gaps.append("Within your own agency nothing is shared: choose who got it.")
    if gaps:
        raise SightlineError(" ".join(gaps))
    return keep_decision(
        "refused" if decision == "refused" else purpose_kind,
        child=child,
        holder=Agency.unscoped.get(pk=own_agency(actor)),
        recipient=recipient,
        what=what.strip(),
        weighed=weighed,
        actor=actor,
        purpose_kind=purpose_kind,
    )


def keep_decision(
    kind: str,
    *,
    child: Person,
    holder: Agency,
    recipient: Agency,
    what: str,
    weighed: Weighed,
    actor: Actor,
    by_name: str = "",
    request: InformationRequest | None = None,
    answer: Answer | None = None,
    purpose_kind: str = "protection",
) -> ShareDecision:
    """Write one decision, within an action that has checked it; `kind` names the routine that fills it.

    `by_name` where whoever decided is not the actor: by a link, or on the telephone.
    """
    filled = routine_for(kind, holder.sector, clock.today())
    made = ShareDecision.unscoped.create(
        child=child,
        holder=holder,
        recipient=recipient,
        request=request,
        answer=answer,
        decision="refused" if kind == "refused" else "shared",
        purpose_kind=purpose_kind,
        what=what,
        purpose=filled.purpose,
        basis=filled.basis,
        policy_version=filled.version,
        by_id=None if by_name else professional_id(actor.id),
        by_name=by_name or actor.name,
        **_weighed(weighed, filled.detriment),
    )
    current().note(f"share_decision:{made.pk}", str(child.pk))
    return made


def _weighed(weighed: Weighed, routine: str) -> dict[str, Any]:
    plain = (
        "third_party",
        "objection",
        "because",
        "consent",
        "consent_because",
        "parents",
        "parents_because",
    )
    return {name: getattr(weighed, name) for name in plain} | {"detriment": weighed.detriment or routine}
