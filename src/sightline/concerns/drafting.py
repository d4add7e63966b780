"""Keeping what is typed of a referral until it is sent; a risk that is ticked may not wait unseen."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.db.models import QuerySet

from sightline.access.keys import own_id, team_of
from sightline.access.scope import about_babies_seen_by, may_open, standing, unfindable
from sightline.agencies.models import Professional, Team
from sightline.chronology.policy import RECORDS
from sightline.clocks.running import Owner, is_running, meet_clock, start_clock, stop_clock
from sightline.concerns.models import Referral, ReferralDraft
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, refuse
from sightline.core.errors import SightlineError
from sightline.core.unit import current
from sightline.people.models import Baby, Person

PROCESS: Final = "referral_draft"
RULES: Final = ("draft_reminder", "draft_with_risk")
"""The writer is reminded within hours, and the draft must be sent within the day."""


def may_draft(actor: Actor, child: Person) -> Decision:
    """Whoever may refer the child."""
    if actor.role not in RECORDS or actor.team_id is None:
        return refuse("Your role does not refer.")
    return may_open(actor, child.pk)


def may_keep(actor: Actor, draft: ReferralDraft, step: str, typed: dict[str, Any], risk: bool) -> Decision:
    """Its writer."""
    return _is_writer(actor, draft)


def may_send(actor: Actor, draft: ReferralDraft, written: Written) -> Decision:
    """Its writer; what it names is decided by the sending itself."""
    return _is_writer(actor, draft)


def may_discard(actor: Actor, draft: ReferralDraft) -> Decision:
    """Its writer."""
    return _is_writer(actor, draft)


@action("referral_draft.begun", may=may_draft)
def begin_draft(actor: Actor, child: Person) -> ReferralDraft:
    """The writer's draft about this child: the one begun before, or a new one."""
    held = drafts_of(actor).filter(child=child).first()
    draft = held or ReferralDraft.unscoped.create(
        child=child, writer_id=own_id(actor), team_id=team_of(actor)
    )
    current().note(f"referral_draft:{draft.pk}", str(child.pk))
    return draft


@action("referral_draft.kept", may=may_keep)
def keep_typed(
    actor: Actor, draft: ReferralDraft, step: str, typed: dict[str, Any], risk: bool
) -> ReferralDraft:
    """Keep what was typed at one step, right or wrong. With a risk ticked, the clocks of a draft run."""
    kept = ReferralDraft.unscoped.select_for_update().get(pk=draft.pk)
    _refuse_sent(kept)
    kept.typed, kept.saved_at = kept.typed | {step: typed}, clock.now()
    kept.save(update_fields=["typed", "saved_at"])
    current().note(f"referral_draft:{kept.pk}", str(kept.child_id))
    _let_run(kept, risk)
    return kept


@action("referral_draft.sent", may=may_send)
def send_draft(actor: Actor, draft: ReferralDraft, written: Written) -> Referral:
    """Send it; the same draft again gives the referral that came of it."""
    kept = ReferralDraft.unscoped.select_for_update().get(pk=draft.pk)
    if kept.sent_as is not None:
        return Referral.unscoped.get(pk=kept.sent_as)
    _refuse_sent(kept)
    sent = send_referral(actor, written)
    kept.sent_as, kept.typed = sent.pk, {}
    kept.save(update_fields=["sent_as", "typed"])
    meet_clock(PROCESS, kept.pk, *RULES)
    return sent


@action("referral_draft.discarded", may=may_discard)
def discard_draft(actor: Actor, draft: ReferralDraft) -> None:
    """Throw it away. That there was one stays in the ledger, not what it said."""
    _refuse_sent(ReferralDraft.unscoped.select_for_update().get(pk=draft.pk))
    current().note(f"referral_draft:{draft.pk}", str(draft.child_id))
    stop_clock(PROCESS, draft.pk, because="The draft was discarded.")
    draft.delete()


def drafts_of(actor: Actor) -> QuerySet[ReferralDraft]:
    """The actor's own drafts that are not sent, about babies whose page they may open."""
    mine = _written_by(actor).filter(sent_as__isnull=True)
    return mine.filter(about_babies_seen_by(actor)).order_by("-saved_at")


def find_draft(actor: Actor, key: uuid.UUID) -> ReferralDraft:
    """The actor's own draft, sent or not. Raises Unfindable."""
    found = _written_by(actor).filter(pk=key).select_related("child").first()
    if found is None or not may_open(actor, standing(found.child)):
        raise unfindable(actor, "referral_draft.looked")
    return found


def _written_by(actor: Actor) -> QuerySet[ReferralDraft]:
    return ReferralDraft.unscoped.filter(writer_id=own_id(actor), discarded_at__isnull=True)


def _refuse_sent(draft: ReferralDraft) -> None:
    if draft.sent_as is not None:
        raise SightlineError("This was sent already.", next_step="Open the referral to follow it.")
    if draft.discarded_at is not None:
        raise SightlineError("This draft was thrown away.", next_step="Begin a new one.")


def _is_writer(actor: Actor, draft: ReferralDraft) -> Decision:
    if draft.writer_id == own_id(actor):
        return may_open(actor, standing(draft.child))
    return refuse("Only its writer reads a draft.")


def _let_run(draft: ReferralDraft, risk: bool) -> None:
    if not risk:
        stop_clock(PROCESS, draft.pk, *RULES, because="No risk is ticked any longer.")
        return
    baby = Baby.unscoped.select_related("partnership").get(pk=draft.child_id)
    owner = _owner(draft)
    for rule in RULES:
        if not is_running(PROCESS, draft.pk, rule):
            start_clock(
                rule, PROCESS, draft.pk, owner, partnership=baby.partnership, child=draft.child, is_risk=True
            )


def _owner(draft: ReferralDraft) -> Owner:
    team = Team.unscoped.select_related("agency").get(pk=draft.team_id)
    return Owner(team.agency, team, professional=Professional.objects.get(pk=draft.writer_id))
