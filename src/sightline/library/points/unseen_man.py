"""Somebody in the baby's life whom no service has met."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

PANEL = Source("Practice Review Panel: The Myth of Invisible Men", 2021, "practice notes 5.3")
OWN = Source("Sightline's own rule", 2026, "help around the birth is not a change in the home")


def signal(t: Tables, p: Parameters) -> Table:
    """Lives with, stays with or cares for the baby, or is a parent's partner, and nobody has met them."""
    here = t.step("here", blocks_home.people_here(t))
    here = here.filter(here.adult | here.is_partner)
    born = t.baby.select("child_id", "born_day", "age_days")
    due = here.join(born, "child_id")
    due = due.filter(due.age_days >= p.after_birth, due.here_day + p.after_known <= p.today)
    due = t.step("due", without_helpers(t, p, due))
    unmet = t.step("unmet", blocks_home.unreached(t, blocks_home.not_birth_mother(t, due)))
    plan = blocks.open_plan(t, p, "child_protection", "child_in_need")
    return both(
        rows(blocks.having(unmet, plan, "child_id"), "unmet_on_plan"),
        rows(blocks.without(unmet, plan, "child_id"), "unmet"),
    )


def without_helpers(t: Tables, p: Parameters, due: Table) -> Table:
    """Leave out a relative or friend who stays to help around the birth, for a reason that is known."""
    stays = t.stay.filter(t.stay.change == "stays_often", t.stay.reason_known)
    return blocks.without(
        due,
        stays,
        due.child_id == stays.child_id,
        due.person_id == stays.about_id,
        ~(due.is_parent | due.is_partner | due.lives_here | due.cares),
        blocks.latest(stays) >= due.born_day - p.help_before,
        blocks.latest(stays) <= due.born_day + p.help_after,
    )


def _contact(day: int, *spoke_to: str) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "contact", "child_seen": True,
        "spoke_to": list(spoke_to),
    }  # fmt: skip


def _is(day: int, who: str, kind: str, identity: str = "named", **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "midwifery", "kind": "relationship", "about": who, "type": kind,
        "identity": identity, **more,
    }  # fmt: skip


def _home(day: int, who: str, change: str, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "household", "about": who, "change": change, **more,
    }  # fmt: skip


_FATHER = _is(-200, "father", "father")
_MOTHER = _contact(13, "mother")
_PLAN = {"day": 20, "agency": "social_care", "kind": "plan", "type": "child_protection", "start_day": 20}
_PARTNER = ({"id": "partner", "role": "mothers_partner", "sex": "male"},)
_GRAN = ({"id": "gran", "role": "grandmother", "sex": "female"},)
_UNCLE = ({"id": "uncle", "role": "relative", "sex": "male"},)
_WIFE = ({"id": "wife", "role": "mother", "sex": "female"},)

