"""Building blocks about observations of adults: whose, whether still so, whether anybody weighed them."""

from __future__ import annotations

from typing import Final

from sightline.signals.blocks import having, latest, without
from sightline.signals.grammar import Expression, Parameters, Table, Tables

STATUS: Final = ("adverse_childhood", "disability", "learning_difficulty", "young_parent", "care_leaver")
"""What a parent is or lived through: never a concern by itself."""
HEALTH: Final = ("mental_ill_health", "perinatal_low_mood")
SUBSTANCE: Final = ("substance_misuse", "cannabis", "alcohol")
ABUSE: Final = ("abused_as_adult", "domestic_abuse_victim", "domestic_abuse_perpetrator")
CARRIED: Final = (*STATUS, *HEALTH, *SUBSTANCE, *ABUSE)
"""What the briefing names as making parenting harder."""
ILLNESS: Final = ("disability", "chronic_condition", "complex_needs")


def of_parents(t: Tables, *codes: str) -> Table:
    """Observations of these codes about parents, and a parent's partner who shares the home."""
    told = about_adults(t, *codes)
    return told.filter(told.is_parent | (told.is_partner & told.at_home))


def about_adults(t: Tables, *codes: str) -> Table:
    """Observations of these codes about adults who may be with the baby; not what a court found untrue."""
    told = t.around.observation
    told = told.filter(told.code.isin(codes), told.adult, told.status.fill_null("") != "acquitted")
    apart = (told.identity == "no_contact_permitted") & ~told.at_home & ~told.cares
    return told.filter(~apart)


def stated(rows: Table, *levels: str) -> Expression:
    """Whether the level is one of these; a level that was not stated reads as `unstated`."""
    return rows.level.fill_null("unstated").isin(levels)


def is_past(rows: Table) -> Expression:
    """Whether a record is known to be history."""
    return rows.past.fill_null(False)


def still_so(t: Tables, name: str, rows: Table) -> Table:
    """Those of `rows` that are not history, and of which nobody wrote later that it is over."""
    told = t.step(f"{name}_told", rows)
    over = told.view()
    over = over.filter(is_past(over))
    now = told.filter(~is_past(told))
    return without(now, over, *_same_matter(now, over), over.recorded_day >= now.recorded_day)


def unweighed(t: Tables, name: str, p: Parameters, rows: Table) -> Table:
    """Those of `rows` whose effect on this baby nobody considered, by themselves or in an assessment.

    An exploring covers what was known by then, and what came later of the same matter unless it is graver.
    """
    told = t.step(f"{name}_told", rows)
    weighed = weighed_people(t, p)
    left = without(
        told,
        weighed,
        told.child_id == weighed.child_id,
        told.about_id == weighed.person_id,
        weighed.finished_day >= told.recorded_day,
    )
    explored = told.view()
    explored = explored.filter(explored.explored.fill_null(False))
    covers = (explored.recorded_day >= left.recorded_day) | (_grade(left, 0) <= _explored_grade(explored))
    return without(left, explored, *_same_matter(left, explored), covers)


def finished(t: Tables, p: Parameters) -> Table:
    """The baby's own assessments that are finished, with `finished_day`.

    One with neither a start nor an end was done on its day; one with only a start is still open.
    """
    rows = t.assessment
    on_its_day = rows.started_day.isnull().ifelse(latest(rows), None)
    rows = rows.mutate(finished_day=rows.completed_day.fill_null(on_its_day))
    return rows.filter(rows.finished_day <= p.today)


def weighed_people(t: Tables, p: Parameters) -> Table:
    """Whom a finished assessment of the baby weighed: child_id, person_id, finished_day."""
    done = finished(t, p)
    named = t.considered
    both = named.join(done, (named.child_id == done.child_id) & (named.entry_id == done.entry_id))
    weighed = both.select(child_id=named.child_id, person_id=named.about_id, finished_day=done.finished_day)
    return t.step("weighed_people", weighed)


def born(rows: Table, t: Tables, p: Parameters, days: Expression | int = 0) -> Table:
    """Those of `rows` whose baby was born at least `days` ago."""
    baby = t.baby.filter(t.baby.born_day + days <= p.today)
    return having(rows, baby, "child_id")


def _same_matter(rows: Table, other: Table) -> list[Expression]:
    return [rows[column] == other[column] for column in ("child_id", "about_id", "code")]


def _grade(rows: Table, unstated: int) -> Expression:
    level = rows.level
    return (
        (level == "low")
        .ifelse(1, (level == "moderate").ifelse(2, (level == "high").ifelse(3, unstated)))
        .fill_null(unstated)
    )


def _explored_grade(rows: Table) -> Expression:
    """How grave a matter was when it was explored: history is as low as can be."""
    return is_past(rows).ifelse(1, _grade(rows, 1))
