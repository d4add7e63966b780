"""Low mood or illness around the birth, and no help offered."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks
from sightline.signals.grammar import Parameters, Table, Tables, rows

BRIEFING = briefing(
    "Evidencing impact: priority for birthing and non-birthing parents, pregnancy to 12 months"
)
QUESTIONS = Source("Sightline's own rule, to confirm with the partnership", 2026, "perinatal offer missing")
TERM_DAYS = 280
HELP = ("perinatal_mental_health", "talking_therapy")


def signal(t: Tables, p: Parameters) -> Table:
    """A parent's low mood or illness in this pregnancy or the year after, and no offer in time."""
    low = t.step("low", _perinatal(t, p, _low(t)))
    due = low.filter(blocks.latest(low) + p.offer_within <= p.today)
    offers = t.step("offers", _offers(t, p))
    return rows(
        blocks.without(due, offers, due.child_id == offers.child_id, due.about_id == offers.parent_id), "low"
    )


def _low(t: Tables) -> Table:
    """Moderate or worse low mood, and current illness, of a parent."""
    told = t.around.observation
    told = told.filter(told.is_parent, ~told.past.fill_null(False))
    mood = (told.code == "perinatal_low_mood") & told.level.isin(("moderate", "high"))
    illness = (told.code == "mental_ill_health") & (told.level.fill_null("moderate") != "low")
    return told.filter(mood | illness)


def _perinatal(t: Tables, p: Parameters, told: Table) -> Table:
    """Only what was so in this pregnancy, or in the year after the birth, while that year lasts."""
    baby = t.baby.select("child_id", "born_day", begun=t.baby.due_day - TERM_DAYS)
    in_time = baby.born_day.isnull() | (p.today <= baby.born_day + p.until)
    baby = baby.filter(in_time)
    return blocks.having(
        told, baby, told.child_id == baby.child_id, baby.begun.isnull() | (blocks.latest(told) >= baby.begun)
    )


def _offers(t: Tables, p: Parameters) -> Table:
    """Help of the kind, offered to a parent since this pregnancy began, whatever became of it."""
    told = t.offer.filter(t.offer.offer.isin(HELP), t.offer.outcome.fill_null("waiting") != "not_offered")
    baby = t.baby.select("child_id", begun=t.baby.due_day - TERM_DAYS)
    made = blocks.having(
        told, baby, told.child_id == baby.child_id, baby.begun.isnull() | (blocks.latest(told) >= baby.begun)
    )
    return made.select("child_id", parent_id="about_id")


def _mood(
    day: int, level: str | None = "moderate", about: str = "mother", **more: object
) -> dict[str, object]:
    told: dict[str, object] = {"day": day, "agency": "health_visiting", "kind": "observation", "about": about}
    told |= {"code": "perinatal_low_mood", **more}
    return told | ({"level": level} if level else {})


def _offer(
    day: int, offer: str = "talking_therapy", to: str = "mother", outcome: str = "waiting"
) -> dict[str, object]:
    return {"day": day, "agency": "gp", "kind": "offer", "offer": offer, "to": to, "outcome": outcome}


_FATHER = {"day": -100, "agency": "midwifery", "kind": "relationship", "about": "father", "type": "father"}
_ILL = {"day": 30, "agency": "gp", "kind": "observation", "about": "mother", "code": "mental_ill_health"}

POINT = LearningPoint(
    id="perinatal-offer-missing",
    theme="practice",
    title="Low mood around the birth, and no help offered",
    finding="Either parent can now have talking therapy quickly in pregnancy and the first year, and "
    "partners are asked too. Where low mood was found and nothing offered, weeks passed that mattered to the "
    "baby.",
    sources=(BRIEFING, QUESTIONS),
    question="A parent of {baby} said that things are low: what has been offered, how soon, and who will ask "
    "again?",
    short_question="Things are low for a parent: what has been offered?",
    tempo=Tempo.WEEK,
    owner=Owner("who_screened"),
    asked_when="Low mood that is moderate or more, or current illness, of either parent, from pregnancy to "
    "twelve months; 14 days on, no talking therapy or perinatal offer is recorded.",
    silent_when="Offered, whatever they chose; mild; history; a partner's health stays in his own record.",
    blind_to="Help that was offered and not written down. Who is in treatment without an offer of this kind.",
    because={"low": "Low mood or illness was recorded; no offer is."},
    signal=signal,
    needs=("observation",),
    policy=(
        PolicyValue("offer_within", 14, "days", "an offer is due within", QUESTIONS),
        PolicyValue(
            "until", 365, "days", "after the birth, how long priority lasts", BRIEFING, to_confirm=False
        ),
    ),
    procedure="perinatal-mental-health",
    author="Sightline lesson authors",
    checker="Practice adviser (to be named by the partnership)",
    review_by=dt.date(2027, 5, 22),
    differs="Offers are not asked to be supplied: whoever screens also offers, and its silence is the "
    "finding.",
    cases=(
        Case("moderate, 14 days, nothing", raises_on=58, evidence=(0,), facts=(_mood(44),)),
        Case("offered on the fourteenth day", silent_until=100, facts=(_mood(44), _offer(58))),
        Case("offered and declined", silent_until=100, facts=(_mood(44), _offer(50, outcome="declined"))),
        Case("written as not offered", raises_on=58, facts=(_mood(44), _offer(50, outcome="not_offered"))),
        Case(
            "parenting support is another kind of help",
            raises_on=58,
            facts=(_mood(44), _offer(50, "parenting")),
        ),
        Case("low, and low alone", silent_until=100, facts=(_mood(44, "low"),)),
        Case("no level given", silent_until=100, facts=(_mood(44, None),)),
        Case("the father's", raises_on=58, facts=(_FATHER, _mood(44, about="father"))),
        Case(
            "offered to the other parent", raises_on=58, facts=(_FATHER, _mood(44), _offer(50, to="father"))
        ),
        Case("illness that is current", raises_on=44, facts=(_ILL,)),
        Case("illness that is history", silent_until=100, facts=({**_ILL, "past": True},)),
        Case("illness before this pregnancy", silent_until=100, facts=({**_ILL, "day": -500},)),
        Case("in pregnancy, offered then", silent_until=100, facts=(_mood(-80), _offer(-75))),
        Case("after the first year", silent_until=430, facts=(_mood(360),)),
    ),
)
