"""Challenges in figures: never by person, small numbers suppressed, and none raised is no success."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputing import Dispute, a_dispute, proposed, raised
from factories import a_partnership, an_actor, an_agency
from sightline.agencies.models import Agency
from sightline.agencies.roles import ROLES
from sightline.challenge.answering import write_view
from sightline.challenge.measures import (
    SMALL,
    SUPPRESSED,
    agencies_without,
    may_count,
    measures_of,
    shown,
    suppressed,
)
from sightline.challenge.models import Challenge, Resolution
from sightline.challenge.resolving import confirm
from sightline.core import clock, ids

HERE = "northshire"


@pytest.fixture
def case(a_monday: dt.date, db: None) -> Dispute:
    return a_dispute()


def copied(one: Challenge, times: int, **said: object) -> None:
    """More challenges like one, ended or open."""
    for _ in range(times):
        made = Challenge.unscoped.get(pk=one.pk)
        made.pk, made.form_key, made.process_id = ids.new_id(), ids.new_id(), ids.new_id()
        for name, value in said.items():
            setattr(made, name, value)
        made.save(force_insert=True)


def ended(one: Challenge, hours: int, changed: str) -> None:
    """One more that ended after so many hours."""
    copied(one, 1, state="settled", ended_at=one.raised_at + dt.timedelta(hours=hours))
    made = Challenge.unscoped.latest("id")
    Resolution.unscoped.create(
        of=made, side="raiser", stage=1, agreed="x", changed=changed, effect="x", by=one.raiser,
        confirmed_at=made.ended_at, confirmed_by=one.raiser,
    )  # fmt: skip


def test_none_raised_is_said_to_be_none_raised(case: Dispute) -> None:
    found = measures_of(HERE)
    assert found.none_raised
    assert (found.raised, found.hours, found.changed) == ("0", "", "")
    assert "Social Care" in agencies_without(HERE, found)


def test_one_challenge_is_suppressed_everywhere(case: Dispute) -> None:
    one = raised(case)
    write_view(case.door, one, "The account fits.")
    confirm(case.visitor, proposed(case, one))
    found = measures_of(HERE)
    assert (found.raised, found.hours, found.changed, found.silent) == (SUPPRESSED,) * 3 + ("0",)
    assert dict(found.by_raiser) == {"Health Visiting": SUPPRESSED}
    assert "1. Colleague to colleague" in dict(found.by_stage)
    assert set(dict(found.by_stage).values()) == {SUPPRESSED, "0"}
    assert not found.none_raised
    assert "Health Visiting" not in agencies_without(HERE, found)


@pytest.mark.parametrize(("count", "said"), [(0, "0"), (1, SUPPRESSED), (4, SUPPRESSED), (5, "5")])
def test_one_to_four_are_suppressed(count: int, said: str) -> None:
    assert shown(count) == said


def test_the_median_and_the_share_that_changed_something(case: Dispute) -> None:
    one = raised(case)
    for hours, changed in ((2, "yes"), (4, "partly"), (10, "yes"), (20, "yes"), (90, "partly")):
        ended(one, hours, changed)
    found = measures_of(HERE)
    assert (found.hours, found.changed) == ("10", "5 of 5 that ended, 100%")
    ended(one, 91, "no")
    assert measures_of(HERE).changed == SUPPRESSED, "that one changed nothing could be somebody's"
    for _ in range(4):
        ended(one, 91, "no")
    assert measures_of(HERE).changed == "5 of 10 that ended, 50%"
    assert measures_of(HERE).silent == "10"


def test_what_was_raised_before_the_year_or_elsewhere_is_not_counted(case: Dispute) -> None:
    one = raised(case)
    since = measures_of(HERE).since
    copied(one, 5, raised_at=clock.start_of(since))
    copied(one, 5, raised_at=clock.start_of(since) - dt.timedelta(microseconds=1))
    copied(one, 5, partnership=a_partnership("farshire"))
    assert measures_of(HERE).raised == "6"


def test_challenges_are_set_beside_referrals_only_where_both_are_many(case: Dispute) -> None:
    one = raised(case)
    copied(one, 5)
    assert measures_of(HERE).per_hundred == ()
    for _ in range(5):
        from disputing import a_referral

        a_referral(case)
    assert measures_of(HERE).per_hundred == (("Health Visiting", "100"),)


def test_a_small_figure_takes_another_with_it(case: Dispute) -> None:
    one = raised(case)
    copied(one, 9)
    copied(one, 2, from_agency=an_agency("gp"))
    copied(one, 6, from_agency=an_agency("police"))
    rows = dict(measures_of(HERE).by_raiser)
    assert rows == {"Gp": SUPPRESSED, "Health Visiting": "10", "Police": SUPPRESSED}
    assert Agency.unscoped.filter(name="Gp").exists()


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 40), max_size=6))
def test_no_small_figure_is_shown_or_can_be_worked_out_from_the_total(counts: dict[str, int]) -> None:
    rows = dict(suppressed(counts))
    assert rows.keys() == counts.keys()
    hidden = [name for name, said in rows.items() if said == SUPPRESSED]
    for name, said in rows.items():
        if said != SUPPRESSED:
            assert int(said) == counts[name]
            assert not 0 < counts[name] < SMALL
    if hidden and sum(counts.values()) >= SMALL:
        assert sum(counts[name] for name in hidden) >= SMALL
        assert len(hidden) > 1


def test_counts_are_for_managers_leads_auditors_and_roles_that_see_no_child() -> None:
    from sightline.core.actors import Actor

    allowed = {role for role in ROLES if may_count(Actor(id="x", name="x", role=role))}
    assert allowed == {
        "team_manager", "front_door_manager", "safeguarding_lead", "auditor", "partnership_officer",
        "independent_scrutineer", "analyst", "administrator",
    }  # fmt: skip


def test_who_raised_or_answered_is_in_no_figure(case: Dispute) -> None:
    copied(raised(case), 5)
    said = str(measures_of(HERE))
    for actor in (case.visitor, case.door, an_actor("gp")):
        assert actor.name not in said
