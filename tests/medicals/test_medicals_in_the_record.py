"""The lesson on medicals without an outcome is asked on real work, and stops when the outcome is there."""

from __future__ import annotations

import datetime as dt

import pytest
from medical_world import CONSENT, OPINION, Place, accepting, examined

from sightline.core import clock
from sightline.core.unit import unit
from sightline.medicals.accepting import (
    accept_medical,
    call_off_medical,
    decline_medical,
    record_consent,
)
from sightline.medicals.examining import give_opinion, record_examination
from sightline.medicals.written import CallingOff
from sightline.prompts.days import catch_up
from sightline.prompts.evaluating import evaluate_babies
from sightline.prompts.models import Prompt

pytestmark = pytest.mark.django_db
POINT = "medical-without-outcome"
MONDAY = dt.date(2026, 11, 23)


def at_ten(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 10, tzinfo=clock.LONDON)


def asked_on(place: Place, day: dt.date) -> bool:
    """Whether the question stands on a day, after the day's evaluation."""
    with clock.at(at_ten(day)), unit():
        evaluate_babies([place.baby.pk], day)
    return Prompt.unscoped.filter(point=POINT, state="open").exists()


def test_a_request_that_nobody_examines_is_asked_about_after_two_working_days(place: Place) -> None:
    place.asked()
    assert not asked_on(place, clock.add_working_days(MONDAY, 2))
    assert asked_on(place, clock.add_working_days(MONDAY, 3))


def test_accepting_alone_does_not_end_the_question(place: Place) -> None:
    medical = place.asked()
    with clock.at(at_ten(MONDAY + dt.timedelta(days=1))):
        accept_medical(place.examiner, medical, accepting())
    assert asked_on(place, clock.add_working_days(MONDAY, 3))


def test_an_examination_without_an_opinion_is_asked_about_after_ten_working_days(place: Place) -> None:
    place.examined()
    assert not asked_on(place, clock.add_working_days(MONDAY, 10))
    assert asked_on(place, clock.add_working_days(MONDAY, 11))


def test_the_question_stops_when_the_opinion_is_recorded(place: Place) -> None:
    medical = place.examined()
    late = clock.add_working_days(MONDAY, 11)
    assert asked_on(place, late)
    with clock.at(at_ten(late)):
        give_opinion(place.examiner, medical, OPINION)
    assert not Prompt.unscoped.filter(point=POINT, state="open").exists()
    assert not asked_on(place, late + dt.timedelta(days=30))


def test_an_opinion_in_time_is_never_asked_about(place: Place) -> None:
    place.opined()
    assert not asked_on(place, MONDAY + dt.timedelta(days=40))


def test_a_late_examination_ends_the_first_question(place: Place) -> None:
    medical = place.asked()
    late = clock.add_working_days(MONDAY, 3)
    assert asked_on(place, late)
    with clock.at(at_ten(late)):
        accept_medical(place.examiner, medical, accepting())
        record_consent(place.examiner, medical, CONSENT)
        record_examination(place.examiner, medical, examined())
    assert not asked_on(place, late)


@pytest.mark.parametrize(("how", "asks"), [("declined", False), ("not_needed", False), ("not_brought", True)])
def test_what_is_declined_or_not_needed_is_not_asked_about(place: Place, how: str, asks: bool) -> None:
    medical = place.asked()
    if how == "declined":
        decline_medical(place.examiner, medical, "No examiner is free.")
    else:
        accept_medical(place.examiner, medical, accepting())
        call_off_medical(place.examiner, medical, CallingOff(how, "A visit today."))
    assert asked_on(place, clock.add_working_days(MONDAY, 3)) is asks


def test_a_day_that_passes_asks_the_same(place: Place) -> None:
    place.asked()
    late = clock.add_working_days(MONDAY, 3)
    with clock.at(at_ten(late)):
        for _ in catch_up(late):
            pass
    assert Prompt.unscoped.filter(point=POINT, state="open").exists()
