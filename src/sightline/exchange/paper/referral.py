"""A referral as its page shows it to one reader, in plain order: what was written, then what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from sightline.access.keys import agency_of
from sightline.agencies.models import Agency
from sightline.agencies.roles import ROLES
from sightline.clocks.queries import Due, of_process
from sightline.concerns.codes import ADULT_ANSWERS, PARTS, RATINGS
from sightline.concerns.models import Rating, Referral, ReferredAdult, ReferredChild
from sightline.concerns.queries import before
from sightline.concerns.ratings import lines_on
from sightline.concerns.referring import PROCESS
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.exchange.paper.document import Paper, Part, Section
from sightline.sharing.models import Answer, StandingKept
from sightline.sharing.policy import is_door
from sightline.sharing.queries import answers_told_to
from sightline.sharing.standing import standing_of

NOT_WRITTEN: Final = "Not written."
NONE_EARLIER: Final = (
    "None in Sightline. Referrals that were made before Sightline, or elsewhere, are not here unless an "
    "agency sent them."
)
KEEP_IT: Final = "Keep it as you keep the record, and destroy it when you are done."


def paper_of_referral(actor: Actor, referred: ReferredChild) -> Paper:
    """One child of a referral, for a reader who found it by `concerns.queries.find_referred`.

    Who was asked, and what they answered, are there for whom the page has them: for nobody else.
    """
    sent = referred.referral
    sections = (
        Section("What was written", tuple(_written(referred))),
        _earlier(actor, referred),
        *_asked(actor, referred),
        *_told(actor, referred),
        *_decided(referred),
        Section("What is due", (Part(lines=tuple(_due(one) for one in of_process(PROCESS, referred.pk))),)),
        *_ratings(sent),
    )
    return Paper(f"Referral {sent.reference}", tuple(_about(referred)), _printed(actor), sections)


def _about(referred: ReferredChild) -> Iterator[str]:
    sent = referred.referral
    yield referred.child.name
    yield f"Sent {moment(sent.sent_at)}{'. Urgent' if sent.is_urgent else ''}"
    if sent.is_restricted:
        yield "Restricted: for the front door, safeguarding leads and its writer"
    named = sent.referrer.name if sent.referrer else "Not named here"
    team = f", {sent.from_team.name}" if sent.from_team else ""
    yield f"From: {named}{team}, {sent.from_agency.name}. Ring back: {sent.call_back}"
    yield f"To: {sent.to_agency.name}"
    state = referred.get_decision_display() if referred.decision else referred.get_state_display()
    yield f"{state}, {moment(referred.decided_at)}" if referred.decided_at else state


def _printed(actor: Actor) -> str:
    agency = Agency.unscoped.get(pk=agency_of(actor)).name
    return (
        f"Printed {moment(clock.now())} by {actor.name}, {ROLES[actor.role].lower()}, {agency}. "
        f"This copy is as old as that hour: what came later is in Sightline alone. {KEEP_IT}"
    )


def _written(referred: ReferredChild) -> Iterator[Part]:
    sent = referred.referral
    yield _passage("What is worrying", sent.worry)
    yield _passage("Safe now?", f"{sent.get_safe_now_display()}. Where: {sent.where_now}")
    if not sent.completed_at:
        yield Part("Sent short, because it could not wait. The rest is to follow.", is_note=True)
    yield _passage("The baby’s day", referred.lived_experience)
    yield _passage("What the baby can do", referred.mobility)
    yield _points("Adults around the baby", _adults(referred), "Nobody was answered for.")
    yield _passage("What is needed", sent.needed)
    yield _passage("What has been tried", sent.tried)
    yield _passage("What it changed", sent.achieved)
    yield _passage("Earlier worries", sent.history)
    yield _passage("What is happening now", sent.current)
    yield _points("What is not known", _not_known(sent), NOT_WRITTEN)
    yield _passage("The parents", _parents(sent))


def _adults(referred: ReferredChild) -> Iterator[str]:
    rows: Iterable[ReferredAdult] = referred.adults.select_related("person").order_by("id")
    for one in rows:
        yield f"{one.person.name if one.person else one.words}: {_low(ADULT_ANSWERS[one.answer])}"


def _not_known(sent: Referral) -> Iterator[str]:
    for one in sent.not_known.order_by("id"):
        who = f": {one.who_could_find_out} could find out" if one.who_could_find_out else ""
        yield f"{one.what}{who}"


def _parents(sent: Referral) -> str:
    told = sent.get_parents_told_display() or NOT_WRITTEN
    return f"{told}: {sent.parents_told_because}" if sent.parents_told_because else told


def _earlier(actor: Actor, referred: ReferredChild) -> Section:
    lines = []
    for one in before(actor, referred):
        state = one.get_decision_display() if one.decision else one.get_state_display()
        because = f". “{one.decided_because}”" if one.decided_because else ""
        lines.append(f"{moment(one.referral.sent_at)}, {one.referral.from_agency.name}: {state}{because}")
    return Section("Earlier referrals", (_points("", lines, NONE_EARLIER),))


def _asked(actor: Actor, referred: ReferredChild) -> Iterator[Section]:
    """Where the questions stand, and stood at the decision: for the front door that asks them."""
    if not is_door(actor, referred):
        return
    parts = [Part(lines=tuple(standing_of(referred).in_words))]
    kept = StandingKept.unscoped.filter(of=referred).first()
    if kept:
        parts.append(Part(head="As it was when the decision was taken", lines=tuple(kept.lines)))
    yield Section("Who was asked, and who has answered", tuple(parts))


def _told(actor: Actor, referred: ReferredChild) -> Iterator[Section]:
    """What other agencies answered, where it was shared with the agency that referred."""
    lines = tuple(_answer(one) for one in answers_told_to(actor, referred))
    if lines:
        yield Section("What other agencies answered, shared with you", (Part(lines=lines),))


def _answer(one: Answer) -> str:
    said = one.words
    if one.kind == "nil_known":
        said = f"nil known; looked in: {one.systems}, as of {day(one.as_of)}"
    return f"{one.of.agency.name}, {moment(one.answered_at)}: {said}"


def _decided(referred: ReferredChild) -> Iterator[Section]:
    if not referred.decided_because:
        return
    parts = [Part(referred.decided_because)]
    if referred.next_step:
        parts.append(Part(referred.next_step, head="Next"))
    if referred.told_referrer_at:
        told = f"The referrer was told in Sightline, {moment(referred.told_referrer_at)}."
        parts.append(Part(told, is_note=True))
    yield Section("What was decided, and why", tuple(parts))


def _due(each: Due) -> str:
    return f"{each.rule.title}: {_state(each)}"


def _state(each: Due) -> str:
    one = each.clock
    if one.state == "met" and one.ended_at:
        return f"done {moment(one.ended_at)}"
    if one.state == "stopped":
        return f"no longer needed: {one.ended_because}"
    by = f"overdue since {moment(one.due_at)}" if each.is_overdue else f"by {moment(one.due_at)}"
    return f"{by}, with {each.held_by}"


def _ratings(sent: Referral) -> Iterator[Section]:
    """The receiver's lines, the latest on each part first; what was said before stands under it."""
    lines = tuple(
        f"{before}{_line(one)}"
        for each in lines_on(sent)
        for before, one in (("", each.latest), *(("Said before: ", earlier) for earlier in each.earlier))
    )
    if lines:
        yield Section("How clear it was to read", (Part(lines=lines),))


def _line(one: Rating) -> str:
    said = f". “{one.line}”" if one.line else ""
    return f"{PARTS[one.part]}: {_low(RATINGS[one.rating])}{said} ({one.by.name}, {moment(one.at)})"


def _passage(head: str, said: str) -> Part:
    return Part(said, head=head) if said else Part(NOT_WRITTEN, head=head, is_note=True)


def _points(head: str, lines: Iterable[str], if_none: str) -> Part:
    listed = tuple(lines)
    return Part(head=head, lines=listed) if listed else Part(if_none, head=head, is_note=True)


def _low(label: str) -> str:
    return label[:1].lower() + label[1:]


def day(value: dt.date) -> str:
    """`24 November 2026`."""
    return f"{value.day} {value:%B %Y}"


def moment(value: dt.datetime) -> str:
    """`24 November 2026, 10:30`, in Europe/London."""
    local = value.astimezone(clock.LONDON)
    return f"{day(local.date())}, {local:%H:%M}"
