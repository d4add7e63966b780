"""Who is around a baby, and which babies a person touches."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

import pytest
from kept import at_noon

from factories import a_person, an_agency, an_entry, received
from sightline.chronology.kinds import Contact, Household, Relationship
from sightline.core.actors import IMPORT
from sightline.linkage.actions import link, unlink
from sightline.people.models import Baby, NetworkMember, Person, SourcePerson
from sightline.projection.network import MOST_BABIES, babies_of_people, babies_touched_by

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 9, 14)


def day(number: int) -> dt.date:
    return DAY + dt.timedelta(days=number)


def bring(*what: Any, sector: str = "midwifery") -> tuple[uuid.UUID, ...]:
    with at_noon():
        return received(an_agency(sector), a_person("baby", kind="baby"), *what).entry_ids


def relates(whom: str, relation: str, on: int = 0, to: str = "baby", **fields: Any) -> Any:
    return an_entry(whom, Relationship(type=relation, **fields), day(on), people=(("to", to),))


def moves(whom: str, change: str, on: int = 0) -> Any:
    return an_entry(whom, Household(change=change), day(on), people=(("of", "baby"),))


def person(key: str) -> Person:
    return SourcePerson.unscoped.get(key=key).person


def places(whom: str) -> list[tuple[str, dt.date | None, dt.date | None]]:
    found = NetworkMember.unscoped.filter(child=person("baby"), person=person(whom))
    return list(found.order_by("since", "through").values_list("through", "since", "until"))


def test_a_relationship_to_the_baby_puts_somebody_in_its_network() -> None:
    bring(relates("mother", "mother"), relates("aunt", "relative", 5))
    assert places("mother") == [("mother", DAY, None)]
    assert places("aunt") == [("relative", day(5), None)]


def test_the_partner_of_a_parent_is_around_written_from_either_side() -> None:
    bring(relates("mother", "mother"), relates("lee", "partner", 3, to="mother"))
    bring(relates("mother", "partner", 4, to="kit"))
    assert places("lee") == [("partner_of_parent", day(3), None)]
    assert places("kit") == [("partner_of_parent", day(4), None)]


def test_a_partnership_known_before_the_parent_counts_once_the_parent_is_known() -> None:
    bring(relates("lee", "partner", 0, to="mother"))
    assert places("lee") == []
    bring(relates("mother", "mother", 2))
    assert places("lee") == [("partner_of_parent", DAY, None)]


def test_a_former_partner_was_around_until_they_parted() -> None:
    bring(relates("mother", "mother"), relates("lee", "partner", 3, to="mother"))
    bring(relates("lee", "ex_partner", 30, to="mother"))
    assert places("lee") == [("partner_of_parent", day(3), day(30))]


def test_a_father_who_parts_from_the_mother_is_still_the_father() -> None:
    bring(relates("mother", "mother"), relates("lee", "father"), relates("lee", "ex_partner", 9, to="mother"))
    assert ("father", DAY, None) in places("lee")


def test_a_relationship_that_is_over_has_its_end() -> None:
    bring(relates("lodger", "lodger"), relates("lodger", "lodger", 20, ended=True))
    assert places("lodger") == [("lodger", DAY, day(20))]


def test_moving_out_ends_living_there_and_caring() -> None:
    bring(moves("gran", "stays_often"), moves("gran", "takes_on_care", 2), moves("gran", "moves_out", 40))
    assert places("gran") == [("stays_often", DAY, day(40)), ("takes_on_care", day(2), day(40))]


def test_moving_in_takes_the_stead_of_staying_often() -> None:
    bring(moves("lee", "stays_often"), moves("lee", "moves_in", 7))
    assert places("lee") == [("stays_often", DAY, day(7)), ("moves_in", day(7), None)]


def test_somebody_who_comes_back_is_around_again() -> None:
    bring(moves("lee", "moves_in"), moves("lee", "moves_out", 7), moves("lee", "moves_in", 9))
    assert places("lee") == [("moves_in", DAY, None)]


def test_where_only_the_order_is_known_the_day_of_recording_counts() -> None:
    told = an_entry(
        "lee", Relationship(type="father"), day(6), people=(("to", "baby"),),
        happened_from=None, happened_to=None, precision="order_only",
    )  # fmt: skip
    bring(told)
    assert places("lee") == [("father", day(6), None)]


def test_a_relationship_taken_back_leaves_no_place() -> None:
    told = an_entry("lee", Relationship(type="father"), DAY, people=(("to", "baby"),), source_id="r")
    bring(told)
    taken_back = an_entry(
        "lee", Relationship(type="father"), DAY, people=(("to", "baby"),), source_id="r", withdrawn=True
    )
    with at_noon(1):
        received(an_agency("midwifery"), taken_back)
    assert places("lee") == []


def test_linking_a_parents_records_brings_the_partner_in_and_undoing_takes_them_out() -> None:
    bring(relates("mother", "mother"))
    with at_noon():
        received(an_agency("gp"), relates("lee", "partner", 1, to="mum"))
    assert places("lee") == []
    with at_noon(1):
        claim = link(IMPORT, SourcePerson.unscoped.get(key="mum"), person("mother"), "The same woman.")
    assert places("lee") == [("partner_of_parent", day(1), None)]
    with at_noon(2):
        unlink(IMPORT, claim, "Two women.")
    assert places("lee") == []


def test_an_entry_touches_the_baby_it_is_about_and_those_around_whom_it_names() -> None:
    bring(relates("mother", "mother"))
    with at_noon():
        other = received(
            an_agency("midwifery"), a_person("other", kind="baby"), relates("mother", "mother", to="other")
        )
        told = received(an_agency("midwifery"), an_entry("mother", Contact(), DAY))
    assert babies_touched_by(told.entry_ids) == {person("baby").pk, person("other").pk}
    assert babies_touched_by(other.entry_ids) == {person("baby").pk, person("other").pk}
    assert babies_of_people([person("baby").pk]) == {person("baby").pk}


def test_an_entry_about_a_stranger_touches_no_baby() -> None:
    told = bring(an_entry("stranger", Contact(), DAY))
    assert babies_touched_by(told) == set()


def test_babies_around_somebody_with_too_many_wait() -> None:
    with at_noon():
        received(
            an_agency("midwifery"),
            a_person("warden"),
            a_person("baby", kind="baby"),
            relates("warden", "carer"),
        )
    warden, baby = person("warden"), person("baby")
    many = Person.unscoped.bulk_create(Person(kind="baby") for _ in range(MOST_BABIES))
    partnership = Baby.unscoped.get().partnership
    Baby.unscoped.bulk_create(Baby(person=one, partnership=partnership) for one in many)
    assert babies_of_people([warden.pk]) == {baby.pk}
    NetworkMember.unscoped.bulk_create(
        NetworkMember(child=one, person=warden, through="carer") for one in many
    )
    touched = babies_of_people([warden.pk])
    assert touched == set()
    assert touched.queued == {baby.pk, *(one.pk for one in many)}
    at_once = babies_of_people([warden.pk, baby.pk])
    assert at_once == {baby.pk}
    assert at_once.queued == {one.pk for one in many}


def test_nobody_is_said_to_live_with_the_baby_who_was_not_told_to() -> None:
    bring(relates("mother", "mother"), relates("lee", "father"), moves("mother", "moves_out", 30))
    assert places("lee") == [("father", DAY, None)]
    assert places("mother") == [("mother", DAY, None)]
