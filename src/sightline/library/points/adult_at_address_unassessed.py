"""An assessment that leaves out an adult of the household."""

from __future__ import annotations

import datetime as dt

from sightline.learning.cases import Case
from sightline.learning.points import LearningPoint, Owner, Tempo
from sightline.learning.sources import Source, briefing
from sightline.signals import blocks, blocks_home
from sightline.signals.grammar import Parameters, Table, Tables, both, rows

TYPES = ("pre_birth", "child_and_family", "early_help", "section_47")
PANEL = Source("Practice Review Panel: The Myth of Invisible Men", 2021, "practice notes 5.5")


def signal(t: Tables, p: Parameters) -> Table:
    """Finished, and says nothing of an adult who was known to live there by then and still does."""
    done = blocks_home.finished_assessments(t)
    done = done.filter(done.type.isin(TYPES), done.happened_from.notnull(), done.finished_day <= p.today)
    # Where nobody at all is written down as considered, who was left out cannot be told.
    done = blocks.having(done, t.considered, "entry_id", "child_id")
    done = done.select("child_id", "finished_day", assessment_id="entry_id")
    missing = t.step("missing", unweighed(t, residents(t)))
    missing = missing.join(done, "child_id")
    missing = t.step("left_out", missing.filter(missing.known_day <= missing.finished_day))
    assessments = missing.select("child_id", entry_id="assessment_id")
    return both(rows(assessments, "left_out"), rows(missing, "lives_there"))


def residents(t: Tables) -> Table:
    """Adults who live here, or stay often as a parent's partner, with `known_day` and what says so."""
    came = blocks_home.arrivals(t, "came", *blocks_home.INTO_HOME)
    came = came.select("child_id", "person_id", came_id="entry_id", since=came.came_day, told="told_day")
    people = blocks_home.open_to_contact(t, t.network)
    said_so = (people.relation == "lodger") & people.home_reason_known.fill_null(False)
    people = people.filter(people.adult | people.is_partner, ~said_so)
    people = people.filter(people.lives_here | (people.stays_often & people.is_partner))
    both_days = people.left_join(came, ["child_id", "person_id"])
    from_day = came.since.fill_null(people.since_day)
    told_day = came.told.fill_null(people.since_day)
    return both_days.select(
        people.child_id,
        people.person_id,
        entry_id=came.came_id.fill_null(people.since_entry_id),
        known_day=(from_day > told_day).ifelse(from_day, told_day),
    )


def unweighed(t: Tables, people: Table) -> Table:
    """Those of `people` whom no assessment of this baby weighed, and whom its assessors have not seen "
    "since."""
    people = blocks.without(people, blocks_home.weighed(t), "child_id", "person_id")
    seen = t.around.met
    seen = seen.filter(seen.how == "assessed", seen.sector.isin(("social_care", "early_help")))
    return blocks.without(people, seen, "child_id", "person_id")


def _assessment(day: int, *considered: str, **more: object) -> dict[str, object]:
    own = {"considered": list(considered)} if considered else {}
    return {
        "day": day, "agency": "social_care", "kind": "assessment", "type": "child_and_family",
        "completed_day": day, **own, **more,
    }  # fmt: skip


def _home(day: int, who: str, change: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "housing", "kind": "household", "about": who, "change": change, **more}


def _is(day: int, who: str, kind: str, **more: object) -> dict[str, object]:
    return {"day": day, "agency": "midwifery", "kind": "relationship", "about": who, "type": kind, **more}


_UNCLE = ({"id": "uncle", "role": "relative", "sex": "male"},)
_PARTNER = ({"id": "partner", "role": "mothers_partner", "sex": "male"},)
_LODGER = ({"id": "lodger", "role": "lodger", "sex": "male"},)
_MOVES_IN = _home(-150, "uncle", "moves_in", reason_known=True)

