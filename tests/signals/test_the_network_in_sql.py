"""Who is around a baby, from what agencies wrote: the latest word wins, each matter by itself."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from typing import Any

import duckdb
import psycopg
import pytest

from sightline.core import clock
from sightline.core.ids import new_id
from sightline.signals.engines import duckdb as on_duckdb
from sightline.signals.engines import postgresql as on_postgresql
from sightline.signals.engines import sqlite as on_sqlite
from sightline.signals.parameters import parameters
from sightline.signals.shared import COLUMNS
from sightline.signals.statement import VARIANTS, shared_statement
from sightline.signals.tables import OPEN

POSTGRES = os.environ.get("SIGHTLINE_TEST_POSTGRES", "")
BIRTH = dt.date(2025, 9, 1)
NAMES = [name for name, _ in COLUMNS["network"]]
ENGINES = {"sqlite": on_sqlite, "duckdb": on_duckdb, "postgres": on_postgresql}


class Family:
    """A baby and what agencies wrote about the people around it, in a scratch database."""

    def __init__(self, dialect: str, variant: Any, connection: Any) -> None:
        self.dialect, self.variant, self.connection = dialect, variant, connection
        self.entries = 0
        ENGINES[dialect].create(connection)
        self._write("child", 0, about_id="baby", partnership="here", born_day=clock.day_number(BIRTH))

    def related(self, who: str, kind: str, to: str = "baby", day: int = 1, **more: Any) -> None:
        """How somebody stands to the baby, or to somebody else."""
        own = {"about_id": who, "to_id": to, "type": kind, "identity": "named"} | more
        self._write("relationship", day, **own)

    def stays(self, who: str, change: str, day: int = 1, **more: Any) -> None:
        """That somebody moves in or out, stays often or takes on care."""
        self._write("stay", day, about_id=who, child_id="baby", change=change, **more)

    def person(self, who: str, sex: str, age_at_birth: int) -> None:
        """Somebody's sex, and age in years when the baby was born."""
        born = clock.day_number(BIRTH) - 365 * age_at_birth
        self._write("person", 1, about_id=who, sex=sex, born_from=born - 365, born_to=born)

    def _write(self, table: str, day: int, *, until: int | None = None, **own: Any) -> None:
        self.entries += 1
        number = clock.day_number(BIRTH) + day
        common = {
            "agency": "midwifery-one", "sector": "midwifery", "happened_from": number, "happened_to": number,
            "recorded_day": number, "known_from": _noon(day), "sensitivity": 0,
            "known_until": OPEN if until is None else _noon(until),
            "entry_id": f"entry-{self.entries}", "root_id": f"entry-{self.entries}",
        }  # fmt: skip
        ENGINES[self.dialect].insert(self.connection, table, [common | own])

    def around(self, day: int = 100, level: int = 2) -> dict[str, dict[str, Any]]:
        """The network at the end of a day, by person."""
        today = BIRTH + dt.timedelta(days=day)
        values = parameters(
            today=today, as_of=clock.end_of(today), level=level, partnership="here", points=()
        )
        asked = shared_statement(self.dialect, self.variant, "network")
        rows = self.connection.execute(asked.text, asked.bind(values | {"child_id": "baby"})).fetchall()
        told = [dict(zip(NAMES, row, strict=True)) for row in rows if row[0] == "baby"]
        assert len({row["person_id"] for row in told}) == len(told)
        return {row["person_id"]: row for row in told}


def _noon(day: int) -> int:
    return clock.instant_number(clock.start_of(BIRTH + dt.timedelta(days=day))) + 43_200_000_000


@pytest.fixture(params=[(dialect, variant) for dialect in ENGINES for variant in VARIANTS], ids=" ".join)
def family(request: pytest.FixtureRequest) -> Iterator[Family]:
    dialect, variant = request.param
    if dialect == "sqlite":
        with sqlite3.connect(":memory:") as lite:
            yield Family(dialect, variant, lite)
    elif dialect == "duckdb":
        with duckdb.connect(":memory:") as duck:
            yield Family(dialect, variant, duck)
    elif not POSTGRES:
        pytest.skip("SIGHTLINE_TEST_POSTGRES is not set: no PostgreSQL to ask")
    else:
        with psycopg.connect(POSTGRES) as connection:
            schema = f"network_{new_id().hex}"
            connection.execute(f"CREATE SCHEMA {schema}")
            connection.execute(f"SET LOCAL search_path TO {schema}")
            yield Family(dialect, variant, connection)
            connection.rollback()


