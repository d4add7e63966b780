"""Something grave that only one agency holds."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_answers, blocks_injury
from sightline.signals import blocks_holder as holder
from sightline.signals import blocks_records as records
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

DONE_TO_OTHERS = ("domestic_abuse_perpetrator", "violent_offence")
VIOLENCE = (*DONE_TO_OTHERS, "domestic_abuse_victim")
HARMED = ("previous_child_harmed", "previous_child_removed")
HARD_TO_SAY = ("frightened", "harm_disclosed", "fears_blame")
LAW = Source("Children Act 2004, section 16LA: duty to share information", 2026, "practice notes 10.1")
QUESTIONS = Source("Sightline questions: when each question is fair", 2026, "section 2")


def signal(t: Tables, p: Parameters) -> Table:
    """Grave, not passed on, held for 28 days by one that knows of the baby; less when violence is current."""
    now = t.step("violence_now", current_violence(t))
    facts = t.step("facts", both(of_adults(t, now), said(t, p), marks(t, p)))
    left = t.step("left", holder.not_passed_on(t, holder.held_since(t, facts, p.pregnancy)))
    current = holder.held_by(left, now)
    rest = blocks.without(left, now, "child_id", "entry_id")
    rest = rest.filter(rest.since_day + p.after <= p.today)
    soon = current.filter(current.since_day <= p.current_within)
    return both(rows(soon, "violence_now"), rows(rest, rest.matter))


def current_violence(t: Tables) -> Table:
    """Violence of or against an adult near the baby that nobody says is over."""
    return records.still_so(t, "violent", holder.near_the_baby(records.about_adults(t, *VIOLENCE)))


def of_adults(t: Tables, now: Table) -> Table:
    """Violence, harm to an earlier child, grave illness or substance use, that no other agency recorded."""
    violence = holder.near_the_baby(records.about_adults(t, *VIOLENCE))
    harmed = holder.near_the_baby(records.about_adults(t, *HARMED))
    ill = t.step("ill", holder.near_the_baby(records.about_adults(t, *records.HEALTH)))
    using = t.step("using", holder.near_the_baby(records.about_adults(t, *records.SUBSTANCE)))
    told = t.step(
        "told",
        both(
            holder.held(violence, "violence", violence.child_id),
            holder.held(harmed, "harmed", harmed.child_id),
            holder.held(ill, "illness"),
            holder.held(using, "substances"),
        ),
    )
    before = violence.filter(violence.code.isin(DONE_TO_OTHERS), records.is_past(violence))
    before = before.filter(~records.stated(before, "low"))
    grave = (now, before, harmed, gravely_ill(t, ill), using_much(t, using))
    grave = both(*(one.select("child_id", "entry_id") for one in grave))
    return holder.not_recorded_elsewhere(holder.held_by(told, grave), told)


def gravely_ill(t: Tables, ill: Table) -> Table:
    """Current illness that is high, or not low in the care of a mental health service."""
    still = records.still_so(t, "still_ill", ill)
    treated = (still.sector == "mental_health") & ~records.stated(still, "low")
    return still.filter(records.stated(still, "high") | treated)


def using_much(t: Tables, using: Table) -> Table:
    """Current use that is moderate or high, or not low in the care of a substance service."""
    still = records.still_so(t, "still_using", using)
    treated = (still.sector == "substance_service") & ~records.stated(still, "low")
    return still.filter(records.stated(still, "moderate", "high") | treated)


def said(t: Tables, p: Parameters) -> Table:
    """What a parent said that is hard to say, or that nobody answered; told to one agency alone."""
    told = t.step("said", blocks_answers.said_by_family(t))
    hard = told.filter(told.code.isin(HARD_TO_SAY))
    other = told.filter(told.code.notin(HARD_TO_SAY))
    other = blocks_answers.unanswered(t, "open", p.same_visit, other)
    held = holder.held(hard, "statement", hard.by_id).union(holder.held(other, "statement", other.by_id))
    return alone(t, p, held, holder.held(told, "statement", told.by_id))


def marks(t: Tables, p: Parameters) -> Table:
    """Marks without a medical cause; not those of a child who moves and whose account fits."""
    told = t.step("marks", t.injury.filter(~t.injury.medical_cause.fill_null(False)))
    still = blocks_injury.not_moving(t, told)
    unclear = told.filter(told.explanation_fits.fill_null("") != "yes")
    held = both(holder.held(still, "injury"), holder.held(unclear, "injury")).distinct()
    return alone(t, p, held, holder.held(t.injury, "injury"))


def alone(t: Tables, p: Parameters, facts: Table, told: Table) -> Table:
    """Those of `facts` that no other agency recorded in these weeks or since, and no joint step followed."""
    left = holder.not_recorded_elsewhere(facts, told, near=p.after)
    return holder.not_acted_on(t, left)


def _knows(day: int, agency: str = "probation", **more: object) -> dict[str, object]:
    return {"day": day, "agency": agency, "kind": "contact", **more}


def _noted(
    day: int,
    code: str = "domestic_abuse_perpetrator",
    about: str = "father",
    agency: str = "probation",
    **more: object,
) -> dict[str, object]:
    return {"day": day, "agency": agency, "kind": "observation", "about": about, "code": code, **more}


def _said(day: int, code: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "gp", "kind": "statement", "by": "mother", "code": code, **more}


def _mark(day: int, agency: str = "gp", **more: object) -> dict[str, object]:
    return {"day": day, "agency": agency, "kind": "injury", "injury": "bruise", "site": "shin", **more}


def _shared(day: int, agency: str, ref: str = "it") -> dict[str, object]:
    return {"day": day, "agency": agency, "kind": "shared", "ref": ref, "with": ["health_visiting"]}


_NAMED = {"day": -200, "agency": "midwifery", "kind": "relationship", "about": "father", "type": "father"}
_PAST = _noted(10, past=True, level="moderate")
_CONTACT = _knows(5)
_PARTNER = ({"id": "partner", "role": "mothers_partner"},)
_MET_PARTNER = {
    "day": 1,
    "agency": "gp",
    "kind": "relationship",
    "about": "partner",
    "to": "mother",
    "type": "partner",
}

POINT = LearningPoint(
    id="known-to-one-agency",
    theme="struggling",
    title="Something grave that only one agency holds",
    finding="What one service knew of violence, of an earlier child, of illness or of what a parent had said "
    "did not reach those who saw the baby. Sharing between midwives, health visitors and practices mattered.",
    sources=(briefing("Key learning 3: recording and information sharing"), LAW, QUESTIONS),
    question="You may be the only one who knows this: would it help {baby} if another did, and what would "
    "sharing cost?",
    short_question="You may be the only one who knows this: share it?",
    tempo=Tempo.WEEK,
    owner=Owner("holder"),
    asked_when="Held by one agency that knows of the baby, and for 28 days not passed on nor recorded by "
    "another: violence, an earlier child harmed or removed, grave current illness, substance use that is not "
    "low, what a parent said, a mark. Five working days when violence is current.",
    silent_when="Passed on, referred or a discussion asked for by the holder; another agency recorded the "
    "matter; after a mark or a statement a discussion, medical or plan; a statement that was answered, "
    "unless it was of fear, harm or blame; the past of a victim; a walking child's mark whose account fits.",
    blind_to="What was shared by telephone and not written, or read here by another. Whether the holder "
    "knows of the baby, unless it recorded something about the baby or who the parent is.",
    because={
        "violence_now": "Current, and only your service has it on record.",
        "violence": "Only your service has this on record.",
        "harmed": "About an earlier child; only your service has this on record.",
        "illness": "Only your service has this on record, as grave and current.",
        "substances": "Only your service has this on record, as current and more than low.",
        "statement": "Said to your service; no other has it on record.",
        "injury": "Seen by your service; no other has it on record.",
    },
    signal=signal,
    needs=(("observation", "statement", "injury"),),
    policy=(
        PolicyValue("after", 28, "days", "held by one that knows of the baby", QUESTIONS),
        PolicyValue("current_within", 5, "working_days", "the same, when violence is current", QUESTIONS),
        PolicyValue("same_visit", 1, "days", "in which a contact is still the visit itself", QUESTIONS),
        PolicyValue("pregnancy", 280, "days", "of pregnancy before the expected day", QUESTIONS),
    ),
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    differs="A holder knows of the baby when it recorded anything about the baby, or that somebody is its "
    "parent. A statement that was answered is not held. Passing on anything about the family counts.",
    cases=(
        Case(
            "past violence, probation knows of the baby",
            raises_on=38,
            evidence=(1,),
            facts=(_NAMED, _PAST, _CONTACT),
        ),
        Case("learnt of the baby later", raises_on=68, facts=(_NAMED, _PAST, _knows(40))),
        Case("does not know of the baby", silent_until=90, facts=(_NAMED, _PAST)),
        Case(
            "knows who the mother is",
            raises_on=38,
            facts=(_noted(-400, "care_leaver", "mother", "police"), _noted(10, past=True, agency="police")),
        ),
        Case(
            "known before the pregnancy began",
            raises_on=-252,
            facts=(_noted(-800, past=True, agency="police"), _knows(-290, "police")),
        ),
        Case(
            "violence that is current: five working days",
            raises_on=8,
            evidence=(1,),
            facts=(_NAMED, _noted(0), _knows(-10)),
        ),
        Case(
            "current abuse of the mother",
            raises_on=8,
            facts=(_noted(0, "domestic_abuse_victim", "mother", "midwifery"),),
        ),
        Case(
            "abuse that she suffered once",
            silent_until=90,
            facts=(
                _noted(0, "domestic_abuse_victim", "mother", "midwifery", past=True),
                _noted(0, "abused_as_adult", "mother", "midwifery", past=True),
            ),
        ),
        Case(
            "a small offence of long ago",
            silent_until=90,
            facts=(_NAMED, _noted(0, "violent_offence", past=True, level="low"), _knows(-10)),
        ),
        Case(
            "passed on",
            silent_until=90,
            facts=(_NAMED, {**_PAST, "id": "it"}, _CONTACT, _shared(37, "probation")),
        ),
        Case(
            "passed on with another entry of the same days",
            silent_until=90,
            facts=(_NAMED, _PAST, {**_knows(12), "id": "it"}, _shared(20, "probation")),
        ),
        Case(
            "something was passed on before",
            raises_on=38,
            facts=(_NAMED, {**_CONTACT, "id": "it"}, _shared(6, "probation"), _PAST),
        ),
        Case(
            "another passed something on",
            raises_on=38,
            facts=(_NAMED, _PAST, _CONTACT, {**_knows(12, "gp"), "id": "it"}, _shared(20, "gp")),
        ),
        Case(
            "the holder referred",
            silent_until=90,
            facts=(
                _NAMED,
                _PAST,
                _CONTACT,
                {"day": 20, "agency": "probation", "kind": "referral", "to": "social_care"},
            ),
        ),
        Case(
            "another recorded the violence, of the other parent's side",
            silent_until=90,
            facts=(_NAMED, _PAST, _CONTACT, _noted(12, "domestic_abuse_victim", "mother", "gp", past=True)),
        ),
        Case(
            "another recorded something else of him",
            raises_on=38,
            facts=(_NAMED, _PAST, _CONTACT, _noted(12, "cannabis", "father", "gp", level="low")),
        ),
        Case(
            "an earlier child removed, told to the midwife",
            raises_on=-177,
            facts=(_noted(-205, "previous_child_removed", "mother", "midwifery", past=True),),
        ),
        Case(
            "a partner of the mother",
            raises_on=38,
            people=_PARTNER,
            facts=(_MET_PARTNER, _noted(10, about="partner", past=True), _CONTACT),
        ),
        Case(
            "an uncle elsewhere",
            silent_until=90,
            people=({"id": "uncle", "role": "relative"},),
            facts=(
                {**_NAMED, "about": "uncle", "type": "relative"},
                _noted(10, about="uncle", past=True),
                _CONTACT,
            ),
        ),
        Case(
            "a father who may not see the baby",
            silent_until=90,
            facts=({**_NAMED, "identity": "no_contact_permitted"}, _PAST, _CONTACT),
        ),
        Case(
            "grave illness",
            raises_on=38,
            facts=(_noted(10, "mental_ill_health", "mother", "gp", level="high"),),
        ),
        Case(
            "an illness in the care of a mental health service",
            raises_on=38,
            facts=(
                _noted(10, "mental_ill_health", "father", "mental_health"),
                _knows(5, "mental_health"),
                _NAMED,
            ),
        ),
        Case(
            "a moderate illness at the practice",
            silent_until=90,
            facts=(_noted(10, "perinatal_low_mood", "mother", "gp", level="moderate"),),
        ),
        Case(
            "grave illness, known to the health visitor too",
            silent_until=90,
            facts=(
                _noted(10, "mental_ill_health", "mother", "gp", level="high"),
                _noted(12, "perinatal_low_mood", "mother", "health_visiting"),
            ),
        ),
        Case(
            "alcohol, more than low",
            raises_on=38,
            facts=(_noted(10, "alcohol", "mother", "gp", level="moderate"),),
        ),
        Case("alcohol, low", silent_until=90, facts=(_noted(10, "alcohol", "mother", "gp", level="low"),)),
        Case(
            "alcohol, over since",
            silent_until=90,
            facts=(
                _noted(10, "alcohol", "mother", "gp", level="high"),
                _noted(30, "alcohol", "mother", "gp", past=True),
            ),
        ),
        Case(
            "no bond, and nobody answered",
            raises_on=43,
            evidence=(0,),
            facts=(_said(15, "bonding_difficulty", precision="order_only"),),
        ),
        Case(
            "struggling, and answered",
            silent_until=90,
            facts=(_said(15, "struggling"), _knows(20, "gp", spoke_to=["mother"])),
        ),
        Case(
            "afraid of blame, and spoken to since",
            raises_on=43,
            facts=(_said(15, "fears_blame"), _knows(20, "gp", spoke_to=["mother"])),
        ),
        Case(
            "said to another as well",
            silent_until=90,
            facts=(_said(15, "fears_blame"), {**_said(25, "feeling_low"), "agency": "health_visiting"}),
        ),
        Case(
            "a plan began after it was said",
            silent_until=90,
            facts=(
                _said(15, "harm_disclosed"),
                {
                    "day": 18,
                    "agency": "social_care",
                    "kind": "plan",
                    "type": "child_in_need",
                    "start_day": 18,
                },
            ),
        ),
        Case("a mark, with any account", raises_on=128, facts=(_mark(100, explanation_fits="yes"),)),
        Case("a mark seen by another too", silent_until=160, facts=(_mark(100), _mark(101, "nursery"))),
        Case(
            "another mark, seen elsewhere before",
            raises_on=128,
            evidence=(1,),
            facts=({**_mark(20, "nursery"), "medical_cause": True}, _mark(100)),
        ),
        Case("a mark with a medical cause", silent_until=160, facts=(_mark(100, medical_cause=True),)),
        Case(
            "a walking child's shin, the account fits",
            silent_until=460,
            facts=(
                {"day": 380, "agency": "gp", "kind": "mobility", "walks": True},
                _mark(400, "nursery", explanation_fits="yes"),
            ),
        ),
        Case(
            "a walking child, no account",
            raises_on=428,
            facts=(
                {"day": 380, "agency": "gp", "kind": "mobility", "walks": True},
                _mark(400, "nursery", explanation_fits="none_given"),
            ),
        ),
    ),
)