POINT = LearningPoint(
    id="unseen-man",
    theme="relationships",
    title="Somebody in the baby's life whom no service has met",
    finding="Reviews found fathers, partners and other adults who lived with or cared for the baby and whom "
    "no service had met. What was known of them was what others had said.",
    sources=(briefing("Key learning 5: roles and relationships, unseen men"), PANEL),
    question="Somebody is part of {baby}'s life whom we have not met: what time or way would suit them?",
    short_question="Part of the baby's life, and not met: what would suit them?",
    tempo=Tempo.NEXT,
    owner=Owner("lead_social_worker"),
    asked_when="A parent, a parent's partner or another adult who lives, stays or cares has been met or "
    "spoken to by no service, eight weeks after the birth and 28 days after being known.",
    silent_when="No contact is permitted, or it is not safe to ask; moved out, to work away for instance; "
    "reached by telephone or video; a relative or friend who helps around the birth for a known reason. The "
    "parent who gave birth. A female partner is asked about like a man.",
    blind_to="Working away, where no move is recorded. Meetings that nobody wrote down. Who stays without "
    "any service having been told.",
    because={
        "unmet": "Part of the baby's life since then; no service has met or spoken to them.",
        "unmet_on_plan": "Part of the baby's life since then, and the baby is on a plan; no service has met "
        "or spoken to them.",
    },
    signal=signal,
    needs=(("contact", "appointment", "seen", "touchpoint"),),
    policy=(
        PolicyValue("after_birth", 8, "weeks", "not before this age", PANEL),
        PolicyValue("after_known", 28, "days", "not before this long after they are known", PANEL),
        PolicyValue("help_before", 14, "days", "help around the birth begins so long before it", OWN),
        PolicyValue("help_after", 42, "days", "or so long after it", OWN),
    ),
    tempo_by={"unmet_on_plan": Tempo.WEEK},
    procedure="fathers-and-other-adults",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "a named father, eight weeks after the birth",
            raises_on=56,
            evidence=(0,),
            facts=(_FATHER, _MOTHER),
        ),
        Case(
            "a father known only later: 28 days after that",
            raises_on=68,
            evidence=(1,),
            facts=(_MOTHER, _is(40, "father", "father", "described")),
        ),
        Case("on a plan", raises_on=56, facts=(_FATHER, _MOTHER, _PLAN)),
        Case(
            "spoken to by telephone",
            silent_until=90,
            facts=(
                _FATHER,
                _MOTHER,
                {"day": 40, "agency": "gp", "kind": "seen", "about": "father", "how": "spoke"},
            ),
        ),
        Case(
            "at an appointment",
            silent_until=90,
            facts=(
                _FATHER,
                _MOTHER,
                {
                    "day": 50,
                    "agency": "gp",
                    "kind": "appointment",
                    "service": "gp",
                    "outcome": "attended",
                    "with": ["mother", "father"],
                },
            ),
        ),
        Case(
            "named as coming to an appointment that was cancelled",
            raises_on=56,
            facts=(
                _FATHER,
                _MOTHER,
                {
                    "day": 50,
                    "agency": "gp",
                    "kind": "appointment",
                    "service": "gp",
                    "outcome": "cancelled_by_service",
                    "with": ["mother", "father"],
                },
            ),
        ),
        Case(
            "a talk on crying reached him",
            silent_until=90,
            facts=(
                _FATHER,
                _MOTHER,
                {
                    "day": 20,
                    "agency": "health_visiting",
                    "kind": "touchpoint",
                    "programme": "icon",
                    "number": 4,
                    "received_by": ["father"],
                },
            ),
        ),
        Case(
            "he told a midwife something",
            silent_until=90,
            facts=(
                _FATHER,
                _MOTHER,
                {"day": 9, "agency": "midwifery", "kind": "statement", "by": "father", "code": "feeling_low"},
            ),
        ),
        Case(
            "his own appointment",
            silent_until=90,
            facts=(
                _FATHER,
                _MOTHER,
                {
                    "day": 9,
                    "agency": "mental_health",
                    "kind": "appointment",
                    "service": "mental_health",
                    "about": "father",
                    "outcome": "attended",
                },
            ),
        ),
        Case(
            "met only as far as nobody in services knows",
            raises_on=56,
            facts=(
                _FATHER,
                _MOTHER,
                {"day": 9, "agency": "none", "kind": "seen", "about": "father", "how": "met"},
            ),
        ),
        Case(
            "no contact is permitted",
            silent_until=120,
            facts=(_is(-100, "father", "father", "no_contact_permitted"), _MOTHER),
        ),
        Case(
            "not safe to ask, and another service writes his name",
            silent_until=120,
            facts=(
                _is(-100, "father", "father", "not_safe_to_ask"),
                _MOTHER,
                {**_is(14, "father", "father"), "agency": "gp"},
            ),
        ),
        Case(
            "not safe to ask, then the same service finds it safe",
            raises_on=56,
            facts=(_is(-100, "father", "father", "not_safe_to_ask"), _MOTHER, _is(10, "father", "father")),
        ),
        Case(
            "nobody has asked who he is",
            silent_until=120,
            facts=(_is(-100, "father", "father", "not_asked"), _MOTHER),
        ),
        Case(
            "works away",
            silent_until=120,
            facts=(_FATHER, _MOTHER, _home(10, "father", "moves_out", reason_known=True)),
        ),
        Case(
            "parted, and comes to stay often",
            raises_on=56,
            facts=(
                _FATHER,
                _MOTHER,
                _home(10, "father", "moves_out", reason_known=True),
                _home(20, "father", "stays_often", reason_known=True),
            ),
        ),
        Case(
            "the parent who gave birth, in a record without meetings",
            silent_until=120,
            facts=(_is(-100, "mother", "mother"), _contact(3)),
        ),
        Case(
            "two mothers, one met",
            raises_on=56,
            evidence=(0,),
            people=_WIFE,
            facts=(_is(-200, "wife", "mother"), _MOTHER),
        ),
        Case(
            "two mothers, both met",
            silent_until=120,
            people=_WIFE,
            facts=(_is(-200, "wife", "mother"), _contact(13, "mother", "wife")),
        ),
        Case(
            "no second parent",
            silent_until=120,
            facts=(_is(-100, "father", "father", "no_second_parent"), _MOTHER),
        ),
        Case(
            "a partner named to the mother",
            raises_on=98,
            evidence=(1,),
            people=_PARTNER,
            facts=(_MOTHER, _is(70, "partner", "partner", to="mother")),
        ),
        Case(
            "a partner who is no longer one",
            silent_until=120,
            people=_PARTNER,
            facts=(
                _MOTHER,
                _is(60, "partner", "partner", to="mother"),
                _is(80, "partner", "ex_partner", to="mother"),
            ),
        ),
        Case(
            "an uncle who lives there, the reason known",
            raises_on=56,
            people=_UNCLE,
            facts=(_home(-150, "uncle", "moves_in", reason_known=True), _MOTHER),
        ),
        Case(
            "an uncle who is only a relative",
            silent_until=120,
            people=_UNCLE,
            facts=(_is(-150, "uncle", "relative"), _MOTHER),
        ),
        Case(
            "an uncle who lived there and left",
            silent_until=120,
            people=_UNCLE,
            facts=(_home(-150, "uncle", "moves_in"), _home(40, "uncle", "moves_out"), _MOTHER),
        ),
        Case(
            "known as a relative long before he moves in, told late",
            raises_on=118,
            people=_UNCLE,
            facts=(_is(-150, "uncle", "relative"), _home(70, "uncle", "moves_in", known_day=90), _MOTHER),
            evidence=(1,),
        ),
        Case(
            "a grandmother who stays to help after the birth",
            silent_until=150,
            people=_GRAN,
            facts=(_home(8, "gran", "stays_often", reason_known=True), _MOTHER),
        ),
        Case(
            "a grandmother who has the baby on weekdays",
            raises_on=110,
            people=_GRAN,
            facts=(_home(82, "gran", "takes_on_care", reason_known=True), _MOTHER),
        ),
        Case(
            "a cousin of fifteen who lives there",
            silent_until=120,
            facts=(_home(8, "cousin", "moves_in"), _MOTHER),
            people=({"id": "cousin", "role": "relative", "sex": "male", "age_at_birth": 15},),
        ),
    ),
)