POINT = LearningPoint(
    id="adult-at-address-unassessed",
    theme="relationships",
    title="An assessment that leaves out somebody at home",
    finding="Assessments before and after birth were good on the parents and silent on others at the same "
    "address: grandparents, an uncle, a partner. What they were to the baby was not known.",
    sources=(briefing("Key learning 5: assessments and significant adults at the same address"), PANEL),
    question="The assessment leaves out one person at {baby}'s home: what part do they play in the day and "
    "night?",
    short_question="One person at home is not in the assessment: what part do they play?",
    tempo=Tempo.WEEK,
    owner=Owner("assessor"),
    asked_when="An assessment of the baby was finished, and an adult who was known by then to live there "
    "(or a "
    "parent's partner who stays often) and still does is not among those it considered.",
    silent_when="Considered in any assessment of this baby, or assessed by social care or early help; a "
    "lodger "
    "with a recorded account of how they come to be there; no contact permitted; came or became known after "
    "it.",
    blind_to="Whom an assessment speaks of without naming them as considered. Assessments that name nobody. "
    "People at the same postcode: a household is who is said to live there.",
    because={
        "left_out": "Finished without a person at home.",
        "lives_there": "Known to live there by then.",
    },
    signal=signal,
    needs=("assessment",),
    procedure="assessment",
    author="Sightline lesson authors",
    checker="Sightline lesson checkers",
    review_by=dt.date(2027, 5, 22),
    cases=(
        Case(
            "an uncle, known for weeks",
            raises_on=-110,
            evidence=(0, 1),
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110, "mother"),
            ),
        ),
        Case(
            "considered",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110, "mother", "uncle"),
            ),
        ),
        Case(
            "begun and not finished",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                {key: value for key, value in _assessment(-110, "mother").items() if key != "completed_day"},
            ),
        ),
        Case(
            "finished only later: on that day",
            raises_on=-80,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110, "mother", completed_day=-80),
            ),
        ),
        Case(
            "considered in the one before",
            silent_until=100,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110, "mother", "uncle"),
                _assessment(60, "mother"),
            ),
        ),
        Case(
            "considered in the next: asked until then",
            raises_on=-110,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110, "mother"),
                _assessment(60, "mother", "uncle"),
            ),
        ),
        Case(
            "moved in on the day after",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _assessment(-110, "mother"),
                _home(-109, "uncle", "moves_in"),
            ),
        ),
        Case(
            "lived there, but told only afterwards",
            silent_until=60,
            people=_UNCLE,
            facts=(
                {**_MOVES_IN, "known_day": -100},
                _assessment(-110, "mother"),
            ),
        ),
        Case(
            "came in a month that may have been later",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _home(-100, "uncle", "moves_in", precision="month", known_day=-112),
                _assessment(-110, "mother"),
            ),
        ),
        Case(
            "moved out before it",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _home(-120, "uncle", "moves_out"),
                _assessment(-110, "mother"),
            ),
        ),
        Case(
            "assessed by social care apart from it",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                {"day": -115, "agency": "social_care", "kind": "seen", "about": "uncle", "how": "assessed"},
                _assessment(-110, "mother"),
            ),
        ),
        Case(
            "assessed by another service for its own ends",
            raises_on=-110,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                {"day": -115, "agency": "probation", "kind": "seen", "about": "uncle", "how": "assessed"},
                _assessment(-110, "mother"),
            ),
        ),
        Case(
            "a father who is named and not considered",
            raises_on=-80,
            evidence=(0, 1),
            facts=(
                _is(-200, "father", "father"),
                _assessment(-80, "mother"),
            ),
        ),
        Case(
            "a father who lives elsewhere",
            silent_until=60,
            facts=(
                _is(-200, "father", "father"),
                _home(-150, "father", "moves_out"),
                _assessment(-80, "mother"),
            ),
        ),
        Case(
            "a father with whom no contact is permitted",
            silent_until=60,
            facts=(
                _is(-200, "father", "father", identity="no_contact_permitted"),
                _assessment(-80, "mother"),
            ),
        ),
        Case(
            "a partner who stays often",
            raises_on=80,
            people=_PARTNER,
            facts=(
                _is(20, "partner", "partner", to="mother"),
                _home(30, "partner", "stays_often"),
                _assessment(80, "mother"),
            ),
        ),
        Case(
            "an uncle who stays often",
            silent_until=120,
            people=_UNCLE,
            facts=(
                _home(30, "uncle", "stays_often"),
                _assessment(80, "mother"),
            ),
        ),
        Case(
            "an uncle who is only a relative",
            silent_until=120,
            people=_UNCLE,
            facts=(
                _is(30, "uncle", "relative"),
                _assessment(80, "mother"),
            ),
        ),
        Case(
            "a lodger, and how it is with him is known",
            silent_until=120,
            people=_LODGER,
            facts=(
                _home(30, "lodger", "moves_in", reason_known=True),
                _is(30, "lodger", "lodger"),
                _assessment(80, "mother"),
            ),
        ),
        Case(
            "a lodger, nothing said",
            raises_on=80,
            people=_LODGER,
            facts=(
                _home(30, "lodger", "moves_in"),
                _is(30, "lodger", "lodger"),
                _assessment(80, "mother"),
            ),
        ),
        Case(
            "nobody is written down as considered",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110),
            ),
        ),
        Case(
            "only the order of it is known",
            silent_until=60,
            people=_UNCLE,
            facts=(
                _MOVES_IN,
                _assessment(-110, "mother", precision="order_only"),
            ),
        ),
        Case(
            "an assessment of an older child",
            silent_until=60,
            people=(*_UNCLE, {"id": "sib", "role": "sibling", "age_months_at_birth": 30}),
            facts=(_MOVES_IN, _assessment(-110, "mother", about="sib")),
        ),
        Case(
            "a cousin of fifteen",
            silent_until=60,
            facts=(
                _home(-150, "cousin", "moves_in"),
                _assessment(-110, "mother"),
            ),
            people=({"id": "cousin", "role": "relative", "age_at_birth": 15},),
        ),
    ),
)
