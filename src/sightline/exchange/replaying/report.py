"""What `sightline replay` prints of a story: what was raised, and whether it was expected."""

from __future__ import annotations

from typing import Any

from sightline.core import clock
from sightline.exchange.case_files import CaseFile
from sightline.exchange.case_files.story import ExpectedPoint
from sightline.exchange.replaying.alone import Alone
from sightline.exchange.replaying.story import PARTNERSHIP, Raised, Replayed
from sightline.prompts.models import Evidence

Report = dict[str, Any]


def report(case: CaseFile, replayed: Replayed | None) -> Report:
    """The line of JSON for one story (docs/reference/case-file.md)."""
    raised = replayed.raised if replayed else []
    alone = Alone(PARTNERSHIP) if replayed else None
    first_days = {one.point: one.first_day for one in raised}
    return {
        "id": case.id,
        "incident_day": case.incident.day if case.incident else None,
        "raised": [_raised(case, one, replayed, alone) for one in raised],
        "expect": _expectations(case, first_days),
        "hindsight": sum(_hindsight(case, one) for one in raised),
    }


def is_met(told: Report) -> bool:
    """Whether every expectation is met and nothing was shown before it was known."""
    expect = told["expect"]
    met = [one["met"] for one in (*expect["raise"], *expect["stay_silent"])]
    most = expect["most_prompts"]
    return all(met) and (most is None or most["met"]) and told["hindsight"] == 0


def _raised(case: CaseFile, one: Raised, replayed: Replayed | None, alone: Alone | None) -> Report:
    day = case.date_of(one.first_day)
    by_one = alone is not None and replayed is not None and alone.would_ask(one.point, replayed.child_id, day)
    return {
        "point": one.point,
        "signal": one.point.replace("-", "_"),
        "first_day": one.first_day,
        "evidence": sorted(
            (_evidence(case, item) for item in one.evidence), key=lambda told: (told["fact"], told["agency"])
        ),
        "seen_by_one_agency_alone": by_one,
    }


def _evidence(case: CaseFile, item: Evidence) -> Report:
    fact = case.fact_of(item.entry.source_id)
    return {"fact": fact, "day": case.facts[fact].day, "agency": item.entry.agency.code}


def _hindsight(case: CaseFile, one: Raised) -> int:
    """Pieces of evidence that were not yet known on the day shown, or that no agency knew.

    What counts is when the entry itself became known: a birth is known on its day, whatever fact implies it.
    """
    late = 0
    for item in one.evidence:
        fact = case.facts[case.fact_of(item.entry.source_id)]
        known = (clock.day_of(item.entry.known_at) - case.born).days
        late += known > one.first_day or not fact.is_known
    return late


def _expectations(case: CaseFile, first_days: dict[str, int]) -> Report:
    most = case.expect.most_prompts
    return {
        "raise": [_raise(point, first_days.get(point.point)) for point in case.expect.raised],
        "stay_silent": [
            {"point": point, "first_day": first_days.get(point), "met": point not in first_days}
            for point in case.expect.stay_silent
        ],
        "most_prompts": None
        if most is None
        else {"limit": most, "raised": len(first_days), "met": len(first_days) <= most},
    }


def _raise(expected: ExpectedPoint, first_day: int | None) -> Report:
    met = first_day is not None and first_day <= expected.by_day
    return {"point": expected.point, "by_day": expected.by_day, "first_day": first_day, "met": met}
