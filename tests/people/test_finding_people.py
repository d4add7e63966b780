"""Finding a baby exactly, or not at all; whom a person concerns."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from factories import a_baby, a_source_person, an_adult, an_agency, an_nhs_number
from sightline.core.actors import IMPORT
from sightline.linkage.actions import link
from sightline.people.identity import first_name_key, name_key, number_state
from sightline.people.models import NetworkMember
from sightline.people.queries import children_of, find_exact, network_of

pytestmark = pytest.mark.django_db
BORN = dt.date(2026, 9, 1)


def test_the_exact_number_finds_the_baby_spaces_or_not() -> None:
    baby = a_baby()
    number = baby.person.nhs_number
    assert find_exact(nhs_number=number) == [baby.person]
    assert find_exact(nhs_number=f"{number[:3]} {number[3:6]} {number[6:]}") == [baby.person]


@pytest.mark.parametrize("number", ["", "999", "9990000001", "999000001%", "' or 1=1"])
def test_anything_but_a_whole_right_number_finds_nobody(number: str) -> None:
    a_baby()
    assert find_exact(nhs_number=number) == []
    assert find_exact(nhs_number=an_nhs_number()) == []


@pytest.mark.parametrize(
    ("given", "family", "born", "found"),
    [
        ("Ash", "Example", BORN, True),
        ("ASH", "ex ample", BORN, True),
        ("Ásh", "Example", BORN, True),
        ("As", "Example", BORN, False),
        ("Ash", "Exampl_", BORN, False),
        ("Ash", "%", BORN, False),
        ("Ash", "Example", BORN + dt.timedelta(days=1), False),
        ("Ash", "", BORN, False),
        ("-", "Example", BORN, False),
    ],
)
def test_only_the_exact_name_and_day_of_birth_find_the_baby(
    given: str, family: str, born: dt.date, found: bool
) -> None:
    baby = a_baby("Ash", "Example", born_on=BORN)
    assert find_exact(given_name=given, family_name=family, born_on=born) == [baby.person] * found


def test_an_adult_is_never_found() -> None:
    an_adult("Robin", "Example", born_from=BORN, born_to=BORN, nhs_number="9990000018")
    assert find_exact(nhs_number="9990000018") == []
    assert find_exact(given_name="Robin", family_name="Example", born_on=BORN) == []


def test_a_baby_whose_records_were_linked_is_found_once_under_either_name() -> None:
    baby = a_baby("Ash", "Example", born_on=BORN)
    other = a_source_person(
        an_agency("gp"), kind="baby", given_name="Ashley", family_name="Example", born_from=BORN, born_to=BORN
    )
    link(IMPORT, other, baby.person, "Same house.")
    for name in ("Ash", "Ashley"):
        assert find_exact(given_name=name, family_name="Example", born_on=BORN) == [baby.person]


def test_two_babies_of_one_name_and_day_are_both_found() -> None:
    twins = [a_baby("Baby", "Example", born_on=BORN).person for _ in range(2)]
    found = find_exact(given_name="Baby", family_name="Example", born_on=BORN)
    assert {person.pk for person in found} == {twin.pk for twin in twins}


def test_a_person_concerns_the_babies_in_whose_network_it_is() -> None:
    baby, other, adult = a_baby(), a_baby(), an_adult()
    for child in (baby, other):
        NetworkMember.unscoped.create(child=child.person, person=adult, through="mother")
    assert children_of([adult.pk, baby.pk]) == {adult.pk: {baby.pk, other.pk}, baby.pk: {baby.pk}}
    assert network_of(baby.pk) == {baby.pk, adult.pk}


@pytest.mark.parametrize(
    ("name", "key", "first"),
    [
        ("Éloïse-Marie", "eloisemarie", "eloisemarie"),
        ("Ash Lee", "ashlee", "ash"),
        ("O'Neil", "oneil", "oneil"),
        ("Baby Girl", "babygirl", ""),
        ("Twin 1", "twin1", ""),
        ("", "", ""),
    ],
)
def test_names_are_compared_without_case_accents_or_marks(name: str, key: str, first: str) -> None:
    assert (name_key(name), first_name_key(name)) == (key, first)


@pytest.mark.parametrize(
    ("number", "verified", "state"),
    [
        ("999 000 0018", True, "verified"),
        ("9990000018", False, "unverified"),
        ("9990000019", True, "failed_check"),
        ("999000001", True, "failed_check"),
    ],
)
def test_a_number_is_what_its_check_makes_of_it(number: str, verified: bool, state: str) -> None:
    assert number_state("nhs_number", number, sender_verified=verified) == state


def test_other_numbers_have_no_check() -> None:
    known: dict[str, Any] = {"sender_verified": False}
    assert number_state("local", "A1", **known) == "unverified"
