"""Holding a discussion: who came, what was shared and agreed, and social care's own decision after it."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from sightline.access.keys import own_id
from sightline.access.staff import held_on
from sightline.access.telling import tell
from sightline.agencies.models import Assignment, Professional, professional_id
from sightline.chronology import kinds as said
from sightline.chronology.actions.outcomes import latest_of, level_carried, record_within, state_outcome
from sightline.clocks.running import Owner, meet_clock, start_clock
from sightline.concerns import referring
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken, advance
from sightline.strategy.answering import DISCUSSED, note_discussion
from sightline.strategy.codes import ACTION_STATES, CAME_OR_NOT, ENQUIRY, PARTS
from sightline.strategy.minimum import minimum
from sightline.strategy.models import Attendee, Discussion, Dissent, SharedThere, StrategyAction
from sightline.strategy.policy import (
    may_add_action,
    may_close_action,
    may_decide_enquiry,
    may_hold,
    may_invite,
    may_write_shared,
)
from sightline.strategy.steps import DISCUSSION, REQUEST
from sightline.strategy.written import Agreed, Held, Invited

OPEN = ("planned", "held", "enquiry", "no_enquiry")
"""States in which something may still be written to a discussion."""


@action("strategy.invited", may=may_invite)
def invite(actor: Actor, discussion: Discussion, invited: Invited) -> Attendee:
    """Ask somebody to take part, and tell them where they are in Sightline.

    Raises SightlineError without a name, agency or part; Overtaken when they are asked already, or when it
    was held: who is asked afterwards would read what was said without having been there.
    """
    _hold_in(discussion, "planned")
    has_agency = invited.agency is not None or invited.agency_words.strip()
    if not invited.name.strip() or not has_agency or invited.part not in PARTS:
        raise SightlineError("Say who is asked, of which agency, and as what.")
    found = _professional(invited)
    try:
        with transaction.atomic():
            made = Attendee.unscoped.create(
                discussion=discussion,
                agency=invited.agency,
                agency_words=invited.agency_words.strip(),
                professional=found,
                name=invited.name.strip(),
                part=invited.part,
            )
    except IntegrityError as error:
        raise Overtaken("They are asked already.", next_step="Look at who is asked.") from error
    if found is not None:
        tell([found.pk], discussion.child_id, f"You are asked to a strategy discussion, {_when(discussion)}.")
    note_discussion(discussion)
    return made


@action("strategy.held", may=may_hold)
def hold(actor: Actor, discussion: Discussion, held: Held) -> Discussion:
    """Record that it was held, with who came and what was decided.

    Below the minimum it counts only with a named person who approved it, and why. Raises SightlineError for
    that, for somebody whose attendance is not said, without a decision, or for a time to come.
    """
    _hold_in(discussion, "planned")
    _refuse_unheld(discussion, held)
    missing = _missing(discussion, held)
    entry = _record_held(actor, discussion, held)
    advance(
        discussion,
        "hold",
        DISCUSSION,
        held_at=held.held_at,
        decided=held.decided.strip(),
        statement_read=held.statement_read,
        missing=missing,
        missing_because=held.missing_because.strip(),
        missing_approved_by=held.missing_approved_by.strip(),
        entry_root_id=entry,
    )
    _keep_attendance(discussion, held)
    Dissent.unscoped.bulk_create(
        Dissent(discussion=discussion, name=name.strip(), words=words.strip())
        for name, words in held.dissents
    )
    meet_clock(DISCUSSED, discussion.pk, "strategy_discussion_held")
    _settle_request(actor, discussion)
    note_discussion(discussion)
    return discussion


@action("strategy.information_shared", may=may_write_shared)
def write_shared(actor: Actor, discussion: Discussion, by_agency: str, words: str) -> SharedThere:
    """Write down what an agency told the others. The same words by the same again are once.

    Raises SightlineError without either.
    """
    _hold_in(discussion, *OPEN)
    if not by_agency.strip() or not words.strip():
        raise SightlineError("Say which agency told it, and what it told.")
    note_discussion(discussion)
    told, _ = SharedThere.unscoped.get_or_create(
        discussion=discussion,
        by_agency=by_agency.strip(),
        words=words.strip(),
        written_by_id=own_id(actor),
    )
    return told


@action("strategy.action_added", may=may_add_action)
def add_action(actor: Actor, discussion: Discussion, agreed: Agreed) -> StrategyAction:
    """Write down what was agreed. The same again is once.

    Raises SightlineError for what is not said, or for a day that is past.
    """
    _hold_in(discussion, *OPEN)
    if not agreed.what.strip() or not agreed.who.strip():
        raise SightlineError("Say what is to be done, and who does it.")
    if agreed.due_on < clock.today():
        raise SightlineError("This day is past.", next_step="Give the day by which it is to be done.")
    note_discussion(discussion)
    made, _ = StrategyAction.unscoped.get_or_create(
        discussion=discussion,
        what=agreed.what.strip(),
        agency=agreed.agency,
        who=agreed.who.strip(),
        due_on=agreed.due_on,
    )
    return made


@action("strategy.action_closed", may=may_close_action)
def close_action(actor: Actor, action: StrategyAction, state: str, outcome: str) -> StrategyAction:
    """Say what came of an action. Raises SightlineError without words; Overtaken when it was said already."""
    if state not in ACTION_STATES or state == "open" or not outcome.strip():
        raise SightlineError("Say whether it was done, and what came of it.")
    closing = StrategyAction.unscoped.filter(pk=action.pk, state="open")
    if not closing.update(state=state, outcome=outcome.strip(), closed_at=clock.now()):
        raise Overtaken("Somebody has said what came of this action.", next_step="Open the page again.")
    note_discussion(action.discussion)
    action.refresh_from_db()
    return action


@action("strategy.enquiry_decided", may=may_decide_enquiry)
def decide_enquiry(actor: Actor, discussion: Discussion, decision: str, because: str) -> Discussion:
    """Social care's own decision on section 47, with reasons. Starting it starts the conference clock.

    Raises SightlineError without a decision or reasons; Overtaken before the discussion, or when decided.
    """
    if decision not in ENQUIRY or not because.strip():
        raise SightlineError("Say what is decided, and why.", why="Every agency that took part reads it.")
    now = clock.now()
    advance(
        discussion,
        decision,
        DISCUSSION,
        enquiry=decision,
        enquiry_because=because.strip(),
        enquiry_at=now,
        enquiry_by_id=professional_id(actor.id),
    )
    if decision == "start":
        _start_enquiry(actor, discussion, because.strip())
    _tell_everybody(discussion, "Social care decided on a section 47 enquiry after the strategy discussion.")
    note_discussion(discussion)
    return discussion


def _start_enquiry(actor: Actor, discussion: Discussion, because: str) -> None:
    record_within(
        actor,
        discussion.child,
        said.Assessment("section_47", started_on=clock.today()),
        happened_on=clock.today(),
        note=because,
        sensitivity=_level(discussion),
    )
    start_clock(
        "conference",
        DISCUSSED,
        discussion.pk,
        Owner(discussion.held_by, role="team_manager"),
        partnership=discussion.partnership,
        child=discussion.child,
        started=discussion.held_at,
        is_risk=True,
    )


def _record_held(actor: Actor, discussion: Discussion, held: Held) -> object:
    came = {key for key, how in held.came.items() if how == "present"}
    there = Attendee.unscoped.filter(discussion=discussion, pk__in=came, agency__isnull=False)
    sectors = sorted({("present", one) for one in there.values_list("agency__sector", flat=True)})
    entry = record_within(
        actor,
        discussion.child,
        said.StrategyDiscussion(),
        happened_on=clock.day_of(held.held_at),
        sectors=sectors,
        note=held.decided.strip(),
        sensitivity=_level(discussion),
    )
    return entry.pk


def _level(discussion: Discussion) -> str:
    carriers = (discussion.request, discussion.referral)
    return level_carried(*(one.entry_root for one in carriers if one is not None))


def _settle_request(actor: Actor, discussion: Discussion) -> None:
    if discussion.referral_id is not None:
        meet_clock(referring.PROCESS, discussion.referral_id, "strategy_discussion_held")
    request = discussion.request
    if request is None:
        return
    advance(request, "hold", REQUEST)
    detail = said.StrategyRequest(request.from_agency.sector, "held", clock.today())
    state_outcome(actor, latest_of(request.entry_root), detail)


def _keep_attendance(discussion: Discussion, held: Held) -> None:
    for key, how in held.came.items():
        Attendee.unscoped.filter(pk=key, discussion=discussion).update(attendance=how)


def _missing(discussion: Discussion, held: Held) -> list[str]:
    came = {key for key, how in held.came.items() if how == "present"}
    present = Attendee.unscoped.filter(discussion=discussion, pk__in=came).values_list("part", flat=True)
    missing = minimum().missing(present, discussion.cases)
    if missing and not (held.missing_because.strip() and held.missing_approved_by.strip()):
        raise SightlineError(
            f"It does not count as held without {', '.join(missing)}.",
            why="Each holds what the others do not know.",
            next_step="Hold it again with them, or name who approved going on without them, and why.",
        )
    return missing


def _refuse_unheld(discussion: Discussion, held: Held) -> None:
    if held.held_at > clock.now():
        raise SightlineError("This time has not come yet.", next_step="Record it when it was held.")
    if not held.decided.strip():
        raise SightlineError("Write what was decided.")
    asked = {str(one) for one in discussion.attendees.values_list("pk", flat=True)}
    said_of = {key for key, how in held.came.items() if how in CAME_OR_NOT}
    if not asked or asked - said_of:
        raise SightlineError("Say of everybody who was asked whether they came.")


def _hold_in(discussion: Discussion, *states: str) -> None:
    """Hold it until this is saved. Raises Overtaken when it is in none of these states any more."""
    kept = Discussion.unscoped.select_for_update().get(pk=discussion.pk)
    if kept.state not in states:
        raise Overtaken(
            f"This strategy discussion is already: {DISCUSSION.states[kept.state].lower()}.",
            next_step="Open it again to see by whom. What you wrote was not saved.",
        )


def _professional(invited: Invited) -> Professional | None:
    """Who it is in Sightline, where exactly one of those who work in that agency today has the name."""
    if invited.agency is None:
        return None
    here = Assignment.unscoped.filter(held_on(clock.today()), team__agency=invited.agency)
    named = Professional.objects.filter(name=invited.name.strip(), is_active=True)
    found = list(named.filter(pk__in=here.values("professional_id"))[:2])
    return found[0] if len(found) == 1 else None


def _tell_everybody(discussion: Discussion, words: str) -> None:
    there = discussion.attendees.filter(professional__isnull=False).exclude(attendance="did_not_come")
    told = set(there.values_list("professional_id", flat=True))
    tell(sorted(told), discussion.child_id, words)


def _when(discussion: Discussion) -> str:
    return discussion.planned_for.astimezone(clock.LONDON).strftime("%-d %B at %H:%M")
