"""Writing down a mark: an entry of the chronology, the clocks, and what surrounds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from sightline.access.keys import own_id, team_of
from sightline.agencies.models import Agency, Professional, Team, professional_id
from sightline.chronology.actions import correct, record, withdraw
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.kinds import Injury, Mobility
from sightline.chronology.models import Entry
from sightline.chronology.policy import own_agency
from sightline.clocks.running import Owner, start_clock, stop_clock
from sightline.concerns.referring import front_door_of
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken, advance
from sightline.core.unit import current
from sightline.marks.mobility import definition_on, moves_about
from sightline.marks.models import Account, Carer, Mark, OtherChild, Sighting
from sightline.marks.policy import may_add_mark, may_observe, may_take_back
from sightline.marks.regions import regions
from sightline.marks.steps import MARK, OVER
from sightline.marks.written import SeenMark, Sighted, missing, missing_of
from sightline.people.models import Baby, Person

PROCESS: Final = "mark"
FORGETS_AFTER_DAYS: Final = 28
"""Longer ago than this, a mark is history and not a matter for tonight: record it as such."""

OF_A_MARK: Final = (
    "region", "size_mm", "across_mm", "colour", "shape", "petechiae", "said_birthmark", "photograph_at",
)  # fmt: skip
"""What a mark's own row keeps: the entry has no place for it."""


@action("mark.observed", may=may_observe)
def observe(actor: Actor, child: Person, sighted: Sighted) -> Sighting:
    """Write down a mark on a baby who is not mobile, and begin the way to an outcome.

    Raises SightlineError that names what is missing; for a baby who by the definition moves about; for a time
    to come or too long past. It never fails for want of a front door.
    """
    _refuse_unfit(sighted)
    baby = Baby.unscoped.select_related("partnership").get(pk=child.pk)
    made = Sighting.unscoped.create(
        child=child,
        partnership=baby.partnership,
        by_agency_id=own_agency(actor),
        by_team_id=actor.team_id,
        by_id=professional_id(actor.id),
        front_door=_front_door(baby),
        seen_at=sighted.seen_at,
        seen_first_by=sighted.seen_first_by.strip() or actor.name,
        definition=definition_on(clock.day_of(sighted.seen_at)).version,
        mobility_entry=_record_mobility(actor, child, sighted),
        skin_seen=sighted.skin_seen,
        skin_tone=sighted.skin_tone,
        delay=sighted.delay,
        delay_words=sighted.delay_words.strip(),
    )
    _put_mark(actor, made, child, sighted.mark, sighted.note)
    _put_people(made, sighted)
    _start_clocks(actor, made)
    note(made)
    return made


@action("mark.added", may=may_add_mark)
def add_mark(actor: Actor, sighting: Sighting, seen: SeenMark) -> Mark:
    """Write down another mark that was seen at the same time. Raises SightlineError when it is over."""
    if gaps := missing_of(seen):
        raise SightlineError(" ".join(gaps.values()))
    kept = still_open(sighting)
    note(kept)
    baby = Person.unscoped.get(pk=kept.child.joined_to_id or kept.child_id)
    return _put_mark(actor, kept, baby, seen, "")


@action("mark.taken_back", may=may_take_back)
def take_back(actor: Actor, sighting: Sighting, because: str) -> Sighting:
    """End what was written of the wrong baby, or was no mark, before it is referred, with its entries."""
    if not because.strip():
        raise SightlineError("Say why it is taken back.", why="It stays in the record with the reason.")
    ended = {"ended_at": clock.now(), "ended_because": because.strip()}
    advance(sighting, "take_back", MARK, **ended)
    roots = [one.entry_root for one in sighting.marks.select_related("entry_root")]
    for root in roots:
        entry = latest_of(root)
        if not entry.withdrawn:
            withdraw(actor, entry, because)
    stop_clock(PROCESS, sighting.pk, because="Taken back: not this baby, or no mark.")
    note(sighting)
    return sighting


def still_open(sighting: Sighting) -> Sighting:
    """The sighting, held for this transaction. Raises Overtaken when it is over."""
    kept = Sighting.unscoped.select_for_update(of=("self",)).select_related("child").get(pk=sighting.pk)
    if kept.state in OVER:
        raise Overtaken(f"This mark is already: {MARK.states[kept.state].lower()}.")
    return kept


