"""How days, numbers and entries are said."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from sightline.chronology import codes
from sightline.chronology.kinds import KINDS, Appointment, Injury, Measurement, Statement
from sightline.web import words
from sightline.web.telling import tell

SAY = {
    "pregnancy": {},
    "birth": {"born_on": dt.date(2026, 8, 21)},
    "appointment": {"service": "gp", "outcome": "attended"},
    "injury": {"injury": "bruise"},
    "observation": {"code": "excessive_crying"},
    "statement": {"code": "struggling"},
    "household": {"change": "moves_in"},
    "relationship": {"type": "mother"},
    "seen": {"how": "met"},
    "referral": {"to_sector": "social_care"},
    "strategy_request": {"by_sector": "gp"},
    "assessment": {"type": "pre_birth"},
    "plan": {"type": "child_in_need"},
    "touchpoint": {"programme": "icon", "number": "1"},
    "offer": {"offer": "parenting"},
    "gp_request": {"requested_on": dt.date(2026, 8, 21)},
    "challenge": {"by_sector": "gp", "with_sector": "social_care"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_entry_is_said_in_words(kind):
    said = tell(KINDS[kind](**SAY.get(kind, {})), {})
    assert said.text
    assert "_" not in said.text
    assert "None" not in said.text
    assert "  " not in said.text


@pytest.mark.parametrize("outcome", codes.APPOINTMENT_OUTCOMES)
def test_no_appointment_is_called_did_not_attend(outcome):
    said = tell(Appointment("hospital", outcome), {}).text
    assert "DNA" not in said
    assert "did not attend" not in said.lower()


def test_not_brought_leads():
    said = tell(Appointment("hospital", "not_brought"), {})
    assert (said.lead, said.sign) == ("Not brought", "not_brought")


def test_a_mark_says_what_was_said_and_what_was_judged():
    said = tell(Injury("bruise", "left cheek", explanation="rolled on a toy", explanation_fits="unclear"), {})
    assert said.text == "Bruise on the left cheek. Explained as: “rolled on a toy”. Judged: unclear."


def test_somebody_is_named_who_said_it():
    said = tell(Statement("struggling", "I cannot do nights"), {"by": ("Jodie Askew",)})
    assert said.text == "Jodie Askew: says it is a struggle. “I cannot do nights”"


def test_sizes_stand_with_their_units():
    said = tell(Measurement(weight_kg=Decimal("4.240"), head_cm=Decimal("38.2")), {})
    assert said.text == "Measured: weight 4.24 kg and head 38.2 cm."


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        ("exact", "24 November 2026"),
        ("week", "in the week to 24 November 2026"),
        ("year", "in the year to November 2026"),
        ("order_only", "date not known"),
    ],
)
def test_a_day_is_said_no_more_exactly_than_it_is_known(precision, said):
    last = dt.date(2026, 11, 24)
    first = last - dt.timedelta(days=6)
    assert words.span(first, last, precision) == said


def test_small_numbers_are_words_and_none_is_no():
    assert words.count(0, "question") == "no questions"
    assert words.count(1, "baby", "babies") == "one baby"
    assert words.count(31, "baby", "babies") == "31 babies"
