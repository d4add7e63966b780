"""Flags, care plans and episodes of care that say a child is on a plan or looked after.

375041000000100 says that a member of the FAMILY is on a plan: it is never the child's own. An unborn child's
plan is held on the pregnant woman's record and is about the baby, not about her.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from sightline.chronology.kinds import Observation, Plan, Relationship
from sightline.chronology.proposals import EntryProposal, PersonProposal
from sightline.core import clock
from sightline.exchange.fhir.document import Json
from sightline.exchange.fhir.elements import SNOMED, Code, codes, days, extensions, last_day, words
from sightline.exchange.fhir.entries import (
    NEVER,
    Mapped,
    entry,
    kept_aside,
    notes_of,
    told_recorded_at,
    when,
)
from sightline.exchange.fhir.received import Received
from sightline.exchange.fhir.surroundings import Surroundings

OWN_PLANS: Final[dict[Code, str]] = {
    (SNOMED, "342191000000101"): "child_protection",
    (SNOMED, "1064311000000109"): "child_protection",
    (SNOMED, "764841000000100"): "looked_after",
}
UNBORN_PLAN: Final[Code] = (SNOMED, "818901000000100")
FAMILY_PLAN: Final[Code] = (SNOMED, "375041000000100")
"""Source of the codes: practice.md 8.7 (NHS England value set England-ChildProtectionPlan, RCGP)."""

_FLAG_OBSERVATIONS: Final[dict[Code, str]] = {(SNOMED, "32911000"): "debt_or_housing"}
"""Homeless: the example of a psychological or social risk in Booking and Referral."""

_IN_FORCE: Final = ("active", "on-hold", "onhold")
_ENDED: Final = ("inactive", "completed", "revoked", "finished")


def map_flag(received: Received, around: Surroundings) -> Mapped:
    """A plan or a coded fact; any other flag is kept aside."""
    told = codes(received.body.get("code"), received.body.get("category"))
    plan = _map_plan(received, around, told, "subject")
    if plan is not None:
        return plan
    about = around.person_key(received.body.get("subject"), received)
    code = next((_FLAG_OBSERVATIONS[one] for one in told if one in _FLAG_OBSERVATIONS), None)
    if code is None or not about:
        return kept_aside(_why_not(received.body, told))
    happened = when(received.body, "period")
    past = True if received.body["status"] == "inactive" else None
    detail = Observation(code, past=past)
    return Mapped((entry(received, around, about, detail, happened, note=words(received.body["code"])),))


def map_care_plan(received: Received, around: Surroundings) -> Mapped:
    """A plan in force or ended; a draft, a proposal or a plan of care is kept aside."""
    body = received.body
    told = codes(body.get("category"))
    if body["intent"] not in ("plan", "order") and body["status"] != "entered-in-error":
        return kept_aside("The care plan is a proposal, not a plan in force.")
    return _map_plan(received, around, told, "subject") or kept_aside(
        "No kind of entry holds a plan of care."
    )


def map_episode(received: Received, around: Surroundings) -> Mapped:
    """An episode of care whose type says that a child is on a plan or looked after."""
    told = codes(received.body.get("type"))
    return _map_plan(received, around, told, "patient") or kept_aside(
        "No kind of entry holds an episode of care."
    )


def _map_plan(received: Received, around: Surroundings, told: list[Code], whose: str) -> Mapped | None:
    body = received.body
    type_ = next((OWN_PLANS[code] for code in told if code in OWN_PLANS), None)
    family = FAMILY_PLAN in told
    if type_ is None and UNBORN_PLAN not in told and not family:
        return None
    subject = around.person_key(body.get(whose), received)
    if not subject:
        return kept_aside("The plan names nobody whom it is about.")
    plan = _plan(body, type_ or "child_protection")
    if plan is None:
        return kept_aside("It does not say that the plan is in force, or when it ended.")
    if family:
        return _family_members_plan(received, around, subject, plan)
    if UNBORN_PLAN in told:
        return _unborn_babys_plan(received, around, subject, plan)
    if around.is_child(subject, plan.start_on) is False:
        return kept_aside("A child's plan on the record of an adult: ask the sender whose plan it is.")
    return Mapped((_plan_entry(received, around, subject, plan),))


def _plan(body: Json, type_: str) -> Plan | None:
    period = body.get("period") or {}
    start, end = days(period.get("start")), last_day(period.get("end"))
    status = body["status"]
    if status in _ENDED and end is None:
        end = _day_recorded(body)
    if status not in (*_IN_FORCE, "entered-in-error") and not (status in _ENDED and end):
        return None
    return Plan(type_, start_on=start[0] if start else None, end_on=end)


def _day_recorded(body: Json) -> dt.date | None:
    """A plan that is over ended at the latest when that was recorded."""
    moment = told_recorded_at(body)
    return clock.day_of(moment) if moment else None


def _plan_entry(received: Received, around: Surroundings, about: str, plan: Plan) -> EntryProposal:
    note = notes_of(received.body, words(received.body.get("code")), *_flag_notes(received.body))
    return entry(received, around, about, plan, when(received.body, "period"), note=note)


def _flag_notes(body: Json) -> list[str]:
    return [
        str((one.get("valueAnnotation") or {}).get("text") or "")
        for one in extensions(body, "/Extension-FlagNotes")
    ]


def _unborn_babys_plan(received: Received, around: Surroundings, mother: str, plan: Plan) -> Mapped:
    """The plan stands on a baby of its own, whose mother is the record's subject."""
    key = f"{received.source_id}#unborn"
    is_mother = entry(
        received, around, mother, Relationship("mother"), NEVER, part="#mother", people=(("to", key),)
    )
    baby = PersonProposal(key=key, kind="baby", source_version=received.source_version)
    return Mapped((is_mother, _plan_entry(received, around, key, plan)), (baby,))


def _family_members_plan(received: Received, around: Surroundings, child: str, plan: Plan) -> Mapped:
    """The plan stands on a relative who is described and not named."""
    key = f"{received.source_id}#family-member"
    told = Relationship("relative", identity="described", described_as="A family member on a plan, not named")
    relative = entry(received, around, key, told, NEVER, part="#relative", people=(("to", child),))
    someone = PersonProposal(key=key, source_version=received.source_version)
    return Mapped((relative, _plan_entry(received, around, key, plan)), (someone,))


def _why_not(body: Json, told: list[Code]) -> str:
    if any("child-protection-information-system" in code for _, code in told):
        return "The flag says that CP-IS holds a record, not which plan: the care plan or the council does."
    if any(code == "SG" or "safeguarding" in system for system, code in told):
        return "A safeguarding concern: no kind of entry holds one yet. Read it as received."
    return "No kind of entry holds this flag yet."
