"""Sending a referral, completing a short one, and taking one back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sightline.access.staff import held_on
from sightline.agencies.models import Agency, Assignment, Partnership, professional_id
from sightline.chronology import kinds as said
from sightline.chronology.actions import record
from sightline.chronology.actions.outcomes import latest_of, state_outcome
from sightline.chronology.policy import own_agency
from sightline.clocks.running import Owner, meet_clock, start_clock, stop_clock
from sightline.concerns.events import ReferralMoved
from sightline.concerns.models import NotKnown, Referral, ReferredAdult, ReferredChild
from sightline.concerns.policy import FRONT_DOOR, may_complete, may_refer, may_withdraw_referral
from sightline.concerns.reference_numbers import new_reference
from sightline.concerns.steps import REFERRED_CHILD
from sightline.concerns.written import Written, WrittenChild, missing
from sightline.core import clock, events
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import advance
from sightline.core.unit import current
from sightline.people.models import Baby

PROCESS: Final = "referral"
WITH_ANOTHER: Final = "Referred together with another child. The referral says why."
"""What stands on the page of a brother or sister: the worry itself is about somebody else."""
LATER: Final = (
    "needed", "tried", "achieved", "history", "current", "parents_told", "parents_told_because",
)  # fmt: skip
"""What a short referral may add afterwards, once each."""


@action("referral.sent", may=may_refer)
def send_referral(actor: Actor, written: Written) -> Referral:
    """Send a referral to the front door of the children's partnership, with an entry for each child.

    Raises SightlineError that names all that is missing; when the children are of two partnerships; or when
    the partnership has no front door.
    """
    _refuse_incomplete(written)
    partnership = _partnership(written)
    sent = Referral.unscoped.create(
        reference=new_reference(),
        partnership=partnership,
        from_agency_id=own_agency(actor),
        from_team_id=actor.team_id,
        referrer_id=professional_id(actor.id),
        to_agency=front_door_of(partnership),
        completed_at=None if written.is_urgent and _is_short(written) else clock.now(),
        **_answers(written),
    )
    NotKnown.unscoped.bulk_create(
        NotKnown(referral=sent, what=what, who_could_find_out=who) for what, who in written.not_known
    )
    for number, child in enumerate(written.children):
        _refer_child(actor, sent, child, is_first=number == 0)
    if sent.completed_at is None:
        _ask_to_complete(actor, sent, written)
    return sent


@action("referral.completed", may=may_complete)
def complete_referral(actor: Actor, referral: Referral, written: Written) -> Referral:
    """Add what a short referral left out. What was sent stays as it was sent.

    Raises SightlineError when it was complete already, or still lacks something.
    """
    _refuse_incomplete(replace(written, is_urgent=False))
    kept = Referral.unscoped.select_for_update().get(pk=referral.pk)
    if kept.completed_at is not None:
        raise SightlineError("This referral is complete.", next_step="Ring the front door to add to it.")
    for name in LATER:
        setattr(kept, name, getattr(kept, name) or getattr(written, name))
    kept.completed_at = clock.now()
    kept.save(update_fields=[*LATER, "completed_at"])
    NotKnown.unscoped.bulk_create(
        NotKnown(referral=kept, what=what, who_could_find_out=who) for what, who in written.not_known
    )
    meet_clock(PROCESS, kept.pk, "referral_completion")
    _note(kept)
    return kept


@action("referral.withdrawn", may=may_withdraw_referral)
def withdraw_referral(actor: Actor, referred: ReferredChild, because: str) -> ReferredChild:
    """Take a referral back for one child, before it was read. Raises SightlineError without a reason."""
    if not because.strip():
        raise SightlineError("Say why you take it back.", why="It stays in the record with the reason.")
    advance(referred, "withdraw", REFERRED_CHILD, decided_because=because.strip(), decided_at=clock.now())
    stop_clock(PROCESS, referred.pk, because="Taken back by the referrer.")
    detail = said.Referral("social_care", outcome="declined", outcome_on=clock.today())
    state_outcome(actor, latest_of(referred.entry_root), detail, f"Taken back: {because.strip()}")
    events.publish(ReferralMoved(actor, referred.pk, "withdrawn"))
    return referred


def front_door_of(partnership: Partnership) -> Agency:
    """The agency of children's social care that has front-door staff. Raises SightlineError for none."""
    care = Agency.unscoped.filter(partnership=partnership, sector="social_care").order_by("code")
    today = held_on(clock.today())
    staffed = Assignment.unscoped.filter(today, role__in=FRONT_DOOR).values("team__agency_id")
    found = care.filter(pk__in=staffed).first() or care.first()
    if found is None:
        raise SightlineError(
            "This partnership has no front door in Sightline.",
            next_step="Ring children's social care now, and tell your administrator.",
        )
    return found


def _refuse_incomplete(written: Written) -> None:
    people = [child.person.pk for child in written.children]
    if len(set(people)) < len(people):
        raise SightlineError("One child is named twice.", next_step="Name each child once.")
    if gaps := missing(written):
        raise SightlineError(" ".join(gaps.values()), next_step="If it cannot wait, send it as urgent.")


def _partnership(written: Written) -> Partnership:
    people = [child.person.pk for child in written.children]
    babies = Baby.unscoped.filter(pk__in=people).select_related("partnership")
    found = {baby.partnership for baby in babies}
    if len(found) != 1:
        raise SightlineError(
            "These children live in two partnerships.", next_step="Send one referral to each."
        )
    return found.pop()


def _is_short(written: Written) -> bool:
    return not all(str(getattr(written, name)).strip() for name in ("needed", "current", "parents_told"))


def _answers(written: Written) -> dict[str, object]:
    plain = ("worry", "safe_now", "where_now", "call_back", "is_urgent", "is_restricted", *LATER)
    return {name: getattr(written, name) for name in plain}


def _refer_child(actor: Actor, sent: Referral, child: WrittenChild, *, is_first: bool) -> None:
    entry = record(
        actor,
        child.person,
        said.Referral("social_care", source_key=sent.reference),
        happened_on=clock.today(),
        note=sent.worry if is_first else WITH_ANOTHER,
        sensitivity="restricted" if sent.is_restricted else "shared",
    )
    referred = ReferredChild.unscoped.create(
        referral=sent,
        child=child.person,
        entry_root=entry,
        lived_experience=child.lived_experience,
        mobility=child.mobility,
    )
    ReferredAdult.unscoped.bulk_create(
        ReferredAdult(of=referred, person=adult.person, words=adult.words, answer=adult.answer)
        for adult in child.adults
    )
    start_clock(
        "referral_decision",
        PROCESS,
        referred.pk,
        Owner(sent.to_agency, role="front_door_worker"),
        partnership=sent.partnership,
        child=child.person,
        is_risk=sent.is_urgent or sent.safe_now != "yes",
    )
    events.publish(ReferralMoved(actor, referred.pk, "sent"))
    current().note(f"referral:{sent.pk}", str(child.person.pk))


def _ask_to_complete(actor: Actor, sent: Referral, written: Written) -> None:
    start_clock(
        "referral_completion",
        PROCESS,
        sent.pk,
        Owner(sent.from_agency, sent.from_team, professional=sent.referrer),
        partnership=sent.partnership,
        child=written.children[0].person,
    )


def _note(referral: Referral) -> None:
    children = referral.children.values_list("child_id", flat=True)
    current().note(f"referral:{referral.pk}", *map(str, children))