def test_named_parents_live_with_the_baby_until_it_is_said_that_they_do_not(family: Family) -> None:
    family.related("mother", "mother")
    family.related("father", "father")
    family.stays("father", "moves_out", day=40)
    before, after = family.around(39), family.around(40)
    assert before["mother"]["lives_here"]
    assert before["father"]["lives_here"]
    assert after["father"]["is_parent"]
    assert not after["father"]["at_home"]


def test_a_father_is_not_taken_to_have_gone_with_a_mother_who_left(family: Family) -> None:
    family.related("mother", "mother")
    family.related("father", "father")
    family.stays("mother", "moves_out", day=40)
    assert family.around(39)["father"]["lives_here"]
    left = family.around(40)["father"]
    assert (left["relation"], bool(left["at_home"])) == ("father", False)


def test_a_father_who_is_said_to_live_here_does_so_after_the_mother_left(family: Family) -> None:
    family.related("mother", "mother")
    family.related("father", "father")
    family.stays("father", "moves_in", day=10)
    family.stays("mother", "moves_out", day=40)
    assert family.around()["father"]["lives_here"]


def test_a_mother_does_not_leave_because_the_other_mother_did(family: Family) -> None:
    family.related("mother", "mother")
    family.related("wife", "mother")
    family.stays("wife", "moves_out", day=40)
    around = family.around()
    assert around["mother"]["lives_here"]
    assert not around["wife"]["at_home"]


@pytest.mark.parametrize("identity", ["not_asked", "unknown", "no_contact_permitted", "asked_not_disclosed"])
def test_a_parent_who_is_not_named_or_described_is_not_taken_to_live_there(
    family: Family, identity: str
) -> None:
    family.related("father", "father", identity=identity)
    assert not family.around()["father"]["at_home"]
    assert family.around()["father"]["identity"] == identity


def test_two_mothers_are_two_parents(family: Family) -> None:
    family.related("mother", "mother")
    family.related("wife", "mother")
    around = family.around()
    assert {who for who, row in around.items() if row["is_parent"] and row["lives_here"]} == {
        "mother",
        "wife",
    }


@pytest.mark.parametrize("written", [("partner", "mother"), ("mother", "partner")], ids=["his", "hers"])
def test_a_partner_of_the_mother_is_there_from_whichever_side_it_is_written(
    family: Family, written: tuple[str, str]
) -> None:
    family.related("mother", "mother")
    family.related(written[0], "partner", to=written[1])
    partner = family.around()["partner"]
    assert (partner["relation"], partner["is_partner"], partner["adult"]) == ("partner", 1, 1)
    assert not partner["at_home"]


def test_a_partner_who_is_a_parent_is_both(family: Family) -> None:
    family.related("mother", "mother")
    family.related("father", "father")
    family.related("father", "partner", to="mother")
    father = family.around()["father"]
    assert father["is_parent"]
    assert father["is_partner"]
    assert father["relation"] == "father"


def test_a_partner_of_somebody_who_is_no_parent_is_not_in_the_network(family: Family) -> None:
    family.related("mother", "mother")
    family.related("gran", "grandparent")
    family.related("stranger", "partner", to="gran")
    assert set(family.around()) == {"mother", "gran"}


def test_a_former_partner_is_gone_and_a_father_who_parts_is_still_a_parent(family: Family) -> None:
    family.related("mother", "mother")
    family.related("partner", "partner", to="mother")
    family.related("partner", "ex_partner", to="mother", day=50)
    family.related("father", "father")
    family.related("father", "ex_partner", to="mother", day=50)
    assert "partner" in family.around(49)
    after = family.around(50)
    assert "partner" not in after
    assert after["father"]["is_parent"]
    assert not after["father"]["is_partner"]
    assert not after["father"]["lives_here"]


def test_a_relationship_that_has_ended_is_no_more(family: Family) -> None:
    family.related("carer", "carer")
    family.related("carer", "carer", day=30, ended=True)
    assert "carer" in family.around(29)
    assert "carer" not in family.around(30)


