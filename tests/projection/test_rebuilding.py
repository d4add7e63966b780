"""Rebuilt equals kept, after random histories of receiving, correcting, taking back, linking and undoing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from kept import at_noon, everything

from factories import a_person, an_actor, an_agency, an_entry, received
from sightline.chronology import kinds as said
from sightline.chronology.kinds import Detail
from sightline.core.actors import IMPORT
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.core.unit import unit
from sightline.linkage.actions import link, unlink
from sightline.linkage.models import Claim
from sightline.people.models import SourcePerson
from sightline.projection.models import SIGNAL_MODELS
from sightline.projection.rebuilding import rebuild, rebuild_tables
from sightline.projection.supplies import promise

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 9, 14)
SECTORS = ("midwifery", "gp", "social_care")
BABIES, ADULTS = ("ash", "bay"), ("robin", "lee", "kit")

TOLD: tuple[tuple[Detail, str, tuple[tuple[str, str], ...]], ...] = (
    (said.Birth(born_on=DAY, sex="female", gestation_days=266), "ash", ()),
    (said.Birth(born_on=DAY + dt.timedelta(days=1), sex="male"), "bay", ()),
    (said.Pregnancy(expected_on=DAY, multiple_birth=True), "ash", ()),
    (said.Measurement(weight_kg=Decimal("4.2")), "ash", ()),
    (said.Relationship("mother"), "robin", (("to", "ash"),)),
    (said.Relationship("mother"), "robin", (("to", "bay"),)),
    (said.Relationship("partner"), "lee", (("to", "robin"),)),
    (said.Relationship("ex_partner"), "robin", (("to", "lee"),)),
    (said.Relationship("sibling"), "ash", (("to", "bay"),)),
    (said.Household("moves_in"), "kit", (("of", "ash"),)),
    (said.Household("moves_out"), "kit", (("of", "ash"),)),
    (said.Contact(child_seen=True), "ash", (("spoke_to", "robin"), ("spoke_to", "lee"))),
    (said.Assessment("section_47", completed_on=DAY), "ash", (("considered", "kit"),)),
    (said.Plan("child_protection", start_on=DAY), "bay", ()),
    (said.Referral("social_care", "accepted"), "ash", ()),
    (said.Offer("parenting"), "ash", (("to", "robin"),)),
    (said.Observation("alcohol"), "lee", ()),
)

a_sector = st.sampled_from(SECTORS)
receiving = st.tuples(
    st.just("receive"),
    a_sector,
    st.sampled_from(range(len(TOLD))),
    st.booleans(),
    st.sampled_from(["", "corrected"]),
)
sharing = st.tuples(st.just("share"), a_sector, st.sampled_from(range(len(TOLD))))
linking = st.tuples(st.just("link"), st.integers(0, 20), st.integers(0, 20))
undoing = st.tuples(st.just("unlink"), st.integers(0, 20))
histories = st.lists(
    st.one_of(receiving, receiving, sharing, linking, linking, undoing), min_size=3, max_size=14
)


def live(history: list[tuple[Any, ...]]) -> None:
    """One step a day; what the rules refuse does not happen."""
    for days, (step, *how) in enumerate(history):
        with at_noon(days):
            try:
                STEPS[step](*how)
            except SightlineError:
                continue


def receive_one(sector: str, number: int, withdrawn: bool, note: str) -> None:
    detail, about, people = TOLD[number]
    who = [
        a_person(key, kind="baby", born_from=DAY, born_to=DAY, sex="female")
        for key in BABIES
        if _names(number, key)
    ]
    who += [a_person(key, sex="male" if key == "lee" else "female") for key in ADULTS if _names(number, key)]
    told = an_entry(
        about, detail, DAY, people=people, source_id=f"e{number}", withdrawn=withdrawn, note=note,
        sensitivity="sealed" if number % 5 == 4 else "shared",
    )  # fmt: skip
    received(an_agency(sector), *who, told)


def _names(number: int, key: str) -> bool:
    _, about, people = TOLD[number]
    return key in (about, *(whom for _, whom in people))


def share_one(sector: str, number: int) -> None:
    shared = an_entry(
        "ash", said.Shared(), DAY, ref=f"e{number}", sectors=(("with", "gp"),), source_id=f"s{number}"
    )
    received(an_agency(sector), shared)


def link_some(one: int, other: int) -> None:
    sources = list(SourcePerson.unscoped.order_by("id"))
    if sources:
        source, towards = sources[one % len(sources)], sources[other % len(sources)]
        link(IMPORT, source, towards.person, "Told so.", overturn=True)


def unlink_one(number: int) -> None:
    claims = list(Claim.unscoped.exclude(basis="own_record").filter(voided_at__isnull=True).order_by("id"))
    if claims:
        unlink(IMPORT, claims[number % len(claims)], "Told otherwise.")


UNDONE_BEHIND_A_LATER_LINK = [
    ("receive", "midwifery", 1, False, ""),
    ("receive", "midwifery", 9, False, ""),
    ("link", 2, 0),
    ("link", 2, 1),
    ("unlink", 0),
]

STEPS = {"receive": receive_one, "share": share_one, "link": link_some, "unlink": unlink_one}


@contextmanager
def a_history_apart() -> Iterator[None]:
    """Whatever is stored within the block is gone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories)
@example([("receive", "midwifery", 0, True, ""), ("share", "midwifery", 0), ("unlink", 0)])
@example(UNDONE_BEHIND_A_LATER_LINK)
def test_rebuilt_equals_kept_after_any_history(history: list[tuple[Any, ...]]) -> None:
    with a_history_apart():
        live(history)
        kept = everything()
        with at_noon(90):
            rebuild()
        assert everything() == kept


def test_a_long_history_is_rebuilt_as_it_was_kept() -> None:
    told = [("receive", sector, number, False, "") for sector in SECTORS for number in range(len(TOLD))]
    links = [("link", one, other) for one in range(15) for other in (one % 5, one + 5)]
    again = [("receive", "gp", number, number % 3 == 0, "corrected") for number in range(len(TOLD))]
    live([*told, *[("share", "gp", 16), ("share", "gp", 4)], *links, *again, ("unlink", 3), ("unlink", 0)])
    kept = everything()
    assert [name for name, some in kept.items() if not some and name in _expected()] == []
    with at_noon(365):
        rebuild()
    assert everything() == kept


def _expected() -> set[str]:
    """Tables of which the long history tells."""
    empty = {
        "appointment",
        "mobility",
        "injury",
        "statement",
        "strategy",
        "medical",
        "touchpoint",
        "gp_request",
    }
    return (SIGNAL_MODELS.keys() | {"network", "matters", "headers"}) - empty - {"challenge", "area_move"}


def test_a_row_that_strayed_is_put_right() -> None:
    live([("receive", "gp", 11, False, "")])
    kept = everything()
    SIGNAL_MODELS["contact"].unscoped.update(child_seen=False)
    SIGNAL_MODELS["met"].unscoped.all().delete()
    assert everything() != kept
    rebuild()
    assert everything() == kept


def test_a_promise_outlives_a_rebuilding() -> None:
    with at_noon(), unit():
        promise(an_agency("gp"), ["injury"])
    kept = everything()
    rebuild()
    assert everything() == kept


def test_rebuilding_is_traced_and_is_the_systems_alone() -> None:
    rebuild()
    assert LedgerEntry.ledger.filter(event="projection.rebuilt", actor_id="system:rebuild").count() == 1
    with pytest.raises(Refused):
        rebuild_tables(an_actor("gp", "administrator"))