def note(sighting: Sighting) -> None:
    """Put the sighting and its baby into the trail of this action."""
    current().note(f"mark:{sighting.pk}", str(sighting.child_id))


def owner_of(sighting: Sighting, role: str = "front_door_worker") -> Owner:
    """Who must act for it now: a role at the front door; without one, the team that saw it."""
    if sighting.front_door is not None:
        return Owner(sighting.front_door, role=role)
    return Owner(sighting.by_agency, sighting.by_team)


def _refuse_unfit(sighted: Sighted) -> None:
    if gaps := missing(sighted):
        raise SightlineError(" ".join(gaps.values()))
    now = clock.now()
    if sighted.seen_at > now:
        raise SightlineError("The time at which it was seen has not come yet.", next_step="Correct it.")
    if (now - sighted.seen_at).days > FORGETS_AFTER_DAYS:
        raise SightlineError(
            "This was seen more than four weeks ago.",
            next_step="Record it as an injury of that day, and refer.",
        )
    definition = definition_on(clock.day_of(sighted.seen_at))
    if moves_about(sighted.mobility, definition):
        raise SightlineError(
            "By what you wrote, this baby moves about.",
            why=definition.words,
            next_step="Record it as an injury, and refer if it worries you.",
        )


def _front_door(baby: Baby) -> Agency | None:
    try:
        return front_door_of(baby.partnership)
    except SightlineError:
        return None


def _record_mobility(actor: Actor, child: Person, sighted: Sighted) -> Entry | None:
    seen = sighted.mobility
    if all(getattr(seen, one.name) is None for one in fields(Mobility)):
        return None
    return record(actor, child, seen, happened_on=clock.day_of(sighted.seen_at))


def _put_mark(actor: Actor, sighting: Sighting, child: Person, seen: SeenMark, words: str) -> Mark:
    detail = Injury(
        injury=seen.injury,
        site=regions()[seen.region].words,
        patterned=seen.patterned,
        explanation=seen.explanation.strip() or None,
        explanation_fits=seen.explanation_fits or None,
    )
    entry = _write(actor, sighting, child, detail, seen.entry, words.strip())
    made = Mark.unscoped.create(
        of=sighting,
        entry_root=entry.root or entry,
        **{name: getattr(seen, name) for name in OF_A_MARK},
    )
    if detail.explanation:
        Account.unscoped.create(
            of=made, entry=entry, said_by=seen.said_by.strip(), said_at=seen.said_at, heard_by=actor.name
        )
    return made


def _write(
    actor: Actor, sighting: Sighting, child: Person, detail: Injury, held: Entry | None, words: str
) -> Entry:
    """The mark as an entry: a new one, or the next version of what the agency recorded already."""
    if held is None:
        return record(actor, child, detail, happened_on=clock.day_of(sighting.seen_at), note=words)
    root = held.root or held
    if held.kind != "injury" or held.about.person_id not in (child.pk, sighting.child_id):
        raise SightlineError("What was recorded is not a mark on this baby.")
    if Mark.unscoped.filter(entry_root=root).exists():
        raise SightlineError("This mark is followed already.", next_step="Open it under Marks.")
    return correct(actor, latest_of(root), detail)


def _put_people(sighting: Sighting, sighted: Sighted) -> None:
    Carer.unscoped.bulk_create(Carer(of=sighting, person=one) for one in sighted.carers)
    if sighted.carer_words.strip():
        Carer.unscoped.create(of=sighting, words=sighted.carer_words.strip())
    OtherChild.unscoped.bulk_create(OtherChild(of=sighting, person=one) for one in sighted.others)
    OtherChild.unscoped.bulk_create(
        OtherChild(of=sighting, words=words) for words in _said(sighted.other_words)
    )


def _said(lines: Iterable[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]


def _start_clocks(actor: Actor, sighting: Sighting) -> None:
    own = Team.unscoped.filter(pk=team_of(actor)).first()
    seer = Professional.objects.filter(pk=own_id(actor)).first()
    for rule, owner in (
        ("mark_referred", Owner(sighting.by_agency, own, professional=seer)),
        ("mark_examined", owner_of(sighting)),
    ):
        start_clock(
            rule,
            PROCESS,
            sighting.pk,
            owner,
            partnership=sighting.partnership,
            child=sighting.child,
            started=sighting.seen_at,
            is_risk=True,
        )