def test_a_grandmother_who_takes_on_care_still_lives_here(family: Family) -> None:
    family.related("gran", "grandparent")
    family.stays("gran", "moves_in", day=5)
    family.stays("gran", "takes_on_care", day=10)
    gran = family.around()["gran"]
    assert gran["lives_here"]
    assert gran["cares"]
    assert gran["relation"] == "grandparent"


def test_who_moves_out_no_longer_cares_and_stays_in_the_network_as_a_relative(family: Family) -> None:
    family.related("gran", "grandparent")
    family.stays("gran", "moves_in", day=5)
    family.stays("gran", "takes_on_care", day=10)
    family.stays("gran", "moves_out", day=20)
    gran = family.around()["gran"]
    assert not gran["at_home"]
    assert not gran["cares"]


def test_somebody_of_whom_only_a_stay_is_known_is_there_while_it_lasts(family: Family) -> None:
    family.stays("lodger", "stays_often", day=5, reason_known=True)
    family.stays("lodger", "moves_out", day=60)
    there = family.around(59)["lodger"]
    assert there["stays_often"]
    assert there["home_reason_known"]
    assert there["relation"] == ""
    assert there["home_day"] == clock.day_number(BIRTH) + 5
    assert "lodger" not in family.around(60)


def test_who_comes_back_lives_here_again(family: Family) -> None:
    family.related("father", "father")
    family.stays("father", "moves_out", day=20)
    family.stays("father", "moves_in", day=50)
    assert not family.around(49)["father"]["at_home"]
    assert family.around(50)["father"]["lives_here"]


def test_the_entry_that_first_told_of_somebody_stays_the_first(family: Family) -> None:
    family.related("father", "father", day=3)
    family.related("father", "father", day=30, identity="described")
    father = family.around()["father"]
    assert father["since_entry_id"] == "entry-2"
    assert father["since_day"] == clock.day_number(BIRTH) + 3
    assert father["identity"] == "described"


def test_a_brother_of_eighteen_is_an_adult_and_a_cousin_of_fifteen_is_not(family: Family) -> None:
    for who, kind, age in (("brother", "sibling", 19), ("sister", "sibling", 4), ("cousin", "relative", 15)):
        family.related(who, kind)
        family.person(who, "male", age)
    family.related("aunt", "relative")
    around = family.around()
    assert {who for who, row in around.items() if row["adult"]} == {"brother", "aunt"}
    assert {who for who, row in around.items() if row["is_sibling"]} == {"brother", "sister"}


def test_a_parent_of_sixteen_counts_as_an_adult(family: Family) -> None:
    family.related("mother", "mother")
    family.person("mother", "female", 16)
    assert family.around()["mother"]["adult"]


def test_a_sex_that_is_not_known_is_not_recorded(family: Family) -> None:
    for who, sex in (("mother", "female"), ("father", "unknown")):
        family.related(who, who)
        family.person(who, sex, 30)
    assert {who: row["person_sex"] for who, row in family.around().items()} == {
        "mother": "female",
        "father": None,
    }


def test_the_past_is_told_with_what_was_known_then(family: Family) -> None:
    family.related("uncle", "relative", day=10, until=50)
    family.related("father", "father", day=70)
    assert set(family.around(9)) == set()
    assert set(family.around(49)) == {"uncle"}
    assert set(family.around(50)) == set()
    assert set(family.around(70)) == {"father"}


def test_a_restricted_relationship_is_not_there_for_who_may_not_read_it(family: Family) -> None:
    family.related("donor", "relative", sensitivity=1)
    assert set(family.around(level=0)) == set()
    assert set(family.around(level=1)) == {"donor"}


def test_the_baby_itself_is_not_around_itself(family: Family) -> None:
    family.related("twin", "sibling")
    family.related("baby", "sibling", to="twin")
    family.related("baby", "sibling")
    assert set(family.around()) == {"twin"}


def test_the_later_written_wins_between_two_of_one_day(family: Family) -> None:
    family.stays("gran", "moves_in", day=5)
    family.stays("gran", "moves_out", day=5, known_from=_noon(5) + 1)
    assert "gran" not in family.around()
