"""Talks about crying that never reached the man, or the partner, who settles the baby too."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.policy import PolicyValue
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home, blocks_icon
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

ICON = Source("ICON: coping with crying, the five touchpoints", 2022, "practice notes 3.2, 3.4")
OWN = Source("Sightline's own rule", 2026, "time for a talk to reach the record")


def signal(t: Tables, p: Parameters) -> Table:
    """Lives with or cares for the baby; three talks were received, and none of them by him."""
    due = blocks_icon.due(t, p, p.by + p.to_record, p.until)
    talks = t.step("talks", blocks.having(received(t), due, "child_id"))
    count = blocks.counted(talks.select("child_id", "entry_id").distinct(), "child_id")
    told = t.step("told", count.filter(count.n >= p.enough))
    men = t.step("men", blocks.having(men_here(t, p), told, "child_id"))
    missed = t.step("missed", blocks.without(men, talks, "child_id", "person_id"))
    given = blocks.having(blocks.having(talks, told, "child_id"), missed, "child_id")
    return both(rows(missed, "not_reached"), rows(given, "given"))


def received(t: Tables) -> Table:
    """Who received each talk about the baby; talks of which that is not recorded tell nothing."""
    given = blocks_icon.talks(t).select("child_id", "entry_id")
    to = t.around.met.filter(t.around.met.how == "received")
    return to.select("child_id", "entry_id", "person_id").join(given, ["child_id", "entry_id"])


def men_here(t: Tables, p: Parameters) -> Table:
    """Men, and partners of either sex, who are known for some time to live with or care for the baby."""
    here = t.step("here", blocks_home.people_here(t))
    known_day = here.is_parent.ifelse(here.here_day, here.came_told)
    here = here.filter(here.at_home | here.cares, known_day + p.after_known <= p.today)
    partner = here.is_parent | here.is_partner
    man = here.adult & (here.person_sex == "male").fill_null(False)
    return blocks_home.not_birth_mother(t, here.filter(partner | man))


def _talk(day: int, number: int | str, *received_by: str, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "touchpoint", "programme": "icon", "number": number,
        "received_by": list(received_by), **more,
    }  # fmt: skip


def _is(day: int, who: str, kind: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "midwifery", "kind": "relationship", "about": who, "type": kind, **more}


def _home(day: int, who: str, change: str, **more: object) -> dict[str, object]:
    return {
        "day": day, "agency": "health_visiting", "kind": "household", "about": who, "change": change, **more,
    }  # fmt: skip


_FATHER = _is(-200, "father", "father")
_THREE = (_talk(1, 1, "mother"), _talk(12, 3, "mother"), _talk(50, 5, "mother"))
_PARTNER = ({"id": "partner", "role": "mothers_partner", "sex": "male"},)
_WIFE = ({"id": "wife", "role": "mother", "sex": "female"},)
_GRANS = (
    {"id": "gran", "role": "grandmother", "sex": "female"},
    {"id": "grandad", "role": "grandfather", "sex": "male"},
)

POINT = LearningPoint(
    id="icon-man-not-reached",
    theme="practice",
    title="Talks about crying that did not reach him",
    finding="Most babies who were shaken were shaken by a man. The talks about crying were given to mothers.",
    sources=(briefing("Evidencing impact: ICON; fathers and other significant males"), ICON),
    question="Who settles {baby} at night, and has anyone talked about crying with each of them?",
    short_question="Who settles the baby at night, and who has talked with them about crying?",
    tempo=Tempo.NEXT,
    owner=Owner("health_visitor"),
    asked_when="A man, or a parent's partner of either sex, has been known for 28 days to live with or care "
    "for the baby; three talks are recorded with who received them, none by him; eight weeks at home and a "
    "week for the record to arrive.",
    silent_when="He received one, an extra or a film talked over included; he lives elsewhere; no contact is "
    "permitted or it is not safe to ask; moved here after the birth; older than six months at home.",
    blind_to="Talks of which nobody wrote who was there. What was passed on at home.",
    because={
        "not_reached": "Lives with or cares for the baby; received none of the talks.",
        "given": "A talk, to somebody else.",
    },
    signal=signal,
    needs=("touchpoint",),
    policy=(
        PolicyValue("enough", 3, "count", "talks of which it is known who received them", ICON),
        PolicyValue("by", 8, "weeks", "at home", ICON),
        PolicyValue("to_record", 7, "days", "for a talk to reach the record", OWN),
        PolicyValue("until", 26, "weeks", "at home, and no longer asked after", ICON),
        PolicyValue("after_known", 28, "days", "not before this long after he is known", OWN),
    ),
    renewed_by=("not_reached",),
    procedure="icon",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case("three talks, all to the mother", raises_on=63, evidence=(0, 1, 2, 3), facts=(_FATHER, *_THREE)),
        Case(
            "one of them to him as well",
            silent_until=200,
            facts=(
                _FATHER,
                *_THREE[:2],
                _talk(50, 5, "mother", "father"),
            ),
        ),
        Case(
            "a film talked over with him, late",
            raises_on=63,
            facts=(
                _FATHER,
                *_THREE,
                _talk(70, "extra", "father"),
            ),
        ),
        Case(
            "an extra one to him in time",
            silent_until=200,
            facts=(
                _FATHER,
                *_THREE,
                _talk(30, "extra", "father"),
            ),
        ),
        Case("two talks only", silent_until=200, facts=(_FATHER, *_THREE[:2])),
        Case(
            "of the third nobody wrote who was there",
            silent_until=200,
            facts=(
                _FATHER,
                *_THREE[:2],
                _talk(50, 5),
            ),
        ),
        Case(
            "met, but not talked with about crying",
            raises_on=63,
            facts=(
                _FATHER,
                *_THREE,
                {"day": 20, "agency": "gp", "kind": "seen", "about": "father", "how": "met"},
            ),
        ),
        Case("lives elsewhere", silent_until=200, facts=(_FATHER, *_THREE, _home(20, "father", "moves_out"))),
        Case(
            "no contact is permitted",
            silent_until=200,
            facts=(
                _is(-200, "father", "father", identity="no_contact_permitted"),
                *_THREE,
            ),
        ),
        Case(
            "nobody has asked who he is",
            silent_until=200,
            facts=(
                _is(-200, "father", "father", identity="not_asked"),
                *_THREE,
            ),
        ),
        Case(
            "two mothers, one reached",
            raises_on=63,
            people=_WIFE,
            facts=(
                _is(-200, "wife", "mother"),
                *_THREE,
            ),
        ),
        Case(
            "the mother herself, where only others were reached",
            silent_until=200,
            people=_GRANS,
            facts=(
                _is(-200, "mother", "mother"),
                _talk(1, 1, "gran"),
                _talk(9, 2, "gran"),
                _talk(50, 5, "gran"),
            ),
        ),
        Case(
            "a grandmother lives there, not reached",
            silent_until=200,
            people=_GRANS,
            facts=(
                _home(-50, "gran", "moves_in", reason_known=True),
                *_THREE,
            ),
        ),
        Case(
            "a grandfather lives there, not reached",
            raises_on=63,
            people=_GRANS,
            facts=(
                _home(-50, "grandad", "moves_in", reason_known=True),
                *_THREE,
            ),
        ),
        Case(
            "a partner who is not known to live there",
            silent_until=200,
            people=_PARTNER,
            facts=(
                _is(-50, "partner", "partner", to="mother"),
                *_THREE,
            ),
        ),
        Case(
            "a partner known for long, who moves in at seven weeks",
            raises_on=77,
            people=_PARTNER,
            facts=(
                _is(-50, "partner", "partner", to="mother"),
                *_THREE,
                _home(49, "partner", "moves_in", reason_known=True),
            ),
        ),
        Case(
            "a brother of sixteen",
            silent_until=200,
            facts=(_home(1, "brother", "moves_in"), *_THREE),
            people=({"id": "brother", "role": "sibling", "sex": "male", "age_months_at_birth": 192},),
        ),
        Case(
            "six weeks in the neonatal unit: counted from home",
            raises_on=105,
            facts=(
                _FATHER,
                {"day": 42, "agency": "neonatal_unit", "kind": "contact", "child_seen": True},
                *_THREE,
            ),
        ),
        Case(
            "nobody sends talks",
            silent_until=200,
            facts=(
                _FATHER,
                {"day": 3, "agency": "hospital", "kind": "contact", "spoke_to": ["mother"]},
            ),
        ),
    ),
)
