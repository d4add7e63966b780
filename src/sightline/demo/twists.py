"""What sets a family apart, one for each lesson: a few facts added to an ordinary life, or left out of it.

Each is written from its lesson's rule. `TWISTS[point]` changes a life; `AGE[point]` is how many days old the
baby is today, so that the question is waiting when the demo is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sightline.demo.lives import Fact, Life

Twist = Callable[[Life], None]


def _without(life: Life, unwanted: Callable[[Fact], bool]) -> None:
    life.facts = [fact for fact in life.facts if not unwanted(fact)]


def _unmet(life: Life, person: str) -> None:
    """Leave somebody out of everything that services met, spoke to or gave."""
    _without(life, lambda fact: fact["kind"] == "seen" and fact.get("about") == person)
    for fact in life.facts:
        for part in ("with", "spoke_to", "received_by"):
            if part in fact:
                fact[part] = [one for one in fact[part] if one != person]


def _vulnerability(life: Life) -> None:
    life.add(
        -180, "midwifery", "observation", about="mother", code="adverse_childhood", note="Five foster homes."
    )
    life.add(-178, "midwifery", "observation", about="mother", code="abused_as_adult", past=True)


def _stacked(life: Life) -> None:
    life.gestation_weeks = 33
    life.people.append({"id": "sib", "role": "sibling", "sex": "male", "age_months_at_birth": 15})
    life.add(0, "hospital", "observation", code="premature")
    life.add(6, "midwifery", "seen", about="sib", how="met")
    life.add(20, "health_visiting", "observation", code="feeding_difficulty", level="low")
    life.add(
        21, "hospital", "observation", code="chronic_condition", note="Heart murmur, seen again at 3 months."
    )


def _sibling_plan(life: Life) -> None:
    life.people.append({"id": "sib", "role": "sibling", "sex": "female", "age_months_at_birth": 40})
    life.add(-700, "social_care", "plan", about="sib", type="child_protection", start_day=-700, end_day=-400)
    life.add(-100, "midwifery", "contact", spoke_to=["mother"], note="One older child at home.")


def _not_brought(life: Life) -> None:
    for day in (60, 81):
        life.add(day, "hospital", "appointment", service="hospital", outcome="not_brought", note="Hip scan.")


def _reluctant(life: Life) -> None:
    life.add(58, "health_visiting", "appointment", service="health_visiting", outcome="no_access")
    life.add(
        66, "health_visiting", "observation", about="mother", code="reluctant_to_engage", level="moderate"
    )
    life.add(
        72, "gp", "appointment", service="gp", outcome="declined", note="Practice nurse's offer of a call."
    )


def _faltering(life: Life) -> None:
    _without(life, lambda fact: fact["kind"] == "measurement" and fact["day"] > 80)
    life.add(95, "health_visiting", "measurement", weight_kg=round(life.weight_on(95) * 0.86, 2))
    life.add(118, "gp", "appointment", service="gp", outcome="not_brought", note="Vaccines.")
    life.add(140, "health_visiting", "measurement", weight_kg=round(life.weight_on(140) * 0.78, 2))
    life.add(
        126, "gp", "observation", code="poor_presentation", level="low", note="Nappy rash left for days."
    )


def _favouring(life: Life) -> None:
    life.people.append({"id": "sib", "role": "sibling", "sex": "male", "age_months_at_birth": 30})
    life.add(33, "health_visiting", "observation", about="mother", code="favours_a_child", level="low")
    life.add(61, "gp", "observation", about="mother", code="favours_a_child", level="low")


def _struggling(life: Life) -> None:
    _without(life, lambda fact: fact["kind"] == "contact" and 23 < fact["day"] < 60)
    life.add(24, "health_visiting", "statement", by="mother", code="struggling", note="“I cannot do this.”")


def _one_agency(life: Life) -> None:
    life.add(
        -240, "police", "observation", about="father", code="domestic_abuse_perpetrator", level="moderate",
        note="Convicted; an earlier partner.",
    )  # fmt: skip
    life.add(-80, "police", "seen", about="father", how="met", note="Says that he is to be a father.")


def _low_level(life: Life) -> None:
    life.add(
        40, "health_visiting", "observation", code="poor_presentation", level="low", note="Nappy not changed."
    )
    life.add(
        52,
        "gp",
        "observation",
        about="mother",
        code="harsh_comment",
        level="low",
        note="Snapped, then cried.",
    )
    life.add(
        70,
        "hospital",
        "observation",
        code="unsettled",
        level="low",
        note="Hard to soothe in the waiting room.",
    )


def _cannabis(life: Life) -> None:
    life.add(-160, "midwifery", "observation", about="father", code="cannabis", level="low", note="Weekends.")
    life.add(
        14, "health_visiting", "observation", about="father", code="cannabis", level="low", note="Evenings."
    )


def _fresh_start(life: Life) -> None:
    life.add(-190, "midwifery", "observation", about="mother", code="previous_child_removed", past=True)


def _repeat_referrals(life: Life) -> None:
    for day, agency, outcome in (
        (70, "police", "no_further_action"),
        (110, "gp", "no_further_action"),
        (140, "health_visiting", "advice"),
    ):
        life.add(day, agency, "referral", to="social_care", outcome=outcome, outcome_day=day + 2)


def _explanation(life: Life) -> None:
    life.add(
        150, "hospital", "injury", injury="burn", site="back of the hand", explanation_fits="changed",
        explanation="Pulled a cup over; later, splashed while carried.",
    )  # fmt: skip


def _unseen(life: Life) -> None:
    _unmet(life, "father")


def _new_adult(life: Life) -> None:
    life.people.append({"id": "partner", "role": "mothers_partner", "sex": "male"})
    life.add(70, "health_visiting", "household", about="father", change="moves_out", reason_known=True)
    life.add(110, "gp", "relationship", about="partner", type="partner", identity="named", to="mother")
    life.add(112, "health_visiting", "household", about="partner", change="moves_in", reason_known=False)


def _left_out(life: Life) -> None:
    life.people.append({"id": "uncle", "role": "relative", "sex": "male"})
    life.add(-150, "police", "relationship", about="uncle", type="relative", identity="named")
    life.add(-150, "police", "household", about="uncle", change="moves_in", reason_known=True)
    life.add(
        -80, "social_care", "assessment", type="child_and_family", started_day=-110, completed_day=-80,
        considered=["mother", "father"], baby_factors=True,
    )  # fmt: skip


def _relative_caring(life: Life) -> None:
    life.people.append({"id": "gran", "role": "grandmother", "sex": "female"})
    life.add(
        80, "gp", "household", about="gran", change="takes_on_care", reason_known=False, note="In the week."
    )
    life.add(81, "gp", "seen", about="gran", how="met")


def _father_absent(life: Life) -> None:
    _unmet(life, "father")
    _without(life, lambda fact: fact["kind"] == "relationship" and fact.get("about") == "father")
    life.people = [person for person in life.people if person["id"] != "father"]
    life.people.append({"id": "second", "role": "second_parent"})
    life.add(-180, "midwifery", "relationship", about="second", type="father", identity="not_asked")


def _bruise(life: Life) -> None:
    life.add(
        100, "gp", "injury", injury="bruise", site="left cheek", explanation_fits="yes",
        explanation="Rolled onto a toy.",
    )  # fmt: skip


def _icon(life: Life) -> None:
    _without(life, lambda fact: fact["kind"] == "touchpoint" and fact["number"] > 1)


def _icon_man(life: Life) -> None:
    for fact in life.facts:
        if fact["kind"] == "touchpoint":
            fact["received_by"] = ["mother"]


def _pre_birth(life: Life) -> None:
    life.add(-190, "midwifery", "referral", to="social_care", outcome="accepted", outcome_day=-188)
    life.add(-186, "social_care", "contact", spoke_to=["mother"], note="Letter sent; nobody named yet.")


def _plan(life: Life) -> None:
    """On a child protection plan from before birth, its assessment done in time."""
    life.add(
        -82, "social_care", "assessment", type="pre_birth", started_day=-150, completed_day=-82,
        considered=["mother", "father"], baby_factors=True,
    )  # fmt: skip
    life.add(-78, "social_care", "plan", type="child_protection", start_day=-78)
    for day in (14, 30, 44, 58, 72):
        life.add(
            day, "social_care", "contact", child_seen=True, spoke_to=["mother", "father"],
            lived_experience=True,
            note="Seen at home: who gets up, where she sleeps, what sets off the crying.",
        )  # fmt: skip


def _not_same_day(life: Life) -> None:
    _plan(life)
    life.add(64, "gp", "gp_request", requested_day=64, seen_day=65, clinician="locum", note="Rang at nine.")
    life.facts[-1]["known_day"] = 65


def _perinatal(life: Life) -> None:
    life.add(
        45, "health_visiting", "observation", about="mother", code="perinatal_low_mood", level="moderate"
    )


def _medical(life: Life) -> None:
    life.add(99, "gp", "injury", injury="mark", site="upper arm", explanation_fits="unclear")
    life.add(99, "gp", "referral", to="social_care", outcome="accepted", outcome_day=99)
    life.add(100, "social_care", "strategy_request", by="gp", outcome="held", outcome_day=100)
    life.add(100, "social_care", "strategy_discussion", present=["social_care", "hospital", "police", "gp"])
    life.add(100, "hospital", "medical", requested_day=100, outcome="not_recorded", police_present=True)


def _strategy(life: Life) -> None:
    life.add(84, "health_visiting", "referral", to="social_care", outcome="accepted", outcome_day=85)
    life.add(86, "health_visiting", "strategy_request", by="health_visiting", outcome="unanswered")


def _challenge(life: Life) -> None:
    life.add(
        60, "social_care", "assessment", type="child_and_family", started_day=60, completed_day=90,
        considered=["mother", "father"], baby_factors=True,
    )  # fmt: skip
    life.add(92, "health_visiting", "challenge", by="health_visiting", stage=1, **{"with": "social_care"})


def _lived_experience(life: Life) -> None:
    _without(life, lambda fact: fact["kind"] == "contact" and fact.get("lived_experience") is True)
    life.add(
        -80, "social_care", "assessment", type="pre_birth", started_day=-140, completed_day=-80,
        considered=["mother", "father"], baby_factors=True,
    )  # fmt: skip
    life.add(-70, "social_care", "plan", type="child_in_need", start_day=-70)
    for day, about in (
        (14, "Rent arrears."),
        (35, "Benefits form."),
        (56, "Arguments."),
        (77, "Housing letter."),
    ):
        life.add(
            day,
            "social_care",
            "contact",
            child_seen=True,
            spoke_to=["mother"],
            lived_experience=False,
            note=about,
        )


def _history(life: Life) -> None:
    _without(life, lambda fact: fact["day"] > 0 and fact["day"] < 70)
    life.add(70, "health_visiting", "moved_area", from_area="Another county", history_received=False)
    life.add(
        72,
        "health_visiting",
        "contact",
        child_seen=True,
        spoke_to=["mother", "father"],
        lived_experience=True,
    )


TWISTS: Final[dict[str, Twist]] = {
    "parent-vulnerability-unexplored": _vulnerability,
    "stacked-infant-vulnerability": _stacked,
    "sibling-plan-history": _sibling_plan,
    "not-brought-pattern": _not_brought,
    "reluctant-to-engage": _reluctant,
    "weight-faltering-with-concern": _faltering,
    "favouring-one-child": _favouring,
    "parent-says-struggling": _struggling,
    "known-to-one-agency": _one_agency,
    "low-level-concerns-accumulate": _low_level,
    "cannabis-minimised": _cannabis,
    "fresh-start": _fresh_start,
    "repeat-referrals-closed": _repeat_referrals,
    "explanation-not-tested": _explanation,
    "unseen-man": _unseen,
    "new-adult-in-home": _new_adult,
    "adult-at-address-unassessed": _left_out,
    "relative-caring-unexplored": _relative_caring,
    "father-absent-unexplored": _father_absent,
    "non-mobile-injury": _bruise,
    "icon-gap": _icon,
    "icon-man-not-reached": _icon_man,
    "pre-birth-late": _pre_birth,
    "plan-baby-not-seen-same-day": _not_same_day,
    "perinatal-offer-missing": _perinatal,
    "medical-without-outcome": _medical,
    "strategy-request-unanswered": _strategy,
    "challenge-overdue": _challenge,
    "lived-experience-missing": _lived_experience,
    "history-not-received": _history,
}

AGE: Final[dict[str, int]] = {
    "parent-vulnerability-unexplored": 33,
    "stacked-infant-vulnerability": 40,
    "sibling-plan-history": 32,
    "not-brought-pattern": 84,
    "reluctant-to-engage": 78,
    "weight-faltering-with-concern": 144,
    "favouring-one-child": 64,
    "parent-says-struggling": 41,
    "known-to-one-agency": 31,
    "low-level-concerns-accumulate": 73,
    "cannabis-minimised": 48,
    "fresh-start": 32,
    "repeat-referrals-closed": 146,
    "explanation-not-tested": 154,
    "unseen-man": 63,
    "new-adult-in-home": 145,
    "adult-at-address-unassessed": 12,
    "relative-caring-unexplored": 112,
    "father-absent-unexplored": 62,
    "non-mobile-injury": 100,
    "icon-gap": 68,
    "icon-man-not-reached": 66,
    "pre-birth-late": -95,
    "plan-baby-not-seen-same-day": 66,
    "perinatal-offer-missing": 62,
    "medical-without-outcome": 118,
    "strategy-request-unanswered": 93,
    "challenge-overdue": 103,
    "lived-experience-missing": 80,
    "history-not-received": 103,
}
