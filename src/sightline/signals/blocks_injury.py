"""Building blocks about marks and injuries: what the baby could do by then, and who has judged them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sightline.signals.blocks import latest, without
from sightline.signals.grammar import Expression, Table, Tables, both

MOVES: Final = ("crawls", "cruises", "walks")
"""What counts as moving about; a shuffle is written as a crawl."""
CAUSE_FOUND: Final = ("accidental", "inflicted", "medical_cause")
OPINIONS: Final = (*CAUSE_FOUND, "inconclusive")
BETWEEN: Final = ("left", "right", "both", "and", "of", "the", "front", "lower", ",", "&", "(", ")", "-", " ")


def able(t: Tables, *skills: str) -> Table:
    """From when until when each skill was shown: child_id, skill, from_day, until_day (null while it lasts).

    What was seen last holds, a skill at a time: a child in plaster no longer walks.
    """
    import ibis

    told = t.mobility.mutate(seen_day=latest(t.mobility))
    said = both(*(_said(told, skill) for skill in skills))
    said = said.filter(said.shown.notnull())
    next_one = ibis.window(group_by=[said.child_id, said.skill], order_by=[said.seen_day, said.known_from])
    said = said.mutate(until_day=said.seen_day.lead().over(next_one))
    return said.filter(said.shown).select("child_id", "skill", "until_day", from_day="seen_day")


def _said(told: Table, skill: str) -> Table:
    import ibis

    return told.select("child_id", "seen_day", "known_from", skill=ibis.literal(skill), shown=told[skill])


def not_moving(t: Tables, marks: Table) -> Table:
    """Those of `marks` on babies not shown to move about by then; not recorded counts as not."""
    shown = t.step("able", able(t, *MOVES))
    return without(
        marks,
        shown,
        marks.child_id == shown.child_id,
        shown.from_day <= latest(marks),
        shown.until_day.isnull() | (shown.until_day > latest(marks)),
    )


def opinions(t: Tables, *outcomes: str) -> Table:
    """What examiners have said, `child_id` and `given_day`; of these outcomes."""
    given = t.medical.filter(t.medical.outcome.isin(outcomes))
    return given.select("child_id", given_day=given.outcome_day.fill_null(latest(given)))


def unjudged(t: Tables, marks: Table, *outcomes: str) -> Table:
    """Those of `marks` of which no examiner has said one of these since, and no medical cause is known."""
    given, caused = opinions(t, *outcomes), t.injury.filter(t.injury.medical_cause)
    open_ = without(marks, given, marks.child_id == given.child_id, given.given_day >= latest(marks))
    open_ = open_.filter(~open_.medical_cause.fill_null(False))
    # Another service may have found the cause of the same mark.
    return without(
        open_,
        caused,
        open_.child_id == caused.child_id,
        open_.injury == caused.injury,
        open_.site == caused.site,
        caused.happened_from <= open_.happened_to,
        caused.happened_to >= open_.happened_from,
    )


def only_at(marks: Table, sites: Iterable[str]) -> Expression:
    """Whether a mark's site names these places and nothing else."""
    named = marks.site.fill_null("")
    rest = named
    # The longer word first, or `shins` would leave an s.
    for word in (*sorted(sites, key=len, reverse=True), *BETWEEN):
        rest = rest.replace(word, "")
    return (named != "") & (rest == "")
